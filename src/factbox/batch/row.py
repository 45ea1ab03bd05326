"""A row: what is told of one text among many, and the measuring of one file."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Self

from factbox import formats
from factbox.document import Document
from factbox.formats import FormatError
from factbox.metrics.formulas import FORMULAS
from factbox.metrics.language import language
from factbox.metrics.ledger import settle
from factbox.metrics.lexicon import Lexicon
from factbox.metrics.report import COUNTING, Counting, Report
from factbox.translation import _

# What is known of a form holds for all files; of so many forms it takes some twenty megabytes.
_MOST_FORMS = 50_000


@dataclass(frozen=True, slots=True)
class Order:
    """What is wanted of every text.

    Attributes:
        counting: How to count.
        scores: The keys of the formulas whose figures are wanted besides the Level.
    """

    counting: Counting = COUNTING
    scores: tuple[str, ...] = ()

    @property
    def with_content(self) -> bool:
        """Whether content words are to be kept."""
        return self.every or FORMULAS[self.counting.formula].of_content

    @property
    def every(self) -> bool:
        """Whether a score asks for more than the formula of the Level does."""
        return any(FORMULAS[key].of_content for key in self.scores)


@dataclass(frozen=True, slots=True)
class Row:
    """The figures of one text, or why there are none; it may be pickled and cross processes.

    Its fields are the keys of the JSON that the command line prints, in their order.

    Attributes:
        path: The file, as it was named.
        language: An ISO 639-1 code.
        error: Why there are no figures, in a sentence; None where there are some.
        level: School grade (US), unrounded; None where no figure would be honest.
        level_low: The lower end of the band.
        level_high: The upper end of the band.
        formula: The key of the formula that gives the Level.
        tokens: Tokens of the whole text.
        types: Different tokens of the whole text.
        ttr: Types / tokens; None without tokens.
        words: Words of the prose.
        sentences: Sentences of the prose.
        syllables: Syllables of the prose.
        fragments: Blocks that are no sentences.
        words_left_out: Words in them.
        scores: The figures of the formulas that were wanted, by their keys; None with an error.
        remark: Why there is no Level, in a sentence; None where there is one, and with an error.
    """

    path: str
    language: str = "en"
    error: str | None = None
    level: float | None = None
    level_low: float | None = None
    level_high: float | None = None
    formula: str = COUNTING.formula
    tokens: int | None = None
    types: int | None = None
    ttr: float | None = None
    words: int | None = None
    sentences: int | None = None
    syllables: int | None = None
    fragments: int | None = None
    words_left_out: int | None = None
    scores: Mapping[str, float | None] | None = None
    remark: str | None = None

    @classmethod
    def told(cls, path: str, report: Report, scores: tuple[str, ...]) -> Self:
        """Make the row of a text that was measured."""
        same = {name: getattr(report, name) for name in _OF_REPORT}
        every = report.scores
        remark = report.remark if report.level is None else None
        return cls(path, **same, scores={key: every[key] for key in scores}, remark=remark)

    def as_json(self) -> str:
        """Give the row as an object in one line, in ASCII, so that a name of any bytes can be read back."""
        return json.dumps({each.name: getattr(self, each.name) for each in fields(self)})


_OF_REPORT = tuple(each.name for each in fields(Row) if each.name not in {"path", "error", "scores", "remark"})


@cache
def _lexicon(code: str, exempt: frozenset[str], with_content: bool) -> Lexicon:  # noqa: FBT001  # a key
    return Lexicon(language(code), exempt, with_content=with_content)


def measured(path: str, order: Order) -> Row:
    """Measure a file; what goes wrong is told in its row."""
    try:
        document: Document = formats.read(Path(path))
        lexicon = _lexicon(document.language, order.counting.exempt, order.with_content)
        if lexicon.size > _MOST_FORMS:
            _lexicon.cache_clear()
        report = settle(document.blocks, document.language, order.counting, every=order.every, lexicon=lexicon)
        return Row.told(path, report, order.scores)
    except FormatError as error:
        return Row(path, error=str(error), formula=order.counting.formula)
    except Exception as error:  # noqa: BLE001  # our own mistake in one file must not cost the others
        return Row(path, error=unmeasured(error), formula=order.counting.formula)


def unmeasured(error: Exception) -> str:
    """Say that a text could not be measured, for a reason that nobody foresaw."""
    return _("It could not be measured ({error}).").format(error=type(error).__name__)
