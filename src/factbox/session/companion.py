"""What the reader chose for one text, kept with it, although a plain text file can hold nothing but its text."""

import contextlib
import json
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from factbox import formats
from factbox.formats import FormatError
from factbox.session.choices import Choices, read_choices, written_choices
from factbox.session.settings import known_as, state_folder
from factbox.session.tasks import Errands

MOST_TEXTS = 500
_VERSION = 1
_NAME = re.compile(r"[0-9a-f]{32}\.json")


@dataclass(slots=True)
class _Sheet:
    """The choices for one text, and what is known of their file."""

    path: Path | None
    choices: Choices
    # What its file holds, with the fields that another version of the program wrote.
    record: Mapping[str, Any] = field(default_factory=dict)
    is_coming: bool = False
    # What was chosen before the file was read, and whether the file is to be written after that.
    early: dict[str, object] = field(default_factory=dict)
    is_due: bool = False
    # What was chosen for this text, even if it is what the default is now.
    chosen: set[str] = field(default_factory=set)


class Companion(QObject):
    """Keeps the choices for the text that is open; its files are read and written away from the window.

    Signals:
        changed: There are other choices, or those of another text; tells the Choices.
        kept: The choices are in the file that belongs to the text of this path.
        unkept: The choices could not be kept; tells the path of the text and the error.
        idled: Something that was on its way to the disk is there, or could not get there.
    """

    changed = Signal(object)
    kept = Signal(object)
    unkept = Signal(object, object)
    idled = Signal()

    def __init__(self, owner: QObject | None = None) -> None:
        super().__init__(owner)
        self._sheet = _Sheet(None, Choices())
        self._writing = 0
        # One line of errands for both: what is read must have been written before.
        self._errands = Errands(self)

    @property
    def choices(self) -> Choices:
        """The choices for the text; until its file is read, the default with what was changed since."""
        return self._sheet.choices

    @property
    def is_coming(self) -> bool:
        """Whether the choices for the text are still being read."""
        return self._sheet.is_coming

    @property
    def is_writing(self) -> bool:
        """Whether there are choices on their way to the disk, or waiting for it."""
        return self._writing > 0

    def begin(self, path: Path | None, default: Choices) -> None:
        """Begin with another text; `changed` follows when its choices are there.

        Args:
            path: The file of the text; without one its choices are there at once.
            default: The choices for a text for which nothing was chosen yet.
        """
        sheet = self._sheet = _Sheet(path, default, is_coming=path is not None)
        if path is None:
            self.changed.emit(default)
            return

        def done(record: Mapping[str, Any]) -> None:
            sheet.is_coming = False
            sheet.record = record
            sheet.chosen |= record.keys()
            chosen = read_choices(record) if record else default
            sheet.choices = replace(chosen, **sheet.early)  # type: ignore[arg-type]  # change has checked them
            if sheet.is_due:
                sheet.is_due = False
                self._writing -= 1
                self._keep(sheet)
            if sheet is self._sheet:
                self.changed.emit(sheet.choices)

        self._errands.run(lambda: _read(path), done, lambda _error: done({}))

    def change(self, **fields: object) -> None:
        """Choose, by the names of the fields of Choices; keep it, and tell of it if it is new."""
        sheet = self._sheet
        changed = replace(sheet.choices, **fields)  # type: ignore[arg-type]  # names are checked by replace
        if sheet.is_coming:
            # It may be new to the file although it is not to the default.
            sheet.early |= fields
        elif changed == sheet.choices and fields.keys() <= sheet.chosen:
            return
        sheet.chosen |= fields.keys()
        is_new = changed != sheet.choices
        sheet.choices = changed
        self._keep(sheet)
        if is_new:
            self.changed.emit(changed)

    def exempt(self, words: frozenset[str]) -> None:
        """Let words count as easy."""
        self.change(exempt=self.choices.exempt | words)

    def unexempt(self, words: frozenset[str]) -> None:
        """Let words count as they are again."""
        self.change(exempt=self.choices.exempt - words)

    def unexempt_all(self) -> None:
        """Let every word count as it is again."""
        self.change(exempt=frozenset())

    def reject(self, step: str) -> None:
        """Keep a step out of the plan, by its key."""
        self.change(rejected=self.choices.rejected | {step})

    def dismiss(self, notice: str, reason: str) -> None:
        """Let a notice on meaning count no more, by its key."""
        self.change(dismissed={**self.choices.dismissed, notice: reason})

    def recall(self, notice: str) -> None:
        """Let a notice that was dismissed count again."""
        self.change(dismissed={key: why for key, why in self.choices.dismissed.items() if key != notice})

    def move_to(self, path: Path) -> None:
        """Go along with the text to another file; what belongs to the file it leaves stays there."""
        if path != self._sheet.path:
            self._sheet.path = path
            self._keep(self._sheet)

    def _keep(self, sheet: _Sheet) -> None:
        path = sheet.path
        if path is None:
            return
        if sheet.is_coming:
            self._writing += not sheet.is_due
            sheet.is_due = True
            return

        def done(_written: None) -> None:
            self._writing -= 1
            self.kept.emit(path)
            self.idled.emit()

        def failed(error: Exception) -> None:
            self._writing -= 1
            self.unkept.emit(path, error)
            self.idled.emit()

        self._writing += 1
        self._errands.run(partial(_write, path, sheet.record, sheet.choices), done, failed)


def _folder() -> Path:
    return state_folder() / "texts"


def _place(path: Path) -> tuple[Path, str]:
    """Give the file for the choices of a text, and the full path by which it knows the text."""
    return _folder() / f"{known_as(path)}.json", os.path.normcase(path.resolve())


def _read(path: Path) -> Mapping[str, Any]:
    """Read what was kept for a text; it is empty where there is nothing of use."""
    file, full = _place(path)
    if not file.is_file():
        return {}
    try:
        record = json.loads(formats.read_bytes(file))
        if not isinstance(record, dict) or record.get("version") != _VERSION or record.get("path") != full:
            raise ValueError("it is damaged, or of another version")  # noqa: TRY301  # damaged is damaged
        # Only to see whether it can be read: an error here is one of the file.
        read_choices(record)
    except FormatError:
        raise
    except Exception:
        # The next choice is written over it.
        formats.keep_damaged(file)
        raise
    with contextlib.suppress(OSError):
        # A text that is opened is not an old one.
        os.utime(file)
    return record


def _write(path: Path, record: Mapping[str, Any], choices: Choices) -> None:
    file, full = _place(path)
    written = {**written_choices(choices, record), "version": _VERSION, "path": full}
    formats.private_folder(file.parent)
    formats.write_bytes(json.dumps(written, indent=1).encode(), file, private=True)
    _tidy(file)


def _tidy(newest: Path) -> None:
    """Remove the oldest files where there are too many; what else lies in the folder is not ours."""
    with contextlib.suppress(OSError):
        others = [each for each in newest.parent.iterdir() if _NAME.fullmatch(each.name) and each != newest]
        if len(others) >= MOST_TEXTS:
            others.sort(key=lambda each: each.stat().st_mtime_ns, reverse=True)
            for each in others[MOST_TEXTS - 1 :]:
                each.unlink()
