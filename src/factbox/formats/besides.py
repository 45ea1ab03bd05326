"""What a file has besides its paragraphs: counted while it is read, and named in plain sentences."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from enum import Enum, auto
from types import MappingProxyType

from factbox.translation import N_, _, ngettext


class Kind(Enum):
    """A kind of thing that no block holds."""

    PICTURE = auto()
    OBJECT = auto()
    EQUATION = auto()
    FOOTNOTE = auto()
    COMMENT = auto()
    MARGIN = auto()
    CONTENTS = auto()
    HTML = auto()
    PROPERTIES = auto()
    TABLE = auto()
    TEXT_BOX = auto()
    CODE = auto()
    CHANGE = auto()
    LINK = auto()
    SCRIPT = auto()
    HIDDEN = auto()
    LOOK = auto()
    START = auto()
    RULE = auto()
    BREAK = auto()
    TYPE = auto()


Phrase = Callable[[int], str]

COST = N_("Saving over the file loses what is not here.")

# What is left out.
_UNSEEN: Mapping[Kind, Phrase] = MappingProxyType(
    {
        Kind.PICTURE: lambda n: ngettext("{n} picture", "{n} pictures", n),
        Kind.OBJECT: lambda n: ngettext("{n} embedded object", "{n} embedded objects", n),
        Kind.EQUATION: lambda n: ngettext("{n} equation", "{n} equations", n),
        Kind.FOOTNOTE: lambda n: ngettext("{n} footnote", "{n} footnotes", n),
        Kind.COMMENT: lambda n: ngettext("{n} comment", "{n} comments", n),
        Kind.MARGIN: lambda n: ngettext("{n} header or footer", "{n} headers and footers", n),
        Kind.CONTENTS: lambda n: ngettext("{n} line of its contents", "{n} lines of its contents", n),
        Kind.HTML: lambda n: ngettext("{n} piece of HTML", "{n} pieces of HTML", n),
        Kind.HIDDEN: lambda n: ngettext("{n} piece of hidden text", "{n} pieces of hidden text", n),
        Kind.RULE: lambda n: ngettext("{n} rule", "{n} rules", n),
        Kind.PROPERTIES: lambda n: ngettext("{n} list of properties", "{n} lists of properties", n),
    }
)
# What is there with its text alone.
_PLAIN: Mapping[Kind, Phrase] = MappingProxyType(
    {
        Kind.TABLE: lambda n: ngettext("{n} table", "{n} tables", n),
        Kind.TEXT_BOX: lambda n: ngettext("{n} text box", "{n} text boxes", n),
        Kind.CODE: lambda n: ngettext("{n} piece of code", "{n} pieces of code", n),
    }
)


class Besides:
    """Counts what a file has besides its paragraphs."""

    def __init__(self) -> None:
        self._counts: Counter[Kind] = Counter()

    def count(self, kind: Kind, number: int = 1) -> None:
        """Count something that no block holds; underlined, struck out and coloured type by its places."""
        self._counts[kind] += number

    def told(self, *, costs: bool = True) -> tuple[str, ...]:
        """Say what was counted, and what saving would cost if it could; nothing where there was nothing."""
        sentences = [*self._unseen(), *self._plain(), *self._changed(), *self._unkept()]
        if not sentences:
            return ()
        return (*sentences, *((_(COST),) if costs else ()))

    def _unseen(self) -> Iterable[str]:
        if number := sum(self._counts[kind] for kind in _UNSEEN):
            told = ngettext("{{things}} is not shown here.", "{{things}} are not shown here.", number)
            yield told.format(things=self._listed(_UNSEEN))

    def _plain(self) -> Iterable[str]:
        if things := self._listed(_PLAIN):
            yield _("The text of {things} is here as plain paragraphs.").format(things=things)

    def _changed(self) -> Iterable[str]:
        if number := self._counts[Kind.CHANGE]:
            yield ngettext(
                "{n} tracked change is here as if it had been accepted.",
                "{n} tracked changes are here as if they had been accepted.",
                number,
            )

    def _unkept(self) -> Iterable[str]:
        if number := self._counts[Kind.LINK]:
            yield ngettext(
                "{n} link within the file is plain text here.",
                "{n} links within the file are plain text here.",
                number,
            )
        if number := self._counts[Kind.START]:
            yield ngettext(
                "{n} list that begins with another number begins with 1 here.",
                "{n} lists that begin with other numbers begin with 1 here.",
                number,
            )
        if number := self._counts[Kind.BREAK]:
            yield ngettext(
                "{n} line break begins a paragraph here.", "{n} line breaks begin paragraphs here.", number
            )
        if number := self._counts[Kind.SCRIPT]:
            yield ngettext(
                "{n} raised or lowered sign is level here: 10⁵ becomes 105.",
                "{n} raised or lowered signs are level here: 10⁵ becomes 105.",
                number,
            )
        if self._counts[Kind.LOOK]:
            yield _("Colours, sizes and fonts of letters, and where lines stand, are not kept.")
        if self._counts[Kind.TYPE]:
            yield _("Underlined and struck out type is not kept.")

    def _listed(self, phrases: Mapping[Kind, Phrase]) -> str:
        things = [phrase(self._counts[kind]) for kind, phrase in phrases.items() if self._counts[kind]]
        *first, last = things or [""]
        return _("{first} and {last}").format(first=", ".join(first), last=last) if first else last
