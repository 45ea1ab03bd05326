"""Tests of the course of the Level along a text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from factbox.document import Block, Splice
from factbox.metrics.course import MOST, Stretch, level_along, stretches
from factbox.metrics.goals import Goal
from factbox.metrics.ledger import Ledger, settle
from factbox.metrics.levels import grades
from factbox.metrics.picture import Line, Picture, Tone
from factbox.metrics.report import Counting

EASY = "The cat sat on the mat. It was a warm day, and the cat was glad. " * 4
HARD = (
    "The municipal administration subsequently authorised considerable additional expenditure on the restoration "
    "of the historical industrial architecture surrounding the harbour, notwithstanding significant opposition. "
) * 2
SHORT = "It rained. We went home."


def ledger_of(texts: list[str], counting: Counting | None = None) -> Ledger:
    """Measure paragraphs."""
    ledger = Ledger(counting=counting or Counting())
    ledger.apply(Splice(0, 0, tuple(map(Block, texts)), 1))
    while ledger.pending:
        ledger.measure_next()
    return ledger


def found(ledger: Ledger) -> tuple[Stretch, ...]:
    """Wait for the stretches."""
    return next(each for each in stretches(ledger) if each is not None)


def pictured(ledger: Ledger, goal: Goal | None = None) -> Picture:
    """Wait for the picture."""
    return next(each for each in level_along(ledger, goal) if each is not None)


@given(
    texts=st.lists(
        st.sampled_from([EASY, HARD, SHORT, "A heading", "", "One more short sentence here."]), max_size=30
    ),
    formula=st.sampled_from(grades()),
    fragments=st.booleans(),
)
@settings(max_examples=60, deadline=None)
def test_the_level_of_each_stretch_is_that_of_its_paragraphs_alone(
    *, texts: list[str], formula: str, fragments: bool
) -> None:
    """A stretch has the Level that its paragraphs have as a text, and all paragraphs of prose are in one."""
    counting = Counting(formula=formula, fragments=fragments)
    ledger = ledger_of(texts, counting)
    whole = ledger.report()
    parts = found(ledger)
    assert bool(parts) == (whole.level is not None)
    assert len(parts) <= MOST
    assert sum(part.words for part in parts) == (whole.words if parts else 0)
    borders = [*(part.block for part in parts), len(texts)]
    for part, end in zip(parts, borders[1:], strict=False):
        alone = settle(map(Block, texts[part.block : end]), counting=counting)
        assert part.value == alone.level
    assert [part.first for part in parts[1:]] == [part.last + 1 for part in parts[:-1]]


def test_short_paragraphs_join_what_follows_and_the_last_what_precedes() -> None:
    """A paragraph that is too short for a Level of its own is no stretch of its own."""
    assert [part.label for part in found(ledger_of([SHORT, EASY, HARD, SHORT]))] == ["1–2", "3–4"]


def test_headings_have_no_number_of_their_own() -> None:
    """What does not count for the Level is not counted among the paragraphs."""
    parts = found(ledger_of(["A heading", EASY, "Another", HARD]))
    assert [(part.label, part.block) for part in parts] == [("1", 1), ("2", 3)]


def test_a_long_text_has_few_bars() -> None:
    """Paragraphs of a long text are joined until there are few enough bars to choose from."""
    parts = found(ledger_of([EASY] * 300))
    assert MOST / 2 < len(parts) <= MOST


def test_the_picture_names_the_hardest_part_and_marks_what_is_above_the_goal() -> None:
    """Words say from where to where the Level goes and which part is the hardest; its bar has another tone."""
    picture = pictured(ledger_of([EASY, HARD, EASY]), Goal(value=5.0))
    assert [bar.tone for bar in picture.bars] == [Tone.PLAIN, Tone.ABOVE, Tone.PLAIN]
    assert "The hardest part is paragraph 2, “The municipal administration" in picture.words
    assert "Above the goal, Grade 5 ± 0.5: 1 of 3 parts." in picture.words
    assert [rule.line for rule in picture.rules] == [Line.WHOLE, Line.GOAL]
    assert [bar.spot.block for bar in picture.bars if bar.spot] == [0, 1, 2]
    assert picture.bars[1].words.startswith("Paragraph 2: Level ")


def test_a_text_without_a_level_says_why_there_is_nothing_to_see() -> None:
    """Without a Level there are no bars, but the reason."""
    picture = pictured(ledger_of([SHORT]))
    assert not picture.bars
    assert picture.words == "No Level yet. 5 words. It needs 25."
