"""The page of the pictures: one at a time, with its words below it, to walk along, to copy and to save."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from factbox.metrics.guidance import Question
from factbox.metrics.picture import OF_BOTH, OF_ONE, Bar, Picture, Shown, Tone
from factbox.translation import _
from factbox.ui.fields import Picker
from factbox.ui.labels import ink, inset, say
from factbox.ui.page import Leaf, verb
from factbox.ui.pictureview import PictureView
from factbox.ui.rowlist import EDGE
from factbox.ui.scrollbar import Scroller
from factbox.ui.theme import Role, Theme, font

# At text scale 1: of a picture in less height there would be nothing to see.
_LEAST = 96


class PicturePage(Leaf):
    """Shows one picture of the text, and what it says in words.

    Signals:
        picture_wanted: What a picture is wanted of, a Shown.
        original_chosen: A Spot of the original that the reader wants to see.
        file_wanted: The ending of the file that the picture is to be saved in; nothing for the clipboard.
    """

    picture_wanted = Signal(object)
    original_chosen = Signal(object)
    file_wanted = Signal(str)

    def __init__(self, theme: Theme, scale: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Pictures"))
        self._picker = Picker(_("Picture of"), theme, scale, self)
        self.view = PictureView(theme, scale, self)
        self._scroller = Scroller(self.view, theme, self)
        self._remark = QLabel(self)
        self._remark.setWordWrap(True)
        self._remark.setTextFormat(Qt.TextFormat.PlainText)
        # The style sheet is for the buttons alone, as in the other pages.
        self._buttons = QWidget(self)
        self._verbs = QHBoxLayout(self._buttons)
        self._menu = QMenu(self)
        for short, long, ending in (
            (_("Copy"), _("&Copy Picture"), ""),
            (_("PNG…"), _("Save as &PNG…"), ".png"),
            (_("SVG…"), _("Save as &SVG…"), ".svg"),
        ):
            self._verbs.addWidget(self._made(short, long.replace("&", ""), ending))
            self._menu.addAction(long).triggered.connect(partial(self.file_wanted.emit, ending))
        self._verbs.addStretch()
        self._choices = QHBoxLayout()
        self._choices.addWidget(self._picker, 1)
        column = self._column = QVBoxLayout(self)
        column.addLayout(self._choices)
        column.addWidget(self._scroller, 1)
        column.addWidget(self._remark)
        column.addWidget(self._buttons)
        self._is_wide = False
        self.offer(OF_ONE)
        self._picker.currentIndexChanged.connect(self._on_picked)
        self.view.bar_chosen.connect(self._on_chosen)
        self.view.bar_entered.connect(self._on_entered)
        self.view.copy_wanted.connect(lambda: self.file_wanted.emit(""))
        self.set_theme(theme, scale)

    def _made(self, short: str, long: str, ending: str) -> QPushButton:
        button = verb(short, self._buttons)
        button.setAccessibleName(long)
        button.setToolTip(long)
        button.clicked.connect(partial(self.file_wanted.emit, ending))
        return button

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        self._scale = scale
        edge = round(EDGE * scale)
        self._column.setContentsMargins(0, 0, 0, round(12 * scale))
        self._column.setSpacing(round(6 * scale))
        self._choices.setContentsMargins(edge, 0, edge, 0)
        self._scroller.setMinimumHeight(round(_LEAST * scale))
        self._verbs.setSpacing(round(8 * scale))
        inset(self._remark, edge, right=edge)
        self._remark.setFont(font(Role.NOTE, scale))
        ink(self._remark, theme.second)
        self._buttons.setStyleSheet(theme.stylesheet(scale))
        self._menu.setStyleSheet(theme.stylesheet(scale))
        for part in (self._picker, self._scroller, self.view):
            part.set_theme(theme, scale)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons beside the choice where there is room for both: pictures want height."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        margins = self._verbs.contentsMargins()
        verbs = self._buttons.sizeHint().width() - margins.left() - margins.right()
        beside = self._picker.sizeHint().width() + self._choices.spacing() + verbs
        is_wide = self.width() >= beside + 2 * round(EDGE * self._scale)
        if is_wide != self._is_wide:
            self._is_wide = is_wide
            (self._choices if is_wide else self._column).addWidget(self._buttons)
        edge = 0 if is_wide else round(EDGE * self._scale)
        self._verbs.setContentsMargins(edge, 0, edge, 0)

    @property
    def shown(self) -> Shown:
        """What a picture is wanted of."""
        return Shown(self._picker.currentData())

    def offer(self, pictures: Sequence[Shown]) -> None:
        """Offer some pictures; the chosen one stays if it is among them."""
        chosen = self._picker.currentData()
        self._picker.blockSignals(True)
        self._picker.clear()
        for shown in pictures:
            self._picker.addItem(_(shown), shown.value)
        self._picker.setCurrentIndex(max(0, self._picker.findData(chosen)))
        self._picker.blockSignals(False)
        if chosen != self._picker.currentData():
            self._on_picked()

    def offer_both(self, *, both: bool) -> None:
        """Offer the pictures of an original beside its adaptation too, or not."""
        self.offer((*OF_ONE, *OF_BOTH) if both else OF_ONE)

    def show_picture(self, picture: Picture) -> None:
        """Show a picture, if it is of what is wanted."""
        if picture.shown is self.shown:
            self.view.show_picture(picture)
            self._tell()

    def question(self, question: Question) -> Question:
        """Ask the adviser nothing: pictures are made elsewhere."""
        return replace(question, panels=frozenset())

    def enter(self) -> None:
        """Take the focus, at the picture."""
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to copy and to save."""
        is_by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        self._menu.popup(event.globalPos() if is_by_mouse else self.view.mapToGlobal(QPoint(0, 0)))

    def _on_picked(self) -> None:
        self.view.show_picture(None)
        self.picture_wanted.emit(self.shown)
        self._tell()

    def _on_chosen(self, _bar: Bar) -> None:
        room = self.view.room_of_chosen()
        self._scroller.ensureVisible(room.center().x(), room.center().y(), 0, room.height())
        self._tell()

    def _on_entered(self, bar: Bar) -> None:
        if bar.spot is not None:
            (self.original_chosen if bar.tone is Tone.ORIGINAL else self.spot_chosen).emit(bar.spot)

    def _tell(self) -> None:
        """Say what the chosen bar is, or the whole picture."""
        bar, picture = self.view.bar, self.view.picture
        words = bar.words if bar is not None else picture.words if picture is not None else ""
        # A picture without bars says why itself.
        say(self._remark, words if picture is not None and picture.bars else "")
