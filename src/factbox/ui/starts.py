"""The starts: what one can do with an empty paper besides writing, each a line with its keys."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QGridLayout, QLabel, QToolButton, QWidget

from factbox.ui.labels import ink
from factbox.ui.theme import Role, Theme, font


class Starts(QWidget):
    """Shows actions that the window owns as words in the accent colour."""

    def __init__(
        self,
        starts: Sequence[tuple[QAction, str]],
        theme: Theme,
        scale: float = 1.0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("starts")
        self._icons = [icon for _action, icon in starts]
        self._buttons: list[QToolButton] = []
        self._keys: list[QLabel] = []
        self._grid = QGridLayout(self)
        self._grid.setColumnStretch(1, 1)
        for row, (action, _icon) in enumerate(starts):
            button = QToolButton(self)
            button.setObjectName("start")
            button.setText(action.text().replace("&", "").rstrip("…"))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.clicked.connect(action.trigger)
            keys = QLabel(action.shortcut().toString(QKeySequence.SequenceFormat.NativeText), self)
            self._grid.addWidget(button, row, 0)
            self._grid.addWidget(keys, row, 1)
            self._buttons.append(button)
            self._keys.append(keys)
        self.set_theme(theme, scale)

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(round(2 * scale))
        self._grid.setHorizontalSpacing(round(6 * scale))
        size = round(16 * scale)
        for button, icon in zip(self._buttons, self._icons, strict=True):
            button.setIcon(theme.icon(icon, "accent", size))
            button.setIconSize(QSize(size, size))
            button.setFont(font(Role.HEADLINE, scale))
            button.setMinimumHeight(round(32 * scale))
        for keys in self._keys:
            keys.setFont(font(Role.NOTE, scale))
            ink(keys, theme.second)
