"""Tests of the page of keys."""

import pytest

from factbox.ui.actions import TABLE
from factbox.ui.keysheet import keys, keysheet
from factbox.ui.labels import plain
from factbox.ui.tongue import speak_as

pytestmark = pytest.mark.usefixtures("qapp")


def test_every_action_with_keys_is_on_it() -> None:
    """With its name and its keys, once."""
    lines = keysheet().splitlines()
    for row in TABLE:
        if row.keys:
            name = plain(row.text)
            assert sum(f"`{keys(row)}`" in line and name in line for line in lines) == 1


def test_actions_without_keys_are_not() -> None:
    """They stand in the menus."""
    assert "Measure Many Texts" not in keysheet()


def test_it_speaks_the_reader_s_language() -> None:
    """Names of actions and heads of tables."""
    speak_as("de")
    assert "| Tasten |" in keysheet()
    assert "Rückgängig" in keysheet()
