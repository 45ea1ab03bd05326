"""The manual: chapters of Markdown among the resources, as HTML."""

import importlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from factbox import resources
from factbox.translation import spoken

_WRITTEN_FIRST = "en"


@dataclass(frozen=True, slots=True)
class Chapter:
    """One chapter.

    Attributes:
        key: The name of its file, without its number and its ending.
        head: Its title, which `html` holds too.
        html: All of it.
    """

    key: str
    head: str
    html: str


def chapters() -> tuple[Chapter, ...]:
    """Give the chapters in their order, in the language that is spoken, or in English if it has none."""
    return tuple(
        chapter(file.stem.partition("-")[2], file.read_text("utf-8")) for file in sorted(_folder().glob("*.md"))
    )


def pictures() -> Path:
    """Give the folder of the pictures in them, which show the program in the same language."""
    return _folder() / "pictures"


def _folder() -> Path:
    try:
        return resources.path(f"manual/{spoken()}")
    except FileNotFoundError:
        return resources.path(f"manual/{_WRITTEN_FIRST}")


def chapter(key: str, markdown: str) -> Chapter:
    """Make a chapter of Markdown whose first line is its title."""
    head = markdown.partition("\n")[0].removeprefix("# ").strip()
    return Chapter(key, head, str(_grammar().render(markdown)))


@cache
def _grammar() -> Any:
    # Late: no start of the program waits for it.
    library: Any = importlib.import_module("markdown_it")
    return library.MarkdownIt("commonmark").enable("table")
