"""Guidance: what the panels and the marks show of a text and its goal; frozen values that the worker tells."""

from dataclasses import dataclass
from enum import StrEnum

from factbox.metrics.rarity import Cefr
from factbox.translation import N_


class Panel(StrEnum):
    """The panels beside the text."""

    PLAN = "plan"
    SENTENCES = "sentences"
    WORDS = "words"
    PROFILE = "profile"
    PICTURES = "pictures"
    MEANING = "meaning"
    CHANGES = "changes"


# What one text can be asked about; the others want an original beside it.
GUIDANCE = (Panel.PLAN, Panel.SENTENCES, Panel.WORDS, Panel.PROFILE, Panel.PICTURES)


class Strength(StrEnum):
    """How hard a sentence is, by what it adds to the Level."""

    EASY = N_("easy")
    HARD = N_("hard")
    VERY_HARD = N_("very hard")


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in the text: the number of a block, and characters within it."""

    block: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class SentenceRow:
    """A sentence of the text.

    Attributes:
        spot: Where it stands.
        text: Its words, or the first hundred or so characters of them.
        words: How many words it has.
        alone: Its Level by itself.
        share: What it adds to the Level, below zero if it lowers it; None if it is the only one.
        without: The Level without it; None if it is the only one.
        strength: How hard it is.
    """

    spot: Spot
    text: str
    words: int
    alone: float | None
    share: float | None
    without: float | None
    strength: Strength


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of the text: the characters of a spot give way to others; they may hold no line end.

    Attributes:
        spot: What changes.
        text: What stands there then.
        was: What stands there now; where anything else does, the edit was made for another text.
    """

    spot: Spot
    text: str
    was: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A simpler word for a word of the text.

    Attributes:
        word: As it would stand there.
        meaning: What both mean, in plain words.
        band: The thousand of word families it belongs to; 1 is the commonest.
        cefr: The level at which learners know it, None where that is not known.
        change: What happens to the Level if it takes the place of every occurrence; below zero is easier.
        by_hand: Whether people wrote it for Fact Box; else it is from WordNet.
        edits: What puts it there, in order of the text; all at once, as one step that can be undone.
    """

    word: str
    meaning: str
    band: int
    cefr: Cefr | None
    change: float
    by_hand: bool
    edits: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True)
class WordRow:
    """A word form of the text with all its occurrences.

    Attributes:
        word: In lower case.
        times: How often it occurs in the prose.
        syllables: How many it has.
        cefr: The level at which learners know it, None where that is not known.
        band: The thousand of word families it belongs to, None where that is not known.
        share: What all its occurrences add to the Level; None where the formula cannot be taken apart.
        hard: Whether it is hard for the readers that are meant.
        exempt: Whether it counts as easy.
        spot: Where it occurs first.
        hint: The best of the simpler words for it; empty where none is known.
    """

    word: str
    times: int
    syllables: int
    cefr: Cefr | None
    band: int | None
    share: float | None
    hard: bool
    exempt: bool
    spot: Spot
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a plan.

    Attributes:
        key: What it is known by when it is rejected.
        kind: `split` or `replace`.
        title: "Split after “underside”", "approximately → about".
        before: The words before the place of a split.
        after: The words behind it; of a replacement what it changes: "5 syllables → 2".
        note: Why it is ranked low, or what to check; may be empty.
        change: What it does to the Level after the steps before it; below zero is easier.
        level: The Level after it and the steps before it.
        alone: The Level after this step alone: exactly what the text has when it is done now.
        spot: The place to show.
        edits: What it does, in order of the text; all at once, as one step that can be undone.
    """

    key: str
    kind: str
    title: str
    before: str
    after: str
    note: str
    change: float
    level: float
    alone: float
    spot: Spot
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """The way to the goal.

    Attributes:
        steps: In the order to take them.
        level: The Level after all of them; the present one if there are none.
        reached: Whether that is within the goal.
        remark: What to know about it: that there is nothing to do, or that no safe edits are left.
        brief: Why there are no steps, in two or three words; empty if there are some.
    """

    steps: tuple[Step, ...] = ()
    level: float | None = None
    reached: bool = False
    remark: str = ""
    brief: str = ""


@dataclass(frozen=True, slots=True)
class ProfileRow:
    """A level or a band of the vocabulary.

    Attributes:
        label: "A1", "1st 1,000", "not known".
        tokens: How many tokens of the text belong to it.
        types: How many different ones.
        token_share: Their share in all tokens, 0 to 1.
        type_share: Their share in all types, 0 to 1.
        above: Whether it is above the goal.
        words: Its most frequent words, in small letters.
    """

    label: str
    tokens: int
    types: int
    token_share: float
    type_share: float
    above: bool = False
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of a text a list of words covers.

    Attributes:
        name: The name of the list.
        tokens: The share of the tokens that it covers, 0 to 1; names, figures and exempt words count as covered.
        unknown: The words it lacks, the most frequent first, each with how often it occurs; not all of too many.
        lacking: How many words it lacks.
    """

    name: str
    tokens: float
    unknown: tuple[tuple[str, int], ...]
    lacking: int


@dataclass(frozen=True, slots=True)
class WordList:
    """Words that somebody knows, in lower case; their plurals and verb endings count as known too."""

    name: str
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Profile:
    """The vocabulary of a text.

    Attributes:
        by_cefr: By CEFR level, the easiest first.
        by_band: By frequency, the commonest first.
        goal: The CEFR level whose words the readers may be expected to know; None without a goal.
        known: The share of tokens up to that level, or up to B1 without a goal; 0 to 1.
        above: The words above it, the most frequent first.
        coverage: What the user's own lists cover.
    """

    by_cefr: tuple[ProfileRow, ...]
    by_band: tuple[ProfileRow, ...]
    goal: Cefr | None
    known: float
    above: tuple[str, ...]
    coverage: tuple[Coverage, ...] = ()


class Kind(StrEnum):
    """The kinds of marks."""

    HARD_SENTENCE = N_("hard sentence")
    VERY_HARD_SENTENCE = N_("very hard sentence")
    HARD_WORD = N_("hard word")
    GONE = N_("words that went")
    COME = N_("words that came")
    PAIR = N_("sentences that belong together")
    FOUND = N_("words that were sought")
    MISSPELT = N_("word that is not in the dictionary")


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark in the text, and its reason in words.

    Attributes:
        spot: What it speaks of.
        kind: What it is.
        reason: One or more short sentences: "34 words. It adds 0.79: without it, 6.68."
        figure: What stands at the right of its head: "Level 19.7 by itself"; may be empty.
    """

    spot: Spot
    kind: Kind
    reason: str
    figure: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """What the window wants to be told after every exact report.

    Attributes:
        panels: The panels that are open.
        marks: Whether the marks are on.
        first: The first block on screen.
        last: The last block on screen.
        order: How the sentences are sorted: `share`, `alone`, `length` or `place`.
        find: Only rows that hold these letters; all if empty.
        word: The word whose simpler words are wanted; empty for none.
        hard_only: Only hard rows.
        most: How many rows a list has at the most.
    """

    panels: frozenset[Panel] = frozenset()
    marks: bool = False
    first: int = 0
    last: int = 0
    order: str = "share"
    find: str = ""
    word: str = ""
    hard_only: bool = False
    most: int = 300


@dataclass(frozen=True, slots=True)
class Guidance:
    """What is told of a text at one revision.

    Attributes:
        revision: The edit that it knows of.
        sentences: The rows of the list of sentences, if asked for.
        words: The rows of the list of words, if asked for.
        plan: The plan, if asked for.
        choices: Simpler words for the word that was asked about, the best first.
        profile: The profile, if asked for.
        marks: The marks of the blocks on screen, if they are on.
        apart: Whether the formula can be taken apart by words.
        names: Words that look like names and are not exempt yet: capitalised inside sentences twice or more.
    """

    revision: int
    sentences: tuple[SentenceRow, ...] | None = None
    words: tuple[WordRow, ...] | None = None
    plan: Plan | None = None
    choices: tuple[Choice, ...] | None = None
    profile: Profile | None = None
    marks: tuple[Mark, ...] | None = None
    apart: bool = True
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Summary:
    """What the panels would say of a text, for the doors that lead to them.

    Attributes:
        revision: The edit that it knows of.
        hard_sentences: How many sentences are hard or very hard.
        hard_words: How many different words are hard.
        level: The CEFR level of the readers that are meant.
        known: The share of tokens up to that level, 0 to 1; None without tokens.
        plan: The way to the goal; None as long as it is being thought of.
        along: The lowest and the highest Level along the text; None without a Level.
    """

    revision: int
    hard_sentences: int
    hard_words: int
    level: Cefr
    known: float | None
    plan: Plan | None = None
    along: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Gloss:
    """A hard word as a handout shows it.

    Attributes:
        word: In lower case.
        cefr: The level at which learners know it, None where that is not known.
        example: The first sentence that holds it.
    """

    word: str
    cefr: Cefr | None
    example: str
