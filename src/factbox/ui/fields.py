"""Fields that Qt draws otherwise: a number, a choice, a search, and a box to tick."""

from PySide6.QtCore import QEvent, QLocale, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QPixmap,
    QResizeEvent,
    QShowEvent,
    QValidator,
)
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QDoubleSpinBox, QLineEdit, QWidget

from factbox.translation import short
from factbox.ui.buttons import Bare, paint_ring, paint_tick
from factbox.ui.theme import Role, Theme, brush, font

# At text scale 1: the height of a number, its width, the side of a box to tick, its height, the gap beside it, and
# the chevron of a choice with the room at its right.
_TALL, _NARROW, _SIDE, _LINE, _GAP, _CHEVRON, _INSET = 32, 72, 14, 24, 7, 14, 8


class Field(QDoubleSpinBox):
    """A number with two small arrows; it shows no more decimals than it has."""

    def __init__(self, name: str, theme: Theme, scale: float = 1.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._scale = theme, scale
        self.setAccessibleName(name)
        self.setDecimals(2)
        self.setLocale(QLocale.c())
        self.setFrame(False)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.set_theme(theme, scale)

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        self._theme, self._scale = theme, scale
        self.setFont(font(Role.FIGURES, scale))
        self.setFixedSize(round(_NARROW * scale), round(_TALL * scale))
        role = QPalette.ColorRole
        palette = self.palette()
        for each, colour in (
            (role.Base, QColor(Qt.GlobalColor.transparent)),
            (role.Text, theme.text),
            (role.Highlight, theme.selection),
            (role.HighlightedText, theme.text),
        ):
            palette.setColor(each, colour)
        self.lineEdit().setPalette(palette)
        self._place_words()

    def textFromValue(self, value: float) -> str:
        """Write 5 rather than 5.00."""
        return short(round(value, 2))

    def valueFromText(self, text: str) -> float:
        """Read a number with a point or a comma."""
        try:
            return float(text.replace(",", "."))
        except ValueError:
            return self.value()

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        """Take a number with a point or a comma, also while it is written."""
        state = super().validate(text.replace(",", "."), place)[0]
        return state, text, place

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Step by the arrows."""
        if event.position().x() < self.width() - self._arrows:
            super().mousePressEvent(event)
        elif event.position().y() < self.height() / 2:
            self.stepUp()
        else:
            self.stepDown()

    def showEvent(self, event: QShowEvent) -> None:
        """Keep the words off the arrows."""
        super().showEvent(event)
        self._place_words()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the words off the arrows."""
        super().resizeEvent(event)
        self._place_words()

    def changeEvent(self, event: QEvent) -> None:
        """Keep the words off the arrows, which another style or font would put below them."""
        super().changeEvent(event)
        self._place_words()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the field and its arrows."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = 2.0 if self.hasFocus() else 1.0
        painter.setPen(QPen(self._theme.accent if self.hasFocus() else self._theme.second, wide))
        painter.setBrush(self._theme.paper)
        radius = 6 * self._scale
        half = wide / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), radius, radius)
        side = round(10 * self._scale)
        left = self.width() - self._arrows + (self._arrows - side) / 2 - self._scale
        for name, top in (("chevron-up", self.height() / 2 - side), ("chevron-down", self.height() / 2)):
            painter.drawPixmap(round(left), round(top), self._picture(name, side))

    @property
    def _arrows(self) -> float:
        return 22 * self._scale

    def _place_words(self) -> None:
        inset = round(8 * self._scale)
        self.lineEdit().setGeometry(inset, 2, self.width() - inset - round(self._arrows), self.height() - 4)

    def _picture(self, name: str, side: int) -> QPixmap:
        return self._theme.pixmap(name, "second", side, self.devicePixelRatioF())


class Picker(QComboBox):
    """One of several words; a chevron says that there are others."""

    def __init__(self, name: str, theme: Theme, scale: float = 1.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.set_theme(theme, scale)

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        self._theme, self._scale = theme, scale
        self.setFont(font(Role.INTERFACE, scale))
        self.setStyleSheet(theme.fields(scale))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field, and the chevron."""
        super().paintEvent(event)
        side = round(_CHEVRON * self._scale)
        image = self._theme.pixmap("chevron-down", "second", side, self.devicePixelRatioF())
        inset = _INSET * self._scale
        left = inset if self.isRightToLeft() else self.width() - side - inset
        QPainter(self).drawPixmap(QPointF(left, (self.height() - side) / 2), image)


class Search(QLineEdit):
    """Where letters are sought."""

    def __init__(self, name: str, theme: Theme, scale: float = 1.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(name)
        self.setAccessibleName(name)
        self.setClearButtonEnabled(True)
        self.set_theme(theme, scale)

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        self.setFont(font(Role.INTERFACE, scale))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.PlaceholderText, theme.second)
        self.setPalette(palette)
        self.setStyleSheet(theme.fields(scale))


class Tick(Bare):
    """A box to tick, and what is so when it is ticked."""

    def __init__(self, words: str, theme: Theme, scale: float = 1.0, parent: QWidget | None = None) -> None:
        super().__init__(theme, scale, parent)
        self.setCheckable(True)
        self.setText(words)
        self.setAccessibleName(words)
        self.set_theme(theme, scale)

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        self._theme, self._scale = theme, scale
        self.setFont(font(Role.NOTE, scale))
        self.setFixedSize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for room for the box and the words."""
        words = QFontMetrics(font(Role.NOTE, self._scale)).horizontalAdvance(self.text())
        return QSize(round(words + (_SIDE + 2 * _GAP) * self._scale) + 1, round(_LINE * self._scale))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box, its tick, the words, and the ring."""
        painter = brush(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, scale, is_on = self._theme, self._scale, self.isChecked()
        side = _SIDE * scale
        box = QRectF(0, (self.height() - side) / 2, side, side).adjusted(0.75, 0.75, -0.75, -0.75)
        painter.setPen(QPen(theme.accent if is_on or self.is_lit() else theme.second, 1.5))
        painter.setBrush(theme.accent if is_on else theme.paper)
        painter.drawRoundedRect(box, 3 * scale, 3 * scale)
        if is_on:
            inset = 3.4 * scale
            paint_tick(painter, box.adjusted(inset, inset, -inset, -inset), theme.on_accent, 1.7 * scale)
        painter.setPen(theme.text if self.is_lit() else theme.second)
        painter.setFont(self.font())
        left = side + _GAP * scale
        painter.drawText(
            QRectF(left, 0, self.width() - left, self.height()), Qt.AlignmentFlag.AlignVCenter, self.text()
        )
        if self.is_ringed():
            paint_ring(painter, QRectF(self.rect()).adjusted(left - 4 * scale, 1, 0, -1), theme, scale)
