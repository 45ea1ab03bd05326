"""What the pages of the panels have in common: a list, what chooses its rows, and verbs for the chosen one."""

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from factbox.metrics.guidance import Guidance, Question
from factbox.translation import named
from factbox.ui.buttons import Link
from factbox.ui.labels import Line, ink, inset, say
from factbox.ui.rowlist import COLUMN, EDGE, Row, RowList
from factbox.ui.theme import Role, Theme, font

# At text scale 1: the gap between columns of figures.
_BETWEEN = 4
_NO_LIMIT = 16777215


class Leaf(QWidget):
    """What a panel shows under its tab.

    Signals:
        spot_chosen: A Spot of the text that the reader wants to see.
        asked: Something else is wanted.
    """

    spot_chosen = Signal(object)
    asked = Signal()

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""

    def enter(self) -> None:
        """Take the focus, where one begins to read."""

    def question(self, question: Question) -> Question:
        """Give the question with what this page wants to know."""
        return question

    def show_guidance(self, guidance: Guidance) -> None:
        """Show what concerns this page."""


class Page(Leaf):
    """A list, what chooses its rows above it, and verbs for the chosen row below it."""

    def __init__(self, name: str, theme: Theme, scale: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.choices, self.heads = QHBoxLayout(), QHBoxLayout()
        self.verbs = VerbRow(self)
        self.list = RowList(name, theme, scale, self)
        self.remark = _words(self)
        self.column = QVBoxLayout(self)
        self.column.setSpacing(4)
        self.column.addLayout(self.choices)
        self.column.addLayout(self.heads)
        self.column.addWidget(self.list, 1)
        self.column.addWidget(self.remark)
        self.column.addWidget(self.verbs)
        self.column.addStretch()
        self._columns: list[QLabel] = []
        self.list.row_chosen.connect(self.on_chosen)
        self.list.row_entered.connect(self.on_entered)
        self.list.row_dropped.connect(self.on_dropped)

    def set_heads(self, *names: str, left: QWidget | None = None) -> None:
        """Name the columns of figures, and put something at the left of the names."""
        if left is not None:
            self.heads.addWidget(left)
        self.heads.addStretch()
        for name in names:
            label = QLabel(name, self)
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.heads.addWidget(label)
            self._columns.append(label)

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        edge = round(EDGE * scale)
        self.column.setContentsMargins(0, 0, 0, round(12 * scale))
        for row in (self.choices, self.heads):
            row.setContentsMargins(edge, 0, edge, 0)
            row.setSpacing(round(8 * scale))
        self.heads.setSpacing(round(_BETWEEN * scale))
        for label in (*self._columns, self.remark):
            label.setFont(font(Role.NOTE, scale))
            ink(label, theme.second)
        for label in self._columns:
            label.setMinimumWidth(round(COLUMN * scale))
        inset(self.remark, edge, right=edge)
        self.verbs.set_theme(theme, scale)
        self.list.set_theme(theme, scale)

    def enter(self) -> None:
        """Take the focus, at the list."""
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.list.choose_first()

    def on_chosen(self, key: Hashable) -> None:
        """Show the place of the chosen row, and its verbs."""

    def on_entered(self, key: Hashable) -> None:
        """Do the main verb of a row."""

    def on_dropped(self, key: Hashable) -> None:
        """Do what Delete does to a row."""

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show rows; without any the list takes no room, for the remark says why, but keeps the focus."""
        self.list.setMaximumHeight(_NO_LIMIT if rows else 1)
        self.list.show_rows(rows)

    def tell(self, remark: str) -> None:
        """Say something below the list."""
        say(self.remark, remark)
        self.remark.setVisible(bool(remark))


class VerbRow(QWidget):
    """Buttons beside each other, or below each other where there is no room for their words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: list[QPushButton] = []
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)

    def add(self, button: QPushButton) -> None:
        """Take in a button, behind the others."""
        self._buttons.append(button)
        self._box.addWidget(button)

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        # The style sheet is for the buttons alone: below one, what changes its palette keeps the old one.
        self.setStyleSheet(theme.stylesheet(scale))
        edge = round(EDGE * scale)
        self._box.setContentsMargins(edge, 0, edge, 0)
        self._box.setSpacing(round(8 * scale))
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """Ask for room for the widest."""
        return QSize(max(self._wide, default=0) + self._around, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the direction for the width."""
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """Choose the direction for other words."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def _arrange(self) -> None:
        gaps = self._box.spacing() * (len(self._wide) - 1)
        fits = sum(self._wide) + gaps + self._around <= self.width()
        self._box.setDirection(QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom)

    @property
    def _wide(self) -> list[int]:
        return [each.sizeHint().width() for each in self._buttons if each.isVisibleTo(self)]

    @property
    def _around(self) -> int:
        margins = self._box.contentsMargins()
        return margins.left() + margins.right()


class Offer(QWidget):
    """A line at the foot of a page: what it is about, and at the right what one can do.

    Signals:
        taken: The reader wants to do it.
    """

    taken = Signal()

    def __init__(
        self, words: str, verb: str, theme: Theme, scale: float = 1.0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words = Line(self)
        self._words.setText(words)
        self._link = Link(verb, theme, scale, self)
        self._link.setAccessibleName(named(words, verb))
        self._link.clicked.connect(self.taken)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self._link)
        self.set_theme(theme, scale)

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        self._words.setFont(font(Role.INTERFACE, scale))
        ink(self._words, theme.text)
        self._link.set_theme(theme, scale)
        edge = round(EDGE * scale)
        # The words of the button end at the edge; its ground goes a little beyond.
        self._row.setContentsMargins(edge, 0, edge - round(6 * scale), 0)

    def say(self, words: str) -> None:
        """Say something else."""
        say(self._words, words)
        self._link.setAccessibleName(named(words, self._link.text()))

    @property
    def link(self) -> Link:
        """The button."""
        return self._link


def verb(words: str, parent: QWidget, *, main: bool = False) -> QPushButton:
    """Make a button for a verb; the main one is filled."""
    button = QPushButton(words, parent)
    button.setProperty("main", main)
    button.setAutoDefault(False)
    return button


def _words(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
