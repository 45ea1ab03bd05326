"""Tests of the self-check of an installation."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from factbox import cli, resources, selfcheck


def test_a_checkout_is_whole(capsys: pytest.CaptureFixture[str]) -> None:
    """Every part is tried and found whole."""
    assert cli.main(["self-check", "--no-window"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert len(told) > 8
    assert all(line.endswith(": whole") for line in told)


def test_what_is_missing_is_told(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A part that fails is named with the reason, and the others are tried all the same."""

    def gone(_name: str) -> Path:
        raise FileNotFoundError("it is gone")

    monkeypatch.setattr(resources, "path", gone)
    assert selfcheck.main(None, with_window=False) == 1
    told = capsys.readouterr().out
    assert "Counting and its tables: FileNotFoundError: it is gone" in told
    assert "Word document: whole" in told


def test_the_window_shows_a_level_and_is_drawn(qtbot: QtBot, tmp_path: Path) -> None:
    """It opens with the example, and a picture of it is saved."""
    assert qtbot is not None
    assert selfcheck.main(tmp_path / "window.png", with_window=True) == 0
    assert (tmp_path / "window.png").stat().st_size > 10_000
