"""Words and figures in the reader's language, by gettext, so that the command line has them too."""

import gettext
import os
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from factbox import resources

# Every language by its own name: whoever cannot read the others finds it.
LANGUAGES: Mapping[str, str] = MappingProxyType(
    {"en": "English", "de": "Deutsch", "es": "Español", "fr": "Français", "zh_CN": "简体中文"}
)
_ENGLISH = "en"
# Where there is nothing but "zh", or the land is another one.
_LIKE = MappingProxyType({"zh": "zh_CN"})
# Scripts and lands in which Chinese has other signs, which those who want them know better than these.
_TRADITIONAL = frozenset({"hant", "tw", "hk", "mo"})
# gettext's own order of what names a language.
_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


class _Speech:
    """The language that is spoken, and its catalogue."""

    def __init__(self) -> None:
        self.language = _ENGLISH
        self.catalogue = gettext.NullTranslations()


_SPEECH = _Speech()


def speak(wanted: Iterable[str]) -> str:
    """Speak a language from now on; give its key in `LANGUAGES`. What was said before stays as it was said.

    Args:
        wanted: What somebody reads, what they like best first, such as `de`, `de_CH.UTF-8` or `pt-BR`: the first
            that there is, is spoken; English if there is none.
    """
    language = next(filter(None, map(_known, wanted)), _ENGLISH)
    _SPEECH.language = language
    _SPEECH.catalogue = (
        gettext.NullTranslations()
        if language == _ENGLISH
        else gettext.translation("factbox", resources.path("translations"), [language])
    )
    return language


def spoken() -> str:
    """Give the key of the language that is spoken."""
    return _SPEECH.language


def asked_by_environment() -> list[str]:
    """Give the languages that the environment asks for, as gettext reads it; none if it says nothing."""
    for name in _VARIABLES:
        if os.environ.get(name):
            return os.environ[name].split(":")
    return []


def _(message: str) -> str:
    """Give the message in the reader's language; English where there is no translation."""
    # What gettext knows of an empty message is the head of its catalogue.
    return _SPEECH.catalogue.gettext(message) if message else ""


def N_(message: str) -> str:
    """Mark a message that is translated later, where it is shown."""
    return message


def pgettext(context: str, message: str) -> str:
    """Give the message as it is meant in a context."""
    return _SPEECH.catalogue.pgettext(context, message)


def ngettext(one: str, many: str, number: int) -> str:
    """Give the form of a message that fits a number, with `{n}` filled in."""
    return _SPEECH.catalogue.ngettext(one, many, number).format(n=whole(number))


def in_turn(first: str, second: str) -> str:
    """Say one thing after another, the first of which has no stop of its own."""
    return _("{first}. {second}").format(first=first, second=second)


def named(name: str, words: str) -> str:
    """Say something of what has a name."""
    return _("{name}: {words}").format(name=name, words=words)


def aside(words: str, more: str) -> str:
    """Say something, and more of it in brackets."""
    return _("{words} ({more})").format(words=words, more=more)


def listed(words: Iterable[str]) -> str:
    """Say several words one after the other."""
    return pgettext("between words", ", ").join(words)


def whole(number: int) -> str:
    """Write a whole number, its thousands apart."""
    return _in_signs(f"{number:,}")


def decimal(number: float, places: int) -> str:
    """Write a number with some decimals, its thousands apart."""
    return _in_signs(f"{number:,.{places}f}")


def signed(number: float, places: int) -> str:
    """Write a change with its sign; none where it would show as nought."""
    written = f"{number:+,.{places}f}"
    return _in_signs(written.replace("-", "−") if written.strip("+-0.") else written[1:])


def short(number: float) -> str:
    """Write a number with as many decimals as it needs, six figures at most."""
    return _in_signs(f"{number:g}")


def _in_signs(written: str) -> str:
    signs = {ord("."): pgettext("before decimals", "."), ord(","): pgettext("between thousands", ",")}
    return written.translate(signs)


def _known(name: str) -> str:
    """Give the key of a language by any of its names; empty if there is no such language."""
    base = name.replace("-", "_").partition(".")[0].partition("@")[0]
    if base in {"C", "POSIX"}:
        return _ENGLISH
    alone, *others = base.split("_")
    if _TRADITIONAL.intersection(each.lower() for each in others):
        return ""
    return next((each for each in (base, alone.lower(), _LIKE.get(alone.lower(), "")) if each in LANGUAGES), "")
