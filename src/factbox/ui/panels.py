"""The panels under the Fact Box: tabs, and the page of the chosen one."""

from functools import cached_property
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from factbox.metrics.guidance import Guidance, Panel, Question
from factbox.translation import _
from factbox.ui.pages import Page, PlanPage, ProfilePage, SentencePage, WordPage
from factbox.ui.theme import Role, Theme, font

_Page = TypeVar("_Page", bound=Page)

_NAMES = {
    Panel.PLAN: _("Plan"),
    Panel.SENTENCES: _("Sentences"),
    Panel.WORDS: _("Words"),
    Panel.PROFILE: _("Profile"),
}


class Panels(QWidget):
    """Plan, Sentences, Words and Profile, one at a time; a page is made when it is opened first.

    Signals:
        asked: What the open panel wants to know, a Question without the view; None when it closes.
        closed: The reader goes back to the text.
        spot_chosen: A Spot of the text that the reader wants to see.
        step_accepted: A Step of the plan to do.
        step_rejected: The key of a step that is not to come back.
        word_chosen: A word, and the one that is to take its place everywhere.
        exempted: Words that are to count as easy, a frozenset.
        unexempted: A word that is to count as it is again.
    """

    asked = Signal(object)
    closed = Signal()
    spot_chosen = Signal(object)
    step_accepted = Signal(object)
    step_rejected = Signal(str)
    word_chosen = Signal(str, str)
    exempted = Signal(object)
    unexempted = Signal(str)

    def __init__(self, theme: Theme, scale: float = 1.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panels")
        self.setAccessibleName(_("Guidance"))
        self.setAutoFillBackground(True)
        self._theme, self._scale = theme, scale
        self._stack = QStackedWidget(self)
        self._tabs: dict[Panel, _Tab] = {}
        group = QButtonGroup(self)
        self._head = QHBoxLayout()
        for panel, name in _NAMES.items():
            tab = self._tabs[panel] = _Tab(name, theme, scale, self)
            tab.clicked.connect(lambda _checked=False, panel=panel: self.open(panel))
            group.addButton(tab)
            self._head.addWidget(tab)
        self._head.addStretch()
        self._close = QToolButton(self)
        self._close.setAccessibleName(_("Close the panel"))
        self._close.setToolTip(_("Close the panel (Esc)"))
        self._close.clicked.connect(self.leave)
        self._head.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._head)
        column.addWidget(self._stack, 1)
        self.hide()
        self.set_theme(theme, scale)

    @cached_property
    def plan(self) -> PlanPage:
        """The page of the plan."""
        page = PlanPage(self._theme, self._scale, self)
        page.step_accepted.connect(self.step_accepted)
        page.step_rejected.connect(self.step_rejected)
        return self._taken_in(page)

    @cached_property
    def sentences(self) -> SentencePage:
        """The page of the sentences."""
        return self._taken_in(SentencePage(self._theme, self._scale, self))

    @cached_property
    def words(self) -> WordPage:
        """The page of the words."""
        page = WordPage(self._theme, self._scale, self)
        page.word_chosen.connect(self.word_chosen)
        page.exempted.connect(self.exempted)
        page.unexempted.connect(self.unexempted)
        return self._taken_in(page)

    @cached_property
    def profile(self) -> ProfilePage:
        """The page of the vocabulary."""
        return self._taken_in(ProfilePage(self._theme, self._scale, self))

    def _taken_in(self, page: _Page) -> _Page:
        page.asked.connect(self._ask)
        page.spot_chosen.connect(self.spot_chosen)
        self._stack.addWidget(page)
        return page

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        self._theme, self._scale = theme, scale
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, theme.panel)
        self.setPalette(palette)
        self._head.setContentsMargins(round(24 * scale), round(4 * scale), round(16 * scale), 0)
        self._head.setSpacing(round(14 * scale))
        self._close.setIcon(theme.icon("x", size=round(16 * scale)))
        self._close.setStyleSheet(theme.stylesheet(scale))
        for tab in self._tabs.values():
            tab.set_theme(theme, scale)
        for place in range(self._stack.count()):
            page = self._stack.widget(place)
            if isinstance(page, Page):
                page.set_theme(theme, scale)

    @property
    def panel(self) -> Panel | None:
        """The open panel, None if none is."""
        if self.isHidden():
            return None
        return next((panel for panel, tab in self._tabs.items() if tab.isChecked()), None)

    def open(self, panel: Panel) -> None:
        """Open a panel, and ask what it shows."""
        self._tabs[panel].setChecked(True)
        self._stack.setCurrentWidget(self._page(panel))
        self.show()
        self._ask()

    def _page(self, panel: Panel) -> Page:
        page: Page = getattr(self, panel.value)
        return page

    def enter(self) -> None:
        """Take the focus, at the list."""
        page = self._stack.currentWidget()
        if isinstance(page, Page):
            page.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
            page.list.choose_first()

    def leave(self) -> None:
        """Close, and ask no more."""
        if not self.isHidden():
            self.hide()
            self.asked.emit(None)
            self.closed.emit()

    def show_guidance(self, guidance: Guidance) -> None:
        """Show what is told of the text; only the open page takes the trouble."""
        if self.panel is not None:
            self._page(self.panel).show_guidance(guidance)

    def _ask(self) -> None:
        if self.panel is not None:
            question = Question(panels=frozenset({self.panel}))
            self.asked.emit(self._page(self.panel).question(question))


class _Tab(QPushButton):
    """The name of a panel, with a rule under that of the open one."""

    def __init__(self, words: str, theme: Theme, scale: float, parent: QWidget) -> None:
        super().__init__(words, parent)
        self.setCheckable(True)
        self.setFlat(True)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.set_theme(theme, scale)

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        self._theme, self._scale = theme, scale
        self.setFont(font(Role.STRONG, scale))
        wide = self.fontMetrics().horizontalAdvance(self.text()) + 2
        self.setFixedSize(wide, round(32 * scale))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words, and the rule."""
        painter = QPainter(self)
        painter.setFont(font(Role.STRONG if self.isChecked() else Role.INTERFACE, self._scale))
        painter.setPen(self._theme.text if self.isChecked() else self._theme.second)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        if self.isChecked() or self.hasFocus():
            thick = round(3 * self._scale)
            painter.fillRect(0, self.height() - thick, self.width(), thick, self._theme.accent)
