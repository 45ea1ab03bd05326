"""Tests of what was open when the program ended."""

import json
from pathlib import Path

import pytest

from factbox.session.reopening import Place, keep_places, kept_places


def test_places_are_kept(tmp_path: Path) -> None:
    """What was open comes back in order, and what is gone is named."""
    (tmp_path / "a.txt").write_text("A.", "utf-8")
    (tmp_path / "b ü.txt").write_text("B.", "utf-8")
    places = [
        Place(str(tmp_path / "b ü.txt"), 7, 3, "plan", True, "QUJD", True),  # as it is kept
        Place(str(tmp_path / "gone.txt")),
        Place(str(tmp_path / "a.txt")),
    ]
    keep_places(places)
    assert kept_places() == ((places[0], places[2]), (tmp_path / "gone.txt",))


def test_nothing_was_open() -> None:
    """Before the first end of the program nothing comes back."""
    assert kept_places() == ((), ())


@pytest.mark.parametrize(
    "entry",
    ["7", "{}", '{"path": ""}', '{"path": 7}', '{"path": "a", "caret": -1}', '{"path": "a", "caret": true}',
     '{"path": "a", "mood": 1}', '{"path": "a", "caret": 9999999999}', '{"path": "a", "line": 1.5}', "null"],
)  # fmt: skip
def test_a_broken_place_is_left_out(home: Path, tmp_path: Path, entry: str) -> None:
    """What is no place is dropped, and the others stay."""
    good = tmp_path / "a.txt"
    good.write_text("A.", "utf-8")
    text = f'{{"version": 1, "windows": [{entry}, {{"path": {json.dumps(str(good))}}}]}}'
    (home / "session.json").write_text(text, "utf-8")
    assert kept_places() == ((Place(str(good)),), ())


@pytest.mark.parametrize("text", ["", "[", "{}", '{"version": 2, "windows": []}', "[" * 100_000, '{"version": 1}'])
def test_a_broken_file_brings_nothing(home: Path, text: str) -> None:
    """Nonsense never stops the program, and a copy stays of what is written over."""
    (home / "session.json").write_text(text, "utf-8")
    assert kept_places() == ((), ())
    keep_places([])
    assert [each.read_text("utf-8") for each in home.glob("session.json.damaged-*")] == [text]


def test_a_broken_shape_of_a_window_costs_the_shape_alone(home: Path, tmp_path: Path) -> None:
    """The file comes back, where the program puts its windows."""
    good = tmp_path / "a.txt"
    good.write_text("A.", "utf-8")
    entry = json.dumps({"path": str(good), "geometry": "no base64"})
    (home / "session.json").write_text(f'{{"version": 1, "windows": [{entry}]}}', "utf-8")
    assert kept_places() == ((Place(str(good)),), ())
