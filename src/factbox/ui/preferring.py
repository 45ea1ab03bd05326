"""What people do with the preferences: they open them, change them, and carry them to another computer."""

from dataclasses import asdict
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from factbox.session.portable import Parcel, export_settings, import_settings
from factbox.session.settings import Settings, SettingsStore
from factbox.session.tasks import Errands
from factbox.translation import _
from factbox.ui import dialogs
from factbox.ui.dressing import Dressing
from factbox.ui.filing import reason
from factbox.ui.preferences import PreferencesDialog


class Preferring(QObject):
    """Opens the preferences of the program over a window."""

    def __init__(self, store: SettingsStore, dressing: Dressing, window: QWidget) -> None:
        super().__init__(window)
        self._store, self._dressing, self._window = store, dressing, window
        self._dialog: PreferencesDialog | None = None
        self._errands = Errands(self)

    @property
    def is_open(self) -> bool:
        """Whether they are on the screen."""
        return self._dialog is not None

    @Slot()
    def open(self) -> PreferencesDialog:
        """Show the preferences, which hold up nothing else; give them."""
        if self._dialog is None:
            self._dialog = self._made()
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()
        return self._dialog

    def _made(self) -> PreferencesDialog:
        dialog = PreferencesDialog(*self._dressing.worn, self._window)
        dialog.show_settings(self._store.settings)
        dialog.chosen.connect(lambda name, value: self._store.change(**{name: value}))
        dialog.defaults_wanted.connect(self._go_back)
        dialog.import_wanted.connect(self._import)
        dialog.export_wanted.connect(self._export)
        dialog.finished.connect(self._on_closed)
        self._store.changed.connect(dialog.show_settings)
        self._dressing.changed.connect(dialog.set_theme)
        return dialog

    @Slot()
    def _on_closed(self) -> None:
        self._dialog = None

    def _say(self, sentence: str, undone: Settings | None = None) -> None:
        if self._dialog is not None:
            undo = ((_("Undo"), partial(self._store.change, **asdict(undone))),) if undone else ()
            self._dialog.notice.show_notice(sentence, *undo)

    @Slot()
    def _go_back(self) -> None:
        before = self._store.settings
        self._store.change(**asdict(Settings()))
        self._say(_("All settings are back at their defaults."), before)

    @Slot()
    def _export(self) -> None:
        path = dialogs.ask_where_to_export_settings(self._dialog or self._window, Path.home() / "factbox.json")
        if path is not None:
            settings = self._store.settings
            self._errands.run(
                lambda: export_settings(settings, path),
                lambda _written: self._say(_("All settings are in {name}.").format(name=path.name)),
                lambda error: self._say(
                    _("Could not save {name}. {reason}").format(name=path.name, reason=reason(error))
                ),
            )

    @Slot()
    def _import(self) -> None:
        path = dialogs.ask_for_settings(self._dialog or self._window, Path.home())
        if path is not None:
            self._errands.run(
                lambda: import_settings(path),
                partial(self._take, path),
                lambda error: self._say(
                    _("Could not import {name}. {reason}").format(name=path.name, reason=reason(error))
                ),
            )

    def _take(self, path: Path, parcel: Parcel) -> None:
        before = self._store.settings
        self._store.change(**parcel.choices)
        sentence = _("The settings of {name} are in use.").format(name=path.name)
        self._say(" ".join((sentence, *parcel.complaints)), before)
