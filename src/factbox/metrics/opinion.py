"""A second opinion: what others count in the same text, and why it differs.

textstat is imported only when its opinion is asked for. It would download a dictionary; it is given ours instead.
"""

import importlib
import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from factbox.document import Block
from factbox.metrics.explain import Comparison, Opinion
from factbox.metrics.formulas import FORMULAS
from factbox.metrics.language import language
from factbox.metrics.ledger import settle
from factbox.metrics.report import Counting, Report
from factbox.metrics.tally import Tally
from factbox.translation import _, decimal, whole

# textstat reads a text as a whole, in calls that hold everything up: a book is judged by its beginning.
MOST_CHARACTERS = 200_000


def opinions(blocks: Iterable[Block]) -> tuple[Opinion, ...]:
    """Ask for second opinions on a document: textstat's, and what a word processor would count.

    They know no fragments, so they are compared with our counts of the whole text, headings and items included.
    Takes as long as textstat does, about 8 µs a word.
    """
    kept: list[Block] = []
    room = MOST_CHARACTERS
    cut = False
    for block in blocks:
        if len(block.text) > room:
            # Up to the last space, or nowhere.
            kept.append(Block(block.text[:room].rpartition(" ")[0], block.role))
            cut = True
            break
        kept.append(block)
        room -= len(block.text)
    text = "\n".join(block.text for block in kept)
    ours = settle(kept, counting=Counting(fragments=True))
    if not ours.words or ours.level is None:
        return ()
    part = _(", on the first {n} words").format(n=whole(ours.words)) if cut else ""
    return _textstat(text, ours, part), _word_processor(kept, text, ours, part)


def _textstat(text: str, ours: Report, part: str) -> Opinion:
    textstat = _textstat_with_our_table()
    rows = (
        _row(_("Words"), ours.words, textstat.lexicon_count(text), _(
            "textstat takes what spaces divide: dashes and slashes part no words, and a bullet may be one."
        )),
        _row(_("Sentences"), ours.sentences, textstat.sentence_count(text), _(
            "textstat joins headings to the next sentence, drops sentences of one or two words, and ends some at "
            "abbreviations and decimals."
        )),
        _row(_("Syllables"), ours.syllables, textstat.syllable_count(text), _(
            "Words outside the dictionary are counted as a printer hyphenates; figures and contractions differ."
        )),
        _row(_("Flesch–Kincaid"), ours.scores["flesch_kincaid"], textstat.flesch_kincaid_grade(text), _(
            "The formula is the same; the counts above are not."
        )),
    )  # fmt: skip
    return Opinion(f"textstat {'.'.join(map(str, textstat.__version__))}{part}", rows)


@cache
def _textstat_with_our_table() -> Any:
    textstat = importlib.import_module("textstat")
    counts = importlib.import_module("textstat.backend.counts._count_syllables")
    # The one private name we touch, hence textstat<0.8; a test asks for the opinion with the network closed.
    setattr(counts, "get_cmudict", lambda _language: _Pronunciations())  # noqa: B010  # typed as a plain module
    return textstat


class _Pronunciations:
    """Our table in the shape of NLTK's dictionary, in which each vowel has a digit."""

    def __getitem__(self, word: str) -> list[list[str]]:
        return [["V1"] * language("en").syllables[word]]


def _word_processor(blocks: Iterable[Block], text: str, ours: Report, part: str) -> Opinion:
    paragraphs = [block.text for block in blocks if block.text.strip()]
    words = len(text.split())
    sentences = sum(max(1, len(re.findall(r"[.!?]+(?=\s|$)", paragraph))) for paragraph in paragraphs)
    tally = Tally(words=words, sentences=sentences, ended=1, syllables=round(ours.syllables / ours.words * words))
    rows = (
        _row(_("Words"), ours.words, words, _(
            "Whatever stands between spaces is a word to it, dashes and bullets too."
        )),
        _row(_("Sentences"), ours.sentences, sentences, _(
            "It ends a sentence at every full stop with a space behind."
        )),
        _row(_("Flesch–Kincaid"), ours.scores["flesch_kincaid"], FORMULAS["flesch_kincaid"].score(tally), _(
            "With its words and sentences, and our syllables a word."
        )),
    )  # fmt: skip
    return Opinion(_("A word processor") + part, rows)


def _row(label: str, ours: float | None, theirs: float | None, reason: str) -> Comparison:
    here, there = _shown(ours), _shown(theirs)
    return Comparison(label, here, there, reason if here != there else "")


def _shown(value: float | None) -> str:
    if value is None:
        return "—"
    return whole(value) if isinstance(value, int) else decimal(value, 1).replace("-", "−")
