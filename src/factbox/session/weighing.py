"""The facts of an original and of all its versions, counted by the same rules, away from the window."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject

from factbox.document import Version, Work
from factbox.metrics.goals import Goal
from factbox.metrics.ledger import settle
from factbox.metrics.report import Counting, Report
from factbox.session.choices import Choices, readable_choices
from factbox.session.tasks import Errands


@dataclass(frozen=True, slots=True)
class Weight:
    """A text of a work, weighed.

    Attributes:
        name: What it is called.
        goal: What it is written for; None for the original, and where no goal was chosen.
        report: Its facts.
    """

    name: str
    goal: Goal | None
    report: Report


class Weighing(QObject):
    """Weighs works; a later one makes an earlier one pointless."""

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        self._errands = Errands(self)
        self._asked = 0

    def weigh(self, work: Work, counting: Counting, done: Callable[[Sequence[Weight]], object]) -> None:
        """Weigh the original and all versions, in their order; `done` gets the weights in the window's thread."""
        self._asked += 1
        asked = self._asked

        def weighed(weights: tuple[Weight, ...]) -> None:
            if asked == self._asked:
                done(weights)

        self._errands.run(lambda: weights_of(work, counting), weighed, lambda _error: None)


def weights_of(work: Work, counting: Counting) -> tuple[Weight, ...]:
    """Weigh the original and all versions."""
    # As where it lies beside the version that is being written: by the rules of that one.
    exempt = choices_of(work.versions[work.current]).exempt
    original = Weight(work.title, None, settle(work.original, counting=replace(counting, exempt=exempt)))
    return (original, *(_weight(version, counting) for version in work.versions))


def choices_of(version: Version) -> Choices:
    """Give what was chosen for a version, as far as that can be read."""
    return readable_choices(version.choices, Choices())


def _weight(version: Version, counting: Counting) -> Weight:
    choices = choices_of(version)
    report = settle(version.blocks, counting=replace(counting, exempt=choices.exempt))
    return Weight(version.name, choices.goal, report)
