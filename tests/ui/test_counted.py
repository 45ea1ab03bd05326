"""How a fact is counted: every figure of the explanation in sight, in place, and in reach of the keyboard."""

import dataclasses

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from factbox.metrics.explain import Comparison, Explanation, Opinion
from factbox.metrics.reckoning import Line
from factbox.ui.counted import Counted
from factbox.ui.deviation import DeviationBar
from factbox.ui.theme import Theme
from looking import child

LEVEL = Explanation(
    key="level",
    title="How the Level is counted",
    text="7.470",
    rule="Flesch–Kincaid gives a school grade (US): the higher, the harder.",
    terms=(
        Line("Sentence length", "+7.069", "0.39 × 18.125 words a sentence", 1.5),
        Line("Word length", "+15.991", "11.8 × 1.355 syllables a word"),
        Line("Constant of the formula", "−15.590"),
        Line("Level", "7.470"),
    ),
    counted=(Line("Words", "290"), Line("Sentences", "16"), Line("Words left out", "14", "2 headings")),
    others=(Line("Automated Readability Index", "8.4"), Line("Coleman–Liau", "8.5")),
    note="Programs differ because they count headings in other ways.",
    scales=(Line("CEFR", "about B1", "roughly"),),
)
TTR = Explanation(
    key="ttr",
    title="How TTR is counted",
    text="0.607",
    rule="Types divided by tokens.",
    terms=(),
    counted=(Line("Types", "179"), Line("Tokens", "295")),
    others=(Line("MATTR", "0.812", "mean TTR of every 50 tokens in a row"),),
    note="",
)
OPINIONS = (
    Opinion("textstat 0.7.13", (Comparison("Words", "290", "294", "It counts headings."),)),
    Opinion("A word processor", (Comparison("Words", "304", "306"),)),
)


@pytest.fixture
def counted(qtbot: QtBot, theme: Theme) -> Counted:
    """Give the panel as it stands beside the text, with the Level explained."""
    made = Counted(theme)
    qtbot.addWidget(made)
    made.resize(336, 740)
    made.show_explanation(LEVEL)
    made.show()
    return made


def labels(counted: Counted) -> list[QLabel]:
    """Give the labels in sight, from the top to the bottom."""
    found = [label for label in counted.findChildren(QLabel) if label.isVisibleTo(counted) and label.text()]
    return sorted(found, key=lambda label: place(counted, label).y())


def place(counted: Counted, widget: QWidget) -> QRect:
    """Give the place of a widget in the panel."""
    return QRect(widget.mapTo(counted, QPoint()), widget.size())


def words(counted: Counted) -> str:
    """Give all words in sight, those of buttons too."""
    buttons = [button.text() for button in counted.findChildren(QAbstractButton)]
    return "\n".join([*buttons, *(label.text() for label in labels(counted))])


def label(counted: Counted, text: str) -> QLabel:
    """Give the last label with a text."""
    return [each for each in labels(counted) if each.text() == text][-1]


@pytest.mark.parametrize("explanation", [LEVEL, TTR])
def test_everything_is_shown(counted: Counted, explanation: Explanation) -> None:
    """Title, value, rule, every line and the note are in sight."""
    counted.show_explanation(explanation)
    lines = (*explanation.terms, *explanation.scales, *explanation.counted, *explanation.others)
    wanted = [explanation.title, explanation.text, explanation.rule, explanation.note]
    for text in (*wanted, *(text for line in lines for text in (line.label, line.text, line.note))):
        assert text in words(counted)


def test_what_is_compared_with_a_usual_text_has_a_bar(counted: Counted) -> None:
    """A part with a deviation shows a bar; the parts of another formula show none."""
    counted.show_explanation(LEVEL)
    (bar,) = (each for each in counted.findChildren(DeviationBar) if not each.isHidden())
    plain = dataclasses.replace(LEVEL, terms=(Line("Sentence length", "+7.069"), Line("Level", "7.470")))
    counted.show_explanation(plain)
    assert bar.isHidden()


def test_heads_say_what_the_lines_are(counted: Counted) -> None:
    """The Level is judged by other rules; of TTR there are other measures."""
    assert "The same text by other rules" in words(counted)
    counted.show_explanation(TTR)
    assert "Other measures of variety" in words(counted)
    assert "The same text by other rules" not in words(counted)


def test_nothing_of_the_last_fact_remains(counted: Counted) -> None:
    """A fact without terms shows none of those of another fact."""
    counted.show_explanation(TTR)
    assert "Sentence length" not in words(counted)
    assert "Coleman–Liau" not in words(counted)
    assert "Programs differ" not in words(counted)


def test_only_the_level_has_small_decimals(counted: Counted, theme: Theme) -> None:
    """The whole part of the Level is large; a ratio is large as a whole."""
    value = child(counted, QLabel, "counted_value")
    level = value.sizeHint().width()
    counted.show_explanation(TTR)
    assert value.text() == "0.607"
    assert value.sizeHint().width() > level
    image = value.grab().toImage()
    right = {image.pixelColor(x, y).name() for x in range(level, image.width()) for y in range(image.height())}
    assert theme.text.name() in right


def test_values_end_on_one_edge(counted: Counted) -> None:
    """All figures are aligned at the right, under the hint for Escape."""
    counted.grab()
    figures = [line.text for line in (*LEVEL.terms, *LEVEL.counted, *LEVEL.others)]
    assert {place(counted, label(counted, figure)).right() for figure in figures} == {336 - 24 - 1}


def test_typing_changes_figures_in_place(counted: Counted) -> None:
    """When only figures change, the labels stay what they are and where they are."""
    counted.grab()
    before = {each: place(counted, each) for each in labels(counted)}
    terms = tuple(dataclasses.replace(line, text=line.text.replace("7", "8")) for line in LEVEL.terms)
    counted.show_explanation(dataclasses.replace(LEVEL, text="8.480", terms=terms))
    counted.grab()
    assert {each: place(counted, each).y() for each in labels(counted)} == {
        each: where.y() for each, where in before.items()
    }
    assert "+8.069" in words(counted)
    assert "+7.069" not in words(counted)


def test_one_line_more_keeps_the_others(counted: Counted) -> None:
    """A line that comes joins those that are there; when it goes, they remain."""
    words_label = label(counted, "Words")
    counted.show_explanation(dataclasses.replace(LEVEL, counted=(*LEVEL.counted, Line("Syllables", "393"))))
    assert "Syllables" in words(counted)
    assert label(counted, "Words") is words_label
    counted.show_explanation(LEVEL)
    assert "Syllables" not in words(counted)
    assert label(counted, "Words") is words_label


def test_sum_has_a_line_above_it(counted: Counted, theme: Theme) -> None:
    """A hairline parts the sum from its terms, and no other rows."""
    rows = {stop.accessibleName(): stop for stop in counted.stops()}
    drawn = {
        name
        for name, stop in rows.items()
        if theme.hairline.name() in {stop.grab().toImage().pixelColor(100, y).name() for y in range(8)}
    }
    assert drawn == {"Level, 7.470"}


def test_the_way_back_is_a_button(counted: Counted, qtbot: QtBot) -> None:
    """The title leads back, and says so."""
    back = child(counted, QAbstractButton, "back")
    assert back.accessibleName() == "How the Level is counted. Back to the Fact Box"
    with qtbot.waitSignal(counted.closed):
        QTest.mouseClick(back, Qt.MouseButton.LeftButton)
    assert counted.reason is Qt.FocusReason.MouseFocusReason


def test_escape_leads_back(counted: Counted, qtbot: QtBot) -> None:
    """Escape closes from wherever the focus is in the panel."""
    for stop in (child(counted, QAbstractButton, "back"), counted.stops()[3], child(counted, QPushButton)):
        stop.setFocus()
        with qtbot.waitSignal(counted.closed):
            QTest.keyClick(stop, Qt.Key.Key_Escape)
        assert counted.reason is Qt.FocusReason.ShortcutFocusReason


def test_whoever_enters_is_at_the_way_back(counted: Counted) -> None:
    """The focus begins at the button that leads back."""
    counted.enter()
    assert child(counted, QAbstractButton, "back").hasFocus()


def test_tab_goes_from_group_to_group(counted: Counted) -> None:
    """The Tab key leads to the value, to the first row of each group, and to the button; and round."""
    counted.enter()
    seen = []
    for _ in range(7):
        QTest.keyClick(counted.focusWidget(), Qt.Key.Key_Tab)
        seen.append(counted.focusWidget())
    names = [each.accessibleName() for each in seen[:5]]
    assert names[0].startswith("7.470. Flesch–Kincaid")
    assert names[1:] == [
        "Sentence length, +7.069. 0.39 × 18.125 words a sentence",
        "CEFR, about B1. roughly",
        "Words, 290",
        "Automated Readability Index, 8.4",
    ]
    assert seen[5] is child(counted, QPushButton)
    assert seen[6] is child(counted, QAbstractButton, "back")


def test_arrows_reach_every_row(counted: Counted) -> None:
    """Down leads through all rows to the last, Up back to the first."""
    stops = counted.stops()
    stops[0].setFocus()
    for key, order in ((Qt.Key.Key_Down, stops), (Qt.Key.Key_Up, stops[::-1])):
        for stop in order:
            assert stop.hasFocus()
            QTest.keyClick(stop, key)
        assert order[-1].hasFocus()


def test_tab_goes_on_from_a_row_that_came_later(counted: Counted) -> None:
    """From the last row of a group the Tab key leads to the next group."""
    counted.show_explanation(dataclasses.replace(LEVEL, counted=(*LEVEL.counted, Line("Syllables", "393"))))
    stop = next(stop for stop in counted.stops() if stop.accessibleName() == "Syllables, 393")
    stop.setFocus()
    QTest.keyClick(stop, Qt.Key.Key_Tab)
    assert counted.focusWidget().accessibleName() == "Automated Readability Index, 8.4"


def test_rows_scroll_into_view(counted: Counted) -> None:
    """In a low window the arrows bring the row into sight, and the title stays."""
    counted.resize(336, 260)
    counted.grab()
    back = place(counted, child(counted, QAbstractButton, "back"))
    counted.stops()[0].setFocus()
    for _ in counted.stops():
        QTest.keyClick(counted.focusWidget(), Qt.Key.Key_Down)
    assert counted.rect().contains(place(counted, counted.focusWidget()))
    assert place(counted, child(counted, QAbstractButton, "back")) == back


def test_row_with_the_focus_has_a_ring(counted: Counted, theme: Theme) -> None:
    """The keyboard is seen where it is."""
    stop = counted.stops()[2]
    colours = []
    for reach in (stop.setFocus, stop.clearFocus):
        reach()
        colours.append(stop.grab().toImage().pixelColor(100, 1))
    assert colours == [theme.accent, theme.panel]


def test_second_opinion_is_asked_for_once(counted: Counted, qtbot: QtBot) -> None:
    """The button asks, says that it waits, and does not ask again meanwhile."""
    button = child(counted, QPushButton)
    with qtbot.waitSignal(counted.opinion_asked):
        button.click()
    assert "Asking textstat…" in words(counted)
    with qtbot.assertNotEmitted(counted.opinion_asked):
        button.click()
    counted.show_opinions(OPINIONS)
    assert "Asking" not in words(counted)
    with qtbot.waitSignal(counted.opinion_asked):
        QTest.keyClick(button, Qt.Key.Key_Return)


def test_opinions_are_shown_with_their_reasons(counted: Counted) -> None:
    """Each source has a head, both figures, and the reason where they differ."""
    counted.show_opinions(OPINIONS)
    for text in ("textstat 0.7.13", "A word processor", "290", "294", "It counts headings.", "304", "306"):
        assert text in words(counted)


def test_opinions_are_named_for_screen_readers(counted: Counted) -> None:
    """A row says whose figures are whose."""
    counted.show_opinions(OPINIONS)
    assert counted.stops()[-2].accessibleName() == (
        "Words, Fact Box 290, textstat 0.7.13 294. It counts headings."
    )


def test_opinions_come_into_sight(counted: Counted, qtbot: QtBot) -> None:
    """Answers below the edge of a low window are brought into it."""
    counted.resize(336, 300)
    counted.grab()
    counted.show_opinions(OPINIONS)
    qtbot.waitUntil(lambda: counted.rect().contains(place(counted, counted.stops()[-2])))


def test_tab_reaches_the_opinions(counted: Counted) -> None:
    """From the button the Tab key leads to what others count."""
    counted.show_opinions(OPINIONS)
    button = child(counted, QPushButton)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Tab)
    assert counted.focusWidget() is counted.stops()[-2]


def test_tab_goes_round_from_the_last_opinion(counted: Counted) -> None:
    """After the last row the Tab key leads back to the title."""
    counted.show_opinions(OPINIONS)
    last = counted.stops()[-1]
    last.setFocus()
    QTest.keyClick(last, Qt.Key.Key_Tab)
    assert counted.focusWidget() is child(counted, QAbstractButton, "back")


def test_opinions_on_an_older_text_say_so(counted: Counted) -> None:
    """When the text changes after the answer, or while it is awaited, the answer is said to be old."""
    counted.show_opinions(OPINIONS)
    counted.show_explanation(LEVEL)
    assert "changed since" not in words(counted)
    counted.show_explanation(dataclasses.replace(LEVEL, text="7.480"))
    assert "The text has changed since" in words(counted)
    child(counted, QPushButton).click()
    assert "changed since" not in words(counted)
    counted.show_explanation(LEVEL)
    counted.show_opinions(OPINIONS)
    assert "The text has changed since" in words(counted)


def test_another_fact_has_no_opinions_yet(counted: Counted) -> None:
    """Opinions belong to the fact for which they were asked."""
    counted.show_opinions(OPINIONS)
    counted.show_explanation(TTR)
    assert "word processor" not in "\n".join(each.text() for each in labels(counted)[:-1])
    assert "textstat 0.7.13" not in words(counted)


def test_wide_panel_has_two_columns(counted: Counted, qtbot: QtBot) -> None:
    """As a sheet the panel shows the other rules beside the sum."""
    counted.resize(800, 400)
    head, term = label(counted, "The same text by other rules"), label(counted, "Sentence length")
    qtbot.waitUntil(lambda: place(counted, head).x() == 400)
    assert place(counted, head).y() < place(counted, term).y()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_cut_at_the_sides(counted: Counted, theme: Theme, scale: float) -> None:
    """Long names wrap; nothing goes beyond the edges."""
    long = Line("A rule with a name that is far too long for one line of the panel", "1,234,567.8", "and a note")
    counted.set_theme(theme, scale)
    counted.resize(round(304 * scale), 700)
    counted.show_explanation(dataclasses.replace(LEVEL, others=(long,)))
    counted.show_opinions(OPINIONS)
    counted.grab()
    for each in labels(counted):
        room = each.contentsRect().translated(place(counted, each).topLeft())
        assert room.left() >= round(24 * scale)
        assert room.right() < counted.width() - round(24 * scale)


def test_text_scale_reaches_everything(counted: Counted, theme: Theme) -> None:
    """At text scale 2 every letter is twice as large."""
    counted.show_opinions(OPINIONS)
    # The large value draws itself.
    several = [each for each in labels(counted) if each.objectName() != "counted_value"]
    once = [each.font().pixelSize() for each in several]
    counted.set_theme(theme, 2.0)
    assert [each.font().pixelSize() for each in several] == [2 * size for size in once]


@pytest.mark.parametrize("name", ["dark", "contrast"])
def test_theme_reaches_everything(counted: Counted, name: str) -> None:
    """After a change of theme no letter keeps a colour of the last one."""
    counted.show_opinions(OPINIONS)
    theme = Theme.load(name)
    counted.set_theme(theme, 1.0)
    assert counted.grab().toImage().pixelColor(3, 300) == theme.panel
    several = [each for each in labels(counted) if each.objectName() != "counted_value"]
    inks = {each.palette().windowText().color().name() for each in several}
    assert inks <= {theme.text.name(), theme.second.name()}


def test_everything_to_go_to_has_a_name(counted: Counted) -> None:
    """Whatever takes the focus says what it is."""
    counted.show_opinions(OPINIONS)
    assert all(stop.accessibleName() for stop in counted.stops())
    assert all(button.accessibleName() or button.text() for button in counted.findChildren(QAbstractButton))
