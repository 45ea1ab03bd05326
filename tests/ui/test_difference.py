"""Tests of two texts side by side."""

from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from factbox.session.differences import differences
from factbox.ui.difference import DifferenceDialog
from factbox.ui.theme import Theme


def lines(dialog: DifferenceDialog, style: QTextCharFormat.UnderlineStyle) -> list[str]:
    """Give the words that are underlined in a manner."""
    found: list[str] = []
    block = dialog.text.document().begin()
    while block.isValid():
        place = block.begin()
        while not place.atEnd():
            if place.fragment().charFormat().underlineStyle() is style:
                found.append(place.fragment().text())
            place += 1
        block = block.next()
    return found


def test_what_differs_is_underlined(theme: Theme, qtbot: QtBot) -> None:
    """Words that went have a dashed line, words that came a solid one, and what is alike is counted."""
    dialog = DifferenceDialog(("In the file", "In this window"), theme)
    qtbot.addWidget(dialog)
    same = [f"Paragraph {n}." for n in range(9)]
    dialog.show_pairs(differences([*same, "The old mill."], [*same, "The grey mill.", "The end."]))
    style = QTextCharFormat.UnderlineStyle
    assert lines(dialog, style.DashUnderline) == ["old"]
    assert lines(dialog, style.SingleUnderline) == ["grey", "The end."]
    text = dialog.text.toPlainText()
    assert "8 paragraphs are the same" in text
    assert "(not there)" in text
    assert text.index("In the file") < text.index("In this window")


def test_the_same_is_told(theme: Theme, qtbot: QtBot) -> None:
    """Two texts without a difference show no table."""
    dialog = DifferenceDialog(("A", "B"), theme)
    qtbot.addWidget(dialog)
    dialog.show_pairs(differences(["One."], ["One."]))
    assert dialog.text.toPlainText() == "Both texts say the same."


def test_a_long_list_ends(theme: Theme, qtbot: QtBot) -> None:
    """Of two different books the first rows are shown, and the rest is counted."""
    dialog = DifferenceDialog(("A", "B"), theme)
    qtbot.addWidget(dialog)
    dialog.show_pairs(differences([f"A{n}" for n in range(1000)], [f"B{n}" for n in range(1000)]))
    assert dialog.text.toPlainText().endswith("600 more rows follow.")


def test_a_verb_decides_and_closes(theme: Theme, qtbot: QtBot) -> None:
    """What one decides is done, and the dialog is gone."""
    done: list[str] = []
    dialog = DifferenceDialog(("A", "B"), theme, verbs=[("Keep mine", lambda: done.append("mine"))])
    qtbot.addWidget(dialog)
    dialog.show()
    buttons = {each.text(): each for each in dialog.findChildren(QPushButton)}
    assert list(buttons) == ["Keep mine", "Close"]
    buttons["Keep mine"].click()
    assert done == ["mine"]
    assert not dialog.isVisible()


def test_verbs_fit_a_small_window(theme: Theme, qtbot: QtBot) -> None:
    """With large letters they stand in two columns, and none is cut."""
    verbs = [(words, lambda: None) for words in ("Keep mine", "Reload", "Save elsewhere")]
    dialog = DifferenceDialog(("A", "B"), theme, 3.0, verbs=verbs)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.resize(780, 580)
    for button in dialog.findChildren(QPushButton):
        assert dialog.rect().contains(button.rect().translated(button.mapTo(dialog, button.rect().topLeft())))
        assert button.width() >= button.sizeHint().width()
