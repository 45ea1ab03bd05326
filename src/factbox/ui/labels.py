"""Labels that QLabel lacks: one that shortens itself, the value of a fact, and the large Level."""

import math
import re

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QFontMetricsF, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from factbox.ui.theme import Role, Theme, brush, font

_NOTHING = "—"
# What stands before the decimal sign, which is a comma in some languages.
_WHOLE = re.compile(r"−?\d+")
_DASH = (44, 2.5)

# A mnemonic that is no letter of the words.
_BEHIND = re.compile(r"\s?\(&\w\)")


def ink(widget: QWidget, colour: QColor) -> None:
    """Give a widget the colour of its letters."""
    palette = widget.palette()
    palette.setColor(QPalette.ColorRole.WindowText, colour)
    widget.setPalette(palette)


def inset(label: QLabel, left: int, top: int = 0, right: int = 0, bottom: int = 0) -> None:
    """Keep the words of a label away from its edges."""
    # A frame that is narrower than its margins loses them when it is shown first.
    label.resize(max(label.width(), left + right + 1), max(label.height(), top + bottom + 1))
    label.setContentsMargins(left, top, right, bottom)


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
        painter = brush(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        room = self.contentsRect()
        painter.drawText(room, self.alignment(), metrics.elidedText(self.text(), self._shorten, room.width()))


class Value(QLabel):
    """The value of a fact, with a name and its text for screen readers."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(key)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def show_fact(self, label: str, text: str) -> None:
        """Show a value; what is already shown is left alone."""
        if self.text() != text:
            self.setText(text)
            self.setAccessibleDescription(text)
        if self.accessibleName() != label:
            self.setAccessibleName(label)


class Level(Value):
    """The Level: its whole part large, its decimals small and quiet, as one exact text.

    Args:
        theme: The colours.
        scale: The text scale.
        parent: What it is in.
        key: Its object name; another value may be painted in its manner.
    """

    def __init__(
        self, theme: Theme, scale: float = 1.0, parent: QWidget | None = None, key: str = "level"
    ) -> None:
        super().__init__(key, parent)
        self._rough = False
        self._divided = True
        self._roles = (Role.LEVEL, Role.DECIMALS)
        self.set_theme(theme, scale)

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        self._theme = theme
        self._whole = font(self._roles[0], scale)
        self._decimals = font(self._roles[1], scale)
        self._scale = scale
        self.updateGeometry()
        self.update()

    def set_roles(self, whole: Role, decimals: Role) -> None:
        """Take the sizes of a form of the Fact Box."""
        self._roles = (whole, decimals)
        self.set_theme(self._theme, self._scale)

    def set_rough(self, *, rough: bool) -> None:
        """Show whether the text is too short for a steady Level."""
        if rough != self._rough:
            self._rough = rough
            self.update()

    def set_divided(self, *, divided: bool) -> None:
        """Paint the decimals small, or everything large."""
        if divided != self._divided:
            self._divided = divided
            self.updateGeometry()
            self.update()

    def parts(self) -> tuple[str, str]:
        """Give what is drawn large, and what is drawn small."""
        text = self.text().replace("-", "−")
        if not self._divided:
            return text, ""
        whole = _WHOLE.match(text)
        place = whole.end() if whole else len(text)
        return text[:place], text[place:]

    def sizeHint(self) -> QSize:
        """Ask for the height of the figures and the width of this Level."""
        whole, decimals = self.parts()
        wide = QFontMetricsF(self._whole).horizontalAdvance(whole)
        wide += QFontMetricsF(self._decimals).horizontalAdvance(decimals)
        tall = QFontMetrics(self._whole).capHeight() + 8 * self._scale
        return QSize(math.ceil(wide), round(tall))

    def minimumSizeHint(self) -> QSize:
        """Never be cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw both parts on one line."""
        painter = brush(self)
        whole, decimals = self.parts()
        if whole == _NOTHING:
            # The dash of the font is as heavy as a figure; none is less than a figure.
            wide, tall = (n * self._scale for n in _DASH)
            painter.fillRect(QRectF(0, (self.height() - tall) / 2, wide, tall), self._theme.second)
            return
        painter.setPen(self._theme.second if self._rough else self._theme.text)
        painter.setFont(self._whole)
        metrics = QFontMetricsF(self._whole)
        # The figures have air at their left that letters lack: without it they stand on the edge of the text.
        left = -metrics.leftBearing(whole[0]) if whole else 0.0
        base = (self.height() + metrics.capHeight()) / 2
        painter.drawText(QPointF(left, base), whole)
        painter.setPen(self._theme.second)
        painter.setFont(self._decimals)
        painter.drawText(QPointF(left + metrics.horizontalAdvance(whole), base), decimals)


def say(label: QLabel, text: str) -> None:
    """Give a label its text; what it says already is left alone."""
    if label.text() != text:
        label.setText(text)


def plain(words: str) -> str:
    """Give the words of an action without its dots and its mnemonic, which stands behind them in Chinese."""
    bare = _BEHIND.sub("", words).replace("&&", "\0").replace("&", "").replace("\0", "&")
    return bare.rstrip("…")
