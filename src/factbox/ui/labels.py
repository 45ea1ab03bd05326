"""Labels that QLabel lacks: one that shortens itself, one that takes focus, and the large Level."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QFontMetricsF, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QLabel, QWidget

from factbox.ui.theme import Role, Theme, font

# Between a value and its ring, at text scale 1.
AIR = 6
_RING = 2.0
_DASH = (44, 2.5)


def ink(widget: QWidget, colour: QColor) -> None:
    """Give a widget the colour of its letters."""
    palette = widget.palette()
    palette.setColor(QPalette.ColorRole.WindowText, colour)
    widget.setPalette(palette)


class Line(QLabel):
    """A label that shortens its text with an ellipsis when there is no room, unless it may wrap."""

    def __init__(
        self, parent: QWidget | None = None, shorten: Qt.TextElideMode = Qt.TextElideMode.ElideRight
    ) -> None:
        super().__init__(parent)
        self._shorten = shorten
        self.setTextFormat(Qt.TextFormat.PlainText)

    def minimumSizeHint(self) -> QSize:
        """Shrink to a few letters."""
        least = super().minimumSizeHint()
        if self.wordWrap():
            return least
        few = self.fontMetrics().horizontalAdvance("MMM…")
        return QSize(min(few, least.width()), least.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what fits."""
        metrics = self.fontMetrics()
        if self.wordWrap() or metrics.horizontalAdvance(self.text()) <= self.contentsRect().width():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        room = self.contentsRect()
        painter.drawText(room, self.alignment(), metrics.elidedText(self.text(), self._shorten, room.width()))


class Value(QLabel):
    """The value of a fact: the Tab key reaches it, and screen readers know its name and what it says."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ring = QColor()
        self.setObjectName(key)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_fact(self, label: str, text: str) -> None:
        """Show a value; what is already shown is left alone."""
        if self.text() != text:
            self.setText(text)
            self.setAccessibleDescription(text)
        if self.accessibleName() != label:
            self.setAccessibleName(label)

    def set_ring(self, colour: QColor, scale: float) -> None:
        """Take the colour of the ring that shows the focus, with some air around the figures."""
        self._ring = colour
        air = round(AIR * scale)
        self.setContentsMargins(air, air // 3, air, air // 3)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the value, and the ring around it while it has the focus."""
        super().paintEvent(event)
        self._paint_ring()

    def _paint_ring(self) -> None:
        if not self.hasFocus():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._ring, _RING))
        half = _RING / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), 4, 4)


class Level(Value):
    """The Level: its whole part large, its decimals small and quiet, as one exact text."""

    def __init__(self, theme: Theme, scale: float = 1.0, parent: QWidget | None = None) -> None:
        super().__init__("level", parent)
        self._rough = False
        self._roles = (Role.LEVEL, Role.DECIMALS)
        self.set_theme(theme, scale)

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        self._theme = theme
        self._whole = font(self._roles[0], scale)
        self._decimals = font(self._roles[1], scale)
        self._scale = scale
        self.set_ring(theme.accent, scale)
        self.updateGeometry()

    def set_roles(self, whole: Role, decimals: Role) -> None:
        """Take the sizes of a form of the Fact Box."""
        self._roles = (whole, decimals)
        self.set_theme(self._theme, self._scale)

    def set_rough(self, *, rough: bool) -> None:
        """Show whether the text is too short for a steady Level."""
        if rough != self._rough:
            self._rough = rough
            self.update()

    def parts(self) -> tuple[str, str]:
        """Give what is drawn large, and what is drawn small."""
        whole, point, decimals = self.text().replace("-", "−").partition(".")
        return whole, point + decimals

    def sizeHint(self) -> QSize:
        """Ask for the height of the figures and the width of this Level."""
        whole, decimals = self.parts()
        wide = QFontMetricsF(self._whole).horizontalAdvance(whole)
        wide += QFontMetricsF(self._decimals).horizontalAdvance(decimals)
        tall = QFontMetrics(self._whole).capHeight() + 8 * self._scale
        return QSize(round(wide + 2 * AIR * self._scale), round(tall))

    def minimumSizeHint(self) -> QSize:
        """Never be cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw both parts on one line."""
        painter = QPainter(self)
        whole, decimals = self.parts()
        if not decimals:
            # The dash of the font is as heavy as a figure; none is less than a figure.
            line = QRectF(
                self.contentsRect().x(),
                (self.height() - _DASH[1] * self._scale) / 2,
                *(n * self._scale for n in _DASH),
            )
            painter.fillRect(line, self._theme.second)
            painter.end()
            self._paint_ring()
            return
        painter.setPen(self._theme.second if self._rough else self._theme.text)
        painter.setFont(self._whole)
        metrics = QFontMetricsF(self._whole)
        # The figures have air at their left that letters lack: without it they stand on the edge of the text.
        left = self.contentsRect().x() - (metrics.leftBearing(whole[0]) if whole else 0.0)
        base = (self.height() + metrics.capHeight()) / 2
        painter.drawText(QPointF(left, base), whole)
        painter.setPen(self._theme.second)
        painter.setFont(self._decimals)
        painter.drawText(QPointF(left + metrics.horizontalAdvance(whole), base), decimals)
        painter.end()
        self._paint_ring()
