"""Seals every Python that a test starts, before it does anything."""

from seal import seal

seal()
