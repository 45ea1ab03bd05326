"""The content words of a text, and what each of them says of how hard its vocabulary is.

A content word is written small and without what follows its apostrophe. Function words, figures and addresses are
none. A word with a capital inside a sentence is taken for a name and left out, unless all is in capitals.
"""

from functools import lru_cache

from factbox.metrics import words
from factbox.metrics.language import language
from factbox.metrics.rarity import rarity
from factbox.metrics.syllables import syllables
from factbox.metrics.tally import Tally

FUNCTION_WORDS = frozenset(
    """
    a an the this that these those my your his her its our their whose which what who whom where when why how i
    me mine myself you yours yourself yourselves he him himself she hers herself it itself we us ours ourselves
    they them theirs themselves one ones someone somebody something anyone anybody anything everyone everybody
    everything nobody nothing none and or but nor so yet if because although though while whereas unless until
    since whether as than then of in at on for from to with by near between about against among around behind
    into over under across through without within during outside above below per like along beyond beneath
    beside besides throughout off out up down upon onto toward towards despite via after before am is are was
    were be been being have has had having do does did doing done can could will would shall should may might
    must ought cannot not no yes never also too very just only even still already all both each every either
    neither some any many much more most few fewer less least other others another such same own there here
    again ever once quite rather almost isn aren wasn weren don doesn didn won wouldn couldn shouldn mustn hasn
    haven hadn ll ve re two three four five six seven eight nine ten
    """.split()
)
# With these, words from Latin and French make nouns and adjectives of ideas.
_LATINATE = (
    *"tion sion ment ness ity ance ence ism ancy ency ical ous ive ate ize ise ify able ible".split(),
    *"tions sions ments nesses ities ances ences isms ancies encies ives ates izes ises ifies ables ibles".split(),
)
_LONG = 3
EXEMPT = "="
_QUOTES = "\"'“‘«"
# Words that are remembered: more than any text has.
_REMEMBERED = 200_000


def in_form(form: str) -> tuple[str, ...]:
    """Give the content words in a form that stands inside a sentence.

    A quotation begins like a sentence, so a capital behind its mark tells nothing.
    """
    return _in_form(form, opens=form[:1] in _QUOTES)


def inside(forms: list[str]) -> list[str]:
    """Write the forms of a sentence as if all stood inside it: its first word has no capital then."""
    if forms[-1].isupper() and "".join(forms).isupper():
        return [form.lower() for form in forms]
    if forms[0].isalnum():
        return [forms[0].lower(), *forms[1:]]
    for number, form in enumerate(forms):
        if any(map(str.isalnum, form)):
            return [*forms[:number], form.lower(), *forms[number + 1 :]]
    return forms


def exempted(word: str) -> str:
    """Write a content word that counts as easy: it is kept, but says nothing unless that is asked."""
    return EXEMPT + word


@lru_cache(_REMEMBERED)
def bare(word: str) -> str:
    """Give the content word that a word is, or nothing if it is none; its capitals tell nothing here."""
    small = words.plain(word).lower().partition("'")[0]
    if not small or small in FUNCTION_WORDS or not small[0].isalpha() or words.is_web(small):
        return ""
    return "" if any(map(str.isdigit, small)) else small


@lru_cache(_REMEMBERED)
def worth(family: tuple[str, ...]) -> int:
    """Give what the words of a text with one stem count in its tally, packed, however often they occur.

    A stem has the level and the frequency of the easiest and the commonest of its words that are there.

    Args:
        family: Different content words with one stem, in any order.
    """
    table = rarity()
    levels = [level for level in map(table.cefr, family) if level]
    commonness = [zipf for zipf in map(table.zipf, family) if zipf]
    return Tally(
        content_words=len(family),
        latinate=sum(map(is_latinate, family)),
        levelled=bool(levels),
        levels=min(levels, default=0),
        listed=bool(commonness),
        commonness=round(100 * max(commonness, default=0.0)),
    ).packed


def is_latinate(word: str) -> bool:
    """Tell whether a word has three and more syllables and a Latinate ending: education, dangerous, possible."""
    return word.endswith(_LATINATE) and syllables(word, language("en").syllables) >= _LONG


def _in_form(form: str, *, opens: bool) -> tuple[str, ...]:
    found: list[str] = []
    for part in words.parts(form):
        word = words.word(part)
        if word and (opens or not word[0].isupper()):
            found.extend(filter(None, (bare(word),)))
        opens = opens and not word
    return tuple(found)
