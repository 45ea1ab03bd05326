"""Finding and replacing: what the bar asks, where the matches stand, and what is put in their place."""

from bisect import bisect_left
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Slot

from factbox.metrics.guidance import Kind, Mark, Spot
from factbox.session.search import Match, PatternError, Search, Seeker
from factbox.session.watcher import TextWatcher
from factbox.translation import _, ngettext
from factbox.ui.editor import Editor
from factbox.ui.findbar import FindBar, counted
from factbox.ui.paper import Layer
from factbox.ui.statusline import StatusLine

# Milliseconds of rest before an edited text is searched again.
_REST = 200


class Finding(QObject):
    """Stands between the bar and the text."""

    def __init__(
        self, bar: FindBar, editor: Editor, watcher: TextWatcher, status: StatusLine, owner: QObject
    ) -> None:
        super().__init__(owner)
        self._bar, self._editor, self._watcher, self._status = bar, editor, watcher, status
        self._seeker = Seeker(self)
        self._matches: tuple[Match, ...] = ()
        self._revision = -1
        self._within: tuple[Spot, Spot] | None = None
        self._wanted = 0
        self._rest = QTimer(self, interval=_REST, singleShot=True)
        self._rest.timeout.connect(self._seek)
        bar.sought.connect(self._on_sought)
        bar.stepped.connect(self.step)
        bar.replaced.connect(self.replace_one)
        bar.all_replaced.connect(self.replace_all)
        bar.closed.connect(self._on_closed)
        watcher.edited.connect(self._on_edited)
        editor.viewed.connect(self._mark)

    def open(self) -> None:
        """Open the bar; selected words are sought, and a selection of several lines is searched in."""
        selected = self._editor.textCursor().selectedText()
        several = "\u2029" in selected
        self._within = self._editor.selection_spots if several else None
        self._bar.open("" if several else selected, several=several)

    @Slot(int)
    def step(self, steps: int) -> None:
        """Go to the next match behind the caret, or to the one before it; round the end of the text."""
        if self._revision != self._watcher.revision:
            self._wanted = steps
            self._seek()
            return
        if not self._matches:
            return
        spots = [match.spot for match in self._matches]
        selection = self._editor.selection_spots
        if steps > 0:
            place = bisect_left(spots, (selection[1].block, selection[1].start), key=_place)
        else:
            place = bisect_left(spots, (selection[0].block, selection[0].start), key=_place) - 1
        self._go_to(place % len(spots))

    @Slot()
    def replace_one(self) -> None:
        """Replace the match that is selected, and go to the next; if none is selected, only go there."""
        start = self._editor.selection_spots[0]
        here = next((match for match in self._matches if _place(match.spot) == _place(start)), None)
        if here is not None and self._editor.textCursor().selectedText() == here.found[0]:
            self._change([here], told=False)
        self.step(1)

    @Slot()
    def replace_all(self) -> None:
        """Replace all matches as one step that can be undone."""
        if self._revision == self._watcher.revision and self._matches:
            self._change(list(self._matches), told=True)

    def _change(self, matches: list[Match], *, told: bool) -> None:
        other = self._bar.other.text()
        try:
            edits = [match.replaced(other, regular=self._bar.is_regular) for match in matches]
        except PatternError as error:
            self._bar.show_count(str(error), wrong=True)
            return
        if self._editor.isReadOnly():
            self._status.show_message(_("This text is only to read here."))
        elif self._editor.change(edits) and told:
            self._status.show_message(ngettext("{n} match replaced.", "{n} matches replaced.", len(edits)))

    @Slot()
    def _on_sought(self) -> None:
        if not self._bar.is_within:
            self._within = None
        elif self._within is None and self._editor.textCursor().hasSelection():
            self._within = self._editor.selection_spots
        self._seek()

    def _on_edited(self) -> None:
        if not self._bar.isHidden():
            self._rest.start()

    @Slot()
    def _seek(self) -> None:
        if self._bar.isHidden():
            return
        search: Search = replace(self._bar.search(), within=self._within if self._bar.is_within else None)
        if not search.words:
            self._show((), self._watcher.revision)
            self._bar.show_count("")
            return
        blocks, revision = self._watcher.blocks, self._watcher.revision
        self._seeker.seek(search, blocks, lambda found: self._show(found, revision), self._on_failed)

    def _show(self, found: tuple[Match, ...], revision: int) -> None:
        if revision != self._watcher.revision:
            return
        self._matches, self._revision = found, revision
        start = self._editor.selection_spots[0]
        place = bisect_left([match.spot for match in found], _place(start), key=_place)
        self._bar.show_count(counted(place % len(found) if found else 0, len(found)), wrong=not found)
        self._mark()
        wanted, self._wanted = self._wanted, 0
        if wanted:
            self.step(wanted)

    def _on_failed(self, error: Exception) -> None:
        self._matches = ()
        self._mark()
        words = str(error) if isinstance(error, PatternError) else f"{type(error).__name__}: {error}"
        self._bar.show_count(words, wrong=True)

    def _go_to(self, place: int) -> None:
        self._editor.go_to(self._matches[place].spot)
        self._bar.show_count(counted(place, len(self._matches)))

    @Slot()
    def _mark(self) -> None:
        """Mark the matches on screen."""
        if self._bar.isHidden() or self._revision != self._watcher.revision:
            self._editor.hide_marks(Layer.FOUND)
            return
        first, last = self._editor.view
        start = bisect_left(self._matches, (first, 0), key=lambda match: _place(match.spot))
        marks = []
        for match in self._matches[start:]:
            if match.spot.block > last:
                break
            marks.append(Mark(match.spot, Kind.FOUND, ""))
        self._editor.show_marks(marks, Layer.FOUND)

    @Slot()
    def _on_closed(self) -> None:
        self._seeker.forget()
        self._matches = ()
        self._editor.hide_marks(Layer.FOUND)
        self._editor.setFocus()


def _place(spot: Spot) -> tuple[int, int]:
    return spot.block, spot.start
