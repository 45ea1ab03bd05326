"""What goes wrong around the program, in one table."""

from trials import Trials

FAULTS = Trials()
