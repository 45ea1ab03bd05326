"""Tests of lists of words."""

import os
import threading
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from factbox import formats
from factbox.formats import FormatError
from factbox.metrics.guidance import WordList
from factbox.session import wordlists as module
from factbox.session.wordlists import Purpose, WordLists, safe_name

OURS = WordList("Our glossary", frozenset({"magma", "naïve", "volcano"}))


@pytest.fixture
def lists(qtbot: QtBot) -> WordLists:
    """Give lists with one in them."""
    made = WordLists(Purpose.EXEMPT)
    with qtbot.waitSignal(made.changed):
        made.add(OURS.name, OURS.words)
    return made


def loaded(qtbot: QtBot, purpose: Purpose = Purpose.EXEMPT) -> tuple[WordList, ...]:
    """Give the lists that a next start would find."""
    made = WordLists(purpose)
    with qtbot.waitSignal(made.changed):
        made.load()
    return made.lists


def names(lists: WordLists) -> list[str]:
    """Give the names of lists."""
    return [each.name for each in lists.lists]


def taken_in(qtbot: QtBot, lists: WordLists, path: Path, name: str = "") -> WordList:
    """Import a file and wait; give the list that came."""
    with qtbot.waitSignal(lists.changed), qtbot.waitSignal(lists.added) as came:
        lists.take_in(path, name)
    assert came.args
    made = came.args[0]
    assert isinstance(made, WordList)
    return made


def refusal(qtbot: QtBot, lists: WordLists, path: Path) -> str:
    """Import a file that is none, and give what is said of it."""
    with qtbot.waitSignal(lists.refused) as told:
        lists.take_in(path)
    assert told.args
    name, error = told.args
    assert name == path.name
    assert isinstance(error, FormatError)
    return str(error)


def test_a_list_is_there_at_the_next_start(qtbot: QtBot, lists: WordLists) -> None:
    """What was added is told, and found again."""
    assert lists.lists == (OURS,)
    assert loaded(qtbot) == (OURS,)


def test_a_list_is_a_file_that_people_can_read(home: Path, lists: WordLists) -> None:
    """The file has the name of the list and one word a line, in order."""
    assert lists.folder == home / "lists" / "exempt"
    assert (lists.folder / "Our glossary.txt").read_text("utf-8") == "magma\nnaïve\nvolcano\n"


def test_every_purpose_has_its_own_lists(qtbot: QtBot, lists: WordLists) -> None:
    """A list of exempt words is none of known words."""
    assert names(lists) == ["Our glossary"]
    assert loaded(qtbot, Purpose.KNOWN) == ()


def test_there_are_no_lists_at_first(qtbot: QtBot, home: Path) -> None:
    """Looking for lists makes no folder."""
    assert loaded(qtbot) == ()
    assert not (home / "lists").exists()


def test_lists_are_in_order_of_their_names(qtbot: QtBot, lists: WordLists) -> None:
    """Capitals do not matter for the order."""
    for name in ("zoo", "Animals", "birds"):
        with qtbot.waitSignal(lists.changed):
            lists.add(name, ["word"])
    assert names(lists) == ["Animals", "birds", "Our glossary", "zoo"]


def test_a_text_file_is_taken_in(qtbot: QtBot, lists: WordLists, tmp_path: Path) -> None:
    """A file with one word a line becomes a list of its name."""
    (tmp_path / "Class 4b.txt").write_text("Fire\n\nwater\r\n7\nfire\n", "utf-8")
    made = taken_in(qtbot, lists, tmp_path / "Class 4b.txt")
    assert made == WordList("Class 4b", frozenset({"fire", "water"}))
    assert made in lists.lists


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_table_is_taken_in_whatever_wrote_it(
    qtbot: QtBot, lists: WordLists, tmp_path: Path, encoding: str
) -> None:
    """Of a table from a spreadsheet the first column is read, in any usual encoding."""
    (tmp_path / "a.csv").write_bytes('"café";"a place"\nriver;"water, moving"\n'.encode(encoding))
    assert taken_in(qtbot, lists, tmp_path / "a.csv", "Places").words == {"café", "river"}
    assert names(lists) == ["Our glossary", "Places"]


def test_rows_as_long_as_a_line_of_print_stay_rows(qtbot: QtBot, lists: WordLists, tmp_path: Path) -> None:
    """A table is never taken for a paragraph whose lines were broken by hand."""
    words = [f"word{'x' * number}" for number in range(10, 14)]
    rows = "\n".join(f"{word}, and what this word may mean here" for word in words)
    assert len(formats.text.read(rows.encode()).blocks) == 1
    (tmp_path / "a.csv").write_text(rows, "utf-8")
    assert taken_in(qtbot, lists, tmp_path / "a.csv").words == set(words)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "no words"),
        (b"1\n2\n\n", "no words"),
        (b"PK\x03\x04" + bytes(range(32)) * 9, "no text file"),
        (b"word\n" * 1_000_001, "more than 5 MB"),
    ],
    ids=["empty", "figures", "binary", "large"],
)
def test_a_bad_file_is_refused_in_plain_words(
    qtbot: QtBot, lists: WordLists, tmp_path: Path, content: bytes, words: str
) -> None:
    """What is no list is told, and changes nothing."""
    (tmp_path / "bad.txt").write_bytes(content)
    assert words in refusal(qtbot, lists, tmp_path / "bad.txt")
    assert lists.lists == loaded(qtbot) == (OURS,)


def test_too_many_words_are_refused(
    qtbot: QtBot, lists: WordLists, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A list has an end."""
    monkeypatch.setattr(module, "MOST_WORDS", 2)
    (tmp_path / "a.txt").write_text("a\nb\nc\n", "utf-8")
    assert refusal(qtbot, lists, tmp_path / "a.txt") == "It has more than 2 words."


def test_a_missing_file_is_refused(qtbot: QtBot, lists: WordLists, tmp_path: Path) -> None:
    """A file that is not there, and a folder, are told in plain words."""
    assert "no such file" in refusal(qtbot, lists, tmp_path / "none.txt")
    assert "folder" in refusal(qtbot, lists, tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no pipes among its files")
def test_a_pipe_is_refused(qtbot: QtBot, lists: WordLists, tmp_path: Path) -> None:
    """What may never end is not waited for."""
    os.mkfifo(tmp_path / "pipe.txt")
    assert "no ordinary file" in refusal(qtbot, lists, tmp_path / "pipe.txt")


def test_disks_are_waited_for_elsewhere(
    qtbot: QtBot, lists: WordLists, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No file is read in the thread of the window."""
    (tmp_path / "a.txt").write_text("word", "utf-8")
    threads: set[threading.Thread] = set()
    read = formats.read_bytes

    def watched(path: Path) -> bytes:
        threads.add(threading.current_thread())
        return read(path)

    monkeypatch.setattr(formats, "read_bytes", watched)
    taken_in(qtbot, lists, tmp_path / "a.txt")
    assert threads
    assert threading.main_thread() not in threads


def test_a_name_that_is_taken_gets_a_number(qtbot: QtBot, lists: WordLists) -> None:
    """A new list never takes the place of another, whatever its capitals."""
    for _time in range(2):
        with qtbot.waitSignal(lists.changed):
            lists.add("our Glossary", ["word"])
    assert names(lists) == ["Our glossary", "our Glossary 2", "our Glossary 3"]
    assert lists.lists[0] == OURS


def test_a_list_is_removed(qtbot: QtBot, lists: WordLists) -> None:
    """A list that was removed is gone from the disk as well."""
    with qtbot.waitSignal(lists.changed):
        lists.remove(OURS.name)
    assert lists.lists == loaded(qtbot) == ()


def test_a_list_gets_another_name(qtbot: QtBot, lists: WordLists) -> None:
    """Its words stay; a change of capitals alone is another name too."""
    for name in ("Mountains", "mountains"):
        with qtbot.waitSignal(lists.changed):
            lists.rename(lists.lists[0].name, name)
        assert lists.lists == (WordList(name, OURS.words),)


def test_a_list_does_not_take_the_name_of_another(qtbot: QtBot, lists: WordLists) -> None:
    """Where there is a list of that name both stay as they were."""
    with qtbot.waitSignal(lists.changed):
        lists.add("Mountains", ["peak"])
    with qtbot.waitSignal(lists.refused) as told:
        lists.rename("Mountains", "OUR GLOSSARY")
    assert told.args
    assert "already" in str(told.args[1])
    assert loaded(qtbot) == lists.lists


@pytest.mark.parametrize("name", ["none", "../exempt/Our glossary", ""])
def test_a_list_that_is_not_there_is_told(qtbot: QtBot, lists: WordLists, name: str) -> None:
    """What has no list of its name is neither removed nor renamed."""
    for act in (partial(lists.remove, name), partial(lists.rename, name, "new")):
        with qtbot.waitSignal(lists.refused) as told:
            act()
        assert told.args
        assert str(told.args[1]) == "There is no list of this name."
    assert loaded(qtbot) == (OURS,)


def test_a_list_that_people_put_there_is_one(qtbot: QtBot, lists: WordLists) -> None:
    """A file that was made by hand is read, and can be removed, whatever its name."""
    (lists.folder / "by hand..txt").write_text("Fire; hot\n", "utf-8")
    assert WordList("by hand.", frozenset({"fire", "hot"})) in loaded(qtbot)
    with qtbot.waitSignal(lists.changed):
        lists.remove("by hand.")
    assert lists.lists == (OURS,)


def test_a_damaged_list_costs_only_itself(qtbot: QtBot, lists: WordLists) -> None:
    """A file of which nothing can be made is told by its name; the others are there."""
    (lists.folder / "broken.txt").write_bytes(bytes(range(32)))
    with qtbot.waitSignal(lists.changed), qtbot.waitSignal(lists.refused) as told:
        lists.load()
    assert told.args
    assert told.args[0] == "broken"
    assert lists.lists == (OURS,)


def test_a_folder_that_cannot_be_made_is_told(qtbot: QtBot, home: Path) -> None:
    """Where no list can be kept, that is told in plain words."""
    (home / "lists").write_text("in the way", "utf-8")
    made = WordLists(Purpose.KNOWN)
    with qtbot.waitSignal(made.refused) as told:
        made.add("Ours", ["word"])
    assert told.args
    assert isinstance(told.args[1], FormatError)


def test_what_could_not_be_read_again_is_not_written(
    qtbot: QtBot, lists: WordLists, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A list that would be too large a file is refused."""
    monkeypatch.setattr(module, "MOST_BYTES", 50)
    with qtbot.waitSignal(lists.refused) as told:
        lists.add("Long", ["a" * 60])
    assert told.args
    assert "5 MB" in str(told.args[1])


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("Our glossary", "Our glossary"),
        ("a/b\\c:d", "a b c d"),
        ("../../etc", "etc"),
        (" .hidden. ", "hidden"),
        ("con", "con_"),
        ("LPT1.old", "LPT_1.old"),
        ("Cafe\u0301", "Café"),
        ("two\nlines\ud800", "two lines"),
        ("???", "List"),
        ("火" * 200, "火" * 66),
    ],
)
def test_names_suit_every_file_system(name: str, safe: str) -> None:
    """A name keeps what all systems take; what is safe stays as it is."""
    assert safe_name(name) == safe
    assert safe_name(safe) == safe
