"""The page of the words."""

from collections.abc import Hashable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from factbox.metrics.guidance import Choice, Guidance, Question, WordRow
from factbox.translation import _, ngettext, signed, whole
from factbox.ui.fields import Picker, Search, Tick
from factbox.ui.page import Offer, Page, verb
from factbox.ui.rowlist import EDGE, Row
from factbox.ui.theme import Theme

# How many of the names that were found are named.
_NAMES = 6


class WordPage(Page):
    """The word forms of the text, those that add most first, with simpler words for the chosen one.

    Signals:
        choice_taken: The word, and the Choice that is to take its place everywhere.
        exempted: Words that are to count as easy, a frozenset.
        unexempted: Words that are to count as they are again, a frozenset.
        lists_wanted: The reader wants to see the lists of words that count as easy.
    """

    choice_taken = Signal(str, object)
    exempted = Signal(object)
    unexempted = Signal(object)
    lists_wanted = Signal()

    def __init__(self, theme: Theme, scale: float, parent: QWidget | None = None) -> None:
        super().__init__(_("Words"), theme, scale, parent)
        self._rows: dict[Hashable, WordRow] = {}
        self._names: tuple[str, ...] = ()
        self._apart = True
        self._is_looking = False
        self._word = ""
        self._choices: tuple[Choice, ...] = ()
        self.sought = Search(_("Find"), theme, scale, self)
        self._hard = Tick(_("Hard only"), theme, scale, self)
        self._hard.show_checked(checked=True)
        self.choices.addWidget(self.sought)
        self.set_heads(_("CEFR"), _("Share"), left=self._hard)
        self.sought.textChanged.connect(self.asked)
        self._hard.toggled.connect(self.asked)
        self._simpler = Picker(_("Simpler words that may fit"), theme, scale, self)
        self._use = verb("", self, main=True)
        self._easy = verb("", self)
        self._use.clicked.connect(self._on_use)
        self._easy.clicked.connect(self._on_easy)
        self._simpler.currentIndexChanged.connect(self._name_use)
        self._choice = QHBoxLayout()
        self._choice.addWidget(self._simpler)
        self.column.insertLayout(self.column.indexOf(self.remark), self._choice)
        for button in (self._use, self._easy):
            self.verbs.add(button)
        self._found = Offer("", _("Count as easy"), theme, scale, self)
        self._found.taken.connect(self._on_names)
        self._lists = Offer(_("Words that count as easy"), _("Lists…"), theme, scale, self)
        self._lists.taken.connect(self.lists_wanted)
        for offer in (self._found, self._lists):
            self.column.addWidget(offer)
        self.set_theme(theme, scale)
        self._show_verbs(None)

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        super().set_theme(theme, scale)
        edge = round(EDGE * scale)
        self._choice.setContentsMargins(edge, 0, edge, 0)
        self.sought.set_theme(theme, scale)
        self._hard.set_theme(theme, scale)
        self._simpler.set_theme(theme, scale)
        self._found.set_theme(theme, scale)
        self._lists.set_theme(theme, scale)

    @property
    def lists_button(self) -> QWidget:
        """What the menu of lists opens below."""
        return self._lists.link

    def question(self, question: Question) -> Question:
        """Give the question with what is sought, and with the word whose simpler words are wanted."""
        word = self._word if self._word in self._rows else ""
        return replace(question, find=self.sought.text().strip(), hard_only=self._hard.isChecked(), word=word)

    def show_guidance(self, guidance: Guidance) -> None:
        """Show the words; each is known by itself."""
        if guidance.words is None:
            return
        self._rows = {row.word: row for row in guidance.words}
        self._names = guidance.names
        self.show_rows([_row(row) for row in guidance.words])
        self._found.say(_("Names: {names}").format(names=", ".join(self._names[:_NAMES])))
        self._found.setToolTip(", ".join(self._names))
        self._found.setVisible(bool(self._names))
        self._apart = guidance.apart
        self._choices = guidance.choices or ()
        self._show_verbs(self._rows.get(self.list.key))

    def look_for(self, word: str) -> None:
        """Show one word, hard or not, until the panel closes."""
        self._is_looking = True
        self._hard.show_checked(checked=False)
        self.sought.setText(word)

    def forget(self) -> None:
        """Look for no word any more, if one was looked up."""
        if self._is_looking:
            self._is_looking = False
            self.sought.clear()
            self._hard.show_checked(checked=True)

    def on_chosen(self, key: Hashable) -> None:
        """Show the word in the text, and ask what may stand for it."""
        row = self._rows.get(key)
        self._word, self._choices = (row.word if row is not None else ""), ()
        self._show_verbs(row)
        if row is not None:
            self.spot_chosen.emit(row.spot)
            self.asked.emit()

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
        choices = self._choices if row is not None else ()
        self._simpler.blockSignals(True)
        self._simpler.clear()
        for each in choices:
            self._simpler.addItem(_offered(each), each.word)
        place = self._simpler.findData(kept)
        self._simpler.setCurrentIndex(max(0, place) if choices else -1)
        self._simpler.blockSignals(False)
        self._simpler.setVisible(bool(choices))
        self._use.setVisible(bool(choices))
        self._name_use()
        self._easy.setVisible(row is not None)
        self._easy.setText(_("Count as hard again") if row is not None and row.exempt else _("Count as easy"))
        self.tell(self._remark_on(row))

    def _remark_on(self, row: WordRow | None) -> str:
        if row is not None and row.hint:
            return _("A list cannot read: check the meaning.")
        if row is not None and not row.exempt:
            return _("No simpler word is known.")
        if not self._apart:
            return _("This formula takes a root over the whole text: no word has a share of its own.")
        if self._rows:
            return ""
        return _("Nothing found.") if self.sought.text().strip() else _("Nothing here is hard for this goal.")

    def _name_use(self) -> None:
        self._use.setText(_("Use “{word}”").format(word=self._simpler.currentData() or ""))

    def _on_names(self) -> None:
        self.exempted.emit(frozenset(map(str.lower, self._names)))

    def _on_use(self) -> None:
        row, place = self._rows.get(self.list.key), self._simpler.currentIndex()
        if row is not None and 0 <= place < len(self._choices):
            self.choice_taken.emit(row.word, self._choices[place])

    def _on_easy(self) -> None:
        row = self._rows.get(self.list.key)
        if row is not None:
            # The possessive counts as the word does.
            word = row.word.lower().removesuffix("'s")
            (self.unexempted if row.exempt else self.exempted).emit(frozenset({word}))


def _row(row: WordRow) -> Row:
    parts = [ngettext("{n} syllable", "{n} syllables", row.syllables)]
    if row.times > 1:
        parts.append(ngettext("{n} time", "{n} times", row.times))
    if row.exempt:
        parts.append(_("counts as easy"))
    elif row.hint:
        parts.append(_("{word}?").format(word=row.hint))
    share = "" if row.share is None else signed(row.share, 2).removeprefix("+")
    return Row(row.word, row.word, " · ".join(parts), (row.cefr.name if row.cefr else "", share))


def _offered(choice: Choice) -> str:
    # What is cut at the end is the meaning, never a figure.
    known = _("word {first} to {last}").format(
        first=whole(1000 * choice.band - 999), last=whole(1000 * choice.band)
    )
    parts = (choice.word, signed(choice.change, 2), choice.cefr.name if choice.cefr else "", known, choice.meaning)
    return " · ".join(filter(None, parts))
