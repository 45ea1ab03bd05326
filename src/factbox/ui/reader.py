"""The manual to read: its chapters at the left, the chosen one at the right, and a search over all of them."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QPalette,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
    QTextDocumentFragment,
)
from PySide6.QtWidgets import QBoxLayout, QDialog, QFrame, QTextBrowser, QTextEdit, QVBoxLayout, QWidget

from factbox.manual import Chapter
from factbox.translation import _
from factbox.ui.fields import Search
from factbox.ui.rowlist import Row, RowList
from factbox.ui.scrollbar import ScrollBar
from factbox.ui.theme import Role, Theme, font

# At text scale 1: the window, the list of chapters, and the width from which it has room beside them.
_SIZE, _SIDE, _BESIDE = QSize(940, 680), 240, 640
_SHEET = """
h1 {{ font-size: {large}px; font-weight: 600; margin-bottom: {gap}px }}
h2 {{ font-size: {middle}px; font-weight: 600; margin-top: {wide}px; margin-bottom: {gap}px }}
p, li {{ line-height: 140%; margin-bottom: {small}px }}
table {{ border-collapse: collapse; margin-bottom: {gap}px }}
th, td {{ padding: {small}px {wide}px {small}px 0px; border-bottom: 1px solid {line} }}
th {{ text-align: left }}
code {{ font-family: '{family}'; font-weight: 600 }}
a {{ color: {accent} }}
"""


class _Page(QTextBrowser):
    """A chapter, with its pictures as wide as there is room, or as they are; it opens no links by itself."""

    widened = Signal()

    def __init__(self, pictures: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._pictures = pictures

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell of another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.widened.emit()

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Give a picture of the manual in the size in which it is shown; nothing else is ever loaded."""
        image = QImage(str(self._pictures / QUrl(name).fileName()))
        if kind != QTextDocument.ResourceType.ImageResource.value or image.isNull():
            return None
        ratio = self.devicePixelRatioF()
        room = self.viewport().width() - 2 * self.document().documentMargin()
        wide = min(image.width(), round(room * ratio))
        fitting = image.scaledToWidth(max(1, wide), Qt.TransformationMode.SmoothTransformation)
        fitting.setDevicePixelRatio(ratio)
        return fitting


class Reader(QDialog):
    """Shows chapters; it holds up nothing else.

    Args:
        chapters: What there is to read.
        pictures: The folder that the names of pictures in them are relative to.
    """

    def __init__(
        self,
        chapters: Sequence[Chapter],
        pictures: Path,
        theme: Theme,
        scale: float = 1.0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("manual")
        self.setWindowTitle(_("Manual"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._scale = scale
        self._chapters = {each.key: each for each in chapters}
        self._words = {
            each.key: QTextDocumentFragment.fromHtml(each.html).toPlainText().casefold() for each in chapters
        }
        self._side = QWidget(self)
        self._side.setAutoFillBackground(True)
        self.search = Search(_("Search in the manual"), theme, parent=self._side)
        self.contents = RowList(_("Chapters"), theme, scale, self._side)
        self.page = _Page(pictures, self)
        self.page.setAccessibleName(_("Chapter"))
        self._upright = ScrollBar(theme, "paper")
        self.page.setVerticalScrollBar(self._upright)
        self.page.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        side = QVBoxLayout(self._side)
        side.setContentsMargins(12, 16, 12, 12)
        side.setSpacing(12)
        side.addWidget(self.search)
        side.addWidget(self.contents, 1)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.setSpacing(0)
        self._halves.addWidget(self._side)
        self._halves.addWidget(self.page, 1)
        self.contents.row_chosen.connect(self._open)
        self.contents.row_entered.connect(lambda _key: self.page.setFocus())
        self.search.textChanged.connect(self._sift)
        self.search.returnPressed.connect(self.go_to_next)
        self.page.anchorClicked.connect(self._follow)
        # Later: to set a chapter makes room for the scroll bar, or takes it back.
        self.page.widened.connect(self._on_widened, Qt.ConnectionType.QueuedConnection)
        self.set_theme(theme, scale)
        self._sift()
        self.resize((_SIZE * scale).boundedTo(self.screen().availableGeometry().size() * 0.92))

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        self._theme, self._scale = theme, scale
        palette = self._side.palette()
        palette.setColor(QPalette.ColorRole.Window, theme.panel)
        self._side.setPalette(palette)
        for part in (self.search, self.contents, self._upright):
            part.set_theme(theme, scale)
        letters = font(Role.INTERFACE, scale)
        letters.setPixelSize(round(15 * scale))
        document = self.page.document()
        document.setDefaultFont(letters)
        document.setDefaultStyleSheet(
            _SHEET.format(
                large=round(26 * scale),
                middle=round(18 * scale),
                wide=round(20 * scale),
                gap=round(12 * scale),
                small=round(6 * scale),
                line=theme.track.name(),
                accent=theme.accent.name(),
                family=letters.family(),
            )
        )
        self._show()
        self._arrange()

    def open_chapter(self, key: str) -> None:
        """Show a chapter."""
        self.search.clear()
        self.contents.choose(key)

    def go_to_next(self) -> None:
        """Go to the next place of what is sought, in this chapter or one after it."""
        sought = self.search.text().strip()
        if not sought:
            return
        if self.page.find(sought):
            return
        keys = list(self._found(sought))
        if keys:
            here = keys.index(str(self.contents.key)) if self.contents.key in keys else -1
            self.contents.choose(keys[(here + 1) % len(keys)])
            self.page.moveCursor(QTextCursor.MoveOperation.Start)
            self.page.find(sought)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the layout for the width."""
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the search by Escape before the manual; Ctrl+F goes to it."""
        if event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
            self.search.setFocus()
        elif event.key() == Qt.Key.Key_F and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.search.setFocus()
            self.search.selectAll()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.accept()
        elif event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self.contents.setFocus()
        else:
            super().keyPressEvent(event)

    def _found(self, sought: str) -> list[str]:
        return [key for key, words in self._words.items() if sought.casefold() in words]

    def _sift(self) -> None:
        """List the chapters in which what is sought stands."""
        sought = self.search.text().strip()
        chosen = self.contents.key
        keys = self._found(sought)
        self.contents.show_rows([Row(key, self._chapters[key].head) for key in keys])
        if chosen in keys:
            self.contents.choose(str(chosen))
        else:
            self.contents.choose_first()
        self._open()

    def _open(self) -> None:
        self._show()
        self._light()

    def _show(self) -> None:
        chapter = self._chapters.get(str(self.contents.key))
        html = chapter.html if chapter else _("Nothing in the manual has these words.")
        # The line of a picture is as high as the picture, not half as high again.
        self.page.setHtml(html.replace("<p><img", '<p style="line-height: 100%"><img'))

    def _on_widened(self) -> None:
        """Give the pictures the room that there is now."""
        place = self._upright.value()
        self._show()
        self._light()
        self._upright.setValue(place)

    def _light(self) -> None:
        """Light every place of what is sought."""
        sought = self.search.text().strip()
        lit = []
        place = self.page.document().find(sought) if sought else QTextCursor()
        while not place.isNull():
            each = QTextEdit.ExtraSelection()
            each.cursor = place
            each.format.setBackground(self._theme.selection)
            lit.append(each)
            place = self.page.document().find(sought, place)
        self.page.setExtraSelections(lit)
        if lit:
            self.page.setTextCursor(QTextCursor(lit[0].cursor.document()))
            self.page.find(sought)

    def _follow(self, link: QUrl) -> None:
        """Go to the chapter that a link names; nothing else is ever opened."""
        key = Path(link.path()).stem.partition("-")[2]
        if key in self._chapters:
            self.open_chapter(key)

    def _arrange(self) -> None:
        beside = self.width() >= _BESIDE * self._scale
        direction = QBoxLayout.Direction
        self._halves.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        if beside:
            self._side.setMaximumHeight(16777215)
            self._side.setFixedWidth(round(_SIDE * self._scale))
        else:
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(16777215)
            self._side.setMaximumHeight(round(self.height() * 0.4))
        self.page.document().setDocumentMargin(round(28 * self._scale))
