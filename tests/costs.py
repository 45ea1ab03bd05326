"""What something may cost, where the way it is done decides between moments and hours, or kilobytes and much."""

import time
import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager

# Seconds that this thread may work: what costs the square of a long text takes many minutes on any machine.
_SOON = 20.0
# Bytes: what unpacks a bomb takes hundreds of millions.
_LITTLE = 20_000_000


@contextmanager
def soon() -> Iterator[None]:
    """Let what works without end fail; how busy the machine is makes no difference."""
    before = time.thread_time()
    yield
    assert time.thread_time() - before < _SOON


@contextmanager
def little_memory() -> Iterator[None]:
    """Let what asks for much memory at a time fail."""
    tracemalloc.start()
    try:
        yield
        assert tracemalloc.get_traced_memory()[1] < _LITTLE
    finally:
        tracemalloc.stop()
