"""The guide: answers what the window asks about a text and its goal."""

from collections.abc import Generator, Iterator
from dataclasses import replace

from factbox.metrics.course import stretches
from factbox.metrics.glossary import glosses
from factbox.metrics.goals import Goal
from factbox.metrics.guidance import Gloss, Guidance, Mark, Panel, Plan, Profile, Question, Summary, WordList
from factbox.metrics.hardness import USUAL
from factbox.metrics.ledger import Ledger
from factbox.metrics.levels import is_foreign
from factbox.metrics.lists import Lists, Memory
from factbox.metrics.marks import Marks
from factbox.metrics.plan import Planner, no_level, no_plan
from factbox.metrics.profile import profiling
from factbox.metrics.study import Study


class Guide:
    """Knows a ledger's document well enough to say what to change in it."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._study = Study(ledger)
        self._goal: Goal | None = None
        self._rejected: frozenset[str] = frozenset()
        self._lists: tuple[WordList, ...] = ()
        self._memory = Memory()
        self._exempt: frozenset[str] = frozenset()

    def aim(self, goal: Goal | None) -> None:
        """Guide to another goal from now on, or to none."""
        if goal != self._goal:
            self._goal, self._memory = goal, Memory()

    def reject(self, steps: frozenset[str]) -> None:
        """Leave out the steps with these keys from now on."""
        self._rejected = steps

    def know(self, lists: tuple[WordList, ...]) -> None:
        """Compare the text with the user's own lists of words from now on."""
        self._lists = lists

    def think(self, question: Question) -> Iterator[Guidance | None]:
        """Answer a question about all that is measured.

        Gives None again and again while it thinks, so that whoever asks may do something else or ask no more; then
        the answer, and where a plan is asked for, once more with it.
        """
        yield from self._read()
        ledger, panels = self._ledger, question.panels
        lists = self._lists_of_prose()
        vocabulary = (yield from self._profile(self._lists)) if Panel.PROFILE in panels else None
        if lists is None:
            # Without prose there are tokens all the same.
            yield Guidance(
                ledger.revision, sentences=(), words=(), plan=self._no_plan(), profile=vocabulary, marks=()
            )
            return
        yield from self._weighed(lists, panels)
        answer = Guidance(
            revision=ledger.revision,
            sentences=lists.sentences(question) if Panel.SENTENCES in panels else None,
            words=(yield from lists.words(question)) if Panel.WORDS in panels else None,
            choices=lists.choices(question.word) if Panel.WORDS in panels and question.word else None,
            profile=vocabulary,
            marks=(yield from self._marks(lists, question)) if question.marks else None,
            apart=lists.apart,
            names=self._study.likely_names(),
        )
        yield answer
        if Panel.PLAN in panels:
            for plan in self._plan(lists):
                yield None if plan is None else replace(answer, plan=plan)

    def sum_up(self) -> Iterator[Summary | None]:
        """Tell in short what the panels would show; the plan comes behind the rest, as in `think`."""
        yield from self._read()
        level = self._goal.cefr if self._goal is not None else USUAL
        lists = self._lists_of_prose()
        known = (yield from self._profile()).known if self._ledger.total.tokens else None
        if lists is None:
            yield Summary(self._ledger.revision, 0, 0, level, known, self._no_plan())
            return
        yield from self._weighed(lists)
        yield None
        along = yield from self._along()
        hard = lists.hard_sentences(), len(lists.hard_words())
        summary = Summary(self._ledger.revision, *hard, level, known, along=along)
        yield summary
        for plan in self._plan(lists):
            yield None if plan is None else replace(summary, plan=plan)

    def gather(self) -> Iterator[tuple[Gloss, ...] | None]:
        """Give the hard words with the sentences they stand in first, in the order of the text."""
        yield from self._read()
        lists = self._lists_of_prose()
        if lists is None:
            yield ()
            return
        yield None
        yield glosses(lists, self._study)

    def _along(self) -> Generator[None, None, tuple[float, float] | None]:
        """Give the lowest and the highest Level along the text."""
        for found in stretches(self._ledger):
            if found is not None:
                values = [each.value for each in found]
                return (min(values), max(values)) if values else None
            yield None
        raise AssertionError("the stretches come at last")

    def _weighed(self, lists: Lists, panels: frozenset[Panel] = frozenset({Panel.SENTENCES})) -> Iterator[None]:
        if panels & {Panel.SENTENCES, Panel.PLAN}:
            yield from lists.weigh()

    def _read(self) -> Iterator[None]:
        while self._study.read_next():
            yield None

    def _lists_of_prose(self) -> Lists | None:
        """Give the lists of a text with a Level, None if it has none."""
        ledger, total = self._ledger, self._ledger.judged
        if not total.words or not total.sentences or is_foreign(total):
            return None
        if ledger.counting.exempt != self._exempt:
            self._exempt, self._memory = ledger.counting.exempt, Memory()
        return Lists(ledger, self._study, self._goal, self._memory)

    def _plan(self, lists: Lists) -> Iterator[Plan | None]:
        return Planner(self._ledger, self._study, lists, self._goal, self._rejected).plan()

    def _no_plan(self) -> Plan:
        return no_plan() if self._goal is None else no_level()

    def _profile(self, lists: tuple[WordList, ...] = ()) -> Generator[None, None, Profile]:
        names = frozenset(self._study.names)
        counts = self._ledger.vocabulary.counts
        for found in profiling(counts, self._ledger.lexicon, self._goal, lists, names):
            if found is not None:
                return found
            yield None
        raise AssertionError("a profile comes at last")

    def _marks(self, lists: Lists, question: Question) -> Generator[None, None, tuple[Mark, ...]]:
        marks: list[Mark] = []
        for mark in Marks(self._ledger, self._study, lists).between(question.first, question.last):
            marks.append(mark)
            yield None
        return tuple(marks)
