"""What is fuzzed, in one table."""

from trials import Trials

FUZZES = Trials()
