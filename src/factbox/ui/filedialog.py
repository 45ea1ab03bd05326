"""The dialog for files: that of the desktop, or Qt's own where there is none, with words and room of ours."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFileDialog, QHeaderView, QListView, QTreeView, QWidget

from factbox.translation import _

# Letters that Qt's own is wide and high, so that no column of it is cut off.
_WIDTH, _HEIGHT = 120, 66


def choose_file(parent: QWidget, title: str, folder: Path, filters: Mapping[str, str]) -> Path | None:
    """Let somebody choose a file to open; see `choose_files`."""
    dialog = _made(parent, title, folder, filters)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _one(dialog)


def choose_files(parent: QWidget, title: str, folder: Path, filters: Mapping[str, str]) -> list[Path]:
    """Let somebody choose any number of files to open; give nothing if nothing is chosen.

    Args:
        parent: Over which window.
        title: What for.
        folder: Where to begin.
        filters: What kinds of files there are: their names, and their endings as in `*.txt *.text`.
    """
    dialog = _made(parent, title, folder, filters)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    return _chosen(dialog)


def choose_folder(parent: QWidget, title: str, folder: Path) -> Path | None:
    """Let somebody choose a folder, from another one on."""
    dialog = _made(parent, title, folder, {})
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _one(dialog)


def choose_place(parent: QWidget, title: str, proposed: Path, forms: Mapping[str, str]) -> Path | None:
    """Let somebody choose where to save; the dialog asks about a file that is there.

    Args:
        parent: Over which window.
        title: What for.
        proposed: What is meant if nobody says anything else.
        forms: In which forms it can be saved: their names, and their endings as in `*.htm *.html`. The first of
            them is the usual one, which the dialog adds where nobody wrote any.
    """
    dialog = _made(parent, title, proposed.parent, forms)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    usual = {_filter(name, endings): endings.split()[0].removeprefix("*") for name, endings in forms.items()}
    dialog.selectNameFilter(next((each for each, suffix in usual.items() if suffix == proposed.suffix), ""))
    # The dialog adds the ending itself, so that its question is about the file that is meant.
    dialog.setDefaultSuffix(proposed.suffix or next(iter(usual.values())))
    dialog.selectFile(proposed.name)

    def take(form: str) -> None:
        dialog.setDefaultSuffix(usual[form])
        typed = Path(dialog.selectedFiles()[0]) if dialog.selectedFiles() else proposed
        if typed.suffix in usual.values():
            dialog.selectFile(typed.with_suffix(usual[form]).name)

    dialog.filterSelected.connect(take)
    return _one(dialog)


def _made(parent: QWidget, title: str, folder: Path, filters: Mapping[str, str]) -> QFileDialog:
    dialog = QFileDialog(parent, title, str(folder))
    dialog.setNameFilters([_filter(*each) for each in filters.items()])
    # Qt has these in few languages.
    dialog.setLabelText(QFileDialog.DialogLabel.LookIn, _("Look &in:"))
    dialog.setLabelText(QFileDialog.DialogLabel.FileName, _("File &name:"))
    dialog.setLabelText(QFileDialog.DialogLabel.FileType, _("Files of &type:"))
    letter = dialog.fontMetrics().averageCharWidth()
    dialog.resize(QSize(_WIDTH * letter, _HEIGHT * letter).boundedTo(parent.screen().availableSize()))
    places, files = dialog.findChild(QListView, "sidebar"), dialog.findChild(QTreeView, "treeView")
    if places is not None and files is not None:
        # It would have them as wide as in small letters.
        places.setMinimumWidth(places.sizeHintForColumn(0) + 2 * letter)
        files.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    return dialog


def _filter(name: str, endings: str) -> str:
    return f"{name} ({endings})"


def _one(dialog: QFileDialog) -> Path | None:
    return next(iter(_chosen(dialog)), None)


def _chosen(dialog: QFileDialog) -> list[Path]:
    chosen = list(map(Path, dialog.selectedFiles())) if dialog.exec() else []
    dialog.deleteLater()
    return chosen
