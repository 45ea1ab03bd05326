"""Tests of the manual: what it says is so."""

import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

from factbox import formats, manual, resources
from factbox.formats import limits
from factbox.translation import speak
from factbox.ui.actions import MENUS, PARTS, TABLE
from factbox.ui.keysheet import keys
from factbox.ui.labels import plain

ROOT = Path(__file__).resolve().parent.parent
KEYS = re.compile(r"\b(?:(?:Ctrl|Alt|Shift)\+)+(?:F\d+|\w|[.,])|\bF\d+\b")
PATHS = re.compile(r"\*([^*]+ ›[^*]+)\*")


@pytest.fixture
def text() -> str:
    """Give all of it in Markdown, on one line."""
    folder = resources.path("manual/en")
    return " ".join(" ".join(file.read_text("utf-8").split()) for file in sorted(folder.glob("*.md")))


@pytest.fixture
def script() -> ModuleType:
    """Give packaging/manual.py."""
    spec = importlib.util.spec_from_file_location("manual_page", ROOT / "packaging/manual.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_chapters_come_in_their_order() -> None:
    """By their numbers, which are no part of their keys, each with its title."""
    chapters = manual.chapters()
    assert [each.key for each in chapters] == ["first-steps", "numbers", "adapting", "files", "privacy"]
    assert chapters[0].head == "First steps"
    assert chapters[0].html.startswith("<h1>First steps</h1>")


def test_whoever_reads_another_language_gets_a_manual_too() -> None:
    """The English one, where nobody has written another."""
    english = manual.chapters()
    for language in ("de", "zh_CN"):
        speak([language])
        assert len(manual.chapters()) == len(english)


def test_every_picture_is_there(text: str) -> None:
    """The manual shows those that there are, and no others; the script takes them all."""
    shown = set(re.findall(r"!\[[^\]]+\]\((\w+\.png)\)", text))
    assert shown <= {file.name for file in manual.pictures().iterdir()}
    assert "OF_THE_MANUAL" in (ROOT / "packaging/pictures.py").read_text("utf-8")


def test_its_limits_are_those_of_the_program(text: str) -> None:
    """What is too large to open."""
    assert f"size of a file that is opened | {limits.LARGEST // 10**6} MB" in text
    unpacked = f"unpack to | {limits.LARGEST_UNPACKED // 1024**2} MB, and {limits.RATIO} times its size"
    assert unpacked in text
    assert f"files within a compressed document | {limits.MOST_ENTRIES:,}" in text
    assert f"paragraphs of a text | {limits.MOST_BLOCKS:,}" in text
    assert f"pages of a PDF | {limits.MOST_PAGES:,}" in text


def test_its_forms_are_those_of_the_program(text: str) -> None:
    """Every form that is read is named by its ending."""
    assert {each.suffixes[0] for each in formats.FORMATS} <= set(re.findall(r"`(\.\w+)`", text))


@pytest.mark.usefixtures("qapp")
def test_its_keys_are_those_of_the_program(text: str) -> None:
    """Whoever presses what the manual says gets what it says."""
    assert set(KEYS.findall(text)) <= {keys(row) for row in TABLE}


def test_its_menus_are_those_of_the_program(text: str) -> None:
    """Every path through the menus leads somewhere."""
    menus = {key: plain(label) for key, label in MENUS.items()}
    menus |= {key: f"{menus[menu]} › {plain(label)}" for key, (menu, label, _apart) in PARTS.items()}
    known = {f"{menus[row.menu]} › {plain(row.text)}" for row in TABLE}
    assert {path.strip() for path in PATHS.findall(text)} <= known


@pytest.mark.usefixtures("qapp")
@pytest.mark.skipif(sys.platform != "linux", reason="other systems write keys in other ways")
def test_the_page_for_the_web_is_as_the_chapters_are(script: ModuleType) -> None:
    """Whoever changes a chapter or a key runs `python packaging/manual.py`."""
    assert (ROOT / "docs/manual.html").read_text("utf-8") == script.page()
