"""Tests of the vocabulary in bars."""

from factbox.document import Block, Splice
from factbox.metrics.bands import Spots, both_vocabularies, first_spots, vocabulary
from factbox.metrics.goals import Goal
from factbox.metrics.guidance import Profile
from factbox.metrics.ledger import Ledger
from factbox.metrics.picture import Shown, Tone
from factbox.metrics.profile import profile
from factbox.metrics.study import Study

HARD = "The municipal committee contemplated the preposterous proposal."
EASY = "The old dog ran home, and the dog was glad."


def read(*texts: str, goal: Goal | None = None) -> tuple[Profile, Spots]:
    """Profile paragraphs, and find where the named words stand."""
    ledger = Ledger()
    ledger.apply(Splice(0, 0, tuple(map(Block, texts)), 1))
    while ledger.pending:
        ledger.measure_next()
    study = Study(ledger)
    while study.read_next():
        pass
    found = profile(ledger.vocabulary.counts, ledger.lexicon, goal)
    search = first_spots(study, (*found.by_cefr, *found.by_band))
    while True:
        try:
            next(search)
        except StopIteration as end:
            return found, end.value


def test_shares_add_up_to_the_whole() -> None:
    """By level and by frequency, every token is in one bar."""
    for shown in (Shown.CEFR, Shown.FREQUENCY):
        picture = vocabulary(shown, *read(EASY, HARD))
        assert abs(sum(bar.value for bar in picture.bars) - 100) < 1e-9


def test_a_bar_names_its_words_and_where_the_first_of_them_stands() -> None:
    """The words of a level are said, the most frequent first, and the bar leads to where one stands."""
    picture = vocabulary(Shown.CEFR, *read(EASY, HARD))
    basic = picture.bars[0]
    assert basic.words.startswith("A1: ")
    assert "the, dog" in basic.words
    assert basic.spot is not None
    assert (basic.spot.block, basic.spot.start, basic.spot.end) == (0, 0, 3)


def test_levels_above_the_goal_have_another_tone() -> None:
    """With a goal, words above its level stand out, and the words say how many they are."""
    picture = vocabulary(Shown.CEFR, *read(EASY, HARD, goal=Goal(value=3.0)))
    assert picture.bars[0].tone is Tone.PLAIN
    assert picture.bars[5].tone is Tone.ABOVE
    assert picture.above == "above the goal"
    assert "% are above the goal: " in picture.words


def test_two_texts_stand_side_by_side() -> None:
    """Each level has a bar of the original, then one of the adaptation."""
    picture = both_vocabularies(read(HARD), read(EASY), ("Original", "Adaptation"))
    assert [bar.label for bar in picture.bars[::2]] == [bar.label for bar in picture.bars[1::2]]
    assert {bar.tone for bar in picture.bars[::2]} == {Tone.ORIGINAL}
    assert picture.bars[0].words.startswith("Original. A1: ")


def test_without_words_the_picture_says_so() -> None:
    """An empty text has no bars."""
    assert vocabulary(Shown.CEFR, *read("")).words == "No word yet."
