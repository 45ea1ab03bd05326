"""Whether an installation is whole: each part that could be missing is tried, without a change to anything."""

import gettext
import importlib
import os
import sys
from collections.abc import Callable
from pathlib import Path

from factbox import formats, resources
from factbox.document import Block, Document, Face, Role, Span
from factbox.metrics.ledger import settle
from factbox.translation import LANGUAGES, _

_TEXT = Document(
    (
        Block("A small trial", Role.HEADING),
        Block("The old boat came back late, and everybody was glad.", spans=(Span(4, 7, Face.BOLD),)),
        Block("rope", Role.ITEM),
    )
)
# Those that need a catalogue.
_FOREIGN = tuple(language for language in LANGUAGES if language != "en")
_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
_RTF = rb"{\rtf1 The old boat came back late.\par}"


def main(picture: Path | None, *, with_window: bool) -> int:
    """Try every part and print what is whole; give the exit status, 1 where something is missing.

    Args:
        picture: Where to save a picture of the window; None for none.
        with_window: Whether to open the window too.
    """
    trials: list[tuple[str, Callable[[], object]]] = [
        (_("Counting and its tables"), _counting),
        *((_(each.label), lambda each=each: _format(each)) for each in formats.FORMATS),
        (_("Spelling"), _spelling),
        (_("A second opinion"), _opinion),
        (_("Languages of the interface"), _languages),
    ]
    if with_window:
        trials.append((_("Qt's words in them"), _words_of_qt))
        trials.append((_("The window"), lambda: _window(picture)))
    failed = False
    for name, trial in trials:
        try:
            trial()
        except Exception as error:  # noqa: BLE001  # whatever it is, it is told
            failed = True
            print(f"{name}: {type(error).__name__}: {error}")
        else:
            print(_("{name}: whole").format(name=name))
    return int(failed)


def _counting() -> None:
    report = settle(_example(), every=True)
    _demand(report.level is not None and len(report.scores) > 1)


def _example() -> tuple[Block, ...]:
    return formats.read(next(resources.path("examples").glob("*.md"))).blocks


def _format(each: formats.Format) -> None:
    if each.write is not None:
        read = each.read(each.write(_TEXT))
        _demand([block.text for block in read.blocks if block.text] == [block.text for block in _TEXT.blocks])
    elif each.key == "rtf":
        _demand(each.read(_RTF).blocks[0].text == "The old boat came back late.")
    else:
        # A PDF is made by the window alone; that its reader is there is all that can be tried.
        importlib.import_module("pypdf")


def _spelling() -> None:
    speller = importlib.import_module("factbox.session.speller")
    for language in speller.LANGUAGES:
        its = speller.Speller(language)
        _demand(its.knows("harbour") is (language == "en_GB") and "receive" in its.suggest("recieve"))


def _opinion() -> None:
    opinion = importlib.import_module("factbox.metrics.opinion")
    _demand(bool(opinion.opinions(_example())))


def _languages() -> None:
    for language in _FOREIGN:
        catalogue = gettext.translation("factbox", resources.path("translations"), [language])
        _demand(catalogue.gettext("Spelling") != "Spelling")


def _words_of_qt() -> None:
    tongue = importlib.import_module("factbox.ui.tongue")
    _demand(all(map(tongue.words_of_qt, _FOREIGN)))


def _window(picture: Path | None) -> None:
    if sys.platform not in {"win32", "darwin"} and not any(map(os.environ.get, _DISPLAYS)):
        # Without a screen it is drawn in memory.
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    importlib.import_module("factbox.app").portray(picture)


def _demand(condition: bool) -> None:  # noqa: FBT001  # what is demanded
    if not condition:
        raise ValueError(_("its answer is wrong"))
