"""The tour: three short steps that point at what the window is for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from factbox.session.turns import in_next_turn
from factbox.translation import _
from factbox.ui.callout import Callout, Ring, around
from factbox.ui.dressing import Dressing

_MOVES = {QEvent.Type.Resize, QEvent.Type.LayoutRequest, QEvent.Type.Show, QEvent.Type.Hide}


@dataclass(frozen=True, slots=True)
class Step:
    """One step.

    Attributes:
        part: Gives what it points at, or None while that is not in sight.
        head: What it is about.
        words: What there is to know.
    """

    part: Callable[[], QWidget | None]
    head: str
    words: str


class Touring(QObject):
    """Leads through the steps; it stays only as long as one wants it, and never begins by itself twice.

    Args:
        steps: What is shown.
        dressing: Knows the look.
        notice: What is told at the top, which nothing may cover.
        window: What is shown there.
    """

    def __init__(self, steps: Sequence[Step], dressing: Dressing, notice: QWidget, window: QWidget) -> None:
        super().__init__(window)
        self._notice = notice
        self._steps, self._dressing, self._window = tuple(steps), dressing, window
        self._place = -1
        self._callout: Callout | None = None
        self._ring: Ring | None = None
        self._before: QWidget | None = None

    @property
    def place(self) -> int:
        """The number of the step on show, -1 if none is."""
        return self._place

    @property
    def callout(self) -> Callout | None:
        """What is on show."""
        return self._callout

    @Slot()
    def begin(self) -> None:
        """Begin with the first step, for somebody who asked for it."""
        self._before = self._window.focusWidget()
        self._go_to(0)
        if self._callout is not None:
            self._callout.next.setFocus()

    def offer(self) -> None:
        """Begin with the first step, and leave the keyboard where it is: who writes is not held up."""
        self._before = None
        self._go_to(0)

    @Slot()
    def end(self) -> None:
        """Show nothing more, and give the keyboard back."""
        if self._callout is None or self._ring is None:
            return
        for watched in (self._window, self._notice):
            watched.removeEventFilter(self)
        had_focus = self._callout.isAncestorOf(self._window.focusWidget())
        for part in (self._callout, self._ring):
            part.hide()
            part.deleteLater()
        self._callout = self._ring = None
        self._place = -1
        if had_focus and self._before is not None:
            self._before.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay beside what is pointed at, and end by Escape wherever the keyboard is."""
        if event.type() in _MOVES:
            in_next_turn(self, self._arrange)
        elif (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            in_next_turn(self, self.end)
            return True
        return super().eventFilter(watched, event)

    def _make(self) -> None:
        if self._callout is None:
            self._ring = Ring(*self._dressing.worn, self._window)
            self._callout = Callout(*self._dressing.worn, self._window)
            self._callout.gone_on.connect(self._go_on)
            self._callout.skipped.connect(self.end)
            self._dressing.changed.connect(self._callout.set_theme)
            self._dressing.changed.connect(self._ring.set_theme)
            for watched in (self._window, self._notice):
                watched.installEventFilter(self)

    @Slot()
    def _go_on(self) -> None:
        self._go_to(self._place + 1)

    def _go_to(self, place: int) -> None:
        if place >= len(self._steps):
            self.end()
            return
        self._make()
        self._place = place
        step, is_last = self._steps[place], place == len(self._steps) - 1
        count = _("{number} of {all}").format(number=place + 1, all=len(self._steps))
        verbs = (_("Done"), "") if is_last else (_("Next"), _("Skip"))
        if self._callout is not None:
            self._callout.say(step.head, step.words, count, verbs)
            QAccessible.updateAccessibility(
                QAccessibleAnnouncementEvent(self._callout, self._callout.accessibleName())
            )
        self._arrange()

    @Slot()
    def _arrange(self) -> None:
        if self._callout is None or self._ring is None:
            return
        part, room = self._steps[self._place].part(), self._window.rect()
        target = (
            around(part, self._window, self._dressing.worn[1]) if part is not None else room.adjusted(0, 0, 0, 0)
        )
        self._ring.setGeometry(target)
        self._ring.setVisible(part is not None)
        spared = around(self._notice, self._window, 0) if self._notice.isVisible() else QRect()
        self._callout.point_at(target, room, spared)
        for each in (self._ring, self._callout):
            each.raise_()
        self._callout.show()


def steps(factbox: QWidget, marks: Callable[[], QWidget | None], goal: QWidget) -> tuple[Step, ...]:
    """Give the three steps for a window.

    Args:
        factbox: Its Fact Box.
        marks: Gives its switch for the marks.
        goal: Its button for the goal.
    """

    def seen(part: QWidget | None) -> QWidget | None:
        return part if part is not None and part.isVisible() else None

    return (
        Step(
            lambda: seen(factbox),
            _("The Fact Box counts while you write"),
            _("Level, Tokens, Types and TTR of the text as it stands. Press a figure to see how it was counted."),
        ),
        Step(
            lambda: seen(marks()),
            _("Marks and the plan show what is hard"),
            _(
                "Marks underline hard sentences and words (Ctrl+Shift+M). The plan lists the few edits that bring "
                "the text to your goal (Alt+1)."
            ),
        ),
        Step(
            lambda: seen(goal) or seen(factbox),
            _("Set a goal to write for"),
            _("A grade, an age or a CEFR level (Ctrl+G). The Fact Box says how far the text is from it."),
        ),
    )
