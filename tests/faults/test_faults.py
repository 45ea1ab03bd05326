"""Each fault a few times, so that none of them rots; `run.py` does them all as often as one likes."""

from pathlib import Path

import pytest

from faults.registry import FAULTS

FAULTS.gather(Path(__file__).parent)


@pytest.mark.parametrize("name", FAULTS)
def test_the_program_stands_it(name: str) -> None:
    """The first tries of a fault have no failure."""
    if not FAULTS[name].is_possible:
        pytest.skip(f"can be done on {FAULTS[name].system} only")
    FAULTS[name].stand()
