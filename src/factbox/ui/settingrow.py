"""A setting as people see it: its words, what chooses its value, and the way back to its default."""

from typing import Any

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontDatabase, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QWidget

from factbox.session.declared import Choice, Declaration, Number, Switch, Typeface
from factbox.translation import _
from factbox.ui.buttons import Bare, Link, paint_ring, paint_switch
from factbox.ui.fields import Field, Picker
from factbox.ui.labels import ink
from factbox.ui.theme import Role, Theme, font

# At text scale 1: the track of a switch, what its ring takes around it, and the room between rows.
_LONG, _THICK, _AROUND, _BETWEEN = 27, 14, 6, 8
_LETTERS = 14


class Toggle(Bare):
    """A drawn switch without words of its own."""

    def __init__(self, name: str, theme: Theme, scale: float = 1.0, parent: QWidget | None = None) -> None:
        super().__init__(theme, scale, parent)
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.set_theme(theme, scale)

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        self._theme, self._scale = theme, scale
        self.setFixedSize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for room for the track and the ring around it."""
        return QSize(*(round((side + 2 * _AROUND) * self._scale) for side in (_LONG, _THICK)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the switch, and the ring where the keyboard is."""
        painter = QPainter(self)
        around = _AROUND * self._scale
        room = QRectF(self.rect())
        track = room.adjusted(around, around, -around, -around)
        paint_switch(painter, track, self._theme, self._scale, is_on=self.isChecked())
        if self.is_ringed():
            paint_ring(painter, room, self._theme, self._scale)


class SettingRow(QWidget):
    """One setting.

    Signals:
        chosen: The name of the setting and its new value.
    """

    chosen = Signal(str, object)

    def __init__(
        self, setting: Declaration, theme: Theme, scale: float = 1.0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setting = setting
        self._value: Any = None
        self._label, self._note = QLabel(_(setting.label), self), QLabel(_(setting.note), self)
        for label in (self._label, self._note):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self._back = Link(_("Back to default"), theme, scale, self)
        self._back.setAccessibleName(_("Back to default: {label}").format(label=_(setting.label)))
        self._back.clicked.connect(self._on_back)
        self._unit = QLabel(self)
        self.control = self._made(theme, scale)
        self.control.setAccessibleDescription(_(setting.note))
        self.control.setObjectName(setting.name)
        self._label.setBuddy(self.control)
        self.control.installEventFilter(self)
        self._lay_out()
        self.set_narrow(narrow=False)
        self.set_theme(theme, scale)

    def set_theme(self, theme: Theme, scale: float) -> None:
        """Take the colours of a theme and a text scale."""
        for label, role, colour in (
            (self._label, Role.NAME, theme.text),
            (self._note, Role.NOTE, theme.second),
            (self._unit, Role.INTERFACE, theme.second),
        ):
            label.setFont(font(role, scale))
            ink(label, colour)
        self._back.set_theme(theme, scale)
        self.control.set_theme(theme, scale)
        self._grid.setHorizontalSpacing(round(16 * scale))
        self._grid.setVerticalSpacing(round(4 * scale))
        self._side.setSpacing(round(6 * scale))
        self._grid.setContentsMargins(0, 0, 0, round(_BETWEEN * scale))

    def set_narrow(self, *, narrow: bool) -> None:
        """Put what chooses the value and the way back below the words, where there is no room beside them."""
        # Beside the words room is kept for what comes and goes.
        policy = self._back.sizePolicy()
        policy.setRetainSizeWhenHidden(not narrow)
        self._back.setSizePolicy(policy)
        self._head.removeWidget(self._back)
        if narrow:
            self._grid.addWidget(self._back, 3, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            self._head.insertWidget(1, self._back)
        self._grid.removeItem(self._side)
        place = (2, 0, 1, 1) if narrow else (0, 1, 2, 1)
        side = Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag.AlignRight
        self._grid.addLayout(self._side, *place, side | Qt.AlignmentFlag.AlignVCenter)

    def show_value(self, value: object) -> None:
        """Show the value as it is now; nobody is told."""
        if value == self._value:
            return
        self._value = value
        self.control.blockSignals(True)  # Qt takes it so
        match self.control:
            case Toggle():
                self.control.show_checked(checked=bool(value))
            case Picker():
                self._show_answer(self.control, str(value))
            case Field() if isinstance(value, int | float):
                self.control.setValue(value * self._times)
        self.control.blockSignals(False)  # Qt takes it so
        self.control.update()
        is_default = value == self.setting.default
        if is_default and self._back.hasFocus():
            self.control.setFocus()
        self._back.setHidden(is_default)

    def matches(self, words: list[str]) -> bool:
        """Tell whether the setting is one that somebody means by some words."""
        told = map(_, (self.setting.label, self.setting.note, self.setting.group.value))
        said = " ".join((*told, self._answers)).casefold()
        return all(word in said for word in words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the wheel scroll the page rather than change what it happens to be over."""
        if watched is self.control and event.type() is QEvent.Type.Wheel and not self.control.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    @property
    def _times(self) -> int:
        return self.setting.kind.times if isinstance(self.setting.kind, Number) else 1

    @property
    def _answers(self) -> str:
        return (
            " ".join(map(_, self.setting.kind.options.values())) if isinstance(self.setting.kind, Choice) else ""
        )

    def _made(self, theme: Theme, scale: float) -> Toggle | Picker | Field:
        name = _(self.setting.label)
        match self.setting.kind:
            case Switch():
                toggle = Toggle(name, theme, scale, self)
                toggle.toggled.connect(self._tell)
                return toggle
            case Number() as kind:
                field = Field(name, theme, scale, self)
                field.setRange(kind.least * kind.times, kind.most * kind.times)
                field.setSingleStep(kind.step * kind.times)
                field.setDecimals(0 if kind.whole else 2)
                # Only what is written to its end is a choice.
                field.setKeyboardTracking(False)
                field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
                field.valueChanged.connect(lambda value: self._tell(kind.take(value / kind.times)))
                self._unit.setText(_(kind.unit) if kind.unit else "")
                return field
            case Choice(options):
                answers = {key: _(words) for key, words in options.items()}
            case Typeface(offered):
                rest = [each for each in QFontDatabase.families() if each not in offered]
                answers = {each: each for each in (*offered, *rest) if not QFontDatabase.isPrivateFamily(each)}
        picker = Picker(name, theme, scale, self)
        picker.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        picker.setMinimumContentsLength(_LETTERS)
        for key, words in answers.items():
            picker.addItem(words, key)
        picker.currentIndexChanged.connect(lambda place: self._tell(picker.itemData(place)))
        return picker

    def _lay_out(self) -> None:
        self._grid = QGridLayout(self)
        self._grid.setColumnStretch(0, 1)
        head = self._head = QHBoxLayout()
        head.addWidget(self._label)
        head.addWidget(self._back)
        head.addStretch()
        self._label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._grid.addLayout(head, 0, 0)
        self._grid.addWidget(self._note, 1, 0)
        self._side = QHBoxLayout()
        self._side.addWidget(self.control)
        self._side.addWidget(self._unit)
        self._unit.setVisible(bool(self._unit.text()))
        self._grid.addLayout(self._side, 0, 1, 2, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def _show_answer(self, picker: Picker, key: str) -> None:
        place = picker.findData(key)
        if place < 0:
            # A family that is not installed here is still what was chosen.
            picker.addItem(key, key)
            place = picker.count() - 1
        picker.setCurrentIndex(place)

    def _tell(self, value: object) -> None:
        self.chosen.emit(self.setting.name, value)

    def _on_back(self) -> None:
        self._tell(self.setting.default)
