"""Tests of an original and its versions, over a real manuscript."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from factbox import formats
from factbox.document import Block, Document
from factbox.metrics.goals import Aim, Goal
from factbox.session import portfolio
from factbox.session.choices import Choices
from factbox.session.companion import Companion
from factbox.session.manuscript import Manuscript
from factbox.session.portfolio import MOST_MOMENTS, Portfolio
from factbox.session.watcher import TextWatcher

TEXT = "The old mill\n\nThe mill stands by the river. It grinds corn."
GOAL = Goal(Aim.GRADE, 4)


class Shop:
    """A text with its manuscript, its choices and its portfolio."""

    def __init__(self) -> None:
        self.pane = QPlainTextEdit()
        watcher = TextWatcher(self.pane.document())
        self.portfolio = Portfolio(lambda: watcher.blocks)
        self.companion = Companion()
        self.manuscript = Manuscript(self.pane.document(), lambda: watcher.blocks, lambda: self.portfolio.work)
        self.portfolio.serve(self.manuscript, self.companion)
        self.manuscript.opened.connect(
            lambda document: self.portfolio.begin(document, self.manuscript.path, Choices())
        )

    def text(self) -> str:
        """Give the text that is being written."""
        return self.pane.toPlainText()


@pytest.fixture
def shop(qtbot: QtBot) -> Shop:
    """Give a text that belongs to no file yet."""
    made = Shop()
    qtbot.addWidget(made.pane)
    made.pane.setPlainText(TEXT)
    made.pane.document().setModified(False)
    return made


def changed(qtbot: QtBot, shop: Shop, act: Callable[[], object]) -> None:
    """Do something, and wait until the portfolio tells of it."""
    with qtbot.waitSignal(shop.portfolio.changed):
        act()


def reopened(qtbot: QtBot, shop: Shop, path: Path) -> None:
    """Save, begin another text, and open the file."""
    with qtbot.waitSignal(shop.manuscript.saved):
        shop.manuscript.save(path)
    with qtbot.waitSignal(shop.manuscript.opened):
        shop.manuscript.begin()
    assert shop.portfolio.work is None
    with qtbot.waitSignal(shop.manuscript.opened):
        shop.manuscript.open(path)


def noted(shop: Shop, when: float, level: float) -> None:
    """Note a moment."""
    shop.portfolio.observe(level)
    shop.portfolio.note(when)


def test_adapting_keeps_the_text_as_the_original(shop: Shop) -> None:
    """The same text is the original and the first version; it asks to be saved, and belongs to no file."""
    shop.portfolio.adapt("The old mill")
    work = shop.portfolio.work
    assert work is not None
    assert work.original == work.versions[0].blocks == tuple(map(Block, TEXT.split("\n")))
    assert (shop.manuscript.is_saved, shop.manuscript.path, shop.manuscript.title) == (False, None, "The old mill")
    shop.pane.appendPlainText("It is old.")
    assert shop.portfolio.work is not None
    assert shop.portfolio.work.original == work.original
    assert shop.portfolio.work.versions[0].blocks[-1] == Block("It is old.")


def test_versions_have_texts_and_choices_of_their_own(shop: Shop, qtbot: QtBot) -> None:
    """Going from one to another brings back its text, its goal and its easy words, and loses nothing."""
    shop.portfolio.adapt("Mill")
    shop.companion.change(goal=GOAL, exempt=frozenset({"mill"}))
    changed(qtbot, shop, lambda: shop.portfolio.add("For Year 3"))
    shop.pane.setPlainText("The mill is old.")
    shop.companion.change(goal=None, exempt=frozenset())
    changed(qtbot, shop, lambda: shop.portfolio.show(0))
    assert (shop.text(), shop.companion.choices) == (TEXT, Choices(GOAL, frozenset({"mill"})))
    changed(qtbot, shop, lambda: shop.portfolio.show(1))
    assert (shop.text(), shop.companion.choices) == ("The mill is old.", Choices())
    assert not shop.manuscript.is_saved


def test_what_is_saved_comes_back(shop: Shop, qtbot: QtBot, tmp_path: Path) -> None:
    """Original, versions, choices and history are those that were saved, and nothing is unsaved then."""
    shop.portfolio.adapt("Mill")
    shop.companion.dismiss("notice", "It is meant")
    noted(shop, 1.5, 3.25)
    changed(qtbot, shop, lambda: shop.portfolio.add("Short", (Block("The mill is old."),)))
    work = shop.portfolio.work
    reopened(qtbot, shop, tmp_path / "mill.factbox")
    assert shop.portfolio.work == work
    assert shop.manuscript.is_saved
    assert shop.companion.choices.dismissed == {"notice": "It is meant"}
    assert shop.text() == "The mill is old."


def test_a_choice_is_a_change_of_the_document(shop: Shop, qtbot: QtBot, tmp_path: Path) -> None:
    """A goal lies in the file of a work, and so it has to be saved."""
    shop.portfolio.adapt("Mill")
    reopened(qtbot, shop, tmp_path / "mill.factbox")
    shop.companion.change(goal=GOAL)
    assert not shop.manuscript.is_saved


def test_a_text_by_itself_stays_one(shop: Shop, qtbot: QtBot, tmp_path: Path) -> None:
    """Without an original there are no versions, and plain text is saved as plain text."""
    shop.portfolio.add("For Year 3")
    noted(shop, 1.0, 3.0)
    assert shop.portfolio.work is None
    with qtbot.waitSignal(shop.manuscript.saved):
        shop.manuscript.save(tmp_path / "mill.txt")
    assert (tmp_path / "mill.txt").read_text("utf-8").startswith("The old mill")


def test_versions_are_renamed_and_removed(shop: Shop, qtbot: QtBot) -> None:
    """The one that is being written cannot go; the number of the current one follows."""
    shop.portfolio.adapt("Mill")
    changed(qtbot, shop, lambda: shop.portfolio.add("Second"))
    changed(qtbot, shop, lambda: shop.portfolio.rename(0, "First"))
    shop.portfolio.remove(1)
    work = shop.portfolio.work
    assert work is not None
    assert ([version.name for version in work.versions], work.current) == (["First", "Second"], 1)
    changed(qtbot, shop, lambda: shop.portfolio.remove(0))
    work = shop.portfolio.work
    assert work is not None
    assert ([version.name for version in work.versions], work.current) == (["Second"], 0)


def test_another_original_leaves_the_versions(shop: Shop, qtbot: QtBot) -> None:
    """Only what they are compared with is another."""
    shop.portfolio.adapt("Mill")
    changed(qtbot, shop, lambda: shop.portfolio.set_original("Other", (Block("Another text."),)))
    work = shop.portfolio.work
    assert work is not None
    assert (work.title, work.original, len(work.versions)) == ("Other", (Block("Another text."),), 1)


def test_an_original_that_is_replaced_becomes_a_version(shop: Shop) -> None:
    """Where no version has its text, it would be lost."""
    shop.portfolio.adapt("Mill")
    shop.pane.setPlainText("Quite another text by now.")
    shop.portfolio.set_original("Other", (Block("Another text."),))
    work = shop.portfolio.work
    assert work is not None
    assert [version.name for version in work.versions] == ["Version 1", "Original: Mill"]
    assert work.versions[1].blocks == tuple(map(Block, TEXT.split("\n")))
    assert work.current == 0


def test_the_history_keeps_what_differs(shop: Shop) -> None:
    """The same text is noted once; of very many moments the older ones are thinned out."""
    shop.portfolio.adapt("Mill")
    noted(shop, 1, 3.0)
    noted(shop, 2, 3.0)
    for number in range(3 * MOST_MOMENTS):
        shop.pane.appendPlainText(f"Line {number}.")
        noted(shop, 10 + number, float(number))
    work = shop.portfolio.work
    assert work is not None
    moments = [moment.when for moment in work.versions[0].history]
    assert len(moments) <= MOST_MOMENTS
    assert moments == sorted(set(moments))
    assert (moments[0], moments[-1]) == (1, 10 + 3 * MOST_MOMENTS - 1)


def test_a_document_with_damaged_choices_opens(shop: Shop, qtbot: QtBot) -> None:
    """The text is worth more than what was chosen for it."""
    shop.portfolio.adapt("Mill")
    work = shop.portfolio.work
    assert work is not None
    version = replace(work.versions[0], choices={"goal": {"aim": "nonsense"}})
    document = Document(version.blocks, work=replace(work, versions=(version,)))
    with qtbot.waitSignal(shop.manuscript.opened):
        shop.manuscript.begin(document)
    assert shop.companion.choices == Choices()
    assert shop.portfolio.work is not None


def test_the_first_words_are_a_title(shop: Shop) -> None:
    """Of a long paragraph only the beginning."""
    assert shop.portfolio.first_words == "The old mill"
    shop.pane.setPlainText("word " * 40)
    assert len(shop.portfolio.first_words) <= 60


def test_while_a_version_comes_in_the_others_are_whole(shop: Shop, qtbot: QtBot) -> None:
    """In between, no version holds a part of another, whatever its length."""
    shop.portfolio.adapt("Mill")
    long = tuple(Block("The mill is old and grey. " * 400) for _number in range(60))
    with qtbot.waitSignal(shop.portfolio.changed):
        shop.portfolio.add("Long", long)
        between = shop.portfolio.work
        assert between is not None
        assert [version.blocks for version in between.versions] == [between.original, long]
        assert not shop.manuscript.is_saved
    assert shop.portfolio.work == between


def test_only_one_form_holds_it_all(shop: Shop, qtbot: QtBot, tmp_path: Path) -> None:
    """A plain text would lose the original and the other versions: it is refused, and nothing is written."""
    shop.portfolio.adapt("Mill")
    with qtbot.waitSignal(shop.manuscript.unsaved) as told:
        shop.manuscript.save(tmp_path / "mill.txt")
    assert told.args
    assert ".factbox" in str(told.args[1])
    assert not (tmp_path / "mill.txt").exists()
    assert not shop.manuscript.is_saved


def test_leaving_a_version_notes_it(shop: Shop, qtbot: QtBot) -> None:
    """What was written last is in its history with its Level, and the next version begins at its start."""
    shop.portfolio.adapt("Mill")
    shop.portfolio.observe(4.5)
    shop.pane.appendPlainText("A last line.")
    with qtbot.waitSignals([shop.portfolio.switched, shop.portfolio.changed]):
        shop.portfolio.add("Second")
    work = shop.portfolio.work
    assert work is not None
    (moment,) = work.versions[0].history
    assert (moment.level, moment.blocks[-1].text) == (4.5, "A last line.")


def test_a_save_while_a_version_comes_in_has_all_of_it(shop: Shop, qtbot: QtBot, tmp_path: Path) -> None:
    """The file never holds half a text."""
    shop.portfolio.adapt("Mill")
    long = tuple(Block("The mill is old and grey. " * 400) for _number in range(60))
    with qtbot.waitSignals([shop.portfolio.changed, shop.manuscript.saved]):
        shop.portfolio.add("Long", long)
        assert shop.manuscript.is_coming
        shop.manuscript.save(tmp_path / "mill.factbox")
    kept = formats.read(tmp_path / "mill.factbox")
    assert kept.blocks == long
    assert kept.work is not None
    assert [version.name for version in kept.work.versions] == ["Version 1", "Long"]


def test_a_damaged_choice_costs_only_itself(shop: Shop, qtbot: QtBot, tmp_path: Path) -> None:
    """The goal of another program is not understood, and stays in the file; the easy words are there."""
    shop.portfolio.adapt("Mill")
    work = shop.portfolio.work
    assert work is not None
    strange = {"goal": {"aim": "stars", "value": 3}, "exempt": ["mill"], "of another": 1}
    version = replace(work.versions[0], choices=strange)
    with qtbot.waitSignal(shop.manuscript.opened):
        shop.manuscript.begin(Document(version.blocks, work=replace(work, versions=(version,))))
    assert shop.companion.choices == Choices(exempt=frozenset({"mill"}))
    shop.companion.change(exempt=frozenset({"mill", "corn"}))
    reopened(qtbot, shop, tmp_path / "mill.factbox")
    again = shop.portfolio.work
    assert again is not None
    assert again.versions[0].choices["goal"] == strange["goal"]
    assert again.versions[0].choices["of another"] == 1
    assert again.versions[0].choices["exempt"] == ["corn", "mill"]


def test_a_history_is_bounded_by_its_letters(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    """Moments of a long text are thinned out before they fill the disk; the last one stays."""
    monkeypatch.setattr(portfolio, "MOST_LETTERS", 3 * len(TEXT) + 100)
    shop.portfolio.adapt("Mill")
    for number in range(12):
        shop.pane.appendPlainText(f"{number}.")
        noted(shop, number, 1.0)
    work = shop.portfolio.work
    assert work is not None
    history = work.versions[0].history
    assert 1 < len(history) <= 4
    assert history[-1].when == 11
