"""The notice bar: one sentence about the text, with the verbs that answer it."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from factbox.translation import _
from factbox.ui.labels import ink
from factbox.ui.theme import Role, Theme, font

# The least room beside the verbs, for icon, sentence and cross, at text scale 1.
_WORDS = 280


Verb = tuple[str, Callable[[], object]]


class Notice(NamedTuple):
    """What is told: a sentence, the verbs that answer it, and whether it waits for an answer."""

    sentence: str
    verbs: tuple[Verb, ...]
    lasting: bool


class NoticeBar(QWidget):
    """Speaks once and waits; nothing else is held up.

    Signals:
        closed: The notice has gone, answered or not.
        left: It had the keyboard, and is gone.
    """

    closed = Signal()
    left = Signal()

    def __init__(self, theme: Theme, scale: float = 1.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setAutoFillBackground(True)
        self._grid = QGridLayout(self)
        self._grid.setColumnStretch(1, 1)
        self._verbs = QWidget(self)
        self._row = QHBoxLayout(self._verbs)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._icon = QLabel(self)
        self._sentence = QLabel(self)
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setWordWrap(True)
        self._sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._buttons: list[QPushButton] = []
        # What is on show, and what comes behind it, the next one last.
        self._shown: Notice | None = None
        self._waiting: list[Notice] = []
        self._cross = QToolButton(self)
        self._cross.setToolTip(_("Close this notice"))
        self._cross.setAccessibleName(_("Close this notice"))
        self._cross.clicked.connect(self.close_notice)
        self._grid.addWidget(self._icon, 0, 0)
        self._grid.addWidget(self._sentence, 0, 1)
        self._grid.addWidget(self._cross, 0, 3)
        self.set_theme(theme, scale)
        self.hide()

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        self.setStyleSheet(theme.stylesheet(scale))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, theme.chosen)
        self.setPalette(palette)
        wide, tall = round(20 * scale), round(8 * scale)
        self._scale = scale
        self._grid.setContentsMargins(wide, tall, round(12 * scale), tall)
        self._grid.setSpacing(round(10 * scale))
        self._row.setSpacing(round(10 * scale))
        size = round(16 * scale)
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(theme.pixmap("triangle-alert", "above", size, ratio))
        self._cross.setIcon(theme.icon("x", size=size))
        self._cross.setIconSize(QSize(size, size))
        self._sentence.setFont(font(Role.INTERFACE, scale))
        ink(self._sentence, theme.text)
        self._arrange()

    def show_notice(self, sentence: str, *verbs: Verb, lasting: bool = False, urgent: bool = False) -> None:
        """Show a sentence in place of the last one.

        Args:
            sentence: What has happened.
            verbs: What one can do about it: the word on the button and what it calls; the main one first.
            lasting: Whether it stays until somebody answers or closes it; what else is told meanwhile waits.
            urgent: Whether it comes before one that stays, which waits then.
        """
        notice, shown = Notice(sentence, verbs, lasting), self._shown
        if shown is not None and shown.lasting and not (lasting or urgent):
            self._waiting = [notice, *(each for each in self._waiting if each.lasting)]
            return
        if shown is not None and shown.lasting:
            self._waiting.append(shown)
        elif shown is not None and lasting:
            self._waiting.insert(0, shown)
        self._display(notice)

    def _display(self, notice: Notice) -> None:
        is_entered = self.is_entered
        self._shown = notice
        sentence, verbs, _lasting = notice
        for button in self._buttons:
            self._row.removeWidget(button)
            button.deleteLater()
        self._buttons = [self._button(*verb, main=place == 0) for place, verb in enumerate(verbs)]
        for button in self._buttons:
            self._row.addWidget(button)
            button.show()
        self._sentence.setText(sentence)
        self._arrange()
        self.setAccessibleName(sentence)
        self.show()
        if is_entered:
            self.enter()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def sentence(self) -> str:
        """Give the sentence on show, nothing while the bar is hidden."""
        return "" if self._shown is None else self._shown.sentence

    def holds(self, sentence: str) -> bool:
        """Tell whether a sentence is on show, or waits behind the one that is."""
        return any(each.sentence == sentence for each in (self._shown, *self._waiting) if each is not None)

    def dismiss(self) -> None:
        """Take away what is told of the text; what waits for an answer stays."""
        self._waiting = [each for each in self._waiting if each.lasting]
        if self._shown is not None and not self._shown.lasting:
            self.close_notice()

    def close_notice(self) -> None:
        """Take the notice away, because somebody has seen it; the next one comes."""
        if self._shown is None:
            return
        self._shown = None
        if self._waiting:
            self._display(self._waiting.pop())
            return
        is_entered = self.is_entered
        self.hide()
        self.closed.emit()
        if is_entered:
            self.left.emit()

    @property
    def is_entered(self) -> bool:
        """Whether one of its buttons has the focus."""
        return any(each.hasFocus() for each in (*self._buttons, self._cross))

    def enter(self) -> None:
        """Give the focus to what one answers with first, or to the cross."""
        first = self._buttons[0] if self._buttons else self._cross
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the line of the verbs for the width."""
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape; Enter answers as Space does."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_notice()
            return
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            for button in (*self._buttons, self._cross):
                if button.hasFocus():
                    button.click()
                    return
        super().keyPressEvent(event)

    def _arrange(self) -> None:
        # A narrow bar has the verbs on a line of their own.
        narrow = self._verbs.sizeHint().width() + _WORDS * self._scale > self.width()
        self._grid.removeWidget(self._verbs)
        self._grid.addWidget(self._verbs, int(narrow), 1 if narrow else 2, Qt.AlignmentFlag.AlignLeft)

    def _button(self, word: str, call: Callable[[], object], *, main: bool) -> QPushButton:
        button = QPushButton(word)
        button.setProperty("main", main)
        button.setParent(self._verbs)

        def answer() -> None:
            self.close_notice()
            call()

        button.clicked.connect(answer)
        return button
