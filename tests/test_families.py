"""Tests of how the table of words is made: families, spellings and bands."""

import gzip

import pytest

import families

SHARES = {"be": 0.01, "can": 5e-3, "work": 1e-3, "works": 1e-4, "ground": 1e-4, "grind": 1e-6, "meeting": 1e-4,
          "meet": 1e-4, "went": 1e-3, "go": 1e-3}  # fmt: skip


def test_zipf_is_the_logarithm_of_times_in_a_billion() -> None:
    """Once in a thousand words is 6."""
    assert families.zipf(0.001) == 6


@pytest.mark.parametrize(
    ("form", "lemmas", "word"),
    [
        ("works", ["work"], "work"),
        ("went", ["go"], "go"),
        ("meeting", ["meeting", "meet"], "meet"),
        ("ground", ["ground", "grind"], "ground"),
        ("can't", [], "can"),
        ("they're", [], "they"),
        ("zyx", [], "zyx"),
    ],
)
def test_a_form_belongs_to_its_base(form: str, lemmas: list[str], word: str) -> None:
    """Inflections and contractions join their base, but not a base that is only like them by chance."""
    assert families.head(form, lemmas, SHARES) == word


@pytest.mark.parametrize(
    ("word", "spelt"),
    [("colour", "color"), ("analyse", "analyze"), ("centre", "center"), ("hour", "hour"), ("rise", "rise")],
)
def test_spellings_meet_where_the_meaning_is_the_same(word: str, spelt: str) -> None:
    """A British spelling leads to the American one, and no other word does."""
    same = {("colour", "color"), ("analyse", "analyze"), ("centre", "center")}
    assert families.american(word, lambda one, other: (one, other) in same) == spelt


def test_bands_are_thousands_of_families() -> None:
    """The commonest thousand families are the first band, however many forms they have."""
    heads = {f"w{number}{end}": f"w{number}" for number in range(1500) for end in ("", "s")}
    shares = {form: 1 / (2 + int(word[1:])) for form, word in heads.items()}
    bands = families.bands(heads, shares, lambda _: True)
    assert (bands["w0"], bands["w999"], bands["w1000"]) == (1, 1, 2)


def test_names_take_no_place() -> None:
    """A name stands between the words and pushes none of them down."""
    heads = {f"w{number}": f"w{number}" for number in range(1500)}
    shares = {form: 1 / (2 + int(form[1:])) for form in heads}
    assert families.bands(heads, shares, lambda word: word != "w5")["w1000"] == 1


def test_the_same_rows_make_the_same_file() -> None:
    """The file has no time stamp, and words that are alike stand on one line."""
    rows = {"b": (5.1, 1, 2), "a": (5.1, 1, 2), "c": (4.0, 2, 0)}
    assert families.write("Words", rows) == families.write("Words", dict(reversed(rows.items())))
    assert gzip.decompress(families.write("Words", rows)).decode() == "# Words\n5.10 1 2 a b\n4.00 2 0 c"
