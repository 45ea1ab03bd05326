"""The preferences: every setting as it declares itself, in groups, with a search over all of them."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from factbox.session.declared import Group
from factbox.session.fonts import load_chinese
from factbox.session.settings import SETTINGS, Settings
from factbox.translation import _
from factbox.ui.fields import Search
from factbox.ui.labels import ink
from factbox.ui.notice import NoticeBar
from factbox.ui.page import verb
from factbox.ui.rowlist import Row, RowList
from factbox.ui.scrollbar import Scroller
from factbox.ui.settingrow import SettingRow
from factbox.ui.theme import Role, Theme, font

# At text scale 1: the dialog, the column of the groups, the least width at which that stands beside the settings,
# the least at which what chooses stands beside its words, and the room around the page.
_SIZE, _SIDE, _BESIDE, _WIDE, _AROUND = QSize(760, 560), 204, 620, 440, 24
_ALL = "all"


class PreferencesDialog(QDialog):
    """Shows every setting; a change counts at once.

    Signals:
        chosen: The name of a setting and its new value.
        defaults_wanted: All settings are to go back to their defaults.
        import_wanted: Settings are to be read from a file.
        export_wanted: All settings are to be written to a file.
    """

    chosen = Signal(str, object)
    defaults_wanted = Signal()
    import_wanted = Signal()
    export_wanted = Signal()

    def __init__(self, theme: Theme, scale: float = 1.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preferences")
        # The name of each language stands there in its own signs.
        load_chinese()
        self.setWindowTitle(_("Preferences"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._scale = scale
        self._side = QWidget(self)
        self._side.setAutoFillBackground(True)
        self.search = Search(_("Search settings"), theme, scale, self._side)
        self.groups = RowList(_("Groups of settings"), theme, scale, self._side)
        self.notice = NoticeBar(theme, scale, self)
        self._page = QWidget(self)
        self._nothing = QLabel(_("No setting found."), self._page)
        self.rows = {name: SettingRow(each, theme, scale, self._page) for name, each in SETTINGS.items()}
        self._used = [group for group in Group if any(each.group is group for each in SETTINGS.values())]
        self._heads: dict[Group | str, QLabel] = {
            group: QLabel(_(group.value), self._page) for group in self._used
        }
        self._heads[_ALL] = QLabel(_("All settings"), self._page)
        self._verbs = QWidget(self._page)
        self._lay_out(theme)
        self.set_theme(theme, scale)
        self.groups.show_rows([Row(group, label.text()) for group, label in self._heads.items()])
        self.groups.choose_first()
        self.search.textChanged.connect(self._sift)
        self.groups.row_chosen.connect(self._on_group_chosen)
        for row in self.rows.values():
            row.chosen.connect(self.chosen)
        self.resize((_SIZE * scale).boundedTo(self.screen().availableGeometry().size() * 0.92))

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        self._scale = scale
        palette = self._side.palette()
        palette.setColor(QPalette.ColorRole.Window, theme.panel)
        self._side.setPalette(palette)
        for part in (self.search, self.groups, self.notice):
            part.set_theme(theme, scale)
        for row in self.rows.values():
            row.set_theme(theme, scale)
        self._scroller.set_theme(theme, scale)
        self._verbs.setStyleSheet(theme.stylesheet(scale))
        for head in self._heads.values():
            head.setFont(font(Role.HEADLINE, scale))
            ink(head, theme.text)
            head.setContentsMargins(0, round(8 * scale), 0, round(8 * scale))
        self._nothing.setFont(font(Role.INTERFACE, scale))
        ink(self._nothing, theme.second)
        around = round(_AROUND * scale)
        self._column.setContentsMargins(around, round(16 * scale), around, round(16 * scale))
        self._column.setSpacing(round(8 * scale))
        self._search_row.setContentsMargins(
            round(12 * scale), round(16 * scale), round(12 * scale), round(12 * scale)
        )
        self._line.setSpacing(round(8 * scale))
        self._arrange()

    def show_settings(self, settings: Settings) -> None:
        """Show the values as they are now."""
        for name, row in self.rows.items():
            row.show_value(getattr(settings, name))

    def show_group(self, group: Group) -> None:
        """Show the settings of a group."""
        self.search.clear()
        self.groups.setCurrentIndex(self.groups.model().index(list(self._heads).index(group), 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the layout for the width."""
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the search."""
        super().showEvent(event)
        self.search.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the search by Escape before the dialog; Enter in a field is no answer to the dialog."""
        if event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
            self.search.setFocus()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.accept()
        elif event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def _lay_out(self, theme: Theme) -> None:
        self._column = QVBoxLayout(self._page)
        self._column.addWidget(self._nothing)
        for group in self._used:
            self._column.addWidget(self._heads[group])
            for row in self.rows.values():
                if row.setting.group is group:
                    self._column.addWidget(row)
        self._column.addWidget(self._heads[_ALL])
        self._column.addWidget(self._verbs)
        self._column.addStretch()
        self._line = QBoxLayout(QBoxLayout.Direction.TopToBottom, self._verbs)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._buttons: list[QPushButton] = []
        for words, signal in (
            (_("All &Back to Defaults"), self.defaults_wanted),
            (_("&Import…"), self.import_wanted),
            (_("&Export…"), self.export_wanted),
        ):
            button = verb(words, self._verbs)
            button.clicked.connect(signal)
            self._line.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            self._buttons.append(button)
        self._scroller = Scroller(self._page, theme, self)
        self._scroller.setWidgetResizable(True)
        self._search_row = QHBoxLayout()
        self._search_row.addWidget(self.search)
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(0)
        side.addLayout(self._search_row)
        side.addWidget(self.groups, 1)
        right = QVBoxLayout()
        right.addWidget(self.notice)
        right.addWidget(self._scroller, 1)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.setSpacing(0)
        self._halves.addWidget(self._side)
        self._halves.addLayout(right, 1)

    @property
    def _is_beside(self) -> bool:
        return self.width() >= _BESIDE * self._scale

    def _arrange(self) -> None:
        beside = self._is_beside
        direction = QBoxLayout.Direction
        self._halves.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        self.groups.setVisible(beside)
        side = round(_SIDE * self._scale)
        self._side.setFixedWidth(side) if beside else self._side.setMinimumWidth(0)
        if not beside:
            self._side.setMaximumWidth(16777215)
        room = self.width() - (side if beside else 0)
        for row in self.rows.values():
            row.set_narrow(narrow=room < _WIDE * self._scale)
        self._sift()

    def _sift(self) -> None:
        """Show what is sought, or the chosen group; all groups where there is no room to choose one."""
        sought = self.search.text().casefold().split()
        chosen = None if sought or not self._is_beside else self.groups.key
        shown: set[Group | str] = set()
        for row in self.rows.values():
            is_shown = row.matches(sought) if sought else chosen in {None, row.setting.group}
            row.setVisible(is_shown)
            if is_shown:
                shown.add(row.setting.group)
        if not sought and chosen in {None, _ALL}:
            shown.add(_ALL)
        for group, head in self._heads.items():
            head.setVisible(group in shown)
        self._verbs.setVisible(_ALL in shown)
        self._nothing.setVisible(not shown)

    def _on_group_chosen(self) -> None:
        self.search.clear()
        self._sift()
        self._scroller.verticalScrollBar().setValue(0)
