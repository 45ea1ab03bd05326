"""Tests of the language of the window."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QObject
from PySide6.QtGui import QTextLayout
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from factbox import resources
from factbox.ui.theme import Role, font
from factbox.ui.tongue import speak_as, written_moment


class Ear(QObject):
    """Hears what happens to a widget.

    Args:
        heard: What it heard so far; it is added to.
    """

    def __init__(self, heard: list[QEvent.Type]) -> None:
        super().__init__()
        self._heard = heard

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Write it down."""
        self._heard.append(event.type())
        return False


@pytest.mark.parametrize(
    ("language", "word"), [("de", "Abbrechen"), ("fr", "Annuler"), ("zh_CN", "取消"), ("en", "Cancel")]
)
def test_qt_speaks_it_too(language: str, word: str, qtbot: QtBot) -> None:
    """The words of Qt's own dialogs follow, there and back."""
    assert speak_as(language) == language
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "").startswith(word)
    assert QLocale().name().startswith(language.partition("_")[0])


def test_no_widget_hears_what_is_no_change(qtbot: QtBot) -> None:
    """Each would lay itself out again, in all windows."""
    box = QDialogButtonBox()
    qtbot.addWidget(box)
    heard: list[QEvent.Type] = []
    ear = Ear(heard)
    box.installEventFilter(ear)
    speak_as("de")
    QCoreApplication.processEvents()
    assert heard.count(QEvent.Type.LanguageChange) == 1
    speak_as("de")
    QCoreApplication.processEvents()
    assert heard.count(QEvent.Type.LanguageChange) == 1


def test_the_system_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever has chosen nothing reads what the system speaks."""
    monkeypatch.setenv("LANG", "es_ES.UTF-8")
    assert speak_as("system") == "es"


def test_a_moment_is_written_as_in_the_language() -> None:
    """The year is there, and the order is that of the language."""
    speak_as("de")
    assert written_moment(0).startswith(("01.01.70", "31.12.69"))


@pytest.mark.usefixtures("fonts")
def test_every_sign_of_chinese_is_at_hand() -> None:
    """No machine needs a font of its own for it: our own fonts have each, in the weight that is asked for."""
    speak_as("zh_CN")
    catalogue = resources.path("translations") / "zh_CN" / "LC_MESSAGES" / "factbox.po"
    signs = "".join(sorted({sign for sign in catalogue.read_text("utf-8") if "\u2e80" <= sign <= "\uffef"}))
    assert len(signs) > 600
    for role in (Role.INTERFACE, Role.STRONG):
        layout = QTextLayout(signs, font(role))
        layout.beginLayout()
        layout.createLine()
        layout.endLayout()
        runs = layout.glyphRuns()
        assert {run.rawFont().familyName() for run in runs} <= {"Noto Sans SC", "Inter"}
        assert all(all(run.glyphIndexes()) for run in runs)
        assert {run.rawFont().weight() for run in runs} == {role.value.weight}
