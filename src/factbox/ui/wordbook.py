"""The user's own words: lists that count as easy, lists that a class knows, and handouts of the hard ones."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtWidgets import QMenu, QWidget

from factbox.formats.handout import Handout, HandoutRow, write_handout
from factbox.metrics.guidance import Gloss, WordList
from factbox.session.companion import Companion
from factbox.session.tasks import Errands
from factbox.session.wordlists import Purpose, WordLists
from factbox.translation import _, ngettext
from factbox.ui import dialogs
from factbox.ui.filing import Filing, reason
from factbox.ui.notice import NoticeBar
from factbox.ui.statusline import StatusLine


class Wordbook(QObject):
    """Two menus of lists, and the making of a handout.

    Signals:
        known: The lists of words that a class knows, a tuple of WordList; whenever there are others.
        list_wanted: The name of the list whose coverage the reader wants to see.
        gathering: The hard words of the text are wanted.
        idled: Something that was on its way to the disk is there, or could not get there.
    """

    known = Signal(object)
    list_wanted = Signal(str)
    gathering = Signal()
    idled = Signal()

    def __init__(
        self, companion: Companion, filing: Filing, notice: NoticeBar, status: StatusLine, window: QWidget
    ) -> None:
        super().__init__(window)
        self._companion, self._filing = companion, filing
        self._notice, self._status, self._window = notice, status, window
        self._errands = Errands(self)
        self._wanted = False
        self._easy, self._known = WordLists(Purpose.EXEMPT, self), WordLists(Purpose.KNOWN, self)
        self._known.changed.connect(self.known)
        self._known.added.connect(lambda added: self.list_wanted.emit(added.name))
        for lists in (self._easy, self._known):
            lists.added.connect(self._on_added)
        for lists in (self._easy, self._known):
            lists.refused.connect(self._on_refused)
            lists.idled.connect(self.idled)
        self._errands.idled.connect(self.idled)
        self.easy_menu, self.known_menu = QMenu(window), QMenu(window)
        self.easy_menu.aboutToShow.connect(self._fill_easy)
        self.known_menu.aboutToShow.connect(self._fill_known)

    def load(self) -> None:
        """Read the lists, away from the window."""
        self._easy.load()
        self._known.load()

    @property
    def is_writing(self) -> bool:
        """Whether lists or a handout are on their way to the disk."""
        return self._easy.is_busy or self._known.is_busy or self._errands.is_busy

    @Slot(object)
    def open_easy(self, below: QWidget) -> None:
        """Open the menu of lists that count as easy below a button."""
        _open(self.easy_menu, below)

    @Slot(object)
    def open_known(self, below: QWidget) -> None:
        """Open the menu of lists that a class knows below a button."""
        _open(self.known_menu, below)

    # ------------------------------------------------------------------ the menus

    def _fill_easy(self) -> None:
        menu, exempt = self.easy_menu, self._companion.choices.exempt
        self._begin(menu)
        for each in self._easy.lists:
            action = menu.addAction(_shown(each.name))
            action.setCheckable(True)
            action.setChecked(each.words <= exempt)
            action.triggered.connect(lambda checked, each=each: self._on_easy_list(each, is_on=checked))
        if self._easy.lists:
            menu.addSeparator()
        menu.addAction(_("&Keep the Easy Words of This Text as a List…"), self._ask_name).setEnabled(bool(exempt))
        menu.addAction(_("&Count Them All as Hard Again"), self._companion.unexempt_all).setEnabled(bool(exempt))
        menu.addAction(_("&Add a List from a File…"), partial(self._ask_file, self._easy))
        self._offer_removal(menu, self._easy)

    def _fill_known(self) -> None:
        menu = self.known_menu
        self._begin(menu)
        for each in self._known.lists:
            menu.addAction(_shown(each.name), partial(self.list_wanted.emit, each.name))
        if self._known.lists:
            menu.addSeparator()
        menu.addAction(_("&Add a List from a File…"), partial(self._ask_file, self._known))
        self._offer_removal(menu, self._known)

    def _begin(self, menu: QMenu) -> None:
        menu.clear()
        for old in menu.findChildren(QMenu):
            old.deleteLater()
        menu.setStyleSheet(str(self._window.property(dialogs.LOOK) or ""))

    def _offer_removal(self, menu: QMenu, lists: WordLists) -> None:
        if lists.lists:
            removal = menu.addMenu(_("&Remove a List"))
            for each in lists.lists:
                removal.addAction(_shown(each.name), partial(self._ask_to_remove, lists, each.name))

    # ------------------------------------------------------------------ what is chosen

    def _on_easy_list(self, chosen: WordList, *, is_on: bool) -> None:
        if is_on:
            self._companion.exempt(chosen.words)
            return
        # What another ticked list holds stays.
        exempt = self._companion.choices.exempt
        others = [each.words for each in self._easy.lists if each is not chosen and each.words <= exempt]
        self._companion.unexempt(chosen.words.difference(*others))

    def _ask_name(self) -> None:
        def named(name: str) -> None:
            self._easy.add(name, self._companion.choices.exempt)

        dialogs.ask_for_name(self._window, _("Keep the easy words as a list"), self._filing.title, named)

    def _ask_to_remove(self, lists: WordLists, name: str) -> None:
        dialogs.ask_to_remove(self._window, name, partial(lists.remove, name))

    def _ask_file(self, lists: WordLists) -> None:
        path = dialogs.ask_for_list(self._window, self._filing.folder)
        if path:
            lists.take_in(path)

    @Slot(object)
    def _on_added(self, added: WordList) -> None:
        kept = ngettext(
            "The list “{{name}}” is kept, with {n} word.",
            "The list “{{name}}” is kept, with {n} words.",
            len(added.words),
        )
        self._status.show_message(kept.format(name=added.name))

    @Slot(str, object)
    def _on_refused(self, name: str, error: Exception) -> None:
        sentence = _("The list “{name}” could not be used. {reason}")
        self._notice.show_notice(sentence.format(name=name, reason=reason(error)))

    # ------------------------------------------------------------------ the handout

    @Slot()
    def make_handout(self) -> None:
        """Gather the hard words, and ask where to save a handout of them."""
        self._wanted = True
        self._status.show_message(_("Gathering the hard words…"))
        self.gathering.emit()

    @Slot(object)
    def take_glosses(self, glosses: tuple[Gloss, ...]) -> None:
        """Take the hard words that were asked for."""
        if not self._wanted:
            return
        self._wanted = False
        if not glosses:
            self._status.show_message(_("No word is hard for this goal: there is nothing to hand out."))
            return
        stem = Path(self._filing.title).stem
        name = _("{title} – hard words").format(title=stem)
        proposed = self._filing.folder / f"{name}.docx"
        path = dialogs.ask_where_to_save_handout(self._window, proposed)
        if path is None:
            self._status.show_message("")
            return
        rows = tuple(HandoutRow(each.word, each.cefr.name if each.cefr else "", each.example) for each in glosses)
        handout = Handout(_("Hard words: {title}").format(title=stem), rows)
        self._errands.run(
            lambda: write_handout(handout, path),
            lambda _written: self._status.show_message(_("Saved {name}.").format(name=path.name)),
            partial(self._on_unwritten, path),
        )

    def _on_unwritten(self, path: Path, error: Exception) -> None:
        self._status.show_message("")
        sentence = _("Could not save {name}. {reason}").format(name=path.name, reason=reason(error))
        verbs: tuple[str, Callable[[], object]] = (_("Save elsewhere"), self.make_handout)
        self._notice.show_notice(sentence, verbs)


def _open(menu: QMenu, below: QWidget) -> None:
    # Filled first: its size decides its place.
    menu.aboutToShow.emit()
    menu.popup(below.mapToGlobal(QPoint(below.width() - menu.sizeHint().width(), below.height())))


def _shown(name: str) -> str:
    return name.replace("&", "&&")
