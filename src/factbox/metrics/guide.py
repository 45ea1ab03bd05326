"""The guide: answers what the window asks about a text and its goal."""

from factbox.metrics.goals import Goal
from factbox.metrics.guidance import Guidance, Panel, Question
from factbox.metrics.ledger import Ledger
from factbox.metrics.levels import is_foreign
from factbox.metrics.lists import Lists
from factbox.metrics.marks import Marks
from factbox.metrics.plan import Planner, no_plan
from factbox.metrics.profile import WordList, profile
from factbox.metrics.study import Study


class Guide:
    """Knows a ledger's document well enough to say what to change in it.

    Attributes:
        goal: The goal one writes for, None if there is none.
        rejected: The keys of the steps that the user does not want.
        lists: The user's own lists of known words.
    """

    def __init__(self, ledger: Ledger) -> None:
        self.goal: Goal | None = None
        self.rejected: frozenset[str] = frozenset()
        self.lists: tuple[WordList, ...] = ()
        self._ledger = ledger
        self._study = Study(ledger)

    def read_next(self) -> bool:
        """Read the next page of the text that was not read yet; give whether there was one."""
        return self._study.read_next()

    def guide(self, question: Question) -> Guidance:
        """Answer a question about all that is measured and read."""
        ledger, study = self._ledger, self._study
        total = ledger.judged
        if not total.words or not total.sentences or is_foreign(total):
            return Guidance(ledger.revision, sentences=(), words=(), plan=no_plan(), marks=())
        lists = Lists(ledger, study, self.goal)
        panels = question.panels
        return Guidance(
            revision=ledger.revision,
            sentences=lists.sentences(question) if Panel.SENTENCES in panels else None,
            words=lists.words(question) if Panel.WORDS in panels else None,
            plan=Planner(ledger, study, lists, self.goal, self.rejected).plan() if Panel.PLAN in panels else None,
            profile=(
                profile(ledger.vocabulary.counts, ledger.lexicon, self.goal, self.lists)
                if Panel.PROFILE in panels
                else None
            ),
            marks=(
                tuple(Marks(ledger, study, lists).between(question.first, question.last))
                if question.marks
                else None
            ),
            hard_sentences=lists.hard_sentences(),
            hard_words=len(lists.hard_words()),
            apart=lists.apart,
            names=study.likely_names(),
        )
