"""The desk: the paper one writes on, alone or with an original beside it."""

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from factbox.translation import _
from factbox.ui.editor import Editor
from factbox.ui.labels import Line, ink
from factbox.ui.paper import Paper
from factbox.ui.sheet import MEASURE
from factbox.ui.theme import Role, Theme, font
from factbox.ui.typefaces import Typesetting

# At text scale 1: less than this for both columns, and only one of them shows; the gap between them; the edge.
_BOTH, _GAP, _EDGE = 640, 24, 32
# Of the bars that join a pair of sentences.
_BAR = 1.5


class Column(QWidget):
    """A paper with a line above it that says what it is."""

    def __init__(self, paper: Paper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.paper = paper
        self._head, self._note = QLabel(self), Line(self)
        self._heads = QWidget(self)
        self._row = QHBoxLayout(self._heads)
        self._row.addWidget(self._head)
        self._row.addWidget(self._note, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._heads)
        column.addWidget(paper, 1)
        self._heads.hide()

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        self.paper.set_theme(theme, scale)
        self._row.setContentsMargins(
            round(_EDGE * scale), round(8 * scale), round(_EDGE * scale), round(6 * scale)
        )
        self._row.setSpacing(round(8 * scale))
        self._head.setFont(font(Role.STRONG, scale))
        self._note.setFont(font(Role.NOTE, scale))
        ink(self._head, theme.text)
        ink(self._note, theme.second)

    def show_head(self, head: str, note: str) -> None:
        """Say what the paper is; nothing stands above it without a head."""
        self._head.setText(head)
        self._note.setText(note)
        self._heads.setVisible(bool(head))


class _Gap(QWidget):
    """The room between two papers, with a bar at each sentence of a pair and a curve from one to the other."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._pair: tuple[QRect, QRect] | None = None

    def set_theme(self, theme: Theme, scale: float) -> None:
        self._theme, self._scale = theme, scale
        self.setFixedWidth(round(_GAP * scale))
        self.update()

    def join(self, pair: tuple[QRect, QRect] | None) -> None:
        """Join two rooms, by their height in this widget; or none."""
        if pair != self._pair:
            self._pair = pair
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._pair is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.second, _BAR * self._scale))
        left, right = self._pair
        near, far = 1.0, self.width() - 1.0
        for room, place in ((left, near), (right, far)):
            painter.drawLine(QPointF(place, room.top()), QPointF(place, room.bottom()))
        start, end = QPointF(near, left.center().y()), QPointF(far, right.center().y())
        path = QPainterPath(start)
        middle = self.width() / 2
        path.cubicTo(QPointF(middle, start.y()), QPointF(middle, end.y()), end)
        painter.drawPath(path)


class Desk(QWidget):
    """Holds the editor; an original lies at its left, or in its place where there is no room for both."""

    def __init__(self, editor: Editor, theme: Theme, scale: float = 1.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._scale = theme, scale
        self._measure, self._setting = MEASURE, Typesetting()
        self._editor = Column(editor, self)
        self._original: Column | None = None
        self._first = False
        self._gap = _Gap(self)
        self._gap.hide()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self._gap)
        self._row.addWidget(self._editor, 1)
        self.setAutoFillBackground(True)
        self.set_theme(theme, scale)

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        self._theme, self._scale = theme, scale
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, theme.paper)
        self.setPalette(palette)
        self._gap.set_theme(theme, scale)
        self._editor.set_theme(theme, scale)
        if self._original is not None:
            self._original.set_theme(theme, scale)
        self._arrange()

    def set_measure(self, measure: int) -> None:
        """Take the greatest width of a column of text, in pixels at text scale 1."""
        self._measure = measure
        self._arrange()

    def typeset(self, setting: Typesetting) -> None:
        """Set all texts in another way."""
        self._setting = setting
        for paper in self.papers:
            paper.typeset(setting)

    def show_original(self, paper: Paper | None) -> None:
        """Lay an original beside the editor, or none."""
        if self._original is not None:
            # The paper may be laid here again, and goes with the desk: by itself it would stay for ever.
            self._original.paper.hide()
            self._original.paper.setParent(self)
            self._row.removeWidget(self._original)
            self._original.hide()
            self._original.deleteLater()
            self._original = None
        if paper is not None:
            self._original = Column(paper, self)
            paper.show()
            paper.typeset(self._setting)
            self._original.show_head(_("Original"), _("read only"))
            self._original.set_theme(self._theme, self._scale)
            self._row.insertWidget(0, self._original, 1)
        self._first = False
        role = Role.WRITING if paper is None else Role.BESIDE
        self._editor.paper.set_role(role)
        if paper is not None:
            paper.set_role(role)
        else:
            self._editor.show_head("", "")
        self._arrange()

    def show_heads(self, original: str, adaptation: str) -> None:
        """Say what is known of both texts, such as for whom the adaptation is."""
        if self._original is not None:
            self._original.show_head(_("Original"), original)
            self._editor.show_head(_("Adaptation"), adaptation)

    @property
    def is_comparing(self) -> bool:
        """Whether an original is there."""
        return self._original is not None

    @property
    def papers(self) -> list[Paper]:
        """The papers that are there, by their place from the left."""
        return [*([self._original.paper] if self._original is not None else []), self._editor.paper]

    def enter(self, paper: Paper) -> None:
        """Give the focus to one of the papers; where there is room for one only, it shows."""
        self._first = self._original is not None and paper is self._original.paper
        self._arrange()
        paper.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def join(self, pair: tuple[QRect, QRect] | None) -> None:
        """Join a pair of sentences by the rooms that they take in their papers' views; or none."""
        if pair is None or self._original is None or self._gap.isHidden():
            self._gap.join(None)
            return
        sides = []
        for column, room in zip((self._original, self._editor), pair, strict=True):
            top = column.paper.viewport().mapTo(self, room.topLeft()).y()
            sides.append(QRect(0, top, 1, room.height()))
        self._gap.join((sides[0], sides[1]))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show both where there is room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        both = self._original is not None and self.width() >= _BOTH * self._scale
        if self._original is not None:
            self._original.setVisible(both or self._first)
            self._original.paper.set_measure(self._measure)
        self._gap.setVisible(both)
        self._editor.setVisible(both or not self._first)
        self._editor.paper.set_measure(self._measure)
