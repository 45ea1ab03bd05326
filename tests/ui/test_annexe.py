"""Parts that are made when somebody asks for them."""

import pytest

from factbox.ui.window import MainWindow


@pytest.mark.parametrize("part", ["printing", "dossiers", "surveying", "looking_back", "preferring", "commanding"])
def test_a_part_is_made_only_when_it_is_needed(window: MainWindow, part: str) -> None:
    """A new window has none of them; whoever asks twice gets the same."""
    assert part not in vars(window.annexe)

    made = getattr(window.annexe, part)

    assert getattr(window.annexe, part) is made
    assert made.parent() is window


def test_its_actions_reach_it(window: MainWindow) -> None:
    """Every slot belongs to an action of the window."""
    for key in window.annexe.slots:
        assert window.commands[key].isEnabled()

    window.commands["preferences"].trigger()

    assert "preferring" in vars(window.annexe)
