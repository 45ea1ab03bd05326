"""Tests of breaking up long paragraphs."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from factbox.document import Block
from factbox.session.breaking import COMFORTABLE, Breaking, breaks
from factbox.session.watcher import TextWatcher

SENTENCE = "The baker 🥖 lit the oven, and the whole street smelled of bread. "
sentences = st.lists(st.sampled_from(["Go on. ", SENTENCE, "word " * 900, "x" * 4_000, "“Yes,” she said. "]))


class Desk:
    """A text pane with somebody who follows it and somebody who breaks it up."""

    def __init__(self, qtbot: QtBot, text: str) -> None:
        self.pane = QPlainTextEdit()
        qtbot.addWidget(self.pane)
        self.watcher = TextWatcher(self.pane.document())
        self.breaking = Breaking(self.pane.document(), lambda: self.watcher.blocks)
        self.pane.setPlainText(text)

    @property
    def texts(self) -> list[str]:
        """The paragraphs, as they are followed."""
        return [block.text for block in self.watcher.blocks]


@given(sentences)
def test_breaks_are_at_spaces_and_lose_no_word(drawn: list[str]) -> None:
    """Every place is a space; the paragraphs between them are the text, and none is longer than it must be."""
    text = "".join(drawn).strip()
    places = breaks(text)
    assert places == sorted(set(places))
    parts = [
        text[start:end] for start, end in zip([0, *(place + 1 for place in places)], [*places, None], strict=True)
    ]
    assert " ".join(parts) == text
    assert all(len(part) <= 3_700 for part in parts if "xx" not in part)


def test_a_long_paragraph_becomes_several_in_one_step(qtbot: QtBot) -> None:
    """The words stay the same, the short paragraphs as they were, and one undo gives the text back."""
    text = "A title\n" + (SENTENCE * 2_000).strip() + "\nThe end."
    desk = Desk(qtbot, text)
    with qtbot.waitSignal(desk.breaking.broken):
        desk.breaking.break_up()
    assert " ".join(desk.texts).split() == text.split()
    assert (desk.texts[0], desk.texts[-1]) == ("A title", "The end.")
    assert max(map(len, desk.texts)) < 1_000
    assert not any(each.startswith(" ") or each.endswith(" ") for each in desk.texts)
    desk.pane.undo()
    assert "\n".join(desk.texts) == text
    assert not desk.pane.document().isUndoAvailable()


def test_what_is_written_meanwhile_is_kept(qtbot: QtBot) -> None:
    """If the text changes before the places are known, they are looked for again."""
    desk = Desk(qtbot, SENTENCE * 2_000)
    with qtbot.waitSignal(desk.breaking.broken):
        desk.breaking.break_up()
        desk.pane.insertPlainText("At last ")
    assert desk.texts[0].startswith("At last The baker 🥖 lit")
    assert " ".join(desk.texts).split() == ("At last " + SENTENCE * 2_000).split()


def test_comfortable_paragraphs_are_left_alone(qtbot: QtBot) -> None:
    """Only what is long is broken."""
    text = "word " * (COMFORTABLE // 5)
    desk = Desk(qtbot, text)
    with qtbot.waitSignal(desk.breaking.broken) as told:
        desk.breaking.break_up()
    assert told.args == [0]
    assert desk.watcher.blocks == (Block(text),)
