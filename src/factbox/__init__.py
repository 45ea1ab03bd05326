"""Fact Box, a reading-level editor: Level, Tokens, Types and TTR while you write."""

__version__ = "0.1.0"
