"""A second opinion: the button that asks what others count, and their answers in columns."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from factbox.metrics.explain import Opinion
from factbox.translation import _
from factbox.ui.labels import ink, say
from factbox.ui.rows import EDGE, Entry, Stop, follow, widest
from factbox.ui.theme import Role, Theme, font


class SecondOpinion(QWidget):
    """Why others differ, the button that asks them, and their answers."""

    def __init__(self, theme: Theme, scale: float = 1.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._scale = theme, scale
        self._waiting = False
        self._old = False
        self._opinions: list[Table] = []
        self._note, self._state = QLabel(self), QLabel(self)
        for label in (self._note, self._state):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.button = QPushButton(_("Second opinion"), self)
        self.button.setAutoDefault(True)
        self._column = QVBoxLayout(self)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch()
        self._inset = QVBoxLayout()
        self._inset.addWidget(self._note)
        self._inset.addLayout(row)
        self._inset.addWidget(self._state)
        self._column.addLayout(self._inset)
        self._say_state()
        self.set_theme(theme, scale)

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        self._theme, self._scale = theme, scale
        for label in (self._note, self._state):
            label.setFont(font(Role.NOTE, scale))
            ink(label, theme.second)
        self.button.setFont(font(Role.INTERFACE, scale))
        self.button.setStyleSheet(theme.stylesheet(scale))
        self._inset.setContentsMargins(round(EDGE * scale), 0, round(EDGE * scale), 0)
        self._inset.setSpacing(round(8 * scale))
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(round(16 * scale))
        for table in self._opinions:
            table.set_theme(theme, scale)

    def show_note(self, note: str) -> None:
        """Show why others differ."""
        say(self._note, note)
        self._note.setVisible(bool(note))

    def wait(self) -> bool:
        """Say that others are being asked; tell whether that was not so already."""
        if self._waiting:
            return False
        self._waiting, self._old = True, False
        self._say_state()
        return True

    def grow_old(self) -> None:
        """Know that what was asked about has changed."""
        if (self._waiting or self._opinions) and not self._old:
            self._old = True
            self._say_state()

    def show_opinions(self, opinions: tuple[Opinion, ...]) -> None:
        """Show what others count."""
        self._waiting = False
        self._old = self._old and bool(opinions)
        for table in self._opinions:
            self._column.removeWidget(table)
            table.hide()
            table.deleteLater()
        self._opinions = [Table(opinion, self._theme, self._scale, self) for opinion in opinions]
        last: QWidget = self.button
        for table in self._opinions:
            self._column.addWidget(table)
            table.show()
            for stop in table.stops():
                follow(last, stop)
                last = stop
        self._say_state()

    def stops(self) -> list[Stop]:
        """Give the rows on show."""
        return [stop for table in self._opinions for stop in table.stops()]

    def _say_state(self) -> None:
        if self._waiting:
            words = _("Asking textstat…")
        elif self._old:
            words = _("The text has changed since. Ask again.")
        elif self._opinions:
            words = ""
        else:
            words = _("What textstat and a word processor count in this text.")
        say(self._state, words)
        self._state.setVisible(bool(words))
        self.button.setAccessibleDescription(words)


class Table(QWidget):
    """One opinion: what we count and what they count, in columns, with the reasons below."""

    def __init__(self, opinion: Opinion, theme: Theme, scale: float = 1.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._opinion = opinion
        self._head = QLabel(opinion.source, self)
        self._head.setTextFormat(Qt.TextFormat.PlainText)
        self._head.setWordWrap(True)
        self._heads = [QLabel(_("Fact Box"), self), QLabel(_("Theirs"), self)]
        self._entries = [Entry(theme, scale, self, columns=2) for _row in opinion.rows]
        self._line = QHBoxLayout()
        self._line.addWidget(self._head, 1, Qt.AlignmentFlag.AlignBottom)
        for label in self._heads:
            label.setAlignment(Qt.AlignmentFlag.AlignRight)
            self._line.addWidget(label, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._line)
        for entry, row in zip(self._entries, opinion.rows, strict=True):
            entry.show_words(row.label, (row.ours, row.theirs), row.reason)
            both = (
                _("Fact Box {n}").format(n=row.ours),
                _("{source} {n}").format(source=opinion.source, n=row.theirs),
            )
            entry.name_for_readers(row.label, both, row.reason)
            column.addWidget(entry)
        if self._entries:
            self._entries[0].setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.set_theme(theme, scale)

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        for label, role in ((self._head, Role.HEAD), *((head, Role.NOTE) for head in self._heads)):
            label.setFont(font(role, scale))
            ink(label, theme.second)
        edge = round(EDGE * scale)
        self._line.setContentsMargins(edge, 0, edge, round(2 * scale))
        self._line.setSpacing(round(14 * scale))
        ours = [row.ours for row in self._opinion.rows]
        theirs = [row.theirs for row in self._opinion.rows]
        widths = tuple(
            max(widest(texts, Role.FIGURES, scale), widest([head.text()], Role.NOTE, scale))
            for texts, head in zip((ours, theirs), self._heads, strict=True)
        )
        for head, wide in zip(self._heads, widths, strict=True):
            head.setFixedWidth(wide)
        for entry in self._entries:
            entry.set_theme(theme, scale)
            entry.set_columns(widths)

    def stops(self) -> list[Stop]:
        """Give the rows."""
        return [*self._entries]
