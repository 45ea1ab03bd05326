"""The panels under the Fact Box: tabs, and the page of the chosen one."""

import importlib
from collections.abc import Collection, Iterator
from functools import cached_property
from typing import Any, TypeVar

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from factbox.metrics.guidance import GUIDANCE, Guidance, Panel, Question
from factbox.translation import _
from factbox.ui.buttons import Tab
from factbox.ui.doors import NAMES
from factbox.ui.labels import Line, ink, say
from factbox.ui.page import Leaf
from factbox.ui.plan import PlanPage
from factbox.ui.profile import ProfilePage
from factbox.ui.scrollbar import Scroller
from factbox.ui.sentences import SentencePage
from factbox.ui.theme import Role, Theme, font
from factbox.ui.words import WordPage

# Pixels beside the tabs where they need all the rest.
_TIGHT = 4
_Page = TypeVar("_Page", bound=Leaf)


class Panels(QWidget):
    """Plan, Sentences, Words, Profile and Pictures, one at a time; a page is made when it is opened first.

    Signals:
        asked: What the open panel wants to know, a Question without the view; None when it closes.
        leaving: The panel is gone, and the focus is still beside the text.
        closed: The reader goes back to the text.
        spot_chosen: A Spot of the text that the reader wants to see.
        step_accepted: A Step of the plan to do.
        step_rejected: The key of a step that is not to come back.
        choice_taken: A word, and the Choice that is to take its place everywhere.
        exempted: Words that are to count as easy, a frozenset.
        unexempted: Words that are to count as they are again, a frozenset.
        easy_lists_wanted: The lists of words that count as easy are to be shown, below the widget that it tells.
        known_lists_wanted: The lists of words that a class knows, in the same way.
        handout_wanted: The reader wants a handout of the hard words.
        picture_wanted: What a picture is wanted of, a Shown; None where none is in sight.
        original_chosen: A Spot of the original that the reader wants to see.
        file_wanted: The ending of the file that a picture is to be saved in.
    """

    asked = Signal(object)
    leaving = Signal()
    closed = Signal()
    spot_chosen = Signal(object)
    step_accepted = Signal(object)
    step_rejected = Signal(str)
    choice_taken = Signal(str, object)
    exempted = Signal(object)
    unexempted = Signal(object)
    easy_lists_wanted = Signal(object)
    known_lists_wanted = Signal(object)
    handout_wanted = Signal()
    picture_wanted = Signal(object)
    original_chosen = Signal(object)
    file_wanted = Signal(str)

    def __init__(self, theme: Theme, scale: float = 1.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panels")
        self.setAccessibleName(_("Guidance"))
        self.setAutoFillBackground(True)
        self._theme, self._scale = theme, scale
        self._alone = False
        self._stack = QStackedWidget(self)
        # A page that is higher than its room scrolls.
        self._scrollers: dict[Leaf, Scroller] = {}
        self._tabs: dict[Panel, Tab] = {}
        group = QButtonGroup(self)
        self._head = QHBoxLayout()
        self._added: dict[Panel, Leaf] = {}
        for panel in (Panel.MEANING, Panel.CHANGES, *GUIDANCE):
            tab = self._tabs[panel] = Tab(_(NAMES[panel]), theme, scale, self)
            tab.clicked.connect(lambda _checked=False, panel=panel: self.open(panel))
            group.addButton(tab)
            self._head.addWidget(tab)
        self._head.addStretch()
        self._standing = Line(self)
        self._standing.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._standing.hide()
        self._head.addWidget(self._standing)
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
        self.show_tabs(GUIDANCE)
        self.set_theme(theme, scale)

    def add(self, panel: Panel, page: Leaf) -> None:
        """Take in the page of a panel that it does not make itself."""
        self._added[panel] = self._taken_in(page)

    def show_tabs(self, panels: Collection[Panel]) -> None:
        """Show the tabs of some panels only; an open panel keeps its own."""
        self._wanted = frozenset(panels)
        self._show_tabs()

    def _show_tabs(self) -> None:
        for panel, tab in self._tabs.items():
            tab.setVisible(panel in self._wanted or tab.isChecked())
        self._arrange()

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
        page.choice_taken.connect(self.choice_taken)
        page.exempted.connect(self.exempted)
        page.unexempted.connect(self.unexempted)
        page.lists_wanted.connect(lambda: self.easy_lists_wanted.emit(page.lists_button))
        return self._taken_in(page)

    @cached_property
    def profile(self) -> ProfilePage:
        """The page of the vocabulary."""
        page = ProfilePage(self._theme, self._scale, self)
        page.lists_wanted.connect(lambda: self.known_lists_wanted.emit(page.lists_button))
        page.handout_wanted.connect(self.handout_wanted)
        return self._taken_in(page)

    @cached_property
    def pictures(self) -> Any:
        """The page of the pictures, a PicturePage."""
        # By name: the start does without what draws.
        page: Any = importlib.import_module("factbox.ui.pictures").PicturePage(self._theme, self._scale, self)
        page.picture_wanted.connect(self.picture_wanted)
        page.original_chosen.connect(self.original_chosen)
        page.file_wanted.connect(self.file_wanted)
        self._taken_in(page)
        return page

    def _taken_in(self, page: _Page) -> _Page:
        page.asked.connect(self._ask)
        page.spot_chosen.connect(self.spot_chosen)
        self._scrollers[page] = Scroller(_Bearer(page), self._theme)
        self._stack.addWidget(self._scrollers[page])
        return page

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        self._theme, self._scale = theme, scale
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, theme.panel)
        self.setPalette(palette)
        self._head.setSpacing(0)
        self._close.setIcon(theme.icon("x", size=round(16 * scale)))
        self._close.setIconSize(QSize(round(16 * scale), round(16 * scale)))
        self._standing.setFont(font(Role.STRONG, scale))
        ink(self._standing, theme.text)
        self._close.setStyleSheet(theme.stylesheet(scale))
        for tab in self._tabs.values():
            tab.set_theme(theme, scale)
        for page, scroller in self._scrollers.items():
            page.set_theme(theme, scale)
            scroller.set_theme(theme, scale)
        self._arrange()

    @property
    def panel(self) -> Panel | None:
        """The open panel, None if none is."""
        if self.isHidden():
            return None
        return next((panel for panel, tab in self._tabs.items() if tab.isChecked()), None)

    def open(self, panel: Panel) -> None:
        """Open a panel, and ask what it shows."""
        self._tabs[panel].show_checked(checked=True)
        self._show_tabs()
        self._stack.setCurrentWidget(self._scrollers[self._page(panel)])
        self.show()
        self._ask()

    def _page(self, panel: Panel) -> Leaf:
        page: Leaf = self._added[panel] if panel in self._added else getattr(self, panel.value)
        return page

    def enter(self) -> None:
        """Take the focus, where the page begins."""
        if self.panel is not None:
            self._page(self.panel).enter()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001  # Qt's
        """Keep the Tab key inside: from the last part it leads to the first."""
        stops = [each for each in self._stops() if each.isVisible() and each.isEnabled()]
        there = self.focusWidget()
        if there not in stops:
            return super().focusNextPrevChild(forward)
        place = (stops.index(there) + (1 if forward else -1)) % len(stops)
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        stops[place].setFocus(reason)
        return True

    def _stops(self) -> Iterator[QWidget]:
        """Give what the Tab key stops at, in its order."""
        stop = self.nextInFocusChain()
        while stop is not None and stop is not self:
            if self.isAncestorOf(stop) and stop.focusPolicy() & Qt.FocusPolicy.TabFocus:
                yield stop
            stop = stop.nextInFocusChain()

    def show_standing(self, words: str) -> None:
        """Say the Level and how far the goal is, where the facts are out of sight."""
        say(self._standing, words)
        self._arrange()

    def set_alone(self, *, alone: bool) -> None:
        """Show the Level in the head where the facts are out of sight."""
        self._alone = alone
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose what is in the head for the width."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Leave the Level out where it could not be read, and the margins where the tabs need them."""
        tabs = [tab for tab in self._tabs.values() if tab.isVisibleTo(self)]
        width = self.width() - self._close.sizeHint().width()
        room = width - sum(tab.minimumSizeHint().width() for tab in tabs)
        # The words of the first tab begin where all words do.
        left, right = round(16 * self._scale), round(8 * self._scale)
        if room < left + right:
            left = right = _TIGHT
        level = self._standing.text().partition(" · ")[0]
        beside = width - sum(tab.sizeHint().width() for tab in tabs) - left - right
        is_read = self._standing.fontMetrics().horizontalAdvance(level) <= beside
        self._standing.setVisible(self._alone and is_read)
        self._head.setContentsMargins(left, round(4 * self._scale), right, 0)

    def leave(self) -> None:
        """Close, and ask no more; a word that was looked up is forgotten."""
        if not self.isHidden():
            if "words" in vars(self):
                self.words.forget()
            self.hide()
            self.asked.emit(None)
            self.leaving.emit()
            self.closed.emit()

    def show_guidance(self, guidance: Guidance) -> None:
        """Show what is told of the text; only the open page takes the trouble."""
        if self.panel is not None:
            self._page(self.panel).show_guidance(guidance)

    def _ask(self) -> None:
        if self.panel is not None:
            question = Question(panels=frozenset({self.panel}) & frozenset(GUIDANCE))
            self.asked.emit(self._page(self.panel).question(question))


class _Bearer(QWidget):
    """Gives a page all the room there is, and never less than it can bear."""

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self._page = page
        page.setParent(self)

    def sizeHint(self) -> QSize:
        """Ask for as much as the page does."""
        return self._page.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Ask for what the page needs at least: a layout by itself would ask for all that it would like."""
        least, layout = self._page.minimumSizeHint(), self._page.layout()
        wide = max(self.width(), least.width())
        needed = layout.minimumHeightForWidth(wide) if layout is not None and layout.hasHeightForWidth() else 0
        return QSize(least.width(), max(least.height(), needed))

    def event(self, event: QEvent) -> bool:
        """Pass on that the page needs another room."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the page the room."""
        super().resizeEvent(event)
        self._page.setGeometry(self.rect())
