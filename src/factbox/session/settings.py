"""What the user has chosen, what the program remembers, and where both lie."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLocale, QObject, QSettings, QStandardPaths, Signal

from factbox.metrics.formulas import FORMULAS
from factbox.metrics.levels import DEFAULT, grades
from factbox.metrics.report import Counting
from factbox.session.declared import Choice, Declaration, Group, Number, Switch, Typeface, declaration, declared
from factbox.session.memory import Memory
from factbox.translation import _

# Where people spell as in Britain.
_BRITISH = {f"en_{land}" for land in "GB IE AU NZ ZA IN MT".split()}
SCALES = (0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0)


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices of the user, each declared with all that there is to say of it.

    Reading, keeping, the preferences and their export follow from the declarations. A setting with the key of an
    action, or with the name of a group of actions, stands in the menu too.
    """

    theme: str = declared(
        "system",
        _("Colours"),
        _("Light or dark as the system is, or always the same."),
        group=Group.LOOK,
        kind=Choice(
            {
                "system": _("As the system has it"),
                "light": _("Light"),
                "sepia": _("Sepia"),
                "dark": _("Dark"),
                "contrast": _("High contrast"),
            }
        ),
    )
    scale: float = declared(
        1.0,
        _("Size of all text"),
        _("Everything in the window grows along with it."),
        group=Group.LOOK,
        kind=Number(SCALES[0], SCALES[-1], 0.1, "%", times=100),
    )
    side: bool = declared(
        True,
        _("Show the Fact Box"),
        _("Without it there is nothing but the text."),
        group=Group.LOOK,
        kind=Switch(),
    )
    typeface: str = declared(
        "Literata",
        _("Typeface of the text"),
        _("Literata and Inter come with the program; all others are those of this computer."),
        group=Group.PAGE,
        kind=Typeface(("Literata", "Inter")),
    )
    measure: int = declared(
        72,
        _("Line length"),
        _("How many characters a line has room for; 66 to 72 are read with the least effort."),
        group=Group.PAGE,
        kind=Number(40, 140, 1, _("characters"), whole=True),
    )
    leading: float = declared(
        1.6,
        _("Line spacing"),
        _("From line to line, in sizes of the letters; never less than the typeface needs."),
        group=Group.PAGE,
        kind=Number(1.2, 2.4, 0.1),
    )
    wrap: bool = declared(
        True,
        _("Wrap lines"),
        _("Without it a paragraph is one line, and the page moves sideways."),
        group=Group.PAGE,
        kind=Switch(),
    )
    typewriter: bool = declared(
        False,
        _("Typewriter scrolling"),
        _("The line of the caret stays at half the height of the page."),
        group=Group.WRITING,
        kind=Switch(),
    )
    lit: str = declared(
        "lit_sentence",
        _("Light in focus mode"),
        _("What stays as it is around the caret; the rest is dimmed, but can be read."),
        group=Group.WRITING,
        kind=Choice(
            {
                "lit_sentence": _("Sentence"),
                "lit_line": _("Line"),
                "lit_paragraph": _("Paragraph"),
                "lit_all": _("Everything"),
            }
        ),
    )
    spelling: bool = declared(
        True,
        _("Check spelling"),
        _("Words that no dictionary has get a wavy line; what may have been meant stands in their menu."),
        group=Group.WRITING,
        kind=Switch(),
    )
    dictionary: str = declared(
        "en_GB" if QLocale().name() in _BRITISH else "en_US",
        _("Language of the spelling"),
        _("Whether “colour” or “color” is right."),
        group=Group.WRITING,
        kind=Choice({"en_US": _("English (US)"), "en_GB": _("English (UK)")}),
    )
    place: str = declared(
        "side_right",
        _("Place of the Fact Box"),
        _("Where the Fact Box and its panels stand; in a narrow window they are always below the text."),
        group=Group.LOOK,
        kind=Choice(
            {
                "side_right": _("At the right of the text"),
                "side_left": _("At the left of the text"),
                "side_below": _("Below the text"),
            }
        ),
    )
    formula: str = declared(
        DEFAULT,
        _("Formula of the Level"),
        _("What gives the Level; every other formula can be seen by opening it."),
        group=Group.COUNTING,
        kind=Choice({key: FORMULAS[key].label for key in grades()}),
    )
    ignore_capitals: bool = declared(
        False,
        _("Ignore capitals in Types"),
        _("“The” and “the” are one type then."),
        group=Group.COUNTING,
        kind=Switch(),
    )
    fragments: bool = declared(
        False,
        _("Count headings and items in the Level"),
        _("Headings, list items and lines in which no sentence ends count as sentences then."),
        group=Group.COUNTING,
        kind=Switch(),
    )

    reopen: bool = declared(
        True,
        _("Open what was open"),
        _("The files of last time come back when the program is started without one."),
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


class SettingsStore(QObject):
    """Keeps settings and state in one INI file; a broken or unwritable file costs only what it held.

    Attributes:
        memory: What the program remembers besides.
    """

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._file = QSettings(str(config_folder() / "factbox.ini"), QSettings.Format.IniFormat)
        self.memory = Memory(self._file)
        self._settings = self._load()

    @property
    def settings(self) -> Settings:
        """The choices as they are now."""
        return self._settings

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

    def _load(self) -> Settings:
        chosen: dict[str, Any] = {}
        for name, each in SETTINGS.items():
            kept = self._file.value(f"settings/{name}")
            value = each.kind.parse(str(kept).strip()) if kept is not None else None
            if value is not None:
                chosen[name] = value
        return Settings(**chosen)
