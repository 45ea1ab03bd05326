"""Tests of the ledger."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factbox.document import Block, Splice
from factbox.metrics import ledger as module
from factbox.metrics import words
from factbox.metrics.language import language
from factbox.metrics.ledger import Ledger, settle
from factbox.metrics.lexicon import Lexicon
from factbox.metrics.measure import Paragraph, measure
from factbox.metrics.report import Counting, Report
from factbox.metrics.tally import Tally, Vocabulary
from strategies import blocks

edits = st.lists(
    st.tuples(st.integers(0), st.integers(0), st.lists(blocks, max_size=4), st.booleans()), max_size=12
)


def applied(ledger: Ledger, edit: tuple[int, int, list[Block], bool]) -> None:
    """Put an edit into a ledger, cut to its size, and measure all of it or only a part."""
    first, removed, arriving, wholly = edit
    first %= len(ledger.blocks) + 1
    removed %= len(ledger.blocks) - first + 1
    ledger.apply(Splice(first, removed, tuple(arriving), 1))
    if wholly:
        measured(ledger)
    else:
        ledger.measure_next()


def measured(ledger: Ledger) -> Ledger:
    """Measure all that waits."""
    while ledger.pending:
        ledger.measure_next()
    return ledger


@given(edits)
def test_the_total_is_the_sum(drawn: list[tuple[int, int, list[Block], bool]]) -> None:
    """After any edits the running total and vocabulary are those of the paragraphs there are."""
    ledger = Ledger()
    for edit in drawn:
        applied(ledger, edit)
    measured(ledger)
    lexicon = Lexicon(language("en"))
    total, vocabulary = Tally(), Vocabulary()
    for block in ledger.blocks:
        forms = words.forms(block.text)
        total += measure(block, lexicon.tally(forms), lexicon).tally
        vocabulary.add(lexicon.tokens(forms))
    assert ledger.total == total
    assert ledger.vocabulary == vocabulary


@given(edits)
def test_live_equals_cold(drawn: list[tuple[int, int, list[Block], bool]]) -> None:
    """The report after any edits is that of the same text measured anew."""
    ledger = Ledger()
    for edit in drawn:
        applied(ledger, edit)
    live, cold = measured(ledger).report(), settle(ledger.blocks)
    assert live.facts == cold.facts
    assert live.scores == cold.scores


@given(edits)
def test_following_the_splices_rebuilds_the_document(drawn: list[tuple[int, int, list[Block], bool]]) -> None:
    """The ledger's blocks are what the splices make of an empty list."""
    ledger = Ledger()
    mirror: list[Block] = []
    for first, removed, arriving, _ in drawn:
        start = first % (len(mirror) + 1)
        length = removed % (len(mirror) - start + 1)
        mirror[start : start + length] = arriving
        ledger.apply(Splice(start, length, tuple(arriving), 1))
    assert ledger.blocks == mirror


def test_a_block_that_left_before_its_turn_is_never_measured() -> None:
    """What leaves unmeasured leaves no trace, and nothing is pending any more."""
    ledger = Ledger()
    ledger.apply(Splice(0, 0, (Block("One."), Block("Two.")), 1))
    ledger.apply(Splice(0, 2, (), 2))
    assert ledger.pending == 0
    ledger.measure_next()
    assert ledger.report().tokens == 0


def test_a_report_knows_its_revision_and_what_is_pending() -> None:
    """While blocks wait the report says how many, and which edit it knows of."""
    ledger = Ledger()
    ledger.apply(Splice(0, 0, (Block("One."), Block("Two."), Block("Three.")), 7))
    ledger.measure_next()
    report = ledger.report()
    assert (report.revision, report.pending, report.blocks, report.tokens) == (7, 2, 3, 1)


def test_what_is_typed_does_not_wait_for_a_long_text() -> None:
    """A block that changes while many wait is measured next."""
    ledger = Ledger()
    ledger.apply(Splice(0, 0, tuple(Block("Long.") for _ in range(100)), 1))
    ledger.apply(Splice(50, 1, (Block("Typed a moment ago."),), 2))
    ledger.measure_next()
    assert ledger.report().tokens == 4


def test_a_splice_outside_the_document_is_refused() -> None:
    """A splice that speaks of blocks nobody has is an error, and changes nothing."""
    ledger = Ledger()
    with pytest.raises(IndexError):
        ledger.apply(Splice(0, 1, (), 1))
    assert ledger.blocks == []


def test_a_block_that_cannot_be_measured_counts_for_nothing() -> None:
    """An error in one paragraph leaves the others countable, and the paragraph may leave again."""
    ledger = Ledger()
    ledger.apply(Splice(0, 0, (Block(None), Block("Two words.")), 1))  # type: ignore[arg-type]  # a broken block
    with pytest.raises(TypeError):
        ledger.measure_next()
    assert measured(ledger).report().tokens == 2
    ledger.apply(Splice(0, 1, (), 2))
    assert ledger.report().tokens == 2


def counted(text: str, counting: Counting) -> Report:
    """Report on a text, counted in a way that is chosen after it was measured."""
    ledger = Ledger()
    ledger.apply(Splice(0, 0, tuple(map(Block, text.split("\n"))), 1))
    measured(ledger).count(counting)
    return measured(ledger).report()


TEXT = (
    "The old mill\nThe mill stood by the river. The miller ground the corn of the whole valley there.\n- flour\n"
    * 4
)


def test_capitals_may_be_ignored() -> None:
    """Types and TTR change at once, the Level does not."""
    plain, folded = counted(TEXT, Counting()), counted(TEXT, Counting(ignore_capitals=True))
    assert folded.types == plain.types - 1
    assert folded.level == plain.level


def test_fragments_may_count_as_sentences() -> None:
    """Counted in, fragments bring their words and sentences into the Level, and nothing is left out."""
    plain, whole = counted(TEXT, Counting()), counted(TEXT, Counting(fragments=True))
    assert (plain.words, plain.words_left_out) == (64, 16)
    assert (whole.words, whole.words_left_out) == (80, 0)
    assert whole.sentences == plain.sentences + plain.fragments
    assert whole.level is not None
    assert plain.level is not None
    assert whole.level < plain.level


def test_another_formula_may_give_the_level() -> None:
    """The Level is then that formula's score."""
    report = counted(TEXT, Counting("smog"))
    assert report.level == report.scores["smog"]


def test_what_a_block_replaces_counts_until_the_block_is_measured() -> None:
    """The figures never dip while somebody types, and are exact when nothing is pending."""
    ledger = Ledger()
    ledger.apply(Splice(0, 0, (Block("One two three."), Block("Four.")), 1))
    measured(ledger)
    ledger.apply(Splice(0, 1, (Block("One two three four five."),), 2))
    assert ledger.report().tokens == 4
    ledger.apply(Splice(0, 1, (Block("One two three four five six."),), 3))
    assert ledger.report().tokens == 4
    assert measured(ledger).report().tokens == 7


def test_what_leaves_is_taken_out_by_and_by() -> None:
    """A large part that leaves is struck block by block, so nobody waits for it; a whole text leaves at once."""
    ledger = Ledger()
    ledger.apply(Splice(0, 0, tuple(Block("Two words.") for _ in range(100)), 1))
    measured(ledger)
    ledger.apply(Splice(10, 80, (), 2))
    assert (ledger.pending, ledger.report().tokens) == (80, 200)
    assert measured(ledger).report().tokens == 40
    ledger.apply(Splice(0, 20, (Block("One."),), 3))
    assert (ledger.pending, ledger.report().tokens) == (1, 0)
    assert measured(ledger).report().tokens == 1


def test_what_is_looked_at_is_measured_first() -> None:
    """The blocks on screen do not wait for those before them."""
    ledger = Ledger()
    ledger.apply(Splice(0, 0, tuple(Block("word " * number + ".") for number in range(100)), 1))
    ledger.look_at(50, 51)
    ledger.measure_next()
    ledger.measure_next()
    assert ledger.report().tokens == 50 + 51


def test_a_long_paragraph_costs_what_changed_in_it() -> None:
    """A word typed into a paragraph of a whole book gives the figures of a fresh count."""
    text = "The mill stood by the river, and it ground corn. " * 2_000
    ledger = Ledger()
    ledger.apply(Splice(0, 0, (Block(text),), 1))
    measured(ledger)
    changed = Block(text[:50_000] + " well! Then Dr. Abel-Smith’s " + text[50_000:])
    ledger.apply(Splice(0, 1, (changed,), 2))
    live, cold = measured(ledger).report(), settle([changed])
    assert live.facts == cold.facts
    assert live.scores == cold.scores


def test_exempt_words_count_as_easy() -> None:
    """Hard names become as light as short ones; they stay tokens, and the Level without the exemption is told."""
    hard = "Alexander met Elizabeth in Philadelphia, and Elizabeth’s aunt came along with them. " * 3
    easy = "Sean met Jane in Rome, and Jane’s aunt came along with them. " * 3
    spared = counted(hard, Counting(exempt=frozenset({"alexander", "elizabeth", "philadelphia"})))
    assert spared.level == pytest.approx(counted(easy, Counting()).level, abs=1e-9)
    assert spared.level_unspared == counted(hard, Counting()).level
    assert (spared.tokens, spared.types) == (counted(hard, Counting()).tokens, counted(hard, Counting()).types)
    assert counted(easy, Counting(exempt=frozenset({"zoë"}))).level_unspared is None


@given(edits)
def test_live_equals_cold_with_exempt_words(drawn: list[tuple[int, int, list[Block], bool]]) -> None:
    """Whatever is edited, what the exempt words are spared is what a fresh count spares them."""
    counting = Counting(exempt=frozenset({"the", "abel", "naïve", "cat"}), fragments=bool(len(drawn) % 2))
    ledger = Ledger(counting=counting)
    for edit in drawn:
        applied(ledger, edit)
    live, cold = measured(ledger).report(), settle(ledger.blocks, counting=counting)
    assert live.scores == cold.scores
    assert live.level_unspared == cold.level_unspared


def test_a_paragraph_that_fails_is_missing_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """The others are counted, the report says how many are not, and an edit there cures it."""
    whole = (Block("The boats came in. Nobody saw them."), Block("They were late."))
    ledger = Ledger()
    ledger.apply(Splice(0, 0, whole, 1))
    ledger.measure_next()

    def fail(*_given: object) -> Paragraph:
        raise MemoryError

    with monkeypatch.context() as patch:
        patch.setattr(module, "measure", fail)
        with pytest.raises(MemoryError):
            ledger.measure_next()
    assert ledger.report().summary == "7 words in 2 sentences · 1 paragraph could not be counted"
    ledger.apply(Splice(1, 1, whole[1:], 2))
    assert measured(ledger).report().summary == "10 words in 3 sentences"


def test_a_paragraph_that_failed_and_is_gone_is_not_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever removes it has nothing left to be told."""
    ledger = Ledger()
    ledger.apply(Splice(0, 0, (Block("They were late."),), 1))

    def fail(*_given: object) -> Paragraph:
        raise MemoryError

    with monkeypatch.context() as patch:
        patch.setattr(module, "measure", fail)
        with pytest.raises(MemoryError):
            ledger.measure_next()
    ledger.apply(Splice(0, 1, (), 2))
    assert ledger.report().summary == ""


def test_what_is_given_up_counts_for_nothing_until_it_is_edited() -> None:
    """What was measured stays, what waited is missing, whatever stood there before."""
    first, second, third = Block("The boats came in."), Block("They were late."), Block("Nobody saw them.")
    ledger = Ledger()
    ledger.apply(Splice(0, 0, (first, second, third), 1))
    measured(ledger)
    ledger.apply(Splice(1, 2, (Block("They were never late."),), 2))
    ledger.give_up()
    assert ledger.pending == 0
    assert ledger.report().summary == "4 words in 1 sentence · 1 paragraph could not be counted"
    ledger.apply(Splice(1, 1, (second,), 3))
    assert replace(measured(ledger).report(), revision=0) == settle((first, second))
