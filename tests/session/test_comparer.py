"""Tests of the comparer, at work in the analyst's thread."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Signal, Slot
from pytestqt.qtbot import QtBot

from factbox.document import Block, Splice
from factbox.metrics import losses
from factbox.metrics.collation import Collator, Fate
from factbox.metrics.ledger import settle
from factbox.metrics.meaning import Meaning
from factbox.metrics.report import Counting
from factbox.session.analyst import Analyst
from factbox.session.comparer import Comparer, Contrast, View, Wording

ORIGINAL = (
    Block("The mill stands by the river, and it grinds corn for 40 villages. The miller is old."),
    Block("His daughter carries the sacks because he cannot lift them."),
)
ADAPTED = (
    Block("The mill stands by the river. It grinds corn for 14 villages. The miller is old."),
    Block("His daughter carries the sacks because he cannot lift them."),
)


class Desk(QObject):
    """Asks as the window does, and gets answers in the window's thread."""

    edited = Signal(object)
    counted = Signal(object)
    given = Signal(object)
    looked = Signal(object)

    def __init__(self, analyst: Analyst) -> None:
        super().__init__()
        self.contrasts: list[Contrast] = []
        self.wordings: list[Wording] = []
        self.comparer = Comparer()
        analyst.join(self.comparer)
        self.edited.connect(analyst.revise)
        self.counted.connect(analyst.count)
        self.given.connect(self.comparer.set_original)
        self.looked.connect(self.comparer.look_at)
        self.comparer.contrasted.connect(self.note)
        self.comparer.worded.connect(self.mark)
        self.errors: list[str] = []
        self.comparer.failed.connect(self.complain)

    @Slot(object)
    def note(self, contrast: Contrast) -> None:
        """Keep a contrast."""
        self.contrasts.append(contrast)

    @Slot(object)
    def mark(self, wording: Wording) -> None:
        """Keep the changed words."""
        self.wordings.append(wording)

    @Slot(str)
    def complain(self, error: str) -> None:
        """Keep an error."""
        self.errors.append(error)


@pytest.fixture
def desk(qapp: object) -> Iterator[Desk]:
    """Give the other end of a comparer at work, and stop it."""
    assert qapp is not None
    analyst = Analyst()
    found = Desk(analyst)
    analyst.start()
    yield found
    analyst.stop()


def test_a_text_is_set_beside_its_original(desk: Desk, qtbot: QtBot) -> None:
    """Figures, sentences and notices are those of a comparison by itself."""
    desk.given.emit(ORIGINAL)
    desk.edited.emit(Splice(0, 0, ADAPTED, 1))
    qtbot.waitUntil(lambda: len(desk.contrasts) == 1)
    contrast = desk.contrasts[0]
    assert contrast.revision == 1
    assert contrast.original == settle(ORIGINAL)
    collation = Collator().collate(ORIGINAL, ADAPTED)
    assert [group.fate for group in contrast.collation.groups] == [group.fate for group in collation.groups]
    assert contrast.collation.groups[0].fate is Fate.SPLIT
    assert contrast.notices == Meaning().notices(collation)
    assert "Number changed" in {notice.title for notice in contrast.notices}


def test_it_follows_the_text(desk: Desk, qtbot: QtBot) -> None:
    """After every edit the comparison is of the text as it is."""
    desk.given.emit(ORIGINAL)
    desk.edited.emit(Splice(0, 0, ADAPTED, 1))
    qtbot.waitUntil(lambda: len(desk.contrasts) == 1)
    desk.edited.emit(Splice(0, 2, ORIGINAL, 2))
    qtbot.waitUntil(lambda: desk.contrasts[-1].revision == 2)
    assert desk.contrasts[-1].comparison.kept == 1
    assert desk.contrasts[-1].notices == ()


def test_both_are_counted_in_the_same_way(desk: Desk, qtbot: QtBot) -> None:
    """Another formula is that of the original too."""
    desk.given.emit(ORIGINAL)
    desk.edited.emit(Splice(0, 0, ADAPTED, 1))
    qtbot.waitUntil(lambda: len(desk.contrasts) == 1)
    desk.counted.emit(Counting("smog"))
    qtbot.waitUntil(lambda: desk.contrasts[-1].original.formula == "smog")


def test_only_words_on_screen_are_told(desk: Desk, qtbot: QtBot) -> None:
    """What changed elsewhere is not looked for."""
    desk.given.emit((*ORIGINAL, *(Block(f"Line {number} stays as it is.") for number in range(50))))
    changed = [Block(f"Line {number} stays as it was then.") for number in range(50)]
    desk.looked.emit(View((0, 1), (0, 1)))
    desk.edited.emit(Splice(0, 0, (*ADAPTED, *changed), 1))
    qtbot.waitUntil(lambda: bool(desk.wordings))
    assert {spot.block for spot in desk.wordings[-1].come} == {0}
    desk.looked.emit(View((30, 35), (30, 35)))
    qtbot.waitUntil(lambda: 30 in {spot.block for spot in desk.wordings[-1].come})
    assert 0 not in {spot.block for spot in desk.wordings[-1].come}


def test_without_an_original_nothing_is_compared(desk: Desk, qtbot: QtBot) -> None:
    """When the original is taken away, edits are compared with nothing any more."""
    desk.given.emit(ORIGINAL)
    desk.edited.emit(Splice(0, 0, ADAPTED, 1))
    qtbot.waitUntil(lambda: len(desk.contrasts) == 1)
    desk.given.emit(None)
    desk.edited.emit(Splice(0, 1, (Block("Other."),), 2))
    desk.given.emit(ORIGINAL)
    qtbot.waitUntil(lambda: len(desk.contrasts) == 2)
    assert desk.contrasts[-1].revision == 2


def test_a_rule_that_fails_is_told(desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """The comparison is there all the same, with what the other rules find."""

    def _numbers(*_given: object) -> list[losses.Loss]:
        raise IndexError

    monkeypatch.setattr(losses, "RULES", (_numbers, *losses.RULES))
    desk.given.emit(ORIGINAL)
    desk.edited.emit(Splice(0, 0, ADAPTED, 1))
    qtbot.waitUntil(lambda: bool(desk.errors))
    assert desk.errors == ["the rule “numbers” (IndexError). What the others find is there"]
    assert desk.contrasts[0].notices
