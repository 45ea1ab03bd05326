"""A table as a page for a browser: one file, sorted by its own few lines of script, readable without them."""

from collections.abc import Sequence
from pathlib import Path
from typing import IO

from factbox.batch.columns import Column
from factbox.batch.row import Row
from factbox.formats.markup import attribute, fit
from factbox.translation import _, ngettext, spoken

_STYLE = """
:root { color-scheme: light dark; --paper: #fefdfb; --text: #1f2427; --second: #5b6267; --line: #e2ded6;
  --chosen: #eae7e1; --accent: #0a6870; --above: #8a4500 }
@media (prefers-color-scheme: dark) { :root { --paper: #1b1d1f; --text: #ddded9; --second: #a3a9ac;
  --line: #363b3f; --chosen: #2d3134; --accent: #6fcacb; --above: #f0a868 } }
body { margin: 2rem auto; padding: 0 1rem; max-width: 90rem; color: var(--text); background: var(--paper);
  font: 15px/1.45 Inter, system-ui, sans-serif }
h1 { font-size: 1.5rem; font-weight: 600 }
p { color: var(--second) }
.room { max-height: calc(100vh - 9rem); overflow: auto }
table { border-collapse: collapse; width: 100% }
th, td { padding: .35rem .5rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top }
td { overflow-wrap: anywhere }
td:first-child { min-width: 14rem }
td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; overflow-wrap: normal }
td.e { color: var(--above); min-width: 14rem }
thead th { position: sticky; top: 0; background: var(--paper); vertical-align: bottom }
tbody tr:hover { background: var(--chosen) }
th button { all: unset; cursor: pointer; font-weight: 600 }
th button:focus-visible { outline: 2px solid var(--accent); outline-offset: 3px; border-radius: 3px }
th[aria-sort] { color: var(--accent) }
th[aria-sort=ascending] button::after { content: " ▲" }
th[aria-sort=descending] button::after { content: " ▼" }
@media print { @page { size: landscape; margin: 14mm } th, td { padding: .15rem .3rem }
  td:first-child, td.e { min-width: 10rem }
  body { margin: 0; max-width: none; color: #000; background: #fff; font-size: 8pt; padding: 0 }
  thead th { position: static; background: none } .room { max-height: none; overflow: visible } }
"""
# Buttons come only with the script that they need.
_SCRIPT = """
const body = document.querySelector("tbody"), heads = [...document.querySelectorAll("thead th")];
const value = (row, n) => { const cell = row.cells[n];
  return cell.dataset.v === undefined ? cell.textContent : cell.dataset.v === "" ? null : +cell.dataset.v };
heads.forEach((head, n) => {
  const button = document.createElement("button");
  button.type = "button"; button.append(...head.childNodes); head.append(button);
  button.onclick = () => {
    const up = head.getAttribute("aria-sort") !== "ascending";
    heads.forEach(each => each.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", up ? "ascending" : "descending");
    const rows = [...body.rows].map(row => [value(row, n), row]);
    rows.sort(([a], [b]) => a === null ? b === null ? 0 : 1 : b === null ? -1 :
      (typeof a === "number" ? a - b : a.localeCompare(b, undefined, {numeric: true})) * (up ? 1 : -1));
    body.append(...rows.map(([, row]) => row));
  };
});
"""

_MADE_BY = '<meta name="generator" content="Fact Box: a table">'


def is_table(path: Path) -> bool:
    """Tell whether a page is a table that was written here, and no text."""
    try:
        with path.open("rb") as file:
            return _MADE_BY.encode() in file.read(1000)
    except OSError:
        return False


class HtmlSheet:
    """A page with one table."""

    def __init__(self, file: IO[bytes], columns: Sequence[Column]) -> None:
        self._file, self._columns = file, columns
        self._rows = self._failed = 0
        title = fit(_("Many texts, measured by Fact Box"))
        heads = "".join(
            f'<th scope="col"{_kind(each)} title="{attribute(each.key)}">{fit(_(each.label))}</th>'
            for each in columns
        )
        self._write(
            f'<!DOCTYPE html>\n<html lang="{spoken().replace("_", "-")}">\n<head>\n<meta charset="utf-8">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f"{_MADE_BY}\n<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n"
            f'<div class="room">\n<table>\n<thead>\n<tr>{heads}</tr>\n</thead>\n<tbody>\n'
        )

    def add(self, row: Row) -> None:
        """Write a row."""
        self._rows += 1
        self._failed += row.error is not None
        self._write(f"<tr>{''.join(_cell(each, row) for each in self._columns)}</tr>\n")
        self._file.flush()

    def close(self) -> None:
        """Write what stands below the rows."""
        told = [ngettext("{n} text.", "{n} texts.", self._rows)]
        if self._failed:
            told.append(ngettext("{n} could not be read.", "{n} could not be read.", self._failed))
        told.append(_("The Level is a school grade (US); nine texts in ten lie within the band around it."))
        self._write(f"</tbody>\n</table>\n</div>\n<p>{fit(' '.join(told))}</p>\n")
        self._write(f"<script>{_SCRIPT}</script>\n</body>\n</html>\n")

    def _write(self, text: str) -> None:
        self._file.write(text.encode("utf-8", "backslashreplace"))


def _cell(column: Column, row: Row) -> str:
    if column.decimals is None:
        kind = ' class="e"' if column.key == "error" else ""
        return f"<td{kind}>{fit(column.text(row))}</td>"
    cell = column.cell(row)
    return f'<td class="n" data-v="{"" if cell is None else cell}">{column.text(row) or "—"}</td>'


def _kind(column: Column) -> str:
    return ' class="n"' if column.decimals is not None else ""
