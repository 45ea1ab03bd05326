"""Notices on meaning: what an original says and its adaptation lost or changed, for the writer to judge."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain, pairwise

from factbox.metrics import words
from factbox.metrics.collation import Collation, Group, Line
from factbox.metrics.gist import Gist, stems, weight
from factbox.metrics.guidance import Edit, Spot
from factbox.metrics.losses import Kind, Loss, losses
from factbox.metrics.mending import Mend
from factbox.metrics.names import named_inside
from factbox.metrics.scene import Scene, Side, Stretch, scenes, spots
from factbox.metrics.simpler import simpler
from factbox.metrics.stems import stem_of
from factbox.metrics.study import excerpt
from factbox.translation import N_, _

# A key term stands in so many sentences of the original, and weighs so much.
_OFTEN, _RARE = 3, 0.5
_SHORTEST = 4
# A text that says what something is called means to use the word.
_INTRODUCED = re.compile(
    r"\b(?:calls?|called|known as|termed)\s+(?:an?\s+|the\s+)?(?P<term>[a-z][\w-]+)(?=[.,;:)]|$)"
)
_BEFORE_NOUNS = frozenset(
    "the a an of this these those their its his her our your my some any each every no".split()
)
# Letters that two words share at least if one is made from the other.
_BEGINNING = 5
# Scenes passed before others get their turn; what one counts more that was never looked at; scenes remembered.
_SLICE, _FRESH, _REMEMBERED = 600, 50, 60_000


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that the adaptation lost or changed.

    Attributes:
        key: What it is known by when it is dismissed; another one as soon as either side has other words.
        kind: What it is about.
        title: "Link word lost: cause".
        before: The words of the original; empty where something came that was not there.
        after: The words of the adaptation; empty where they are missing.
        sentence: The beginning of the sentence of the original.
        original: Where the words stand in the original; where something came that was not there, its sentences.
        adaptation: Where the words stand in the adaptation; where they are missing, the sentences that lack them.
            There are none where a key term was dropped with its sentence.
        mends: What puts it back, where that is safe; all at once, as one step that can be undone.
    """

    key: str
    kind: Kind
    title: str
    before: str
    after: str
    sentence: str
    original: tuple[Spot, ...]
    adaptation: tuple[Spot, ...]
    mends: tuple[Edit, ...] = ()


class Meaning:
    """Finds the notices of two texts, again and again while one of them is written."""

    def __init__(self) -> None:
        self._found: dict[Scene, tuple[Loss, ...]] = {}
        self._original: tuple[str, ...] = ()
        self._names: frozenset[str] = frozenset()
        self._terms: frozenset[str] = frozenset()
        self._there = _Vocabulary()

    def notices(self, collation: Collation) -> tuple[Notice, ...]:
        """Give the notices of two texts, by the order of the original."""
        return next(found for found in self.think(collation) if found is not None)

    def think(self, collation: Collation) -> Iterator[tuple[Notice, ...] | None]:
        """Find the notices in slices of some milliseconds: None after each, all of them at last."""
        original = tuple(line.text for line in collation.original)
        if original != self._original or len(self._found) > _REMEMBERED:
            # All at the end: a thought that is given up in between must leave nothing half done.
            names = named_inside(original)
            yield None
            terms = frozenset(_terms(collation.original))
            yield None
            self._original, self._names, self._terms = original, names, terms
            self._found.clear()
        self._there.become(collation.adaptation)
        found: list[tuple[Group, Scene, Loss]] = []
        waiting = 0
        for group, scene in scenes(collation):
            known = self._found.get(scene)
            waiting += 1
            if known is None:
                known = self._found[scene] = tuple(losses(scene, self._names))
                waiting += _FRESH
            if waiting >= _SLICE:
                waiting = 0
                yield None
            found += ((group, scene, loss) for loss in known)
        yield None
        told = [*_told(found, self._there.words), *self._lost_terms(collation)]
        yield tuple(sorted(told, key=lambda notice: (notice.original[0].block, notice.original[0].start)))

    def _lost_terms(self, collation: Collation) -> Iterator[Notice]:
        """Give the key terms of the original that the adaptation has nowhere, each at its first sentence."""
        kept = self._there.stems
        lost = {stem for stem in self._terms if stem not in kept}
        if not lost:
            return
        beginnings = {stem[:_BEGINNING] for stem in kept}
        for group in collation.groups:
            for line in group.original:
                for stem in sorted(lost & line.gist.stems):
                    lost.discard(stem)
                    notice = _term(stem, line, group)
                    if notice and stem[:_BEGINNING] not in beginnings and not _is_simpler(notice.before, kept):
                        yield notice


class _Vocabulary:
    """The words and stems of a text; an edit costs the sentences that it touched.

    Attributes:
        words: How often each word occurs, in small letters.
        stems: How many sentences each stem is in.
    """

    def __init__(self) -> None:
        self.words: dict[str, int] = {}
        self.stems: dict[str, int] = {}
        self._gists: list[Gist] = []

    def become(self, lines: Sequence[Line]) -> None:
        """Count another text instead."""
        old, new = self._gists, [line.gist for line in lines]
        most = min(len(old), len(new))
        start = next((place for place in range(most) if old[place] is not new[place]), most)
        end = 0
        most -= start
        while end < most and old[len(old) - end - 1] is new[len(new) - end - 1]:
            end += 1
        for gists, sign in ((old[start : len(old) - end], -1), (new[start : len(new) - end], 1)):
            for gist in gists:
                _count(self.words, gist.words.lower().split(), sign)
                _count(self.stems, gist.stems, sign)
        self._gists = new


def _count(times: dict[str, int], found: Iterable[str], sign: int) -> None:
    for each in found:
        many = times.get(each, 0) + sign
        if many:
            times[each] = many
        else:
            del times[each]


def _told(found: list[tuple[Group, Scene, Loss]], everywhere: Mapping[str, int]) -> Iterator[Notice]:
    """Make notices of losses: of each name that is gone only one, and of none that is still in the text."""
    gone: set[str] = set()
    quoted: set[int] = set()
    for group, scene, loss in found:
        if loss.kind is Kind.QUOTATION:
            # One notice for the sentences of a quotation.
            if group.original[0].spot.block in quoted:
                continue
            quoted.add(group.original[0].spot.block)
        if loss.unless:
            # A possessive ending changes nothing.
            if any(f"{word}{end}" in everywhere for word in loss.unless for end in ("", "'s", "s")):
                continue
            if not gone.isdisjoint(loss.unless):
                continue
            gone.update(loss.unless)
        yield _notice(group, scene, loss)


def _notice(group: Group, scene: Scene, loss: Loss) -> Notice:
    before, after = _cut(scene.ours, loss.ours), _cut(scene.theirs, loss.theirs)
    number = loss.ours or loss.theirs
    return Notice(
        key=_key(loss.kind, loss.title, str(number), *scene.original, "", *scene.adaptation),
        kind=loss.kind,
        title=_(loss.title),
        before=before,
        after=after,
        sentence=excerpt(group.original[0].text),
        original=spots(group.original, scene.ours, loss.ours) if loss.ours else _whole(group.original),
        adaptation=spots(group.adaptation, scene.theirs, loss.theirs) if loss.theirs else _whole(group.adaptation),
        mends=_edits(group, scene, loss.mends),
    )


def _edits(group: Group, scene: Scene, mends: tuple[Mend, ...]) -> tuple[Edit, ...]:
    """Give the edits that put something back; none if one of them ran over the end of a paragraph."""
    found: list[Edit] = []
    for start, end, text in mends:
        parts = spots(group.adaptation, scene.theirs, Stretch(start, end))
        first, last = parts[0], parts[-1]
        if first.block != last.block or last.end - first.start != end - start:
            return ()
        found.append(Edit(Spot(first.block, first.start, last.end), text, scene.theirs.text[start:end]))
    return tuple(found)


def _terms(lines: Sequence[Line]) -> Iterator[str]:
    """Give the stems of the key terms of a text: rare nouns that it has often, and what it says a name for."""
    times: Counter[str] = Counter(chain.from_iterable(line.gist.stems for line in lines))
    nouns = _nouns(lines)
    yield from (stem for stem, many in times.items() if many >= _OFTEN and stem in nouns and _is_term(stem))
    for line in lines:
        for match in _INTRODUCED.finditer(line.text):
            yield from filter(_is_term, stems(match["term"]))


def _is_term(stem: str) -> bool:
    return weight(stem) >= _RARE and len(stem) >= _SHORTEST and stem.isalpha()


def _nouns(lines: Sequence[Line]) -> set[str]:
    """Give the stems that stand as nouns do, more than once: behind an article, a possessive, or "of"."""
    found: Counter[str] = Counter()
    for line in lines:
        forms = line.text.split()
        for before, form in pairwise(forms):
            if before.lower() in _BEFORE_NOUNS and not form.rstrip(".,;:!?").endswith(("ed", "ing", "ly")):
                found.update(stems(form))
    return {stem for stem, many in found.items() if many > 1}


def _is_simpler(word: str, kept: Mapping[str, int]) -> bool:
    return any(all(stem_of(part) in kept for part in each.word.lower().split()) for each in simpler(word))


def _term(stem: str, line: Line, group: Group) -> Notice | None:
    for form in line.text.split():
        if stem in stems(form):
            word = words.word(form)
            start = line.spot.start + line.text.index(form)
            # Names have a rule of their own.
            if not word.islower():
                return None
            inner = form.find(word)
            start += max(0, inner)
            return Notice(
                key=_key(Kind.TERM, stem, line.text, *(each.text for each in group.adaptation)),
                kind=Kind.TERM,
                title=_(N_("Key term lost")),
                before=word,
                after="",
                sentence=excerpt(line.text),
                original=(Spot(line.spot.block, start, start + len(word)),),
                adaptation=_whole(group.adaptation),
            )
    return None


def _whole(lines: tuple[Line, ...]) -> tuple[Spot, ...]:
    return tuple(line.spot for line in lines)


def _cut(side: Side, stretch: Stretch | None) -> str:
    return side.text[stretch.start : stretch.end] if stretch else ""


def _key(*parts: str) -> str:
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
