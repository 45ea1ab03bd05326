"""The Speller: which words a dictionary knows, and which of its words a misspelt one may have been meant to be."""

import ctypes
import importlib
import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any

from factbox import resources

LANGUAGES = ("en_US", "en_GB")
# Suggestions that are offered.
_MOST = 5
# British spelling has -ise, and by Oxford -ize as well, but never in these.
_Z = re.compile(r"(.*)iz(e[drs]?|ers|ing|ations?|able)")
_NEVER_Z = frozenset(
    "advert adv appr ar chast circumc compr comprom dem desp dev disgu enterpr exc exerc franch impov improv inc "
    "merchand prec prem pr prom rev superv surm surpr telev w".split()
)
_STRAIGHT = str.maketrans("’ʼ‘", "'''")


class Speller:
    """One dictionary; calls may come from any thread, and let the others run meanwhile.

    Args:
        language: One of `LANGUAGES`.
    """

    def __init__(self, language: str) -> None:
        folder = resources.path(f"spelling/{language}.dic").parent
        self._british = language == "en_GB"
        self._spell, self._suggest = _engine(folder, language)
        # The engine keeps notes while it looks for suggestions.
        self._lock = Lock()

    def knows(self, word: str) -> bool:
        """Tell whether a word is spelt as the dictionary has it; accents do not count, for it has none."""
        plain = without_accents(word)
        with self._lock:
            return self._spell(plain) or (self._british and self._is_oxford(plain))

    def suggest(self, word: str) -> tuple[str, ...]:
        """Give some words that may have been meant, the best first; it takes about a tenth of a second."""
        with self._lock:
            found = self._suggest(without_accents(word))
        # The dictionary has straight apostrophes; the text keeps its own.
        curly = "’" in word
        return tuple(each.replace("'", "’") if curly else each for each in found[:_MOST])

    def _is_oxford(self, word: str) -> bool:
        match = _Z.fullmatch(word)
        return match is not None and match[1].lower() not in _NEVER_Z and self._spell(f"{match[1]}is{match[2]}")


@lru_cache(len(LANGUAGES))
def speller(language: str) -> Speller:
    """Give the speller of a language, one for all windows; the first call reads its dictionary."""
    return Speller(language)


def without_accents(word: str) -> str:
    """Give a word without accents, and with straight apostrophes."""
    if word.isascii():
        return word
    parted = unicodedata.normalize("NFKD", word.translate(_STRAIGHT))
    return "".join(each for each in parted if not unicodedata.combining(each))


def _engine(folder: Path, language: str) -> tuple[Callable[[str], bool], Callable[[str], list[str]]]:
    binding = importlib.import_module("hunspell.hunspell")
    try:
        return _unlocked(ctypes.CDLL(binding.__file__), folder / language)
    except (AttributeError, OSError):
        # Where the package has the library inside, as on Windows, the binding must do, which holds the others up.
        bound = binding.HunspellWrap(language, str(folder), "utf-8")
        return bound.spell, lambda word: list(bound.suggest(word))


def _unlocked(library: Any, stem: Path) -> tuple[Callable[[str], bool], Callable[[str], list[str]]]:
    """Call the library of the package itself: its binding would stop all threads for the time of a suggestion."""
    words = ctypes.POINTER(ctypes.c_char_p)
    handle, many = ctypes.c_void_p, ctypes.POINTER(words)
    library.Hunspell_create.argtypes, library.Hunspell_create.restype = [ctypes.c_char_p] * 2, handle
    library.Hunspell_spell.argtypes = [handle, ctypes.c_char_p]
    library.Hunspell_suggest.argtypes = [handle, many, ctypes.c_char_p]
    library.Hunspell_free_list.argtypes, library.Hunspell_free_list.restype = [handle, many, ctypes.c_int], None
    made = library.Hunspell_create(*(str(stem.with_suffix(end)).encode() for end in (".aff", ".dic")))

    def spell(word: str) -> bool:
        return bool(library.Hunspell_spell(made, word.encode()))

    def suggest(word: str) -> list[str]:
        found = words()
        count = library.Hunspell_suggest(made, ctypes.byref(found), word.encode())
        given = [found[number] or b"" for number in range(count)]
        library.Hunspell_free_list(made, ctypes.byref(found), count)
        return [each.decode("utf-8", "replace") for each in given]

    return spell, suggest
