"""The bar in which one finds and replaces."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPalette, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from factbox.session.search import Search
from factbox.translation import _, aside, whole
from factbox.ui.fields import Search as SearchField
from factbox.ui.fields import Tick
from factbox.ui.labels import Line, ink, say
from factbox.ui.page import verb
from factbox.ui.theme import Role, Theme, font


class FindBar(QWidget):
    """Two fields, what counts as a match, and what to do with it.

    Signals:
        sought: Something else is sought.
        stepped: The next match is wanted (1) or the one before (-1).
        replaced: The match at hand is to be replaced.
        all_replaced: All matches are to be replaced.
        closed: Nothing is sought any more.
    """

    sought = Signal()
    stepped = Signal(int)
    replaced = Signal()
    all_replaced = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, scale: float = 1.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("find_bar")
        self.setAccessibleName(_("Find and replace"))
        self.setAutoFillBackground(True)
        self.words = SearchField(_("Find"), theme, scale, self)
        self.other = SearchField(_("Replace with"), theme, scale, self)
        self._count = Line(self)
        self._case = Tick(_("Match case"), theme, scale, self)
        self._whole = Tick(_("Whole words"), theme, scale, self)
        self._regular = Tick(_("Regular expression"), theme, scale, self)
        self._within = Tick(_("In selection"), theme, scale, self)
        self._ticks = (self._case, self._whole, self._regular, self._within)
        self._previous, self._next, self._close = (QToolButton(self) for _number in range(3))
        self._one, self._all = verb(_("Replace"), self), verb(_("Replace all"), self)
        for button, name, keys in (
            (self._previous, _("Previous match"), "Shift+Enter"),
            (self._next, _("Next match"), "Enter"),
            (self._close, _("Close"), "Esc"),
        ):
            button.setAccessibleName(name)
            shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
            button.setToolTip(aside(name, shown))
        self._upper, self._lower, self._choices = QHBoxLayout(), QHBoxLayout(), QGridLayout()
        self._upper.addWidget(self.words, 1)
        for part in (self._count, self._previous, self._next, self._close):
            self._upper.addWidget(part)
        self._lower.addWidget(self.other, 1)
        for push in (self._one, self._all):
            self._lower.addWidget(push)
        self._across = 0
        self._column = QVBoxLayout(self)
        for row in (self._upper, self._lower, self._choices):
            self._column.addLayout(row)
        self.words.textChanged.connect(self.sought)
        for tick in self._ticks:
            tick.toggled.connect(self.sought)
        self._previous.clicked.connect(lambda: self.stepped.emit(-1))
        self._next.clicked.connect(lambda: self.stepped.emit(1))
        self._one.clicked.connect(self.replaced)
        self._all.clicked.connect(self.all_replaced)
        self._close.clicked.connect(self.leave)
        self.set_theme(theme, scale)
        self.hide()

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        self._theme = theme
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, theme.chosen)
        self.setPalette(palette)
        for field in (self.words, self.other):
            field.set_theme(theme, scale)
        for tick in self._ticks:
            tick.set_theme(theme, scale)
        size = QSize(round(16 * scale), round(16 * scale))
        for button, icon in ((self._previous, "chevron-up"), (self._next, "chevron-down"), (self._close, "x")):
            button.setIcon(theme.icon(icon, size=size.width()))
            button.setIconSize(size)
            button.setStyleSheet(theme.stylesheet(scale))
        for push in (self._one, self._all):
            push.setStyleSheet(theme.stylesheet(scale))
        self._count.setFont(font(Role.NOTE_FIGURES, scale))
        self._count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        ink(self._count, theme.second)
        self._column.setContentsMargins(*(round(n * scale) for n in (20, 8, 16, 6)))
        self._column.setSpacing(round(4 * scale))
        for row in (self._upper, self._lower):
            row.setSpacing(round(8 * scale))
        self._choices.setHorizontalSpacing(round(16 * scale))
        self._choices.setVerticalSpacing(round(4 * scale))
        self._across = 0
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose how many boxes to tick stand beside each other."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        widths = [tick.sizeHint().width() for tick in self._ticks]
        margins = self._column.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        gap = self._choices.horizontalSpacing()
        across = 4 if sum(widths) + 3 * gap <= room else 2 if 2 * max(widths) + gap <= room else 1
        if across == self._across:
            return
        self._across = across
        for place, tick in enumerate(self._ticks):
            self._choices.addWidget(tick, place // across, place % across)
        for column in range(5):
            self._choices.setColumnStretch(column, int(column == across))

    def search(self) -> Search:
        """Give what is sought, in the whole text."""
        return Search(
            self.words.text(), self._case.isChecked(), self._whole.isChecked(), self._regular.isChecked()
        )

    @property
    def is_within(self) -> bool:
        """Whether only what was selected is searched."""
        return self._within.isChecked()

    @property
    def is_regular(self) -> bool:
        """Whether it is a regular expression."""
        return self._regular.isChecked()

    def open(self, words: str, *, several: bool) -> None:
        """Open, ready to be written in.

        Args:
            words: What is sought at first; what was sought before if empty.
            several: Whether more than a line is selected, in which one may want to search.
        """
        self._within.show_checked(checked=several)
        if words:
            self.words.setText(words)
        self.show()
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()
        self.sought.emit()

    def leave(self) -> None:
        """Close."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def show_count(self, words: str, *, wrong: bool = False) -> None:
        """Say which match of how many it is, or why there is none."""
        say(self._count, words)
        self._count.setToolTip(words)
        ink(self._count, self._theme.above if wrong else self._theme.second)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on by Enter, back by Shift+Enter, close by Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if self.other.hasFocus() and not back:
                self.replaced.emit()
            else:
                self.stepped.emit(-1 if back else 1)
        else:
            super().keyPressEvent(event)


def counted(place: int, many: int) -> str:
    """Say which match of how many it is."""
    if not many:
        return _("not found")
    return _("{place} of {many}").format(place=whole(place + 1), many=whole(many))
