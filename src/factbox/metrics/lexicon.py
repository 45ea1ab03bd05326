"""What is known of each distinct form: its tokens and its counts, found once and then looked up."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import chain
from typing import TypeVar

from factbox.metrics import content, words
from factbox.metrics.language import Language
from factbox.metrics.syllables import syllables
from factbox.metrics.tally import Tally

_Known = TypeVar("_Known")

_TOKEN = Tally(tokens=1).packed

# What an inflected word ends with, and what its listed word has there.
_FAMILIAR_ENDINGS = tuple(
    tuple(pair.split(":"))
    for pair in "'s: s':s s: es: ies:y d: ed: ied:y ing: ing:e r: er: ier:y st: est: iest:y ly: ily:y".split()
)


class Lexicon:
    """The memory of forms; it grows with the vocabulary of the text, not with its length.

    Args:
        language: What is known of the language.
        exempt: Words in lower case that count as easy, whatever they are: names, and words of a glossary.
        with_content: Whether the content words of paragraphs are to be kept, for formulas that ask for them.
    """

    def __init__(
        self, language: Language, exempt: frozenset[str] = frozenset(), *, with_content: bool = False
    ) -> None:
        self.language = language
        self.exempt = exempt
        self.with_content = with_content
        # A memory that held methods of its lexicon would keep that alive for ever: the analyst freezes garbage.
        self._tokens: _Memory[tuple[str, ...]] = _Memory(words.tokens)
        self._words: _Memory[int] = _Memory(partial(_count_word, language))
        self._counts: _Memory[int] = _Memory(partial(_count, self._tokens, self._words))
        self._spared: _Memory[int] = _Memory(partial(_spare, exempt, self._words))
        self._numbers: _Memory[int] = _Memory(partial(_number, self._counts))
        self._content: _Memory[tuple[str, ...]] = _Memory(partial(_content, exempt))

    @property
    def size(self) -> int:
        """How many forms it remembers."""
        return len(self._tokens)

    def tokens(self, forms: Iterable[str]) -> Iterator[str]:
        """Give the tokens of forms, in order."""
        return chain.from_iterable(map(self._tokens.__getitem__, forms))

    def tally(self, forms: Iterable[str]) -> Tally:
        """Add up the counts of forms: every count of a tally that belongs to single words."""
        return Tally.unpack(sum(map(self._counts.__getitem__, forms)))

    def words(self, forms: Iterable[str]) -> int:
        """Count the words in forms."""
        return sum(map(self._numbers.__getitem__, forms))

    def spared(self, forms: Iterable[str]) -> int:
        """Give what the exempt words among forms are spared, to be added to a packed tally.

        It is no tally by itself: an easy word has less of most counts, and more of some.
        """
        return sum(map(self._spared.__getitem__, forms)) if self.exempt else 0

    def eased(self, forms: Iterable[str]) -> Tally:
        """Add up the counts of forms, the exempt words as easy ones."""
        listed = list(forms)
        return Tally.unpack(self.tally(listed).packed + self.spared(listed))

    def content(self, forms: list[str]) -> Iterator[str]:
        """Give the content words of a sentence, in order; those that count as easy as `content.exempted` has them.

        Args:
            forms: The forms of the sentence.
        """
        return chain.from_iterable(map(self._content.__getitem__, content.inside(forms)))

    def is_exempt(self, word: str) -> bool:
        """Tell whether a word counts as easy, itself or without its possessive ending."""
        return _is_exempt(word, self.exempt)


def _is_exempt(word: str, exempt: frozenset[str]) -> bool:
    lower = word.lower()
    return lower in exempt or lower.removesuffix("'s") in exempt


def _spare(exempt: frozenset[str], known: Mapping[str, int], form: str) -> int:
    found = (word for word in map(words.word, words.parts(form)) if _is_exempt(word, exempt))
    return sum(_easy(word) - known[known_as(word)] for word in found)


def _content(exempt: frozenset[str], form: str) -> tuple[str, ...]:
    return tuple(content.exempted(word) if word in exempt else word for word in content.in_form(form))


def _count(tokens: Mapping[str, tuple[str, ...]], known: Mapping[str, int], form: str) -> int:
    its = tokens[form]
    counts = len(its) * _TOKEN
    simple = words.plain_word(form)
    if simple:
        return counts + known[known_as(simple)]
    counts += Tally(foreign=sum(map(words.is_foreign, its))).packed
    return counts + sum(known[known_as(words.word(part))] for part in words.parts(form))


def _number(counts: Mapping[str, int], form: str) -> int:
    return Tally.unpack(counts[form]).words


def _count_word(language: Language, word: str) -> int:
    if not word:
        return 0
    if words.is_web(word):
        # An address weighs like one short word.
        return _easy("a")
    spoken = max(1, syllables(word, language.syllables))
    letters = len(word) if word.isalnum() else sum(map(str.isalnum, word))
    return Tally(
        words=1,
        syllables=spoken,
        letters=letters,
        monosyllables=spoken == 1,
        polysyllables=spoken >= 3,
        complex_words=spoken >= 3 and _is_complex(word, spoken, language),
        long_words=letters > 6,
        mini_words=letters <= 3,
        unfamiliar=not is_familiar(word, language.familiar),
    ).packed


def _is_complex(word: str, spoken: int, language: Language) -> bool:
    # Gunning's exceptions but the names: a capital alone does not tell a name from the start of a sentence.
    table = language.syllables
    if "-" in word:
        return any(syllables(part, table) >= 3 for part in word.split("-"))
    ending = next((each for each in ("es", "ed", "ing") if word.lower().endswith(each)), "")
    return not ending or spoken > 3 or syllables(word[: -len(ending)], table) >= 3


def _easy(word: str) -> int:
    """Give the packed counts of an easy word: of one syllable and no more than four letters."""
    letters = min(4, sum(map(str.isalnum, word)))
    return Tally(words=1, syllables=1, letters=letters, monosyllables=1, mini_words=letters <= 3).packed


def known_as(word: str) -> str:
    """Write a word as it is known: a capital at its start alone changes nothing."""
    small = word[:1].lower() + word[1:]
    return small if small == word.lower() else word


def is_familiar(word: str, familiar: frozenset[str]) -> bool:
    """Tell whether a word is familiar, itself or as a regular inflection of a listed word; figures are.

    Plurals, possessives, verb endings, comparisons and adverbs in -ly of listed words count as listed (Chall and
    Dale 1995, rules for counting unfamiliar words); a hyphenated word does when its parts do.
    """
    lower = word.lower()
    if lower in familiar or any(map(str.isdigit, lower)) or words.is_web(lower):
        return True
    if "-" in lower:
        return all(is_familiar(part, familiar) for part in lower.split("-") if part)
    return any(
        _stem_listed(lower.removesuffix(end), put, familiar)
        for end, put in _FAMILIAR_ENDINGS
        if lower.endswith(end)
    )


def _stem_listed(cut: str, put: str, familiar: frozenset[str]) -> bool:
    doubled = not put and len(cut) > 2 and cut[-1] == cut[-2]
    return cut + put in familiar or (doubled and cut[:-1] in familiar)


class _Memory(dict[str, _Known]):
    """Remembers what a function gave for each form; forgets all before it grows past any real vocabulary."""

    _MOST = 400_000

    def __init__(self, find: Callable[[str], _Known]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, form: str) -> _Known:
        if len(self) >= self._MOST:
            self.clear()
        found = self[form] = self._find(form)
        return found
