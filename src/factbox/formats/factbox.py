"""The file of a Work: a zip file with the texts as plain text, and one JSON file that says what each of them is.

`document.json` has the title, the names of the versions, what was chosen for each, and where its text lies:
`original.txt`, `versions/1.txt`, and for what a version was before `history/1/001.txt`. Every text is UTF-8 with
LF, one paragraph a line, so that it can be read without us; which lines are headings or items, on which level, and
which of their letters have a face stands beside its name, as in "1, 5-7" or [line, from, up to, face]. Fields that
are not known here were written by a later release and are written again.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from factbox import resources
from factbox.document import Block, Document, Moment, Version, Work
from factbox.formats import index
from factbox.formats.archive import Archive, pack
from factbox.formats.base import EncodingError, FormatError
from factbox.formats.documents import other
from factbox.formats.factboxshapes import shaped, shapes
from factbox.formats.index import Fields, fields_of, finite, list_of, others, text_of, unless_empty, whole_of
from factbox.translation import _, ngettext

SCHEMA = 1
_INDEX = "document.json"
_ORIGINAL = "original.txt"
_WORK_FIELDS = {"schema", "title", "language", "current", "original", "versions"}
_TEXT_FIELDS = {"text", "roles", "levels", "spans"}
_ORIGINAL_FIELDS = _TEXT_FIELDS
_VERSION_FIELDS = {"name", "choices", "history"} | _TEXT_FIELDS
_MOMENT_FIELDS = {"when", "level"} | _TEXT_FIELDS
_VERSION_TEXT = re.compile(r"versions/(\d{1,6})\.txt")
_MOMENT_TEXT = re.compile(r"history/(\d{1,6})/(\d{1,6})\.txt")
_ENGLISH = "en"
_EMPTY = (Block(""),)

Blocks = tuple[Block, ...]


def write(document: Document) -> bytes:
    """Write a document with all its texts; one without a work becomes its own original with one version.

    Args:
        document: Its blocks are the text of the current version.

    Raises:
        EncodingError: A text holds half a character.
        FormatError: It is more than one file may hold.
    """
    work = document.work or Work("", document.blocks, (Version(_("Version 1"), document.blocks),))
    current = min(max(work.current, 0), len(work.versions) - 1)
    texts: dict[str, bytes] = {}
    earlier: dict[str, bytes] = {}
    original = _text(_ORIGINAL, work.original, texts) | others(fields_of(work.more, "original"), _ORIGINAL_FIELDS)
    versions = []
    for number, version in enumerate(work.versions, 1):
        blocks = document.blocks if number - 1 == current else version.blocks
        listed = {"name": version.name, **_text(f"versions/{number}.txt", blocks, texts)}
        listed["choices"] = dict(version.choices)
        known = fields_of(version.more, "history")
        listed["history"] = [
            {"when": moment.when, "level": finite(moment.level)}
            | _text(f"history/{number}/{place:03}.txt", moment.blocks, earlier)
            | others(fields_of(known, repr(float(moment.when))), _MOMENT_FIELDS)
            for place, moment in enumerate(version.history, 1)
        ]
        versions.append(listed | others(version.more, _VERSION_FIELDS))
    fields = {"schema": SCHEMA, "title": work.title, "language": document.language, "current": current}
    fields |= {"original": original, "versions": versions} | others(work.more, _WORK_FIELDS)
    # What matters most comes first, for a file that will be cut off.
    return pack({_INDEX: index.write(fields)} | texts | earlier)


def read(data: bytes) -> Document:
    """Read a document with all its texts; from a damaged file what is left, with what is missing in `losses`.

    Raises:
        FormatError: There is no text to be read in it.
    """
    return _Reading(Archive(data)).document()


class _Reading:
    """One file as it is read: what has been found, and what was not there."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._missing: list[str] = []
        self._remarks: list[str] = []
        self._asked: set[str] = {_INDEX}
        self._found = 0

    def document(self) -> Document:
        """Give what is in the file."""
        found = self._index()
        given = found if found is not None else _gathered(self._archive.names)
        if whole_of(given, "schema") > SCHEMA:
            self._remarks.append(
                _("A later Fact Box made this file. Saving it here may drop what the later one keeps.")
            )
        original = self._original(fields_of(given, "original"))
        listed = [self._version(fields, number) for number, fields in enumerate(list_of(given, "versions"), 1)]
        listed += self._strays()
        if not self._found and found is None and self._archive.is_whole:
            raise other(self._archive)
        if not self._found:
            raise FormatError(_("This is no Fact Box document, or one of which nothing can be read any more."))
        current, versions = self._settled(whole_of(given, "current"), listed, original)
        more = others(given, _WORK_FIELDS)
        more |= unless_empty("original", others(fields_of(given, "original"), _ORIGINAL_FIELDS))
        title = text_of(given, "title")
        work = Work(title, _EMPTY if original is None else original, versions, current, more)
        language = self._language(text_of(given, "language"))
        return Document(versions[current].blocks, language, losses=self._losses(), work=work)

    def _language(self, said: str) -> str:
        """Give the language of the texts, English where it is none that can be counted."""
        if said in {"", _ENGLISH} or said in {folder.name for folder in resources.path("languages").iterdir()}:
            return said or _ENGLISH
        self._remarks.append(_("Its language is not known here. It is counted as English."))
        return _ENGLISH

    def _index(self) -> Fields | None:
        """Give what `document.json` says; None where it is missing or broken."""
        packed, is_whole = self._archive.read(_INDEX)
        found = index.read(packed)
        if found is None:
            self._missing.append(_("The names of its versions and what was chosen for them are missing."))
        elif not is_whole:
            self._missing.append(_("Some names of its versions or choices for them may be wrong."))
        return found

    def _original(self, fields: Fields) -> Blocks | None:
        blocks, is_whole = self._text(fields)
        if blocks is None:
            self._missing.append(_("The original is missing."))
        elif not is_whole:
            self._missing.append(_("The original is damaged: words may be missing or wrong."))
        return blocks

    def _version(self, fields: Any, number: int) -> tuple[Version, bool]:
        """Give a version, and whether it has a text."""
        fields = fields if isinstance(fields, dict) else {}
        name = text_of(fields, "name") or _("Version {number}").format(number=number)
        blocks, is_whole = self._text(fields)
        history, more = self._history(list_of(fields, "history"), name)
        if blocks is None and history:
            blocks = history[-1].blocks
            missing = _("The text of “{name}” is missing: what stands there is how it was before.")
            self._missing.append(missing.format(name=name))
        elif blocks is None:
            self._missing.append(_("The text of “{name}” is missing.").format(name=name))
        elif not is_whole:
            missing = _("The text of “{name}” is damaged: words may be missing or wrong.")
            self._missing.append(missing.format(name=name))
        more = others(fields, _VERSION_FIELDS) | unless_empty("history", more)
        version = Version(name, _EMPTY if blocks is None else blocks, fields_of(fields, "choices"), history, more)
        return version, blocks is not None

    def _history(self, listed: Sequence[Any], name: str) -> tuple[tuple[Moment, ...], dict[str, Any]]:
        """Give what a version was before, and what a later release says of it."""
        moments: list[Moment] = []
        more: dict[str, Any] = {}
        lost = 0
        for each in listed:
            fields = each if isinstance(each, dict) else {}
            when = finite(fields.get("when")) or 0.0
            blocks, is_whole = self._text(fields)
            lost += not is_whole
            if blocks is not None:
                moments.append(Moment(when, finite(fields.get("level")), blocks))
                more |= unless_empty(repr(when), others(fields, _MOMENT_FIELDS))
        if lost:
            missing = ngettext("{n} earlier state", "{n} earlier states", lost)
            told = _("{states} of “{name}” cannot be read, or not all of it.")
            self._missing.append(told.format(states=missing, name=name))
        return tuple(moments), more

    def _strays(self) -> list[tuple[Version, bool]]:
        """Give the texts that nothing names as versions, and tell of what else there is."""
        versions = []
        others = sorted(set(self._archive.names) - self._asked)
        for name in others:
            if name == _ORIGINAL or _VERSION_TEXT.fullmatch(name):
                blocks, _is_whole = self._text({"text": name})
                versions.append((Version(_("Found: {name}").format(name=name), blocks or _EMPTY), True))
        if versions:
            self._missing.append(
                ngettext(
                    "{n} text without a name is now a version.",
                    "{n} texts without names are now versions.",
                    len(versions),
                )
            )
        if rest := len(others) - len(versions):
            self._remarks.append(
                ngettext(
                    "{n} file in it is not known here and will not be kept when you save.",
                    "{n} files in it are not known here and will not be kept when you save.",
                    rest,
                )
            )
        return versions

    def _settled(
        self, current: int, listed: Sequence[tuple[Version, bool]], original: Blocks | None
    ) -> tuple[int, tuple[Version, ...]]:
        """Give the number of a version to write that has a text, and the versions."""
        versions = [version for version, _has_text in listed] or [Version(_("Version 1"), _EMPTY)]
        having = [number for number, (_version, has_text) in enumerate(listed) if has_text]
        current = current if 0 <= current < len(versions) else 0
        if having and current not in having:
            current = having[0]
        elif not having and original is not None:
            versions[current] = replace(versions[current], blocks=original)
        return current, tuple(versions)

    def _text(self, fields: Fields) -> tuple[Blocks | None, bool]:
        """Give a text, None where nothing of it is there, and whether it is as it was written."""
        name = text_of(fields, "text")
        self._asked.add(name)
        packed, is_whole = self._archive.read(name)
        if not packed and not is_whole:
            return None, False
        self._found += 1
        text = packed.decode("utf-8", "replace")
        is_whole = is_whole and text.encode("utf-8") == packed
        blocks = list(map(Block, text.removesuffix("\n").replace("\r\n", "\n").split("\n")))
        return tuple(shaped(blocks, fields)), is_whole

    def _losses(self) -> tuple[str, ...]:
        """Give what is missing, as sentences."""
        head = [_("Part of this file could not be read. The rest is here.")] if self._missing else []
        return (*head, *self._missing, *self._remarks)


def _gathered(names: Iterable[str]) -> Fields:
    """Say what the texts of a file are by their names alone."""
    versions: dict[int, dict[str, Any]] = {}
    for name in names:
        if match := _VERSION_TEXT.fullmatch(name):
            versions.setdefault(int(match[1]), {"history": []})["text"] = name
    for name in sorted(names, key=lambda name: (len(name), name)):
        if match := _MOMENT_TEXT.fullmatch(name):
            versions.setdefault(int(match[1]), {"history": []})["history"].append({"text": name})
    return {"original": {"text": _ORIGINAL}, "versions": [versions[number] for number in sorted(versions)]}


def _text(name: str, blocks: Blocks, texts: dict[str, bytes]) -> dict[str, Any]:
    """Put a text among others; give the fields that say where it is and what its lines are."""
    text = "".join(f"{block.text}\n" for block in blocks)
    try:
        texts[name] = text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise EncodingError(_("This text holds half a character, which no file can hold.")) from error
    return {"text": name} | shapes(blocks)
