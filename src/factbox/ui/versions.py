"""The versions of a text: a table of the original and all of them, and how the chosen one came about."""

from collections.abc import Sequence

from PySide6.QtCore import QDateTime, QLocale, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from factbox.document import Moment, Work
from factbox.session.weighing import Weight
from factbox.translation import _
from factbox.ui.buttons import paint_ring
from factbox.ui.labels import ink
from factbox.ui.page import verb
from factbox.ui.theme import Role, Theme, font

_HEADS = (_("Version"), _("Goal"), _("Level"), _("Tokens"), _("Types"), _("TTR"))
# At text scale 1: the height of the history, its margin, and its dots.
_TALL, _MARGIN, _DOT = 64, 10, 3.0
_SIZE = QSize(680, 460)


class HistoryLine(QWidget):
    """The Level over the writing of a version; a moment is chosen by the mouse or the arrows.

    Signals:
        recalled: The Moment whose text is wanted again.
        moved: Another moment is chosen.
    """

    recalled = Signal(object)
    moved = Signal()

    def __init__(self, theme: Theme, scale: float = 1.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._scale = theme, scale
        self._moments: tuple[Moment, ...] = ()
        self._place = -1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(_("History of the Level"))
        self.setMinimumHeight(round(_TALL * scale))

    def show_moments(self, moments: tuple[Moment, ...]) -> None:
        """Show the moments of a version, the oldest first."""
        self._moments = moments
        self._choose(len(moments) - 1)

    @property
    def words(self) -> str:
        """What the chosen moment was."""
        if not self._moments:
            return _("No history yet: a moment is kept each time the writing rests.")
        moment = self._moments[self._place]
        when = QDateTime.fromSecsSinceEpoch(round(moment.when))
        level = "—" if moment.level is None else f"{moment.level:.3f}"
        return _("{when}: Level {level}. Enter or a double click brings this text back as a new version.").format(
            when=QLocale().toString(when, QLocale.FormatType.ShortFormat), level=level
        )

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Choose the moment under the mouse."""
        if self._moments:
            places = [abs(self._point(place).x() - event.position().x()) for place in range(len(self._moments))]
            self._choose(places.index(min(places)))

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Bring the moment back."""
        self._recall()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from moment to moment, and bring one back."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is not None:
            self._choose(min(max(self._place + step, 0), len(self._moments) - 1))
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._recall()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line, its moments, and the chosen one."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        points = [self._point(place) for place in range(len(self._moments))]
        painter.setPen(QPen(self._theme.band, 2 * self._scale))
        painter.drawPolyline(QPolygonF(points))
        painter.setPen(Qt.PenStyle.NoPen)
        for place, point in enumerate(points):
            chosen = place == self._place
            painter.setBrush(self._theme.accent if chosen else self._theme.band)
            radius = (2 * _DOT if chosen else _DOT) * self._scale
            painter.drawEllipse(point, radius, radius)
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), self._theme, self._scale)

    def _point(self, place: int) -> QPointF:
        levels = [moment.level for moment in self._moments if moment.level is not None] or [0.0]
        low, high = min(levels), max(levels)
        margin = _MARGIN * self._scale
        across = place / max(1, len(self._moments) - 1)
        level = self._moments[place].level
        up = 0.5 if level is None or high == low else (level - low) / (high - low)
        return QPointF(
            margin + across * (self.width() - 2 * margin),
            self.height() - margin - up * (self.height() - 2 * margin),
        )

    def _choose(self, place: int) -> None:
        self._place = place
        self.setAccessibleDescription(self.words)
        self.setToolTip(self.words)
        self.update()
        self.moved.emit()

    def _recall(self) -> None:
        if self._moments:
            self.recalled.emit(self._moments[self._place])


class VersionsDialog(QDialog):
    """Shows the original and its versions side by side, in figures.

    Signals:
        opened: The number of the version to go on with.
        wanted: A new version, made from the text with this number; -1 is the original.
        renamed: The number of a version that is to have another name.
        removed: The number of a version that is to go.
        exported: All versions are to be exported.
        recalled: A Moment whose text is to become a new version.
    """

    opened = Signal(int)
    wanted = Signal(int)
    renamed = Signal(int)
    removed = Signal(int)
    exported = Signal()
    recalled = Signal(object)

    def __init__(self, theme: Theme, scale: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("versions")
        self.setWindowTitle(_("Versions"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._work: Work | None = None
        self._table = QTableWidget(0, len(_HEADS), self)
        self._table.setAccessibleName(_("The original and its versions"))
        self._table.setHorizontalHeaderLabels(list(_HEADS))
        self._table.verticalHeader().hide()
        self._table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._table.setShowGrid(False)
        self._table.setTabKeyNavigation(False)
        head = self._table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        head.setHighlightSections(False)
        self._history = HistoryLine(theme, scale, self)
        self._about = QLabel(self)
        self._about.setFont(font(Role.NOTE, scale))
        ink(self._about, theme.second)
        self._open = verb(_("Write this one"), self, main=True)
        self._new = verb(_("New version from this…"), self)
        self._rename = verb(_("Rename…"), self)
        self._remove = verb(_("Remove"), self)
        self._export = verb(_("Export all…"), self)
        buttons = QHBoxLayout()
        for button in (self._open, self._new, self._rename, self._remove):
            buttons.addWidget(button)
        buttons.addStretch()
        buttons.addWidget(self._export)
        column = QVBoxLayout(self)
        margin = round(16 * scale)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(round(8 * scale))
        column.addWidget(self._table, 1)
        column.addWidget(self._history)
        column.addWidget(self._about)
        column.addLayout(buttons)
        self.setStyleSheet(theme.stylesheet(scale))
        self.resize((_SIZE * scale).boundedTo(self.screen().availableGeometry().size() * 0.9))
        self._table.itemSelectionChanged.connect(self._on_chosen)
        self._table.cellActivated.connect(lambda row, _column: self._open_row(row))
        self._open.clicked.connect(lambda: self._open_row(self._table.currentRow()))
        self._new.clicked.connect(lambda: self.wanted.emit(self._number))
        self._rename.clicked.connect(lambda: self.renamed.emit(self._number))
        self._remove.clicked.connect(lambda: self.removed.emit(self._number))
        self._export.clicked.connect(self.exported)
        self._history.recalled.connect(self.recalled)
        self._history.moved.connect(lambda: self._about.setText(self._history.words))

    @property
    def table(self) -> QTableWidget:
        """The table."""
        return self._table

    @property
    def history(self) -> HistoryLine:
        """The history of the chosen version."""
        return self._history

    @property
    def _number(self) -> int:
        return self._table.currentRow() - 1

    def show_work(self, work: Work, weights: Sequence[Weight]) -> None:
        """Show a work with the weights of its original and its versions; without weights their names alone."""
        kept = self._number if self._work is not None else work.current
        self._work = work
        titles = [_("Original: {title}").format(title=work.title), *(version.name for version in work.versions)]
        titles[1 + work.current] = _("{name} (being written)").format(name=titles[1 + work.current])
        self._table.setRowCount(len(titles))
        for row, title in enumerate(titles):
            self._show_cells(row, title, weights[row] if row < len(weights) else None)
        self._table.selectRow(min(kept + 1, len(titles) - 1))
        self._on_chosen()

    def _show_cells(self, row: int, title: str, weight: Weight | None) -> None:
        cells = [title, *("",) * (len(_HEADS) - 1)]
        if weight is not None:
            goal = weight.goal.name or weight.goal.label if weight.goal is not None else ""
            facts = {fact.key: fact.text for fact in weight.report.facts}
            cells = [title, goal, *(facts[key] for key in ("level", "tokens", "types", "ttr"))]
        for place, words in enumerate(cells):
            item = QTableWidgetItem(words)
            if place > 1:
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._table.setItem(row, place, item)

    def _open_row(self, row: int) -> None:
        if row > 0:
            self.opened.emit(row - 1)

    def _on_chosen(self) -> None:
        work, number = self._work, self._number
        if work is None:
            return
        is_version = 0 <= number < len(work.versions)
        self._open.setEnabled(is_version and number != work.current)
        self._rename.setEnabled(is_version)
        self._remove.setEnabled(is_version and number != work.current)
        self._history.show_moments(work.versions[number].history if is_version else ())
        self._about.setText(self._history.words)
