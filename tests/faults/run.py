"""Does to the program what disks, people and accidents do, and prints a table of how it stood that.

python tests/faults/run.py [--tries 100] [--only words] [--first 0] [--list]
"""

import os
import sys
from pathlib import Path

if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    from faults.registry import FAULTS

    FAULTS.gather(Path(__file__).parent)
    sys.exit(FAULTS.main(__doc__))
