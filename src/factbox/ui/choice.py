"""The choice of the formula that gives the Level: its name, and behind it the names of the others."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from factbox.metrics.formulas import FORMULAS, Scale
from factbox.translation import _
from factbox.ui.buttons import Flat
from factbox.ui.theme import Theme


class FormulaChoice(Flat):
    """Says which formula gives the Level, and offers every other on the scale of school grades.

    Signals:
        chosen: The key of the formula that the reader wants.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, scale: float = 1.0, parent: QWidget | None = None) -> None:
        super().__init__("chevron-down", theme, scale, parent, trailing=True)
        self.setObjectName("formula")
        self._menu = QMenu(self)
        self._menu.setStyleSheet(theme.stylesheet(scale))
        group = QActionGroup(self)
        self._by_key: dict[str, QAction] = {}
        for key, formula in FORMULAS.items():
            if formula.scale is Scale.GRADE:
                action = self._menu.addAction(_(formula.label))
                action.setCheckable(True)
                action.setData(key)
                group.addAction(action)
                self._by_key[key] = action
        group.triggered.connect(lambda action: self.chosen.emit(action.data()))
        self.clicked.connect(self._on_clicked)

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        super().set_theme(theme, scale)
        self._menu.setStyleSheet(theme.stylesheet(scale))

    def show_formula(self, key: str) -> None:
        """Say which formula gives the Level."""
        self._by_key[key].setChecked(True)
        label = _(FORMULAS[key].label)
        if label != self.text():
            self.say(label)
            self.setAccessibleName(_("Formula: {label}. Opens a list of others").format(label=label))

    @property
    def menu_of_formulas(self) -> QMenu:
        """The menu of formulas, which other places may show too."""
        return self._menu

    def offers(self) -> list[QAction]:
        """Give what the menu offers, the present formula checked."""
        return list(self._by_key.values())

    def _on_clicked(self) -> None:
        # Under the button, with their right edges together.
        self._menu.popup(self.mapToGlobal(QPoint(self.width() - self._menu.sizeHint().width(), self.height())))
