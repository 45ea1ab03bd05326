"""The caret of the paper: wider than Qt's, in the accent, and as tall as the letters."""

from PySide6.QtCore import QObject, QRect, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtWidgets import QPlainTextEdit

from factbox.ui.theme import Theme

# At every scale: the room beside and above the text in its document.
TOP = 36
# At text scale 1.
_WIDE = 2


class Caret(QObject):
    """Blinks as the desktop wants it, and rests while it moves."""

    def __init__(self, pane: QPlainTextEdit) -> None:
        super().__init__(pane)
        self._pane = pane
        self._scale = 1.0
        self._is_lit = True
        self._last = QRect()
        self._blink = QTimer(self)
        self._blink.timeout.connect(self._on_blink)
        pane.cursorPositionChanged.connect(self.rest)
        QGuiApplication.styleHints().cursorFlashTimeChanged.connect(self.rest)

    def paint(self, theme: Theme, scale: float) -> None:
        """Paint it over the text, where the pane has the focus and it is lit."""
        self._scale = scale
        if self._is_lit and self._pane.hasFocus():
            self._last = self._room()
            QPainter(self._pane.viewport()).fillRect(self._last, theme.accent)

    @Slot()
    def rest(self) -> None:
        """Light it, and begin to blink anew."""
        self._is_lit = True
        self._update()
        half = QGuiApplication.styleHints().cursorFlashTime() // 2
        if half > 0 and self._pane.hasFocus():
            self._blink.start(half)
        else:
            self._blink.stop()

    def leave(self) -> None:
        """Take it away: the pane has lost the focus."""
        self._blink.stop()
        self._pane.viewport().update(self._last)

    @Slot()
    def _on_blink(self) -> None:
        self._is_lit = not self._is_lit
        self._update()

    def _update(self) -> None:
        self._pane.viewport().update(self._last)
        self._pane.viewport().update(self._room())

    def _room(self) -> QRect:
        at = self._pane.cursorRect()
        tall = round(1.2 * self._pane.font().pixelSize())
        wide = max(_WIDE, round(_WIDE * self._scale))
        # At the start of a line it keeps clear of the first letter.
        left = at.x() - wide - 1 if at.x() <= TOP else at.x() - wide // 2
        return QRect(left, at.center().y() - tall // 2 + 1, wide, tall)
