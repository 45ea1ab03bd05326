"""Nothing that people read is English alone."""

import gettext
import re
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAction, QFontDatabase
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from factbox import translation
from factbox.metrics.formulas import FORMULAS
from factbox.ui.labels import Value
from factbox.ui.theme import Theme
from factbox.ui.window import MainWindow
from widgets import MAKERS

LETTERS = re.compile(r"[A-Za-z]{2,}")
# What is called the same in every language: names, forms of files, and keys, which Qt translates.
NAMES = re.compile(
    r"Fact Box|Literata|Inter\b|GB\b|[ABC][12]\b|textstat|"
    r"(Ctrl|Alt|Shift|Esc|Return|Enter|Del|Ins|F\d+|PgUp|PgDown|Home|End|Tab|Space|Left|Right|Up|Down)\b"
)
# What the tests themselves put into the widgets that they make.
OURS = {
    *(
        "Version 1",
        "Words",
        "Grade",
        "Marks",
        "Find",
        "Order",
        "Hard only",
        "Rows",
        "Year 6",
        "Open",
        "Then",
        "Now",
    ),
    *("Known words", "Lists…", "Known words: Lists…", "tale.txt", "words.txt"),
}


class Marked(gettext.NullTranslations):
    """A language in which every message stands in brackets."""

    def gettext(self, message: str) -> str:
        """Put the message in brackets."""
        return f"⟦{message}⟧"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Put the form in brackets."""
        return f"⟦{msgid1 if n == 1 else msgid2}⟧"


@pytest.fixture
def marked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Speak the language of brackets."""
    monkeypatch.setattr(translation._SPEECH, "catalogue", Marked())


def told(widget: QWidget) -> Iterator[str]:
    """Give what a widget tells its reader, or its listener."""
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
    if widget.isWindow():
        yield widget.windowTitle()
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(place) for place in range(widget.count()))


def english(texts: Iterator[str]) -> set[str]:
    """Give those that hold words outside of brackets."""
    names = {*OURS, *(formula.label for formula in FORMULAS.values()), *QFontDatabase.families()}
    found = set()
    for text in texts:
        outside = text
        while "⟦" in outside:
            shorter = re.sub(r"⟦[^⟦⟧]*⟧", "", outside)
            if shorter == outside:
                break
            outside = shorter
        if text not in names and LETTERS.search(NAMES.sub("", outside)):
            found.add(text)
    return found


@pytest.mark.usefixtures("marked")
@pytest.mark.parametrize("name", MAKERS)
def test_every_part_speaks_the_reader_s_language(name: str, theme: Theme, qtbot: QtBot) -> None:
    """Labels, tooltips, names for screen readers, and answers to choose from."""
    widget = MAKERS[name](theme)
    qtbot.addWidget(widget)
    every = (widget, *widget.findChildren(QWidget))
    assert not english(text for each in every for text in told(each))


@pytest.mark.usefixtures("marked")
def test_the_window_speaks_it(window: MainWindow, qtbot: QtBot) -> None:
    """With its menus, and with a text and its facts."""
    window.show()
    window.editor.insertPlainText("12 34 56.")
    qtbot.waitUntil(lambda: "3" in {value.text() for value in window.findChildren(Value)})
    assert not english(text for each in (window, *window.findChildren(QWidget)) for text in told(each))
    assert not english(action.text() for action in window.findChildren(QAction))
