"""The row of tools: a few actions as icons, each with its name and keys in a tooltip."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QAction, QFontMetrics, QKeySequence, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from factbox.translation import aside
from factbox.ui.buttons import Bare, paint_switch
from factbox.ui.labels import plain
from factbox.ui.theme import Role, Theme, brush, font

# What an icon becomes when the Fact Box lies elsewhere than at the right of the text.
_PLACED = {("panel-right", "left"): "panel-left", ("panel-right", "below"): "panel-bottom"}
# The tool that is a switch with its word beside it, whatever the room.
_SWITCH = "highlighter"
# Of a switch at text scale 1: the room at its sides, its height, its icon, the gaps and the track.
_INSET, _TALL, _ICON, _GAP, _LONG, _THICK = 6, 30, 18, 7, 27, 14


class Tools(QWidget):
    """Shows actions that the window owns; follows what they say of themselves."""

    def __init__(
        self,
        tools: Sequence[tuple[QAction, str]],
        theme: Theme,
        scale: float = 1.0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self._row = row
        self._buttons = [
            Switch(icon, action, theme, scale, self) if icon == _SWITCH else Tool(action, icon, self)
            for action, icon in tools
        ]
        for button in self._buttons:
            row.addWidget(button)
        self.set_theme(theme, scale)

    @property
    def marks(self) -> QWidget | None:
        """The switch of the marks."""
        return next((button for button in self._buttons if isinstance(button, Switch)), None)

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        self.setStyleSheet(theme.stylesheet(scale))
        self._row.setSpacing(round(6 * scale))
        for button in self._buttons:
            button.set_theme(theme, scale)

    def set_place(self, place: str) -> None:
        """Show where the Fact Box is: at the `right` of the text, at its `left`, or `below` it."""
        for button in self._buttons:
            button.set_place(place)


class Switch(Bare):
    """An icon, a word, and a drawn switch: the side of its knob says whether it is on, colour only repeats it."""

    def __init__(
        self, icon: str, action: QAction, theme: Theme, scale: float = 1.0, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, scale, parent)
        self._icon, self._action = icon, action
        self.setObjectName("marks_switch")
        self.setCheckable(True)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()
        self.set_theme(theme, scale)

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        self._theme, self._scale = theme, scale
        self.setFixedSize(self.sizeHint())
        self.update()

    def set_place(self, place: str) -> None:
        """Look the same wherever the Fact Box is."""

    def sizeHint(self) -> QSize:
        """Ask for room for the icon, the word at its heaviest, and the switch."""
        word = QFontMetrics(font(Role.STRONG, self._scale)).horizontalAdvance(self.text())
        wide = word + 1 + (2 * _INSET + _ICON + 2 * _GAP + _LONG) * self._scale
        return QSize(round(wide), round(_TALL * self._scale))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, the icon, the word and the switch."""
        painter = brush(self)
        self.paint_ground(painter, QRectF(self.rect()))
        theme, scale, is_on = self._theme, self._scale, self.isChecked()
        ink = theme.text if is_on else theme.second
        middle = self.height() / 2
        image = theme.pixmap(
            self._icon, "text" if is_on else "second", round(_ICON * scale), self.devicePixelRatioF()
        )
        painter.drawPixmap(QPointF(_INSET * scale, middle - _ICON * scale / 2), image)
        painter.setFont(font(Role.STRONG if is_on else Role.INTERFACE, scale))
        painter.setPen(ink)
        left = (_INSET + _ICON + _GAP) * scale
        room = QRectF(left, 0, self.width() - left, self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.text())
        track = QRectF(self.width() - (_INSET + _LONG) * scale, middle - _THICK * scale / 2, _LONG * scale, 0)
        track.setHeight(_THICK * scale)
        paint_switch(painter, track, theme, scale, is_on=is_on)

    def _follow(self) -> None:
        name, told = _named(self._action)
        self.setText(name)
        self.setAccessibleName(name)
        self.setToolTip(told)
        self.setEnabled(self._action.isEnabled())
        self.show_checked(checked=self._action.isChecked())


class Tool(QToolButton):
    """One action as an icon; the menus show it without."""

    def __init__(self, action: QAction, icon: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._action = action
        self._icon = icon
        self._place = "right"
        # Tab goes from the text to the facts; the menus and keys reach all of these.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self._on_clicked)
        self.toggled.connect(self._on_toggled)
        action.changed.connect(self._follow)
        self._follow()

    @Slot()
    def _on_clicked(self) -> None:
        if not self.isCheckable():
            self._action.trigger()

    @Slot(bool)
    def _on_toggled(self, checked: bool) -> None:  # noqa: FBT001  # a slot
        # Whoever presses toggles, but who toggles by a screen reader does not press.
        if checked != self._action.isChecked():
            self._action.trigger()
            self._follow()

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        self._theme, self._scale = theme, scale
        side = round(30 * scale)
        self.setFixedSize(side, side)
        self._draw()

    def set_place(self, place: str) -> None:
        """Show where the Fact Box is: at the `right` of the text, at its `left`, or `below` it."""
        if place != self._place:
            self._place = place
            self._draw()

    def _draw(self) -> None:
        size = round(18 * self._scale)
        name = _PLACED.get((self._icon, self._place), self._icon)
        self.setIcon(self._theme.icon(name, size=size))
        self.setIconSize(QSize(size, size))

    def _follow(self) -> None:
        name, told = _named(self._action)
        self.setAccessibleName(name)
        self.setToolTip(told)
        self.setEnabled(self._action.isEnabled())
        self.setCheckable(self._action.isCheckable())
        self.setChecked(self._action.isChecked())
        self.setVisible(self._action.isVisible())


def _named(action: QAction) -> tuple[str, str]:
    """Give the name of an action, and the name with its keys."""
    name = plain(action.text())
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return name, aside(name, keys) if keys else name
