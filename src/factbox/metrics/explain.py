"""How a fact came about, in words and figures that a reader can check: the Fact Box explains itself."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an explanation: a name, a value as shown, and what stands below in small letters."""

    label: str
    text: str
    note: str = ""


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
    """

    key: str
    title: str
    text: str
    rule: str
    terms: tuple[Line, ...]
    counted: tuple[Line, ...]
    others: tuple[Line, ...]
    note: str


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
