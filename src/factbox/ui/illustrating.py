"""Pictures in the window: what is wanted of the illustrator, and where what it makes goes."""

import importlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from factbox import formats
from factbox.document import Work
from factbox.metrics.guidance import Panel
from factbox.metrics.picture import Picture
from factbox.session.analyst import Analyst
from factbox.session.illustrator import Illustrator
from factbox.session.images import png
from factbox.session.tasks import Errands
from factbox.session.watcher import TextWatcher
from factbox.session.wordlists import safe_name
from factbox.translation import _
from factbox.ui import dialogs
from factbox.ui.filing import Filing, reason
from factbox.ui.notice import NoticeBar
from factbox.ui.panels import Panels
from factbox.ui.statusline import StatusLine
from factbox.ui.theme import Theme


class Illustrating(QObject):
    """Stands between the illustrator and the page of the pictures; copies and saves what is on show.

    Signals:
        wanted: What a picture is wanted of, a Shown; None while none is in sight.
        given: The blocks of the original, a tuple; None where there is none.
        idled: No picture is on its way to a file any more.
    """

    wanted = Signal(object)
    given = Signal(object)
    idled = Signal()

    def __init__(
        self,
        *,
        analyst: Analyst,
        watcher: TextWatcher,
        panels: Panels,
        filing: Filing,
        notice: NoticeBar,
        status: StatusLine,
        look: Callable[[], tuple[Theme, float]],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._watcher, self._panels, self._filing = watcher, panels, filing
        self._notice, self._status, self._look, self._window = notice, status, look, window
        self._has_original = False
        self._errands = Errands(self)
        self._errands.idled.connect(self.idled)
        self.illustrator = Illustrator()
        analyst.join(self.illustrator)
        self.wanted.connect(self.illustrator.show)
        self.given.connect(self.illustrator.set_original)
        self.illustrator.illustrated.connect(self._on_illustrated)
        self.illustrator.failed.connect(status.show_message)
        panels.asked.connect(self._look_again)
        panels.picture_wanted.connect(self.wanted)
        panels.file_wanted.connect(self._give)

    @property
    def is_writing(self) -> bool:
        """Whether a picture is on its way to a file."""
        return self._errands.is_busy

    @Slot(object)
    def compare(self, work: Work | None) -> None:
        """Set the text beside the original of a work from now on, or beside none."""
        self._has_original = work is not None
        self.given.emit(work.original if work is not None else None)
        self._look_again()

    @Slot()
    def _look_again(self) -> None:
        """Want the picture that is in sight, or none: what nobody sees costs nothing."""
        if self._panels.panel is not Panel.PICTURES:
            self.wanted.emit(None)
            return
        page = self._panels.pictures
        page.offer_both(both=self._has_original)
        self.wanted.emit(page.shown)

    @Slot(int, object)
    def _on_illustrated(self, revision: int, picture: Picture) -> None:
        if revision == self._watcher.revision and self._panels.panel is Panel.PICTURES:
            self._panels.pictures.show_picture(picture)

    @Slot(str)
    def _give(self, ending: str) -> None:
        """Copy the picture on show, or save it in a file with an ending."""
        picture = self._panels.pictures.view.picture
        if picture is None:
            return
        theme, scale = self._look()
        if not ending:
            QGuiApplication.clipboard().setImage(_painting().image(picture, theme, scale))
            self._status.show_message(_("The picture is copied."))
            return
        name = safe_name(f"{self._filing.name or self._filing.title} - {picture.title}")
        proposed = self._filing.folder / f"{name}{ending}"
        path = dialogs.ask_where_to_save_picture(self._window, proposed)
        if path is not None:
            self._save(picture, path)

    def _save(self, picture: Picture, path: Path) -> None:
        theme, scale = self._look()
        painting = _painting()

        def failed(error: Exception) -> None:
            sentence = _("Could not save {name}. {reason}").format(name=path.name, reason=reason(error))
            self._notice.show_notice(sentence, (_("Save again"), lambda: self._save(picture, path)))

        def done(_written: object) -> None:
            self._status.show_message(_("The picture is in {name}.").format(name=path.name))

        if path.suffix.lower() == ".svg":
            written = painting.svg_of(picture, theme, scale)
            self._errands.run(lambda: formats.write_bytes(written, path), done, failed)
        else:
            image = painting.image(picture, theme, scale)
            self._errands.run(lambda: formats.write_bytes(png(image), path), done, failed)


def _painting() -> Any:
    # By name: the start does without what draws.
    return importlib.import_module("factbox.ui.painting")
