"""Tests of what words may be."""

from factbox.metrics.grammar import grammar


def test_forms_are_verbs_by_their_number() -> None:
    """“Goes” wants a singular, “go” a plural, and “went” either."""
    known = grammar()
    assert [known.is_finite(word, plural=False) for word in ("goes", "go", "went", "are")] == [
        True,
        False,
        True,
        False,
    ]
    assert [known.is_finite(word, plural=True) for word in ("goes", "go", "went", "are")] == [
        False,
        True,
        True,
        True,
    ]


def test_what_may_be_a_noun_is_no_sure_verb() -> None:
    """“Plans” may be either; “says” and “began” may not."""
    known = grammar()
    assert [known.is_sure(word) for word in ("plans", "says", "began", "opened")] == [False, True, True, False]


def test_nouns_have_a_number_with_their_determiner() -> None:
    """Where neither tells, there is none."""
    known = grammar()
    assert known.number("a", "school") is False
    assert known.number("", "schools") is True
    assert known.number("the", "xyzzy") is None


def test_verbs_are_known_by_their_participle() -> None:
    """Each has its base, its third person and its past."""
    assert grammar().verbs["leaving"] == ("leave", "leaves", "left")
