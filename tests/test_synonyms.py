"""Tests of how simpler words are chosen from WordNet, and of the table of inflections."""

import gzip
from pathlib import Path

import pytest

import inflections
import synonyms
from synonyms import Known
from wordnet import Sense, Wordnet, synset

AUTO = '00000001 06 n 03 car 0 auto 0 motor_car 0 000 | a vehicle with four wheels; "he needs a car"  '
DRY = "00000002 00 a 01 dry(p) 0 000 | free from water  "


@pytest.fixture
def wordnet(tmp_path: Path) -> Wordnet:
    """Give a WordNet of two meanings."""
    keys = ("car%1:06:00:: 00000001 1 70", "auto%1:06:00:: 00000001 1 9", "motor_car%1:06:00:: 00000001 1 0",
            "dry%3:00:00:: 00000002 1 3")  # fmt: skip
    (tmp_path / "index.sense").write_text("\n".join(keys), encoding="utf-8")
    for name, line in {"noun": AUTO, "verb": "", "adj": DRY, "adv": ""}.items():
        (tmp_path / f"data.{name}").write_text("  1 licence\n" + line, encoding="utf-8")
    return Wordnet(tmp_path)


def test_a_line_of_wordnet_has_words_and_a_gloss() -> None:
    """Words lose their underscores and marks, the gloss its examples."""
    assert synset(AUTO).words == ("car", "auto", "motor car")
    assert synset(AUTO).gloss == "a vehicle with four wheels"
    assert synset(DRY).words == ("dry",)


def test_the_simpler_of_two_words_is_offered(wordnet: Wordnet) -> None:
    """A far commoner word with the same first meaning stands for the other, not the other way round."""
    table = {"car": Known(5.5, 1, 1), "auto": Known(4.3, 3, 3)}
    found = synonyms.simpler(wordnet, table.get, lambda *_: False, lambda _: False)
    assert list(found) == [("auto", "n", ["car"], "a vehicle with four wheels")]


def test_what_is_known_of_words_is_found(wordnet: Wordnet) -> None:
    """How often a word was tagged, and which words share a meaning."""
    assert wordnet.times("car", "n") == 70
    assert wordnet.share("car", "auto")
    assert not wordnet.share("car", "dry")
    assert wordnet.is_word("car")


@pytest.mark.parametrize(
    ("times", "clear"), [((9, 1), True), ((5, 5), False), ((0,), True), ((0, 0), False), ((), False)]
)
def test_only_a_word_with_one_clear_meaning_has_synonyms(times: tuple[int, ...], clear: bool) -> None:  # noqa: FBT001  # a case
    """The first meaning has most of the tags, or is the only one."""
    senses = [Sense(f"n{number}", number, each) for number, each in enumerate(times, 1)]
    assert (synonyms.clear_sense(senses) is not None) is clear


@pytest.mark.parametrize(
    ("candidate", "simpler"),
    [((5.0, 1, 2), True), ((4.3, 1, 2), False), ((5.0, 1, 5), False), ((5.0, 4, 2), False), ((5.0, 1, 0), False)],
)
def test_a_candidate_is_clearly_simpler(candidate: tuple[float, int, int], simpler: bool) -> None:  # noqa: FBT001  # a case
    """It is far more frequent, among the commonest, of a known level, and no harder to learn."""
    assert synonyms.is_clearly_simpler(Known(*candidate), Known(4.0, 5, 4)) is simpler


@pytest.mark.parametrize(
    ("gloss", "cut"),
    [
        ("a large boat; any ship", "a large boat"),
        ("(of food) easy to bite (as meat)", "easy to bite"),
        ("x" * 60 + ", " + "y" * 30, "x" * 60),
        ("x" * 99, ""),
    ],
)
def test_a_gloss_is_cut_short(gloss: str, cut: str) -> None:
    """Only the first statement stays, and none that is too long for a line."""
    assert synonyms.short(gloss) == cut


def test_the_most_usual_spelling_comes_first() -> None:
    """Spellings in use stand in the order of their frequency, and plurals that nobody uses are left out."""
    zipf = {"focus": 5.0, "focussed": 3.5, "focused": 4.8, "advice": 5.0, "advices": 2.0}
    found = inflections.usual("focus", "v", ("focussed", "focused"), lambda form: zipf.get(form, 0))
    assert found == ("focused", "focussed")
    assert inflections.usual("advice", "n", ("advices",), lambda form: zipf.get(form, 0)) == ()


@pytest.mark.parametrize(
    ("own", "offered", "silent", "meant"),
    [(10, [], [], True), (0, [], [], True), (2, [10], [], True), (2, [], [10], False), (0, [10], [], False)],
)
def test_a_rare_reading_is_not_meant(own: int, offered: list[int], silent: list[int], meant: bool) -> None:  # noqa: FBT001  # a case
    """A reading beside a far more frequent one is left out, sooner where nothing is offered for that."""
    assert inflections.is_meant(own, offered, silent) is meant


def test_a_line_of_inflections_has_its_slots() -> None:
    """Empty slots and forms that are read otherwise are marked."""
    assert inflections.line("v", 3, [("object",), (), ("a", "b")], {"object": False}) == "v 3 ~object - a/b"


def test_the_same_lines_make_the_same_file() -> None:
    """Lines are sorted and carry no time stamp."""
    assert inflections.pack("T", ["b", "a"]) == inflections.pack("T", ["a", "b"])
    assert gzip.decompress(inflections.pack("T", ["b", "a"])).decode() == "# T\na\nb"
