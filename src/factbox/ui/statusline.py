"""The quiet foot under the paper: a message at the left, figures of the text and the zoom at the right."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from factbox.translation import _
from factbox.ui.figures import Figure, Figures
from factbox.ui.labels import Line, ink
from factbox.ui.legend import Legend
from factbox.ui.theme import Role, Theme, font

_MESSAGE_STAYS = 8_000


class StatusLine(QWidget):
    """Says what has just happened, and how long the text is.

    Signals:
        spoke: There is something to read at its left, or nothing any more.
    """

    spoke = Signal()

    def __init__(self, theme: Theme, scale: float = 1.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self._row = QHBoxLayout(self)
        self._message = Line(self)
        self._silence = QTimer(self, interval=_MESSAGE_STAYS, singleShot=True)
        self._silence.timeout.connect(self._on_silence)
        self._legend = Legend(theme, scale, self)
        self._legend_wanted = False
        self._figures = Figures(theme, scale, self)
        self._row.addWidget(self._legend)
        self._row.addWidget(self._message, 1)
        self._row.addWidget(self._figures)
        self.set_theme(theme, scale)

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        self.setFixedHeight(round(32 * scale))
        self._row.setContentsMargins(round(20 * scale), 0, round(20 * scale), 0)
        self._row.setSpacing(round(20 * scale))
        self._message.setFont(font(Role.NOTE, scale))
        ink(self._message, theme.second)
        self._legend.set_theme(theme, scale)
        self._figures.set_theme(theme, scale)
        self._fit()

    def show_legend(self, shown: bool) -> None:  # noqa: FBT001  # a slot of a switch
        """Show what the marks mean, as long as there is no message."""
        self._legend_wanted = shown
        self._legend.setVisible(shown and not self._message.text())
        self._fit()
        self.spoke.emit()

    @property
    def message(self) -> str:
        """What it says now; empty if nothing."""
        return self._message.text()

    @property
    def is_speaking(self) -> bool:
        """Whether it has a message or a legend to show."""
        return bool(self._message.text()) or self._legend_wanted

    def _on_silence(self) -> None:
        self._message.clear()
        self._legend.setVisible(self._legend_wanted)
        self._fit()
        self.spoke.emit()

    def show_message(self, message: str) -> None:
        """Say what has happened, for some seconds; an empty message says nothing."""
        self._message.setText(message)
        self._legend.setVisible(self._legend_wanted and not message)
        self._fit()
        self._silence.start()
        self.spoke.emit()

    def show_figures(self, texts: Mapping[Figure, tuple[str, str]]) -> None:
        """Show figures of the text, each with what it counts."""
        self._figures.show_figures(texts)
        self._fit()

    def show_zoom(self, zoom: str) -> None:
        """Say how large the text is shown, such as "100 %"."""
        self.show_figures({Figure.ZOOM: (zoom, _("The size of the text on the screen."))})

    def minimumSizeHint(self) -> QSize:
        """Shrink to nothing: the figures that do not fit go."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many figures as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        margins = self._row.contentsMargins()
        room = self.width() - margins.left() - margins.right() - self._row.spacing()
        # A message may shorten the figures, but not drive them all away.
        said = min(self._message.sizeHint().width(), room // 2) if self._message.text() else 0
        legend = self._legend.sizeHint().width() + self._row.spacing() if self._legend.isVisibleTo(self) else 0
        self._figures.fit(room - max(said, legend))
