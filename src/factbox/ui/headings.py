"""Going to a heading: those of the text are gathered away from the window, and shown in a list."""

from bisect import bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from factbox.document import Block, Role
from factbox.metrics.guidance import Spot
from factbox.session.tasks import Errands
from factbox.session.watcher import TextWatcher
from factbox.translation import _
from factbox.ui.editor import Editor
from factbox.ui.headinglist import HeadingList
from factbox.ui.rowlist import Row
from factbox.ui.statusline import StatusLine
from factbox.ui.theme import Theme

# Letters of a heading that are shown, and headings at the most.
_LONGEST, _MOST = 200, 20_000
# Before a heading for each that it lies below.
_INDENT = "\u2003"


class Headings(QObject):
    """Opens the list over the text, and goes where it says."""

    def __init__(
        self,
        editor: Editor,
        watcher: TextWatcher,
        status: StatusLine,
        look: tuple[Theme, float],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._editor, self._watcher, self._status, self._window = editor, watcher, status, window
        self._errands = Errands(self)
        self._list = HeadingList(*look, window)
        self._list.chosen.connect(self._go_to)
        self._revision = -1
        self.set_theme = self._list.set_theme

    def open(self) -> None:
        """Show the headings of the text, or say that there are none."""
        blocks, self._revision = self._watcher.blocks, self._watcher.revision
        self._errands.run(lambda: _headings(blocks), self._show, self._on_failed)

    def _show(self, rows: Sequence[Row]) -> None:
        if not rows:
            self._status.show_message(_("This text has no headings. The Format menu makes them."))
            return
        places = [int(str(row.key)) for row in rows]
        here = bisect_right(places, self._editor.caret_spot.block) - 1
        self._list.open_over(self._window, rows, rows[max(0, here)].key)

    def _on_failed(self, error: Exception) -> None:
        self._status.show_message(_("Something could not be worked out: {error}").format(error=error))

    @Slot(object)
    def _go_to(self, block: int) -> None:
        if self._revision != self._watcher.revision:
            self._status.show_message(_("The text has changed since. Choose again in a moment."))
            return
        spot = Spot(block, 0, 0)
        self._editor.go_to(spot)
        self._editor.scroll_to_line(self._editor.line_of(spot))
        self._editor.setFocus()


def _headings(blocks: Sequence[Block]) -> tuple[Row, ...]:
    found = (
        Row(number, _INDENT * (each.level - 1) + (each.text.strip()[:_LONGEST] or _("Empty heading")))
        for number, each in enumerate(blocks)
        if each.role is Role.HEADING
    )
    return tuple(row for row, _place in zip(found, range(_MOST), strict=False))
