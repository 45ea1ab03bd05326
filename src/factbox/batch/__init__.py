"""Many texts at once: found in folders, measured in several processes, told as rows of a table."""
