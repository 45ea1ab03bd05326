"""The sheet: a text in a centred column that runs out into its ground."""

from typing import cast

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QLinearGradient,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from factbox.session.turns import in_next_turn
from factbox.ui.caret import TOP
from factbox.ui.scrollbar import ScrollBar
from factbox.ui.spacing import Spacing
from factbox.ui.theme import Role, Theme
from factbox.ui.typefaces import Typesetting

# At text scale 1: the column where there is room for all of it, the least room beside it, the height of the fade.
MEASURE, _MARGIN, FADE = 660, 24, 28
_MOUSE = {QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.MouseButtonRelease}


class Sheet(QPlainTextEdit):
    """Where a text lies, in the type and the width that are asked for.

    Signals:
        viewed: The view has moved; tells the numbers of the first and the last block on screen.
    """

    viewed = Signal(int, int)

    def __init__(self, theme: Theme, scale: float, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._theme, self._scale = theme, scale
        self._measure = MEASURE
        self._spacing = Spacing(document := QTextDocument(self))
        document.setDocumentLayout(self._spacing)
        self.setDocument(document)
        self._setting = Typesetting()
        self._role = Role.WRITING
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setCursorWidth(0)
        self.setAutoFillBackground(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Always on: a bar that comes and goes would lay the whole text out again.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        # The document's margin scrolls with the text, the viewport's would cut it off below the header.
        # It stays the same at every scale: for the document, another margin is an edit.
        self.document().setDocumentMargin(TOP)
        self.document().clearUndoRedoStacks()
        self.document().setModified(False)
        self._bar = ScrollBar(theme, "paper", self)
        self.setVerticalScrollBar(self._bar)
        self._fade = _Fade(theme, self)
        self._typewriter = False
        # How often it scrolls within its scrolling; whether it is painted now; how far it scrolls after that.
        self._scrolling = 0
        self._is_painting = False
        self._owed: int | None = None
        self.cursorPositionChanged.connect(self._keep_height)
        self._bar.valueChanged.connect(self._place_fade)
        self._seen = (0, 0)
        self._bar.valueChanged.connect(self._tell_view)
        # Also at another zoom and another text; a short one has no range that would change.
        self._bar.rangeChanged.connect(self._tell_view)
        self.blockCountChanged.connect(self._tell_view)
        self._bar.rangeChanged.connect(self._place_fade)
        self._dress()

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        self._theme, self._scale = theme, scale
        self._dress()

    def _dress(self) -> None:
        theme, scale = self._theme, self._scale
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, theme.paper)
        palette.setColor(QPalette.ColorRole.Base, theme.paper)
        palette.setColor(QPalette.ColorRole.Text, theme.text)
        palette.setColor(QPalette.ColorRole.PlaceholderText, theme.second)
        palette.setColor(QPalette.ColorRole.Highlight, theme.selection)
        palette.setColor(QPalette.ColorRole.HighlightedText, theme.text)
        self.setPalette(palette)
        self.setFont(self._setting.font(self._role, scale))
        self._spacing.set_line(self.fontMetrics().lineSpacing())
        self.setTabStopDistance(4 * self.fontMetrics().horizontalAdvance("n"))
        self._bar.set_theme(theme, scale)
        self._fade.set_theme(theme)
        self._centre(self.size())
        self._place_fade()

    def typeset(self, setting: Typesetting) -> None:
        """Set the text in another way."""
        if setting == self._setting:
            return
        self._setting = setting
        modes, policies = QPlainTextEdit.LineWrapMode, Qt.ScrollBarPolicy
        self.setLineWrapMode(modes.WidgetWidth if setting.wrapped else modes.NoWrap)
        self.setHorizontalScrollBarPolicy(
            policies.ScrollBarAlwaysOff if setting.wrapped else policies.ScrollBarAsNeeded
        )
        self._dress()

    def set_measure(self, measure: int) -> None:
        """Take the share of the column that there is room for: so many pixels of those at text scale 1."""
        if measure != self._measure:
            self._measure = measure
            self._centre(self.size())

    def set_typewriter(self, *, on: bool) -> None:
        """Keep the line of the caret at half the height from now on, as far as text lies above it; or no more."""
        self._typewriter = on
        self.setCenterOnScroll(on)
        self._keep_height()

    def _keep_height(self) -> None:
        # What lies under the mouse must not move away from it.
        if self._typewriter and QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self.centerCursor()

    def set_role(self, role: Role) -> None:
        """Take the size of letters of another use."""
        if role is not self._role:
            self._role = role
            self._dress()

    # ------------------------------------------------------------------ the column and the fade

    def event(self, event: QEvent) -> bool:
        """Centre the column before it is laid out, and let its margins scroll and take the mouse."""
        if event.type() == QEvent.Type.Resize:
            self._centre(cast("QResizeEvent", event).size())
        elif event.type() == QEvent.Type.Wheel:
            self.wheelEvent(cast("QWheelEvent", event))
            return True
        elif isinstance(event, QMouseEvent) and event.type() in _MOUSE:
            self._take_from_margin(event)
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the fade at the foot, and tell what is seen now."""
        super().resizeEvent(event)
        self._place_fade()
        self._tell_view()

    def _centre(self, size: QSize) -> None:
        room = size.width() - self._bar.sizeHint().width()
        wanted = round(self._setting.column(self.font()) * self._measure / MEASURE)
        column = min(wanted, room - 2 * round(_MARGIN * self._scale))
        side = (size.width() - column) // 2 - TOP
        margins = self.viewportMargins()
        right = size.width() - side - column - 2 * TOP - self._bar.sizeHint().width()
        # Never below zero: then the document's own margin is all there is.
        left, right = max(0, side), max(0, right)
        if (margins.left(), margins.right()) != (left, right):
            self.setViewportMargins(left, 0, right, 0)

    def _place_fade(self) -> None:
        tall = round(FADE * self._scale)
        self._fade.setGeometry(0, self.height() - tall, self.width() - self._bar.width(), tall)
        # At the end of the text nothing follows that a fade could hint at.
        self._fade.setVisible(self._bar.value() < self._bar.maximum())

    def scrollContentsBy(self, across: int, down: int) -> None:
        """Scroll; what scrolling itself moves is taken up once.

        Qt learns how tall paragraphs are when it comes to them, and scrolls anew within its scrolling when they
        are not what it thought. In a text of tall paragraphs that has lost its layout this would go on until the
        stack is full. It learns that while it paints, too: what is scrolled then is still being painted on.
        """
        if self._is_painting:
            self._owed = across + (self._owed or 0)
            return
        if self._scrolling > 1:
            return
        self._scrolling += 1
        try:
            super().scrollContentsBy(across, down)
        finally:
            self._scrolling -= 1

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, and scroll when that is over."""
        self._is_painting = True
        try:
            self.paint(event)
        finally:
            self._is_painting = False
        if self._owed is not None:
            in_next_turn(self, self._scroll_owed)

    def paint(self, event: QPaintEvent) -> None:
        """Draw what is seen."""
        super().paintEvent(event)

    def _scroll_owed(self) -> None:
        across, self._owed = self._owed, None
        if across is not None:
            # How far down is what the bar says by now.
            self.scrollContentsBy(across, 0)

    @property
    def view(self) -> tuple[int, int]:
        """The numbers of the first and the last block on screen."""
        last = self.cursorForPosition(self.viewport().rect().bottomLeft()).blockNumber()
        return self.firstVisibleBlock().blockNumber(), last

    @property
    def first_line(self) -> int:
        """The number of the first line on screen."""
        return self._bar.value()

    def scroll_to_line(self, number: int) -> None:
        """Bring a line to the top, as far as the text goes."""
        self._bar.setValue(number)

    def _tell_view(self) -> None:
        view = self.view
        if view != self._seen:
            self._seen = view
            self.viewed.emit(*self._seen)

    def _take_from_margin(self, event: QMouseEvent) -> None:
        inside = self.viewport().mapFrom(self, event.position())
        inside.setX(min(max(inside.x(), 0.0), self.viewport().width() - 1.0))
        moved = QMouseEvent(
            event.type(), inside, event.globalPosition(), event.button(), event.buttons(), event.modifiers()
        )
        {
            QEvent.Type.MouseButtonPress: self.mousePressEvent,
            QEvent.Type.MouseMove: self.mouseMoveEvent,
            QEvent.Type.MouseButtonRelease: self.mouseReleaseEvent,
        }[event.type()](moved)


class _Fade(QWidget):
    """Lets the text run out into the paper, and the mouse through."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take the colour of the paper."""
        self._paper = theme.paper
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw from nothing to paper."""
        clear = QColor(self._paper)
        clear.setAlpha(0)
        gradient = QLinearGradient(0, 0, 0, self.height())
        gradient.setColorAt(0, clear)
        gradient.setColorAt(1, self._paper)
        QPainter(self).fillRect(self.rect(), gradient)
