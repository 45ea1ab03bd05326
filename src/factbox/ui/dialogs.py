"""What the program asks and tells in windows of their own, as plain functions that a test may replace."""

from collections.abc import Callable
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QInputDialog,
    QLabel,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from factbox import resources
from factbox.formats import FORMATS, Format
from factbox.translation import _
from factbox.ui.filedialog import choose_file, choose_files, choose_folder, choose_place

LOOK = "dialogs"
# Letters that a small dialog is wide, so that its title can be read.
_WIDTH = 56


class Answer(Enum):
    """What to do with a text that is not saved."""

    SAVE = auto()
    DISCARD = auto()
    CANCEL = auto()


def ask_to_save(parent: QWidget, title: str, answered: Callable[[Answer], object]) -> None:
    """Ask whether to save a text before it goes; the answer comes later, and everything else waits for it."""
    box = _box(parent)
    box.setWindowTitle(_("Save changes?"))
    box.setText(_("Save the changes to “{title}”?").format(title=title))
    box.setInformativeText(_("What is not saved is lost."))
    save = box.addButton(_("&Save"), QMessageBox.ButtonRole.AcceptRole)
    discard = box.addButton(_("&Do not save"), QMessageBox.ButtonRole.DestructiveRole)
    cancel = box.addButton(_("&Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(save)
    box.setEscapeButton(cancel)

    def answer() -> None:
        clicked = box.clickedButton()
        answered(Answer.SAVE if clicked is save else Answer.DISCARD if clicked is discard else Answer.CANCEL)

    box.finished.connect(answer)
    # Not exec: a loop within the loop would hold up whoever closes the window.
    _open(box)


def ask_for_file(parent: QWidget, folder: Path) -> Path | None:
    """Ask for a file to open."""
    return choose_file(parent, _("Open"), folder, _documents())


def ask_where_to_save(parent: QWidget, proposed: Path) -> Path | None:
    """Ask for a file to save in, of the form that is proposed first."""
    # A document with an original has one form only.
    written = [each for each in FORMATS if each.write is not None]
    several = [each for each in written if (".factbox" in each.suffixes) == (proposed.suffix == ".factbox")]
    return choose_place(parent, _("Save as"), proposed, dict(map(_filter, several)))


def ask_for_files(parent: QWidget, folder: Path) -> list[Path]:
    """Ask for any number of files to look at."""
    return choose_files(parent, _("Choose files"), folder, _documents())


def ask_for_folder(parent: QWidget, title: str, folder: Path) -> Path | None:
    """Ask for a folder."""
    return choose_folder(parent, title, folder)


def ask_where_to_save_table(parent: QWidget, proposed: Path) -> Path | None:
    """Ask for a file to save a table in; its ending says what it becomes."""
    forms = {_("Workbook"): "*.xlsx", _("Web page"): "*.html", _("Table"): "*.csv", _("JSON lines"): "*.json"}
    return choose_place(parent, _("Save the table"), proposed, forms)


def ask_where_to_save_report(parent: QWidget, proposed: Path) -> Path | None:
    """Ask for a file to save a report in; its ending says what it becomes."""
    forms = {_("Web page"): "*.html", _("PDF"): "*.pdf", _("Word document"): "*.docx"}
    return choose_place(parent, _("Save a report"), proposed, forms)


def ask_for_list(parent: QWidget, folder: Path) -> Path | None:
    """Ask for a file with a list of words."""
    filters = {_("Lists of words"): "*.txt *.csv *.tsv", _("All files"): "*"}
    return choose_file(parent, _("Add a list"), folder, filters)


def ask_for_settings(parent: QWidget, folder: Path) -> Path | None:
    """Ask for a file of settings to read."""
    filters = {_("Settings"): "*.json", _("All files"): "*"}
    return choose_file(parent, _("Import settings"), folder, filters)


def ask_where_to_export_settings(parent: QWidget, proposed: Path) -> Path | None:
    """Ask for a file to write settings to."""
    return choose_place(parent, _("Export settings"), proposed, {_("Settings"): "*.json"})


def ask_where_to_save_pdf(parent: QWidget, proposed: Path) -> Path | None:
    """Ask for a file to set a text on pages in."""
    return choose_place(parent, _("Save as PDF"), proposed, {_("PDF"): "*.pdf"})


def ask_where_to_save_picture(parent: QWidget, proposed: Path) -> Path | None:
    """Ask for a file to save a picture in."""
    return choose_place(
        parent, _("Save the picture"), proposed, {proposed.suffix[1:].upper(): f"*{proposed.suffix}"}
    )


def ask_where_to_save_handout(parent: QWidget, proposed: Path) -> Path | None:
    """Ask for a file to save a handout in; its ending says what it becomes."""
    forms = {_("Word document"): "*.docx", _("Web page"): "*.html", _("Table"): "*.csv"}
    return choose_place(parent, _("Save the handout"), proposed, forms)


def ask_to_remove(parent: QWidget, name: str, remove: Callable[[], object]) -> None:
    """Ask whether a list of words is to go; it is removed later, if at all."""
    box = _box(parent)
    box.setWindowTitle(_("Remove the list?"))
    box.setText(_("Remove the list “{name}”?").format(name=name))
    box.setInformativeText(_("Its file is deleted."))
    _open_removal(box, remove)


def ask_to_remove_version(parent: QWidget, name: str, remove: Callable[[], object]) -> None:
    """Ask whether a version is to go; it is removed later, if at all."""
    box = _box(parent)
    box.setWindowTitle(_("Remove the version?"))
    box.setText(_("Remove the version “{name}” and its history?").format(name=name))
    _open_removal(box, remove)


def ask_for_export(parent: QWidget, folder: Path, answered: Callable[..., object]) -> None:
    """Ask for the form of the exported versions, whether they tell their Level, and for a folder."""
    forms = [
        (_(each.label), each.suffixes[0]) for each in FORMATS if each.write and each.suffixes[0] != ".factbox"
    ]
    forms.append((_("PDF"), ".pdf"))
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setStyleSheet(str(parent.property(LOOK) or ""))
    dialog.setWindowTitle(_("Export all versions"))
    dialog.setMinimumWidth(_WIDTH * dialog.fontMetrics().averageCharWidth())
    form, label = QComboBox(dialog), QCheckBox(_("Begin each with its name and its Level"), dialog)
    form.setAccessibleName(_("Form"))
    for words, suffix in forms:
        form.addItem(f"{words} (*{suffix})", suffix)
    buttons = QDialogButtonBox(dialog)
    choose = buttons.addButton(_("Choose a folder…"), QDialogButtonBox.ButtonRole.AcceptRole)
    buttons.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
    choose.setDefault(True)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(20, 16, 20, 16)
    column.setSpacing(12)
    for widget in (QLabel(_("Every version becomes a file of its own."), dialog), form, label, buttons):
        column.addWidget(widget)
    buttons.rejected.connect(dialog.reject)
    buttons.accepted.connect(dialog.accept)

    def accepted() -> None:
        chosen = choose_folder(parent, _("Folder for the versions"), folder)
        if chosen is not None:
            answered(chosen, form.currentData(), labelled=label.isChecked())

    dialog.accepted.connect(accepted)
    dialog.open()


def ask_for_name(parent: QWidget, title: str, proposed: str, named: Callable[[str], object]) -> None:
    """Ask for a name; the answer comes later, and none if it is empty."""
    dialog = QInputDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setStyleSheet(str(parent.property(LOOK) or ""))
    dialog.setWindowTitle(title)
    dialog.setMinimumWidth(_WIDTH * dialog.fontMetrics().averageCharWidth())
    dialog.setLabelText(_("Name"))
    dialog.setTextValue(proposed)
    dialog.setOkButtonText(_("Keep"))
    dialog.setCancelButtonText(_("Cancel"))

    def accept(name: str) -> None:
        if name.strip():
            named(name.strip())

    dialog.textValueSelected.connect(accept)
    dialog.open()


def ask_for_address(parent: QWidget, old: str, answered: Callable[[str], object]) -> None:
    """Ask where a link leads; the answer comes later, and is empty where there should be none."""
    dialog = QInputDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setStyleSheet(str(parent.property(LOOK) or ""))
    dialog.setWindowTitle(_("Link"))
    dialog.setMinimumWidth(2 * _WIDTH * dialog.fontMetrics().averageCharWidth())
    dialog.setLabelText(_("Address, such as https://example.org. Without one it is no link."))
    dialog.setTextValue(old)
    dialog.setOkButtonText(_("Keep"))
    dialog.setCancelButtonText(_("Cancel"))
    dialog.textValueSelected.connect(answered)
    dialog.open()


def tell_how_to_link(parent: QWidget) -> None:
    """Tell that words must be selected for a link."""
    box = _box(parent)
    box.setWindowTitle(_("Link"))
    box.setText(_("Select the words that should be a link first."))
    _open(box)


def tell_figures(parent: QWidget, figures: str, notes: str) -> None:
    """Tell the figures of a text."""
    box = _box(parent)
    box.setWindowTitle(_("Counts"))
    box.setText(figures)
    box.setInformativeText(notes)
    box.addButton(_("&Close"), QMessageBox.ButtonRole.RejectRole)
    _open(box)


def tell_about(parent: QWidget, version: str) -> None:
    """Tell what the program is and whose work is in it."""
    box = _box(parent)
    box.setWindowTitle(_("About Fact Box"))
    box.setText(_("Fact Box {version}").format(version=version))
    box.setInformativeText(
        _(
            "A reading-level editor that works offline. MIT licence.\n\n"
            "Syllables: CMU Pronouncing Dictionary. Familiar words: textstat. Tokens: NLTK. "
            "Fonts: Literata, Inter and Noto Sans SC, SIL Open Font Licence. Icons: Lucide, ISC licence. "
            "Windows: Qt for Python, LGPL 3."
        )
    )
    box.setDetailedText(_licences())
    close = box.addButton(_("&Close"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(close)
    close.setFocus()
    _open(box)


def _box(parent: QWidget) -> QMessageBox:
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.NoIcon)
    # The window says how its dialogs look; a style sheet of the whole program would undo the fonts of its labels.
    box.setStyleSheet(str(parent.property(LOOK) or ""))
    return box


def _open(box: QMessageBox) -> None:
    make_room(box)
    box.open()


def make_room(dialog: QDialog) -> None:
    """Let a dialog of Qt be wide enough for its buttons: it measures them before it is dressed."""
    for button in dialog.findChildren(QPushButton):
        button.ensurePolished()
        button.setMinimumSize(button.sizeHint())


def _open_removal(box: QMessageBox, remove: Callable[[], object]) -> None:
    """Ask what a box asks, and remove only for whoever says so."""
    go = box.addButton(_("&Remove"), QMessageBox.ButtonRole.DestructiveRole)
    stay = box.addButton(_("&Keep"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    box.finished.connect(lambda: remove() if box.clickedButton() is go else None)
    _open(box)


def _filter(each: Format) -> tuple[str, str]:
    return _(each.label), " ".join(f"*{suffix}" for suffix in each.suffixes)


def _documents() -> dict[str, str]:
    every = " ".join(f"*{suffix}" for each in FORMATS for suffix in each.suffixes)
    return {_("All documents"): every, **dict(map(_filter, FORMATS)), _("All files"): "*"}


def _licences() -> str:
    folders = ("languages/en", "fonts", "icons")
    files = [file for folder in folders for file in sorted(resources.path(folder).glob("*LICEN[CS]E*"))]
    files += sorted(resources.path("fonts").glob("OFL*"))
    return "\n\n".join(file.read_text("utf-8") for file in files)
