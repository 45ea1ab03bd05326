"""A scroll bar that shows itself only under the mouse, and an area whose contents lie under it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QScrollBar, QStyle, QStyleOptionSlider, QWidget

from factbox.ui.theme import Theme


class ScrollBar(QScrollBar):
    """Upright and narrow; its ground is that of the place it stands on, or none where it lies on something."""

    def __init__(self, theme: Theme, ground: str = "", parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._role = ground
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, bool(ground))
        self.set_theme(theme, 1.0)

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        self._theme = theme
        self._wide = round(12 * scale)
        self.updateGeometry()
        self.update()

    @property
    def wide(self) -> int:
        """How wide it is, in pixels."""
        return self._wide

    def sizeHint(self) -> QSize:
        """Ask for a narrow bar."""
        return QSize(self._wide, super().sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, and the handle while it may be wanted."""
        painter = QPainter(self)
        if self._role:
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


class Scroller(QScrollArea):
    """Lets a part of the panel scroll up and down; the bar lies on the margin of it, and moves nothing."""

    def __init__(self, content: QWidget, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scrolling = True
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._upright = ScrollBar(theme)
        self.setVerticalScrollBar(self._upright)
        self.setWidget(content)
        self.set_theme(theme, 1.0)

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        self._upright.set_theme(theme, scale)
        self._arrange()

    def set_scrolling(self, *, scrolling: bool) -> None:
        """Let the content scroll where it is too high, or never."""
        self._scrolling = scrolling
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll a page; the arrows are for those around."""
        actions = {
            Qt.Key.Key_PageUp: QScrollBar.SliderAction.SliderPageStepSub,
            Qt.Key.Key_PageDown: QScrollBar.SliderAction.SliderPageStepAdd,
        }
        action = actions.get(Qt.Key(event.key()))
        if action is None:
            event.ignore()
        else:
            self._upright.triggerAction(action)

    def _arrange(self) -> None:
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOn if self._scrolling else policy.ScrollBarAlwaysOff)
        self.setViewportMargins(0, 0, -self._upright.wide if self._scrolling else 0, 0)
