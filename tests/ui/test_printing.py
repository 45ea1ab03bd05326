"""Tests of a text on paper."""

from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPageSetupDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from pytestqt.qtbot import QtBot

from factbox import formats
from factbox.ui import dialogs
from factbox.ui.theme import Theme, dress
from factbox.ui.tongue import speak_as
from factbox.ui.window import MainWindow

TEXT = "The old mill still turns when the water is high."


def to(monkeypatch: pytest.MonkeyPatch, path: Path | None) -> None:
    """Choose a place for the PDF."""
    monkeypatch.setattr(dialogs, "ask_where_to_save_pdf", lambda _parent, _proposed: path)


def test_the_text_is_saved_as_pdf(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its words are in the file, and the text still belongs to its own."""
    window.editor.setPlainText(TEXT)
    to(monkeypatch, tmp_path / "mill.pdf")
    with qtbot.waitSignal(window.annexe.printing.idled):
        window.commands["save_pdf"].trigger()
    assert [block.text for block in formats.read(tmp_path / "mill.pdf").blocks] == [TEXT]
    assert window.manuscript.path is None


def test_a_place_that_refuses_is_told(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The reason is said, with a way out."""
    to(monkeypatch, tmp_path / "no such folder" / "mill.pdf")
    with qtbot.waitSignal(window.annexe.printing.idled):
        window.commands["save_pdf"].trigger()
    qtbot.waitUntil(lambda: "mill.pdf" in window.notice.sentence())


def test_who_chooses_no_place_gets_no_file(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    """Cancel does nothing."""
    to(monkeypatch, None)
    window.commands["save_pdf"].trigger()
    assert not window.annexe.printing.is_writing


def test_the_preview_shows_the_pages(window: MainWindow) -> None:
    """It opens over the window, and closes again."""
    window.editor.setPlainText(TEXT)
    window.commands["preview"].trigger()
    (dialog,) = (each for each in QApplication.topLevelWidgets() if each.objectName() == "print_preview")
    assert isinstance(dialog, QDialog)
    assert dialog.isVisible()
    dialog.reject()


@pytest.mark.parametrize(("language", "scale"), [("fr", 1.0), ("de", 2.0)])
def test_the_buttons_of_the_print_dialog_are_whole(
    language: str, scale: float, qapp: QApplication, theme: Theme, qtbot: QtBot
) -> None:
    """Qt measures them in its own look, and they are dressed in ours."""
    speak_as(language)
    dress(qapp, theme, scale)
    printer = QPrinter()
    dialog = QPrintDialog(printer)
    qtbot.addWidget(dialog)
    dialog.setStyleSheet(theme.stylesheet(scale))
    dialogs.make_room(dialog)
    dialog.show()
    shown = [each for each in dialog.findChildren(QPushButton) if each.isVisible()]
    assert len(shown) > 2
    assert all(each.width() >= each.sizeHint().width() for each in shown)
    dress(qapp, theme)


@pytest.mark.qt_log_ignore("Cannot be used on non-native printers", extend=True)
def test_the_page_can_be_set_up(window: MainWindow, qapp: QApplication, theme: Theme) -> None:
    """Qt draws a small page of text there in the font of the program, without a warning, which would fail this."""
    dress(qapp, theme, 1.5)
    printer = QPrinter()
    dialog = QPageSetupDialog(printer, window)
    dialog.show()
    assert not dialog.grab().isNull()
    dialog.reject()
    dress(qapp, theme)


def test_a_text_that_is_too_long_has_no_preview(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is told what to do instead, and the window is not held up."""
    monkeypatch.setattr("factbox.ui.printing._MOST_PREVIEWED", 10)
    window.editor.setPlainText(TEXT)
    window.commands["preview"].trigger()
    assert "too long for a preview" in window.notice.sentence()
