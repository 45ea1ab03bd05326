"""The page of the sentences."""

from collections.abc import Hashable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from factbox.metrics.guidance import Guidance, Question, SentenceRow, Strength
from factbox.translation import N_, _, decimal, ngettext, signed
from factbox.ui.fields import Picker, Search, Tick
from factbox.ui.page import Page
from factbox.ui.rowlist import Row
from factbox.ui.theme import Theme

_ORDERS = (
    ("share", N_("Hardest first")),
    ("alone", N_("By their own Level")),
    ("length", N_("Longest first")),
    ("place", N_("As in the text")),
)


class SentencePage(Page):
    """The sentences of the text, the hardest first."""

    def __init__(self, theme: Theme, scale: float, parent: QWidget | None = None) -> None:
        super().__init__(_("Sentences"), theme, scale, parent)
        self._rows: dict[Hashable, SentenceRow] = {}
        self._order = Picker(_("Order"), theme, scale, self)
        for order, words in _ORDERS:
            self._order.addItem(_(words), order)
        self.sought = Search(_("Find"), theme, scale, self)
        self._hard = Tick(_("Hard only"), theme, scale, self)
        for widget in (self._order, self.sought):
            self.choices.addWidget(widget, 1)
        self.set_heads(_("Alone"), _("Share"), left=self._hard)
        self._order.currentIndexChanged.connect(self.asked)
        self.sought.textChanged.connect(self.asked)
        self._hard.toggled.connect(self.asked)
        self.set_theme(theme, scale)

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        super().set_theme(theme, scale)
        self._order.set_theme(theme, scale)
        self.sought.set_theme(theme, scale)
        self._hard.set_theme(theme, scale)

    def question(self, question: Question) -> Question:
        """Give the question with the order and what is sought."""
        return replace(
            question,
            order=self._order.currentData(),
            find=self.sought.text().strip(),
            hard_only=self._hard.isChecked(),
        )

    def show_guidance(self, guidance: Guidance) -> None:
        """Show the sentences; each is known by its place."""
        if guidance.sentences is None:
            return
        self._rows = {row.spot: row for row in guidance.sentences}
        self.show_rows([_row(row) for row in guidance.sentences])
        if guidance.sentences:
            self.tell("")
        elif self.sought.text().strip():
            self.tell(_("Nothing found."))
        else:
            self.tell(_("Nothing here is hard for this goal."))

    def on_chosen(self, key: Hashable) -> None:
        """Show the sentence in the text."""
        if key in self._rows:
            self.spot_chosen.emit(self._rows[key].spot)

    on_entered = on_chosen


def _row(row: SentenceRow) -> Row:
    words = ngettext("{n} word", "{n} words", row.words)
    note = words if row.strength is Strength.EASY else f"{words} · {_(row.strength.value)}"
    alone = "" if row.alone is None else decimal(row.alone, 1)
    share = "" if row.share is None else signed(row.share, 2)
    spoken = _("{text}. {note}. Level {alone} alone, adds {share}").format(
        text=row.text, note=note, alone=alone, share=share
    )
    return Row(row.spot, row.text, note, (alone, share), spoken=spoken)
