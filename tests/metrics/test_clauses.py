"""Tests of where clauses have their subject and their verb."""

import pytest

from factbox.metrics.clauses import Sentence


def main_of(text: str) -> tuple[str, str] | None:
    """Give the subject and the verb of the main clause."""
    sentence = Sentence(text, 0, len(text))
    found = sentence.main(0, len(sentence.pieces))
    if found is None:
        return None
    return sentence.written(found.subject.start, found.subject.end), sentence.word(found.verb)


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("The ferry leaves at noon.", ("The ferry", "leaves")),
        ("The aim of the two clubs is to win.", ("The aim of the two clubs", "is")),
        ("The company plans to build a tower.", ("The company", "plans")),
        ("In the winter, few people come here.", ("few people", "come")),
        ("If it rains, the children stay at home.", ("the children", "stay")),
        ("The house, built in the spring, is for sale.", ("The house", "is")),
        ("The only plane that can land here is late.", ("The only plane", "is")),
        ("The shop opened in May is shut.", ("The shop", "is")),
        ("Leeds and York have a river.", ("Leeds and York", "have")),
        ("Perhaps it was too late.", ("it", "was")),
    ],
)
def test_subject_and_verb_are_found(text: str, clause: tuple[str, str]) -> None:
    """Behind what is put in front, around what is put in, and past a verb that belongs to a noun."""
    assert main_of(text) == clause


@pytest.mark.parametrize("text", ["A very long way.", "The boys was late.", "Not in the least."])
def test_what_has_no_verb_of_its_number_is_no_clause(text: str) -> None:
    """A verb must be there, and agree with its subject."""
    assert main_of(text) is None


def test_what_is_quoted_or_in_brackets_is_not_open() -> None:
    """Apostrophes open nothing."""
    text = "The boys’ team (it’s ours) called him ‘the king’ and “a star” again."
    sentence = Sentence(text, 0, len(text))
    shut = [piece.word for place, piece in enumerate(sentence.pieces) if not sentence.is_open(place)]
    assert shut == ["it's", "ours", "the", "king", "a", "star"]
