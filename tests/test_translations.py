"""Tests of the catalogues: what people read is in them, and fits where it goes."""

import ast
import gettext
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from types import ModuleType
from typing import Any

import pytest
from babel.messages.catalog import Catalog, Message
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QMenuBar
from pytestqt.qtbot import QtBot

from factbox.translation import LANGUAGES, speak
from factbox.ui.actions import Actions
from factbox.ui.tongue import speak_as

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted((ROOT / "src" / "factbox").rglob("*.py"))
OTHERS = [language for language in LANGUAGES if language != "en"]
# What stands for itself in a message, and letters of a mnemonic.
MNEMONIC = re.compile(r"&(?!&)")
# Keys as English messages call them.
KEYS = re.compile(r"(?:\b(?:Ctrl|Alt|Shift)\+)+(?:F\d+|\w)|\b(?:Enter|Esc|Del)\b")
# What is typed into a terminal, and what is filled in.
COMMANDS = re.compile(r"^  (?:factbox|cat|fetch-news) .*$|--\w+ “[^”]*”", re.MULTILINE)
FILLED_IN = re.compile(r"\{\{\w+\}\}|\{\w*\}|%\(\w+\)[sr]|%[sr]")
# In French a space that breaks no line stands before these signs and within quotes; others are not its own.
NOT_FRENCH = re.compile(r"[^\u202f\u00a0][;!?»%]|(?<![\u202f\u00a0]):(?![\d/])|«[^\u202f\u00a0]|[“”\"]")
# In Chinese these signs are as wide as others where one of those stands beside them, and need no space.
_CHINESE, _NARROW = r"[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef“”…]", r"[,:;?!()]"
NOT_CHINESE = re.compile(
    rf"{_CHINESE} ?{_NARROW}|{_NARROW} ?{_CHINESE}|[\u4e00-\u9fff）”]\.|[，。：；？！（）] +\S"
)


@pytest.fixture(scope="module")
def script() -> ModuleType:
    """Give packaging/translations.py."""
    path = str(ROOT / "packaging")
    sys.path.insert(0, path)
    try:
        return __import__("translations")
    finally:
        sys.path.remove(path)


@pytest.fixture(scope="module")
def template(script: ModuleType) -> Catalog:
    """Give all messages of the program."""
    found: Catalog = script.messages()
    return found


@pytest.fixture(params=OTHERS)
def catalogue(request: pytest.FixtureRequest, script: ModuleType) -> Catalog:
    """Give the catalogue of a language."""
    found: Catalog = next(each for path, each in script.catalogues() if path.parent.parent.name == request.param)
    return found


def keys(catalogue: Catalog) -> set[tuple[Any, Any]]:
    """Give what is to be translated."""
    return {(each.context, each.id) for each in catalogue if each.id}


def forms(message: Message) -> Iterator[tuple[str, str]]:
    """Give every form of a translation, each with the English that it must fit."""
    if isinstance(message.id, str):
        yield message.id, str(message.string)
        return
    one, many = message.id
    strings = message.string if isinstance(message.string, tuple | list) else [message.string]
    for place, string in enumerate(strings):
        yield (one if place == 0 and len(strings) > 1 else many), str(string)


def fields(text: str) -> Counter[str]:
    """Give the placeholders of a message; those that are filled in later among them."""
    now = Counter(name for _, name, _, _ in Formatter().parse(text) if name is not None)
    return now + Counter(re.findall(r"\{\{\w+\}\}|%(?:\(\w+\))?[sr]", text))


def test_every_language_has_a_catalogue(script: ModuleType) -> None:
    """And no catalogue is of a language that nobody can choose."""
    assert sorted(path.parent.parent.name for path, _ in script.catalogues()) == sorted(OTHERS)


def test_every_message_is_in_it(catalogue: Catalog, template: Catalog) -> None:
    """Nothing is missing, and nothing is there that the program no longer says: run packaging/translations.py."""
    assert keys(catalogue) == keys(template)


def test_every_message_is_translated(catalogue: Catalog) -> None:
    """No form is empty or only guessed."""
    assert not [each.id for each in catalogue if each.id and (each.fuzzy or not all(s for _, s in forms(each)))]


def test_placeholders_are_kept(catalogue: Catalog) -> None:
    """What is filled in is there in every form; the number may be left out where one is said in words."""
    wrong = [
        (english, form)
        for each in catalogue
        if each.id
        for english, form in forms(each)
        if fields(english) != fields(form) and not (isinstance(each.id, tuple) and not fields(form)["n"])
    ]
    assert not wrong


def test_what_code_relies_on_is_kept(catalogue: Catalog) -> None:
    """Mnemonics, dots that announce a question, line breaks, and spaces at the ends."""

    def shape(text: str) -> tuple[object, ...]:
        ends = text[:1].isspace(), text[-1:].isspace()
        return len(MNEMONIC.findall(text.replace("&&", ""))), text.endswith("…"), text.count("\n"), ends

    texts = [pair for each in catalogue if each.id and not each.context for pair in forms(each)]
    assert not [pair for pair in texts if shape(pair[0]) != shape(pair[1])]


def said(language: str, script: ModuleType, instead: str) -> list[str]:
    """Give every form of a catalogue without commands, with a sign in place of each that is filled in."""
    found = next(each for path, each in script.catalogues() if path.parent.parent.name == language)
    texts = [form for each in found if each.id for _english, form in forms(each)]
    assert texts
    return [FILLED_IN.sub(instead, COMMANDS.sub("x", text)) for text in texts]


def test_french_has_its_spaces(script: ModuleType) -> None:
    """No sign is torn from its word at the end of a line, and none sticks to it."""
    assert not [text for text in said("fr", script, "x") if NOT_FRENCH.search(f"\u00a0{text}")]


def test_chinese_has_its_signs(script: ModuleType) -> None:
    """No narrow sign stands between wide ones; the brackets of a mnemonic are Qt's."""
    texts = [re.sub(r"\(&\w\)", "", text) for text in said("zh_CN", script, "字")]
    assert not [text for text in texts if NOT_CHINESE.search(text)]


@pytest.mark.parametrize(
    "text", ["Quoi?", "Quoi ?", "fini : rien", "fini: rien", "«mot»", "le “mot”", "10 %", "un; deux"]
)
def test_what_is_not_french_is_found(text: str) -> None:
    """Each sign without its space, or with one at which a line may end."""
    assert NOT_FRENCH.search(text)


@pytest.mark.parametrize("text", ["文件: 字", "字,字", "文件 (字)", "好!", "完成.", "完成。 再来", "目标：“字”."])
def test_what_is_not_chinese_is_found(text: str) -> None:
    """Each narrow sign beside a wide one, and a space behind a wide sign."""
    assert NOT_CHINESE.search(text)


@pytest.mark.usefixtures("qapp")
def test_keys_are_called_as_in_menus(catalogue: Catalog) -> None:
    """What a message tells one to press is what stands beside the actions, where Qt writes it."""
    speak_as(str(catalogue.locale))
    native = QKeySequence.SequenceFormat.NativeText
    named = [
        (QKeySequence(key).toString(native), form)
        for each in catalogue
        if each.id
        for english, form in forms(each)
        for key in KEYS.findall(english)
    ]
    assert named
    assert not [(key, form) for key, form in named if key not in form]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_entries_of_a_menu_have_one_mnemonic(language: str, qtbot: QtBot) -> None:
    """A letter leads to one entry."""
    speak([language])
    owner = QMainWindow()
    qtbot.addWidget(owner)
    bar = QMenuBar(owner)
    Actions(owner).fill(bar)
    for menu in (bar, *bar.findChildren(QMenu)):
        letters = [found[1].casefold() for each in menu.actions() if (found := re.search(r"&(\w)", each.text()))]
        twice = [letter for letter, times in Counter(letters).items() if times > 1]
        assert not twice, [each.text() for each in menu.actions()]


def test_what_is_read_is_what_was_written(script: ModuleType) -> None:
    """A compiled catalogue says the same as its source: run packaging/translations.py."""
    for path, catalogue in script.catalogues():
        with path.with_suffix(".mo").open("rb") as file:
            compiled = gettext.GNUTranslations(file)
        for each in catalogue:
            if isinstance(each.id, str) and each.id:
                said = compiled.pgettext(each.context, each.id) if each.context else compiled.gettext(each.id)
                assert said == each.string


def is_translating(call: ast.Call) -> bool:
    """Whether a call translates."""
    return isinstance(call.func, ast.Name) and call.func.id in {"_", "ngettext"}


def calls(tree: ast.AST) -> Iterator[ast.Call]:
    """Give the calls that translate."""
    yield from (node for node in ast.walk(tree) if isinstance(node, ast.Call) and is_translating(node))


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_messages_can_be_found(path: Path) -> None:
    """A message is a literal, and stands in no f-string, where some versions of Python hide it."""
    tree = ast.parse(path.read_text("utf-8"))
    if path.stem != "translation":
        made = [ast.unparse(node) for node in calls(tree) if isinstance(node.args[0], ast.JoinedStr | ast.BinOp)]
        assert not made
        hidden = [
            ast.unparse(call)
            for node in ast.walk(tree)
            if isinstance(node, ast.JoinedStr)
            for call in calls(node)
            if isinstance(call.args[0], ast.Constant)
        ]
        assert not hidden


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_nothing_is_translated_before_a_language_is_spoken(path: Path) -> None:
    """What runs when a module is imported only marks its messages."""
    early: list[str] = []

    def look(node: ast.AST) -> None:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.FunctionDef | ast.Lambda):
                continue
            if (
                isinstance(child, ast.Call)
                and isinstance(child.func, ast.Name)
                and child.func.id in {"_", "ngettext"}
            ):
                early.append(ast.unparse(child))
            look(child)

    look(ast.parse(path.read_text("utf-8")))
    assert not early
