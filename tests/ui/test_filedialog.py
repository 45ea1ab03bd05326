"""Tests of the dialog for files, where the desktop has none of its own."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLabel, QLineEdit, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from factbox.ui.filedialog import choose_file, choose_files, choose_folder, choose_place
from factbox.ui.tongue import speak_as
from looking import child

FORMS = {"Text": "*.txt *.text", "Web page": "*.html"}


@pytest.fixture
def meet(qtbot: QtBot) -> Callable[[Callable[[], object], Callable[[QFileDialog], object]], object]:
    """Give what lets somebody work at the dialog that a function opens, and then gives what the function gives."""

    def meet(ask: Callable[[], object], work: Callable[[QFileDialog], object]) -> object:
        def begin() -> None:
            dialog = QApplication.activeModalWidget()
            assert isinstance(dialog, QFileDialog)
            work(dialog)

        with qtbot.captureExceptions() as errors:
            QTimer.singleShot(0, begin)
            given = ask()
        assert not errors
        return given

    return meet


Meet = Callable[[Callable[[], object], Callable[[QFileDialog], object]], object]


def write(dialog: QFileDialog, name: str) -> None:
    """Write a name, and be done."""
    child(dialog, QLineEdit, "fileNameEdit").setText(name)
    QTest.keyClick(child(dialog, QLineEdit, "fileNameEdit"), Qt.Key.Key_Return)


def test_a_file_is_chosen(parent: QWidget, tmp_path: Path, meet: Meet) -> None:
    """What is there is given as a path."""
    (tmp_path / "mill.txt").write_text("The mill.", "utf-8")
    chosen = meet(lambda: choose_files(parent, "Open", tmp_path, FORMS), lambda dialog: write(dialog, "mill.txt"))
    assert chosen == [tmp_path / "mill.txt"]
    alone = meet(lambda: choose_file(parent, "Open", tmp_path, FORMS), lambda dialog: write(dialog, "mill.txt"))
    assert alone == tmp_path / "mill.txt"


def test_whoever_chooses_nothing_has_nothing(parent: QWidget, tmp_path: Path, meet: Meet) -> None:
    """Escape is an answer, for each of the dialogs."""
    assert meet(lambda: choose_files(parent, "Open", tmp_path, FORMS), QFileDialog.reject) == []
    assert meet(lambda: choose_file(parent, "Open", tmp_path, FORMS), QFileDialog.reject) is None
    assert meet(lambda: choose_folder(parent, "Folder", tmp_path), QFileDialog.reject) is None
    assert meet(lambda: choose_place(parent, "Save", tmp_path / "a.txt", FORMS), QFileDialog.reject) is None


def test_a_folder_is_chosen(parent: QWidget, tmp_path: Path, meet: Meet) -> None:
    """One below where it began."""
    (tmp_path / "class 5").mkdir()
    chosen = meet(lambda: choose_folder(parent, "Folder", tmp_path), lambda dialog: write(dialog, "class 5"))
    assert chosen == tmp_path / "class 5"


def test_the_ending_is_added(parent: QWidget, tmp_path: Path, meet: Meet) -> None:
    """Where nobody wrote one, it is that of what is proposed."""
    chosen = meet(
        lambda: choose_place(parent, "Save", tmp_path / "tale.html", FORMS), lambda dialog: write(dialog, "mill")
    )
    assert chosen == tmp_path / "mill.html"


def test_the_ending_follows_the_form(parent: QWidget, tmp_path: Path, meet: Meet) -> None:
    """Another form gives the name that is written another ending."""

    def work(dialog: QFileDialog) -> None:
        forms = child(dialog, QComboBox, "fileTypeCombo")
        assert forms.currentText().startswith("Text")
        forms.setCurrentIndex(1)
        forms.activated.emit(1)
        assert child(dialog, QLineEdit, "fileNameEdit").text() == "tale.html"
        dialog.accept()

    chosen = meet(lambda: choose_place(parent, "Save", tmp_path / "tale.txt", FORMS), work)
    assert chosen == tmp_path / "tale.html"


@pytest.mark.parametrize("language", ["de", "es", "fr", "zh_CN"])
def test_it_speaks_the_language_of_the_reader(language: str, parent: QWidget, tmp_path: Path, meet: Meet) -> None:
    """Also where Qt's own words lack some."""
    speak_as(language)
    words: set[str] = set()

    def work(dialog: QFileDialog) -> None:
        words.update(each.text().replace("&", "") for each in dialog.findChildren(QLabel))
        dialog.reject()

    meet(lambda: choose_files(parent, "Open", tmp_path, FORMS), work)
    assert len(words) >= 3
    assert not {"Look in:", "File name:", "Files of type:"} & words


def test_columns_are_as_wide_as_what_is_in_them(parent: QWidget, tmp_path: Path, meet: Meet) -> None:
    """Also in large letters."""
    font = parent.font()
    font.setPixelSize(30)
    parent.setFont(font)
    widths: list[tuple[int, int]] = []

    def work(dialog: QFileDialog) -> None:
        header = child(dialog, QTreeView, "treeView").header()
        widths.extend((header.sectionSize(n), header.sectionSizeHint(n)) for n in range(header.count()))
        dialog.reject()

    meet(lambda: choose_files(parent, "Open", tmp_path, FORMS), work)
    assert widths
    assert all(is_ >= asked for is_, asked in widths)
