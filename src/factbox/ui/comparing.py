"""The comparison in the window: an original beside the text, what differs in figures and in words, and notices."""

from collections.abc import Mapping, Sequence
from functools import reduce
from types import MappingProxyType

from PySide6.QtCore import QObject, QRect, QTimer, Signal, Slot

from factbox.document import Block
from factbox.metrics.collation import Collation, Group, Line
from factbox.metrics.comparison import Comparison, Difference
from factbox.metrics.guidance import GUIDANCE, Kind, Mark, Panel, Spot
from factbox.metrics.meaning import Notice
from factbox.session.analyst import Analyst
from factbox.session.comparer import Comparer, Contrast, View, Wording
from factbox.session.conversion import Filling
from factbox.session.pairs import Pairs
from factbox.session.watcher import TextWatcher
from factbox.translation import _, decimal, signed
from factbox.ui import changes, meaning
from factbox.ui.changes import NOTHING, ChangesPage
from factbox.ui.desk import Desk
from factbox.ui.editor import Editor
from factbox.ui.factbox import Beside, FactBox
from factbox.ui.guiding import Guiding
from factbox.ui.meaning import MeaningPage
from factbox.ui.panels import Panels
from factbox.ui.paper import Layer, Paper
from factbox.ui.statusline import StatusLine
from factbox.ui.theme import Theme

_PANELS = (Panel.MEANING, Panel.CHANGES, Panel.PLAN)
_NOBODY: Mapping[str, str] = MappingProxyType({})
# Milliseconds: the caret has come to rest.
_REST = 60


class Comparing(QObject):
    """Stands between the comparer, the desk, the panels and the Fact Box while there is an original.

    Signals:
        original_given: The blocks of the original, a tuple; None when there is none any more.
        viewed: What is on screen of both texts, a View.
        dismissed: The key of a notice that is not to count, and why.
        recalled: The key of a notice that is to count again.
    """

    original_given = Signal(object)
    viewed = Signal(object)
    dismissed = Signal(str, str)
    recalled = Signal(str)

    def __init__(
        self,
        *,
        analyst: Analyst,
        desk: Desk,
        editor: Editor,
        watcher: TextWatcher,
        panels: Panels,
        factbox: FactBox,
        guiding: Guiding,
        status: StatusLine,
        theme: Theme,
        scale: float,
        owner: QObject,
    ) -> None:
        super().__init__(owner)
        self._desk, self._editor, self._watcher = desk, editor, watcher
        self._panels, self._factbox, self._status = panels, factbox, status
        self._guiding = guiding
        self._contrast: Contrast | None = None
        self._pairs: Pairs | None = None
        self._is_following = False
        self._reasons: Mapping[str, str] = _NOBODY
        self._shown: tuple[Block, ...] = ()
        self._filling: Filling | None = None
        self._leading: Paper = editor
        self._paper = Paper(theme, scale)
        self._paper.setObjectName("original")
        self._paper.setAccessibleName(_("Original, read only"))
        self._paper.setReadOnly(True)
        self._meaning = MeaningPage(theme, scale)
        self._changes = ChangesPage(theme, scale)
        panels.add(Panel.MEANING, self._meaning)
        panels.add(Panel.CHANGES, self._changes)
        self._meaning.notice_chosen.connect(self._show_notice)
        self._meaning.mended.connect(self._mend)
        self._meaning.dismissed.connect(self.dismissed)
        self._meaning.recalled.connect(self.recalled)
        self._changes.group_chosen.connect(self._show_group)
        panels.asked.connect(self._show_pages)
        for paper in (self._paper, editor):
            paper.viewed.connect(lambda _first, _last, paper=paper: self._on_viewed(paper))
            paper.cursorPositionChanged.connect(lambda paper=paper: self._on_caret(paper))
        self._rest = QTimer(self, interval=_REST, singleShot=True)
        self._rest.timeout.connect(self._show_pair)
        self.comparer = Comparer()
        analyst.join(self.comparer)
        self.original_given.connect(self.comparer.set_original)
        self.viewed.connect(self.comparer.look_at)
        self.comparer.contrasted.connect(self._on_contrasted)
        self.comparer.worded.connect(self._on_worded)
        self.comparer.failed.connect(status.show_message)

    @property
    def contrast(self) -> Contrast | None:
        """Both texts as they were compared last."""
        return self._contrast

    @property
    def is_on(self) -> bool:
        """Whether an original is on the desk."""
        return self._desk.is_comparing

    def begin(self, original: tuple[Block, ...]) -> None:
        """Lay an original beside the text, and compare from now on."""
        if self.is_on and original == self._shown:
            return
        if self._filling is not None:
            self._filling.stop()
        self._shown = original
        self.clear()
        self._filling = Filling(self._paper.document(), original)
        self._filling.finished.connect(self._on_filled)
        self._filling.start()
        self._desk.show_original(self._paper)
        self._panels.show_tabs(_PANELS)
        self._factbox.show_doors((Panel.MEANING, Panel.CHANGES, *GUIDANCE))
        self.original_given.emit(original)
        self._tell_view()

    def end(self) -> None:
        """Take the original away, and compare no more."""
        if self._panels.panel in {Panel.MEANING, Panel.CHANGES}:
            self._panels.leave()
        self.clear()
        self._shown = ()
        self._desk.show_original(None)
        self._panels.show_tabs(GUIDANCE)
        self._factbox.show_doors(GUIDANCE)
        self.original_given.emit(None)

    def clear(self) -> None:
        """Show nothing of what was compared before: it is of other texts."""
        self._contrast = self._pairs = None
        self._factbox.show_original(None)
        for panel in (Panel.MEANING, Panel.CHANGES):
            self._factbox.show_result(panel, _("comparing…"))
        self._meaning.show_notices((), self._reasons)
        self._changes.show_collation(Collation(), NOTHING)
        for paper in (self._paper, self._editor):
            for layer in (Layer.PAIR, Layer.WORDING):
                paper.hide_marks(layer)
        self._desk.join(None)

    @Slot(object)
    def show_spot_of_original(self, spot: Spot) -> None:
        """Show a place of the original."""
        self._paper.go_to(spot)

    def show_heads(self, original: str, adaptation: str) -> None:
        """Say what is known of both texts above them."""
        self._desk.show_heads(original, adaptation)

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale, as far as nobody else dresses them."""
        if not self.is_on:
            self._paper.set_theme(theme, scale)

    def heed(self, reasons: Mapping[str, str]) -> None:
        """Leave notices out that were dismissed, by their keys, from now on."""
        self._reasons = reasons
        self._show_left()
        self._show_pages()

    # ------------------------------------------------------------------ what comes

    @Slot()
    def _on_filled(self) -> None:
        self._filling = None
        self._tell_view()

    @Slot(object)
    def _on_contrasted(self, contrast: Contrast) -> None:
        is_present = contrast.revision == self._watcher.revision and contrast.blocks is self._shown
        if not is_present or not self.is_on:
            return
        self._contrast, self._pairs = contrast, contrast.pairs
        self._factbox.show_original(beside(contrast.comparison))
        self._show_pages()
        self._factbox.show_result(Panel.CHANGES, changes.summary(contrast.collation))
        self._show_left()
        self._show_pair()

    def _show_left(self) -> None:
        """Say at the door how many notices are left."""
        if self._contrast is not None:
            left = sum(notice.key not in self._reasons for notice in self._contrast.notices)
            self._factbox.show_result(Panel.MEANING, meaning.summary(left))

    @Slot()
    def _show_pages(self) -> None:
        """Show what was found; only the page in sight takes the trouble."""
        contrast = self._contrast
        if contrast is None:
            return
        if self._panels.panel is Panel.MEANING:
            self._meaning.show_notices(contrast.notices, self._reasons, is_dropped=contrast.comparison.dropped > 0)
        elif self._panels.panel is Panel.CHANGES:
            self._changes.show_collation(contrast.collation, contrast.comparison)

    @Slot(object)
    def _on_worded(self, wording: Wording) -> None:
        if wording.revision == self._watcher.revision and self.is_on:
            _mark(self._paper, Layer.WORDING, Kind.GONE, wording.gone)
            _mark(self._editor, Layer.WORDING, Kind.COME, wording.come)

    # ------------------------------------------------------------------ what is shown

    def _tell_view(self) -> None:
        if self.is_on:
            self.viewed.emit(View(self._paper.view, self._editor.view))

    def _on_viewed(self, paper: Paper) -> None:
        if not self.is_on:
            return
        if not self._is_following and (paper is self._leading or paper.underMouse()):
            self._scroll_along(paper)
        self._tell_view()
        self._join(self._pair())

    def _on_caret(self, paper: Paper) -> None:
        if self.is_on and paper.hasFocus():
            self._leading = paper
            self._rest.start()

    def _scroll_along(self, leader: Paper) -> None:
        """Bring what belongs to the first sentence on screen to the same height in the other text."""
        if self._pairs is None:
            return
        is_original = leader is self._paper
        follower = self._editor if is_original else self._paper
        first, last = leader.view
        for here, there in self._pairs.along(range(first, last + 1), is_original=is_original):
            line = leader.line_of(here)
            if line >= leader.first_line:
                # What scrolls along leads nothing itself.
                self._is_following = True
                follower.scroll_to_line(follower.line_of(there) - (line - leader.first_line))
                self._is_following = False
                return

    def _pair(self) -> Group | None:
        """Give the group of the sentence at the caret."""
        if self._pairs is None:
            return None
        return self._pairs.at(self._leading.caret_spot, is_original=self._leading is self._paper)

    @Slot()
    def _show_pair(self) -> None:
        group = self._pair() if self.is_on else None
        lines: tuple[Sequence[Line], Sequence[Line]] = (group.original, group.adaptation) if group else ((), ())
        for paper, its in zip((self._paper, self._editor), lines, strict=True):
            _mark(paper, Layer.PAIR, Kind.PAIR, [line.spot for line in its])
        self._join(group)

    def _join(self, group: Group | None) -> None:
        if group is None or not group.original or not group.adaptation:
            self._desk.join(None)
            return
        left, right = _room(self._paper, group.original), _room(self._editor, group.adaptation)
        self._desk.join((left, right) if left is not None and right is not None else None)

    # ------------------------------------------------------------------ what is chosen

    @Slot(object)
    def _show_notice(self, notice: Notice) -> None:
        if notice.original:
            self._paper.go_to(notice.original[0])
        if notice.adaptation:
            self._guiding.show_spot(notice.adaptation[0])
        self._leading = self._editor if notice.adaptation else self._paper
        self._show_pair()

    @Slot(object)
    def _show_group(self, group: Group) -> None:
        if group.original:
            self._paper.go_to(group.original[0].spot)
        if group.adaptation:
            self._guiding.show_spot(group.adaptation[0].spot)
        self._leading = self._editor if group.adaptation else self._paper
        self._show_pair()

    @Slot(object)
    def _mend(self, notice: Notice) -> None:
        contrast = self._contrast
        is_present = contrast is not None and contrast.revision == self._watcher.revision
        self._guiding.change(
            notice.mends if is_present else (), _("Put back: {words}").format(words=notice.before)
        )


def beside(comparison: Comparison) -> Beside:
    """Give the figures of the original as the Fact Box shows them beside those of the text."""
    rows = {row.key: row for row in comparison.rows}
    level = rows["level"]
    figures = {"level": _level(level)}
    differences: dict[str, str] = {}
    for key in ("tokens", "types", "ttr"):
        if key in rows:
            figures[key], differences[key] = _figure(rows[key], rows[key].before), _change(rows[key])
    counted = rows["words"]
    notes = [
        _("Words: {before} → {after}").format(
            before=_figure(counted, counted.before), after=_figure(counted, counted.after)
        )
    ]
    if "mattr" in rows:
        row = rows["mattr"]
        if row.change is None:
            notes.append(_("The lengths differ by more than a fifth, and one text is too short for MATTR."))
        else:
            told = _("MATTR: {before} → {after}. {why}")
            notes.append(
                told.format(before=_figure(row, row.before), after=_figure(row, row.after), why=row.remark)
            )
    parts = [figures["level"].replace("\n", ", ")]
    parts += (f"{rows[key].label} {differences[key]}" for key in ("tokens", "types", "ttr") if key in rows)
    line = " · ".join(parts)
    return Beside(figures, line, differences, "\n".join(notes), level.before)


def _level(level: Difference) -> str:
    was = _("was {level}").format(level=_figure(level, level.before))
    if level.change is None:
        return was
    if abs(level.change) < 0.05:
        return was + "\n" + _("much the same")
    words = _("{n} lower") if level.change < 0 else _("{n} higher")
    return was + "\n" + words.format(n=decimal(abs(level.change), 1))


def _figure(row: Difference, figure: float | None) -> str:
    return "—" if figure is None else decimal(figure, row.places).replace("-", "−")


def _change(row: Difference) -> str:
    return "" if row.change is None else signed(row.change, row.places)


def _room(paper: Paper, lines: Sequence[Line]) -> QRect | None:
    rooms = [room for line in lines if (room := paper.room_of(line.spot)) is not None]
    return reduce(QRect.united, rooms) if rooms else None


def _mark(paper: Paper, layer: Layer, kind: Kind, spots: Sequence[Spot]) -> None:
    paper.show_marks([Mark(spot, kind, "") for spot in spots], layer)
