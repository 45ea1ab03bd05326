"""The command palette: every action by a few letters of its name."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from factbox.translation import _
from factbox.ui.fields import Search
from factbox.ui.fuzzy import fit
from factbox.ui.labels import ink
from factbox.ui.popover import Popover
from factbox.ui.rowlist import Row, RowList
from factbox.ui.theme import Role, Theme, font

# At text scale 1: its width, the height of a row and the most rows, the room inside the frame, and its corners.
_WIDE, _ROW, _MOST, _INSET = 520, 46, 8, 12
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _MOST - 1, Qt.Key.Key_PageUp: 1 - _MOST}


@dataclass(frozen=True, slots=True)
class Command:
    """Something that can be done.

    Attributes:
        key: What it is known by.
        name: What it is called.
        menu: The menus that lead to it.
        keys: Its shortcut as people write it; may be empty.
        state: Whether it is on, off, or not possible now, in words; may be empty.
        possible: Whether it can be done now.
    """

    key: str
    name: str
    menu: str
    keys: str = ""
    state: str = ""
    possible: bool = True

    @property
    def note(self) -> str:
        """What is told of it besides its name."""
        return " · ".join(filter(None, (self.menu, self.keys, self.state)))


class Palette(Popover):
    """Opens over a window; letters choose, Enter does.

    Signals:
        wanted: The key of the command that is to be done.
    """

    wanted = Signal(str)

    def __init__(self, theme: Theme, scale: float = 1.0, parent: QWidget | None = None) -> None:
        super().__init__(theme, scale, parent)
        self.setObjectName("palette")
        self.setAccessibleName(_("All actions"))
        self._commands: tuple[Command, ...] = ()
        self.search = Search(_("Search actions"), theme, scale, self)
        self.list = RowList(_("Actions"), theme, scale, self)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._nothing = QLabel(_("Nothing found."), self)
        self._column = QVBoxLayout(self)
        for widget in (self.search, self._nothing, self.list):
            self._column.addWidget(widget)
        self.search.textChanged.connect(self._sift)
        self.list.row_entered.connect(self._do)
        self.list.clicked.connect(lambda _index: self._do(self.list.key))
        self.set_theme(theme, scale)

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        self._theme, self._scale = theme, scale
        self.search.set_theme(theme, scale)
        self.list.set_theme(theme, scale)
        palette = self.list.palette()
        palette.setColor(palette.ColorRole.Base, theme.popover)
        self.list.setPalette(palette)
        self._nothing.setFont(font(Role.INTERFACE, scale))
        ink(self._nothing, theme.second)
        inset = round(_INSET * scale)
        self._nothing.setContentsMargins(inset, inset, inset, inset)
        self._column.setContentsMargins(inset, inset, inset, inset)
        # The grounds of the rows end where the search does.
        self.list.setContentsMargins(0, 0, 0, 0)

    def open_over(self, window: QWidget, commands: Sequence[Command]) -> None:
        """Open over the upper part of a window.

        Args:
            window: What the commands are for.
            commands: All of them, in the order in which they are offered.
        """
        self._commands = tuple(commands)
        self.search.clear()
        room = window.size()
        wide = min(round(_WIDE * self._scale), room.width() - 16)
        rows = min(_MOST, max(2, int((0.8 * room.height() - 80 * self._scale) / (_ROW * self._scale))))
        self.list.setFixedHeight(round(rows * _ROW * self._scale))
        self.setFixedWidth(wide)
        self._sift()
        self.adjustSize()
        self.move(window.mapToGlobal(QPoint((room.width() - wide) // 2, round(0.08 * room.height()))))
        self.show()
        self.search.setFocus()

    @property
    def offered(self) -> tuple[str, ...]:
        """The keys of the commands on offer, the likeliest first."""
        return tuple(str(row.key) for row in self.list.rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by the arrows, do by Enter, close by Escape; letters are for the search."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None and self.list.rows:
            place = self.list.currentIndex().row() + step
            self._choose(min(max(place, 0), len(self.list.rows) - 1))
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._do(self.list.key)
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _sift(self) -> None:
        sought = self.search.text()
        found: list[tuple[int, Command]] = []
        for command in self._commands:
            worth = fit(sought, command.name)
            if worth is None and (elsewhere := fit(sought, f"{command.menu} {command.name}")) is not None:
                # What only the menu makes fit comes last.
                worth = elsewhere - 10_000
            if worth is not None:
                found.append((0 if not sought.strip() else -worth, command))
        found.sort(key=lambda each: each[0])
        self.list.show_rows([Row(each.key, each.name, each.note) for _worth, each in found])
        self.list.setVisible(bool(found))
        self._nothing.setVisible(not found)
        if found:
            self._choose(0)
        else:
            self._say(self._nothing.text())

    def _choose(self, place: int) -> None:
        self.list.setCurrentIndex(self.list.model().index(place, 0))
        row = self.list.rows[place]
        self._say(f"{row.head}, {row.note}")

    def _say(self, words: str) -> None:
        # The focus stays in the search: what is chosen must be said by itself.
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.search, words))

    def _do(self, key: object) -> None:
        command = next((each for each in self._commands if each.key == key), None)
        if command is None:
            return
        if not command.possible:
            QApplication.beep()
            self._say(command.note)
            return
        self.close()
        self.wanted.emit(command.key)
