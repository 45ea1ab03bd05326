"""What is known of a language: its syllable table, abbreviations and familiar words, read once."""

import gzip
import importlib.util
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from factbox import resources


@dataclass(frozen=True, slots=True)
class Language:
    """The data of one language.

    Attributes:
        code: An ISO 639-1 code.
        syllables: Syllables by word in lower case, as pronounced.
        familiar: Words that are easy for the Dale-Chall formula, in lower case.
        before_a_name: Abbreviations that a name follows ("Dr"); all abbreviations lack their last dot.
        before_a_number: Abbreviations that a number follows ("p").
        never_last: Abbreviations that no sentence ends with ("e.g").
        may_be_last: Abbreviations that a sentence may end with ("etc").
        starters: Words that often start a sentence, with their capital.
        abbreviations: All abbreviations, of whatever kind.
    """

    code: str
    syllables: Mapping[str, int]
    familiar: frozenset[str]
    before_a_name: frozenset[str]
    before_a_number: frozenset[str]
    never_last: frozenset[str]
    may_be_last: frozenset[str]
    starters: frozenset[str]
    abbreviations: frozenset[str]


@cache
def language(code: str = "en") -> Language:
    """Read the data of a language; the second time it is at hand.

    Raises:
        FileNotFoundError: The program has no data of this language.
    """
    folder = resources.path(f"languages/{code}")
    with (folder / "sentences.toml").open("rb") as file:
        lists = tomllib.load(file)
    return Language(
        code=code,
        syllables=_syllables(folder),
        familiar=frozenset(_textstat_list(code).read_text("utf-8").lower().split()),
        abbreviations=frozenset(word for name, words in lists.items() if name != "starters" for word in words),
        **{name: frozenset(words) for name, words in lists.items()},
    )


def _syllables(folder: Path) -> dict[str, int]:
    table: dict[str, int] = {}
    for line in gzip.decompress((folder / "syllables.txt.gz").read_bytes()).decode().splitlines():
        count, *words = line.split()
        table.update(dict.fromkeys(words, int(count)))
    with (folder / "exceptions.toml").open("rb") as file:
        for count, words in tomllib.load(file).items():
            table.update(dict.fromkeys(words, int(count)))
    return table


def _textstat_list(code: str) -> Path:
    # Found without importing textstat, which would cost 0.2 s and 45 MB.
    spec = importlib.util.find_spec("textstat")
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError("textstat is missing. Install Fact Box again.")
    return Path(spec.submodule_search_locations[0]) / "resources" / code / "easy_words.txt"
