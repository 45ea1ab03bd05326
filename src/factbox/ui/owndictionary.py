"""The own dictionary: its words, one more, or one less."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from factbox.translation import _


class OwnDictionary(QDialog):
    """Shows the words that count as spelt right besides those of the dictionary.

    Args:
        words: The words.
        file: Where they are kept, for people who want to know.
        parent: The window.

    Signals:
        added: A word that is to come.
        removed: The words that are to go, a list.
    """

    added = Signal(str)
    removed = Signal(object)

    def __init__(self, words: Iterable[str], file: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("owndictionary")
        self.setWindowTitle(_("Own dictionary"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._field = QLineEdit(self)
        self._field.setPlaceholderText(_("Another word"))
        self._field.setAccessibleName(_("Another word"))
        self._field.textChanged.connect(self._refresh)
        self._field.returnPressed.connect(self._add)
        self._add_button = QPushButton(_("&Add"), self)
        self._add_button.setAutoDefault(False)
        self._add_button.clicked.connect(self._add)
        self._list = QListWidget(self)
        self._list.setAccessibleName(_("Words of the own dictionary"))
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._list.itemSelectionChanged.connect(self._refresh)
        self._remove_button = QPushButton(_("&Remove"), self)
        self._remove_button.setAutoDefault(False)
        self._remove_button.clicked.connect(self._remove)
        note = QLabel(_("One word a line in {file}").format(file=file), self)
        note.setWordWrap(True)
        note.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(_("&Close"))
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self._remove_button)
        foot.addStretch()
        foot.addWidget(buttons)
        row = QHBoxLayout()
        row.addWidget(self._field, 1)
        row.addWidget(self._add_button)
        column = QVBoxLayout(self)
        column.addLayout(row)
        column.addWidget(self._list, 1)
        column.addWidget(note)
        column.addLayout(foot)
        letters = self.fontMetrics().averageCharWidth()
        self.resize(52 * letters, 48 * letters)
        self.show_words(words)

    def show_words(self, words: Iterable[str]) -> None:
        """Show these words in place of the others."""
        chosen = {each.text() for each in self._list.selectedItems()}
        self._list.clear()
        for word in sorted(words, key=lambda each: (each.casefold(), each)):
            self._list.addItem(word)
            self._list.item(self._list.count() - 1).setSelected(word in chosen)
        self._refresh()

    def _refresh(self) -> None:
        self._add_button.setEnabled(bool(self._field.text().split()))
        self._remove_button.setEnabled(bool(self._list.selectedItems()))

    def _add(self) -> None:
        for word in self._field.text().split():
            self.added.emit(word)
        self._field.clear()

    def _remove(self) -> None:
        self.removed.emit([each.text() for each in self._list.selectedItems()])
