"""Each kind of fuzzing for a moment, so that none rots; `run.py` does them all for as long as one likes."""

from pathlib import Path

import pytest

from fuzz.registry import FUZZES

FUZZES.gather(Path(__file__).parent)


@pytest.mark.parametrize("name", FUZZES)
def test_the_program_stands_it(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first tries have no failure."""
    # A monkey does more than this in a minute.
    monkeypatch.setenv("FACTBOX_MONKEY_ACTIONS", "60")
    FUZZES[name].stand()
