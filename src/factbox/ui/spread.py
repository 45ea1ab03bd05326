"""The spread: the paper with its header and foot, and the Fact Box beside it or below it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QPalette, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from factbox.ui.editor import MEASURE, Editor
from factbox.ui.factbox import FactBox, Form
from factbox.ui.masthead import Masthead
from factbox.ui.notice import NoticeBar
from factbox.ui.scrollbar import ScrollBar
from factbox.ui.starts import Starts
from factbox.ui.statusline import StatusLine
from factbox.ui.theme import Theme
from factbox.ui.tools import Tools

# Widths of the window at text scale 1, the side's widths there, and the column beside the narrower one.
_WIDE, _MIDDLE = 1040, 900
_SIDE, _SLIM_SIDE, _SLIM_MEASURE = 336, 304, 560
_LEAST = QSize(360, 320)


class Spread(QWidget):
    """Lays the parts out for every width and text scale, and dresses them all."""

    def __init__(
        self,
        *,
        masthead: Masthead,
        notice: NoticeBar,
        editor: Editor,
        status: StatusLine,
        factbox: FactBox,
        tools: Tools,
        starts: Starts,
        theme: Theme,
        scale: float = 1.0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._parts = (masthead, notice, editor, status, factbox, tools, starts)
        self._masthead, self._notice, self._editor = masthead, notice, editor
        self._status, self._factbox, self._tools = status, factbox, tools
        self.setMinimumSize(_LEAST)
        self._wanted = True
        self._open = False
        self._paper = QWidget(self)
        self._paper.setAutoFillBackground(True)
        column = QVBoxLayout(self._paper)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (masthead, notice):
            column.addWidget(widget)
        column.addWidget(editor, 1)
        column.addWidget(status)
        self._side = _Side(factbox, theme, self)
        editor.set_starts(starts)
        factbox.unfolded.connect(self._on_unfolded)
        # The sheet covers the text while the caret may still be there, so Escape folds it from everywhere.
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        self._escape.activated.connect(lambda: self._on_unfolded(False))
        self.set_theme(theme, scale)

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Dress all parts in a theme at a text scale."""
        self._scale = scale
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, theme.paper)
        self._paper.setPalette(palette)
        for part in self._parts:
            part.set_theme(theme, scale)
        self._side.set_theme(theme, scale)
        self._arrange()

    def set_side_visible(self, visible: bool) -> None:  # noqa: FBT001 - a slot of a checkable action
        """Show or hide the Fact Box."""
        self._wanted = visible
        self._arrange()

    def is_side_visible(self) -> bool:
        """Tell whether the Fact Box shows."""
        return self._wanted

    @property
    def form(self) -> Form:
        """Give the form that the Fact Box has at the present width."""
        if self.width() >= _MIDDLE * self._scale:
            return Form.SIDE
        return Form.SHEET if self._open else Form.STRIP

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the layout for the width."""
        super().resizeEvent(event)
        self._arrange()

    def _on_unfolded(self, unfolded: bool) -> None:  # noqa: FBT001 - a slot
        self._open = unfolded
        self._arrange()
        if not unfolded:
            self._editor.setFocus()

    def _arrange(self) -> None:
        beside = self.form is Form.SIDE
        if beside or not self._wanted:
            self._open = False
        form = self.form
        self._escape.setEnabled(self._open)
        self._factbox.set_form(form, self.width())
        self._masthead.set_narrow(narrow=not beside)
        self._tools.set_below(below=not beside)
        at_side = beside and self._wanted
        self._side.set_scrolling(scrolling=form is not Form.STRIP)
        self._side.set_head(self._tools if at_side else None, round(48 * self._scale))
        self._masthead.set_corner(None if at_side else self._tools)
        self._status.setVisible(beside or not self._wanted)
        self._side.setVisible(self._wanted)
        if beside:
            self._arrange_beside()
        else:
            self._arrange_below()

    def _arrange_beside(self) -> None:
        wide = self.width() >= _WIDE * self._scale
        side = round((_SIDE if wide else _SLIM_SIDE) * self._scale) if self._wanted else 0
        self._editor.set_measure(MEASURE if wide or not self._wanted else _SLIM_MEASURE)
        self._paper.setGeometry(0, 0, self.width() - side, self.height())
        self._side.setGeometry(self.width() - side, 0, side, self.height())

    def _arrange_below(self) -> None:
        strip = self._factbox.strip_height(self.width()) if self._wanted else 0
        self._editor.set_measure(MEASURE)
        self._paper.setGeometry(0, 0, self.width(), self.height() - strip)
        tall = strip
        if self._open:
            most = self.height() - self._masthead.height()
            tall = min(max(self.height() // 2, self._factbox.heightForWidth(self.width())), most)
        self._side.setGeometry(0, self.height() - tall, self.width(), tall)
        self._side.raise_()


class _Side(QFrame):
    """The panel under the Fact Box: the tools, then the facts, which scroll where the screen is low."""

    def __init__(self, factbox: FactBox, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._head = QWidget(self)
        self._head_row = QHBoxLayout(self._head)
        self._head_row.addStretch()
        self._scroll = QScrollArea(self)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._bar = ScrollBar(theme, "panel")
        self._scroll.setVerticalScrollBar(self._bar)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(factbox)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(self._head)
        self._column.addWidget(self._scroll, 1)

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        self._theme = theme
        self._bar.set_theme(theme, scale)
        edge = 1 if theme.outlined else 0
        self._column.setContentsMargins(edge, edge, 0, 0)
        self._head_row.setContentsMargins(0, 0, round(16 * scale), 0)
        self.update()

    def set_scrolling(self, *, scrolling: bool) -> None:
        """Let the facts scroll where the window is too low, or never."""
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if scrolling else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self._scroll.setVerticalScrollBarPolicy(policy)

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
        painter.drawLine(0, 0, 0, self.height())
        painter.drawLine(0, 0, self.width(), 0)
