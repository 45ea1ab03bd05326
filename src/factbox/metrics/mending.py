"""How a lost link word can be put back into an adaptation, where that is safe."""

from typing import NamedTuple

from factbox.metrics.links import Relation
from factbox.metrics.scene import Scene, stems_of

_SMALL = frozenset(
    """
    the a an this that these those he she it they we you his her its their our my your there here in on at to from
    for with by of after before when while as many some most all every each no one two three people now then also
    today such other another both
    """.split()
)
_BEFORE = {Relation.CONTRAST: "But ", Relation.RESULT: "So ", Relation.CAUSE: "So "}


class Mend(NamedTuple):
    """What to put into the adaptation of a scene: these characters give way to others."""

    start: int
    end: int
    text: str


def mends(
    scene: Scene, relation: Relation, first: frozenset[str], second: frozenset[str], *, comma: bool = False
) -> tuple[Mend, ...]:
    """Give how to link two clauses again; nothing where that is not safe.

    Args:
        scene: The group that lost its link word.
        relation: What it told.
        first: The stems of the clause before the link word, or of that which it opens the sentence with.
        second: The stems of the other clause.
        comma: Whether the original has a comma before the link word.
    """
    if not first:
        return _begun(scene, 0, _BEFORE.get(relation, "")) if relation is not Relation.CAUSE else ()
    places = (_place(scene, first), _place(scene, second))
    if places[1] != places[0] + 1:
        return ()
    begins = _opens(scene, relation)
    if relation is Relation.CAUSE and not begins:
        return _joined(scene, places[1], ", because " if comma else " because ")
    if relation is Relation.CONDITION:
        return (*_begun(scene, places[0], "If "), *_joined(scene, places[1], ", ")) if begins else ()
    return _begun(scene, places[1], _BEFORE[relation])


def _opens(scene: Scene, relation: Relation) -> bool:
    words = {Relation.CAUSE: ("because", "due", "owing", "thanks", "as"), Relation.CONDITION: ("if",)}
    return scene.ours.text.lower().lstrip("“\"'(").startswith(words.get(relation, ("",)))


def _place(scene: Scene, clause: frozenset[str]) -> int:
    """Give the sentence of the adaptation that has most of a clause."""
    shared = [len(stems_of(line) & clause) for line in scene.adaptation]
    return shared.index(max(shared))


def _begun(scene: Scene, number: int, words: str) -> tuple[Mend, ...]:
    """Begin a sentence with other words."""
    first = _first(scene, number)
    start = scene.theirs.starts[number]
    return (
        (Mend(start, start + len(first), words + _small(first)),) if words and _may_be_small(scene, first) else ()
    )


def _joined(scene: Scene, number: int, words: str) -> tuple[Mend, ...]:
    """Join a sentence to the one before it."""
    first, before = _first(scene, number), scene.adaptation[number - 1]
    start = scene.theirs.starts[number]
    if not before.endswith(".") or before.endswith("..") or not _may_be_small(scene, first):
        return ()
    return (Mend(start - 2, start + len(first), words + _small(first)),)


def _first(scene: Scene, number: int) -> str:
    return scene.adaptation[number].split()[0]


def _small(word: str) -> str:
    return word.lower() if word.lower() in _SMALL else word[0].lower() + word[1:]


def _may_be_small(scene: Scene, word: str) -> bool:
    bare = word.strip(",;:").lower()
    return word.isalpha() and (bare in _SMALL or f" {bare} " in f" {' '.join((*scene.known, *scene.nearby))} ")
