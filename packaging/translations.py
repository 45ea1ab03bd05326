"""Bring `resources/translations` up to date: collect the messages of the program, make what gettext reads.

    python packaging/translations.py            new messages go into every catalogue, and all are compiled
    python packaging/translations.py --compile  only compiles

A catalogue is `LANGUAGE/LC_MESSAGES/factbox.po`; to begin another language, make its folder with an empty file of
this name. Translators write in the `.po` files; the `.mo` files beside them are made here. Needs Babel, of the
extra `test`.
"""

import argparse
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "factbox"
TRANSLATIONS = ROOT / "resources" / "translations"
NAME = "LC_MESSAGES/factbox.po"
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
WIDTH = 110
BEGINNING = datetime(2026, 11, 25, tzinfo=UTC)


def messages() -> Catalog:
    """Give a catalogue with every message of the program, in the order of its modules, without translations."""
    found = Catalog(project="factbox", copyright_holder="The Fact Box authors", charset="utf-8")
    for file, _line, message, comments, context in extract_from_dir(
        SOURCE, [("**.py", "python")], keywords=KEYWORDS, comment_tags=("i18n:",), strip_comment_tags=True
    ):
        found.add(message, locations=[(file, 0)], auto_comments=comments, context=context)
    return found


def catalogues() -> Iterator[tuple[Path, Catalog]]:
    """Give every catalogue with its file."""
    for path in sorted(TRANSLATIONS.glob(f"*/{NAME}")):
        language = path.parent.parent.name
        with path.open("rb") as file:
            yield path, read_po(file, locale=language)


def is_translated(message: Message) -> bool:
    """Whether a message has all of its forms."""
    forms = message.string if isinstance(message.string, tuple | list) else (message.string,)
    return all(forms)


def main() -> None:
    """Update and compile all catalogues."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--compile", action="store_true", help="only compile")
    only_compile = parser.parse_args().compile
    template = messages()
    for path, catalogue in catalogues():
        if not only_compile:
            # A message that is only like another is another one: nobody has read the translation with it.
            catalogue.update(template, no_fuzzy_matching=True)
            catalogue.obsolete.clear()
            catalogue.project, catalogue.version = "Fact Box", "1"
            catalogue.last_translator = catalogue.language_team = "The Fact Box authors"
            # Nothing that differs from run to run, or with whoever ran it.
            catalogue.creation_date = catalogue.revision_date = BEGINNING
            with path.open("wb") as file:
                write_po(file, catalogue, width=WIDTH, sort_by_file=True, include_lineno=False)
        with path.with_suffix(".mo").open("wb") as file:
            write_mo(file, catalogue)
        missing = sum(not is_translated(each) for each in catalogue if each.id)
        print(f"{path.parent.parent.name}: {len(catalogue)} messages, {missing} without a translation")


if __name__ == "__main__":
    main()
