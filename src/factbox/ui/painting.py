"""Drawings on the screen: shapes in the colours and the letters of a theme."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen

from factbox.drawing.chart import draw
from factbox.drawing.shapes import Anchor, Box, Drawing, Ink, Stroke, Words
from factbox.drawing.svg import colours, svg
from factbox.metrics.picture import Picture
from factbox.ui.theme import Role, Theme, font

# Of a picture that is saved: its width and its least height at text scale 1, and the pixels for each of these.
WIDE, TALL, SHARP = 760, 400, 2


def letters(size: float, *, strong: bool = False) -> QFont:
    """Give the letters of a picture in a size."""
    made = font(Role.HEAD if strong else Role.NOTE_FIGURES)
    made.setPixelSize(max(1, round(size)))
    return made


@lru_cache(2_000)
def measured(text: str, size: float, strong: bool = False) -> float:  # noqa: FBT001, FBT002  # as drawings ask
    """Tell how wide a text is on the screen."""
    return QFontMetricsF(letters(size, strong=strong)).horizontalAdvance(text)


def paint(painter: QPainter, drawing: Drawing, theme: Theme) -> None:
    """Draw the shapes of a drawing."""
    for shape in drawing.shapes:
        if isinstance(shape, Box):
            _paint_box(painter, shape, theme)
        elif isinstance(shape, Stroke):
            _paint_stroke(painter, shape, theme)
        else:
            _paint_words(painter, shape, theme)


def image(picture: Picture, theme: Theme, scale: float = 1.0) -> QImage:
    """Draw a picture by itself, with its title, as it is copied or saved."""
    margin = round(16 * scale)
    wide = round(WIDE * scale)
    drawing = draw(picture, wide, TALL * scale, scale, measured)
    made = QImage(
        SHARP * (wide + 2 * margin), SHARP * (round(drawing.tall) + 2 * margin), QImage.Format.Format_RGB32
    )
    made.setDevicePixelRatio(SHARP)
    made.fill(theme.panel)
    made.setText("Title", picture.title)
    made.setText("Description", picture.words)
    painter = QPainter(made)
    painter.translate(margin, margin)
    paint(painter, drawing, theme)
    painter.end()
    return made


def svg_of(picture: Picture, theme: Theme, scale: float = 1.0) -> bytes:
    """Write a picture by itself, with its title, as SVG."""
    return svg(draw(picture, WIDE * scale, TALL * scale, scale), colours(theme.name)).encode()


def _colour(theme: Theme, ink: Ink) -> QColor:
    colour: QColor = getattr(theme, ink.value)
    return colour


def _paint_box(painter: QPainter, box: Box, theme: Theme) -> None:
    # Edges on whole pixels where nothing is outlined: so they are sharp.
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, box.outline is not None)
    painter.setPen(QPen(_colour(theme, box.outline), box.thick) if box.outline else Qt.PenStyle.NoPen)
    painter.setBrush(_colour(theme, box.fill) if box.fill else Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(box.left, box.top, box.wide, box.tall))


def _paint_stroke(painter: QPainter, stroke: Stroke, theme: Theme) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    pen = QPen(_colour(theme, stroke.ink), stroke.thick, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
    if stroke.dashed:
        pen.setDashPattern([3, 2])
    painter.setPen(pen)
    painter.drawLine(QPointF(stroke.x1, stroke.y1), QPointF(stroke.x2, stroke.y2))


def _paint_words(painter: QPainter, words: Words, theme: Theme) -> None:
    painter.setFont(letters(words.size, strong=words.strong))
    painter.setPen(_colour(theme, words.ink))
    wide = measured(words.text, words.size, words.strong)
    left = words.x - {Anchor.START: 0.0, Anchor.MIDDLE: wide / 2, Anchor.END: wide}[words.anchor]
    painter.drawText(QPointF(left, words.y), words.text)
