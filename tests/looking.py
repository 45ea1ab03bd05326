"""Finding widgets in what a test has made."""

from typing import TypeVar

from PySide6.QtWidgets import QLabel, QWidget

Kind = TypeVar("Kind", bound=QWidget)


def child(parent: QWidget, kind: type[Kind], name: str = "") -> Kind:
    """Give the widget of a kind, and of a name if one is given, inside another."""
    found = parent.findChild(kind, name) if name else parent.findChild(kind)
    assert found is not None
    return found


def words(parent: QWidget) -> str:
    """Give all words in sight."""
    return "\n".join(label.text() for label in parent.findChildren(QLabel) if label.isVisibleTo(parent))
