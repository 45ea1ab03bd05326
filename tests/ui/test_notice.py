"""The notice bar: it speaks, offers verbs, and goes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from factbox.ui.notice import NoticeBar
from factbox.ui.theme import Theme
from looking import child


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """Give a window to stand in."""
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(700, 200)
    return made


@pytest.fixture
def notice(window: QWidget, theme: Theme) -> NoticeBar:
    """Give a notice bar in a shown window."""
    made = NoticeBar(theme)
    QVBoxLayout(window).addWidget(made)
    window.show()
    return made


def verbs(notice: NoticeBar) -> list[str]:
    """Give the words on the buttons in sight."""
    return [button.text() for button in notice._buttons if button.isVisibleTo(notice)]


def test_hidden_while_there_is_nothing_to_say(notice: NoticeBar) -> None:
    """Without a notice there is no bar."""
    assert notice.isHidden()
    assert not notice.sentence()


def test_shows_sentence_and_verbs(notice: NoticeBar) -> None:
    """A notice is one sentence with its verbs, and screen readers hear it."""
    notice.show_notice("The file has changed.", ("Reload", list), ("Keep mine", list))
    assert notice.sentence() == "The file has changed."
    assert notice.accessibleName() == "The file has changed."
    assert verbs(notice) == ["Reload", "Keep mine"]


def test_first_verb_is_the_main_one(notice: NoticeBar) -> None:
    """Only the first button is filled."""
    notice.show_notice("The file has changed.", ("Reload", list), ("Keep mine", list))
    assert [button.property("main") for button in notice._buttons] == [True, False]


def test_verb_is_called_and_ends_the_notice(notice: NoticeBar, qtbot: QtBot) -> None:
    """A verb does what it says, and the bar goes."""
    done: list[str] = []
    notice.show_notice("The file has changed.", ("Reload", lambda: done.append("reload")))
    with qtbot.waitSignal(notice.closed):
        child(notice, QPushButton).click()
    assert done == ["reload"]
    assert notice.isHidden()


def test_verb_may_show_another_notice(notice: NoticeBar) -> None:
    """What a verb has to say stays in sight."""
    notice.show_notice("First.", ("Next", lambda: notice.show_notice("Second.")))
    child(notice, QPushButton).click()
    assert notice.sentence() == "Second."


def test_next_notice_takes_the_place(notice: NoticeBar) -> None:
    """A new notice replaces sentence and verbs."""
    notice.show_notice("First.", ("One", list))
    notice.show_notice("Second.", ("Two", list))
    assert notice.sentence() == "Second."
    assert verbs(notice) == ["Two"]


def test_cross_closes(notice: NoticeBar, qtbot: QtBot) -> None:
    """The cross closes the notice and does nothing else."""
    notice.show_notice("The file has changed.", ("Reload", list))
    with qtbot.waitSignal(notice.closed):
        child(notice, QToolButton).click()
    assert notice.isHidden()


def test_escape_closes(notice: NoticeBar, qtbot: QtBot) -> None:
    """Escape on a button of the bar closes it."""
    notice.show_notice("The file has changed.", ("Reload", list))
    button = child(notice, QPushButton)
    button.setFocus()
    with qtbot.waitSignal(notice.closed):
        QTest.keyClick(button, Qt.Key.Key_Escape)
    assert notice.isHidden()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_answers_as_space_does(notice: NoticeBar, key: Qt.Key) -> None:
    """Whichever of them somebody is used to."""
    answered: list[str] = []
    notice.show_notice("The file has changed.", ("Reload", lambda: answered.append("reload")))
    child(notice, QPushButton).setFocus()
    QTest.keyClick(child(notice, QPushButton), key)
    assert answered == ["reload"]
    assert notice.isHidden()


def test_long_sentence_wraps(notice: NoticeBar) -> None:
    """A sentence that is too long for one line takes more."""
    notice.show_notice("Short.", ("Reload", list))
    low = notice.heightForWidth(500)
    notice.show_notice("A sentence that has a great deal to say. " * 5, ("Reload", list))
    assert notice.heightForWidth(500) > low


def test_verbs_have_a_line_of_their_own_when_narrow(notice: NoticeBar, window: QWidget) -> None:
    """In a narrow bar the verbs stand below the sentence, and none is cut."""
    notice.show_notice("The file has changed.", ("Reload", list), ("Keep mine", list))
    button = child(notice, QPushButton)
    beside = button.mapTo(window, button.rect().topLeft()).y()
    window.resize(360, 300)
    window.grab()
    assert button.mapTo(window, button.rect().topLeft()).y() > beside
    assert button.width() == pytest.approx(button.sizeHint().width(), abs=1)


def test_theme_reaches_the_ground(notice: NoticeBar) -> None:
    """After a change of theme the bar stands on its chosen ground."""
    theme = Theme.load("dark")
    notice.set_theme(theme, 1.0)
    assert notice.palette().window().color() == theme.chosen


def test_what_waits_for_an_answer_stays(notice: NoticeBar) -> None:
    """Other notices come behind it, and are gone when their text is; what is urgent comes before it."""
    notice.show_notice("Lost: a picture.")
    notice.show_notice("A draft was found.", ("Bring it back", lambda: None), lasting=True)
    assert notice.sentence() == "A draft was found."
    notice.show_notice("Lost: a table.")
    notice.show_notice("Could not save.", urgent=True)
    assert notice.sentence() == "Could not save."
    notice.dismiss()
    assert notice.sentence() == "A draft was found."
    notice.dismiss()
    assert notice.sentence() == "A draft was found."
    notice.close_notice()
    assert notice.sentence() == ""


def test_what_was_on_show_comes_back(notice: NoticeBar) -> None:
    """Whoever has answered sees what was told before."""
    notice.show_notice("Lost: a picture.")
    notice.show_notice("A draft was found.", lasting=True)
    notice.close_notice()
    assert notice.sentence() == "Lost: a picture."
