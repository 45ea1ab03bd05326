"""The light of the focus mode: what one writes stays as it is, and paper lies thinly over all the rest.

It is painted over the letters; the document knows nothing of it. A key costs the lines around the caret.
"""

from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from math import ceil, floor

from PySide6.QtCore import QObject, QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QRegion
from PySide6.QtWidgets import QPlainTextEdit

from factbox.session.surroundings import sentence_around
from factbox.session.units import characters, positions
from factbox.ui.marks import lines
from factbox.ui.theme import Theme

# The contrast that dimmed text keeps: that of readable text, and of a theme for high contrast.
_LEAST, _LEAST_OUTLINED = 4.6, 7.1
# Pixels around what is lit, for letters that lean over.
_AIR = 3


class Lit(StrEnum):
    """How much is lit around the caret."""

    SENTENCE = "lit_sentence"
    LINE = "lit_line"
    PARAGRAPH = "lit_paragraph"
    ALL = "lit_all"


class Light(QObject):
    """Lights what stands at the caret of a text pane."""

    def __init__(self, pane: QPlainTextEdit) -> None:
        super().__init__(pane)
        self._pane = pane
        self._lit = Lit.ALL
        self._region = QRegion()
        pane.cursorPositionChanged.connect(self._follow)
        pane.textChanged.connect(self._follow)

    def shine(self, lit: Lit) -> None:
        """Light so much from now on."""
        self._lit = lit
        self._region = self._wanted()
        self._pane.viewport().update()

    @property
    def is_on(self) -> bool:
        """Whether something is dimmed."""
        return self._lit is not Lit.ALL

    @property
    def region(self) -> QRegion:
        """What is lit in the view; all of it without a light."""
        return self._wanted() if self._lit is not Lit.ALL else QRegion(self._pane.viewport().rect())

    def paint(self, painter: QPainter, seen: QRect, theme: Theme) -> None:
        """Lay paper thinly over what is not lit."""
        veil = veil_of(theme)
        # It may have scrolled since.
        self._region = self._wanted()
        painter.setClipRegion(QRegion(seen).subtracted(self._region))
        painter.fillRect(seen, veil)

    def _follow(self) -> None:
        if self._lit is Lit.ALL:
            return
        before, self._region = self._region, self._wanted()
        if before != self._region:
            self._pane.viewport().update(before.united(self._region))

    def _wanted(self) -> QRegion:
        found = QRegion()
        for room in self._rooms():
            found = found.united(
                QRect(floor(room.left()), floor(room.top()), ceil(room.width()), ceil(room.height()))
            )
        return found

    def _rooms(self) -> Iterator[QRectF]:
        pane, cursor = self._pane, self._pane.textCursor()
        block = cursor.block()
        corner = pane.blockBoundingGeometry(block).translated(pane.contentOffset())
        width = pane.viewport().width()
        if self._lit is Lit.PARAGRAPH:
            yield QRectF(0, corner.top(), width, corner.height())
            return
        line = block.layout().lineForTextPosition(cursor.positionInBlock())
        if line.isValid() and (self._lit is Lit.LINE or not block.text().strip()):
            yield QRectF(0, corner.top() + line.y(), width, line.height())
        elif line.isValid():
            start, end = _sentence(block.text(), cursor.positionInBlock())
            seen = pane.viewport().rect()
            for strip in lines(block.layout(), QPointF(corner.topLeft()), start, end, seen):
                yield strip.room.adjusted(-_AIR, 0, _AIR, 0)


def _sentence(text: str, unit: int) -> tuple[int, int]:
    """Give the sentence around a place, both in Qt's units."""
    if text.isascii():
        return sentence_around(text, unit)
    (place,) = characters(text, (unit,))
    start, end = positions(text, sentence_around(text, place))
    return start, end


def veil_of(theme: Theme) -> QColor:
    """Give the paper of a theme, so thin that text under it can be read."""
    return QColor(_veil(theme.paper.name(), theme.text.name(), _LEAST_OUTLINED if theme.outlined else _LEAST))


@lru_cache(20)
def _veil(paper: str, text: str, least: float) -> QColor:
    ground, letters = QColor(paper), QColor(text)
    thin, thick = 0, 255
    while thick - thin > 1:
        middle = (thin + thick) // 2
        if contrast(ground, _over(ground, letters, middle / 255)) >= least:
            thin = middle
        else:
            thick = middle
    ground.setAlpha(thin)
    return ground


def _over(ground: QColor, letters: QColor, share: float) -> QColor:
    mixed = [
        round(one * share + other * (1 - share))
        for one, other in zip(ground.toTuple()[:3], letters.toTuple()[:3], strict=True)  # type: ignore[index]
    ]
    return QColor(*mixed)


def contrast(one: QColor, other: QColor) -> float:
    """Give the contrast of two colours by WCAG 2."""
    low, high = sorted(map(_luminance, (one, other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
