"""The legend: what the marks in the text mean, drawn as they are there."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QWidget

from factbox.metrics.guidance import Kind
from factbox.translation import N_, _
from factbox.ui.marks import Strip, paint_lines, paint_tints
from factbox.ui.theme import Role, Theme, brush, font

_WORDS = {
    Kind.HARD_SENTENCE: N_("Hard sentence"),
    Kind.VERY_HARD_SENTENCE: N_("Very hard sentence"),
    Kind.HARD_WORD: N_("Hard word"),
}
# At text scale 1: a swatch, the gap to its words, and from there to the next.
_SWATCH, _TALL, _GAP, _NEXT = 26, 14, 8, 20


class Legend(QWidget):
    """One swatch for each kind of mark, with its name."""

    def __init__(self, theme: Theme, scale: float = 1.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Legend of the marks"))
        self._words = {kind: _(words) for kind, words in _WORDS.items()}
        self.setAccessibleDescription(", ".join(self._words.values()))
        self.hide()
        self.set_theme(theme, scale)

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        self._theme, self._scale = theme, scale
        self._letters = font(Role.NOTE, scale)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for room for all of it."""
        metrics = QFontMetrics(self._letters)
        words = sum(map(metrics.horizontalAdvance, self._words.values()))
        return QSize(
            round(words + len(self._words) * (_SWATCH + _GAP + _NEXT) * self._scale), metrics.height() + 8
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the swatches and their names."""
        painter = brush(self)
        left, middle = 0.0, self.height() / 2
        for kind, words in self._words.items():
            tall = _TALL * self._scale
            room = QRectF(left, middle - tall / 2, _SWATCH * self._scale, tall)
            # The lines lie at the foot of the swatch, as they do below the letters.
            strips = [Strip(room, room.bottom() - (4 if kind is Kind.HARD_WORD else 9) * self._scale)]
            paint_tints(painter, kind, strips, self._theme, self._scale)
            paint_lines(painter, kind, strips, self._theme, self._scale)
            left = room.right() + _GAP * self._scale
            painter.setFont(self._letters)
            painter.setPen(self._theme.second)
            wide = QFontMetrics(self._letters).horizontalAdvance(words)
            painter.drawText(QRectF(left, 0, wide + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, words)
            left += wide + _NEXT * self._scale
