"""The dealings of the user with files: asking before anything is lost, and telling what went wrong."""

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QMenu, QWidget

from factbox import resources
from factbox.document import Block, Document, Splice
from factbox.formats import ChangedError, EncodingError, FormatError, format_of
from factbox.session.breaking import COMFORTABLE, Breaking
from factbox.session.manuscript import Manuscript
from factbox.session.occupancy import Occupancy
from factbox.session.settings import SettingsStore
from factbox.session.turns import in_next_turn
from factbox.session.wordlists import safe_name
from factbox.translation import _
from factbox.ui import dialogs
from factbox.ui.neighbours import Neighbours
from factbox.ui.notice import NoticeBar

# Milliseconds: a file that takes longer is told of, with a way back.
_PATIENCE = 1_000
EXAMPLE = "examples/why-the-sea-is-salt.md"


class Filing(QObject):
    """New, Open, Save, Save As and the recent files, over one manuscript.

    Signals:
        stayed: The user was asked whether or where to save the text, and did not answer.
        comparison_wanted: The text is to be set beside a file; tells its path, and the verbs that decide between
            them: pairs of words and what they call.
    """

    stayed = Signal()
    comparison_wanted = Signal(object, object)

    def __init__(
        self,
        manuscript: Manuscript,
        breaking: Breaking,
        store: SettingsStore,
        notice: NoticeBar,
        window: QWidget,
        *,
        neighbours: Neighbours,
        occupancy: Occupancy,
    ) -> None:
        super().__init__(window)
        self._neighbours, self._occupancy = neighbours, occupancy
        self._manuscript = manuscript
        self._breaking = breaking
        self._store = store
        self._notice = notice
        self._window = window
        self._asking = False
        self._offered = self._told_of_shapes = self._agreed = False
        self._coming = Path()
        self._patience = QTimer(self, interval=_PATIENCE, singleShot=True)
        self._patience.timeout.connect(self._on_patience_ended)
        manuscript.opening.connect(self._on_opening)
        self.recent = QMenu(window)
        self.recent.aboutToShow.connect(self._fill_recent)
        manuscript.opened.connect(self._on_opened)
        manuscript.saved.connect(self._on_saved)
        manuscript.unopened.connect(self._on_unopened)
        manuscript.unsaved.connect(self._on_unsaved)
        manuscript.unkept.connect(self._on_unkept)
        manuscript.altered.connect(self._on_altered)
        breaking.found.connect(self._on_breaks_found)
        breaking.failed.connect(notice.show_notice)

    @property
    def title(self) -> str:
        """What the text is called, for people."""
        return self._manuscript.title or _("Untitled")

    @property
    def name(self) -> str:
        """The name of its file without the ending, or the title it was begun with; may be empty."""
        path = self._manuscript.path
        return path.stem if path is not None else self._manuscript.title

    @property
    def state(self) -> str:
        """Whether the text is saved, in words; nothing for a text that was not touched yet."""
        if not self._manuscript.is_saved:
            return _("Not saved")
        if not self._manuscript.path:
            return ""
        unusual = self._manuscript.written_as
        return _("Saved") if not unusual else _("Saved as {form}").format(form=unusual)

    @Slot()
    def new(self) -> None:
        """Begin an empty text."""
        self.after_saving(self._manuscript.begin)

    @Slot()
    def ask_and_open(self) -> bool:
        """Ask for a file and open it; give whether one was chosen."""
        path = dialogs.ask_for_file(self._window, self.folder)
        if path:
            self.open(path)
        return path is not None

    def open(self, path: Path) -> None:
        """Open a file in place of the text, which is saved first if the user wants it; show where it is open."""
        if not self._neighbours.show_file(path):
            self.after_saving(lambda: self._manuscript.open(path))

    @Slot(list)
    def open_dropped(self, names: list[str]) -> None:
        """Open the first of the files that were dropped on the text here, each other in a window of its own."""
        if names:
            self.open(Path(names[0]))
        for name in names[1:]:
            self._neighbours.open_file(Path(name))

    @Slot()
    def show_example(self) -> None:
        """Show the example in place of the text, which is saved first if the user wants it."""
        self.after_saving(self.begin_example)

    def begin_example(self) -> None:
        """Begin a text with the example, as one that belongs to no file."""
        self._manuscript.open(resources.path(EXAMPLE), _("Example text"))

    @Slot(object)
    def look_for_long_paragraphs(self, splice: Splice) -> None:
        """Offer once for each text to break up paragraphs that are too long to write in."""
        if not self._offered and not self._manuscript.is_coming and _has_long(splice.blocks):
            # In the next turn: a notice moves the page, which must not be while its text is changing.
            in_next_turn(self, lambda: self._offer_to_break(splice.blocks))

    @Slot()
    def save(self) -> None:
        """Save the text, in its file if it has one."""
        self._save()

    @Slot()
    def save_as(self) -> None:
        """Ask for a file and save the text in it."""
        self._save_as()

    def after_saving(self, then: Callable[[], object], discard: Callable[[], object] | None = None) -> None:
        """Do something that would lose what is not saved; ask first, and do it only if nothing is lost unasked.

        Args:
            then: What to do, when all is saved or the user discards it.
            discard: What to do instead when the user discards it.
        """
        if self._manuscript.is_saved:
            then()
            return
        if self._asking:
            return
        self._asking = True

        def answered(answer: dialogs.Answer) -> None:
            self._asking = False
            if answer is dialogs.Answer.SAVE:
                self._save(then)
            elif answer is dialogs.Answer.DISCARD:
                (discard or then)()
            else:
                self.stayed.emit()

        dialogs.ask_to_save(self._window, self.title, answered)

    def _save(self, then: Callable[[], object] | None = None) -> None:
        if not self._manuscript.path or self._occupancy.is_guest:
            self._save_as(then)
        elif self._manuscript.losses and not self._agreed:
            self._ask_to_save_over(then)
        else:
            self._manuscript.save(then=then)

    def _ask_to_save_over(self, then: Callable[[], object] | None) -> None:
        """Name once what the file has and the text has not, before the first save costs it."""

        def agree() -> None:
            self._agreed = True
            self._save(then)

        sentence = _("Not saved yet. {losses}").format(losses=" ".join(self._manuscript.losses))
        copy = (_("Save a copy"), lambda: self._save_as(then))
        self._notice.show_notice(sentence, copy, (_("Save over it"), agree), urgent=True)
        self.stayed.emit()

    def _save_as(self, then: Callable[[], object] | None = None, *, encoding: str | None = None) -> None:
        ending = ".factbox" if self._manuscript.has_work else ".docx" if self._has_shapes else ".txt"
        mine = self._manuscript.path
        proposed = mine or self.folder / f"{safe_name(self.name or self.title)}{ending}"
        if mine is not None and self._occupancy.is_guest:
            proposed = mine.with_stem(_("{name} (copy)").format(name=mine.stem))
        path = dialogs.ask_where_to_save(self._window, proposed)
        if path is not None and path == mine and self._occupancy.is_guest:
            sentence = _("“{name}” is open in another window. Save this text under another name.")
            self._notice.show_notice(sentence.format(name=path.name), (_("Save elsewhere"), self.save_as))
            self.stayed.emit()
        elif path:
            self._manuscript.save(path, encoding=encoding, then=then)
        else:
            self.stayed.emit()

    @property
    def _has_shapes(self) -> bool:
        return not all(block.is_plain for block in self._manuscript.document.blocks)

    @property
    def folder(self) -> Path:
        """Where the files of the user are: that of the text, or of the last one."""
        recent = self._store.memory.recent_files
        return (
            self._manuscript.path.parent if self._manuscript.path else recent[0].parent if recent else Path.home()
        )

    def _fill_recent(self) -> None:
        self.recent.clear()
        for path in self._store.memory.recent_files:
            action = self.recent.addAction(path.name.replace("&", "&&"))
            action.setToolTip(str(path))
            action.triggered.connect(lambda _checked=False, path=path: self.open(path))
        if self.recent.isEmpty():
            self.recent.addAction(_("No file yet")).setEnabled(False)

    @Slot(object)
    def _on_opened(self, document: Document) -> None:
        self._notice.dismiss()
        self._patience.stop()
        self._offered = self._told_of_shapes = self._agreed = False
        if self._manuscript.path:
            self._store.memory.remember_file(self._manuscript.path)
        if document.losses:
            self._notice.show_notice(" ".join(document.losses), (_("Save a copy"), self.save_as))
        else:
            self._offer_to_break(document.blocks)

    def _offer_to_break(self, blocks: Iterable[Block]) -> None:
        if not self._offered and _has_long(blocks):
            self._offered = True
            sentence = _("One paragraph here is very long, so typing in it is slow.")
            self._notice.show_notice(sentence, (_("Break it up"), self._breaking.look))

    @Slot(object)
    def _on_breaks_found(self, places: dict[int, list[int]]) -> None:
        self._notice.dismiss()
        if not any(places.values()):
            self._notice.show_notice(_("It has no spaces to break it at."))

    @Slot(object)
    def _on_saved(self, path: Path) -> None:
        self._notice.dismiss()
        self._store.memory.remember_file(path)
        # What another file had is in none of ours.
        self._agreed = True
        if not format_of(path).keeps_shapes and not self._told_of_shapes and self._has_shapes:
            self._told_of_shapes = True
            sentence = _("Saved. A text file holds no headings, lists, bold type or links: they will be gone.")
            self._notice.show_notice(sentence, (_("Save a copy"), self.save_as))

    @Slot(object)
    def _on_opening(self, path: Path) -> None:
        self._coming = path
        self._patience.start()

    @Slot()
    def _on_patience_ended(self) -> None:
        def stay() -> None:
            self._manuscript.stay()
            self._notice.dismiss()

        sentence = _("{name} is still being read.").format(name=self._coming.name)
        self._notice.show_notice(sentence, (_("Cancel"), stay))

    @Slot(object, object)
    def _on_unopened(self, path: Path, error: Exception) -> None:
        self._patience.stop()
        if isinstance(error.__cause__, FileNotFoundError):
            self._store.memory.forget_file(path)
        sentence = _("Could not open {name}. {reason}").format(name=path.name or path, reason=reason(error))
        self._notice.show_notice(sentence)

    @Slot(object)
    def _on_altered(self, path: Path) -> None:
        if not path.exists():
            sentence = _("Another program has removed {name}. Your text is still here.")
            self._notice.show_notice(sentence.format(name=path.name), (_("Save elsewhere"), self.save_as))
            return
        reload = (_("Reload"), lambda: self._manuscript.open(path))
        compare = (_("Compare"), lambda: self.comparison_wanted.emit(path, (reload,)))
        is_saved = self._manuscript.is_saved
        sentence = _("Another program has changed {name}.").format(name=path.name)
        self._notice.show_notice(sentence, *((reload, compare) if is_saved else (compare, reload)))

    @Slot(object, object)
    def _on_unkept(self, path: Path, error: Exception) -> None:
        sentence = _("The text before this one could not be saved as {name}. {reason}")
        self._notice.show_notice(sentence.format(name=path.name, reason=reason(error)))

    @Slot(object, object)
    def _on_unsaved(self, path: Path, error: Exception) -> None:
        elsewhere = (_("Save elsewhere"), self.save_as)
        if isinstance(error, ChangedError):
            mine = (_("Keep mine"), lambda: self._manuscript.save(path, force=True))
            theirs = (_("Reload"), lambda: self._manuscript.open(path))
            verbs = (mine, theirs, elsewhere)
            compare = (_("Compare"), lambda: self.comparison_wanted.emit(path, verbs))
            self._notice.show_notice(
                _("{reason} Nothing was saved.").format(reason=error),
                *((compare, *verbs) if path.exists() else (mine, elsewhere)),
                urgent=True,
            )
            return
        again = (_("Try again"), lambda: self._manuscript.save(path))
        if isinstance(error, EncodingError):
            again = (_("Save as UTF-8"), lambda: self._manuscript.save(path, encoding="utf-8"))
        sentence = _("Could not save {name}. {reason} Your text is still here.")
        self._notice.show_notice(
            sentence.format(name=path.name, reason=reason(error)), again, elsewhere, urgent=True
        )


def _has_long(blocks: Iterable[Block]) -> bool:
    return max((len(block.text) for block in blocks), default=0) > COMFORTABLE


def reason(error: Exception) -> str:
    """Give the reason of a failure in words."""
    # Anything but a FormatError is our own mistake, and shown as it is.
    return str(error) if isinstance(error, FormatError) else f"{type(error).__name__}: {error}"
