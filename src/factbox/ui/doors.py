"""The doors to the panels: each says what one would find behind it."""

import math
from collections.abc import Collection

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from factbox.metrics.guidance import GUIDANCE, Panel, Plan, Summary
from factbox.translation import N_, _, decimal, ngettext, whole
from factbox.ui.buttons import Bare
from factbox.ui.theme import Role, Theme, brush, font

NAMES = {
    Panel.PLAN: N_("Plan"),
    Panel.SENTENCES: N_("Sentences"),
    Panel.WORDS: N_("Words"),
    Panel.PROFILE: N_("Profile"),
    Panel.PICTURES: N_("Pictures"),
    Panel.MEANING: N_("Meaning"),
    Panel.CHANGES: N_("Changes"),
}
_ICONS = {
    Panel.PLAN: "list-checks",
    Panel.SENTENCES: "text-align-start",
    Panel.WORDS: "whole-word",
    Panel.PROFILE: "book-open",
    Panel.PICTURES: "chart-no-axes-column",
    Panel.MEANING: "message-square-warning",
    Panel.CHANGES: "columns-2",
}
# The order in which they stand.
_ORDER = (Panel.MEANING, Panel.CHANGES, *GUIDANCE)
# At text scale 1: the height, from the edge of the panel to the icon, from there back to the ground, the icon's
# side, and from the edge to the words.
_TALL, _EDGE, _OUTSET, _ICON, _WORDS, _GAP = 34, 24, 16, 16, 50, 8


class Door(Bare):
    """The name of a panel and its result."""

    def __init__(self, panel: Panel, theme: Theme, scale: float = 1.0, parent: QWidget | None = None) -> None:
        super().__init__(theme, scale, parent)
        self._panel = panel
        self._result = ""
        self.setObjectName(f"door_{panel.value}")
        self.setText(_(NAMES[panel]))
        self._name()

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        self._theme, self._scale = theme, scale
        self.updateGeometry()
        self.update()

    @property
    def result(self) -> str:
        """What it says is behind it."""
        return self._result

    def show_result(self, result: str) -> None:
        """Say what is behind it; what is said already is left alone."""
        if result != self._result:
            self._result = result
            self._name()
            self.update()

    def sizeHint(self) -> QSize:
        """Ask for room for name and result."""
        wide = QFontMetrics(font(Role.INTERFACE, self._scale)).horizontalAdvance(self.text())
        wide += QFontMetrics(font(Role.NOTE, self._scale)).horizontalAdvance(self._result)
        return QSize(wide + round((_WORDS + 3 * _GAP + _ICON + _EDGE) * self._scale), round(_TALL * self._scale))

    def minimumSizeHint(self) -> QSize:
        """Let the result be shortened."""
        return QSize(round(120 * self._scale), round(_TALL * self._scale))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon, the name, the result and the chevron."""
        painter = brush(self)
        scale, theme = self._scale, self._theme
        inset = (_EDGE - _OUTSET) * scale
        self.paint_ground(painter, QRectF(self.rect()).adjusted(inset, 0, -inset, 0))
        top = (self.height() - _ICON * scale) / 2
        right = self.width() - (_EDGE - 4) * scale - _ICON * scale
        for name, left in ((_ICONS[self._panel], _EDGE * scale), ("chevron-right", right)):
            image = theme.pixmap(name, "second", round(_ICON * scale), self.devicePixelRatioF())
            painter.drawPixmap(QPointF(left, top), image)
        letters, small = font(Role.INTERFACE, scale), font(Role.NOTE, scale)
        painter.setFont(letters)
        painter.setPen(theme.text)
        name_wide = QFontMetrics(letters).horizontalAdvance(self.text())
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(QRectF(_WORDS * scale, 0, name_wide + 1, self.height()), middle, self.text())
        left = _WORDS * scale + name_wide + 2 * _GAP * scale
        room = QRectF(left, 0, right - _GAP * scale - left, self.height())
        painter.setFont(small)
        painter.setPen(theme.second)
        shown = QFontMetrics(small).elidedText(self._result, Qt.TextElideMode.ElideRight, math.ceil(room.width()))
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignRight, shown)

    def _name(self) -> None:
        self.setAccessibleName(f"{self.text()}, {self._result}" if self._result else self.text())
        self.setAccessibleDescription(_("Opens the panel"))
        self.setToolTip(self._result)


class Doors(QWidget):
    """Plan, Sentences, Words, Profile and Pictures; with an original beside the text Meaning and Changes too.

    Signals:
        chosen: The Panel to open.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme, scale: float = 1.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("doors")
        self.setAccessibleName(_("Guidance"))
        self._doors = {panel: Door(panel, theme, scale, self) for panel in _ORDER}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for panel, door in self._doors.items():
            door.clicked.connect(lambda _checked=False, panel=panel: self.chosen.emit(panel))
            column.addWidget(door)
        self.show_doors(GUIDANCE)

    def show_doors(self, panels: Collection[Panel]) -> None:
        """Show the doors to some panels only."""
        for panel, door in self._doors.items():
            door.setVisible(panel in panels)

    def show_result(self, panel: Panel, result: str) -> None:
        """Say what is behind a door."""
        self._doors[panel].show_result(result)

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        for door in self._doors.values():
            door.set_theme(theme, scale)

    def show_summary(self, summary: Summary | None) -> None:
        """Say what is behind each door; nothing, where nobody has looked."""
        for panel in GUIDANCE:
            door = self._doors[panel]
            if summary is None:
                door.show_result("")
            elif panel is not Panel.PLAN or summary.plan is not None:
                door.show_result(_result(panel, summary))


def _result(panel: Panel, summary: Summary) -> str:
    if panel is Panel.PLAN:
        return _way(summary.plan or Plan())
    if panel is Panel.PICTURES:
        return _along(summary.along) if summary.along is not None else ""
    if panel is Panel.PROFILE:
        if summary.known is None:
            return ""
        # Rounded down: 100 % means all.
        return _("{share} % to {level}").format(share=math.floor(100 * summary.known), level=summary.level.name)
    hard = summary.hard_sentences if panel is Panel.SENTENCES else summary.hard_words
    return _("{n} hard").format(n=whole(hard)) if hard else _("none hard")


def _along(levels: tuple[float, float]) -> str:
    low, high = (decimal(level, 0) for level in levels)
    return _("Level {n}").format(n=low) if low == high else _("Level {low} to {high}").format(low=low, high=high)


def _way(plan: Plan) -> str:
    if not plan.steps:
        return plan.brief
    if plan.reached:
        return ngettext("{n} edit to the goal", "{n} edits to the goal", len(plan.steps))
    return ngettext("{n} edit towards the goal", "{n} edits towards the goal", len(plan.steps))
