"""A scroll bar that shows itself only under the mouse."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QStyle, QStyleOptionSlider, QWidget

from factbox.ui.theme import Theme


class ScrollBar(QScrollBar):
    """Upright and narrow; its ground is that of the place it stands on."""

    def __init__(self, theme: Theme, ground: str, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._role = ground
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.set_theme(theme, 1.0)

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        self._theme = theme
        self._wide = round(12 * scale)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for a narrow bar."""
        return QSize(self._wide, super().sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, and the handle while it may be wanted."""
        painter = QPainter(self)
        ground: QColor = getattr(self._theme, self._role)
        painter.fillRect(self.rect(), ground)
        if not (self.underMouse() or self.isSliderDown()) or self.maximum() <= self.minimum():
            return
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        handle = self.style().subControlRect(
            QStyle.ComplexControl.CC_ScrollBar, option, QStyle.SubControl.SC_ScrollBarSlider, self
        )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.second if self.isSliderDown() else self._theme.track)
        quarter = self._wide / 4
        painter.drawRoundedRect(QRectF(handle).adjusted(quarter, 2, -quarter, -2), quarter, quarter)
