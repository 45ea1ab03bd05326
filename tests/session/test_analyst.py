"""Tests of the Analyst."""

import sys
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QObject, QThread, Signal, Slot
from pytestqt.qtbot import QtBot

from factbox.document import Block, Splice
from factbox.metrics import ledger
from factbox.metrics.explain import Explanation
from factbox.metrics.ledger import settle
from factbox.metrics.measure import Paragraph
from factbox.metrics.report import Counting, Report
from factbox.session.analyst import Analyst


class Desk(QObject):
    """Sends splices as the watcher does, and gets reports as the window does, in the window's thread."""

    edited = Signal(object)
    chosen = Signal(object)
    asked = Signal(str)
    renewed = Signal(object)

    def __init__(self, analyst: Analyst) -> None:
        super().__init__()
        self.reports: list[Report] = []
        self.errors: list[str] = []
        self.explanations: list[Explanation] = []
        self.edited.connect(analyst.revise)
        self.chosen.connect(analyst.count)
        self.asked.connect(analyst.explain)
        analyst.explained.connect(self.read)
        analyst.reported.connect(self.note)
        analyst.failed.connect(self.complain)

    @Slot(object)
    def note(self, report: Report) -> None:
        """Keep a report."""
        self.reports.append(report)

    @Slot(object)
    def read(self, explanation: Explanation) -> None:
        """Keep an explanation."""
        self.explanations.append(explanation)

    @Slot(str)
    def complain(self, error: str) -> None:
        """Keep an error."""
        self.errors.append(error)

    def knows(self, revision: int) -> bool:
        """Tell whether the last report is exact at a revision."""
        return bool(self.reports) and self.reports[-1].revision == revision and not self.reports[-1].pending


@pytest.fixture
def analyst(qapp: object) -> Iterator[Analyst]:
    """Give an analyst at work, and stop it."""
    assert qapp is not None
    found = Analyst()
    found.start()
    yield found
    found.stop()


@pytest.fixture
def desk(analyst: Analyst) -> Desk:
    """Give the other end of the analyst's signals."""
    return Desk(analyst)


def test_every_splice_is_answered(desk: Desk, qtbot: QtBot) -> None:
    """A splice is followed by an exact report that knows of it."""
    for revision, text in enumerate(["One.", "Two words.", "Three more words."], start=1):
        desk.edited.emit(Splice(0, int(revision > 1), (Block(text),), revision))
        qtbot.waitUntil(partial(desk.knows, revision))
        assert desk.reports[-1].tokens == revision


def test_the_last_report_is_the_text_measured_cold(desk: Desk, qtbot: QtBot) -> None:
    """However many splices come at once, the last report is that of the text as it then is."""
    blocks = [Block(f"This is the paragraph with number {number}. It is short.") for number in range(300)]
    for number, block in enumerate(blocks):
        desk.edited.emit(Splice(number, 0, (block,), number + 1))
    qtbot.waitUntil(lambda: desk.knows(300))
    assert desk.reports[-1].facts == settle(blocks).facts


def test_a_long_text_is_reported_in_part(desk: Desk, qtbot: QtBot) -> None:
    """While much is to do a report comes with what is done, and the last one is whole."""
    blocks = tuple(Block(f"Paragraph {number} is here. " * 40) for number in range(800))
    desk.edited.emit(Splice(0, 0, blocks, 1))
    qtbot.waitUntil(lambda: desk.knows(1))
    pending = [report.pending for report in desk.reports]
    assert pending[0] > 0
    assert pending == sorted(pending, reverse=True)


def test_an_error_is_told_and_work_goes_on(desk: Desk, qtbot: QtBot) -> None:
    """A paragraph that cannot be measured is told of; the others are counted."""
    desk.edited.emit(Splice(0, 0, (Block(None), Block("Two words.")), 1))  # type: ignore[arg-type]  # broken
    qtbot.waitUntil(lambda: desk.knows(1))
    assert desk.reports[-1].tokens == 2
    assert len(desk.errors) == 1


def test_a_splice_that_fits_nothing_is_told(desk: Desk, qtbot: QtBot) -> None:
    """An edit of blocks that nobody has is an error that the window hears of."""
    desk.edited.emit(Splice(7, 3, (), 1))
    qtbot.waitUntil(lambda: len(desk.errors) == 1)


def test_a_ledger_that_is_lost_begins_anew(analyst: Analyst, desk: Desk, qtbot: QtBot) -> None:
    """Behind an edit that could not be booked the analyst asks for the whole text, and counts that."""
    whole = (Block("One."), Block("Two words."))
    desk.edited.emit(Splice(0, 0, whole[:1], 1))
    qtbot.waitUntil(lambda: desk.knows(1))
    desk.renewed.connect(analyst.renew)
    desk.renewed.emit(Splice(0, 0, (), 9))
    asked: list[bool] = []
    analyst.lost.connect(lambda: asked.append(True))
    desk.edited.emit(Splice(7, 3, (), 2))
    qtbot.waitUntil(lambda: asked == [True])
    desk.renewed.emit(Splice(0, 0, whole, 2))
    qtbot.waitUntil(lambda: desk.knows(2))
    assert desk.reports[-1].tokens == 3
    desk.edited.emit(Splice(2, 0, (Block("Three more words."),), 3))
    qtbot.waitUntil(lambda: desk.knows(3))
    assert desk.reports[-1].tokens == 6


def test_what_cannot_be_begun_anew_waits_for_the_next_edit(analyst: Analyst, desk: Desk, qtbot: QtBot) -> None:
    """A text that can never be booked is told, and asked for once, not for ever."""
    asked: list[bool] = []
    analyst.lost.connect(lambda: asked.append(True))
    desk.renewed.connect(analyst.renew)
    desk.edited.emit(Splice(7, 3, (), 1))
    desk.renewed.emit(Splice(7, 3, (), 1))
    qtbot.waitUntil(lambda: len(desk.errors) == 2)
    assert asked == [True]
    desk.edited.emit(Splice(0, 0, (Block("One."),), 2))
    qtbot.waitUntil(lambda: len(asked) == 2)
    desk.renewed.emit(Splice(0, 0, (Block("One."),), 2))
    qtbot.waitUntil(lambda: desk.knows(2))


def test_no_memory_is_told_in_words(desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever has too many programs open is told what to do."""

    def fail(*_given: object) -> Paragraph:
        raise MemoryError

    monkeypatch.setattr(ledger, "measure", fail)
    desk.edited.emit(Splice(0, 0, (Block("One."),), 1))
    qtbot.waitUntil(lambda: desk.knows(1))
    assert desk.errors == ["the memory is full. Close other programs or windows, then go on writing"]
    assert desk.reports[-1].summary == "1 paragraph could not be counted"


def test_what_was_left_out_is_counted_when_there_is_memory(
    analyst: Analyst, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At the next edit after that the analyst asks for the whole text."""
    asked: list[bool] = []
    analyst.lost.connect(lambda: asked.append(True))
    desk.renewed.connect(analyst.renew)

    def fail(*_given: object) -> Paragraph:
        raise MemoryError

    with monkeypatch.context() as patch:
        patch.setattr(ledger, "measure", fail)
        desk.edited.emit(Splice(0, 0, (Block("One."), Block("Two words.")), 1))
        qtbot.waitUntil(lambda: desk.knows(1))
    assert desk.reports[-1].summary == "2 paragraphs could not be counted"
    assert len(desk.errors) == 1
    desk.edited.emit(Splice(2, 0, (Block("Three more words."),), 2))
    qtbot.waitUntil(lambda: asked == [True])
    desk.renewed.emit(Splice(0, 0, (Block("One."), Block("Two words."), Block("Three more words.")), 2))
    qtbot.waitUntil(lambda: desk.knows(2))
    assert desk.reports[-1].tokens == 6
    assert desk.reports[-1].summary.endswith("sentences")


def test_another_way_of_counting_is_reported_at_once(desk: Desk, qtbot: QtBot) -> None:
    """A choice of how to count is answered by a report, before and after there is a text."""
    desk.chosen.emit(Counting(ignore_capitals=True))
    desk.edited.emit(Splice(0, 0, (Block("The cat saw the dog."),), 1))
    qtbot.waitUntil(lambda: desk.knows(1))
    assert desk.reports[-1].types == 4
    desk.chosen.emit(Counting())
    qtbot.waitUntil(lambda: desk.reports[-1].types == 5)


def test_an_open_fact_is_explained_after_every_report(desk: Desk, qtbot: QtBot) -> None:
    """While a fact is open its explanation follows the text; closed, it costs nothing."""
    desk.edited.emit(Splice(0, 0, (Block("One."),), 1))
    qtbot.waitUntil(lambda: desk.knows(1))
    assert desk.explanations == []
    desk.asked.emit("tokens")
    qtbot.waitUntil(lambda: len(desk.explanations) == 1)
    desk.edited.emit(Splice(0, 1, (Block("Two words."),), 2))
    qtbot.waitUntil(lambda: desk.explanations[-1].text == "2")
    desk.asked.emit("")
    before = len(desk.explanations)
    desk.edited.emit(Splice(0, 1, (Block("Three words now."),), 3))
    qtbot.waitUntil(lambda: desk.knows(3))
    assert len(desk.explanations) == before


def test_counting_happens_in_a_thread_of_its_own(analyst: Analyst) -> None:
    """The analyst does not live in the window's thread."""
    assert analyst.thread() is not QThread.currentThread()


def test_stopping_gives_the_switch_interval_back(qtbot: QtBot) -> None:
    """Stopped in the middle of bulk work, the analyst leaves Python's own interval as it was."""
    before = sys.getswitchinterval()
    analyst = Analyst()
    desk = Desk(analyst)
    analyst.start()
    desk.edited.emit(Splice(0, 0, tuple(Block("Some words are here. " * 200) for _ in range(500)), 1))
    qtbot.waitUntil(lambda: bool(desk.reports))
    analyst.stop()
    assert desk.reports[0].pending > 0
    assert sys.getswitchinterval() == before
