"""All actions of a window in its palette: those that were done last stand first."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from factbox.session.settings import SettingsStore
from factbox.translation import _
from factbox.ui.actions import Actions
from factbox.ui.dressing import Dressing
from factbox.ui.labels import plain
from factbox.ui.palette import Command, Palette


class Commanding(QObject):
    """Opens the palette of a window, and does what is chosen there."""

    def __init__(self, commands: Actions, store: SettingsStore, dressing: Dressing, window: QWidget) -> None:
        super().__init__(window)
        self._commands, self._store, self._window = commands, store, window
        self._by_key: dict[str, QAction] = {}
        self.palette = Palette(*dressing.worn, window)
        self.palette.wanted.connect(self._do)
        dressing.changed.connect(self.palette.set_theme)

    @Slot()
    def open(self) -> None:
        """Show everything that can be done."""
        offers = dict(self._offers())
        self._by_key = {key: action for key, (action, _command) in offers.items()}
        recent = [key for key in self._store.memory.recent_actions if key in offers]
        order = dict.fromkeys([*recent, *offers])
        self.palette.open_over(self._window, [offers[key][1] for key in order])

    def _offers(self) -> Iterator[tuple[str, tuple[QAction, Command]]]:
        for key, path in self._commands.paths.items():
            action = self._commands[key]
            name = plain(action.text())
            menu = action.menu()
            if key == "palette":
                continue
            if not isinstance(menu, QMenu):
                yield key, (action, _told(key, name, path, action))
                continue
            # A menu fills itself when it is about to be seen.
            menu.aboutToShow.emit()
            for each in menu.actions():
                if not each.isSeparator() and each.menu() is None:
                    inner = f"{key}/{plain(each.text())}"
                    yield inner, (each, _told(inner, plain(each.text()), f"{path} › {name}", each))

    @Slot(str)
    def _do(self, key: str) -> None:
        self._store.memory.remember_action(key)
        self._by_key[key].trigger()


def _told(key: str, name: str, path: str, action: QAction) -> Command:
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    state = ""
    if not action.isEnabled():
        state = _("not possible now")
    elif action.isCheckable():
        state = _("on") if action.isChecked() else _("off")
    return Command(key, name, path, keys, state, action.isEnabled())
