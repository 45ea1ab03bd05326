"""Tests of one process for all windows."""

from pathlib import Path
from threading import Thread

import pytest
from pytestqt.qtbot import QtBot

from factbox.session import doorbell
from factbox.session.doorbell import Doorbell


@pytest.fixture
def first(qapp: object) -> Doorbell:
    """Give the one who answers."""
    assert qapp
    made = Doorbell()
    assert made.take()
    return made


def test_the_second_rings_at_the_first(first: Doorbell, qtbot: QtBot) -> None:
    """What the second is to open, the first hears, whatever the names hold."""
    first.listen()
    second = Doorbell()
    assert not second.take()
    answers: list[bool] = []
    paths = [Path("/texts/a tale, “old”.txt"), Path("/texts/😀.md")]
    caller = Thread(target=lambda: answers.append(second.ring(paths)))
    with qtbot.waitSignal(first.rung) as told:
        caller.start()
    caller.join()
    assert told.args == [tuple(paths)]
    assert answers == [True]
    first.close()


def test_who_rang_before_is_heard(first: Doorbell, qtbot: QtBot) -> None:
    """A letter that came before the first listened is not lost."""
    second = Doorbell()
    caller = Thread(target=second.ring, args=([],))
    caller.start()
    with qtbot.waitSignal(first.rung) as told:
        first.listen()
        qtbot.waitUntil(lambda: not caller.is_alive())
    assert told.args == [()]
    first.close()


def test_who_hears_nothing_starts_alone(first: Doorbell, monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    """When the first does not answer, the second takes its letter back."""
    monkeypatch.setattr(doorbell, "PATIENCE", 0.05)
    second = Doorbell()
    assert not second.take()
    assert not second.ring([Path("/texts/a.txt")])
    assert list((home / "door").glob("*.json")) == []
    first.close()
    assert second.take()
    second.close()


def test_nonsense_is_swept_away(first: Doorbell, qtbot: QtBot, home: Path) -> None:
    """What is no letter goes, and the letters after it are heard."""
    (home / "door" / "0.json").write_text("[", "utf-8")
    (home / "door" / "1.json").write_text('["/texts/a.txt", 7]', "utf-8")
    with qtbot.waitSignal(first.rung) as told:
        first.listen()
    assert told.args == [(Path("/texts/a.txt"),)]
    assert list((home / "door").glob("*.json")) == []
    first.close()


def test_without_a_folder_everybody_starts(home: Path) -> None:
    """A state folder that is none keeps nobody from starting."""
    (home / "door").write_text("in the way", "utf-8")
    door = Doorbell()
    assert door.take()
