"""How a fact is counted: the panel that opens in place of the Fact Box."""

from itertools import chain

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from factbox.metrics.explain import Explanation, Opinion
from factbox.session.turns import in_next_turn
from factbox.translation import _
from factbox.ui.buttons import Flat
from factbox.ui.labels import ink
from factbox.ui.opinions import SecondOpinion
from factbox.ui.rows import EDGE, Group, Result, Stop
from factbox.ui.scrollbar import Scroller
from factbox.ui.theme import Role, Theme, font

# From this width on, at text scale 1, it has two columns.
_TWO_COLUMNS = 640
# What stands before the words of a flat button.
_BEFORE = 6


class Counted(QWidget):
    """Shows an Explanation; while one types, its figures change in place and nothing else moves.

    Signals:
        closed: The reader wants the Fact Box back.
        opinion_asked: The reader wants to know what others count.
    """

    closed = Signal()
    opinion_asked = Signal()

    def __init__(self, theme: Theme, scale: float = 1.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("counted")
        self.setAutoFillBackground(True)
        self._explanation: Explanation | None = None
        self._wide: bool | None = None
        self._back = Flat("chevron-left", theme, scale, self, role=Role.STRONG, colour="text")
        self._back.setObjectName("back")
        self._back.clicked.connect(self.closed)
        self._hint = QLabel(QKeySequence(Qt.Key.Key_Escape).toString(QKeySequence.SequenceFormat.NativeText), self)
        self._head = QHBoxLayout()
        self._head.addWidget(self._back)
        self._head.addStretch()
        self._head.addWidget(self._hint)
        self._body = body = QWidget()
        body.setAutoFillBackground(True)
        self._grid = QGridLayout(body)
        self._grid.setSpacing(0)
        self._first = QWidget(body)
        self._result = Result(theme, scale, self._first)
        self._terms = Group(theme, scale, self._first, sums=True)
        self._scales = Group(theme, scale, self._first)
        self._counted = Group(theme, scale, self._first)
        self._others = Group(theme, scale, body)
        self._second = SecondOpinion(theme, scale, body)
        self._second.button.clicked.connect(self._on_asked)
        column = QVBoxLayout(self._first)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self._result, self._terms, self._scales, self._counted):
            column.addWidget(part)
        self._scroll = Scroller(body, theme, self)
        whole = QVBoxLayout(self)
        whole.setSpacing(0)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(self._head)
        whole.addWidget(self._scroll, 1)
        self.set_theme(theme, scale)

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        self._scale = scale
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, theme.panel)
        self.setPalette(palette)
        self._hint.setFont(font(Role.NOTE, scale))
        ink(self._hint, theme.second)
        sizes = (EDGE - _BEFORE - 4, 12, EDGE, 8)
        self._head.setContentsMargins(*(round(n * scale) for n in sizes))
        self._grid.setContentsMargins(0, 0, 0, round(20 * scale))
        for part in (
            self._back,
            self._scroll,
            self._result,
            self._terms,
            self._scales,
            self._counted,
            self._others,
            self._second,
        ):
            part.set_theme(theme, scale)
        self._turn()

    @property
    def key(self) -> str:
        """The key of the fact on show; nothing before the first."""
        return "" if self._explanation is None else self._explanation.key

    @property
    def reason(self) -> Qt.FocusReason:
        """How it was closed last: by the mouse or by a key."""
        return self._back.reason

    def show_explanation(self, explanation: Explanation) -> None:
        """Show how a fact came about; what is already shown is left alone."""
        other = explanation.key != self.key
        changed = explanation != self._explanation
        self._explanation = explanation
        self._back.say(explanation.title)
        self._back.setAccessibleName(_("{title}. Back to the Fact Box").format(title=explanation.title))
        self.setAccessibleName(explanation.title)
        self._result.show_result(explanation)
        self._terms.show_lines("", explanation.terms)
        self._scales.show_lines(_("The Level on other scales"), explanation.scales)
        self._counted.show_lines(_("Counted"), explanation.counted)
        ratio = explanation.key == "ttr"
        head = _("Other measures of variety") if ratio else _("The same text by other rules")
        self._others.show_lines(head, explanation.others)
        self._second.show_note(explanation.note)
        if other:
            self._second.show_opinions(())
            self._scroll.verticalScrollBar().setValue(0)
        elif changed:
            self._second.grow_old()

    def show_opinions(self, opinions: tuple[Opinion, ...]) -> None:
        """Show what others count, in place of what they counted before."""
        self._second.show_opinions(opinions)
        if opinions:
            # When there is room for them.
            in_next_turn(self, self._reveal_opinions)

    def enter(self, reason: Qt.FocusReason = Qt.FocusReason.ShortcutFocusReason) -> None:
        """Take the focus, at the way back; no ring shows it if the mouse is the reason."""
        self._back.setFocus(reason)

    def leave(self) -> None:
        """Ask for the Fact Box, as Escape does."""
        self._back.forget_mouse()
        self.closed.emit()

    def stops(self) -> list[Stop]:
        """Give the rows on show, from the first to the last."""
        groups = (self._terms, self._scales, self._counted, self._others, self._second)
        return [self._result, *chain.from_iterable(group.stops() for group in groups)]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape; go from row to row with the arrows."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif step is not None:
            self._go(step)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take two columns where there is room."""
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        wide = self.width() >= _TWO_COLUMNS * self._scale
        if wide == self._wide:
            return
        self._wide = wide
        # The other rules stand between the first part and the second opinion, or at the right of both.
        places = ((0, 0, 1), (0, 1, 2), (1, 0, 1)) if wide else ((0, 0, 1), (1, 0, 1), (2, 0, 1))
        for part, (row, column, rows) in zip((self._first, self._others, self._second), places, strict=True):
            self._grid.removeWidget(part)
            self._grid.addWidget(part, row, column, rows, 1, Qt.AlignmentFlag.AlignTop)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, int(wide))
        for row in range(3):
            self._grid.setRowStretch(row, int(row == (1 if wide else 2)))

    def _go(self, step: int) -> None:
        stops = self.stops()
        here = next((place for place, stop in enumerate(stops) if stop.hasFocus()), None)
        if here is None:
            return
        there = stops[min(max(here + step, 0), len(stops) - 1)]
        there.setFocus(Qt.FocusReason.TabFocusReason)
        self._scroll.ensureWidgetVisible(there, 0, round(12 * self._scale))

    def _reveal_opinions(self) -> None:
        bar = self._scroll.verticalScrollBar()
        top = self._second.button.mapTo(self._body, QPoint()).y()
        bar.setValue(max(bar.value(), top - round(12 * self._scale)))

    def _on_asked(self) -> None:
        if self._second.wait():
            self.opinion_asked.emit()
