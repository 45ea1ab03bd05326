"""Gives the program what nobody would, by chance and again by number, and prints a table of what it did.

    python tests/fuzz/run.py [--seconds 60] [--tries 1000] [--only words] [--first 0]

An input that fails lies in `fuzz-failures`, under what was fuzzed and its number, where the work is done.
"""

import os
import sys
from pathlib import Path

if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    from fuzz.registry import FUZZES

    FUZZES.gather(Path(__file__).parent)
    sys.exit(FUZZES.main(__doc__))
