"""Guidance in the window: what panels and marks ask, where the answers go, and what a step does to the text."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QTextCursor

from factbox.metrics.guidance import Choice, Edit, Guidance, Panel, Question, Spot, Step
from factbox.metrics.report import Report
from factbox.session.watcher import TextWatcher
from factbox.translation import _, in_turn
from factbox.ui.editor import Editor
from factbox.ui.factbox import Beside
from factbox.ui.panels import Panels
from factbox.ui.statusline import StatusLine

# Milliseconds.
_REST = 150


class Guiding(QObject):
    """Stands between the adviser, the panels and the text.

    Signals:
        asked: What the adviser is to answer from now on, a Question; None where nobody wants to know anything.
        words_wanted: The panel of words is to be shown.
        rejected: The key of a step that is not to come back.
        selected: The blocks of the selected text, a tuple; empty where nothing is selected.
        beside: The facts of the selected text, a Beside; None where nothing is selected.
        summing: Whether the doors are there, and want to know what is behind them.
        ended: The Level where the plan on show ends; None without one.
    """

    asked = Signal(object)
    rejected = Signal(str)
    selected = Signal(object)
    beside = Signal(object)
    summing = Signal(bool)
    ended = Signal(object)
    words_wanted = Signal()

    def __init__(
        self, editor: Editor, watcher: TextWatcher, panels: Panels, status: StatusLine, owner: QObject
    ) -> None:
        super().__init__(owner)
        self._editor, self._watcher, self._panels, self._status = editor, watcher, panels, status
        self._question = Question()
        # Where the caret was before a panel showed places; it moves along with its words.
        self._caret: QTextCursor | None = None
        panels.leaving.connect(self._on_leaving)
        editor.cursorPositionChanged.connect(self._on_caret)
        editor.viewed.connect(self._on_viewed)
        panels.asked.connect(self._on_panel_asked)
        panels.step_accepted.connect(self.do_step)
        panels.step_rejected.connect(self.rejected)
        panels.choice_taken.connect(self.use_word)
        panels.spot_chosen.connect(self.show_spot)
        editor.word_asked.connect(self.look_up)
        # A selection grows with every move of the mouse: it is counted when it rests.
        self._rest = QTimer(self, interval=_REST, singleShot=True)
        self._rest.timeout.connect(self._tell_selection)
        self._is_selected = False
        editor.selectionChanged.connect(self._rest.start)
        # An undo takes a selection away without a word of Qt's.
        watcher.edited.connect(self._on_edited)

    def show_marks(self, shown: bool) -> None:  # noqa: FBT001  # a slot of a switch
        """Show the marks in the text from now on, or none."""
        first, last = self._editor.view
        self._question = replace(self._question, marks=shown, first=first, last=last)
        self._status.show_legend(shown)
        if not shown:
            self._editor.hide_marks()
        self._ask()

    @Slot(object)
    def show_guidance(self, guidance: Guidance) -> None:
        """Show what is told of the text, if it is still the text that stands there."""
        if guidance.revision != self._watcher.revision:
            return
        if guidance.marks is not None and self._question.marks:
            self._editor.show_marks(guidance.marks)
        self._panels.show_guidance(guidance)
        if guidance.plan is not None:
            self.ended.emit(guidance.plan.level if guidance.plan.steps else None)

    def look_up_at_caret(self) -> None:
        """Look the word at the caret up among the words."""
        self.look_up(self._editor.word_at_caret())

    @Slot(object)
    def show_spot(self, spot: Spot) -> None:
        """Show a place of the text; that it is selected there makes it no selection of the reader's."""
        if self._caret is None:
            self._caret = self._editor.textCursor()
        self._editor.go_to(spot)
        self._rest.stop()
        self.selected.emit(())

    def _on_leaving(self) -> None:
        """Put the caret back where it was: what was shown must not stay selected, for a key would replace it."""
        caret, self._caret = self._caret, None
        if caret is not None:
            self._editor.setTextCursor(caret)

    def _tell_selection(self) -> None:
        blocks = self._editor.selected_blocks
        self._is_selected = bool(blocks)
        self.selected.emit(blocks)

    @Slot()
    def _on_edited(self) -> None:
        if self._is_selected:
            self._rest.start()

    def _on_caret(self) -> None:
        if self._editor.hasFocus():
            # Whoever goes somewhere in the text wants to stay there.
            self._caret = None

    @Slot(str)
    def look_up(self, word: str) -> None:
        """Show a word in the panel of words, with what may stand for it."""
        if word:
            self._panels.words.look_for(word)
            self.words_wanted.emit()

    @Slot(object)
    def show_selection(self, report: Report | None) -> None:
        """Show the facts of the selected text beside those of the whole, or none."""
        if report is None:
            self.beside.emit(None)
            return
        line = " · ".join(f"{fact.label} {fact.text}" for fact in report.facts)
        figures = {fact.key: fact.text for fact in report.facts}
        figures["level"] = _("Selection") + "\n" + figures["level"]
        self.beside.emit(Beside(figures, _("Selection: {facts}").format(facts=line)))

    def tell_reason(self) -> None:
        """Tell why the words at the caret are marked."""
        mark = self._editor.mark_at_caret()
        if mark is None:
            self._status.show_message(_("Nothing is marked here."))
            return
        self._editor.tell_reason(mark)
        self._status.show_message(in_turn(mark.figure, mark.reason) if mark.figure else mark.reason)

    def go_to_mark(self, *, forward: bool) -> None:
        """Go to the next mark on screen, or to the one before, and tell its reason."""
        mark = self._editor.go_to_mark(forward=forward)
        if mark is None:
            self._status.show_message(_("No other mark on screen."))
        else:
            self._status.show_message(mark.reason)

    @Slot(object)
    def do_step(self, step: Step) -> None:
        """Do a step of the plan, as one step that can be undone; none that was made for another text."""
        self.change(step.edits, _("Done: {step}").format(step=step.title))

    @Slot(str, object)
    def use_word(self, word: str, choice: Choice) -> None:
        """Put a word in the place of another wherever it stands, as one step that can be undone."""
        self.change(choice.edits, _("Done: {step}").format(step=f"{word} → {choice.word}"))

    def change(self, edits: Sequence[Edit], done: str) -> None:
        """Do edits, if they were made for the text as it is, and say so; or say why not."""
        if self._editor.change(edits):
            self._status.show_message(done)
        else:
            self._status.show_message(_("The text has changed since. Choose again in a moment."))

    def _on_viewed(self, first: int, last: int) -> None:
        if self._question.marks and (first, last) != (self._question.first, self._question.last):
            self._question = replace(self._question, first=first, last=last)
            self._ask()

    def _on_panel_asked(self, asked: Question | None) -> None:
        wanted = asked or Question()
        self.summing.emit(asked is None)
        if Panel.PLAN not in wanted.panels:
            self.ended.emit(None)
        question = self._question
        self._question = replace(wanted, marks=question.marks, first=question.first, last=question.last)
        self._ask()

    def _ask(self) -> None:
        question = self._question
        self.asked.emit(question if question.marks or question.panels else None)
