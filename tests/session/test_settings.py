"""Tests of settings and state."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from factbox import formats
from factbox.formats import FormatError
from factbox.metrics.goals import Goal
from factbox.metrics.report import Counting
from factbox.session.settings import (
    SCALES,
    Settings,
    SettingsStore,
    config_folder,
    next_scale,
    state_folder,
)


def kept(store: SettingsStore) -> SettingsStore:
    """Give the store that a next start would make."""
    store.flush()
    return SettingsStore()


def test_everything_lies_in_factbox_home(home: Path) -> None:
    """FACTBOX_HOME puts all files of the program elsewhere."""
    store = SettingsStore()
    store.change(theme="dark")
    store.flush()
    assert config_folder() == state_folder() == home
    assert (home / "factbox.ini").is_file()


def test_the_platform_has_a_place_for_state(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without FACTBOX_HOME, what is remembered lies in a folder of the program's name, in the home."""
    monkeypatch.delenv("FACTBOX_HOME")
    assert state_folder().name == "factbox"
    assert state_folder().is_relative_to(home)


def test_choices_are_kept() -> None:
    """What was chosen is there at the next start."""
    store = SettingsStore()
    store.change(theme="dark", scale=1.5, side=False, formula="smog", ignore_capitals=True, fragments=True)
    chosen = Settings(theme="dark", scale=1.5, side=False, formula="smog", ignore_capitals=True, fragments=True)
    assert kept(store).settings == chosen
    assert chosen.counting == Counting("smog", ignore_capitals=True, fragments=True)


def test_changes_are_told(qtbot: QtBot) -> None:
    """A choice is told of once; a choice that changes nothing is not."""
    store = SettingsStore()
    with qtbot.waitSignal(store.changed) as told:
        store.change(theme="light")
    assert told.args == [Settings("light")]
    with qtbot.assertNotEmitted(store.changed):
        store.change(theme="light")


@pytest.mark.parametrize(
    ("broken", "is_kept"),
    [
        (b"[settings]\ntheme=mauve\nscale=huge\nside=perhaps\n", True),
        (b"\x00\xff\xfe not an ini file", True),
        (bytes(range(256)) * 20, True),
        (b"[settings]\nscale=nan\nformula=flesch_reading_ease\n", True),
        (b"[state]\nrecent=@Invalid()\ngeometry=7\n", False),
    ],
)
def test_a_broken_file_gives_usable_settings(home: Path, broken: bytes, is_kept: bool) -> None:  # noqa: FBT001
    """Nonsense in the file never stops the program, and what was chosen there is kept in a copy."""
    (home / "factbox.ini").write_bytes(broken)
    store = SettingsStore()
    assert store.settings.theme == "system"
    assert store.settings.formula == "flesch_kincaid"
    assert store.settings.side
    assert SCALES[0] <= store.settings.scale <= SCALES[-1]
    assert store.memory.recent_files == []
    assert store.memory.geometry.isEmpty()
    store.change(wrap=False)
    store.flush()
    copies = list(home.glob("factbox.ini.damaged-*"))
    assert [each.read_bytes() for each in copies] == ([broken] if is_kept else [])
    assert (f"A copy is in {copies[0]}." in store.loss) if is_kept else not store.loss


@pytest.mark.parametrize("broken", [b"[settings]\ntheme=mauve\nscale=1.5\n", b"\x00\xff\xfe not an ini file"])
def test_damage_is_told_once(home: Path, broken: bytes) -> None:
    """The next start has nothing to tell, and keeps what made sense."""
    (home / "factbox.ini").write_bytes(broken)
    store = SettingsStore()
    store.memory.remember_welcome()
    again = kept(store)
    assert store.loss
    assert not again.loss
    assert again.settings == store.settings


def test_damage_is_told_where_no_copy_can_be_kept(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No copy is promised then."""

    def fail(_path: Path) -> Path:
        raise FormatError("The disk is full.")

    (home / "factbox.ini").write_bytes(b"[settings]\ntheme=mauve\n")
    monkeypatch.setattr(formats, "keep_damaged", fail)
    assert SettingsStore().loss == "Some settings were damaged, and are again what they were at first."


def test_sizes_go_in_steps() -> None:
    """Larger and smaller go from step to step and stop at the ends."""
    assert next_scale(1.0, 1) == 1.1
    assert next_scale(1.05, -1) == 1.0
    assert next_scale(SCALES[-1], 1) == SCALES[-1]
    assert next_scale(SCALES[0], -1) == SCALES[0]


@pytest.mark.parametrize(
    "entry",
    [
        "7",
        "null",
        "{}",
        '{"aim": "stars", "value": 5, "tolerance": 1, "name": "x"}',
        '{"aim": [], "value": 5, "tolerance": 1, "name": "x"}',
        '{"aim": "grade", "value": "5", "tolerance": 1, "name": "x"}',
        '{"aim": "grade", "value": NaN, "tolerance": 1, "name": "x"}',
        '{"aim": "grade", "value": 1e999, "tolerance": 1, "name": "x"}',
        f'{{"aim": "grade", "value": 1{"0" * 400}, "tolerance": 1, "name": "x"}}',
        '{"aim": "grade", "value": true, "tolerance": 1, "name": "x"}',
        '{"aim": "grade", "value": 5, "tolerance": -1, "name": "x"}',
        '{"aim": "cefr", "value": 7, "tolerance": 1, "name": "x"}',
        '{"aim": "cefr", "value": 2.5, "tolerance": 1, "name": "x"}',
        '{"aim": "grade", "value": 5, "tolerance": 1, "name": 3}',
        '{"aim": "grade", "value": 5, "tolerance": 1, "name": " "}',
    ],
)
def test_a_broken_goal_is_left_out(home: Path, entry: str) -> None:
    """What is no goal is dropped, and the others stay."""
    good = '{"aim": "grade", "value": 5, "tolerance": 0.5, "name": "good"}'
    file = QSettings(str(home / "factbox.ini"), QSettings.Format.IniFormat)
    file.setValue("state/goals", f"[{entry}, {good}]")
    file.sync()
    assert SettingsStore().memory.saved_goals == (Goal(name="good"),)


@pytest.mark.parametrize("kept_text", ["", "[", "{", "5", "[" * 100_000, "null"])
def test_broken_goals_are_none(home: Path, kept_text: str) -> None:
    """Nonsense in place of all goals never stops the program."""
    file = QSettings(str(home / "factbox.ini"), QSettings.Format.IniFormat)
    file.setValue("state/goals", kept_text)
    file.setValue("state/goal", kept_text)
    file.sync()
    assert SettingsStore().memory.saved_goals == ()
    assert SettingsStore().memory.last_goal is None


def test_a_default_is_not_written(home: Path) -> None:
    """Who goes back to a default has that of every later release."""
    store = SettingsStore()
    store.change(theme="dark")
    store.change(theme="system", side=False)
    store.flush()
    assert "theme" not in (home / "factbox.ini").read_text("utf-8")
