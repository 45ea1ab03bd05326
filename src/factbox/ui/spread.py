"""The spread: the paper with its header and foot, and the Fact Box beside it or below it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QPalette, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from factbox.metrics.guidance import Panel
from factbox.ui.counted import Counted
from factbox.ui.desk import Desk
from factbox.ui.editor import Editor
from factbox.ui.factbox import FactBox
from factbox.ui.findbar import FindBar
from factbox.ui.forms import Form
from factbox.ui.masthead import Masthead
from factbox.ui.notice import NoticeBar
from factbox.ui.panels import Panels
from factbox.ui.scrollbar import Scroller
from factbox.ui.sheet import MEASURE
from factbox.ui.starts import Starts
from factbox.ui.statusline import StatusLine
from factbox.ui.theme import Theme
from factbox.ui.tools import Tools

# Widths of the window at text scale 1, the side's widths there, and the column beside the narrower one.
_WIDE, _MIDDLE = 1040, 900
# Its height from which the strip leaves room for the foot.
_TALL = 560
# And below which there is none beside a notice or the find bar.
_CROWDED = 400
_SIDE, _SLIM_SIDE, _SLIM_MEASURE = 336, 304, 560
_LEAST = QSize(360, 320)
# What stays in sight of the text above a panel.
_LINE = 32


class Spread(QWidget):
    """Lays the parts out for every width and text scale, and dresses them all.

    Signals:
        bared: Somebody wants to leave the bare text.
    """

    bared = Signal()

    def __init__(
        self,
        *,
        masthead: Masthead,
        notice: NoticeBar,
        findbar: FindBar,
        editor: Editor,
        status: StatusLine,
        factbox: FactBox,
        counted: Counted,
        panels: Panels,
        tools: Tools,
        starts: Starts,
        theme: Theme,
        scale: float = 1.0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.desk = Desk(editor, theme, scale)
        self._parts = (masthead, notice, findbar, self.desk, status, factbox, counted, panels, tools, starts)
        self._masthead, self._notice, self._editor = masthead, notice, editor
        self._status, self._factbox, self._counted, self._tools = status, factbox, counted, tools
        self._panels, self._findbar = panels, findbar
        self.setMinimumSize(_LEAST)
        self._wanted, self._bare = True, False
        self._place = "right"
        self._open = False
        self._counting = False
        self._paper = QWidget(self)
        self._paper.setAutoFillBackground(True)
        column = QVBoxLayout(self._paper)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (masthead, notice, findbar):
            column.addWidget(widget)
        # Where there is hardly any room the text gives way, not what is around it.
        self.desk.setMinimumHeight(1)
        column.addWidget(self.desk, 1)
        column.addWidget(status)
        self._side = _Side(factbox, counted, panels, theme, self)
        editor.set_starts(starts)
        factbox.reshaped.connect(self._arrange)
        factbox.unfolded.connect(self._on_unfolded)
        counted.closed.connect(lambda: self.open_counted(False))
        panels.closed.connect(self._on_panel_closed)
        status.spoke.connect(self._show_status)
        for bar in (notice, findbar):
            bar.installEventFilter(self)
        notice.left.connect(editor.setFocus)
        # The caret may be in the text while the sheet covers it or a fact is open: Escape works from everywhere.
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        self._escape.activated.connect(self._on_escape)
        # The parts came dressed.
        self._dress(theme, scale)

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Dress all parts in a theme at a text scale."""
        for part in self._parts:
            part.set_theme(theme, scale)
        self._dress(theme, scale)

    def _dress(self, theme: Theme, scale: float) -> None:
        self._scale = scale
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, theme.paper)
        self._paper.setPalette(palette)
        self._side.set_theme(theme, scale)
        self._arrange()

    def set_side_visible(self, visible: bool) -> None:  # noqa: FBT001 - a slot of a checkable action
        """Show or hide the Fact Box."""
        if visible != self._wanted:
            self._wanted = visible
            self._arrange()

    def set_bare(self, *, bare: bool) -> None:
        """Show nothing but the text, or everything again."""
        self._bare = bare
        self._arrange()

    def set_place(self, place: str) -> None:
        """Put the Fact Box at the `right` of the text, at its `left`, or `below` it; below if there is no room."""
        if place != self._place:
            self._place = place
            self._side.set_left(left=place == "left")
            self._arrange()

    def is_side_visible(self) -> bool:
        """Tell whether the Fact Box shows."""
        return self._wanted

    def open_counted(self, opened: bool) -> None:  # noqa: FBT001 - also a slot
        """Show how a fact is counted in place of the Fact Box, or the Fact Box again.

        The focus goes along: to the way back, and back to the row that opened it.
        """
        if opened == self._counting:
            return
        there = self._side.isAncestorOf(self.focusWidget())
        self._counting = opened
        self._arrange()
        if opened:
            self._counted.enter(self._factbox.reason)
        elif there:
            self._factbox.enter_at(self._counted.key or "level", self._counted.reason)

    def open_panel(self, panel: Panel) -> None:
        """Show a panel under the Fact Box, or over the lower half of a small window, and give it the focus."""
        if self._counting:
            self._counted.leave()
        self._panels.open(panel)
        self._arrange()
        self._panels.enter()

    def _on_panel_closed(self) -> None:
        self._arrange()
        self._editor.setFocus()

    def is_counted_open(self) -> bool:
        """Tell whether it shows how a fact is counted."""
        return self._counting

    def go_to_part(self, steps: int) -> None:
        """Give the focus to the next part that shows, or to the one before: texts, Fact Box, panel, notice."""
        parts: list[tuple[QWidget, Callable[[], object]]] = [
            (paper, partial(self.desk.enter, paper)) for paper in self.desk.papers
        ]
        if self._counting:
            parts.append((self._counted, self._counted.enter))
        else:
            if self._factbox.isVisibleTo(self):
                parts.append((self._factbox, self._factbox.enter))
            if self._is_panelled:
                parts.append((self._panels, self._panels.enter))
        if self._notice.isVisibleTo(self):
            parts.append((self._notice, self._notice.enter))
        there = self.focusWidget()
        place = next((place for place, (part, _go) in enumerate(parts) if there in _family(part)), 0)
        parts[(place + steps) % len(parts)][1]()

    @property
    def form(self) -> Form:
        """Give the form that the Fact Box has at the present width."""
        if self._is_beside:
            return Form.BRIEF if self._is_panelled and not self._counting else Form.SIDE
        return Form.SHEET if self._open or self._counting or self._is_panelled else Form.STRIP

    @property
    def _is_beside(self) -> bool:
        return self._has_room and self._place != "below"

    @property
    def _has_room(self) -> bool:
        return self.width() >= _MIDDLE * self._scale

    @property
    def _is_panelled(self) -> bool:
        return self._panels.panel is not None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the layout for the width."""
        super().resizeEvent(event)
        self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Make room in a low window when a bar comes, and give it back."""
        if event.type() in {QEvent.Type.Show, QEvent.Type.Hide} and watched in {self._notice, self._findbar}:
            self._arrange()
        return super().eventFilter(watched, event)

    @property
    def _is_crowded(self) -> bool:
        """Whether a bar and a strip together would leave no line of the text."""
        bars = not (self._notice.isHidden() and self._findbar.isHidden())
        return bars and self.height() < _CROWDED * self._scale and self.form is Form.STRIP

    def _on_escape(self) -> None:
        if self._notice.is_entered:
            self._notice.close_notice()
        elif self._findbar.isVisible():
            self._findbar.leave()
        elif self._bare:
            self.bared.emit()
        elif self._counting and self._wanted:
            self._counted.leave()
        elif self._is_panelled and self._wanted:
            self._panels.leave()
        elif self._open:
            self._on_unfolded(False)
        else:
            self._editor.setFocus()

    def _on_unfolded(self, unfolded: bool) -> None:  # noqa: FBT001 - a slot
        self._open = unfolded
        self._arrange()
        if not unfolded:
            self._editor.setFocus()

    @property
    def _sided(self) -> bool:
        """Whether the Fact Box is seen."""
        return self._wanted and not self._bare

    def _arrange(self) -> None:
        beside = self._is_beside
        self._masthead.setHidden(self._bare)
        if beside or not self._sided:
            self._open = False
        form = self.form
        self._factbox.set_form(form, self.width())
        self._side.show_parts(counted=self._counting, panelled=self._is_panelled, beside=beside)
        self._panels.set_alone(alone=not beside)
        self._masthead.set_narrow(narrow=not self._has_room)
        self._tools.set_place(self._place if beside else "below")
        at_side = beside and self._sided
        self._side.set_scrolling(scrolling=form is not Form.STRIP)
        self._side.set_head(self._tools if at_side else None, round(48 * self._scale))
        self._masthead.set_corner(None if at_side else self._tools)
        self._show_status()
        self._side.setVisible(self._sided and not self._is_crowded)
        if beside:
            self._arrange_beside()
        else:
            self._arrange_below()

    def _show_status(self) -> None:
        # Above the strip of a low window it takes room only while it says something.
        roomy = self._is_beside or not self._sided or self.height() >= _TALL * self._scale
        needed = roomy or self._status.is_speaking
        self._status.setVisible(needed and not self._bare)

    def _arrange_beside(self) -> None:
        wide = self.width() >= _WIDE * self._scale
        side = round((_SIDE if wide else _SLIM_SIDE) * self._scale) if self._sided else 0
        self.desk.set_measure(MEASURE if wide or not self._sided else _SLIM_MEASURE)
        paper = self.width() - side
        at_left = self._place == "left"
        self._paper.setGeometry(side if at_left else 0, 0, paper, self.height())
        self._side.setGeometry(0 if at_left else paper, 0, side, self.height())

    def _arrange_below(self) -> None:
        is_seen = self._sided and not self._is_crowded
        strip = self._factbox.strip_height(self.width()) if is_seen else 0
        self.desk.set_measure(MEASURE)
        tall = strip
        if self.form is Form.SHEET and self._sided:
            most = self.height() - self._masthead.height()
            if self._is_panelled and not self._counting:
                foot = self._status.sizeHint().height() if self._status.isVisibleTo(self._paper) else 0
                most = max(self.height() // 2, most - foot - round(_LINE * self._scale))
            wanted = 0 if self._counting else self._factbox.heightForWidth(self.width())
            if self._is_panelled and not self._counting:
                # Large letters need more than the half; some of the text stays in sight.
                wanted = min(self._panels.sizeHint().height(), round(0.75 * self.height()))
            tall = min(max(self.height() // 2, wanted), most)
        # Whoever writes while a fact is open sees the text above it; the sheet of the facts is only looked at.
        above = tall if self._counting or self._is_panelled else strip
        self._paper.setGeometry(0, 0, self.width(), self.height() - above)
        self._editor.ensureCursorVisible()
        self._side.setGeometry(0, self.height() - tall, self.width(), tall)
        self._side.raise_()


def _family(part: QWidget) -> list[QWidget]:
    return [part, *part.findChildren(QWidget)]


class _Side(QFrame):
    """The panel under the Fact Box: the tools, then the facts, which scroll where the screen is low.

    How one of them is counted may take their place.
    """

    def __init__(self, factbox: FactBox, counted: Counted, panels: Panels, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_left = False
        self._head = QWidget(self)
        self._head_row = QHBoxLayout(self._head)
        self._head_row.addStretch()
        self._scroll = Scroller(factbox, theme, self)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(self._head)
        self._column.addWidget(self._scroll, 1)
        self._factbox, self._counted, self._panels = factbox, counted, panels
        counted.hide()
        self._column.addWidget(counted, 1)
        self._column.addWidget(panels, 1)

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        self._theme = theme
        self._scroll.set_theme(theme, scale)
        self._leave_edge()
        self._head_row.setContentsMargins(0, 0, round(16 * scale), 0)
        self.update()

    def _leave_edge(self) -> None:
        edge = 1 if self._theme.outlined else 0
        self._column.setContentsMargins(0 if self._is_left else edge, edge, edge if self._is_left else 0, 0)

    def set_left(self, *, left: bool) -> None:
        """Stand at the left of the paper, or elsewhere."""
        self._is_left = left
        self._leave_edge()
        self.update()

    def show_parts(self, *, counted: bool, panelled: bool, beside: bool) -> None:
        """Show how a fact is counted, or the facts, with a panel under them where there is room."""
        panelled = panelled and not counted
        self._scroll.setHidden(counted or (panelled and not beside))
        self._counted.setVisible(counted)
        # An open panel shares the height with the facts.
        most = round(0.5 * self.height()) if panelled else 16777215
        self._scroll.setMaximumHeight(min(most, self._factbox.sizeHint().height()) if panelled else most)

    def set_scrolling(self, *, scrolling: bool) -> None:
        """Let the facts scroll where the window is too low, or never."""
        self._scroll.set_scrolling(scrolling=scrolling)

    def set_head(self, tools: QWidget | None, tall: int) -> None:
        """Take the tools into the head, or leave the head out."""
        if tools is not None:
            if tools.parentWidget() is not self._head:
                self._head_row.addWidget(tools)
                tools.show()
            self._head.setFixedHeight(tall)
        self._head.setVisible(tools is not None)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, and the edge in themes that need one."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.panel)
        painter.setPen(self._theme.panel_edge)
        # The side runs to the edges of the window, so only the one towards the paper is seen.
        edge = self.width() - 1 if self._is_left else 0
        painter.drawLine(edge, 0, edge, self.height())
        painter.drawLine(0, 0, self.width(), 0)
