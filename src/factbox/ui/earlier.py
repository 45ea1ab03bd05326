"""The earlier saves of a file, to look at, to compare and to open again."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from factbox.session.backups import Backup
from factbox.translation import _, ngettext
from factbox.ui.labels import ink
from factbox.ui.page import verb
from factbox.ui.rowlist import Row, RowList
from factbox.ui.theme import Role, Theme, font
from factbox.ui.tongue import written_moment

_SIZE = QSize(520, 420)


class EarlierDialog(QDialog):
    """Lists earlier saves.

    Signals:
        opened: A Backup that is to be opened as a copy.
        compared: A Backup that is to be set beside the text.
    """

    opened = Signal(object)
    compared = Signal(object)

    def __init__(self, name: str, theme: Theme, scale: float = 1.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("earlier")
        self.setWindowTitle(_("Earlier saves of {name}").format(name=name))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._backups: dict[str, Backup] = {}
        self.list = RowList(_("Earlier saves"), theme, scale, self)
        palette = self.list.palette()
        palette.setColor(palette.ColorRole.Base, theme.popover)
        self.list.setPalette(palette)
        self._remark = QLabel(_("They are being read."), self)
        self._remark.setWordWrap(True)
        self._remark.setFont(font(Role.INTERFACE, scale))
        ink(self._remark, theme.second)
        self._foot = QWidget(self)
        self._foot.setStyleSheet(theme.stylesheet(scale))
        self._open = verb(_("Open a Copy"), self._foot, main=True)
        self._compare = verb(_("Compare"), self._foot)
        close = verb(_("Close"), self._foot)
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(round(8 * scale))
        row.addWidget(self._open)
        row.addWidget(self._compare)
        row.addStretch()
        row.addWidget(close)
        column = QVBoxLayout(self)
        edge = round(16 * scale)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(round(12 * scale))
        column.addWidget(self._remark)
        column.addWidget(self.list, 1)
        column.addWidget(self._foot)
        self.list.row_entered.connect(lambda _key: self._open.click())
        self._open.clicked.connect(lambda: self.opened.emit(self._chosen))
        self._open.clicked.connect(self.close)
        self._compare.clicked.connect(lambda: self.compared.emit(self._chosen))
        close.clicked.connect(self.close)
        self._show_verbs()
        self.resize((_SIZE * scale).boundedTo(self.screen().availableGeometry().size() * 0.92))

    def show_backups(self, backups: Sequence[Backup]) -> None:
        """Show earlier saves, the newest first."""
        self._backups = {str(each.file): each for each in backups}
        self._remark.setText("" if backups else _("Nothing of this file has been saved over yet."))
        self._remark.setVisible(not backups)
        self.list.show_rows(
            [
                Row(
                    key,
                    written_moment(each.when),
                    " · ".join((each.first or _("without words"), ngettext("{n} word", "{n} words", each.words))),
                )
                for key, each in self._backups.items()
            ]
        )
        self.list.choose_first()
        self.list.setFocus()
        self._show_verbs()

    def say(self, sentence: str) -> None:
        """Say what went wrong."""
        self._remark.setText(sentence)
        self._remark.show()

    @property
    def _chosen(self) -> Backup | None:
        return self._backups.get(str(self.list.key))

    def _show_verbs(self) -> None:
        for button in (self._open, self._compare):
            button.setEnabled(bool(self._backups))
