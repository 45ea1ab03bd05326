"""The page of keys, made from the table of the actions and from what other parts answer to."""

from collections.abc import Iterator, Sequence

from PySide6.QtGui import QKeySequence

from factbox.translation import N_, _
from factbox.ui.actions import MENUS, PARTS, TABLE, Row
from factbox.ui.labels import plain

# Keys that are no actions, by where they are pressed.
_ELSEWHERE = (
    (
        N_("In lists and panels"),
        (
            ("Up", N_("Row before")),
            ("Down", N_("Next row")),
            ("Return", N_("What the row offers first")),
            ("Del", N_("Skip or dismiss the row")),
            ("Esc", N_("Back to the text")),
        ),
    ),
    (
        N_("In the text"),
        (
            ("Menu", N_("What can be done with the word at the caret")),
            ("Esc", N_("Close what lies over the text, or leave focus mode")),
        ),
    ),
)


def keysheet() -> str:
    """Give the page in Markdown, in the reader's language: actions with keys, menu by menu, then other keys."""
    parts = ["# " + _("Keys"), _("Each action stands in its menu too, with its keys beside it.")]
    for menu, label in MENUS.items():
        inner = {menu, *(key for key, (within, *_rest) in PARTS.items() if within == menu)}
        rows = [(keys(row), _named(row)) for row in TABLE if row.menu in inner and row.keys]
        if rows:
            parts.append(_table(plain(_(label)), rows))
    for where, others in _ELSEWHERE:
        parts.append(_table(_(where), [(_native(QKeySequence(key)), _(what)) for key, what in others]))
    return "\n\n".join(parts) + "\n"


def keys(row: Row) -> str:
    """Write the keys of an action as this system writes them; of several the first."""
    if isinstance(row.keys, str):
        return _native(QKeySequence(row.keys))
    return next(map(_native, QKeySequence.keyBindings(row.keys)), "")


def _native(sequence: QKeySequence) -> str:
    return str(sequence.toString(QKeySequence.SequenceFormat.NativeText))


def _named(row: Row) -> str:
    name = plain(_(row.text))
    return f"{plain(_(PARTS[row.menu][1]))} › {name}" if row.menu in PARTS else name


def _table(head: str, rows: Sequence[tuple[str, str]]) -> str:
    return "\n".join((f"## {head}", "", *_lines(rows)))


def _lines(rows: Sequence[tuple[str, str]]) -> Iterator[str]:
    pressed, done = _("Keys"), _("What they do")
    yield f"| {pressed} | {done} |"
    yield "|---|---|"
    for pressed, what in rows:
        yield f"| `{pressed}` | {what} |"
