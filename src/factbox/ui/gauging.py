"""Gauging: words, characters, times and the sentence at the caret; at the foot, and all of them in one window."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from factbox.document import Block
from factbox.metrics.report import Report
from factbox.session.extent import Extent
from factbox.session.pointer import NOTHING, SentenceFigure
from factbox.translation import _, decimal, ngettext
from factbox.ui import dialogs
from factbox.ui.editor import Editor
from factbox.ui.figures import Figure
from factbox.ui.statusline import StatusLine

# Words a minute, silent and aloud: means for English over 190 studies, Brysbaert 2019,
# https://doi.org/10.1016/j.jml.2019.104047.
SILENT, ALOUD = 238, 183
# Milliseconds without a move of the caret; characters on either side of it that are looked at for its sentence.
_REST, _NEAR = 150, 3_000
# Milliseconds after which a figure is shown that has changed.
_EVERY = 100


@dataclass(frozen=True, slots=True)
class _Size:
    words: int
    extent: Extent


class Gauging(QObject):
    """Gathers what is counted of the text and of what is selected.

    Signals:
        pointed: The Block of the caret, or the part of it around the caret, and the place of the caret in it.
    """

    pointed = Signal(object, int)

    def __init__(self, editor: Editor, status: StatusLine, window: QWidget) -> None:
        super().__init__(window)
        self._editor, self._status, self._window = editor, status, window
        self._words = 0
        self._extent = Extent()
        self._picked_words: int | None = None
        self._picked_extent: Extent | None = None
        self._sentence = NOTHING
        # Not with every key: whoever types looks at the text.
        self._soon = QTimer(self, interval=_EVERY, singleShot=True)
        self._soon.timeout.connect(self._show)
        self._rest = QTimer(self, interval=_REST, singleShot=True)
        self._rest.timeout.connect(self._point)
        editor.cursorPositionChanged.connect(self._rest.start)
        editor.textChanged.connect(self._rest.start)

    @Slot(object)
    def show_report(self, report: Report) -> None:
        """Show how many words the text has."""
        self._words = report.words + report.words_left_out
        self._show_soon()

    @Slot(object)
    def show_extent(self, extent: Extent) -> None:
        """Show how many characters the text has."""
        self._extent = extent
        self._show_soon()

    @Slot(object)
    def show_sample(self, report: Report | None) -> None:
        """Show how many words are selected, or those of the whole text again."""
        self._picked_words = None if report is None else report.words + report.words_left_out
        self._show_soon()

    @Slot(object)
    def show_sampled_extent(self, extent: Extent | None) -> None:
        """Show how many characters are selected, or those of the whole text again."""
        self._picked_extent = extent
        self._show_soon()

    @Slot(object)
    def show_sentence(self, sentence: SentenceFigure) -> None:
        """Show the Level of the sentence at the caret."""
        self._sentence = sentence
        self._show_soon()

    def tell_all(self) -> None:
        """Tell all figures in a window of their own."""
        rows = [(_("Text"), _Size(self._words, self._extent))]
        if self._picked is not None:
            rows.insert(0, (_("Selection"), self._picked))
        told = "\n\n".join(f"{head}\n" + "\n".join(_lines(size)) for head, size in rows)
        notes = _(
            "Words stand between spaces, dashes or slashes. Spaces are characters, ends of paragraphs are not. "
            "Times are for adults: {silent} words a minute in silence, {aloud} aloud (Brysbaert 2019)."
        )
        dialogs.tell_figures(self._window, told, notes.format(silent=SILENT, aloud=ALOUD))

    def _show_soon(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    @property
    def _picked(self) -> _Size | None:
        if self._picked_words is None or self._picked_extent is None:
            return None
        return _Size(self._picked_words, self._picked_extent)

    @Slot()
    def _point(self) -> None:
        spot = self._editor.caret_spot
        role, level = self._editor.paragraph_shape
        text = self._editor.textCursor().block().text()
        first = max(0, spot.start - _NEAR)
        self.pointed.emit(Block(text[first : spot.start + _NEAR], role, level), spot.start - first)

    def _show(self) -> None:
        size = self._picked
        whole = size is None
        size = size or _Size(self._words, self._extent)
        words = ngettext("{n} word", "{n} words", size.words) if whole else _selected(size.words)
        of = _("Of the text. ") if whole else _("Of what is selected. ")
        told = of + " · ".join(_lines(size))
        self._status.show_figures(
            {
                Figure.WORDS: (words, of + _("All words count, also those that the Level leaves out.")),
                Figure.CHARACTERS: (
                    ngettext("{n} character", "{n} characters", size.extent.characters),
                    told,
                ),
                Figure.READING: (
                    _("{time} read").format(time=_time(size.words, SILENT)),
                    of + _("In silence, at {n} words a minute (Brysbaert 2019).").format(n=SILENT),
                ),
                Figure.SPEAKING: (
                    _("{time} aloud").format(time=_time(size.words, ALOUD)),
                    of + _("Aloud, at {n} words a minute (Brysbaert 2019).").format(n=ALOUD),
                ),
                Figure.SENTENCE: (
                    _("Sentence Level {level}").format(level=_level(self._sentence)),
                    _hint(self._sentence),
                ),
            }
        )


def _selected(words: int) -> str:
    return ngettext("{n} word selected", "{n} words selected", words)


def _lines(size: _Size) -> list[str]:
    extent = size.extent
    return [
        ngettext("{n} word", "{n} words", size.words),
        ngettext("{n} character with spaces", "{n} characters with spaces", extent.characters),
        ngettext("{n} character without spaces", "{n} characters without spaces", extent.visible),
        _("{time} to read").format(time=_time(size.words, SILENT)),
        _("{time} to speak").format(time=_time(size.words, ALOUD)),
    ]


def _time(words: int, speed: int) -> str:
    """Say how long so many words take: under a minute, in minutes, from an hour on in hours and minutes."""
    minutes = round(words / speed)
    if not words:
        return _("0 min")
    if not minutes:
        return _("under 1 min")
    if minutes < 60:
        return _("{n} min").format(n=minutes)
    return _("{h} h {n} min").format(h=minutes // 60, n=minutes % 60)


def _level(sentence: SentenceFigure) -> str:
    if sentence.level is None:
        return "—"
    return _("below 1") if sentence.level < 1 else decimal(sentence.level, 1)


def _hint(sentence: SentenceFigure) -> str:
    if sentence.level is None:
        return _("The Level of the sentence at the caret. Here is no finished sentence of English prose.")
    words = ngettext("{n} word", "{n} words", sentence.words)
    return _("The Level of the sentence at the caret by itself, {words}.").format(words=words)
