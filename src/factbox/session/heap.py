"""The memory that C keeps for us: a pool for every thread, from which little ever goes back to the system.

Every window has threads of its own, so that a day of opening and closing would leave dozens of pools with holes.
Only glibc works so; elsewhere nothing here does anything. See mallopt(3) and malloc_trim(3).
"""

import ctypes
import sys

# M_ARENA_MAX of glibc's malloc.h, and how many pools do: threads that count hold Python's lock most of the time.
_ARENA_MAX, _POOLS = -8, 2


def keep_few_pools() -> None:
    """Let all threads that begin from now on share two pools."""
    libc = _glibc()
    if libc is not None:
        libc.mallopt(_ARENA_MAX, _POOLS)


def give_back() -> None:
    """Give what is free in the pools back to the system; it takes a few milliseconds."""
    libc = _glibc()
    if libc is not None:
        libc.malloc_trim(0)


def _glibc() -> ctypes.CDLL | None:
    if sys.platform != "linux":
        return None
    libc = ctypes.CDLL(None)
    # Other libraries of C have neither.
    return libc if hasattr(libc, "mallopt") and hasattr(libc, "malloc_trim") else None
