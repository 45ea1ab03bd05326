"""Tests of the manual: what it says is so."""

import importlib.util
import itertools
import re
import shutil
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtGui import QColor, QImage

from factbox import formats, manual, resources
from factbox.formats import limits
from factbox.session import recovery
from factbox.translation import LANGUAGES, _, speak, whole
from factbox.ui.actions import MENUS, PARTS, TABLE
from factbox.ui.keysheet import keys
from factbox.ui.labels import plain

ROOT = Path(__file__).resolve().parent.parent
# A language may come without a manual.
WRITTEN = sorted(each.name for each in resources.path("manual").iterdir())
# How the interface writes keys where that is not as in English.
NAMES_OF_KEYS = {
    "de": {"Strg": "Ctrl", "Umschalt": "Shift"},
    "es": {"Control": "Ctrl", "Mayúsculas": "Shift"},
    "fr": {"Maj": "Shift"},
}
KEYS = re.compile(r"\b(?:(?:Ctrl|Alt|Shift)\+)+(?:F\d+|\w|[.,])|\bF\d+\b")
PATHS = re.compile(r"\*([^*]+ ›[^*]+)\*")
SHOWN = re.compile(r"!\[[^\]]+\]\((\w+\.png)\)")
PARTS_OF_A_PAGE = re.compile(r"<(h\d|p|ol|ul|li|table|tr|th|td|code)\b")
# A number with the signs of its language, and one that is written alike in all.
NUMBER = re.compile(r"\d(?:[\d.,\u202f]*\d)?")
FIGURE = re.compile(r"(?<![\d.,\u202f])\d\d+(?![.,\u202f]?\d)")


def chapters_in(language: str) -> dict[str, str]:
    """Give each chapter in Markdown, on one line, its keys named as in English, by the name of its file."""
    chapters = {}
    for file in sorted(resources.path(f"manual/{language}").glob("*.md")):
        text = " ".join(re.split(r"[ \n]+", file.read_text("utf-8")))
        for name, english in NAMES_OF_KEYS.get(language, {}).items():
            text = text.replace(f"{name}+", f"{english}+")
        chapters[file.name] = text
    return chapters


def paths() -> dict[str, str]:
    """Give the key of every action by its path through the menus, in the language that is spoken."""
    menus = {key: plain(_(label)) for key, label in MENUS.items()}
    menus |= {key: f"{menus[menu]} › {plain(_(label))}" for key, (menu, label, _apart) in PARTS.items()}
    return {f"{menus[row.menu]} › {plain(_(row.text))}": row.key for row in TABLE}


@pytest.fixture(params=WRITTEN)
def language(request: pytest.FixtureRequest) -> str:
    """Speak a language in which there is a manual; give its key."""
    return speak([request.param])


@pytest.fixture
def chapters(language: str) -> dict[str, str]:
    """Give the chapters in this language."""
    return chapters_in(language)


@pytest.fixture
def text(chapters: dict[str, str]) -> str:
    """Give all of it."""
    return " ".join(chapters.values())


def _loaded(name: str) -> ModuleType:
    """Give a script of packaging, by a name that no library has."""
    spec = importlib.util.spec_from_file_location(f"packaging_{name}", ROOT / f"packaging/{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def script() -> ModuleType:
    """Give packaging/manual.py."""
    return _loaded("manual")


@pytest.fixture
def studio() -> ModuleType:
    """Give packaging/pictures.py."""
    return _loaded("pictures")


def test_every_manual_is_in_a_language_of_the_program() -> None:
    """What nobody could choose would be read by nobody."""
    assert set(WRITTEN) <= set(LANGUAGES)


def test_chapters_come_in_their_order(language: str) -> None:
    """By their numbers, which are no part of their keys, each with its title in the language."""
    chapters = manual.chapters()
    assert [each.key for each in chapters] == ["first-steps", "numbers", "adapting", "files", "privacy"]
    assert all(each.html.startswith(f"<h1>{each.head}</h1>") for each in chapters)
    assert (chapters[0].head == "First steps") == (language == "en")


def test_whoever_reads_another_language_gets_a_manual_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The English one, where nobody has written another."""
    english = manual.chapters()
    shutil.copytree(resources.path("manual/en"), tmp_path / "manual/en")
    speak(["de"])
    monkeypatch.setattr(resources, "_ROOTS", (tmp_path,))
    assert manual.chapters() == english


def test_every_picture_is_there(chapters: dict[str, str], studio: ModuleType) -> None:
    """Each language shows what the script takes and what the folder holds, where the English manual shows it."""
    shown = {name: SHOWN.findall(text) for name, text in chapters.items()}
    assert shown == {name: SHOWN.findall(text) for name, text in chapters_in("en").items()}
    taken = {f"{name}.png" for name in studio.OF_THE_MANUAL}
    assert {picture for each in shown.values() for picture in each} == taken
    assert {file.name for file in manual.pictures().iterdir()} == taken


def test_every_language_has_pictures_of_its_own(language: str) -> None:
    """Whoever follows a picture finds the words of the window in it."""
    shown = manual.pictures()
    assert shown == resources.path(f"manual/{language}/pictures")
    speak(["en"])
    others = {file.name: file.read_bytes() for file in manual.pictures().iterdir()}
    assert {file.name for file in shown.iterdir() if file.read_bytes() == others[file.name]} == (
        set(others) if language == "en" else set()
    )


def test_a_picture_is_small_and_as_it_was(studio: ModuleType) -> None:
    """It has few colours, the usual ones are exact, and the rest is near."""
    image = QImage(200, 100, QImage.Format.Format_RGB32)
    image.fill(QColor("#fefdfb"))
    for x in range(200):
        image.setPixelColor(x, 0, QColor(x, x, x))
        image.setPixelColor(x, 1, QColor(x, 255 - x, 40))
    few = studio.in_few_colours(image)
    assert few.colorCount() <= 256
    assert few.pixelColor(50, 50) == QColor("#fefdfb")
    for place in itertools.product(range(200), range(2)):
        was, now = image.pixelColor(*place), few.pixelColor(*place)
        assert max(abs(was.red() - now.red()), abs(was.green() - now.green()), abs(was.blue() - now.blue())) < 64


def test_its_limits_are_those_of_the_program(language: str) -> None:
    """What is too large to open, in figures as the language writes them."""
    file = resources.path(f"manual/{language}/4-files.md").read_text("utf-8")
    limits_of_files = re.split(r"^## ", file, flags=re.MULTILINE)[2]
    rows = [line.strip("| ").rpartition("|")[2] for line in limits_of_files.splitlines() if line.startswith("|")]
    most = (
        (limits.LARGEST // 10**6,),
        (limits.LARGEST_UNPACKED // 1024**2, limits.RATIO, limits.FREE_TOGETHER // 1024**2),
        (limits.RATIO, limits.FREE // 1024**2),
        (limits.MOST_ENTRIES,),
        (limits.MOST_BLOCKS,),
        (limits.MOST_PAGES,),
    )
    assert [NUMBER.findall(row) for row in rows[2:]] == [[whole(figure) for figure in each] for each in most]


def test_its_drafts_are_as_old_as_those_of_the_program() -> None:
    """In texts of usual length, and how much older in longer ones: LONGEST once more for each _LONG."""
    assert (recovery.PAUSE + recovery.LONGEST, recovery.LONGEST, recovery._LONG) == (2_000, 1_000, 500_000)
    assert (
        "never more than two seconds old (in very long texts a second more for each half million characters)"
        in chapters_in("en")["4-files.md"]
    )


def test_its_forms_are_those_of_the_program(text: str) -> None:
    """Every form that is read is named by its ending."""
    assert {each.suffixes[0] for each in formats.FORMATS} <= set(re.findall(r"`(\.\w+)`", text))


@pytest.mark.usefixtures("qapp")
def test_its_keys_are_those_of_the_program(chapters: dict[str, str]) -> None:
    """Whoever presses what the manual says gets what it says, in every language in the same chapter."""
    known = {keys(row) for row in TABLE}
    for name, english in chapters_in("en").items():
        pressed = KEYS.findall(chapters[name])
        assert set(pressed) <= known, name
        assert Counter(pressed) == Counter(KEYS.findall(english)), name


def test_its_menus_are_those_of_the_program(language: str, chapters: dict[str, str]) -> None:
    """Every path through the menus leads somewhere, and to the same as in English."""
    known = paths()
    led = {name: Counter(known[path.strip()] for path in PATHS.findall(text)) for name, text in chapters.items()}
    speak(["en"])
    known = paths()
    english = chapters_in("en").items()
    assert led == {name: Counter(known[path.strip()] for path in PATHS.findall(text)) for name, text in english}, (
        language
    )


@pytest.mark.usefixtures("qapp")
@pytest.mark.skipif(sys.platform != "linux", reason="other systems write keys in other ways")
def test_the_page_for_the_web_is_as_the_chapters_are(script: ModuleType) -> None:
    """Whoever changes a chapter or a key runs `python packaging/manual.py`."""
    assert (ROOT / "docs/manual.html").read_text("utf-8") == script.page()
