"""The row of tools: a few actions as icons, each with its name and keys in a tooltip."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from factbox.ui.theme import Theme

# What an icon becomes when the Fact Box lies below the text.
_BELOW = {"panel-right": "panel-bottom"}


class Tools(QWidget):
    """Shows actions that the window owns; follows what they say of themselves."""

    def __init__(
        self,
        tools: Sequence[tuple[QAction, str]],
        theme: Theme,
        scale: float = 1.0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self._row = row
        self._buttons = [_Tool(action, icon, self) for action, icon in tools]
        for button in self._buttons:
            row.addWidget(button)
        self.set_theme(theme, scale)

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        self.setStyleSheet(theme.stylesheet(scale))
        self._row.setSpacing(round(6 * scale))
        for button in self._buttons:
            button.set_theme(theme, scale)

    def set_below(self, *, below: bool) -> None:
        """Show where the Fact Box is: below the text or beside it."""
        for button in self._buttons:
            button.set_below(below=below)


class _Tool(QToolButton):
    """One action as an icon; the menus show it without."""

    def __init__(self, action: QAction, icon: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._action = action
        self._icon = icon
        self._below = False
        # Tab goes from the text to the facts; the menus and keys reach all of these.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        self._theme, self._scale = theme, scale
        side = round(30 * scale)
        self.setFixedSize(side, side)
        self._draw()

    def set_below(self, *, below: bool) -> None:
        """Show where the Fact Box is: below the text or beside it."""
        if below != self._below:
            self._below = below
            self._draw()

    def _draw(self) -> None:
        size = round(18 * self._scale)
        name = _BELOW.get(self._icon, self._icon) if self._below else self._icon
        self.setIcon(self._theme.icon(name, size=size))
        self.setIconSize(QSize(size, size))

    def _follow(self) -> None:
        name = self._action.text().replace("&", "").rstrip("…")
        keys = self._action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self.setAccessibleName(name)
        self.setToolTip(f"{name} ({keys})" if keys else name)
        self.setEnabled(self._action.isEnabled())
        self.setCheckable(self._action.isCheckable())
        self.setChecked(self._action.isChecked())
        self.setVisible(self._action.isVisible())
