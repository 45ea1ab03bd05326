"""The verbs of the command line, one module each: its words, its arguments and its run."""
