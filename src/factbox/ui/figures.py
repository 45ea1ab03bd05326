"""The figures at the foot: as many as there is room for, the less important ones going first."""

from collections.abc import Mapping
from enum import IntEnum

from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from factbox.ui.labels import ink
from factbox.ui.theme import Role, Theme, font

_GAP = 18


class Figure(IntEnum):
    """What is told, in its order; the higher its number, the sooner it goes when room is short."""

    SENTENCE = 1
    WORDS = 0
    CHARACTERS = 4
    READING = 2
    SPEAKING = 5
    ZOOM = 3


class Figures(QWidget):
    """A row of short texts, each of which says on hover what it counts."""

    def __init__(self, theme: Theme, scale: float = 1.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._labels = {figure: QLabel(self) for figure in Figure}
        self._room = 1 << 20
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        for label in self._labels.values():
            label.hide()
            self._row.addWidget(label)
        self.set_theme(theme, scale)

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        self._scale = scale
        self._row.setSpacing(round(_GAP * scale))
        for label in self._labels.values():
            label.setFont(font(Role.NOTE_FIGURES, scale))
            ink(label, theme.second)
        self._fit()

    def show_figures(self, texts: Mapping[Figure, tuple[str, str]]) -> None:
        """Show some of the figures anew: each with its text, which may be empty, and what it counts."""
        for figure, (text, hint) in texts.items():
            label = self._labels[figure]
            if label.toolTip() != hint:
                label.setToolTip(hint)
                label.setAccessibleDescription(hint)
            if label.text() != text:
                label.setText(text)
        self._fit()

    def fit(self, room: int) -> None:
        """Take no more than so many pixels."""
        self._room = room
        self._fit()

    def _fit(self) -> None:
        gap, left = self._row.spacing(), self._room
        shown: set[Figure] = set()
        for figure in sorted(Figure):
            label = self._labels[figure]
            wide = label.sizeHint().width() + gap
            if not label.text() or wide > left:
                # What is less important does not take the room that something more important lacked.
                left = left if not label.text() else 0
                continue
            left -= wide
            shown.add(figure)
        for figure, label in self._labels.items():
            label.setVisible(figure in shown)
