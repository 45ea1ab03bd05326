"""The commands that shape a text."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from factbox.document import Block, Face, Role, Span
from factbox.session import conversion
from factbox.session.settings import SettingsStore
from factbox.ui import dialogs
from factbox.ui.window import MainWindow


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    """Give a window with a line of text."""
    made = MainWindow(SettingsStore())
    qtbot.addWidget(made)
    made.editor.setPlainText("Boats sail far.")
    yield made
    made.manuscript.abandon()


def blocks_of(window: MainWindow) -> list[Block]:
    """Give the blocks that the editor shows."""
    return conversion.blocks(window.editor.document(), 0, window.editor.blockCount())


def select(window: MainWindow, start: int, end: int) -> None:
    """Select letters."""
    cursor = window.editor.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    window.editor.setTextCursor(cursor)


def test_letters_become_bold_and_plain_again(window: MainWindow) -> None:
    """The command turns the face of the selection on and off, and shows which it has."""
    select(window, 0, 5)
    window.commands["bold"].trigger()
    assert blocks_of(window) == [Block("Boats sail far.", spans=(Span(0, 5, Face.BOLD),))]
    assert window.commands["bold"].isChecked()
    window.commands["bold"].trigger()
    assert blocks_of(window) == [Block("Boats sail far.")]
    assert not window.commands["bold"].isChecked()


def test_the_word_around_the_caret_is_meant(window: MainWindow) -> None:
    """Without a selection, the word that the caret stands in becomes italic."""
    select(window, 8, 8)
    window.commands["italic"].trigger()
    assert blocks_of(window)[0].spans == (Span(6, 10, Face.ITALIC),)


def test_what_is_typed_next_is_meant_elsewhere(window: MainWindow) -> None:
    """At the edge of a word the face is that of what comes."""
    select(window, 15, 15)
    window.commands["bold"].trigger()
    QTest.keyClicks(window.editor, " Far")
    assert blocks_of(window)[0].spans == (Span(16, 19, Face.BOLD),)


@pytest.mark.parametrize(
    ("key", "found"),
    [
        ("heading", (Role.HEADING, 1)), ("heading_3", (Role.HEADING, 3)), ("item", (Role.ITEM, 1)),
        ("numbered", (Role.NUMBERED, 1)), ("quotation", (Role.QUOTATION, 1)), ("body", (Role.BODY, 1)),
    ],
)  # fmt: skip
def test_paragraphs_take_roles(window: MainWindow, key: str, found: tuple[Role, int]) -> None:
    """Each command gives its role, and is the one that is ticked where the caret is."""
    window.commands[key].trigger()
    assert window.editor.paragraph_shape == found
    assert window.commands[key].isChecked()


def test_items_go_deeper_and_up(window: MainWindow) -> None:
    """By commands as by keys."""
    window.commands["item"].trigger()
    window.commands["deeper"].trigger()
    assert window.editor.paragraph_shape == (Role.ITEM, 2)
    window.commands["shallower"].trigger()
    assert window.editor.paragraph_shape == (Role.ITEM, 1)


@pytest.fixture
def addresses(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Answer the question for an address with the last of these, and keep what it was before."""
    answers: list[str] = []

    def ask(_parent: object, old: str, answered: Callable[[str], object]) -> None:
        answer = answers.pop()
        answers.append(old)
        answered(answer)

    monkeypatch.setattr(dialogs, "ask_for_address", ask)
    return answers


def test_words_become_a_link_and_none_again(window: MainWindow, addresses: list[str]) -> None:
    """The whole link is meant wherever the caret is in it; an empty address takes it away."""
    select(window, 0, 10)
    addresses.append("https://a.example")
    window.commands["link"].trigger()
    assert blocks_of(window)[0].spans == (Span(0, 10, Face.LINK, "https://a.example"),)
    select(window, 3, 3)
    addresses[:] = [""]
    window.commands["link"].trigger()
    assert addresses == ["https://a.example"]
    assert blocks_of(window) == [Block("Boats sail far.")]


@pytest.mark.parametrize(
    ("left", "spans"),
    [("", ()), ("The Boats sail far.", (Span(10, 14, Face.LINK, "https://a.example"),))],
)
def test_an_address_belongs_to_the_words_it_was_asked_for(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, left: str, spans: tuple[Span, ...]
) -> None:
    """Wherever these are when the answer comes; where they are gone it is for none."""
    asked: list[Callable[[str], object]] = []
    monkeypatch.setattr(dialogs, "ask_for_address", lambda _parent, _old, answered: asked.append(answered))
    select(window, 6, 10)
    window.commands["link"].trigger()
    cursor = window.editor.textCursor()
    cursor.setPosition(0)
    if left:
        cursor.insertText("The ")
    else:
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.removeSelectedText()
    asked[0]("https://a.example")
    assert blocks_of(window) == [Block(left, spans=spans)]


def test_plain_letters_have_no_face(window: MainWindow, addresses: list[str]) -> None:
    """All faces go at once, as one step."""
    addresses.append("https://a.example")
    select(window, 0, 15)
    for key in ("bold", "italic", "link"):
        window.commands[key].trigger()
    select(window, 0, 15)
    assert len(blocks_of(window)[0].spans) == 3
    window.commands["plain_letters"].trigger()
    assert blocks_of(window) == [Block("Boats sail far.")]
    window.editor.undo()
    assert len(blocks_of(window)[0].spans) == 3
