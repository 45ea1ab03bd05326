"""One open text: its file, its edits, and the thread that keeps account of it (QtCore and QtGui only)."""
