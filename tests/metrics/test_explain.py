"""Tests of explanations."""

from dataclasses import replace

import pytest

from factbox.document import Block, Splice
from factbox.metrics.explain import Explanation
from factbox.metrics.formulas import FORMULAS, Term
from factbox.metrics.ledger import Ledger, settle
from factbox.metrics.levels import grades
from factbox.metrics.reckoning import Line
from factbox.metrics.report import COUNTING, Counting

PROSE = (
    "The lighthouse stands on a rock that the sea covers twice a day. Nobody has lived in it since 1974. "
    "Its lamp is lit by a machine, and a boat brings the engineer when something is broken. "
    "He says that he likes the silence."
)
TEXT = f"The lighthouse\n\n{PROSE}\n\nWhat he takes with him:\n- bread\n- a radio"


def ledger(text: str, counting: Counting = COUNTING) -> Ledger:
    """Measure a text, one paragraph a line."""
    found = Ledger(counting=counting)
    found.apply(Splice(0, 0, tuple(map(Block, text.split("\n"))), 1))
    while found.pending:
        found.measure_next()
    return found


def explained(key: str, text: str = TEXT, counting: Counting = COUNTING) -> Explanation:
    """Explain a fact of a text."""
    return ledger(text, counting).explain(key)


def line(lines: tuple[Line, ...], label: str) -> Line:
    """Find a line by its label."""
    return next(each for each in lines if each.label == label)


def number(text: str) -> float:
    """Read a figure as it is shown."""
    return float(text.replace("−", "-").replace(",", ""))


@pytest.mark.parametrize("key", grades())
def test_the_terms_of_the_level_add_up(key: str) -> None:
    """Whichever formula gives the Level, its terms are shown, and their sum is the Level."""
    found = explained("level", counting=Counting(key))
    *terms, total = found.terms
    assert sum(number(term.text) for term in terms) == pytest.approx(number(total.text), abs=0.002)
    assert total.text == found.text


def test_the_inputs_of_the_level_are_shown() -> None:
    """The counts that the formula takes, and what was left out, stand there with their numbers."""
    found = explained("level")
    assert [each.label for each in found.counted] == ["Words", "Sentences", "Syllables", "Words left out"]
    assert line(found.counted, "Sentences").text == "4"
    left_out = line(found.counted, "Words left out")
    assert (left_out.text, left_out.note) == ("10", "4 headings, items or short lines")


def test_calibrated_shows_its_four_parts() -> None:
    """Each is held against a usual text, with the words that it rests on most."""
    found = explained("level", counting=Counting("calibrated"))
    assert [each.label for each in found.terms] == [
        "A usual text",
        "Words learnt late",
        "Rare words",
        "Latinate words",
        "Long sentences",
        "Level",
    ]
    terms = FORMULAS["calibrated"].terms(ledger(TEXT, Counting("calibrated")).judged)
    rare = line(found.terms, "Rare words")
    assert rare.note.endswith(f"{-terms[2].factor:g} × (4.802 − {terms[2].amount:.3f}) mean Zipf frequency")
    assert "most of all: lighthouse" in rare.note
    assert rare.deviation is not None


def test_a_level_is_told_on_three_scales() -> None:
    """Grade, age and CEFR level stand side by side; without a Level there are none, nor for another fact."""
    assert [each.label for each in explained("level", PROSE * 3).scales] == ["School grade (US)", "Age", "CEFR"]
    assert not explained("level", "Too short.").scales
    assert not explained("types", PROSE).scales


def test_a_long_text_says_when_calibrated_is_counted() -> None:
    """Where counting anew would take long, Calibrated waits until it is chosen, and its line says so."""
    long = "\n".join([PROSE] * 150)
    found = line(explained("level", long).others, "Calibrated")
    assert (found.text, found.note) == ("—", "in a long text once it is chosen")
    assert number(line(explained("level", PROSE).others, "Calibrated").text) > 0


@pytest.mark.parametrize("key", grades())
def test_each_formula_has_its_own_inputs(key: str) -> None:
    """What a formula counts is shown with its number in the tally."""
    measured = ledger(TEXT, Counting(key))
    shown = [number(each.text) for each in measured.explain("level").counted[: len(FORMULAS[key].counts)]]
    assert shown == [getattr(measured.judged, count) for count in FORMULAS[key].counts]


def test_a_foreign_text_has_no_level_by_any_rule() -> None:
    """Where there is no Level, there is none with the headings either."""
    foreign = "Заголовок\n" + "Это предложение написано по-русски, и его нельзя оценить. " * 6
    assert [each for each in explained("level", foreign).others if "Headings" in each.label] == []


def test_every_other_formula_is_listed_with_its_scale() -> None:
    """All formulas are there, none twice, with their spread; those that give no grade say what they give."""
    found = explained("level")
    labels = [each.label for each in found.others]
    assert set(labels) >= {each.label for each in FORMULAS.values()} - {"Flesch–Kincaid"}
    assert "Flesch–Kincaid" not in labels
    assert "easier" in line(found.others, "Flesch Reading Ease").note
    low, high = map(number, line(found.others, "Spread").text.split(" – "))
    scores = settle(map(Block, TEXT.split("\n")), every=True).scores
    assert low == pytest.approx(min(scores[key] or 0 for key in grades()), abs=0.05)
    assert high == pytest.approx(max(scores[key] or 0 for key in grades()), abs=0.05)


def test_fragments_are_shown_counted_the_other_way() -> None:
    """What the Level would be with the headings and items, or without them, is one line."""
    inside = ledger(TEXT, Counting(fragments=True))
    shown = line(explained("level").others, "Headings and items counted as sentences").text
    assert number(shown) == pytest.approx(inside.report().level or 0, abs=0.05)
    assert line(inside.explain("level").others, "Headings and items left out").text != shown


def test_without_a_level_the_reason_is_told() -> None:
    """A text without a Level has no terms, and the rule says why."""
    found = explained("level", "Too short.")
    assert found.text == "—"
    assert found.terms == ()
    assert "It needs 25." in found.rule


def test_an_unfinished_sentence_is_told() -> None:
    """Where a sentence counts only in part, the number that the formula takes stands below."""
    assert "3.17" in line(explained("level", "One. Two. Three. Four five").counted, "Sentences").note


def test_types_say_how_capitals_count() -> None:
    """The rule follows the choice, and the number by the other choice is shown."""
    written, folded = explained("types"), explained("types", counting=Counting(ignore_capitals=True))
    assert line(written.others, "Types, capitals ignored").text == folded.text
    assert line(folded.others, "Types, capitals regarded").text == written.text
    assert number(line(written.counted, "Types that occur once").text) < number(written.text)


def test_ttr_comes_with_measures_that_survive_length() -> None:
    """MATTR, MTLD, HD-D and the rest stand beside TTR."""
    found = explained("ttr", TEXT.replace("\n", " ") * 3)
    for label in ("MATTR", "MTLD", "HD-D", "Root TTR", "Log TTR", "Hapax share"):
        assert number(line(found.others, label).text) >= 0


def test_tokens_are_explained_with_their_source() -> None:
    """The rule names its standard, and the words stand beside the tokens."""
    found = explained("tokens")
    assert "Unicode" in found.rule
    assert number(line(found.others, "Words").text) > 0


@pytest.mark.parametrize("key", ["level", "tokens", "types", "ttr"])
def test_an_empty_text_can_be_explained(key: str) -> None:
    """Opening a fact of nothing is no error."""
    assert explained(key, "").text in {"—", "0"}


def test_a_formula_that_fails_says_so_beside_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its line has a dash and the name of the error."""

    def fail(_figures: object) -> tuple[Term, ...]:
        raise ZeroDivisionError

    broken = replace(FORMULAS["coleman_liau"], equation=fail)
    monkeypatch.setitem(FORMULAS, "coleman_liau", broken)
    found = line(explained("level").others, broken.label)
    assert (found.text, found.note) == ("—", "could not be worked out (ZeroDivisionError)")
