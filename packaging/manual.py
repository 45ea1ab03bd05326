"""Write the manual as one page of HTML for the web: `docs/manual.html`, from the chapters that the program shows.

python packaging/manual.py
"""

import os
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from factbox import manual
from factbox.ui.keysheet import keysheet

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "manual.html"
_PICTURES = "../resources/manual/en/pictures/"
_SHEET = """
:root { color-scheme: light dark; --paper: #fefdfb; --text: #1f2427; --second: #5b6267; --line: #e2ded6;
  --accent: #0a6870 }
@media (prefers-color-scheme: dark) { :root { --paper: #1b1d1f; --text: #ddded9; --second: #a3a9ac;
  --line: #363b3f; --accent: #6fcacb } }
body { margin: 0 auto; max-width: 44rem; padding: 2rem 1.5rem 6rem; background: var(--paper); color: var(--text);
  font: 1.0625rem/1.6 Inter, system-ui, sans-serif }
a { color: var(--accent) }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 4rem 0 1rem }
h2 { font-size: 1.25rem; margin: 2.2rem 0 .6rem }
nav { color: var(--second); border-bottom: 1px solid var(--line); padding-bottom: 1rem }
nav a { margin-right: 1.2rem; white-space: nowrap }
img { max-width: 100%; border: 1px solid var(--line); border-radius: 6px }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; vertical-align: top; padding: .45rem 1.2rem .45rem 0;
  border-bottom: 1px solid var(--line) }
code { font-weight: 600; font-family: inherit }
"""


def page() -> str:
    """Give the page."""
    chapters = (*manual.chapters(), manual.chapter("keys", keysheet()))
    contents = "\n".join(f'<a href="#{each.key}">{each.head}</a>' for each in chapters)
    parts = "\n".join(f'<section id="{each.key}">\n{each.html}</section>' for each in chapters)
    return (
        '<!doctype html>\n<html lang="en-GB">\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>Fact Box: the manual</title>\n<style>{_SHEET}</style>\n"
        f"<nav>\n{contents}\n</nav>\n{parts}\n</html>\n"
    ).replace('<img src="', f'<img src="{_PICTURES}')


def main() -> None:
    """Write it."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # The keys of the platform need an application.
    application = QGuiApplication([])
    PAGE.write_text(page(), "utf-8")
    print(f"{PAGE.relative_to(ROOT)}: {PAGE.stat().st_size // 1024} KB")
    application.quit()


if __name__ == "__main__":
    main()
