"""The focus mode: full screen, nothing but the text, and a light on what one writes."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from factbox.session.settings import Settings
from factbox.translation import _
from factbox.ui.editor import Editor
from factbox.ui.labels import ink
from factbox.ui.light import Lit
from factbox.ui.spread import Spread
from factbox.ui.theme import Role, Theme, font

# Milliseconds that the hint stays, and pixels between it and the edge at text scale 1.
_STAYS, _EDGE = 6_000, 20


class Focus(QObject):
    """Enters the mode and leaves it; everything is then as it was.

    Signals:
        changed: Whether it is on.
    """

    changed = Signal(bool)

    def __init__(self, spread: Spread, editor: Editor, look: tuple[Theme, float], window: QWidget) -> None:
        super().__init__(window)
        self._spread, self._editor, self._window = spread, editor, window
        self._on = False
        self._lit = Lit.SENTENCE
        self._was_full = False
        self._hint = QLabel(_("Esc or Shift+F11 ends the focus mode"), spread)
        self._hint.setObjectName("focus_hint")
        self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._hint.setAutoFillBackground(True)
        self._hint.hide()
        self._rest = QTimer(self, interval=_STAYS, singleShot=True)
        self._rest.timeout.connect(self._hint.hide)
        spread.installEventFilter(self)
        spread.bared.connect(self.leave)
        self.set_theme(*look)

    @property
    def is_on(self) -> bool:
        """Whether there is nothing but the text."""
        return self._on

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        self._edge = round(_EDGE * scale)
        self._hint.setFont(font(Role.NOTE, scale))
        palette = self._hint.palette()
        palette.setColor(self._hint.backgroundRole(), theme.paper)
        self._hint.setPalette(palette)
        ink(self._hint, theme.second)
        self._place()

    @Slot(object)
    def follow(self, settings: Settings) -> None:
        """Light as much as the settings say, and scroll as they say."""
        self._lit = Lit(settings.lit)
        self._editor.set_typewriter(on=settings.typewriter)
        if self._on:
            self._editor.light.shine(self._lit)

    def toggle(self) -> None:
        """Enter the mode, or leave it."""
        self.leave() if self._on else self._enter()

    @Slot()
    def leave(self) -> None:
        """Bring everything back."""
        if not self._on:
            return
        self._on = False
        self._hint.hide()
        self._editor.light.shine(Lit.ALL)
        self._spread.set_bare(bare=False)
        if not self._was_full:
            self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowFullScreen)
        self.changed.emit(False)

    def _enter(self) -> None:
        self._on = True
        self._was_full = self._window.isFullScreen()
        self._window.setWindowState(self._window.windowState() | Qt.WindowState.WindowFullScreen)
        self._spread.set_bare(bare=True)
        self._editor.light.shine(self._lit)
        self._editor.setFocus()
        self._hint.adjustSize()
        self._place()
        self._hint.show()
        self._hint.raise_()
        self._rest.start()
        self.changed.emit(True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the hint in the middle of the foot."""
        if isinstance(event, QResizeEvent):
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        self._hint.adjustSize()
        room = self._spread.rect()
        self._hint.move((room.width() - self._hint.width()) // 2, room.height() - self._hint.height() - self._edge)
