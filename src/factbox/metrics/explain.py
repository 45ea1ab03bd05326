"""How a fact came about, in words and figures that a reader can check: the Fact Box explains itself."""

from dataclasses import dataclass

from factbox.metrics.diversity import Diversity
from factbox.metrics.examples import NO_EXAMPLES, Examples
from factbox.metrics.facts import NOTHING
from factbox.metrics.formulas import FORMULAS, Formula, Scale
from factbox.metrics.levels import estimate
from factbox.metrics.reckoning import Line, part, scales
from factbox.metrics.report import Report
from factbox.metrics.tally import Tally
from factbox.translation import _, decimal, in_turn, ngettext, whole


@dataclass(frozen=True, slots=True)
class Explanation:
    """What opens behind a fact.

    Attributes:
        key: The key of the fact.
        title: "How the Level is counted".
        text: The value of the fact as shown.
        rule: How it is counted, in plain words.
        terms: The parts that make it up, with their signs, in order; the last is the sum. May be empty.
        counted: What was counted, and what was left out.
        others: The same text by other rules, or other measures of the same thing.
        note: Why others differ; may be empty.
        scales: The Level on other scales; of the Level alone.
    """

    key: str
    title: str
    text: str
    rule: str
    terms: tuple[Line, ...]
    counted: tuple[Line, ...]
    others: tuple[Line, ...]
    note: str
    scales: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """One number by us and by somebody else, and why they differ; no reason where they agree."""

    label: str
    ours: str
    theirs: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Opinion:
    """A second opinion on a text.

    Attributes:
        source: Whose it is: "textstat 0.7.13", "A word processor".
        rows: What both have counted.
    """

    source: str
    rows: tuple[Comparison, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What an explanation rests on.

    Attributes:
        report: The facts as they are shown.
        judged: The tally that the Level is judged by.
        otherwise: The same with fragments counted in, if they are left out, or left out, if they are counted in.
        once: How many types occur only once.
        folded: How many types there are when capitals are ignored, or regarded, if they are ignored.
        ignores_capitals: Whether capitals are ignored.
        diversity: The measures of diversity.
        examples: Words that the vocabulary's figures rest on, where they are kept.
    """

    report: Report
    judged: Tally
    otherwise: Tally
    once: int
    folded: int
    ignores_capitals: bool
    diversity: Diversity
    examples: Examples = NO_EXAMPLES


def explain(key: str, evidence: Evidence) -> Explanation:
    """Explain a fact of the Fact Box by its key.

    Raises:
        KeyError: There is no such fact.
    """
    return {"level": _level, "tokens": _tokens, "types": _types, "ttr": _ttr}[key](evidence)


def _level(evidence: Evidence) -> Explanation:
    report, judged = evidence.report, evidence.judged
    formula = FORMULAS[report.formula]
    terms = formula.terms(judged) if report.level is not None else ()
    rule = _("{label} gives a school grade (US): the higher, the harder. Source: {source}.")
    rule = rule.format(label=_(formula.label), source=formula.source)
    if report.level is None:
        rule = in_turn(report.headline, f"{report.remark} {rule}")
    return Explanation(
        key="level",
        title=_("How the Level is counted"),
        text=_shown(report, "level"),
        rule=rule,
        terms=(*(part(each, evidence.examples) for each in terms), Line(_("Level"), _decimals(report.level)))
        if terms
        else (),
        counted=(*_prose(formula, judged), *_left_out(report)),
        others=(*_fragments_otherwise(evidence), *_other_formulas(report)),
        note=_("Programs differ because they count headings, abbreviations and syllables in other ways."),
        scales=_on_scales(report),
    )


def _tokens(evidence: Evidence) -> Explanation:
    report = evidence.report
    return Explanation(
        key="tokens",
        title=_("How Tokens are counted"),
        text=_shown(report, "tokens"),
        rule=_(
            "A token is a piece of the text with a letter or a digit, or a symbol such as €. Punctuation and list "
            "markers are none. COVID-19 is two tokens; China’s, 3.14 and a web address are one each. Source: "
            "Unicode, annex 29."
        ),
        terms=(),
        counted=(Line(_("Tokens of the whole text"), whole(report.tokens)),),
        others=(
            Line(
                _("Words"),
                whole(report.words + report.words_left_out),
                _("a compound with a hyphen is one word, a symbol is none"),
            ),
        ),
        note=_("Programs differ because some count punctuation, and some split or join hyphens and apostrophes."),
    )


def _types(evidence: Evidence) -> Explanation:
    report = evidence.report
    folded = _("Types, capitals regarded") if evidence.ignores_capitals else _("Types, capitals ignored")
    rule = (
        _("Types are the different tokens. The and the are one type, as you have chosen.")
        if evidence.ignores_capitals
        else _("Types are the different tokens, as they are written: The and the are two.")
    )
    return Explanation(
        key="types",
        title=_("How Types are counted"),
        text=_shown(report, "types"),
        rule=rule,
        terms=(),
        counted=(
            Line(_("Types that occur once"), whole(evidence.once)),
            Line(_("Types that occur more often"), whole(report.types - evidence.once)),
        ),
        others=(Line(folded, whole(evidence.folded)),),
        note=_("Programs differ because some ignore capitals, and some take house and houses for one word."),
    )


def _ttr(evidence: Evidence) -> Explanation:
    report, found = evidence.report, evidence.diversity
    return Explanation(
        key="ttr",
        title=_("How TTR is counted"),
        text=_shown(report, "ttr"),
        rule=_(
            "TTR is Types divided by Tokens: how varied the words are. It falls as a text grows, so compare only "
            "texts of like length, or take one of the measures below."
        ),
        terms=(),
        counted=(Line(_("Types"), whole(report.types)), Line(_("Tokens"), whole(report.tokens))),
        others=(
            Line(
                _("MATTR"),
                _decimals(found.mattr),
                _("mean TTR of every 50 tokens in a row; length does not matter"),
            ),
            Line(_("MTLD"), _decimals(found.mtld, 1), _("mean length of stretches that keep a TTR of 0.72")),
            Line(_("HD-D"), _decimals(found.hdd), _("expected TTR of 42 tokens drawn at random")),
            Line(_("Root TTR"), _decimals(found.root_ttr), _("types / √tokens")),
            Line(_("Log TTR"), _decimals(found.log_ttr), _("log types / log tokens")),
            Line(_("Hapax share"), _decimals(found.hapax_share), _("share of the tokens that occur only once")),
        ),
        note="",
    )


def _shown(report: Report, key: str) -> str:
    return next(fact.text for fact in report.facts if fact.key == key)


def _decimals(value: float | None, places: int = 3) -> str:
    return NOTHING if value is None else decimal(value, places).replace("-", "−")


def _prose(formula: Formula, tally: Tally) -> tuple[Line, ...]:
    names = {
        "words": _("Words"),
        "sentences": _("Sentences"),
        "syllables": _("Syllables"),
        "letters": _("Letters and digits"),
        "monosyllables": _("Words of one syllable"),
        "polysyllables": _("Words of three and more syllables"),
        "complex_words": _("Complex words"),
        "long_words": _("Words of more than six letters"),
        "mini_words": _("Words of one to three letters"),
        "unfamiliar": _("Unfamiliar words"),
        "length": _("Words, each times the words of its sentence"),
        "content_words": _("Different content words"),
        "latinate": _("Latinate words among them"),
        "levels": _("CEFR levels of their stems, added up"),
        "levelled": _("Stems with a level"),
        "commonness": _("Zipf frequencies of their stems, times 100, added up"),
        "listed": _("Stems with a frequency"),
    }
    taken = _("taken as {n}: one without an end counts a twelfth for each word")
    notes = {
        "sentences": taken.format(n=decimal(tally.full_sentences, 2)) if tally.unfinished else "",
        "content_words": _("without names, figures and small words such as the"),
    }
    return tuple(
        Line(names[count], whole(getattr(tally, count)), notes.get(count, "")) for count in formula.counts
    )


def _on_scales(report: Report) -> tuple[Line, ...]:
    if report.level is None or report.level_low is None or report.level_high is None:
        return ()
    return scales(report.level, report.level_low, report.level_high)


def _left_out(report: Report) -> tuple[Line, ...]:
    if not report.words_left_out:
        return ()
    blocks = ngettext(
        "{n} heading, list item or short line", "{n} headings, items or short lines", report.fragments
    )
    return (Line(_("Words left out"), whole(report.words_left_out), blocks),)


def _fragments_otherwise(evidence: Evidence) -> tuple[Line, ...]:
    formula = FORMULAS[evidence.report.formula]
    score = estimate(evidence.otherwise, formula.key).value
    if not evidence.report.fragments or score is None:
        return ()
    counted_in = not evidence.report.words_left_out
    label = _("Headings and items left out") if counted_in else _("Headings and items counted as sentences")
    return (Line(label, _decimals(score, 1)),)


def _other_formulas(report: Report) -> tuple[Line, ...]:
    scores = report.scores
    lines = [
        Line(each.label, _decimals(scores[key], 1), _scale(each, scores[key], report.judged))
        for key, each in FORMULAS.items()
        if key != report.formula
    ]
    grades = [score for key, score in scores.items() if score is not None and FORMULAS[key].scale is Scale.GRADE]
    if grades:
        spread = f"{_decimals(min(grades), 1)} – {_decimals(max(grades), 1)}"
        note = _("from the lowest to the highest of the {n} formulas that give a grade").format(n=len(grades))
        lines.insert(0, Line(_("Spread"), spread, note))
    return tuple(lines)


def _scale(formula: Formula, score: float | None, judged: Tally) -> str:
    if score is None and (failure := formula.failure(judged)):
        return _("could not be worked out ({error})").format(error=failure)
    if formula.scale is Scale.GRADE:
        return _("in a long text once it is chosen") if formula.of_content and score is None else ""
    if formula.scale is Scale.EASE:
        return _("ease from 0 to 100; the higher, the easier")
    return _("points; the higher, the harder") if formula.harder else _("points; the higher, the easier")
