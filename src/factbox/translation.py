"""The words of the interface in the reader's language, by gettext, so that the command line has them too."""

import gettext

from factbox import resources

_CATALOGUE = gettext.translation("factbox", resources.path("translations"), fallback=True)


def _(message: str) -> str:
    """Give the message in the reader's language; English where there is no translation."""
    return _CATALOGUE.gettext(message)


def N_(message: str) -> str:
    """Mark a message that is translated later, where it is shown."""
    return message


def ngettext(one: str, many: str, number: int) -> str:
    """Give the form of a message that fits a number, with `{n}` filled in."""
    return _CATALOGUE.ngettext(one, many, number).format(n=f"{number:,}")
