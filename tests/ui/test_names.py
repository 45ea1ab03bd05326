"""No attribute of a widget hides one of Qt's."""

import pytest
from PySide6.QtCore import SignalInstance
from pytestqt.qtbot import QtBot

from factbox.ui.theme import Theme
from widgets import MAKERS

# What Qt calls: these are ours to replace.
VIRTUAL = {
    "event",
    "eventFilter",
    "sizeHint",
    "focusNextPrevChild",
    "minimumSizeHint",
    "insertFromMimeData",
    "createMimeDataFromSelection",
    "textFromValue",
    "valueFromText",
    "validate",
    "nextCheckState",
    "scrollContentsBy",
}


@pytest.mark.parametrize("name", MAKERS)
def test_no_attribute_hides_one_of_qt(name: str, theme: Theme, qtbot: QtBot) -> None:
    """What we set on a widget, or define in its class, has a name that Qt does not use."""
    widget = MAKERS[name](theme)
    qtbot.addWidget(widget)
    line = type(widget).__mro__
    ours = [kind for kind in line if kind.__module__.startswith("factbox.")]
    qt = set(dir(next(kind for kind in line if kind.__module__.startswith("PySide6."))))
    # PySide keeps the signals that were used among the attributes.
    own = {each for each, value in vars(widget).items() if not isinstance(value, SignalInstance)}
    own.update(*(vars(kind) for kind in ours))
    own = {each for each in own if not each.startswith("__") and not each.endswith("Event")}
    assert not (own & qt) - VIRTUAL - {"staticMetaObject"}
