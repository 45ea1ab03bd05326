"""The header over the paper: the menus, the name of the text, and whether it is saved."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QLabel, QMenu, QMenuBar, QToolButton, QWidget

from factbox.translation import _
from factbox.ui.labels import Line, ink
from factbox.ui.theme import Role, Theme, font

_GAP = 16
# At text scale 1: of a name that is shorter nothing could be read.
_LEAST_TITLE = 48


def _menu_keys(menus: QMenuBar) -> list[str]:
    labels = [action.text() for action in menus.actions()]
    return [f"Alt+{label[label.index('&') + 1]}" for label in labels if "&" in label]


class Masthead(QWidget):
    """Holds the window's menu bar, or one button for all menus, and says which text this is."""

    def __init__(self, menus: QMenuBar, theme: Theme, scale: float = 1.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("masthead")
        self._menus = menus
        self._narrow = False
        self._corner: QWidget | None = None
        menus.setParent(self)
        self._button = QToolButton(self)
        self._button.setAccessibleName(_("Menu"))
        self._button.setToolTip(_("Menu"))
        self._button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self._button)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._button.setMenu(self._menu)
        # The keys that would open a menu of the bar open the one menu while the bar is away.
        self._keys = [QShortcut(QKeySequence(keys), self) for keys in _menu_keys(menus)]
        for each in self._keys:
            each.setEnabled(False)
            each.activated.connect(self._open_menu)
        QShortcut(QKeySequence("F10"), self).activated.connect(self._open_first)
        self._button.hide()
        self._title = Line(self, Qt.TextElideMode.ElideMiddle)
        self._state = QLabel(self)
        self.set_theme(theme, scale)

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        self._scale = scale
        self.setFixedHeight(round(48 * scale))
        self.setStyleSheet(theme.stylesheet(scale))
        size = round(18 * scale)
        self._button.setIcon(theme.icon("menu", size=size))
        self._button.setIconSize(QSize(size, size))
        self._menus.setFont(font(Role.INTERFACE, scale))
        self._title.setFont(font(Role.STRONG, scale))
        self._state.setFont(font(Role.INTERFACE, scale))
        ink(self._title, theme.text)
        ink(self._state, theme.second)
        self._arrange()

    def show_title(self, name: str, state: str = "") -> None:
        """Say which text this is and whether it is saved."""
        self._title.setText(name)
        self._title.setToolTip(name)
        self._state.setText(state)
        self._arrange()

    def set_narrow(self, *, narrow: bool) -> None:
        """Put all menus behind one button, or set them side by side."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        # A native bar is not in the window at all.
        if not self._menus.isNativeMenuBar():
            self._menus.setVisible(not narrow)
        if narrow:
            # Shortcuts live as long as a visible widget holds their menus.
            self._fill_menu()
        self._button.setVisible(narrow and not self._menus.isNativeMenuBar())
        for each in self._keys:
            each.setEnabled(narrow)
        self._arrange()

    def set_corner(self, corner: QWidget | None) -> None:
        """Take a widget into the right corner, or give it up."""
        if corner is self._corner:
            return
        self._corner = corner
        if corner is not None:
            corner.setParent(self)
            corner.show()
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the title over the text."""
        super().resizeEvent(event)
        self._arrange()

    def _open_menu(self) -> None:
        # Not showMenu, which would hold everything up until the menu is closed.
        self._menu.popup(self._button.mapToGlobal(self._button.rect().bottomLeft()))

    def _open_first(self) -> None:
        if self._button.isVisibleTo(self):
            self._open_menu()
        elif not self._menus.isNativeMenuBar():
            self._menus.setFocus(Qt.FocusReason.MenuBarFocusReason)
            self._menus.setActiveAction(self._menus.actions()[0])

    def _fill_menu(self) -> None:
        self._menu.clear()
        self._menu.addActions(self._menus.actions())

    def _arrange(self) -> None:
        gap, tall = round(_GAP * self._scale), self.height()
        # The words of the menus begin at 20, where the message at the foot does.
        left = round(5 * self._scale)
        if self._menus.isVisibleTo(self) and not self._menus.isNativeMenuBar():
            self._place(self._menus, left, self._menus.sizeHint().width())
            left = self._menus.geometry().right() + gap
        if self._button.isVisibleTo(self):
            left = round(12 * self._scale)
            self._place(self._button, left, self._button.sizeHint().width())
            left = self._button.geometry().right() + gap
        right = self.width() - gap
        if self._corner is not None:
            wide = self._corner.sizeHint().width()
            self._place(self._corner, right - wide, wide)
            right -= wide + gap
        beside = round(8 * self._scale)
        state = self._state.sizeHint().width() if self._state.text() else 0
        room = max(0, right - left - (state + beside if state else 0))
        # Where there is no room for both, the name goes first into the tooltip, then whether it is saved.
        least = round(_LEAST_TITLE * self._scale)
        if state and room < least:
            state, room = (state, 0) if right - left >= state else (0, 0)
        title = min(self._title.sizeHint().width() + 1, room)
        title = title if title >= min(least, self._title.sizeHint().width()) else 0
        whole = title + (state + beside if state else 0)
        start = left if self._narrow else max(left, min((self.width() - whole) // 2, right - whole))
        self._title.setVisible(title > 0)
        self._state.setVisible(state > 0)
        self._title.setGeometry(start, 0, title, tall)
        self._state.setGeometry(start + title + beside, 0, state, tall)

    def _place(self, widget: QWidget, left: int, wide: int) -> None:
        tall = min(widget.sizeHint().height(), self.height())
        widget.setGeometry(left, (self.height() - tall) // 2, wide, tall)
