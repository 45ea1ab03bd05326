"""The glossary: the hard words of a text, each with its first sentence, to be explained to readers."""

from collections.abc import Iterable

from factbox.metrics.guidance import Gloss
from factbox.metrics.lists import Lists
from factbox.metrics.study import Study, excerpt
from factbox.metrics.substitution import occurrences

# Letters of a sentence, and words: a handout of more is no handout.
_LONGEST, MOST_WORDS = 300, 500


def glosses(lists: Lists, study: Study) -> tuple[Gloss, ...]:
    """Give the hard words that are no names, in the order of the text; of too many, the most frequent."""
    # A name needs no meaning.
    names = {name.lower() for name in study.names}
    hard = {word: times for word, times in lists.hard_words().items() if word not in names}
    wanted = sorted(hard, key=lambda word: (-hard[word], word))[:MOST_WORDS]
    return tuple(_of(wanted, lists, study))


def _of(words: Iterable[str], lists: Lists, study: Study) -> Iterable[Gloss]:
    places: dict[str, tuple[int, int, str]] = {}
    for word, number, entry in study.blocks_with(words):
        for start, _end in occurrences(entry.block.text, word) if word not in places else ():
            sentences = entry.reading.sentences if entry.reading is not None else ()
            holder = next((each for each in sentences if each.start <= start < each.end), None)
            if holder is not None:
                text = entry.block.text[holder.start : holder.end]
                places[word] = (number, start, excerpt(text, _LONGEST))
                break
    for word, (_number, _start, example) in sorted(places.items(), key=lambda pair: pair[1][:2]):
        yield Gloss(word, lists.level_of(word), example)
