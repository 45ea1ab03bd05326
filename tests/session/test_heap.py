"""Tests of the memory that C keeps."""

import ctypes
import re
import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not hasattr(ctypes.CDLL(None), "malloc_info"), reason="only glibc has such pools"
)

# Prints the pools of a process in which eight threads have asked for memory at the same time.
_POOLS = """
import ctypes, threading
{begin}
barrier = threading.Barrier(8)
def work():
    barrier.wait()
    kept = [bytes(1000) for _ in range(200)]
    barrier.wait()
threads = [threading.Thread(target=work) for _ in range(8)]
for each in threads: each.start()
for each in threads: each.join()
libc = ctypes.CDLL(None)
libc.fdopen.restype = ctypes.c_void_p
out = ctypes.c_void_p(libc.fdopen(1, b"w"))
libc.malloc_info(0, out)
libc.fflush(out)
"""
# Prints how many pages a process has with a heap full of holes, and after it gave them back.
_HOLES = """
{give_back}
def pages(): return int(open("/proc/self/statm").read().split()[1])
kept = [bytes(1000) for _ in range(100_000)]
kept = kept[::1000]
print(pages())
give_back()
print(pages())
"""


def told_by(code: str) -> str:
    """Run Python in a process of its own, and give what it prints."""
    command = [sys.executable, "-c", code]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout  # noqa: S603


def pools(begin: str) -> int:
    """Give how many pools a process has that begins so."""
    return len(re.findall(r"<heap nr=", told_by(_POOLS.format(begin=begin))))


@pytest.mark.parametrize(
    "begin", ["from factbox.session.heap import keep_few_pools as begin", "from factbox.app import begin"]
)
def test_threads_share_few_pools(begin: str) -> None:
    """Left to itself, C makes one for nearly each; the program sees to it."""
    assert pools("") > 2
    assert pools(f"{begin}; begin()") <= 2


@pytest.mark.parametrize("where", ["factbox.session.heap import", "factbox.ui.sweeping import sweep_all as"])
def test_what_is_free_goes_back(where: str) -> None:
    """Ninety megabytes of holes do not stay, nor where all is looked through for garbage."""
    before, after = map(int, told_by(_HOLES.format(give_back=f"from {where} give_back")).split())
    assert after < before / 2
