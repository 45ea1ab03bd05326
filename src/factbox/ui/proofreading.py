"""Proofreading: misspelt words on screen get a wave, and what may have been meant stands in their menu."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QTextCursor
from PySide6.QtWidgets import QWidget

from factbox.metrics.guidance import Edit, Kind, Mark, Spot
from factbox.session import conversion
from factbox.session.settings import Settings
from factbox.session.spelling import Spelling
from factbox.session.watcher import TextWatcher
from factbox.translation import _
from factbox.ui import dialogs
from factbox.ui.editor import Editor
from factbox.ui.filing import reason
from factbox.ui.notice import NoticeBar
from factbox.ui.owndictionary import OwnDictionary
from factbox.ui.paper import Layer
from factbox.ui.statusline import StatusLine

# Milliseconds: whoever types is checked so often at the most.
_EVERY = 150


class Proofreading(QObject):
    """Stands between the dictionaries and the text.

    Signals:
        idled: Nothing is on its way to the disk any more.
    """

    idled = Signal()

    def __init__(
        self, editor: Editor, watcher: TextWatcher, status: StatusLine, notice: NoticeBar, window: QWidget
    ) -> None:
        super().__init__(window)
        self._editor, self._watcher, self._status, self._notice = editor, watcher, status, notice
        self._window = window
        self._spelling = Spelling(self)
        self._found: tuple[Spot, ...] = ()
        self._revision = -1
        # The word at the caret is left alone while it is being typed.
        self._typing, self._caret_revision = False, -1
        self._soon = QTimer(self, interval=_EVERY, singleShot=True)
        self._soon.timeout.connect(self._check)
        self._spelling.changed.connect(self._check)
        self._spelling.failed.connect(self._on_failed)
        self._spelling.idled.connect(self.idled)
        watcher.edited.connect(self._on_edited)
        editor.viewed.connect(self._check_soon)
        editor.cursorPositionChanged.connect(self._on_caret)
        editor.set_preface(self._offer_at)

    @property
    def is_writing(self) -> bool:
        """Whether the own dictionary is on its way to the disk."""
        return self._spelling.is_writing

    def load(self) -> None:
        """Read the own dictionary, and check what is on screen."""
        self._spelling.load()

    @Slot(object)
    def follow(self, settings: Settings) -> None:
        """Check as the settings say."""
        self._spelling.speak(settings.dictionary if settings.spelling else "")

    def seek(self, *, forward: bool) -> None:
        """Go to the next misspelt word, or to the one before, and open its menu."""
        if not self._spelling.language:
            self._status.show_message(_("The spelling is not checked: see Spelling in the menu Edit."))
            return
        start = self._editor.selection_spots[1 if forward else 0]
        revision = self._watcher.revision
        self._spelling.seek(self._watcher.blocks, start, partial(self._go_to, revision), forward=forward)

    def open_dictionary(self) -> None:
        """Show the words of the own dictionary."""
        dialog = OwnDictionary(self._spelling.own, self._spelling.file, self._window)
        dialog.setStyleSheet(str(self._window.property(dialogs.LOOK) or ""))
        dialog.added.connect(self._spelling.add)
        dialog.removed.connect(self._spelling.remove)
        following = self._spelling.changed.connect(lambda: dialog.show_words(self._spelling.own))
        dialog.finished.connect(lambda _result: QObject.disconnect(following))
        dialog.open()

    # ------------------------------------------------------------------ the waves

    def _on_edited(self) -> None:
        self._typing = True
        self._check_soon()

    @Slot()
    def _check_soon(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    @Slot()
    def _check(self) -> None:
        if not self._spelling.language:
            self._found = ()
            self._editor.hide_marks(Layer.SPELLING)
            return
        first, last = self._editor.view
        # From the paper itself: the watcher would have to tell at once what it tells piece by piece.
        shown = tuple(conversion.blocks(self._editor.document(), first, last + 1))
        self._spelling.check(shown, first, partial(self._show, self._watcher.revision))

    def _show(self, revision: int, found: tuple[Spot, ...]) -> None:
        # What was found in a text that has changed since is found anew soon.
        if revision == self._watcher.revision and self._spelling.language:
            self._found, self._revision = found, revision
            self._mark()

    def _mark(self) -> None:
        caret = self._editor.caret_spot
        shown = [spot for spot in self._found if not (self._typing and _ends_at(spot, caret))]
        self._editor.show_marks([Mark(spot, Kind.MISSPELT, "") for spot in shown], Layer.SPELLING)

    @Slot()
    def _on_caret(self) -> None:
        if self._watcher.revision != self._caret_revision:
            # It moves with what is typed.
            self._caret_revision = self._watcher.revision
        elif self._typing:
            self._typing = False
            if self._revision == self._watcher.revision:
                self._mark()

    # ------------------------------------------------------------------ the menu

    def _go_to(self, revision: int, spot: Spot | None) -> None:
        if spot is None:
            self._status.show_message(_("Every word is in the dictionary."))
        elif revision == self._watcher.revision:
            self._editor.go_to(spot)
            self._editor.setFocus()
            below = self._editor.cursorRect().bottomLeft()
            position = self._editor.textCursor().selectionStart()
            self._offer(spot, partial(self._editor.show_menu, QPoint(below.x(), below.y()), position))

    def _offer_at(self, position: int, show: Callable[[Sequence[QAction]], None]) -> bool:
        spot = self._editor.marked_at(position, Layer.SPELLING)
        if spot is not None:
            self._offer(spot, show)
        return spot is not None

    def _offer(self, spot: Spot, show: Callable[[Sequence[QAction]], None]) -> None:
        word = self._editor.document().findBlockByNumber(spot.block).text()[spot.start : spot.end]
        self._spelling.suggest(word, lambda others: show(tuple(self._offers(spot, word, others))))

    def _offers(self, spot: Spot, word: str, others: Sequence[str]) -> Iterator[QAction]:
        for other in others:
            action = QAction(other, self)
            letters = action.font()
            letters.setBold(True)
            action.setFont(letters)
            action.triggered.connect(partial(self._replace, Edit(spot, other, word)))
            yield action
        if not others:
            none = QAction(_("No suggestions"), self)
            none.setEnabled(False)
            yield none
        apart = QAction(self)
        apart.setSeparator(True)
        yield apart
        add = QAction(_("&Add “{word}” to the Dictionary").format(word=word), self)
        add.triggered.connect(partial(self._spelling.add, word))
        yield add
        ignore = QAction(_("&Ignore “{word}”").format(word=word), self)
        ignore.triggered.connect(partial(self._spelling.ignore, word))
        yield ignore

    def _replace(self, edit: Edit) -> None:
        if not self._editor.change([edit]):
            self._status.show_message(_("The text has changed since. Choose again in a moment."))
            return
        cursor = self._editor.textCursor()
        if cursor.hasSelection():
            # What F7 had selected must not be replaced by the next key.
            cursor.setPosition(cursor.selectionEnd(), QTextCursor.MoveMode.MoveAnchor)
            self._editor.setTextCursor(cursor)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._notice.show_notice(_("The dictionary could not be used. {reason}").format(reason=reason(error)))


def _ends_at(spot: Spot, caret: Spot) -> bool:
    return spot.block == caret.block and spot.start < caret.start <= spot.end
