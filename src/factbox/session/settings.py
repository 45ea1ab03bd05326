"""What the user has chosen, what the program remembers, and where both lie."""

import hashlib
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLocale, QObject, QSettings, QStandardPaths, Signal

from factbox import formats
from factbox.formats import FormatError
from factbox.metrics.formulas import FORMULAS
from factbox.metrics.levels import DEFAULT, grades
from factbox.metrics.report import Counting
from factbox.session.declared import Choice, Declaration, Group, Number, Switch, Typeface, declaration, declared
from factbox.session.memory import Memory
from factbox.translation import LANGUAGES, N_, _

# Where people spell as in Britain.
_BRITISH = {f"en_{land}" for land in "GB IE AU NZ ZA IN MT".split()}
# What follows the system.
SYSTEM = "system"
SCALES = (0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0)


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices of the user, each declared with all that there is to say of it.

    Reading, keeping, the preferences and their export follow from the declarations. A setting with the key of an
    action, or with the name of a group of actions, stands in the menu too.
    """

    theme: str = declared(
        SYSTEM,
        N_("Colours"),
        N_("Light or dark as the system is, or always the same."),
        group=Group.LOOK,
        kind=Choice(
            {
                SYSTEM: N_("As the system has it"),
                "light": N_("Light"),
                "sepia": N_("Sepia"),
                "dark": N_("Dark"),
                "contrast": N_("High contrast"),
            }
        ),
    )
    language: str = declared(
        SYSTEM,
        N_("Language"),
        N_(
            "Of menus and messages; texts are always read as English. "
            "Open windows change once they are saved, and what you did in them cannot be undone after that."
        ),
        group=Group.LOOK,
        kind=Choice({SYSTEM: N_("As the system has it"), **LANGUAGES}),
    )
    scale: float = declared(
        1.0,
        N_("Size of all text"),
        N_("Everything in the window grows along with it."),
        group=Group.LOOK,
        kind=Number(SCALES[0], SCALES[-1], 0.1, "%", times=100),
    )
    side: bool = declared(
        True,
        N_("Show the Fact Box"),
        N_("Without it there is nothing but the text."),
        group=Group.LOOK,
        kind=Switch(),
    )
    typeface: str = declared(
        "Literata",
        N_("Typeface of the text"),
        N_("Literata and Inter come with the program; all others are those of this computer."),
        group=Group.PAGE,
        kind=Typeface(("Literata", "Inter")),
    )
    measure: int = declared(
        72,
        N_("Line length"),
        N_("How many characters a line has room for; 66 to 72 are read with the least effort."),
        group=Group.PAGE,
        kind=Number(40, 140, 1, N_("characters"), whole=True),
    )
    leading: float = declared(
        1.6,
        N_("Line spacing"),
        N_("From line to line, in sizes of the letters; never less than the typeface needs."),
        group=Group.PAGE,
        kind=Number(1.2, 2.4, 0.1),
    )
    wrap: bool = declared(
        True,
        N_("Wrap lines"),
        N_("Without it a paragraph is one line, and the page moves sideways."),
        group=Group.PAGE,
        kind=Switch(),
    )
    typewriter: bool = declared(
        False,
        N_("Typewriter scrolling"),
        N_("The line of the caret stays at half the height of the page."),
        group=Group.WRITING,
        kind=Switch(),
    )
    announce: bool = declared(
        True,
        N_("Say the facts on a pause"),
        N_("Screen readers tell what the Fact Box shows when you stop writing. Ctrl+Alt+F says it at any time."),
        group=Group.WRITING,
        kind=Switch(),
    )
    lit: str = declared(
        "lit_sentence",
        N_("Light in focus mode"),
        N_("What stays as it is around the caret; the rest is dimmed, but can be read."),
        group=Group.WRITING,
        kind=Choice(
            {
                "lit_sentence": N_("Sentence"),
                "lit_line": N_("Line"),
                "lit_paragraph": N_("Paragraph"),
                "lit_all": N_("Everything"),
            }
        ),
    )
    spelling: bool = declared(
        True,
        N_("Check spelling"),
        N_("Words that no dictionary has get a wavy line; what may have been meant stands in their menu."),
        group=Group.WRITING,
        kind=Switch(),
    )
    dictionary: str = declared(
        "en_GB" if QLocale().name() in _BRITISH else "en_US",
        N_("Language of the spelling"),
        N_("Whether “colour” or “color” is right."),
        group=Group.WRITING,
        kind=Choice({"en_US": N_("English (US)"), "en_GB": N_("English (UK)")}),
    )
    place: str = declared(
        "side_right",
        N_("Place of the Fact Box"),
        N_("Where the Fact Box and its panels stand; in a narrow window they are always below the text."),
        group=Group.LOOK,
        kind=Choice(
            {
                "side_right": N_("At the right of the text"),
                "side_left": N_("At the left of the text"),
                "side_below": N_("Below the text"),
            }
        ),
    )
    formula: str = declared(
        DEFAULT,
        N_("Formula of the Level"),
        N_("What gives the Level; every other formula can be seen by opening it."),
        group=Group.COUNTING,
        kind=Choice({key: FORMULAS[key].label for key in grades()}),
    )
    ignore_capitals: bool = declared(
        False,
        N_("Ignore capitals in Types"),
        N_("“The” and “the” are one type then."),
        group=Group.COUNTING,
        kind=Switch(),
    )
    fragments: bool = declared(
        False,
        N_("Count headings and items in the Level"),
        N_("Headings, list items and lines in which no sentence ends count as sentences then."),
        group=Group.COUNTING,
        kind=Switch(),
    )

    reopen: bool = declared(
        True,
        N_("Open what was open"),
        N_("The files of last time come back when the program is started without one."),
        group=Group.FILES,
        kind=Switch(),
    )

    @property
    def counting(self) -> Counting:
        """How to count."""
        return Counting(self.formula, self.ignore_capitals, self.fragments)


SETTINGS: Mapping[str, Declaration] = {each.name: declaration(each) for each in fields(Settings)}


def next_scale(scale: float, step: int) -> float:
    """Give the scale one step above (1) or below (-1) another in `SCALES`, or the end of them."""
    others = [each for each in SCALES if (each > scale if step > 0 else each < scale)]
    return (min(others) if step > 0 else max(others)) if others else scale


def config_folder() -> Path:
    """Give the folder for settings: `FACTBOX_HOME`, or else the standard one of the platform."""
    home = os.environ.get("FACTBOX_HOME")
    if home:
        return Path(home)
    standard = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    return Path(standard) / "factbox"


def state_folder() -> Path:
    """Give the folder for what the program remembers: `FACTBOX_HOME`, or else the standard one of the platform."""
    home = os.environ.get("FACTBOX_HOME")
    if home:
        return Path(home)
    places = QStandardPaths.StandardLocation
    standard = QStandardPaths.writableLocation(places.GenericStateLocation)
    return Path(standard or QStandardPaths.writableLocation(places.GenericDataLocation)) / "factbox"


def known_as(path: Path) -> str:
    """Give the name under which what belongs to a file lies in the state folder, one for each place."""
    full = os.path.normcase(path.resolve())
    return hashlib.sha256(full.encode("utf-8", "surrogatepass")).hexdigest()[:32]


class SettingsStore(QObject):
    """Keeps settings and state in one INI file; a broken or unwritable file costs only what it held.

    Attributes:
        memory: What the program remembers besides.
    """

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        path = config_folder() / "factbox.ini"
        with suppress(FormatError, OSError):
            formats.private_folder(path.parent)
            # Qt would let everybody read it.
            path.touch(mode=0o600)
            path.chmod(0o600)
        self._file = QSettings(str(path), QSettings.Format.IniFormat)
        self.memory = Memory(self._file)
        self._settings, broken = self._load()
        self._is_damaged, self._copy = bool(broken), Path()
        keys = self._file.allKeys()
        # Of what is no INI file at all Qt makes keys that nobody wrote.
        is_read = self._file.status() is not QSettings.Status.FormatError and any(map(_is_ours, keys))
        with suppress(FormatError):
            self._is_damaged |= not is_read and bool(formats.read_bytes(path).strip())
            if self._is_damaged:
                # The next choice is written over it.
                self._copy = formats.keep_damaged(path)
        for name in broken:
            # Else it would be told of at every start.
            self._file.remove(f"settings/{name}")

    @property
    def settings(self) -> Settings:
        """The choices as they are now."""
        return self._settings

    @property
    def loss(self) -> str:
        """What of the settings was damaged and where it is kept, in words; nothing if they were whole."""
        if not self._is_damaged:
            return ""
        if not self._copy.name:
            return _("Some settings were damaged, and are again what they were at first.")
        sentence = _("Some settings were damaged, and are again what they were at first. A copy is in {path}.")
        return sentence.format(path=self._copy)

    def change(self, **choices: object) -> None:
        """Make choices, by the names of the fields of Settings; keep them, and tell of them if they are new."""
        changed = replace(self._settings, **choices)  # type: ignore[arg-type]  # names are checked by replace
        if changed == self._settings:
            return
        self._settings = changed
        for name, each in SETTINGS.items():
            value, key = getattr(changed, name), f"settings/{name}"
            if value != each.default:
                self._file.setValue(key, value)
            elif self._file.contains(key):
                # Whoever never chose, or went back, has the default of every later release too.
                self._file.remove(key)
        self.changed.emit(changed)

    def flush(self) -> None:
        """Write what is kept to the file now; it is written at the end anyway."""
        self._file.sync()

    def _load(self) -> tuple[Settings, list[str]]:
        """Give what was chosen, and the names of what makes no sense."""
        chosen: dict[str, Any] = {}
        broken: list[str] = []
        for name, each in SETTINGS.items():
            kept = self._file.value(f"settings/{name}")
            value = each.kind.parse(str(kept).strip()) if kept is not None else None
            if value is not None:
                chosen[name] = value
            elif kept is not None:
                broken.append(name)
        return Settings(**chosen), broken


def _is_ours(key: str) -> bool:
    return key.startswith(("settings/", "state/"))
