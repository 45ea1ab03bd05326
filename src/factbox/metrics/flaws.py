"""Mistakes of our own in one of many rules: they cost what that rule would have found, and are told later."""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

_Found = TypeVar("_Found")

# By the name of the rule, the name of its last error; until somebody asks for it.
_FAILED: dict[str, str] = {}


def found_by(rule: str, find: Callable[[], Iterable[_Found]]) -> list[_Found]:
    """Give what a rule finds; nothing where it fails, which `new_failures` tells once.

    Args:
        rule: Its name.
        find: Lets it find.
    """
    try:
        return list(find())
    except Exception as error:  # noqa: BLE001  # a mistake in one rule must not cost what the others find
        _FAILED[rule] = type(error).__name__
        return []


def new_failures() -> Mapping[str, str]:
    """Give the names of the rules that have failed since this was last asked, each with its last error.

    They are forgotten by that: a rule that works again, as when there is memory again, is a rule like any other.
    """
    return {rule: _FAILED.pop(rule) for rule in list(_FAILED)}
