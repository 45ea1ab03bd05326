"""Tests of what the program remembers."""

from pathlib import Path

from factbox.metrics.goals import Aim, Goal
from factbox.session.settings import (
    SettingsStore,
)


def kept(store: SettingsStore) -> SettingsStore:
    """Give the store that a next start would make."""
    store.flush()
    return SettingsStore()


def test_recent_files_are_newest_first_and_few() -> None:
    """The last ten files are kept, each once, the newest first."""
    store = SettingsStore()
    for number in range(12):
        store.memory.remember_file(Path(f"/texts/{number}.txt"))
    store.memory.remember_file(Path("/texts/5.txt"))
    names = [path.name for path in kept(store).memory.recent_files]
    assert names == ["5.txt", "11.txt", "10.txt", "9.txt", "8.txt", "7.txt", "6.txt", "4.txt", "3.txt", "2.txt"]


def test_one_recent_file_is_still_a_list() -> None:
    """A list of one survives the file, which has no lists of one."""
    store = SettingsStore()
    store.memory.remember_file(Path("/texts/a, b.txt"))
    assert kept(store).memory.recent_files == [Path("/texts/a, b.txt")]


def test_a_file_may_be_forgotten() -> None:
    """A file that is gone leaves the list."""
    store = SettingsStore()
    store.memory.remember_file(Path("/texts/a.txt"))
    store.memory.forget_file(Path("/texts/a.txt"))
    assert store.memory.recent_files == []


def test_the_first_start_is_known() -> None:
    """The example is shown once."""
    store = SettingsStore()
    assert store.memory.is_first_start
    store.memory.remember_welcome()
    assert not kept(store).memory.is_first_start


def test_goals_are_kept() -> None:
    """Saved goals and the last goal are there at the next start."""
    store = SettingsStore()
    goals = (Goal(name="Year 6, “easy”"), Goal(Aim.CEFR, 3.0, name="Neuigkeiten für B1"))
    store.memory.keep_goals(goals)
    store.memory.remember_goal(Goal(Aim.AGE, 10.5, 1.0))
    again = kept(store)
    assert again.memory.saved_goals == goals
    assert again.memory.last_goal == Goal(Aim.AGE, 10.5, 1.0)


def test_no_goal_is_kept_too() -> None:
    """Who writes without a goal goes on without one."""
    store = SettingsStore()
    assert store.memory.last_goal is None
    store.memory.remember_goal(Goal())
    store.memory.remember_goal(None)
    assert kept(store).memory.last_goal is None
