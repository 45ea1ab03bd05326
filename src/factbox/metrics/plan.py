"""The plan: few edits that bring a text to its goal, each with exactly what it does to the Level.

Every step is tried out on the ledger, so what it promises is what the text has when it is done. The steps are
chosen one by one, the one that saves most first; one that makes choppy prose or needs a careful eye counts for
less. That is short, if not provably the shortest; in the end, steps that are not needed are left out again.
"""

import heapq
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from factbox.metrics.formulas import FORMULAS
from factbox.metrics.goals import Goal
from factbox.metrics.guidance import Edit, Plan, Question, Spot, Step
from factbox.metrics.ledger import Entry, Ledger
from factbox.metrics.lists import Lists
from factbox.metrics.outcomes import Outcomes, replacing
from factbox.metrics.rarity import rarity
from factbox.metrics.simpler import Candidate
from factbox.metrics.splits import SHORT, Split, splits
from factbox.metrics.study import Place, Study
from factbox.translation import _, decimal, ngettext

# How many sentences and words are looked at, the hardest first, and how many steps a plan has at the most.
_SENTENCES, _WORDS, _STEPS = 300, 120, 60
# Places: a word that occurs more often is no matter of one step.
_OFTEN = 60
# What a step counts for beside one without a flaw.
_CHOPPY, _DOUBTFUL, _FROM_WORDNET = 0.35, 0.8, 0.5
# Less than this in grades is no step.
_LEAST = 0.0005
_SAME = 1e-12
# Letters around the place of a split that are shown.
_AROUND = 24


@dataclass(frozen=True, slots=True)
class _Idea:
    """A step that may be taken: its edits, and how much its saving counts."""

    key: str
    kind: str
    title: str
    before: str
    after: str
    note: str
    worth: float
    spot: Spot
    edits: tuple[Edit, ...]


def no_plan() -> Plan:
    """Give the plan of a text without a goal."""
    return Plan(remark=_("Choose a goal, and the plan shows the way to it."), brief=_("no goal yet"))


def no_level() -> Plan:
    """Give the plan of a text that has no Level, although there is a goal."""
    return Plan(remark=_("The plan comes with the Level: the text needs some sentences."), brief=_("no Level yet"))


class Planner:
    """Makes a plan for a ledger's document."""

    def __init__(
        self, ledger: Ledger, study: Study, lists: Lists, goal: Goal | None, rejected: frozenset[str]
    ) -> None:
        self._ledger, self._study, self._lists, self._goal = ledger, study, lists, goal
        self._rejected = rejected
        self._outcomes = Outcomes(ledger)
        self._level = self._outcomes.level

    def plan(self) -> Iterator[Plan | None]:
        """Choose the steps; gives None again and again while it thinks, and then the plan."""
        if self._goal is None:
            yield replace(no_plan(), level=self._level)
        elif self._goal.low <= self._level <= self._goal.high:
            yield Plan((), self._level, True, _("Within the goal. Nothing to do."), _("within the goal"))
        elif self._level < self._goal.low:
            remark = _("The text is easier than the goal. Nothing need be simpler.")
            yield Plan((), self._level, False, remark, _("easier than the goal"))
        else:
            yield from self._way_to(self._goal)

    def _way_to(self, goal: Goal) -> Iterator[Plan | None]:
        high = goal.high
        ideas: list[_Idea] = []
        waiting: list[tuple[float, int]] = []
        for idea in self._ideas():
            if idea is not None and idea.key not in self._rejected:
                heapq.heappush(waiting, (-self._saving(idea, ()) * idea.worth, len(ideas)))
                ideas.append(idea)
            yield None
        chosen: list[_Idea] = []
        level = self._level
        # A saving changes little with the steps before it: what was best a moment ago is measured again, and taken
        # if it still is.
        while waiting and level > high and len(chosen) < _STEPS:
            yield None
            _old, place = heapq.heappop(waiting)
            idea = ideas[place]
            if _overlap(idea, chosen):
                continue
            saving = self._saving(idea, chosen)
            if saving < _LEAST:
                continue
            if waiting and -saving * idea.worth > waiting[0][0] + _SAME:
                heapq.heappush(waiting, (-saving * idea.worth, place))
                continue
            chosen.append(idea)
            level -= saving
        chosen = yield from self._pruned(chosen, high)
        chosen = yield from self._landed(chosen, ideas, goal)
        steps = yield from self._steps(chosen)
        level = steps[-1].level if steps else self._level
        brief = "" if steps else _("no safe edits")
        yield Plan(steps, level, goal.low <= level <= high, _remark(level, goal), brief)

    def _pruned(self, chosen: list[_Idea], high: float) -> Generator[None, None, list[_Idea]]:
        """Leave out steps that later ones made needless."""
        kept = list(chosen)
        if self._after(kept) > high:
            return kept
        for idea in sorted(chosen, key=lambda each: each.worth):
            yield None
            others = [each for each in kept if each is not idea]
            if self._after(others) <= high:
                kept = others
        return kept

    def _landed(
        self, chosen: list[_Idea], ideas: Sequence[_Idea], goal: Goal
    ) -> Generator[None, None, list[_Idea]]:
        """Where the last step goes below the goal, take another that ends within it, if there is one."""
        if not chosen or self._after(chosen) >= goal.low:
            return chosen
        before = chosen[:-1]
        for idea in sorted(ideas, key=lambda each: -each.worth):
            yield None
            if not _overlap(idea, before) and goal.low <= self._after([*before, idea]) <= goal.high:
                return [*before, idea]
        return chosen

    def _steps(self, chosen: Sequence[_Idea]) -> Generator[None, None, tuple[Step, ...]]:
        level = self._level
        steps: list[Step] = []
        for number, idea in enumerate(chosen, start=1):
            yield None
            after = self._after(chosen[:number])
            step = Step(
                key=idea.key,
                kind=idea.kind,
                title=idea.title,
                before=idea.before,
                after=idea.after,
                note=idea.note,
                change=after - level,
                level=after,
                alone=self._after([idea]),
                spot=idea.spot,
                edits=idea.edits,
            )
            steps.append(step)
            level = after
        return tuple(steps)

    def _saving(self, idea: _Idea, others: Sequence[_Idea]) -> float:
        return self._after(others) - self._after([*others, idea])

    def _after(self, ideas: Iterable[_Idea]) -> float:
        """Give the Level after some ideas."""
        return self._outcomes.after(edit for idea in ideas for edit in idea.edits)

    def _ideas(self) -> Iterator[_Idea | None]:
        """Give the steps that may be taken, and None behind each sentence that was looked at."""
        question = Question(most=_SENTENCES)
        wanted = {(row.spot.block, row.spot.start) for row in self._lists.sentences(question)}
        for block in sorted({block for block, _start in wanted}):
            for _number, entry, reading in self._study.between(block, block):
                for sentence in reading.sentences:
                    if (block, sentence.start) in wanted:
                        yield from self._splits(Place(block, entry, sentence))
                        yield None
        hard = self._lists.hard_words()
        heavy = sorted(hard, key=lambda word: -self._lists.weight(word, hard[word]))
        found = {word: self._lists.offers(word)[:2] for word in heavy[:_WORDS] if hard[word] <= _OFTEN}
        yield from self._replacements({word: offers for word, offers in found.items() if offers})

    def _splits(self, place: Place) -> Iterator[_Idea]:
        text, sentence = place.entry.block.text, place.sentence
        neighbours = _short_neighbours(place)
        for split in splits(text, sentence.start, sentence.end):
            choppy = split.choppy or neighbours
            worth = split.worth * (_CHOPPY if choppy else 1.0) * (_DOUBTFUL if split.note else 1.0)
            notes = [_("Choppy: a short sentence stands there")] if choppy else []
            around = text[split.end - 1 : split.end + _AROUND]
            yield _Idea(
                key=f"split {text[sentence.start : split.start][-60:]}|{around}",
                kind="split",
                title=_("Split after “{word}”").format(word=split.after),
                before=_tail(text[sentence.start : split.start]),
                after=_head(_second(text, split)),
                note=". ".join([*notes, split.note] if split.note else notes),
                worth=worth,
                spot=Spot(place.block, split.start, split.end),
                edits=tuple(
                    Edit(Spot(place.block, start, end), written, text[start:end])
                    for start, end, written in split.changes
                ),
            )

    def _replacements(self, found: Mapping[str, Sequence[Candidate]]) -> Iterator[_Idea]:
        blocks: dict[str, list[tuple[int, Entry]]] = {}
        for word, number, entry in self._study.blocks_with(found):
            blocks.setdefault(word, []).append((number, entry))
        for word, places in blocks.items():
            for rank, candidate in enumerate(found[word]):
                edits = tuple(replacing(word, candidate.word, places))
                if edits:
                    yield self._replacement(word, candidate, edits, rank)

    def _replacement(self, word: str, candidate: Candidate, edits: tuple[Edit, ...], rank: int) -> _Idea:
        where = ngettext("in {n} place", "in {n} places", len(edits)) if len(edits) > 1 else ""
        return _Idea(
            key=f"replace {word} {candidate.word}",
            kind="replace",
            title=f"{word} → {candidate.word}",
            before="",
            after=" · ".join(filter(None, (self._easier(word, candidate), where))),
            note=_("A list cannot read: check the meaning"),
            worth=(0.9 if candidate.by_hand else _FROM_WORDNET) * (0.8 if rank else 1.0),
            spot=edits[0].spot,
            edits=edits,
        )

    def _easier(self, word: str, candidate: Candidate) -> str:
        """Say what makes a candidate easier, as far as the formula sees it."""
        lexicon = self._ledger.lexicon
        if FORMULAS[self._ledger.counting.formula].of_content:
            level, now = rarity(lexicon.language.code).cefr(word), candidate.cefr
            return _("{level} → {now}").format(level=level.name, now=now.name) if level and now else ""
        was, fewer = lexicon.tally([word]).syllables, lexicon.tally(candidate.word.split()).syllables
        return _("{syllables} → {now}").format(syllables=ngettext("{n} syllable", "{n} syllables", was), now=fewer)


def _remark(level: float, goal: Goal) -> str:
    if level > goal.high:
        missing = max(level - goal.high, 0.1)
        return _("No safe edits are left. The last {n} needs your own words.").format(n=decimal(missing, 1))
    return "" if level >= goal.low else _("below the goal: its last step saves more than is needed")


def _overlap(idea: _Idea, chosen: Iterable[_Idea]) -> bool:
    taken = [edit.spot for each in chosen for edit in each.edits]
    return any(
        spot.block == edit.spot.block and spot.start < edit.spot.end and edit.spot.start < spot.end
        for edit in idea.edits
        for spot in taken
    )


def _second(text: str, split: Split) -> str:
    """Give how the second half begins: as it stands, or as it will where it is given a subject."""
    opening = split.text.removeprefix(". ")
    if len(opening) > 1:
        return opening + text[split.end : split.end + 2 * _AROUND]
    return text[split.start : split.end + 2 * _AROUND].lstrip(" ,;")


def _short_neighbours(place: Place) -> bool:
    """Tell whether the sentence before or after is a short one already."""
    sentences = place.entry.reading.sentences if place.entry.reading is not None else ()
    number = sentences.index(place.sentence)
    beside = (*sentences[max(0, number - 1) : number], *sentences[number + 1 : number + 2])
    return any(each.tally.words < SHORT for each in beside)


def _tail(text: str) -> str:
    words = text.rsplit(maxsplit=4)
    return " ".join(words[-4:])


def _head(text: str) -> str:
    return " ".join(text.split()[:3]) + "…"
