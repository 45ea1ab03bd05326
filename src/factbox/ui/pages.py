"""What the panels show of a text: plan, sentences, words and vocabulary, each as a list with verbs."""

from collections.abc import Hashable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from factbox.metrics.guidance import Guidance, Plan, Question, SentenceRow, Step, Strength, WordRow
from factbox.translation import _, ngettext
from factbox.ui.labels import ink, say
from factbox.ui.rowlist import Row, RowList
from factbox.ui.theme import Role, Theme, font

_EDGE = 24


class Page(QWidget):
    """A list, what chooses its rows above it, and verbs for the chosen row below it.

    Signals:
        spot_chosen: A Spot of the text that the reader wants to see.
        asked: Other rows are wanted.
    """

    spot_chosen = Signal(object)
    asked = Signal()

    def __init__(self, name: str, theme: Theme, scale: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.column = QVBoxLayout(self)
        self.column.setSpacing(4)
        self.choices = QHBoxLayout()
        self.heads = QLabel(self)
        self.heads.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.list = RowList(name, theme, scale, self)
        self.remark = QLabel(self)
        self.remark.setWordWrap(True)
        self.remark.setTextFormat(Qt.TextFormat.PlainText)
        self.verbs = QHBoxLayout()
        self.column.addLayout(self.choices)
        self.column.addWidget(self.heads)
        self.column.addWidget(self.list, 1)
        self.column.addWidget(self.remark)
        self.column.addLayout(self.verbs)
        self.list.row_chosen.connect(self.on_chosen)
        self.list.row_entered.connect(self.on_entered)
        self.list.row_dropped.connect(self.on_dropped)

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        edge = round(_EDGE * scale)
        self.column.setContentsMargins(0, 0, 0, round(12 * scale))
        for row in (self.choices, self.verbs):
            row.setContentsMargins(edge, 0, edge, 0)
            row.setSpacing(round(8 * scale))
        for label in (self.heads, self.remark):
            label.setContentsMargins(edge, 0, edge + (round(13 * scale) if label is self.heads else 0), 0)
            label.setFont(font(Role.NOTE, scale))
            ink(label, theme.second)
        self.setStyleSheet(theme.stylesheet(scale) + theme.fields(scale))
        self.list.set_theme(theme, scale)

    def question(self, question: Question) -> Question:
        """Give the question with what this page wants to know."""
        return question

    def show_guidance(self, guidance: Guidance) -> None:
        """Show what concerns this page."""

    def on_chosen(self, key: Hashable) -> None:
        """Show the place of the chosen row, and its verbs."""

    def on_entered(self, key: Hashable) -> None:
        """Do the main verb of a row."""

    def on_dropped(self, key: Hashable) -> None:
        """Do what Delete does to a row."""

    def tell(self, remark: str) -> None:
        """Say something below the list."""
        say(self.remark, remark)
        self.remark.setVisible(bool(remark))


class SentencePage(Page):
    """The sentences of the text, the hardest first."""

    def __init__(self, theme: Theme, scale: float, parent: QWidget | None = None) -> None:
        super().__init__(_("Sentences"), theme, scale, parent)
        self._rows: dict[Hashable, SentenceRow] = {}
        self._order = QComboBox(self)
        self._order.setAccessibleName(_("Order"))
        for order, words in (
            ("share", _("Hardest first")),
            ("alone", _("By their own Level")),
            ("length", _("Longest first")),
            ("place", _("As in the text")),
        ):
            self._order.addItem(words, order)
        self._find = _field(_("Find"), self)
        self._hard = QCheckBox(_("Hard only"), self)
        for widget in (self._order, self._find, self._hard):
            self.choices.addWidget(widget)
        self._order.currentIndexChanged.connect(self.asked)
        self._find.textChanged.connect(self.asked)
        self._hard.toggled.connect(self.asked)
        say(self.heads, _("Alone   Share"))
        self.set_theme(theme, scale)

    def question(self, question: Question) -> Question:
        """Give the question with the order and what is sought."""
        return _asked(question, self._order.currentData(), self._find.text(), hard_only=self._hard.isChecked())

    def show_guidance(self, guidance: Guidance) -> None:
        """Show the sentences; each is known by its place."""
        if guidance.sentences is None:
            return
        self._rows = {row.spot: row for row in guidance.sentences}
        self.list.show_rows([_sentence(row) for row in guidance.sentences])
        self.tell("" if guidance.sentences else _("Nothing here is hard for this goal."))

    def on_chosen(self, key: Hashable) -> None:
        """Show the sentence in the text."""
        if key in self._rows:
            self.spot_chosen.emit(self._rows[key].spot)

    on_entered = on_chosen


class WordPage(Page):
    """The word forms of the text, those that add most first, with simpler words for the chosen one.

    Signals:
        word_chosen: A word, and the one that is to take its place everywhere.
        exempted: Words that are to count as easy, a frozenset.
        unexempted: A word that is to count as it is again.
    """

    word_chosen = Signal(str, str)
    exempted = Signal(object)
    unexempted = Signal(str)

    def __init__(self, theme: Theme, scale: float, parent: QWidget | None = None) -> None:
        super().__init__(_("Words"), theme, scale, parent)
        self._rows: dict[Hashable, WordRow] = {}
        self._names: tuple[str, ...] = ()
        self._find = _field(_("Find"), self)
        self._hard = QCheckBox(_("Hard only"), self)
        self._hard.setChecked(True)
        for widget in (self._find, self._hard):
            self.choices.addWidget(widget)
        self._find.textChanged.connect(self.asked)
        self._hard.toggled.connect(self.asked)
        self._simpler = QComboBox(self)
        self._simpler.setAccessibleName(_("Simpler words that may fit"))
        self._use = _verb(_("Use"), self, main=True)
        self._easy = _verb(_("Count as easy"), self)
        self._all = _verb(_("Count the names as easy"), self)
        self._use.clicked.connect(self._on_use)
        self._easy.clicked.connect(self._on_easy)
        self._all.clicked.connect(self._on_all)
        self.column.insertWidget(self.column.indexOf(self.remark), self._simpler)
        for button in (self._use, self._easy):
            self.verbs.addWidget(button)
        self.column.addWidget(self._all)
        say(self.heads, _("CEFR   Share"))
        self.set_theme(theme, scale)
        self._show_verbs(None)

    def question(self, question: Question) -> Question:
        """Give the question with what is sought."""
        return _asked(question, question.order, self._find.text(), hard_only=self._hard.isChecked())

    def show_guidance(self, guidance: Guidance) -> None:
        """Show the words; each is known by itself."""
        if guidance.words is None:
            return
        self._rows = {row.word: row for row in guidance.words}
        self._names = guidance.names
        self.list.show_rows([_word(row) for row in guidance.words])
        self._all.setVisible(bool(self._names))
        self._all.setToolTip(", ".join(self._names))
        if not guidance.apart:
            self.tell(_("This formula takes a root over the whole text: no word has a share of its own."))
        elif not guidance.words:
            self.tell(_("Nothing here is hard for this goal."))
        elif self._names:
            self.tell(_("Names found: {names}").format(names=", ".join(self._names[:6])))
        else:
            self.tell(_("A list cannot read: check the meaning."))
        self._show_verbs(self._rows.get(self.list.key))

    def look_for(self, word: str) -> None:
        """Show one word, hard or not."""
        self._hard.setChecked(False)
        self._find.setText(word)

    def on_chosen(self, key: Hashable) -> None:
        """Show the word in the text, and what may stand for it."""
        row = self._rows.get(key)
        self._show_verbs(row)
        if row is not None:
            self.spot_chosen.emit(row.spot)

    def on_entered(self, key: Hashable) -> None:
        """Put the chosen simpler word in its place."""
        if key in self._rows and self._simpler.count():
            self._on_use()

    def on_dropped(self, key: Hashable) -> None:
        """Count the word as easy."""
        if key in self._rows:
            self._on_easy()

    def _show_verbs(self, row: WordRow | None) -> None:
        kept = self._simpler.currentData()
        choices = row.choices if row is not None else ()
        self._simpler.blockSignals(True)
        self._simpler.clear()
        for each in choices:
            level = f" · {each.cefr.name}" if each.cefr else ""
            self._simpler.addItem(f"{each.word} · {each.meaning}{level} · {each.change:+.2f}", each.word)
        place = self._simpler.findData(kept)
        self._simpler.setCurrentIndex(max(0, place) if choices else -1)
        self._simpler.blockSignals(False)
        self._simpler.setVisible(bool(choices))
        self._use.setVisible(bool(choices))
        self._easy.setVisible(row is not None)
        self._easy.setText(_("Count as hard again") if row is not None and row.exempt else _("Count as easy"))

    def _on_all(self) -> None:
        self.exempted.emit(frozenset(map(str.lower, self._names)))

    def _on_use(self) -> None:
        row, word = self._rows.get(self.list.key), self._simpler.currentData()
        if row is not None and word:
            self.word_chosen.emit(row.word, word)

    def _on_easy(self) -> None:
        row = self._rows.get(self.list.key)
        if row is not None and row.exempt:
            self.unexempted.emit(row.word)
        elif row is not None:
            self.exempted.emit(frozenset({row.word.lower()}))


class PlanPage(Page):
    """The steps to the goal, each with what it does to the Level.

    Signals:
        step_accepted: The Step to do.
        step_rejected: The key of a step that is not to come back.
    """

    step_accepted = Signal(object)
    step_rejected = Signal(str)

    def __init__(self, theme: Theme, scale: float, parent: QWidget | None = None) -> None:
        super().__init__(_("Plan"), theme, scale, parent)
        self._steps: dict[Hashable, Step] = {}
        self._plan = Plan()
        self._accept = _verb(_("Do it"), self, main=True)
        self._skip = _verb(_("Skip"), self)
        self._accept.clicked.connect(lambda: self.on_entered(self.list.key))
        self._skip.clicked.connect(lambda: self.on_dropped(self.list.key))
        for widget in (self._accept, self._skip):
            self.verbs.addWidget(widget)
        say(self.heads, _("Change   Level"))
        self.set_theme(theme, scale)
        self._show_verbs(None)

    def show_guidance(self, guidance: Guidance) -> None:
        """Show the plan; a step is known by what it does."""
        if guidance.plan is None:
            return
        self._plan = guidance.plan
        self._steps = {step.key: step for step in guidance.plan.steps}
        self.list.show_rows([_step(step) for step in guidance.plan.steps])
        self._show_verbs(self._steps.get(self.list.key))

    def on_chosen(self, key: Hashable) -> None:
        """Show the place of the step."""
        step = self._steps.get(key)
        self._show_verbs(step)
        if step is not None:
            self.spot_chosen.emit(step.spot)

    def on_entered(self, key: Hashable) -> None:
        """Do the step."""
        if key in self._steps:
            self.step_accepted.emit(self._steps[key])

    def on_dropped(self, key: Hashable) -> None:
        """Never offer the step again."""
        if key in self._steps:
            self.step_rejected.emit(str(key))

    def _show_verbs(self, step: Step | None) -> None:
        for button in (self._accept, self._skip):
            button.setVisible(step is not None)
        if step is not None:
            self._accept.setText(_("Split  (Enter)") if step.kind == "split" else _("Replace  (Enter)"))
            self._skip.setText(_("Skip  (Del)"))
            self.tell(_("The Level is then {level}.").format(level=f"{step.alone:.3f}"))
        elif self._plan.steps and self._plan.level is not None:
            end = ngettext("After {n} edit: {{level}}", "After all {n} edits: {{level}}", len(self._plan.steps))
            reached = _("within the goal") if self._plan.reached else self._plan.remark
            self.tell(f"{end.format(level=f'{self._plan.level:.2f}')} · {reached}")
        else:
            self.tell(self._plan.remark)


class ProfilePage(Page):
    """The vocabulary of the text by CEFR level or by frequency."""

    def __init__(self, theme: Theme, scale: float, parent: QWidget | None = None) -> None:
        super().__init__(_("Profile"), theme, scale, parent)
        self._guidance: Guidance | None = None
        self._by = QComboBox(self)
        self._by.setAccessibleName(_("Profile by"))
        self._by.addItem(_("By CEFR level"), "cefr")
        self._by.addItem(_("By frequency"), "band")
        self.choices.addWidget(self._by)
        self.choices.addStretch()
        self._by.currentIndexChanged.connect(self._show)
        say(self.heads, _("Share   Tokens"))
        self.set_theme(theme, scale)

    def show_guidance(self, guidance: Guidance) -> None:
        """Show the profile."""
        if guidance.profile is not None:
            self._guidance = guidance
            self._show()

    def _show(self) -> None:
        profile = self._guidance.profile if self._guidance is not None else None
        if profile is None:
            return
        rows = profile.by_band if self._by.currentData() == "band" else profile.by_cefr
        most = max((row.token_share for row in rows), default=0) or 1
        self.list.show_rows(
            [
                Row(
                    key=row.label,
                    head=row.label,
                    figures=(f"{100 * row.token_share:.1f} %", f"{row.tokens:,}"),
                    share=row.token_share / most,
                    hollow=row.above,
                    spoken=_("{label}: {share} % of the tokens, {types} types").format(
                        label=row.label, share=f"{100 * row.token_share:.1f}", types=row.types
                    ),
                )
                for row in rows
            ]
        )
        words, more = profile.above[:12], len(profile.above) - 12
        above = ", ".join(words) + (_(" and {n} more").format(n=more) if more > 0 else "")
        self.tell(_("Above the goal: {words}").format(words=above) if words else "")


def _asked(question: Question, order: str, find: str, *, hard_only: bool) -> Question:
    return replace(question, order=order, find=find.strip(), hard_only=hard_only)


def _sentence(row: SentenceRow) -> Row:
    words = ngettext("{n} word", "{n} words", row.words)
    note = words if row.strength is Strength.EASY else f"{words} · {_(row.strength.value)}"
    alone = "" if row.alone is None else f"{row.alone:.1f}"
    share = "" if row.share is None else f"{row.share:+.2f}".replace("-", "−")
    spoken = _("{text}. {note}. Level {alone} alone, adds {share}").format(
        text=row.text, note=note, alone=alone, share=share
    )
    return Row(row.spot, row.text, note, (alone, share), spoken=spoken)


def _word(row: WordRow) -> Row:
    parts = [ngettext("{n} syllable", "{n} syllables", row.syllables)]
    if row.times > 1:
        parts.append(ngettext("{n} time", "{n} times", row.times))
    if row.exempt:
        parts.append(_("counts as easy"))
    elif row.choices:
        parts.append(row.choices[0].word + "?")
    share = "" if row.share is None else f"{row.share:.2f}".replace("-", "−")
    return Row(row.word, row.word, " · ".join(parts), (row.cefr.name if row.cefr else "", share))


def _step(step: Step) -> Row:
    note = f"{step.before} | {step.after}" if step.before else step.after
    if step.note:
        note = f"{note} · {step.note}" if step.kind == "replace" else f"{step.note} · {note}"
    figures = (f"{step.change:+.2f}".replace("-", "−"), f"{step.level:.2f}")
    return Row(step.key, step.title, note, figures)


def _field(name: str, parent: QWidget) -> QLineEdit:
    field = QLineEdit(parent)
    field.setPlaceholderText(name)
    field.setAccessibleName(name)
    field.setClearButtonEnabled(True)
    return field


def _verb(words: str, parent: QWidget, *, main: bool = False) -> QPushButton:
    button = QPushButton(words, parent)
    button.setProperty("main", main)
    button.setAutoDefault(False)
    return button
