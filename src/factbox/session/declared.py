"""What a setting says of itself, in one place: its default, its words, its group, and which values it takes."""

from collections.abc import Mapping
from dataclasses import Field, dataclass, field
from enum import Enum
from typing import Any, TypeVar

from factbox.translation import N_

_KEY = "setting"
_LONGEST_NAME = 200
_Value = TypeVar("_Value")


class Group(Enum):
    """What settings are about, in the order in which people see the groups."""

    LOOK = N_("Look")
    PAGE = N_("Page")
    WRITING = N_("Writing")
    COUNTING = N_("Counting")
    FILES = N_("Files and windows")


@dataclass(frozen=True, slots=True)
class Switch:
    """On or off."""

    def take(self, value: object) -> bool | None:
        """Give a value as the setting has it; None if it is none."""
        return value if isinstance(value, bool) else None

    def parse(self, text: str) -> bool | None:
        """Read what was written as text; None if it is no value."""
        return {"true": True, "false": False}.get(text.lower())


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several answers.

    Attributes:
        options: The keys of the answers, each with its words for people.
    """

    options: Mapping[str, str]

    def take(self, value: object) -> str | None:
        """Give a value as the setting has it; None if it is none."""
        return value if isinstance(value, str) and value in self.options else None

    def parse(self, text: str) -> str | None:
        """Read what was written as text; None if it is no value."""
        return self.take(text)


@dataclass(frozen=True, slots=True)
class Number:
    """A number within limits.

    Attributes:
        least: The smallest.
        most: The largest.
        step: From one to the next.
        unit: What is written behind it, such as `%`; may be empty.
        times: What it is multiplied with where people see it: 100 where 1.5 is shown as 150 %.
        whole: Whether it has no decimals.
    """

    least: float
    most: float
    step: float = 1
    unit: str = ""
    times: int = 1
    whole: bool = False

    def take(self, value: object) -> float | None:
        """Give a value as the setting has it, at the nearer limit if it is beyond; None if it is none."""
        if not isinstance(value, int | float) or isinstance(value, bool) or value != value:  # noqa: PLR0124  # NaN
            return None
        within = min(max(value, self.least), self.most)
        return round(within) if self.whole else float(within)

    def parse(self, text: str) -> float | None:
        """Read what was written as text; None if it is no value."""
        try:
            return self.take(float(text))
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class Typeface:
    """The name of a family of letters, installed or not.

    Attributes:
        offered: The families that come with the program, which stand first.
    """

    offered: tuple[str, ...]

    def take(self, value: object) -> str | None:
        """Give a value as the setting has it; None if it is none."""
        is_name = isinstance(value, str) and 0 < len(value) <= _LONGEST_NAME and value.isprintable()
        return str(value) if is_name else None

    def parse(self, text: str) -> str | None:
        """Read what was written as text; None if it is no value."""
        return self.take(text)


Kind = Switch | Choice | Number | Typeface


@dataclass(frozen=True, slots=True)
class Declaration:
    """What is known of a setting besides its value.

    Attributes:
        name: The name of its field.
        default: Its value until somebody chooses.
        label: What it is called.
        note: One sentence on what it does.
        group: What it is about.
        kind: Which values it takes.
    """

    name: str
    default: Any
    label: str
    note: str
    group: Group
    kind: Kind


def declared(default: _Value, label: str, note: str, *, group: Group, kind: Kind) -> _Value:
    """Declare a field of a dataclass to be a setting.

    Args:
        default: Its value until somebody chooses.
        label: What it is called.
        note: One sentence on what it does.
        group: What it is about.
        kind: Which values it takes.
    """
    return field(default=default, metadata={_KEY: (label, note, group, kind)})


def declaration(each: "Field[Any]") -> Declaration:
    """Give what a field was declared with.

    Raises:
        KeyError: The field is not declared to be a setting.
    """
    return Declaration(each.name, each.default, *each.metadata[_KEY])
