"""Tests of breaking up long paragraphs."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

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


def test_the_places_are_found_away_from_the_window(qtbot: QtBot) -> None:
    """They are spaces of the long block, counted as Qt counts; short blocks are left alone."""
    text = (SENTENCE * 2_000).strip()
    desk = Desk(qtbot, f"A title\n{text}\nThe end.")
    with qtbot.waitSignal(desk.breaking.found) as told:
        desk.breaking.look()
    places = told.args[0]
    assert list(places) == [1]
    units = text.encode("utf-16-le")
    assert {units[2 * place : 2 * place + 2].decode("utf-16-le") for place in places[1]} == {" "}


def test_what_is_written_meanwhile_is_known(qtbot: QtBot) -> None:
    """If the text changes before the places are told, they are looked for again."""
    desk = Desk(qtbot, SENTENCE * 2_000)
    with qtbot.waitSignal(desk.breaking.found) as told:
        desk.breaking.look()
        desk.pane.insertPlainText("🥖 At last ")
    text = desk.pane.toPlainText().encode("utf-16-le")
    assert {text[2 * place : 2 * place + 2].decode("utf-16-le") for place in told.args[0][0]} == {" "}


def test_comfortable_paragraphs_are_left_alone(qtbot: QtBot) -> None:
    """Only what is long is broken."""
    desk = Desk(qtbot, "word " * (COMFORTABLE // 5))
    with qtbot.waitSignal(desk.breaking.found) as told:
        desk.breaking.look()
    assert told.args == [{}]
