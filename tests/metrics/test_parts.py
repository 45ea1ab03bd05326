"""Tests of what sentences and words are to a Level that does not add up: Calibrated, by every recount."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factbox.document import Block, Splice
from factbox.metrics import content
from factbox.metrics.formulas import FORMULAS
from factbox.metrics.goals import Aim, Goal
from factbox.metrics.guidance import Panel, Question
from factbox.metrics.guide import Guide
from factbox.metrics.ledger import Ledger, settle
from factbox.metrics.measure import measured_sentences
from factbox.metrics.outcomes import edited
from factbox.metrics.parts import Parts
from factbox.metrics.report import Counting
from factbox.metrics.stock import Stock

CALIBRATED = Counting("calibrated")
FORMULA = FORMULAS["calibrated"]
_WORDS = (
    "the a of cat cats nation nations national run running education government dangerous quietly walked London "
    "and because which enormous purchased immediately children water zyxolith it's well-known"
).split()
sentences = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=14).map(
    lambda drawn: " ".join(drawn).capitalize() + "."
)
paragraphs = st.lists(sentences, min_size=1, max_size=4).map(" ".join) | st.sampled_from(
    ["A heading", "- dangerous items", "government", "", "THE NATION WALKED."]
)
texts = st.lists(paragraphs, min_size=1, max_size=5)
ways = st.builds(
    Counting,
    st.just("calibrated"),
    st.just(value=False),
    st.booleans(),
    st.sampled_from([frozenset[str](), frozenset({"government", "cats"})]),
)
TEXT = """
The municipal government purchased numerous dangerous locomotives, and the population complained at once of the \
noise, which was enormous. It rained. The trains were old and slow.
The machines
Everybody remembered the locomotives of the previous government because they had frequently exploded.
""".strip().split("\n")


def ledger_of(lines: list[str], counting: Counting = CALIBRATED) -> Ledger:
    """Measure paragraphs."""
    ledger = Ledger(counting=counting)
    ledger.apply(Splice(0, 0, tuple(map(Block, lines)), 1))
    while ledger.pending:
        ledger.measure_next()
    return ledger


@given(texts, texts, st.integers(0), st.integers(0), ways)
def test_live_equals_cold(lines: list[str], others: list[str], first: int, removed: int, way: Counting) -> None:
    """After an edit the Level, with its fragments and exempt words, is that of the same text measured anew."""
    ledger = ledger_of(lines, way)
    first %= len(lines)
    removed %= len(lines) - first + 1
    ledger.apply(Splice(first, removed, tuple(map(Block, others)), 2))
    while ledger.pending:
        ledger.measure_next()
    told, cold = ledger.report(), settle(ledger.blocks, counting=way)
    assert told.judged == cold.judged
    assert (told.level, told.level_unspared) == (cold.level, cold.level_unspared)


@given(texts, ways)
def test_choosing_it_counts_what_it_asks_for(lines: list[str], way: Counting) -> None:
    """Chosen for a text that was counted without content words, it gives what it gives from the start."""
    ledger = ledger_of(lines, Counting())
    ledger.count(way)
    while ledger.pending:
        ledger.measure_next()
    assert ledger.judged == settle(ledger.blocks, counting=way).judged


@given(texts)
def test_others_are_not_asked_for_content_words(lines: list[str]) -> None:
    """For a formula that does not look at them none is kept, and Calibrated has no figure."""
    ledger = ledger_of(lines, Counting())
    assert ledger.content.times == {}
    assert ledger.report().scores["calibrated"] is None


@given(texts, ways)
def test_without_a_sentence_the_level_is_that_of_the_rest(lines: list[str], way: Counting) -> None:
    """What is foretold is the Level of the same text measured without the sentence."""
    ledger = ledger_of(lines, way)
    parts = Parts(ledger)
    for number, line in enumerate(lines):
        found = measured_sentences(Block(line), ledger.lexicon)
        if len(found) < 2:
            continue
        for sentence in found:
            rest = line[: sentence.start] + line[sentence.end :].lstrip()
            if len(measured_sentences(Block(rest), ledger.lexicon)) != len(found) - 1:
                # Those around it are another text together: "A." before "Cat." is an initial.
                continue
            recounted = settle(map(Block, [*lines[:number], rest, *lines[number + 1 :]]), counting=way)
            foretold = parts.without(parts.part(sentence.kind))
            assert foretold == pytest.approx(FORMULA.value(recounted.judged), abs=1e-9)
            share = parts.share(parts.part(sentence.kind))
            assert share == pytest.approx(FORMULA.value(ledger.judged) - (foretold or 0), abs=1e-9)


@given(sentences)
def test_a_sentence_by_itself_is_a_text_of_it(line: str) -> None:
    """Its Level alone is that of a text with this sentence and no other."""
    ledger = ledger_of([line, *TEXT])
    parts = Parts(ledger)
    (sentence,) = measured_sentences(Block(line), ledger.lexicon)
    found = settle([Block(line)], every=True).judged
    assert parts.alone(parts.part(sentence.kind)) == pytest.approx(FORMULA.value(found), abs=1e-9)


@given(texts)
def test_a_word_has_what_the_level_loses_without_it(lines: list[str]) -> None:
    """The share of a word is the Level less that of a text whose stock lacks the word, to 1e-9."""
    ledger = ledger_of(lines)
    if not ledger.judged.sentences:
        return
    parts, level = Parts(ledger), FORMULA.value(ledger.judged)
    kept = ledger.content.times
    for word in kept:
        others = Stock(each for each, times in kept.items() if each != word for _ in range(times))
        rest = ledger.judged.packed - ledger.content.packed + others.packed
        recounted = FORMULA.value(type(ledger.judged).unpack(rest))
        assert parts.word_share(word, 1) == pytest.approx(level - recounted, abs=1e-9)


def test_a_word_that_is_easier_than_others_takes_from_the_level() -> None:
    """A common word has a share below nothing, one that is learnt late above; function words have none."""
    parts = Parts(ledger_of(TEXT))
    assert parts.word_share("old", 1) < 0 < parts.word_share("municipal", 1)
    assert parts.word_share("the", 4) == 0


@given(texts)
def test_what_edits_do_is_what_a_recount_says(lines: list[str]) -> None:
    """Words that are put into several paragraphs at once count once, as in the text that then stands there."""
    ledger = ledger_of(lines)
    changed = {number: f"{line} Governments ran." for number, line in enumerate(lines)}
    recounted = settle(map(Block, changed.values()), counting=CALIBRATED).judged
    assert ledger.foretell(changed) == recounted


def test_a_step_of_the_plan_does_what_it_promises() -> None:
    """Each step alone has the Level that the text has when the step is done and all is counted anew."""
    ledger = ledger_of(TEXT)
    guide = Guide(ledger)
    guide.aim(Goal(Aim.GRADE, 5, 0.5))
    question = Question(panels=frozenset(Panel), marks=True, first=0, last=9)
    answer = [each for each in guide.think(question) if each is not None][-1]
    steps = answer.plan.steps if answer.plan is not None else ()
    assert len(steps) >= 2
    for step in steps:
        lines = [
            edited(line, [edit for edit in step.edits if edit.spot.block == number])
            for number, line in enumerate(TEXT)
        ]
        recounted = FORMULA.value(settle(map(Block, lines), counting=CALIBRATED).judged)
        assert step.alone == pytest.approx(recounted, abs=1e-9)


def test_its_marks_and_rows_have_shares() -> None:
    """Words and sentences stand in the lists and marks with what they add, the hardest first."""
    ledger = ledger_of(TEXT)
    question = Question(panels=frozenset(Panel), marks=True, first=0, last=9)
    answer = next(each for each in Guide(ledger).think(question) if each is not None)
    shares = [row.share for row in answer.words or ()]
    assert answer.apart
    assert None not in shares
    assert shares == sorted(shares, key=lambda share: -(share or 0))
    assert any(mark.figure.startswith("adds") for mark in answer.marks or ())


def test_long_sentences_weigh_by_their_words() -> None:
    """The length is the mean over words: of a sentence of 3 and one of 9 words it is 7.5, not 6."""
    judged = settle([Block("The cat ran. The dogs ran home to the old red barn.")], every=True).judged
    assert judged.length / judged.words == pytest.approx((9 + 81) / 12)


def test_a_list_without_an_end_is_no_long_sentence() -> None:
    """From 200 words on a sentence is as long as one of 200."""
    judged = settle([Block("word " * 999 + "end.")], every=True).judged
    assert math.isclose(judged.length / judged.words, 200)


def test_exempt_words_say_nothing_of_the_vocabulary() -> None:
    """A word that counts as easy is left out like a name, and the Level without that is told too."""
    way = Counting("calibrated", exempt=frozenset({"municipal", "locomotives"}))
    ledger, plain = ledger_of(TEXT, way), ledger_of(TEXT)
    assert not {"municipal", "locomotives"} & {word for its in ledger.content.families.values() for word in its}
    assert (ledger.report().level or 0) < (ledger.report().level_unspared or 0)
    assert ledger.report().level_unspared == plain.report().level
    assert content.exempted("municipal") in ledger.content.times
