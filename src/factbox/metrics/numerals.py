"""Numbers and dates in a sentence, in figures or in words, by what they come to."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split()
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_WORDS = {word: number for number, word in enumerate([*_UNITS, "seventeen", "eighteen", "nineteen"])}
_WORDS |= {word: 10 * number for number, word in enumerate(_TENS, start=2)}
_SCALES = {
    **dict.fromkeys(("dozen", "dozens"), 12.0),
    **dict.fromkeys(("hundred", "hundreds"), 100.0),
    **dict.fromkeys(("thousand", "thousands", "k"), 1e3),
    **dict.fromkeys(("million", "millions", "m", "mn"), 1e6),
    **dict.fromkeys(("billion", "billions", "bn", "b"), 1e9),
    **dict.fromkeys(("trillion", "trillions", "tn"), 1e12),
}
_FRACTIONS = {"half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fifth": 1 / 5, "tenth": 1 / 10}
# What says a number without being one; it counts as keeping it, and is never lost itself.
_SAYING = {"dozen": 12, "both": 2, "couple": 2, "pair": 2, "twice": 2, "twin": 2, "double": 2, "doubled": 2,
           "doubles": 2, "decade": 10, "century": 100, "triple": 3, "half": 0.5, "halved": 0.5, "decades": 10,
           "another": 2, "single": 1, "once": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6,
           "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "twelfth": 12, "quarter": 0.25}  # fmt: skip
_MONTHS = "january february march april may june july august september october november december".split()
_SHORT = {month[:3]: month for month in _MONTHS} | {"sept": "september"}
_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()

DATE_WORDS = frozenset((*_MONTHS, *_DAYS))

_WORD = rf"(?:{'|'.join(_WORDS)})"
_SCALE = r"(?:dozen|hundred|thousand|million|billion|trillion)s?"
_FIGURE = re.compile(
    r"(?<![\w.])(?<!\d,)(?<![A-Za-z]-)(?:(?<!\S)[-−])?(?P<sign>[£$€]?)(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    rf"(?:[\s-]?(?P<scale>(?:m|mn|bn|tn|k)\b|{_SCALE}\b))?(?P<percent>\s?(?:%|per\s?cent\b))?"
    r"(?P<tail>(?:st|nd|rd|th|s|km|kg|mph|am|pm|cm|mm|ft|lb|p|C|F|g|-)?)(?![\w])"
    r"|"
    rf"(?<![\w-])(?P<part>(?:(?:a|one|two|three|four)(?:\s|-\s?))(?:{'|'.join(_FRACTIONS)})s?"
    r"|half(?P<of>\sa\s(?:dozen|million|billion))?)(?![\w])"
    r"|"
    rf"(?<![\w-])(?P<words>{_WORD}(?:[\s-]{_WORD})?(?:\s(?:and\s)?(?:{_SCALE}|{_WORD}(?:-{_WORD})?))*"
    rf"|(?:a|several)\s(?:hundred|thousand|million|billion))(?P<spelt>\sper\s?cent|%)?(?![\w])",
    re.IGNORECASE,
)
# Without one of these a text has no number and no date, and is soon done with.
_ANY = re.compile(
    r"\d|(?i:\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twel|thirt|fort|fift|twent|half|hundred|thousand"
    r"|million|billion|third|quarter|tenth|one))|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|[A-Z]\w+day)"
)
_ODDS = re.compile(
    rf"(?<![\w-])(?P<many>{_WORD}|\d+)\s(?:in|out\sof)\s(?P<of>{_WORD}|\d+)(?![\w-])", re.IGNORECASE
)
_DATE = re.compile(
    r"(?<=[a-z,\d]\s)(?:"
    + "|".join(map(str.capitalize, (*_MONTHS, *_DAYS)))
    + r"|(?:Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.?)\b"
)
_LONG_TIMES = re.compile(r"\s(?P<decades>decades)\b|\scenturies\b", re.IGNORECASE)
# The number of an item: "8 You can sleep".
_ITEM = re.compile(r"\d{1,2}[.)]?\s+[A-Z]")
# What is below zero says so before its figures, or behind them.
_MINUS = re.compile(r"[-−]|(?<=minus )", re.IGNORECASE)
_BELOW = re.compile(r"\s?(?:°\s?|degrees\b\s?)?(?:C|F|Celsius|Fahrenheit)?\s?\bbelow\b", re.IGNORECASE)
_SPOKEN = re.compile(r"(?<![\w-])[A-Za-z]+(?![\w-])")
_ROUGHLY = re.compile(
    r"(?:about|around|nearly|almost|over|roughly|approximately|than|least|most)\s(?:the\s)?[£$€]?$",
    re.IGNORECASE,
)
# Characters before a figure in which these stand.
_NEAR = 40
# How far a rounded figure may be off.
_ROUNDED = 0.1
_MOST_ODDS = 100
# Feet, inches, miles, pounds, acres, gallons and yards may be told in metric units, by these factors.
_IMPERIAL = re.compile(
    r"[\s-]?(?:ft|feet|foot|in(?!\s+(?!long|wide|high|tall|deep|thick)\w)|inch|inches|miles?|mph|lbs?|pounds?|acres?"
    r"|gallons?|yards?)\b"
)
_FACTORS = (0.3048, 2.54, 1.609, 0.4536, 0.4047, 4.546, 0.9144)
# Sentences whose numbers are remembered.
_REMEMBERED = 30_000


class Number(NamedTuple):
    """A number or a date in a text.

    Attributes:
        values: What it comes to, in each way to say it: 50 per cent is 50 and a half. A date is its name.
        start: Where it begins, in characters.
        end: Where it ends.
        rough: Whether the words before it say that it is rounded.
    """

    values: frozenset[float | str]
    start: int
    end: int
    rough: bool = False

    @property
    def is_year(self) -> bool:
        """Whether it is likely to be a year."""
        return any(
            isinstance(value, float) and value.is_integer() and 1000 <= value < 2200 for value in self.values
        )

    @property
    def is_date(self) -> bool:
        """Whether it is the name of a month or a day."""
        return any(isinstance(value, str) for value in self.values)


def numbers(text: str) -> Iterator[Number]:
    """Give the numbers of a text in order, and behind them its months and days; "one" alone counts nothing."""
    if not _ANY.search(text):
        return
    # "One in four", but not "the one in 2014".
    odds = [match for match in _ODDS.finditer(text) if _value(match["of"]) <= _MOST_ODDS]
    for match in odds:
        share = _value(match["many"]) / max(1.0, _value(match["of"]))
        yield Number(_rounded(share, 100 * share), match.start(), match.end())
    for match in _FIGURE.finditer(text):
        if any(each.start() <= match.start() < each.end() for each in odds):
            continue
        values = () if not match.start() and _ITEM.match(text) else _values(match)
        if longer := _LONG_TIMES.match(text, match.end()):
            # Four decades are forty years too.
            years = 10 if longer["decades"] else 100
            values = (*values, *(years * value for value in values if isinstance(value, float)))
        if _MINUS.match(text, match.start()) or _BELOW.match(text, match.end()):
            values = [-value if isinstance(value, float) else value for value in values]
        if values:
            end = match.end() - len(match["tail"] or "") if match["tail"] == "-" else match.end()
            yield Number(frozenset(values), match.start(), end, _is_rough(text, match.start()))
    for match in _DATE.finditer(text):
        name = match[0].lower().rstrip(".")
        yield Number(frozenset({_SHORT.get(name, name)}), match.start(), match.end())


def _is_rough(text: str, place: int) -> bool:
    """Tell whether the words before a figure say that it is rounded."""
    return _ROUGHLY.search(text, max(0, place - _NEAR), place) is not None


@lru_cache(_REMEMBERED)
def said(text: str) -> frozenset[float | str]:
    """Give every value that a text says in any way, also by words that are no numbers: "both", "a dozen"."""
    found: set[float | str] = {value for number in numbers(text) for value in number.values}
    for match in _SPOKEN.finditer(text.lower()):
        word = match[0]
        if word in _SAYING:
            found.add(float(_SAYING[word]))
        if word in _WORDS:
            found.add(float(_WORDS[word]))
        if word in _MONTHS or word in _DAYS:
            found.add(word)
    return frozenset(found)


def is_rounded(number: Number, others: list[Number]) -> bool:
    """Tell whether one of other numbers is this one, rounded as its words say; what was rough itself is not."""
    if number.rough and max(map(_size, number.values)) >= 1:
        return False
    return any(
        abs(value - other) <= _ROUNDED * abs(value)
        for each in others
        if each.rough
        for value in number.values
        for other in each.values
        if isinstance(value, float) and isinstance(other, float)
    )


def is_converted(number: Number, text: str, others: list[Number]) -> bool:
    """Tell whether one of other numbers is this one, in metres where a text has feet, or the other way round."""
    if not _IMPERIAL.match(text, number.end) and not _IMPERIAL.search(text[number.start : number.end]):
        return False
    return any(
        abs(_size(value) * factor - _size(other)) <= _ROUNDED * _size(other)
        for value in number.values
        for each in others
        for other in each.values
        for factor in _FACTORS
    )


def _size(value: float | str) -> float:
    return value if isinstance(value, float) else 0.0


def _values(match: re.Match[str]) -> Iterable[float | str]:
    if match["digits"]:
        plain = float(match["digits"].replace(",", ""))
        value = plain * _SCALES.get((match["scale"] or "").lower(), 1.0)
        if match["scale"] == "m" and not match["sign"]:
            # Metres as well as millions.
            return _rounded(value, plain)
        return _rounded(value, value / 100) if match["percent"] else _rounded(value)
    if match["part"]:
        if match["of"]:
            return _rounded(_SCALES[match["of"].split()[-1].lower()] / 2)
        *many, last = re.split(r"[\s-]+", match["part"].lower())
        share = _FRACTIONS[last if last in _FRACTIONS else last.removesuffix("s")]
        return _rounded(share * _WORDS.get(many[0], 1) if many else share)
    words = match["words"].lower()
    if words in {"one", "zero"} and not match["spelt"]:
        return frozenset()
    value = _value(words)
    return _rounded(value, value / 100) if match["spelt"] else _rounded(value)


def _value(words: str) -> float:
    """Give what words come to: "two hundred and five thousand"."""
    if words.isdigit():
        return float(words)
    total = current = 0.0
    for word in re.split(r"[\s-]", words.lower()):
        if word in _WORDS:
            current += _WORDS[word]
        elif word in _SCALES:
            scale = _SCALES[word]
            if scale <= 100:
                current = max(1.0, current) * scale
            else:
                total += max(1.0, current) * scale
                current = 0.0
    return total + current


def _rounded(*values: float) -> frozenset[float | str]:
    return frozenset(round(value, 6) for value in values)
