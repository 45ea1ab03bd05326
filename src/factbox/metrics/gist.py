"""The gist of a sentence: the stems of its words, by which it is known again when it was put in other words.

A stem is a word without its regular endings and in one spelling; irregular forms lead to their base. Stems weigh
by how rare they are: "the" tells nothing, "osmosis" nearly all.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from math import log1p

from factbox.metrics import words
from factbox.metrics.rarity import rarity

# Zipf: what is as common as this tells nothing, what is rarer by as much as this tells all.
_EMPTY, _FULL = 6.4, 3.6
_SHORTEST = 3
_VOWELS = frozenset("aeiouy")
_ENDINGS = ("ing", "ed", "es", "s", "ly", "er", "est")
_DOUBTFUL = frozenset(("er", "est"))
_UNDOUBLED = frozenset("bdgmnprt")
# Irregular forms behind their base; and short words whose endings do not come off by rule.
_IRREGULAR = {
    form: base
    for line in """
    be am is are was were been; have has had; do does did done; go goes went gone; say said; make made; take took
    taken; come came; see saw seen; know knew known; get got gotten; give gave given; find found; think thought;
    tell told; become became; leave left; feel felt; put; bring brought; begin began begun; keep kept; hold held;
    write wrote written; stand stood; hear heard; let; mean meant; set; meet met; run ran; pay paid; sit sat;
    speak spoke spoken; lie lay lain; lead led; read; grow grew grown; lose lost; fall fell fallen; send sent;
    build built; understand understood; draw drew drawn; break broke broken; spend spent; cut; rise rose risen;
    drive drove driven; buy bought; wear wore worn; choose chose chosen; seek sought; throw threw thrown;
    catch caught; deal dealt; win won; forget forgot forgotten; teach taught; sell sold; sing sang sung;
    drink drank drunk; swim swam swum; fly flew flown; fight fought; eat ate eaten; sleep slept; shoot shot;
    steal stole stolen; hide hid hidden; bite bit bitten; shake shook shaken; wake woke woken; ride rode ridden;
    strike struck; swear swore sworn; tear tore torn; freeze froze frozen; sink sank sunk; shrink shrank shrunk;
    ring rang rung; stick stuck; dig dug; hang hung; feed fed; flee fled; bleed bled; breed bred; lend lent;
    bend bent; sweep swept; weep wept; creep crept; sow sown; show shown; blow blew blown; shine shone;
    swing swung;
    use uses used using; die dies died dying; lie lying; tie tied tying; age aged ageing; ice icy; owe owed owing;
    woman women; man men; child children; person people; foot feet; tooth teeth; mouse mice; goose geese;
    life lives; wife wives; knife knives; leaf leaves; half halves; wolf wolves; thief thieves; shelf shelves;
    good better best; bad worse worst; far further farther; phenomenon phenomena; criterion criteria; axis axes
    """.split(";")
    for base, *forms in [line.split()]
    for form in forms
}
# Sentences remembered: two texts of 100,000 words have some 12,000.
_REMEMBERED = 60_000


class Gist:
    """What a sentence says, for comparing; one object for all sentences with the same words.

    Attributes:
        words: Its words without what is around them, with their capitals, parted by spaces.
        stems: The stems of its words, without those that tell nothing.
    """

    __slots__ = ("stems", "words")

    def __init__(self, text: str) -> None:
        forms = text.split()
        self.words = " ".join(filter(None, map(_word, forms)))
        self.stems = frozenset(stem for form in forms for stem in stems(form))


class Gists:
    """The memory of gists, so that sentences with the same text share one."""

    def __init__(self) -> None:
        self._known: dict[str, Gist] = {}

    def __getitem__(self, text: str) -> Gist:
        """Give the gist of a sentence."""
        found = self._known.get(text)
        if found is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            found = self._known[text] = Gist(text)
        return found


class Weights(dict[str, float]):
    """How much each stem tells in a text: the rarer in the language and in the text, the more; 0 to 1.

    Args:
        text: The gists of the sentences of the text.
    """

    def __init__(self, text: Sequence[Gist]) -> None:
        super().__init__()
        self._sentences = max(1, len(text))
        self._times: dict[str, int] = {}
        for gist in text:
            for stem in gist.stems:
                self._times[stem] = self._times.get(stem, 0) + 1

    def __missing__(self, stem: str) -> float:
        often = self._times.get(stem, 1)
        here = log1p(self._sentences / often) / log1p(self._sentences)
        found = self[stem] = weight(stem) * here
        return found

    def of(self, stems: Iterable[str]) -> float:
        """Add up the weights of stems."""
        return sum(map(self.__getitem__, stems))


@cache
def stems(form: str) -> tuple[str, ...]:
    """Give the stems in a form that tell something; a compound has those of its parts."""
    found = words.word(form).lower().removesuffix("'s").replace("/", "-").replace("—", "-").split("-")
    return tuple(stem for part in found if part and weight(stem := stem_of(part)))


@cache
def weight(stem: str) -> float:
    """Give how much a stem tells in any text, 0 to 1; what the table of words lacks is a name or a figure."""
    return round(min(1.0, max(0.0, (_EMPTY - _commonness(stem)) / _FULL)), 4)


@cache
def stem_of(word: str) -> str:
    """Give the stem of a word in small letters."""
    word = _IRREGULAR.get(word, word)
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if (
            stem is not word
            and len(stem) >= _SHORTEST
            and not _VOWELS.isdisjoint(stem)
            and not word.endswith("ss")
        ):
            # "Stopped" comes from "stop", but "called" from "call".
            stem = stem[:-1] if stem[-1] == stem[-2] and stem[-1] in _UNDOUBLED else stem
            if ending in _DOUBTFUL and _commonness(stem) < _commonness(word):
                # "Number" does not come from "numb".
                continue
            word = stem
            break
    word = word.removesuffix("e") if len(word) > _SHORTEST else word
    word = f"{word[:-1]}i" if word.endswith("y") and len(word) > _SHORTEST else word
    if len(word) <= 4:
        return word
    # One spelling for British and American words.
    word = f"{word[:-1]}z" if word.endswith(("is", "ys")) else word
    return word.replace("isation", "ization").replace("our", "or")


def _commonness(stem: str) -> float:
    """Give the Zipf frequency of the commonest word with a stem; 0 if none is in the table."""
    table = rarity()
    stemmed = (stem, f"{stem}e", f"{stem[:-1]}y" if stem[-1] == "i" else stem, f"{stem}s", f"{stem}ed")
    return max(table.zipf(each) or 0.0 for each in stemmed)


@cache
def _word(form: str) -> str:
    return words.word(form)
