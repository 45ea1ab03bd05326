"""A second opinion: what others count in the same text, and why it differs.

textstat is imported only when its opinion is asked for. It would download a dictionary; it is given ours instead.
"""

import importlib
import importlib.metadata
import re
from collections.abc import Iterable

from factbox.document import Block
from factbox.metrics.explain import Comparison, Opinion
from factbox.metrics.formulas import FORMULAS
from factbox.metrics.language import language
from factbox.metrics.ledger import settle
from factbox.metrics.report import Report
from factbox.metrics.tally import Tally
from factbox.translation import _

# textstat reads a text as a whole, in calls that hold everything up: a book is judged by its beginning.
MOST_CHARACTERS = 200_000


def opinions(blocks: Iterable[Block]) -> tuple[Opinion, ...]:
    """Ask for second opinions on a document: textstat's, and what a word processor would count.

    Takes as long as textstat does, about 8 µs a word.
    """
    kept: list[Block] = []
    length = 0
    for block in blocks:
        length += len(block.text)
        if kept and length > MOST_CHARACTERS:
            break
        kept.append(block)
    text = "\n".join(block.text for block in kept)
    if not text.strip():
        return ()
    ours = settle(kept)
    part = _(", on the first {n} words").format(n=f"{ours.words + ours.words_left_out:,}")
    cut = part if length > MOST_CHARACTERS else ""
    return _textstat(text, ours, cut), _word_processor(kept, text, ours, cut)


def _textstat(text: str, ours: Report, cut: str) -> Opinion:
    textstat = importlib.import_module("textstat")
    counts = importlib.import_module("textstat.backend.counts._count_syllables")
    # The one private name we touch, hence textstat<0.8; a test asks for the opinion with the network closed.
    setattr(counts, "get_cmudict", lambda _language: _Pronunciations())  # noqa: B010  # typed as a plain module
    same_dictionary = _("The dictionary is the same; outside it textstat counts as a printer hyphenates.")
    rows = (
        _row(_("Words"), ours.words, textstat.lexicon_count(text), _(
            "textstat counts headings and items too, and takes what spaces divide: dashes part no words."
        )),
        _row(_("Sentences"), ours.sentences, textstat.sentence_count(text), _(
            "textstat joins headings to the next sentence, drops sentences of one or two words, and ends some at "
            "abbreviations and decimals."
        )),
        _row(_("Syllables"), ours.syllables, textstat.syllable_count(text), same_dictionary),
        _row(_("Flesch–Kincaid"), ours.scores["flesch_kincaid"], textstat.flesch_kincaid_grade(text), _(
            "The formula is the same; the counts above are not."
        )),
    )  # fmt: skip
    return Opinion(f"textstat {importlib.metadata.version('textstat')}{cut}", rows)


class _Pronunciations:
    """Our table in the shape of NLTK's dictionary, in which each vowel has a digit."""

    def __getitem__(self, word: str) -> list[list[str]]:
        return [["V1"] * language("en").syllables[word]]


def _word_processor(blocks: Iterable[Block], text: str, ours: Report, cut: str) -> Opinion:
    paragraphs = [block.text for block in blocks if block.text.strip()]
    words = len(text.split())
    sentences = sum(max(1, len(re.findall(r"[.!?]+(?=\s|$)", paragraph))) for paragraph in paragraphs)
    spoken = ours.syllables / ours.words if ours.words else 0
    tally = Tally(words=words, sentences=sentences, ended=1, syllables=round(spoken * words))
    rows = (
        _row(_("Words"), ours.words + ours.words_left_out, words, _(
            "It counts whatever stands between spaces, dashes and bullets too, and does not part words at dashes."
        )),
        _row(_("Sentences"), ours.sentences, sentences, _(
            "It ends sentences at every full stop and takes each heading and item for one."
        )),
        _row(_("Flesch–Kincaid"), ours.scores["flesch_kincaid"], FORMULAS["flesch_kincaid"].score(tally), _(
            "With its words and sentences, and our syllables a word."
        )),
    )  # fmt: skip
    return Opinion(_("A word processor") + cut, rows)


def _row(label: str, ours: float | None, theirs: float | None, reason: str) -> Comparison:
    here, there = _shown(ours), _shown(theirs)
    return Comparison(label, here, there, reason if here != there else "")


def _shown(value: float | None) -> str:
    if value is None:
        return "—"
    return f"{value:,}" if isinstance(value, int) else f"{value:.1f}".replace("-", "−")
