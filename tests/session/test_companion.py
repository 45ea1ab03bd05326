"""Tests of what was chosen for one text."""

import json
import os
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from factbox import formats
from factbox.formats import FormatError
from factbox.metrics.goals import Aim, Goal
from factbox.session import companion as module
from factbox.session.choices import Choices
from factbox.session.companion import Companion

DEFAULT = Choices(Goal())
CHOSEN = Choices(Goal(Aim.CEFR, 3.0, 0.5, "Class 4b"), frozenset({"naïve", "volcano"}), frozenset({"split:7"}))


def begun(qtbot: QtBot, path: Path | None, default: Choices = DEFAULT) -> Companion:
    """Begin with a text as a next start would, and wait for its choices."""
    companion = Companion()
    with qtbot.waitSignal(companion.changed):
        companion.begin(path, default)
    return companion


def chosen(qtbot: QtBot, companion: Companion, choices: Choices = CHOSEN) -> None:
    """Choose and wait until it is kept."""
    with qtbot.waitSignal(companion.kept):
        companion.change(goal=choices.goal, exempt=choices.exempt, rejected=choices.rejected)
    qtbot.waitUntil(lambda: not companion.is_writing)


def only_file(home: Path) -> Path:
    """Give the one file that is kept."""
    (file,) = (home / "texts").iterdir()
    return file


def edited(file: Path, **fields: object) -> None:
    """Give a file other fields."""
    file.write_text(json.dumps(json.loads(file.read_text("utf-8")) | fields), "utf-8")


def test_choices_are_there_at_the_next_start(qtbot: QtBot, tmp_path: Path) -> None:
    """What was chosen for a text comes back with it."""
    chosen(qtbot, begun(qtbot, tmp_path / "a.txt"))
    assert begun(qtbot, tmp_path / "a.txt").choices == CHOSEN


def test_no_goal_is_a_choice_too(qtbot: QtBot, tmp_path: Path) -> None:
    """A text for which one wants no goal does not get the default again."""
    chosen(qtbot, begun(qtbot, tmp_path / "a.txt"), Choices())
    assert begun(qtbot, tmp_path / "a.txt").choices == Choices()


def test_a_choice_like_the_default_is_one(qtbot: QtBot, tmp_path: Path) -> None:
    """Whoever chooses what is the default anyway keeps it when the default becomes another."""
    chosen(qtbot, begun(qtbot, tmp_path / "a.txt"), DEFAULT)
    assert begun(qtbot, tmp_path / "a.txt", Choices(Goal(Aim.GRADE, 9))).choices == DEFAULT


def test_every_text_has_its_own(qtbot: QtBot, tmp_path: Path) -> None:
    """What was chosen for one text says nothing of another."""
    chosen(qtbot, begun(qtbot, tmp_path / "a.txt"))
    assert begun(qtbot, tmp_path / "b.txt").choices == DEFAULT


def test_a_text_without_a_file_has_the_default_at_once() -> None:
    """A new text waits for no disk."""
    companion = Companion()
    told: list[object] = []
    companion.changed.connect(told.append)
    companion.begin(None, DEFAULT)
    assert told == [DEFAULT]
    assert companion.choices == DEFAULT


def test_choices_for_a_text_without_a_file_are_not_kept(home: Path) -> None:
    """Nothing is written for a text that lies nowhere."""
    companion = Companion()
    companion.begin(None, DEFAULT)
    companion.change(exempt=CHOSEN.exempt)
    assert companion.choices == replace(DEFAULT, exempt=CHOSEN.exempt)
    assert not companion.is_writing
    assert not (home / "texts").exists()


def test_a_change_is_told_once(qtbot: QtBot, tmp_path: Path) -> None:
    """A choice that changes nothing is neither told nor kept."""
    companion = begun(qtbot, tmp_path / "a.txt")
    with qtbot.waitSignals([companion.changed, companion.kept]):
        companion.change(goal=None)
    with qtbot.assertNotEmitted(companion.changed):
        companion.change(goal=None)
    assert not companion.is_writing


def test_opening_a_text_writes_nothing(qtbot: QtBot, home: Path, tmp_path: Path) -> None:
    """A text for which nothing was chosen leaves no trace."""
    begun(qtbot, tmp_path / "a.txt")
    assert not (home / "texts").exists()


def test_choices_go_along_to_another_file(qtbot: QtBot, tmp_path: Path) -> None:
    """After Save As the new file has the choices, and the old one keeps its own."""
    companion = begun(qtbot, tmp_path / "a.txt")
    chosen(qtbot, companion)
    with qtbot.waitSignal(companion.kept) as told:
        companion.move_to(tmp_path / "b.txt")
    assert told.args == [tmp_path / "b.txt"]
    with qtbot.waitSignal(companion.kept):
        companion.change(goal=None)
    assert begun(qtbot, tmp_path / "a.txt").choices == CHOSEN
    assert begun(qtbot, tmp_path / "b.txt").choices == replace(CHOSEN, goal=None)


def test_choices_of_a_new_text_are_kept_with_its_first_file(qtbot: QtBot, tmp_path: Path) -> None:
    """What was chosen before the first save is kept with it."""
    companion = begun(qtbot, None, CHOSEN)
    with qtbot.waitSignal(companion.kept):
        companion.move_to(tmp_path / "a.txt")
    assert begun(qtbot, tmp_path / "a.txt").choices == CHOSEN


def test_saving_in_the_same_file_keeps_nothing_anew(qtbot: QtBot, tmp_path: Path) -> None:
    """A text that stays where it is costs no file."""
    companion = begun(qtbot, tmp_path / "a.txt")
    companion.move_to(tmp_path / "a.txt")
    assert not companion.is_writing


def test_two_ways_to_a_file_are_one(qtbot: QtBot, tmp_path: Path) -> None:
    """A path with detours in it leads to the same choices."""
    (tmp_path / "folder").mkdir()
    chosen(qtbot, begun(qtbot, tmp_path / "a.txt"))
    assert begun(qtbot, tmp_path / "folder" / ".." / "a.txt").choices == CHOSEN


def test_what_is_chosen_while_the_file_is_read_is_not_lost(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A choice that is made early joins those that come from the disk."""
    chosen(qtbot, begun(qtbot, tmp_path / "a.txt"))
    answered = held_up(monkeypatch)
    companion = Companion()
    companion.begin(tmp_path / "a.txt", DEFAULT)
    companion.change(goal=None)
    assert companion.choices == replace(DEFAULT, goal=None)
    assert companion.is_writing
    with qtbot.waitSignal(companion.kept):
        answered.set()
    assert companion.choices == replace(CHOSEN, goal=None)
    assert begun(qtbot, tmp_path / "a.txt").choices == companion.choices


def test_choices_that_come_too_late_are_not_told(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When another text was begun meanwhile, the choices of the first one come to nobody."""
    chosen(qtbot, begun(qtbot, tmp_path / "a.txt"))
    answered = held_up(monkeypatch)
    companion = Companion()
    told: list[object] = []
    companion.changed.connect(told.append)
    companion.begin(tmp_path / "a.txt", DEFAULT)
    companion.begin(tmp_path / "b.txt", Choices())
    with qtbot.waitSignal(companion.changed):
        answered.set()
    assert told == [Choices()]


def test_unknown_fields_survive(qtbot: QtBot, home: Path, tmp_path: Path) -> None:
    """What another version of the program wrote stays in the file when something is changed."""
    chosen(qtbot, begun(qtbot, tmp_path / "a.txt"))
    goal = json.loads(only_file(home).read_text("utf-8"))["goal"] | {"colour": "red"}
    edited(only_file(home), goal=goal, notes=["later"])
    chosen(qtbot, begun(qtbot, tmp_path / "a.txt"), replace(CHOSEN, exempt=frozenset()))
    written = json.loads(only_file(home).read_text("utf-8"))
    assert written["notes"] == ["later"]
    assert written["goal"]["colour"] == "red"
    assert written["exempt"] == []


def test_a_file_names_its_text_and_its_version(qtbot: QtBot, home: Path, tmp_path: Path) -> None:
    """A person who opens the file sees what it belongs to."""
    chosen(qtbot, begun(qtbot, tmp_path / "a.txt"))
    written = json.loads(only_file(home).read_text("utf-8"))
    assert (written["version"], written["path"]) == (1, os.path.normcase(tmp_path / "a.txt"))


@pytest.mark.parametrize(
    "damage",
    [
        *(b"", b"\xff\x00", b"[]", b'"word"', b"{", b"[" * 100_000, b'{"version": 1}'),
        *({"version": 2}, {"path": "/elsewhere"}, {"exempt": "naive"}, {"rejected": [1]}, {"goal": 5}),
        *({"goal": {"aim": "moon", "value": 5, "tolerance": 0.5}}, {"goal": {"aim": "grade", "value": 5}}),
        *({"goal": {"aim": "cefr", "value": 9, "tolerance": 0.5}},),
        *({"goal": {"aim": "grade", "value": value, "tolerance": 0.5}} for value in (float("nan"), True, 10**400)),
        *({"goal": {"aim": "grade", "value": 5, "tolerance": -1}},),
    ],
    ids=lambda damage: str(damage)[:40],
)
def test_a_damaged_file_costs_only_itself(
    qtbot: QtBot, home: Path, tmp_path: Path, damage: bytes | dict[str, object]
) -> None:
    """From a file without sense one starts with the default; a copy of it stays when something is changed."""
    chosen(qtbot, begun(qtbot, tmp_path / "a.txt"))
    file = only_file(home)
    if isinstance(damage, bytes):
        file.write_bytes(damage)
    else:
        edited(file, **damage)
    before = file.read_bytes()
    companion = begun(qtbot, tmp_path / "a.txt")
    assert companion.choices == DEFAULT
    assert file.read_bytes() == before
    chosen(qtbot, companion)
    file.rename(home / "only")
    copies = [each.read_bytes() for each in (home / "texts").iterdir()]
    assert copies == [before]
    (home / "only").rename(file)
    assert begun(qtbot, tmp_path / "a.txt").choices == CHOSEN


def test_a_name_that_is_none_has_the_default(qtbot: QtBot) -> None:
    """A path that no disk knows is no reason to stop."""
    assert begun(qtbot, Path("a\x00b")).choices == DEFAULT


def test_choices_that_cannot_be_kept_are_told(qtbot: QtBot, home: Path, tmp_path: Path) -> None:
    """Where the folder cannot be made, the choices hold and the error is told in plain words."""
    (home / "texts").write_text("in the way", "utf-8")
    companion = begun(qtbot, tmp_path / "a.txt")
    with qtbot.waitSignal(companion.unkept) as told:
        companion.change(goal=None)
    assert told.args
    path, error = told.args
    assert path == tmp_path / "a.txt"
    assert isinstance(error, FormatError)
    assert companion.choices.goal is None
    assert not companion.is_writing


def test_the_oldest_files_go(qtbot: QtBot, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond the limit the texts that were opened longest ago lose their choices; other files stay."""
    monkeypatch.setattr(module, "MOST_TEXTS", 2)
    for age, name in enumerate("abc", start=1):
        chosen(qtbot, begun(qtbot, tmp_path / name))
        for file in (home / "texts").iterdir():
            os.utime(file, (file.stat().st_mtime - 100 * age,) * 2)
        (home / "texts" / "notes.json").write_text("mine", "utf-8")
    kept = [begun(qtbot, tmp_path / name).choices == CHOSEN for name in "abc"]
    assert kept == [False, True, True]
    assert (home / "texts" / "notes.json").exists()


def held_up(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Make the disk wait for an event."""
    event, read = threading.Event(), formats.read_bytes

    def slow(path: Path) -> bytes:
        assert event.wait(20)
        return read(path)

    monkeypatch.setattr(formats, "read_bytes", slow)
    return event
