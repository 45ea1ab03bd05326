"""What the reader sees: widgets that take values, show them, and tell what happened."""
