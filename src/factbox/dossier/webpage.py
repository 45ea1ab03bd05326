"""A dossier as a page for a browser: one file that needs no other, in light, in dark and on paper."""

from collections.abc import Iterator

from factbox.dossier.parts import Dossier, Part, Picture, Table
from factbox.formats.markup import fit
from factbox.translation import _, spoken

_STYLE = """
:root { color-scheme: light dark; --paper: #fefdfb; --text: #1f2427; --second: #5b6267; --line: #e2ded6;
  --panel: #f5f3ef; --accent: #0a6870 }
@media (prefers-color-scheme: dark) { :root { --paper: #1b1d1f; --text: #ddded9; --second: #a3a9ac;
  --line: #363b3f; --panel: #232629; --accent: #6fcacb } }
body { margin: 2.5rem auto; padding: 0 1.25rem; max-width: 60rem; color: var(--text); background: var(--paper);
  font: 16px/1.5 Inter, system-ui, sans-serif }
h1 { font-size: 1.9rem; font-weight: 600; margin: 0 0 .2rem; overflow-wrap: anywhere }
h2 { font-size: 1.2rem; font-weight: 600; margin: 2.4rem 0 .6rem }
p { margin: .5rem 0; color: var(--second); max-width: 44rem }
p.lead { color: var(--text); font-size: 1.15rem }
nav { margin: 1rem 0; display: flex; flex-wrap: wrap; gap: .3rem 1.1rem }
a { color: var(--accent) }
.room { overflow-x: auto; margin: .8rem 0 }
table { border-collapse: collapse; width: 100%; font-size: .93rem }
caption { text-align: left; color: var(--second); padding: .2rem 0 .4rem }
th, td { padding: .35rem .7rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top }
thead th { background: var(--panel); font-weight: 600 }
.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap }
tbody td:first-child { overflow-wrap: anywhere }
figure { margin: 1rem 0 } figure svg { max-width: 100%; height: auto }
figcaption { color: var(--second) }
@media print { @page { margin: 18mm } :root { --paper: #fff; --text: #000; --second: #333; --line: #999;
  --panel: #eee; --accent: #000 } body { margin: 0; max-width: none; padding: 0; font-size: 10.5pt }
  nav { display: none } tr, figure { break-inside: avoid } h2 { break-after: avoid } .room { overflow: visible } }
"""


def html(dossier: Dossier) -> bytes:
    """Make the page."""
    title = fit(dossier.title)
    links = "".join(
        f'<a href="#s{number}">{fit(each.title)}</a>\n' for number, each in enumerate(dossier.sections, 1)
    )
    body = "".join(
        f'<section aria-labelledby="s{number}">\n<h2 id="s{number}">{fit(section.title)}</h2>\n'
        f"{''.join(line for part in section.parts for line in _part(part))}</section>\n"
        for number, section in enumerate(dossier.sections, 1)
    )
    contents = fit(_("Contents"))
    page = (
        f'<!DOCTYPE html>\n<html lang="{spoken().replace("_", "-")}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<header><h1>{title}</h1></header>\n"
        f'<nav aria-label="{contents}">\n{links}</nav>\n<main>\n{body}</main>\n</body>\n</html>\n'
    )
    return page.encode("utf-8", "backslashreplace")


def _part(part: Part) -> Iterator[str]:
    if isinstance(part, Table):
        head = "".join(f'<th scope="col"{_kind(part, n)}>{fit(name)}</th>' for n, name in enumerate(part.head))
        yield f'<div class="room"><table>\n<caption>{fit(part.caption)}</caption>\n'
        yield f"<thead><tr>{head}</tr></thead>\n"
        yield "<tbody>\n"
        for row in part.rows:
            yield f"<tr>{''.join(f'<td{_kind(part, n)}>{fit(cell)}</td>' for n, cell in enumerate(row))}</tr>\n"
        yield "</tbody>\n</table></div>\n"
    elif isinstance(part, Picture):
        yield f"<figure>\n{part.svg}\n<figcaption>{fit(part.told)}</figcaption>\n</figure>\n"
    else:
        kind = ' class="lead"' if part.is_lead else ""
        yield f"<p{kind}>{fit(part.text)}</p>\n"


def _kind(table: Table, column: int) -> str:
    return ' class="n"' if column in table.figures else ""
