"""The page of the notices on meaning: what the original says and the text lost or changed."""

from collections.abc import Hashable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from factbox.metrics.meaning import Notice
from factbox.translation import N_, _, in_turn, ngettext
from factbox.ui.fields import Picker, Tick
from factbox.ui.page import Page, verb
from factbox.ui.rowlist import Row
from factbox.ui.theme import Theme

# Why a notice may be dismissed; the first is the usual reason.
REASONS = (
    N_("It is meant"),
    N_("It is said elsewhere"),
    N_("Readers need not know it"),
    N_("The notice is wrong"),
)


class MeaningPage(Page):
    """The notices in the order of the original.

    Signals:
        notice_chosen: The Notice whose places the reader wants to see.
        mended: The Notice whose words are to be put back.
        dismissed: The key of a notice, and the reason why it is none.
        recalled: The key of a notice that was dismissed, and counts again.
    """

    notice_chosen = Signal(object)
    mended = Signal(object)
    dismissed = Signal(str, str)
    recalled = Signal(str)

    def __init__(self, theme: Theme, scale: float, parent: QWidget | None = None) -> None:
        super().__init__(_("Meaning"), theme, scale, parent)
        self._notices: tuple[Notice, ...] = ()
        self._by_key: dict[Hashable, Notice] = {}
        self._reasons: Mapping[str, str] = {}
        self._is_dropped = False
        self._all = Tick(_("Dismissed ones too"), theme, scale, self)
        self.set_heads(left=self._all)
        self._all.toggled.connect(self._show)
        self._mend = verb(_("Put back  (Enter)"), self, main=True)
        self._drop = verb("", self)
        self._why = Picker(_("Reason"), theme, scale, self)
        for reason in REASONS:
            self._why.addItem(_("Dismiss because: {reason}").format(reason=_(reason)), reason)
        self._mend.clicked.connect(lambda: self.on_entered(self.list.key))
        self._drop.clicked.connect(lambda: self.on_dropped(self.list.key))
        for widget in (self._mend, self._drop):
            self.verbs.add(widget)
        self.choices.addWidget(self._why, 1)
        self.set_theme(theme, scale)
        self._show_verbs(None)

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        super().set_theme(theme, scale)
        self._all.set_theme(theme, scale)
        self._why.set_theme(theme, scale)

    def show_notices(
        self, notices: tuple[Notice, ...], reasons: Mapping[str, str], *, is_dropped: bool = False
    ) -> None:
        """Show notices; those with a reason were dismissed.

        Args:
            notices: By the order of the original.
            reasons: Why some do not count, by their keys.
            is_dropped: Whether whole sentences were dropped, of which no notice speaks.
        """
        self._notices, self._reasons, self._is_dropped = notices, reasons, is_dropped
        self._show()

    def on_chosen(self, key: Hashable) -> None:
        """Show both places."""
        notice = self._by_key.get(key)
        self._show_verbs(notice)
        if notice is not None:
            self.notice_chosen.emit(notice)

    def on_entered(self, key: Hashable) -> None:
        """Put back what was lost, where that is safe."""
        notice = self._by_key.get(key)
        if notice is not None and notice.mends:
            self.mended.emit(notice)
        elif notice is not None:
            cannot = _("No rule can put it back safely: write it yourself, at the place that is shown.")
            self.tell(f"{_about(notice, self._reasons.get(notice.key, ''))}\n{cannot}")

    def on_dropped(self, key: Hashable) -> None:
        """Dismiss the notice, or take that back."""
        notice = self._by_key.get(key)
        if notice is None:
            return
        if notice.key in self._reasons:
            self.recalled.emit(notice.key)
        else:
            self.dismissed.emit(notice.key, self._why.currentData())

    def _show(self) -> None:
        shown = [each for each in self._notices if self._all.isChecked() or each.key not in self._reasons]
        self._by_key = {_key(each): each for each in shown}
        self.list.show_rows([_row(each, self._reasons.get(each.key, "")) for each in shown])
        self._all.setVisible(any(each.key in self._reasons for each in self._notices))
        self._show_verbs(self._by_key.get(self.list.key))

    def _show_verbs(self, notice: Notice | None) -> None:
        is_gone = notice is not None and notice.key in self._reasons
        self._mend.setVisible(notice is not None and bool(notice.mends))
        self._drop.setVisible(notice is not None)
        self._drop.setText(_("Count it again  (Del)") if is_gone else _("Dismiss  (Del)"))
        self._why.setVisible(notice is not None and not is_gone)
        if notice is not None:
            self.tell(_about(notice, self._reasons.get(notice.key, "")))
        elif self._by_key:
            self.tell(_("A rule cannot read: each is for you to judge."))
        else:
            dropped = _("Dropped sentences are told under Changes.") if self._is_dropped else ""
            self.tell(
                " ".join(filter(None, (_("No notice. A rule sees only a part of what may be lost."), dropped)))
            )


def _about(notice: Notice, reason: str) -> str:
    dismissed = _("Dismissed: {reason}").format(reason=_(reason)) if reason else ""
    return "\n".join(filter(None, (notice.sentence, dismissed)))


def _key(notice: Notice) -> Hashable:
    return notice.key, notice.original, notice.adaptation


def _row(notice: Notice, reason: str) -> Row:
    words = " → ".join(filter(None, (notice.before, notice.after))) or notice.sentence
    note = f"{words} · {_(reason)}" if reason else words
    return Row(_key(notice), notice.title, note, spoken=in_turn(notice.title, in_turn(note, notice.sentence)))


def summary(notices: int) -> str:
    """Say how many notices there are, for a door."""
    return ngettext("{n} notice", "{n} notices", notices) if notices else _("no notice")
