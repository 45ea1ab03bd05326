"""Buttons that Qt lacks: nothing but words until the mouse or the keyboard is there."""

from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from factbox.ui.theme import Role, Theme, brush, font

_RING = 2.0
_RADIUS = 6.0
# Of a flat button at text scale 1: its height, the room at its sides, its icon, and the gap beside that.
_TALL, _INSET, _ICON, _GAP = 26, 6, 16, 4
# Of a tab: its height, the room at its sides, at least so much of it, and the rule.
_TAB, _SIDE, _LEAST_SIDE, _RULE = 30, 8, 0, 3


def paint_ring(painter: QPainter, room: QRectF, theme: Theme, scale: float) -> None:
    """Draw the ring that shows where the keyboard is, inside a shape."""
    half = _RING / 2
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.accent, _RING))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(room.adjusted(half, half, -half, -half), _RADIUS * scale, _RADIUS * scale)


def paint_tick(painter: QPainter, room: QRectF, colour: QColor, width: float) -> None:
    """Draw a tick that fills a room."""
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    corners = ((0, 0.55), (0.36, 0.9), (1, 0.14))
    painter.drawPolyline([QPointF(room.x() + x * room.width(), room.y() + y * room.height()) for x, y in corners])


def paint_switch(painter: QPainter, track: QRectF, theme: Theme, scale: float, *, is_on: bool) -> None:
    """Draw a switch: the side of its knob says whether it is on, colour only repeats it."""
    half, knob = track.height() / 2, 4 * scale
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.accent if is_on else theme.second, 1.5 * scale))
    painter.setBrush(theme.accent if is_on else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(track, half, half)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.on_accent if is_on else theme.second)
    painter.drawEllipse(
        QPointF(track.right() - half if is_on else track.left() + half, track.center().y()), knob, knob
    )


class Bare(QAbstractButton):
    """Shows its ground under the mouse and a ring where the keyboard is; Enter presses it like the space bar."""

    def __init__(self, theme: Theme, scale: float = 1.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._scale = theme, scale
        self._ringed = False
        self._reason = Qt.FocusReason.ShortcutFocusReason
        self._is_told = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.toggled.connect(self._on_toggled)

    def show_checked(self, *, checked: bool) -> None:
        """Show that it is on, or off, without a press."""
        self._is_told = True
        self.setChecked(checked)
        self._is_told = False

    def nextCheckState(self) -> None:
        """Change between on and off by a press."""
        self._is_told = True
        super().nextCheckState()
        self._is_told = False

    @Slot(bool)
    def _on_toggled(self, checked: bool) -> None:  # noqa: FBT001  # a slot
        """Take what a screen reader toggles for a press, which Qt does not; of a group only what it turns on."""
        if not self._is_told and (checked or self.group() is None):
            clicked: Any = self.clicked
            clicked[bool].emit(checked)

    @property
    def reason(self) -> Qt.FocusReason:
        """How it was pressed last; what takes the focus then shows a ring only if that was by a key."""
        return self._reason

    def forget_mouse(self) -> None:
        """Take it that a key pressed it last."""
        self._reason = Qt.FocusReason.ShortcutFocusReason

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring unless the mouse led here."""
        self._ringed = event.reason() is not Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember that it was the mouse."""
        self._reason = Qt.FocusReason.MouseFocusReason
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press, and show the ring from the first key on."""
        self._reason = Qt.FocusReason.ShortcutFocusReason
        self._ringed = True
        self.update()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def is_lit(self) -> bool:
        """Tell whether the mouse or the keyboard is here."""
        return self.isEnabled() and (self.underMouse() or self.is_ringed())

    def paint_ground(self, painter: QPainter, room: QRectF) -> None:
        """Draw the ground and the ring, as far as they show now."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.is_lit() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.pressed if self.isDown() else self._theme.chosen)
            painter.drawRoundedRect(room, _RADIUS * self._scale, _RADIUS * self._scale)
        if self.is_ringed():
            paint_ring(painter, room, self._theme, self._scale)

    def is_ringed(self) -> bool:
        """Tell whether the keyboard is here."""
        return self._ringed and self.hasFocus()


class Flat(Bare):
    """A few words with an icon before or after them.

    Args:
        icon: The name of the icon.
        theme: The colours.
        scale: The text scale.
        parent: What it is in.
        trailing: Whether the icon stands after the words.
        role: What the words are.
        colour: The name of their colour.
    """

    def __init__(
        self,
        icon: str,
        theme: Theme,
        scale: float = 1.0,
        parent: QWidget | None = None,
        *,
        trailing: bool = False,
        role: Role = Role.NOTE,
        colour: str = "second",
    ) -> None:
        super().__init__(theme, scale, parent)
        self._drawing, self._trailing = icon, trailing
        self._role, self._colour = role, colour
        self.setFont(font(role, scale))

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        self._theme, self._scale = theme, scale
        self.setFont(font(self._role, scale))
        self.updateGeometry()
        self.update()

    def say(self, words: str) -> None:
        """Take other words."""
        if words != self.text():
            self.setText(words)
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Ask for room for icon and words."""
        wide = (2 * _INSET + _ICON + _GAP) * self._scale + self.fontMetrics().horizontalAdvance(self.text())
        return QSize(round(wide) + 1, round(_TALL * self._scale))

    def minimumSizeHint(self) -> QSize:
        """Shrink to the icon; the words are cut with an ellipsis."""
        return QSize(round((2 * _INSET + _ICON) * self._scale), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, the icon and the words."""
        painter = brush(self)
        self.paint_ground(painter, QRectF(self.rect()))
        inset, icon, gap = (n * self._scale for n in (_INSET, _ICON, _GAP))
        image = self._theme.pixmap(self._drawing, "second", round(icon), self.devicePixelRatioF())
        place = self.width() - inset - icon if self._trailing else inset
        painter.drawPixmap(QPointF(place, (self.height() - icon) / 2), image)
        room = QRectF(inset if self._trailing else inset + icon + gap, 0, 0, self.height())
        room.setWidth(self.width() - 2 * inset - icon - gap)
        painter.setFont(self.font())
        painter.setPen(getattr(self._theme, self._colour))
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, round(room.width()) + 1)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, words)


class Link(Bare):
    """Words in the colour of what acts."""

    def __init__(self, words: str, theme: Theme, scale: float = 1.0, parent: QWidget | None = None) -> None:
        super().__init__(theme, scale, parent)
        self.setText(words)
        self.set_theme(theme, scale)

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        self._theme, self._scale = theme, scale
        self.setFixedSize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for room for the words."""
        words = QFontMetrics(font(Role.STRONG, self._scale)).horizontalAdvance(self.text())
        return QSize(round(words + 2 * _INSET * self._scale) + 1, round(_TALL * self._scale))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the words."""
        painter = brush(self)
        self.paint_ground(painter, QRectF(self.rect()))
        painter.setFont(font(Role.STRONG, self._scale))
        painter.setPen(self._theme.accent if self.isEnabled() else self._theme.second)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


class Tab(Bare):
    """One of several words; a rule below it says that it is the present one."""

    def __init__(self, words: str, theme: Theme, scale: float = 1.0, parent: QWidget | None = None) -> None:
        super().__init__(theme, scale, parent)
        self.setText(words)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_theme(theme, scale)

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        self._theme, self._scale = theme, scale
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for room for the word at its heaviest."""
        wide = QFontMetrics(font(Role.STRONG, self._scale)).horizontalAdvance(self.text())
        return QSize(wide + 1 + round(2 * _SIDE * self._scale), round(_TAB * self._scale))

    def minimumSizeHint(self) -> QSize:
        """Come nearer to its neighbours, but never be cut."""
        spare = 2 * (_SIDE - _LEAST_SIDE) * self._scale
        return QSize(round(self.sizeHint().width() - spare), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, the word and the rule."""
        painter = brush(self)
        self.paint_ground(painter, QRectF(self.rect()).adjusted(0, 0, 0, -(_RULE + 1) * self._scale))
        painter.setFont(font(Role.STRONG if self.isChecked() else Role.INTERFACE, self._scale))
        painter.setPen(self._theme.text if self.isChecked() else self._theme.second)
        word = QFontMetrics(font(Role.STRONG, self._scale)).horizontalAdvance(self.text())
        inset = (self.width() - word) / 2
        room = QRectF(self.rect()).adjusted(inset, 0, 0, -(_RULE + 1) * self._scale)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.isChecked():
            tall = _RULE * self._scale
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.accent)
            room = QRectF(inset, self.height() - tall, self.width() - 2 * inset, tall)
            painter.drawRoundedRect(room, tall / 2, tall / 2)
