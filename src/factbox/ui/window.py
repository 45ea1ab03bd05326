"""The window: it makes the parts, lays them out, and introduces them to each other."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QTextCursor
from PySide6.QtWidgets import QMainWindow, QMenuBar

from factbox import __version__
from factbox.document import Document
from factbox.formats.text import as_typed
from factbox.metrics.guidance import GUIDANCE, Panel
from factbox.session.analyst import Analyst
from factbox.session.breaking import Breaking
from factbox.session.choices import Choices
from factbox.session.companion import Companion
from factbox.session.consultant import Consultant
from factbox.session.manuscript import Manuscript
from factbox.session.occupancy import Occupancy
from factbox.session.portfolio import Portfolio
from factbox.session.recovery import Recovery
from factbox.session.settings import Settings, SettingsStore
from factbox.session.watcher import TextWatcher
from factbox.ui import dialogs
from factbox.ui.actions import Actions
from factbox.ui.adapting import Adapting, comparing
from factbox.ui.annexe import Annexe
from factbox.ui.announcing import Announcing
from factbox.ui.choosing import Choosing
from factbox.ui.closing import Closing, Keeper
from factbox.ui.counted import Counted
from factbox.ui.dressing import Dressing
from factbox.ui.editor import Editor
from factbox.ui.factbox import FactBox
from factbox.ui.filing import Filing
from factbox.ui.findbar import FindBar
from factbox.ui.finding import Finding
from factbox.ui.focus import Focus
from factbox.ui.gauging import Gauging
from factbox.ui.goal import GoalPicker
from factbox.ui.guesting import Guesting
from factbox.ui.guiding import Guiding
from factbox.ui.headings import Headings
from factbox.ui.illustrating import Illustrating
from factbox.ui.lines import Lines
from factbox.ui.masthead import Masthead
from factbox.ui.neighbours import Alone, Neighbours
from factbox.ui.notice import NoticeBar
from factbox.ui.panels import Panels
from factbox.ui.proofreading import Proofreading
from factbox.ui.recovering import Recovering
from factbox.ui.reporting import Reporting
from factbox.ui.shaping import Shaping
from factbox.ui.spread import Spread
from factbox.ui.starts import Starts
from factbox.ui.statusline import StatusLine
from factbox.ui.theme import Theme
from factbox.ui.tools import Tools
from factbox.ui.touring import Touring, steps
from factbox.ui.typefaces import Typesetting
from factbox.ui.wordbook import Wordbook

_FIRST_SIZE = QSize(1280, 800)
# Milliseconds after which it has been drawn.
_DRAWN = 40
# Milliseconds after which the text is there too; nobody looks for a wave before.
_READ = 800
# What the desktop puts around a window.
_FRAME = QSize(0, 40)


class MainWindow(QMainWindow):
    """One text with its Fact Box.

    Args:
        store: The settings; those of the account if none are given.
        neighbours: The other windows of the program; none if nothing is given.

    Signals:
        closed: The window has closed; nothing of its text is lost.
    """

    closed = Signal()

    def __init__(self, store: SettingsStore | None = None, neighbours: Neighbours | None = None) -> None:
        super().__init__()
        self._neighbours = neighbours or Alone(self.close)
        self.setObjectName("window")
        self.store = store or SettingsStore()
        self.dressing = Dressing(self.store, self)
        theme, scale = self.dressing.worn
        self.commands = Actions(self)
        self.menus = QMenuBar(self)
        self.commands.fill(self.menus)
        self.editor = Editor(theme, scale, plain=as_typed)
        self.factbox = FactBox(theme, scale)
        self.counted = Counted(theme, scale)
        self.panels = Panels(theme, scale)
        self.goals = GoalPicker(theme, scale, self)
        self.masthead = Masthead(self.menus, theme, scale)
        self.notice = NoticeBar(theme, scale)
        self.findbar = FindBar(theme, scale)
        self.status = StatusLine(theme, scale)
        tools = Tools(self.commands.tools, theme, scale)
        self.touring = Touring(
            steps(self.factbox, lambda: tools.marks, self.factbox.goal_button), self.dressing, self.notice, self
        )
        starts = Starts(
            [
                (self.commands["open"], "folder-open"),
                (self.commands["example"], "book-open"),
                (self.commands["adapt"], "columns-2"),
            ],
            theme,
            scale,
        )
        self.spread = Spread(
            masthead=self.masthead,
            notice=self.notice,
            findbar=self.findbar,
            editor=self.editor,
            status=self.status,
            factbox=self.factbox,
            counted=self.counted,
            panels=self.panels,
            tools=tools,
            starts=starts,
            theme=theme,
            scale=scale,
        )
        self._engage()
        self._welcome()

    def _engage(self) -> None:
        """Make those who deal with the text, and introduce all to each other."""
        self.watcher = TextWatcher(self.editor.document())
        self.analyst = Analyst()
        self.companion = Companion(self)
        self.guiding = Guiding(self.editor, self.watcher, self.panels, self.status, self)
        self.shaping = Shaping(self.editor, self.commands, self)
        self.finding = Finding(self.findbar, self.editor, self.watcher, self.status, self)
        self.proofreading = Proofreading(self.editor, self.watcher, self.status, self.notice, self)
        self.headings = Headings(self.editor, self.watcher, self.status, self.dressing.worn, self)
        self.focus = Focus(self.spread, self.editor, self.dressing.worn, self)
        self.lines = Lines(self.editor, self.status, self)
        self.gauging = Gauging(self.editor, self.status, self)
        self.consultant = Consultant(self, lambda: self.watcher.blocks)
        self.reporting = Reporting(
            analyst=self.analyst,
            factbox=self.factbox,
            counted=self.counted,
            panels=self.panels,
            goals=self.goals,
            spread=self.spread,
            status=self.status,
            companion=self.companion,
            consultant=self.consultant,
            store=self.store,
            window=self,
        )
        self.announcing = Announcing(self.factbox, self.status, self.store, self)
        self.portfolio = Portfolio(lambda: self.watcher.blocks, self)
        self.manuscript = Manuscript(
            self.editor.document(), lambda: self.watcher.blocks, lambda: self.portfolio.work
        )
        self.portfolio.serve(self.manuscript, self.companion)
        self.breaking = Breaking(self.editor.document(), lambda: self.watcher.blocks)
        self.occupancy = Occupancy(self.manuscript, self)
        self.filing = Filing(
            self.manuscript,
            self.breaking,
            self.store,
            self.notice,
            self,
            neighbours=self._neighbours,
            occupancy=self.occupancy,
        )
        Guesting(self.occupancy, self.manuscript, self.editor, self.notice, self.status)
        self.wordbook = Wordbook(self.companion, self.filing, self.notice, self.status, self)
        self.adapting = Adapting(
            portfolio=self.portfolio,
            companion=self.companion,
            filing=self.filing,
            notice=self.notice,
            status=self.status,
            make=self._make_comparing,
            look=lambda: self.dressing.worn,
            counting=lambda: self.store.settings.counting,
            window=self,
        )
        self.recovery = Recovery(self.manuscript, self)
        self.recovering = Recovering(self.recovery, self.manuscript, self.filing, self.notice, self._neighbours)
        self.illustrating = Illustrating(
            analyst=self.analyst,
            watcher=self.watcher,
            panels=self.panels,
            filing=self.filing,
            notice=self.notice,
            status=self.status,
            look=lambda: self.dressing.worn,
            window=self,
        )
        self.closing = Closing(self.manuscript, self.filing, self.recovery.forget, self)
        keepers: tuple[Keeper, ...] = (self.companion, self.wordbook, self.adapting, self.recovery)
        for keeper in (*keepers, self.proofreading, self.illustrating):
            self.closing.wait_for(keeper)
        self.annexe = Annexe(
            lambda: self.watcher.blocks,
            self.manuscript,
            commands=self.commands,
            companion=self.companion,
            filing=self.filing,
            notice=self.notice,
            status=self.status,
            closing=self.closing,
            neighbours=self._neighbours,
            store=self.store,
            dressing=self.dressing,
            window=self,
        )
        for key, menu in (
            ("easy_words", self.wordbook.easy_menu),
            ("known_words", self.wordbook.known_menu),
            ("recent", self.filing.recent),
            ("formula", self.factbox.formulas),
        ):
            self.commands.offer(key, menu)
        # The menus may be behind a button; the keys work all the same.
        self.addActions(self.commands.all)
        self.setCentralWidget(self.spread)
        self._introduce()
        self._assign()
        Choosing(self.commands, self.store, self)
        self._dress_dialogs(*self.dressing.worn)
        self._on_settings_changed(self.store.settings)
        for follower in (self.proofreading, self.focus):
            follower.follow(self.store.settings)
        self._on_retitled()
        self.companion.begin(None, Choices(goal=self.store.memory.last_goal))

    def _welcome(self) -> None:
        """Begin: the window is drawn first, then the rest is fetched."""
        if not self.restoreGeometry(self.store.memory.geometry):
            self.resize(_FIRST_SIZE.boundedTo(self.screen().availableGeometry().size() - _FRAME))
        # First the window is drawn: the analyst would read its tables at the same time.
        QTimer.singleShot(_DRAWN, self, self.analyst.start)
        QTimer.singleShot(_DRAWN, self, self.wordbook.load)
        QTimer.singleShot(_READ, self, self.proofreading.load)
        QTimer.singleShot(_DRAWN, self, self.recovering.look)
        self.watcher.tell_all()
        self.editor.setFocus()

    def _introduce(self) -> None:
        self.store.changed.connect(self._on_settings_changed)
        for part in (self.spread, self.goals, self.adapting, self.headings, self.focus):
            self.dressing.changed.connect(part.set_theme)
        self.dressing.changed.connect(self._dress_dialogs)
        self._introduce_text()
        self._introduce_facts()
        self._introduce_guidance()
        self._introduce_words()

    def _introduce_text(self) -> None:
        self.watcher.edited.connect(self.filing.look_for_long_paragraphs)
        self.watcher.edited.connect(self.recovery.touch)
        self.watcher.edited.connect(self.portfolio.forget_level)
        self.manuscript.touched.connect(self.recovery.touch)
        self.focus.changed.connect(self.commands["focus"].setChecked)
        for follower in (self.proofreading, self.focus):
            self.store.changed.connect(follower.follow)
        self.breaking.found.connect(self.editor.break_up)
        self.manuscript.retitled.connect(self._on_retitled)
        self.manuscript.saved.connect(self._on_saved)
        self.manuscript.opened.connect(self._on_opened)
        self.manuscript.unopened.connect(self.adapting.give_up)
        self.manuscript.saving.connect(self.adapting.keep_moment)
        self.adapting.failed.connect(self.closing.cancel)
        self.adapting.compared.connect(self._on_compared)
        for begun in (self.manuscript.opened, self.portfolio.switched):
            begun.connect(self._go_to_start)
        self.manuscript.busied.connect(self._on_busied)
        self.editor.files_dropped.connect(self.filing.open_dropped)
        self.editor.undoAvailable.connect(self.commands["undo"].setEnabled)
        self.editor.redoAvailable.connect(self.commands["redo"].setEnabled)
        self.editor.copyAvailable.connect(self.commands["cut"].setEnabled)
        self.editor.copyAvailable.connect(self.commands["copy"].setEnabled)

    def _introduce_facts(self) -> None:
        self.watcher.edited.connect(self.analyst.revise)
        self.analyst.lost.connect(self.watcher.tell_anew)
        self.watcher.told_anew.connect(self.analyst.renew)
        self.watcher.edited.connect(self.analyst.surveyor.revise)
        self.editor.viewed.connect(self.analyst.look_at)
        self.analyst.reported.connect(self.adapting.follow)
        self.analyst.reported.connect(self.gauging.show_report)
        self.analyst.reported.connect(self.announcing.hear)
        self.companion.changed.connect(self.announcing.hear)
        self.analyst.surveyor.surveyed.connect(self.gauging.show_extent)
        self.gauging.pointed.connect(self.analyst.pointer.point)
        self.analyst.pointer.judged.connect(self.gauging.show_sentence)

    def _introduce_guidance(self) -> None:
        adviser = self.analyst.adviser
        self.guiding.asked.connect(adviser.ask)
        adviser.guided.connect(self.guiding.show_guidance)
        self.guiding.summing.connect(adviser.sum_up)
        adviser.summed.connect(self.factbox.show_summary)
        self.guiding.selected.connect(self.analyst.sampler.select)
        self.analyst.sampler.sampled.connect(self.guiding.show_selection)
        self.guiding.selected.connect(self.analyst.surveyor.select)
        self.analyst.sampler.sampled.connect(self.gauging.show_sample)
        self.analyst.surveyor.sampled.connect(self.gauging.show_sampled_extent)
        self.guiding.beside.connect(self.factbox.show_selection)
        self.guiding.ended.connect(self.factbox.show_aim)
        self.guiding.rejected.connect(self.companion.reject)
        self.guiding.words_wanted.connect(partial(self.spread.open_panel, Panel.WORDS))
        self.factbox.panel_asked.connect(self.spread.open_panel)
        self.reporting.aimed.connect(self.illustrating.illustrator.aim)
        self.portfolio.changed.connect(self.illustrating.compare)
        self.panels.original_chosen.connect(self.adapting.show_spot_of_original)

    def _introduce_words(self) -> None:
        adviser = self.analyst.adviser
        self.panels.exempted.connect(self.companion.exempt)
        self.panels.unexempted.connect(self.companion.unexempt)
        self.panels.easy_lists_wanted.connect(self.wordbook.open_easy)
        self.panels.known_lists_wanted.connect(self.wordbook.open_known)
        self.panels.handout_wanted.connect(self.wordbook.make_handout)
        self.wordbook.known.connect(adviser.know)
        self.wordbook.list_wanted.connect(self._on_list_wanted)
        self.wordbook.gathering.connect(adviser.gather)
        adviser.gathered.connect(self.wordbook.take_glosses)

    def _assign(self) -> None:
        slots: dict[str, Callable[[], object]] = {
            "new": self.filing.new,
            "open": self.filing.ask_and_open,
            "save": self.filing.save,
            "save_as": self.filing.save_as,
            "new_window": self._neighbours.open_window,
            "close": self.close,
            "quit": self._neighbours.quit,
            "undo": self.editor.undo,
            "redo": self.editor.redo,
            "cut": self.editor.cut,
            "copy": self.editor.copy,
            "paste": self.editor.paste,
            "select_all": self.editor.selectAll,
            "find": self.finding.open,
            "find_next": partial(self.finding.step, 1),
            "find_previous": partial(self.finding.step, -1),
            "next_misspelt": partial(self.proofreading.seek, forward=True),
            "previous_misspelt": partial(self.proofreading.seek, forward=False),
            "own_words": self.proofreading.open_dictionary,
            **self.lines.slots,
            **self.annexe.slots,
            "copy_facts": self.reporting.copy_facts,
            "say_facts": self.announcing.say,
            "full_screen": lambda: self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen),
            "focus": self.focus.toggle,
            "go_to_heading": self.headings.open,
            "next_part": partial(self._go_to_part, 1),
            "previous_part": partial(self._go_to_part, -1),
            **{panel.value: partial(self.spread.open_panel, panel) for panel in GUIDANCE},
            "marks": lambda: self.guiding.show_marks(self.commands["marks"].isChecked()),
            "simpler": self.guiding.look_up_at_caret,
            "reason": self.guiding.tell_reason,
            "next_mark": partial(self.guiding.go_to_mark, forward=True),
            "previous_mark": partial(self.guiding.go_to_mark, forward=False),
            "counts": self.gauging.tell_all,
            "goal": self.reporting.ask_goal,
            "handout": self.wordbook.make_handout,
            "adapt": self.adapting.adapt,
            "compare": lambda: self.adapting.compare(self.commands["compare"].isChecked()),
            "original": self.adapting.ask_original,
            "meaning": partial(self.spread.open_panel, Panel.MEANING),
            "changes": partial(self.spread.open_panel, Panel.CHANGES),
            "new_version": self.adapting.ask_new,
            "versions": self.adapting.show_versions,
            "export": self.adapting.ask_export,
            "tour": self.touring.begin,
            "example": self.filing.show_example,
            "about": lambda: dialogs.tell_about(self, __version__),
        }
        for key, slot in slots.items():
            self.commands[key].triggered.connect(lambda _checked=False, slot=slot: slot())
        for key in ("undo", "redo", "cut", "copy", "meaning", "changes"):
            self.commands[key].setEnabled(False)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close when nothing is lost by it, now or later."""
        if not self.closing.is_safe():
            event.ignore()
            return
        self.store.memory.remember_geometry(self.saveGeometry())
        self.analyst.stop()
        self.occupancy.leave()
        self.annexe.close()
        event.accept()
        self.closed.emit()

    @Slot(bool)
    def _on_busied(self, busy: bool) -> None:  # noqa: FBT001  # a slot
        for key in ("save", "save_as"):
            self.commands[key].setDisabled(busy)

    @Slot()
    def _on_retitled(self) -> None:
        self.masthead.show_title(self.filing.title, self.filing.state)
        self.setWindowTitle(f"{self.filing.title}[*] — Fact Box")
        self.setWindowModified(not self.manuscript.is_saved)

    def changeEvent(self, event: QEvent) -> None:
        """Keep the switch for full screen true when the desktop changes the window."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self.manuscript.look()
        if event.type() is QEvent.Type.WindowStateChange:
            self.commands["full_screen"].setChecked(self.isFullScreen())

    @Slot(object)
    def _on_settings_changed(self, settings: Settings) -> None:
        self.status.show_zoom(f"{settings.scale:.0%}".replace("%", "\u00a0%"))
        self.spread.desk.typeset(Typesetting(settings.typeface, settings.measure, settings.leading, settings.wrap))
        self.spread.set_side_visible(settings.side)
        self.spread.set_place(settings.place.removeprefix("side_"))

    @Slot(str)
    def _on_list_wanted(self, name: str) -> None:
        self.spread.open_panel(Panel.PROFILE)
        self.panels.profile.show_list(name)

    @Slot(object)
    def _on_saved(self, path: Path) -> None:
        # A text that has given way may be saved late; a work holds its choices itself.
        if path == self.manuscript.path and not self.portfolio.has_work:
            self.companion.move_to(path)

    @Slot(object)
    def _on_opened(self, document: Document) -> None:
        self.adapting.begin(document, self.manuscript.path, Choices(goal=self.store.memory.last_goal))

    def _make_comparing(self) -> Any:
        theme, scale = self.dressing.worn
        return comparing(
            analyst=self.analyst,
            desk=self.spread.desk,
            editor=self.editor,
            watcher=self.watcher,
            panels=self.panels,
            factbox=self.factbox,
            guiding=self.guiding,
            status=self.status,
            theme=theme,
            scale=scale,
            owner=self,
        )

    @Slot(bool)
    def _on_compared(self, is_on: bool) -> None:  # noqa: FBT001  # a slot
        self.commands["compare"].setChecked(is_on)
        for key in ("meaning", "changes"):
            self.commands[key].setEnabled(is_on)

    def _dress_dialogs(self, theme: Theme, scale: float) -> None:
        self.setProperty(dialogs.LOOK, theme.stylesheet(scale))

    @Slot()
    def _go_to_start(self) -> None:
        self.editor.moveCursor(QTextCursor.MoveOperation.Start)

    def _go_to_part(self, steps: int) -> None:
        if self.editor.hasFocus():
            self.store.change(side=True)
        self.spread.go_to_part(steps)
