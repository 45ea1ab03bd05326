"""The look as it is to be now: by the settings, and by what the desktop prefers."""

from PySide6.QtCore import QObject, Signal, Slot

from factbox.session.settings import SettingsStore
from factbox.ui.theme import Theme, choose, desktop


class Dressing(QObject):
    """Knows theme and text scale, and tells when they are others.

    Signals:
        changed: The Theme and the text scale from now on.
    """

    changed = Signal(object, float)

    def __init__(self, store: SettingsStore, owner: QObject) -> None:
        super().__init__(owner)
        self._store = store
        self._worn = self._wanted()
        store.changed.connect(self.look)
        desktop().colorSchemeChanged.connect(self.look)
        desktop().accessibility().contrastPreferenceChanged.connect(self.look)

    @property
    def worn(self) -> tuple[Theme, float]:
        """The theme and the text scale as they are now."""
        return self._worn

    @Slot()
    def look(self) -> None:
        """See whether the look is to be another."""
        wanted = self._wanted()
        if wanted != self._worn:
            self._worn = wanted
            self.changed.emit(*wanted)

    def _wanted(self) -> tuple[Theme, float]:
        settings = self._store.settings
        return choose(settings.theme), settings.scale
