"""Composing a dossier: what was found of a text, put into words and tables."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from factbox import __version__
from factbox.document import Block
from factbox.dossier.gathering import Findings, gather
from factbox.dossier.parts import Dossier, Part, Picture, Section, Table, Words
from factbox.drawing.chart import draw
from factbox.drawing.svg import svg
from factbox.metrics.explain import Explanation
from factbox.metrics.facts import NOTHING
from factbox.metrics.formulas import FORMULAS
from factbox.metrics.goals import Goal, about, distance
from factbox.metrics.guidance import ProfileRow
from factbox.metrics.levels import band, grade_of
from factbox.metrics.reckoning import Line, years
from factbox.metrics.report import Counting, Report
from factbox.translation import _, aside, decimal, in_turn, listed, whole

# In pixels: how wide a picture is drawn, and how tall at least.
_WIDE, _TALL = 680.0, 220.0


def compose(
    title: str,
    blocks: Sequence[Block],
    language: str = "en",
    counting: Counting | None = None,
    goal: Goal | None = None,
    *,
    losses: Sequence[str] = (),
    when: datetime | None = None,
) -> Dossier:
    """Make the dossier of a text.

    Args:
        title: What the text is called.
        blocks: The text.
        language: Its language.
        counting: How to count.
        goal: What it is written for.
        losses: What its file has besides, each a sentence.
        when: The date that stands in it; today's if None.
    """
    found = gather(blocks, language, counting or Counting(), goal)
    day = when or datetime.now().astimezone()
    sections = (
        Section(_("The Fact Box"), tuple(_facts(found))),
        Section(_("Grade, age and CEFR"), tuple(_scales(found.report))),
        Section(_("Pictures"), tuple(_pictures(found))),
        Section(_("What other formulas say"), (_formulas(found.report),)),
        Section(_("Hard sentences"), tuple(_sentences(found))),
        Section(_("Hard words"), tuple(_words(found))),
        Section(_("Vocabulary"), tuple(_profile(found))),
        Section(_("How it was counted"), tuple(_counted(found.explanations, losses))),
        Section(_("About this report"), tuple(_about(day))),
    )
    return Dossier(title, sections)


def _facts(found: Findings) -> Iterator[Part]:
    report = found.report
    yield Words(in_turn(report.headline, report.remark), is_lead=True)
    if found.goal is not None:
        far = distance(report.level, found.goal).text
        yield Words(_("{distance} ({goal}).").format(distance=far, goal=found.goal.label), is_lead=True)
    rows = [(fact.label, fact.text) for fact in report.facts]
    if report.level_low is not None and report.level_high is not None:
        rows.insert(1, (_("Band of the Level"), band(report.level_low, report.level_high)))
    rows += [
        (_("Words"), whole(report.words)),
        (_("Sentences"), whole(report.sentences)),
        (_("Words left out"), whole(report.words_left_out)),
    ]
    yield Table(_("The facts of this text"), (_("Fact"), _("Value")), tuple(rows), frozenset({1}))
    yield Words(
        _(
            "The Level is judged by {formula} and rests on form, not on sense. About nine texts in ten lie within "
            "the band, so read it as a hint."
        ).format(formula=FORMULAS[report.formula].label)
    )


def _scales(report: Report) -> Iterator[Part]:
    if report.level is None or report.level_low is None or report.level_high is None:
        yield Words(_("Without a Level there is nothing to compare."))
        return
    grades = [_on_scales(each) for each in (report.level_low, report.level, report.level_high)]
    what = (
        (_("School grade (US)"), _("what the formula gives")),
        (_("Age in years"), _("worked out from the grade: 5 to 6 years more")),
        (_("CEFR"), _("a rough comparison with documents that teachers have graded")),
    )
    rows = tuple(
        (name, *(grade[number] for grade in grades), meaning) for number, (name, meaning) in enumerate(what)
    )
    head = (_("Scale"), _("Likely from"), _("Level"), _("Likely to"), _("What it is"))
    yield Table(_("The Level on three scales"), head, rows, frozenset({1, 2, 3}))


def _on_scales(level: float) -> tuple[str, str, str]:
    grade = decimal(level, 1) if grade_of(level) >= 1 else _("below 1")
    return grade, years(level), about(level)


def _pictures(found: Findings) -> Iterator[Part]:
    for each in found.pictures:
        if each.bars:
            yield Picture(each.title, each.words, svg(draw(each, _WIDE, _TALL, headed=False)))
        else:
            yield Words(in_turn(each.title, each.words))


def _formulas(report: Report) -> Part:
    scores = report.scores
    rows = []
    for key, formula in FORMULAS.items():
        score = scores[key]
        rows.append(
            (
                _(formula.label),
                NOTHING if score is None else decimal(score, 2),
                _(formula.scale.value),
                formula.source,
            )
        )
    head = (_("Formula"), _("Figure"), _("Scale"), _("Source"))
    return Table(_("Every formula on this text"), head, tuple(rows), frozenset({1}))


def _sentences(found: Findings) -> Iterator[Part]:
    if not found.sentences:
        yield Words(_("No sentence is hard for these readers."))
        return
    rows = tuple(
        (
            each.text,
            str(each.times),
            str(each.row.words),
            _figure(each.row.alone),
            _figure(each.row.share, 2),
            _(each.row.strength.value),
            each.reason,
        )
        for each in found.sentences
    )
    head = (_("Sentence"), _("Times"), _("Words"), _("Level alone"), _("Adds"), _("How hard"), _("Reason"))
    yield Table(_("The hardest first"), head, rows, frozenset({1, 2, 3, 4}))
    if any(each.times > 1 for each in found.sentences):
        yield Words(_("What a sentence adds, it adds each time that it stands there."))


def _words(found: Findings) -> Iterator[Part]:
    if not found.words:
        yield Words(_("No word is hard for these readers."))
        return
    rows = []
    for row in found.words:
        easier = listed(
            aside(each.word, each.cefr.name) if each.cefr else each.word for each in found.choices[row.word]
        )
        level = row.cefr.name if row.cefr else NOTHING
        thousand = NOTHING if row.band is None else str(row.band)
        rows.append((row.word, str(row.times), level, thousand, str(row.syllables), easier or NOTHING))
    head = (_("Word"), _("Times"), _("Learnt at"), _("Thousand"), _("Syllables"), _("Simpler words that may fit"))
    yield Table(_("Those that weigh most first"), head, tuple(rows), frozenset({1, 3, 4}))
    yield Words(
        _(
            "The thousand tells how common a word is: 1 are the 1,000 commonest word families. A list cannot "
            "read: check the meaning before you put a simpler word in."
        )
    )


def _profile(found: Findings) -> Iterator[Part]:
    profile = found.guidance.profile
    if profile is None or not found.report.tokens:
        yield Words(_("There are no words."))
        return
    level = profile.goal.name if profile.goal else "B1"
    yield Words(
        _("{share} of the tokens are known up to {level}, with figures and words that count as easy.").format(
            share=_share(profile.known), level=level
        )
    )
    yield _shares(_("By CEFR level"), _("Level"), profile.by_cefr)
    yield _shares(_("By frequency, in thousands of word families"), _("Thousand"), profile.by_band)


def _shares(caption: str, name: str, rows: Iterable[ProfileRow]) -> Part:
    cells = tuple(
        (row.label, whole(row.tokens), _share(row.token_share), whole(row.types), _share(row.type_share))
        for row in rows
    )
    head = (name, _("Tokens"), _("Share"), _("Types"), _("Share"))
    return Table(caption, head, cells, frozenset({1, 2, 3, 4}))


def _counted(explanations: Iterable[Explanation], losses: Sequence[str]) -> Iterator[Part]:
    if losses:
        yield Words(" ".join(losses))
    for each in explanations:
        yield Words(each.title, is_lead=True)
        yield Words(each.rule)
        yield from _lines(_("Counted"), (*each.terms, *each.counted))
        # Other formulas have a section of their own.
        if each.key != "level":
            head = _("Other measures of variety") if each.key == "ttr" else _("The same text by other rules")
            yield from _lines(head, each.others)
        if each.note:
            yield Words(each.note)


def _lines(caption: str, lines: Sequence[Line]) -> Iterator[Part]:
    if lines:
        rows = tuple((line.label, line.text, line.note.replace("\n", "; ")) for line in lines)
        yield Table(caption, (_("What"), _("Figure"), _("Remark")), rows, frozenset({1}))


def _about(day: datetime) -> Iterator[Part]:
    made = _("Made by Fact Box {version} on {date}, without a network.")
    yield Words(made.format(version=__version__, date=f"{day:%Y-%m-%d %H:%M}"))
    yield Words(
        _(
            "Fact Box is under the MIT licence. It rests on the CMU Pronouncing Dictionary (BSD), wordfreq "
            "(Apache 2.0, its data CC BY-SA 4.0), CEFR-J by cefrpy (MIT), WordNet (its own licence) and the list "
            "of familiar words of textstat (MIT)."
        )
    )


def _figure(value: float | None, places: int = 1) -> str:
    return NOTHING if value is None else decimal(value, places).replace("-", "−")


def _share(share: float) -> str:
    # Never at the end of a line without its sign.
    return f"{decimal(100 * share, 1)}\u00a0%"
