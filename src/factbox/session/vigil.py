"""The vigil over the file of a text: what another program makes of it is told while one looks at the window."""

from PySide6.QtCore import QObject, QTimer, Slot

from factbox.session.manuscript import Manuscript

# Milliseconds. Asking is cheap, and works on disks in the network as well, which tell nobody of a change.
PAUSE = 2_000


class Vigil(QObject):
    """Looks again and again whether the file of a manuscript has changed, which tells of it by `altered`.

    Args:
        manuscript: The text.
        owner: Whose text it is.
    """

    def __init__(self, manuscript: Manuscript, owner: QObject | None = None) -> None:
        super().__init__(owner)
        self._manuscript = manuscript
        self._rest = QTimer(self, interval=PAUSE)
        self._rest.timeout.connect(self._look)

    @property
    def is_kept(self) -> bool:
        """Whether it looks."""
        return self._rest.isActive()

    @Slot()
    def keep(self) -> None:
        """Look at once, and then again and again."""
        self._manuscript.look()
        self._rest.start()

    @Slot()
    def end(self) -> None:
        """Look no more."""
        self._rest.stop()

    @Slot()
    def _look(self) -> None:
        # A disk that does not answer is asked once.
        if not self._manuscript.is_looking:
            self._manuscript.look()
