"""The page of the changes: what became of the sentences of the original."""

import math
from collections.abc import Hashable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from factbox.metrics.collation import Collation, Fate, Group
from factbox.metrics.comparison import Comparison
from factbox.metrics.study import excerpt
from factbox.translation import N_, _, ngettext
from factbox.ui.fields import Picker
from factbox.ui.page import Page
from factbox.ui.rowlist import Row
from factbox.ui.theme import Theme

NAMES = {
    Fate.KEPT: N_("Kept"),
    Fate.CHANGED: N_("Changed"),
    Fate.SPLIT: N_("Split"),
    Fate.MERGED: N_("Merged"),
    Fate.MOVED: N_("Moved"),
    Fate.DROPPED: N_("Dropped"),
    Fate.ADDED: N_("Added"),
}
_ANY = "any"
# Rows that are made at once: more would hold the window.
_MOST = 400
# Before anything is compared.
NOTHING = Comparison((), 0.0, 0.0, 0.0)


class ChangesPage(Page):
    """Every sentence that was not kept as it is.

    Signals:
        group_chosen: The Group whose places the reader wants to see.
    """

    group_chosen = Signal(object)

    def __init__(self, theme: Theme, scale: float, parent: QWidget | None = None) -> None:
        super().__init__(_("Changes"), theme, scale, parent)
        self._collation = Collation()
        self._groups: dict[Hashable, Group] = {}
        self._fate = Picker(_("Changes"), theme, scale, self)
        self._fate.addItem(_("All changes"), _ANY)
        for fate, name in NAMES.items():
            if fate is not Fate.KEPT:
                self._fate.addItem(_(name), fate.value)
        self.choices.addWidget(self._fate, 1)
        self._fate.currentIndexChanged.connect(self._show)
        self.set_heads()
        self.set_theme(theme, scale)

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        super().set_theme(theme, scale)
        self._fate.set_theme(theme, scale)

    def show_collation(self, collation: Collation, comparison: Comparison) -> None:
        """Show what became of every sentence."""
        self._collation = collation
        shares = (
            (_("{n} % kept"), comparison.kept),
            (_("{n} % changed"), comparison.changed),
            (_("{n} % dropped"), comparison.dropped),
        )
        percents = whole_percents([share for _name, share in shares])
        told = " · ".join(name.format(n=percent) for (name, _share), percent in zip(shares, percents, strict=True))
        self.tell(_("Of the original’s sentences: {shares}").format(shares=told) if any(percents) else "")
        self._show()

    def on_chosen(self, key: Hashable) -> None:
        """Show both places."""
        if key in self._groups:
            self.group_chosen.emit(self._groups[key])

    on_entered = on_chosen

    def _show(self) -> None:
        wanted = self._fate.currentData()
        shown = [
            group
            for group in self._collation.groups
            if group.fate is not Fate.KEPT and wanted in {_ANY, group.fate.value}
        ]
        self._groups = {_key(group): group for group in shown}
        self.show_rows([_row(group) for group in shown[:_MOST]])


def whole_percents(shares: Sequence[float]) -> list[int]:
    """Give shares as whole per cents whose sum is that of the shares: the largest rests are rounded up."""
    exact = [100 * share for share in shares]
    found = [math.floor(each + 1e-9) for each in exact]
    missing = round(sum(exact)) - sum(found)
    for place in sorted(range(len(exact)), key=lambda place: found[place] - exact[place])[:missing]:
        found[place] += 1
    return found


def _key(group: Group) -> Hashable:
    return tuple(line.spot for line in group.original), tuple(line.spot for line in group.adaptation)


def _row(group: Group) -> Row:
    text = excerpt((group.original or group.adaptation)[0].text)
    if group.original and group.adaptation:
        note = "→ " + excerpt(" ".join(line.text for line in group.adaptation))
    else:
        note = _("not in the original") if group.adaptation else _("not in the adaptation")
    return Row(_key(group), ": ".join((_(NAMES[group.fate]), text)), note)


def summary(collation: Collation) -> str:
    """Say how many sentences were dropped, or else changed, for a door."""
    dropped = sum(len(group.original) for group in collation.groups if group.fate is Fate.DROPPED)
    if dropped:
        return ngettext("{n} sentence dropped", "{n} sentences dropped", dropped)
    changed = sum(group.fate is not Fate.KEPT for group in collation.groups)
    return ngettext("{n} change", "{n} changes", changed) if changed else _("no change")
