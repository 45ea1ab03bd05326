"""The Portfolio: an original and the versions that are made from it, one of which is being written."""

import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from textwrap import shorten
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from factbox.document import Block, Document, Moment, Version, Work, first_line
from factbox.session.choices import Choices, readable_choices, written_choices
from factbox.session.companion import Companion
from factbox.session.manuscript import Manuscript
from factbox.translation import _

# Moments of a version that are kept; where there are more, every other one of the older half goes.
MOST_MOMENTS = 120
# Letters that the history of a version has at the most.
MOST_LETTERS = 4_000_000
# Letters of a title that is taken from the text.
_TITLE = 60

Blocks = tuple[Block, ...]


class Portfolio(QObject):
    """Holds what a document has besides the text that is being written; nothing while there is no original.

    Signals:
        switched: Another version is there, from its beginning on.
        changed: The original, the versions or which of them is written have changed; tells the Work or None.
    """

    changed = Signal(object)
    switched = Signal()

    def __init__(self, blocks: Callable[[], Blocks], owner: QObject | None = None) -> None:
        super().__init__(owner)
        self._blocks = blocks
        self._work: Work | None = None
        # Counts the documents: an answer that comes late is for the one it was asked about.
        self._epoch = 0
        # The title under which the text is to be adapted when its choices have been read.
        self._title = ""
        self._default = Choices()
        self._level: float | None = None

    def serve(self, manuscript: Manuscript, companion: Companion) -> None:
        """Work with the manuscript that shows the current version, and the companion that holds its choices."""
        self._manuscript, self._companion = manuscript, companion
        companion.changed.connect(self._on_choices)

    @property
    def work(self) -> Work | None:
        """The original and all versions, the current one as it is now; None without an original."""
        work = self._work
        if work is None or self._manuscript.is_coming:
            # On its way in, the text is not whole; what stands in the version is.
            return work
        current = work.versions[work.current]
        choices = written_choices(self._companion.choices, current.choices)
        return _with(work, work.current, replace(current, blocks=self._blocks(), choices=choices))

    @property
    def has_work(self) -> bool:
        """Whether there is an original."""
        return self._work is not None

    @property
    def first_words(self) -> str:
        """The beginning of the text, as a title."""
        return shorten(first_line(self._blocks()), _TITLE, placeholder="…")

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written yet."""
        return not first_line(self._blocks())

    def begin(self, document: Document, path: Path | None, default: Choices) -> None:
        """Take over what a document brings along; without a work it is a text by itself.

        Args:
            document: What has been opened.
            path: The file that it belongs to, if there is one.
            default: The choices for a text without any.
        """
        # First: what is chosen from now on is not for the text that has gone.
        self._epoch += 1
        self._title = ""
        self._default = default
        self._level = None
        work = self._work = document.work
        if work is not None:
            self._companion.begin(None, readable_choices(work.versions[work.current].choices, default))
        else:
            self._companion.begin(path, default)
        self.changed.emit(work)

    @property
    def is_coming(self) -> bool:
        """Whether a text is on its way in, so that it has no original yet."""
        return self._manuscript.is_coming

    def adapt(self, title: str) -> None:
        """Keep the text as the original, and go on with it as the first version, with what was chosen for it."""
        if self._companion.is_coming:
            self._title = title
        elif self._work is None:
            self.set_original(title, self._blocks())

    def set_original(self, title: str, original: Blocks) -> None:
        """Take a text as the original of what is being written; one that there was becomes a version."""
        work = self.work
        if work is not None:
            versions = work.versions
            if all(version.blocks != work.original for version in versions) and work.original != original:
                versions = (*versions, Version(_("Original: {title}").format(title=work.title), work.original))
            self._work = replace(work, title=title, original=original, versions=versions)
            self._manuscript.touch()
        else:
            version = Version(_("Version 1"), self._blocks(), written_choices(self._companion.choices))
            self._work = Work(title, original, (version,))
            # A plain text file has no room for the original, and from now on the work holds the choices.
            self._companion.begin(None, self._companion.choices)
            self._manuscript.detach(title)
        self.changed.emit(self._work)

    def show(self, number: int) -> None:
        """Write another version from now on."""
        work = self.work
        if work is None or self._manuscript.is_coming or number == work.current:
            return
        if not 0 <= number < len(work.versions):
            return
        self.note(time.time())
        version = work.versions[number]
        self._work = replace(self.work or work, current=number)
        self._level = None

        def shown() -> None:
            self._companion.begin(None, readable_choices(version.choices, self._default))
            self.switched.emit()
            self.changed.emit(self._work)

        self._manuscript.switch(version.blocks, shown)

    def add(self, name: str, blocks: Blocks | None = None, choices: Mapping[str, Any] | None = None) -> None:
        """Make a version and go on with it.

        Args:
            name: What to call it.
            blocks: Its text; that of the current version if none is given.
            choices: What is chosen for it, as in JSON; the same as for the current version if nothing is given.
        """
        work = self.work
        if work is None or self._manuscript.is_coming:
            return
        current = work.versions[work.current]
        made = Version(
            name,
            current.blocks if blocks is None else blocks,
            current.choices if choices is None else choices,
        )
        self._work = replace(work, versions=(*work.versions, made))
        self.show(len(work.versions))

    def rename(self, number: int, name: str) -> None:
        """Call a version by another name."""
        work = self.work
        if work is not None and name and 0 <= number < len(work.versions):
            self._work = _with(work, number, replace(work.versions[number], name=name))
            self._manuscript.touch()
            self.changed.emit(self._work)

    def remove(self, number: int) -> None:
        """Remove a version other than the current one."""
        work = self.work
        if work is None or number == work.current or not 0 <= number < len(work.versions):
            return
        versions = (*work.versions[:number], *work.versions[number + 1 :])
        self._work = replace(work, versions=versions, current=work.current - (number < work.current))
        self._manuscript.touch()
        self.changed.emit(self._work)

    def observe(self, level: float | None) -> None:
        """Take the Level of the text as it is now, for its history."""
        self._level = level

    @Slot()
    def forget_level(self) -> None:
        """Know no Level of the text any more: it has changed, and is not counted yet."""
        self._level = None

    def note(self, when: float) -> None:
        """Note what the current version is at a time, in seconds since 1970, unless it is what was noted last."""
        work = self.work
        if work is None or self._manuscript.is_coming:
            return
        version = work.versions[work.current]
        if version.history and version.history[-1].blocks == version.blocks:
            return
        history = (*version.history, Moment(when, self._level, version.blocks))
        while len(history) > 1 and (len(history) > MOST_MOMENTS or _letters(history) > MOST_LETTERS):
            half = len(history) // 2
            history = (*history[:half:2], *history[max(half, 1) :]) if half > 1 else history[1:]
        self._work = _with(work, work.current, replace(version, history=history))

    @property
    def epoch(self) -> int:
        """How many documents there have been: another number means another document."""
        return self._epoch

    @Slot(object)
    def _on_choices(self, choices: Choices) -> None:
        title, self._title = self._title, ""
        if title:
            self.adapt(title)
        work = self._work
        if work is None or self._manuscript.is_coming:
            return
        before = work.versions[work.current]
        if readable_choices(before.choices, self._default) != choices:
            self._work = _with(
                work, work.current, replace(before, choices=written_choices(choices, before.choices))
            )
            self._manuscript.touch()


def _letters(history: tuple[Moment, ...]) -> int:
    return sum(len(block.text) for moment in history for block in moment.blocks)


def _with(work: Work, number: int, version: Version) -> Work:
    return replace(work, versions=(*work.versions[:number], version, *work.versions[number + 1 :]))
