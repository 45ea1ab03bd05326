"""What the program asks and tells in windows of their own, as plain functions that a test may replace."""

from collections.abc import Callable, Sequence
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QInputDialog,
    QLabel,
    QMessageBox,
    QVBoxLayout,
    QWidget,
)

from factbox import resources
from factbox.formats import FORMATS, Format
from factbox.translation import _

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
    name, _chosen = QFileDialog.getOpenFileName(parent, _("Open"), str(folder), _filters())
    return Path(name) if name else None


def ask_where_to_save(parent: QWidget, proposed: Path) -> Path | None:
    """Ask for a file to save in, of the form that is proposed first; the dialog asks about an existing one."""
    dialog = QFileDialog(parent, _("Save as"), str(proposed.parent))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    # A document with an original has one form only.
    written = [each for each in FORMATS if each.write is not None]
    several = [each for each in written if (".factbox" in each.suffixes) == (proposed.suffix == ".factbox")]
    filters = {_filter(each): each.suffixes[0] for each in several}
    dialog.setNameFilters(list(filters))
    dialog.selectNameFilter(next((each for each, suffix in filters.items() if suffix == proposed.suffix), ""))
    # The dialog adds the ending itself, so that its question is about the file that is meant.
    dialog.setDefaultSuffix(proposed.suffix or several[0].suffixes[0])
    dialog.selectFile(proposed.name)

    def choose(chosen_filter: str) -> None:
        dialog.setDefaultSuffix(filters[chosen_filter])
        typed = Path(dialog.selectedFiles()[0]) if dialog.selectedFiles() else proposed
        if typed.suffix in filters.values():
            dialog.selectFile(typed.with_suffix(filters[chosen_filter]).name)

    dialog.filterSelected.connect(choose)
    chosen = dialog.exec()
    dialog.deleteLater()
    return Path(dialog.selectedFiles()[0]) if chosen else None


def ask_for_files(parent: QWidget, folder: Path) -> list[Path]:
    """Ask for any number of files to look at."""
    names, _chosen = QFileDialog.getOpenFileNames(parent, _("Choose files"), str(folder), _filters())
    return list(map(Path, names))


def ask_for_folder(parent: QWidget, title: str, folder: Path) -> Path | None:
    """Ask for a folder."""
    name = QFileDialog.getExistingDirectory(parent, title, str(folder))
    return Path(name) if name else None


def ask_where_to_save_table(parent: QWidget, proposed: Path) -> Path | None:
    """Ask for a file to save a table in; its ending says what it becomes."""
    forms = ((_("Workbook"), ".xlsx"), (_("Web page"), ".html"), (_("Table"), ".csv"), (_("JSON lines"), ".json"))
    return _ask_where(parent, _("Save the table"), proposed, forms)


def ask_where_to_save_report(parent: QWidget, proposed: Path) -> Path | None:
    """Ask for a file to save a report in; its ending says what it becomes."""
    forms = ((_("Web page"), ".html"), (_("PDF"), ".pdf"), (_("Word document"), ".docx"))
    return _ask_where(parent, _("Save a report"), proposed, forms)


def ask_for_list(parent: QWidget, folder: Path) -> Path | None:
    """Ask for a file with a list of words."""
    filters = _in_filters((_("Lists of words"), "*.txt *.csv *.tsv"), (_("All files"), "*"))
    name, _chosen = QFileDialog.getOpenFileName(parent, _("Add a list"), str(folder), filters)
    return Path(name) if name else None


def ask_for_settings(parent: QWidget, folder: Path) -> Path | None:
    """Ask for a file of settings to read."""
    name, _chosen = QFileDialog.getOpenFileName(parent, _("Import settings"), str(folder), _settings_filter())
    return Path(name) if name else None


def ask_where_to_export_settings(parent: QWidget, proposed: Path) -> Path | None:
    """Ask for a file to write settings to."""
    title = _("Export settings")
    name, _chosen = QFileDialog.getSaveFileName(parent, title, str(proposed), _settings_filter())
    return Path(name) if name else None


def ask_where_to_save_pdf(parent: QWidget, proposed: Path) -> Path | None:
    """Ask for a file to set a text on pages in; the dialog asks about an existing one."""
    dialog = QFileDialog(parent, _("Save as PDF"), str(proposed.parent))
    dialog.setNameFilters([_in_filters((_("PDF"), "*.pdf"))])
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(".pdf")
    dialog.selectFile(proposed.name)
    chosen = dialog.exec()
    dialog.deleteLater()
    return Path(dialog.selectedFiles()[0]) if chosen else None


def ask_where_to_save_picture(parent: QWidget, proposed: Path) -> Path | None:
    """Ask for a file to save a picture in; the dialog asks about an existing one."""
    dialog = QFileDialog(parent, _("Save the picture"), str(proposed.parent))
    dialog.setNameFilters([f"{proposed.suffix[1:].upper()} (*{proposed.suffix})"])
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(proposed.suffix)
    dialog.selectFile(proposed.name)
    chosen = dialog.exec()
    dialog.deleteLater()
    return Path(dialog.selectedFiles()[0]) if chosen else None


def ask_where_to_save_handout(parent: QWidget, proposed: Path) -> Path | None:
    """Ask for a file to save a handout in; its ending says what it becomes."""
    forms = ((_("Word document"), ".docx"), (_("Web page"), ".html"), (_("Table"), ".csv"))
    return _ask_where(parent, _("Save the handout"), proposed, forms)


def _ask_where(parent: QWidget, title: str, proposed: Path, forms: Sequence[tuple[str, str]]) -> Path | None:
    """Ask for a file in one of some forms, each with its name and its ending."""
    dialog = QFileDialog(parent, title, str(proposed.parent))
    dialog.setNameFilters([f"{label} (*{suffix})" for label, suffix in forms])
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(proposed.suffix)
    dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(chosen.rpartition("*")[2].rstrip(")")))
    dialog.selectFile(proposed.stem)
    chosen = dialog.exec()
    dialog.deleteLater()
    return Path(dialog.selectedFiles()[0]) if chosen else None


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
        chosen = QFileDialog.getExistingDirectory(parent, _("Folder for the versions"), str(folder))
        if chosen:
            answered(Path(chosen), form.currentData(), labelled=label.isChecked())

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
    """Open a box that is wide enough for its buttons: it measures them before it is dressed."""
    for button in box.buttons():
        button.ensurePolished()
        button.setMinimumSize(button.sizeHint())
    box.open()


def _open_removal(box: QMessageBox, remove: Callable[[], object]) -> None:
    """Ask what a box asks, and remove only for whoever says so."""
    go = box.addButton(_("&Remove"), QMessageBox.ButtonRole.DestructiveRole)
    stay = box.addButton(_("&Keep"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    box.finished.connect(lambda: remove() if box.clickedButton() is go else None)
    _open(box)


def _filter(each: Format) -> str:
    return _in_filters((_(each.label), " ".join("*" + suffix for suffix in each.suffixes)))


def _in_filters(*filters: tuple[str, str]) -> str:
    return ";;".join(f"{words} ({endings})" for words, endings in filters)


def _settings_filter() -> str:
    return _in_filters((_("Settings"), "*.json"), (_("All files"), "*"))


def _filters() -> str:
    every = " ".join(f"*{suffix}" for each in FORMATS for suffix in each.suffixes)
    filters = [_("All documents") + f" ({every})", *map(_filter, FORMATS)]
    return ";;".join([*filters, _("All files") + " (*)"])


def _licences() -> str:
    folders = ("languages/en", "fonts", "icons")
    files = [file for folder in folders for file in sorted(resources.path(folder).glob("*LICEN[CS]E*"))]
    files += sorted(resources.path("fonts").glob("OFL*"))
    return "\n\n".join(file.read_text("utf-8") for file in files)
