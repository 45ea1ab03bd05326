"""Pictures as shapes, and shapes as files: no Qt, so that reports have them too."""
