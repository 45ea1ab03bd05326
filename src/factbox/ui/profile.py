"""The page of the vocabulary: by CEFR level, by frequency, and beside the words that a class knows."""

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from factbox.metrics.guidance import Coverage, Guidance, Profile, ProfileRow
from factbox.metrics.profile import ALONE, HELPED
from factbox.translation import _, decimal, ngettext, whole
from factbox.ui.fields import Picker
from factbox.ui.page import Offer, Page
from factbox.ui.rowlist import EDGE, Row
from factbox.ui.theme import Role, Theme, brush, font

# How many of the words above the goal are named.
_ABOVE = 12
# What the data of a list begins with in the choice.
_LIST = "list "
# Where the line of coverage begins, as a share; at text scale 1 its height, that of the line, and the dot.
_FROM, _TALL, _LINE, _DOT = 0.8, 44, 12, 6.5


class CoverageLine(QWidget):
    """How much of the text a class knows, on a line with the two marks that reading research names."""

    def __init__(self, theme: Theme, scale: float = 1.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = 0.0
        self._from = _FROM
        self.setAccessibleName(_("Coverage"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_theme(theme, scale)

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        self._theme, self._scale = theme, scale
        self.updateGeometry()
        self.update()

    def show_share(self, share: float) -> None:
        """Show a share, 0 to 1."""
        self._share = share
        # Far below the marks it begins lower.
        self._from = min(_FROM, math.floor(10 * share) / 10)
        self.setAccessibleDescription(
            _("{share} % on a line from {low} to 100 %").format(share=_percent(share), low=round(100 * self._from))
        )
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for room for the line and the figures below it."""
        return QSize(round(160 * self._scale), round(_TALL * self._scale))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line, the marks, the dot, and the figures."""
        painter = brush(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale, theme, middle = self._scale, self._theme, _LINE * self._scale
        painter.setPen(QPen(theme.track, 2 * scale))
        painter.drawLine(QPointF(self._place(self._from), middle), QPointF(self._place(1.0), middle))
        letters = font(Role.NOTE_FIGURES, scale)
        metrics = QFontMetricsF(letters)
        painter.setFont(letters)
        for mark in (self._from, HELPED, ALONE, 1.0):
            place = self._place(mark)
            if mark in {HELPED, ALONE}:
                painter.setPen(QPen(theme.text, 1.75 * scale))
                painter.drawLine(QPointF(place, middle - 7 * scale), QPointF(place, middle + 7 * scale))
            words = f"{round(100 * mark)}" + (" %" if mark == self._from else "")
            wide = metrics.horizontalAdvance(words)
            left = min(max(place - wide / 2, EDGE * scale), self.width() - EDGE * scale - wide)
            painter.setPen(theme.second)
            room = QRectF(left, middle + 10 * scale, wide + 1, 18 * scale)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
        painter.setPen(Qt.PenStyle.NoPen)
        for colour, radius in ((theme.panel, _DOT + 2), (theme.accent, _DOT)):
            painter.setBrush(colour)
            painter.drawEllipse(QPointF(self._place(self._share), middle), radius * scale, radius * scale)

    def _place(self, share: float) -> float:
        inset = (EDGE + _DOT + 2) * self._scale
        part = (min(max(share, self._from), 1.0) - self._from) / (1.0 - self._from)
        return inset + part * (self.width() - 2 * inset)


class ProfilePage(Page):
    """The vocabulary of the text by CEFR level, by frequency, or by what a class knows of it.

    Signals:
        lists_wanted: The reader wants to see the lists of words that a class knows.
        handout_wanted: The reader wants a handout of the hard words.
    """

    lists_wanted = Signal()
    handout_wanted = Signal()

    def __init__(self, theme: Theme, scale: float, parent: QWidget | None = None) -> None:
        super().__init__(_("Profile"), theme, scale, parent)
        self._profile: Profile | None = None
        # A list that is to be shown when it comes.
        self._wanted = ""
        self._by = Picker(_("Profile by"), theme, scale, self)
        self._by.addItem(_("By CEFR level"), "cefr")
        self._by.addItem(_("By frequency"), "band")
        self.choices.addWidget(self._by, 1)
        self.set_heads(_("Share"), _("Tokens"))
        self._line = CoverageLine(theme, scale, self)
        self.column.insertWidget(self.column.indexOf(self.list), self._line)
        self._lists = Offer(_("Known words of a class"), _("Lists…"), theme, scale, self)
        self._lists.taken.connect(self.lists_wanted)
        self._handout = Offer(_("Handout with room for meanings"), _("Make…"), theme, scale, self)
        self._handout.taken.connect(self.handout_wanted)
        for offer in (self._lists, self._handout):
            self.column.addWidget(offer)
        self._by.currentIndexChanged.connect(self._show)
        self.set_theme(theme, scale)
        self._line.hide()

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        super().set_theme(theme, scale)
        self._by.set_theme(theme, scale)
        self._line.set_theme(theme, scale)
        self._lists.set_theme(theme, scale)
        self._handout.set_theme(theme, scale)

    @property
    def lists_button(self) -> QWidget:
        """What the menu of lists opens below."""
        return self._lists.link

    def show_guidance(self, guidance: Guidance) -> None:
        """Show the profile."""
        if guidance.profile is not None:
            self._profile = guidance.profile
            self._offer_lists([coverage.name for coverage in guidance.profile.coverage])
            self._show()

    def show_list(self, name: str) -> None:
        """Show what one list covers, as soon as that is known."""
        self._wanted = _LIST + name
        self._by.setCurrentIndex(max(0, self._by.findData(self._wanted)))

    def _offer_lists(self, names: list[str]) -> None:
        """Offer each list as a way to look at the vocabulary; its data has a mark before its name."""
        if [self._by.itemData(place) for place in range(2, self._by.count())] == [_LIST + name for name in names]:
            return
        chosen = self._wanted or self._by.currentData()
        self._wanted = ""
        self._by.blockSignals(True)
        while self._by.count() > 2:
            self._by.removeItem(2)
        for name in names:
            self._by.addItem(_("By the list “{name}”").format(name=name), _LIST + name)
        self._by.setCurrentIndex(max(0, self._by.findData(chosen)))
        self._by.blockSignals(False)

    def _show(self) -> None:
        profile, by = self._profile, self._by.currentData()
        if profile is None:
            return
        coverage = next((each for each in profile.coverage if _LIST + each.name == by), None)
        self._line.setVisible(coverage is not None)
        if coverage is not None:
            self._show_coverage(coverage)
            return
        rows = profile.by_band if by == "band" else profile.by_cefr
        most = max((row.token_share for row in rows), default=0) or 1
        self.show_rows([_row(row, most) for row in rows])
        level = profile.goal.name if profile.goal is not None else ""
        words, more = profile.above[:_ABOVE], len(profile.above) - _ABOVE
        above = ", ".join(words) + (_(" and {n} more").format(n=more) if more > 0 else "")
        head = _("Above the goal ({level}): {words}") if level else _("Above B1: {words}")
        self.tell(head.format(level=level, words=above) if words else _("No word is above the goal."))

    def _show_coverage(self, coverage: Coverage) -> None:
        self._line.show_share(coverage.tokens)
        self.show_rows([Row(word, word, figures=("", whole(times))) for word, times in coverage.unknown])
        if coverage.tokens >= ALONE:
            verdict = _("enough to read it alone")
        elif coverage.tokens >= HELPED:
            verdict = _("enough to read it with help")
        else:
            verdict = _("too little to follow it")
        known = _("The class knows {share} % of the tokens: {verdict}.")
        new = ngettext("{n} new word", "{n} new words", coverage.lacking)
        self.tell(f"{known.format(share=_percent(coverage.tokens), verdict=verdict)} {new}.")


def _percent(share: float) -> str:
    """Write a share with one decimal, rounded down: 98.0 % means that the mark is reached."""
    return decimal(math.floor(1000 * share + 1e-9) / 10, 1)


def _row(row: ProfileRow, most: float) -> Row:
    share = decimal(100 * row.token_share, 1)
    return Row(
        key=row.label,
        head=row.label,
        figures=(f"{share} %", whole(row.tokens)),
        share=row.token_share / most,
        hollow=row.above,
        spoken=_("{label}: {share} % of the tokens, {types} types").format(
            label=row.label, share=share, types=row.types
        ),
    )
