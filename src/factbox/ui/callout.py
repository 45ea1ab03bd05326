"""A few words that point at a part of the window, and the ring around that part."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from factbox.translation import in_turn
from factbox.ui.buttons import paint_ring
from factbox.ui.labels import ink
from factbox.ui.page import verb
from factbox.ui.theme import Role, Theme, font

# At text scale 1: the width, the room inside, the gap to what it points at, and how far the ring stands off.
_WIDE, _INSET, _GAP, _OFF, _RADIUS = 300, 16, 12, 4, 8


class Ring(QWidget):
    """Surrounds a part; the mouse goes through it."""

    def __init__(self, theme: Theme, scale: float = 1.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._scale = theme, scale
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        self._theme, self._scale = theme, scale
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring."""
        paint_ring(QPainter(self), QRectF(self.rect()), self._theme, self._scale)


class Callout(QFrame):
    """Says something of a part, with verbs to go on and to skip the rest.

    Signals:
        gone_on: The next is wanted.
        skipped: Nothing more is wanted.
    """

    gone_on = Signal()
    skipped = Signal()

    def __init__(self, theme: Theme, scale: float = 1.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("callout")
        self._head, self._words, self._count = QLabel(self), QLabel(self), QLabel(self)
        self._words.setWordWrap(True)
        for label in (self._head, self._words, self._count):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._verbs = QWidget(self)
        self.next = verb("", self._verbs, main=True)
        self.skip = verb("", self._verbs)
        row = self._row = QHBoxLayout(self._verbs)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._count)
        row.addStretch()
        row.addWidget(self.skip)
        row.addWidget(self.next)
        self._column = QVBoxLayout(self)
        for part in (self._head, self._words, self._verbs):
            self._column.addWidget(part)
        self.next.clicked.connect(self.gone_on)
        self.skip.clicked.connect(self.skipped)
        self.set_theme(theme, scale)

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        self._theme, self._scale = theme, scale
        for label, role, colour in (
            (self._head, Role.HEADLINE, theme.text),
            (self._words, Role.INTERFACE, theme.text),
            (self._count, Role.NOTE, theme.second),
        ):
            label.setFont(font(role, scale))
            ink(label, colour)
        self._verbs.setStyleSheet(theme.stylesheet(scale))
        inset = round(_INSET * scale)
        self._column.setContentsMargins(inset, inset, inset, inset)
        self._column.setSpacing(round(8 * scale))
        self._row.setSpacing(round(8 * scale))

    def say(self, head: str, words: str, count: str, verbs: tuple[str, str]) -> None:
        """Say something else.

        Args:
            head: In a few words.
            words: In a sentence or two.
            count: Which of how many this is.
            verbs: What goes on, and what skips the rest; an empty one is left out.
        """
        self._head.setText(head)
        self._words.setText(words)
        self._count.setText(count)
        for button, word in zip((self.next, self.skip), verbs, strict=True):
            button.setText(word)
            button.setVisible(bool(word))
            # Under its ring a button has less room for its word.
            button.ensurePolished()
            button.setMinimumWidth(button.sizeHint().width() + round(4 * self._scale))
        self.setAccessibleName(in_turn(head, f"{words} {count}"))

    def point_at(self, target: QRect, room: QRect, spared: QRect) -> None:
        """Stand beside, above or below a part, inside the window.

        Args:
            target: The part.
            room: The window.
            spared: What stands at its top and is not to be covered while there is room below it; may be empty.
        """
        wide = min(round(_WIDE * self._scale), room.width() - 16)
        self.setFixedWidth(wide)
        tall = min(self._column.totalHeightForWidth(wide), room.height() - 16)
        size, gap = QSize(wide, tall), round(_GAP * self._scale)
        places = (
            QPoint(target.left() - gap - wide, target.top()),
            QPoint(target.right() + gap, target.top()),
            QPoint(target.left(), target.top() - gap - tall),
            QPoint(target.left(), target.bottom() + gap),
        )
        inside = room.adjusted(8, 8, -8, -8)
        if not spared.isEmpty() and spared.bottom() + 8 + tall <= inside.bottom():
            inside.setTop(spared.bottom() + 8)
        rooms = [self._kept(QRect(place, size), inside) for place in places]
        free = next((each for each in rooms if not each.intersects(target)), rooms[0])
        self.setGeometry(free)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Skip by Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.skipped.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground with its outline."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.accent), 1))
        painter.setBrush(self._theme.popover)
        radius = _RADIUS * self._scale
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)

    @staticmethod
    def _kept(rect: QRect, inside: QRect) -> QRect:
        rect.moveLeft(max(inside.left(), min(rect.left(), inside.right() - rect.width())))
        rect.moveTop(max(inside.top(), min(rect.top(), inside.bottom() - rect.height())))
        return rect


def around(target: QWidget, window: QWidget, scale: float) -> QRect:
    """Give the room of a part in its window, with the ring around it."""
    off = round(_OFF * scale)
    room = QRect(target.mapTo(window, QPoint(0, 0)), target.size()).adjusted(-off, -off, off, off)
    return room.intersected(window.rect())
