"""Settings that stand in the menus: the actions make them, and show how they are."""

from functools import partial

from PySide6.QtCore import QObject, Slot

from factbox.session.declared import Switch
from factbox.session.settings import SETTINGS, Settings, SettingsStore, next_scale
from factbox.ui.actions import Actions


class Choosing(QObject):
    """Ties every action with the key of a setting, or in a group of its name, to that setting.

    Args:
        commands: The actions of a window.
        store: Where settings are kept.
        owner: What it lives as long as.
    """

    def __init__(self, commands: Actions, store: SettingsStore, owner: QObject) -> None:
        super().__init__(owner)
        self._commands, self._store = commands, store
        self._switches = [name for name, each in SETTINGS.items() if each.kind == Switch() and name in commands]
        self._choices = [name for name in SETTINGS if commands.answers(name)]
        # Qt tells a partial nothing: whether an action is on is asked of the action.
        for name in self._switches:
            commands[name].triggered.connect(partial(self._switch, name))
        for name in self._choices:
            for action in commands.answers(name):
                action.triggered.connect(partial(self._choose, name, action.objectName()))
        for key, step in (("larger", 1), ("smaller", -1)):
            commands[key].triggered.connect(partial(self._resize, step))
        commands["normal_size"].triggered.connect(partial(self._resize, 0))
        store.changed.connect(self._show)
        self._show(store.settings)

    def _switch(self, name: str) -> None:
        self._store.change(**{name: self._commands[name].isChecked()})

    def _choose(self, name: str, key: str) -> None:
        self._store.change(**{name: key})

    def _resize(self, step: int) -> None:
        self._store.change(scale=next_scale(self._store.settings.scale, step) if step else 1.0)

    @Slot(object)
    def _show(self, settings: Settings) -> None:
        for name in self._switches:
            self._commands[name].setChecked(getattr(settings, name))
        for name in self._choices:
            self._commands[getattr(settings, name)].setChecked(True)
