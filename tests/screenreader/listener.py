"""Listens to the running program as a screen reader does, through AT-SPI, and prints what it hears as JSON.

Run by the system's Python, which has pyatspi, in a session and on a screen of its own: see `test_atspi.py`.
"""

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pyatspi
from gi.repository import GLib

_PATIENCE = 40
# What the keyboard goes to, or what somebody may press: each must say what it is.
_ACTIVE = {
    *("push button", "check box", "radio button", "toggle button", "combo box", "text", "entry", "list", "table"),
    *("menu item", "list item", "spin button", "slider", "page tab"),
}
_SHOWING = pyatspi.STATE_SHOWING


def main() -> None:
    """Find the program, read it, write in it, type in it, open two panels, and tell."""
    heard: list[str] = []
    pyatspi.Registry.registerEventListener(lambda event: heard.append(str(event.any_data)), "object:announcement")
    program = wait("the program", find_program)
    wait("a Level", lambda: fact(program, "Level"))
    told = {"facts": facts(program), "nameless": nameless(program), "frame": frame(program).name}
    paper = first(program, lambda each: each.getRoleName() == "text" and each.name == "Text")
    told["text"] = paper.queryText().getText(0, 20)
    paper.queryEditableText().insertText(0, "Once more. ", 11)
    wait("another count", lambda: fact(program, "Tokens") != told["facts"]["Tokens"])
    told["later"] = facts(program)
    if shutil.which("openbox") and shutil.which("xdotool"):
        told["typed"] = typed(program, told["later"]["Tokens"])
        # Nobody has asked for anything until now.
        wait("the facts unasked", lambda: any(f"Tokens {told['typed']}" in each for each in heard))
        told["unasked"] = list(heard)
    for name in ("Words", "Pictures"):
        press(program, name)
        shown = rows if name == "Words" else picture
        wait(name, partial(shown, program))
        told[name] = {"rows": rows(program), "picture": picture(program), "nameless": nameless(program)}
    heard.clear()
    ask(program, "Edit", "Say the Facts")
    wait("the facts by the key", lambda: any("TTR 0" in each for each in heard))
    told["announced"] = heard
    json.dump(told, sys.stdout)


def typed(program: Any, tokens: str) -> str:
    """Type words at the keyboard, into the window that is at the front; give the Tokens after them."""
    wait("the front", lambda: frame(program).getState().contains(pyatspi.STATE_ACTIVE))
    subprocess.run(["xdotool", "type", "--delay", "40", "Twice or thrice "], check=True)  # noqa: S607
    wait("a count of what was typed", lambda: fact(program, "Tokens") == str(int(tokens) + 3))
    return fact(program, "Tokens")


def pump() -> None:
    """Let what came over the bus arrive."""
    while GLib.MainContext.default().iteration(False):
        pass
    pyatspi.Registry.pumpQueuedEvents()
    time.sleep(0.1)


def wait(what: str, wanted: Callable[[], Any]) -> Any:
    """Give what is wanted as soon as it is there; otherwise end, and say what never came."""
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        try:
            found = wanted()
        except Exception:  # noqa: BLE001  # whatever the bus says of what went away
            found = None
        if found:
            return found
        pump()
    sys.exit(f"{what} never came")


def find_program() -> Any:
    """Give the program on the bus."""
    desktop = pyatspi.Registry.getDesktop(0)
    each = (desktop.getChildAtIndex(place) for place in range(desktop.childCount))
    return next((one for one in each if one is not None and one.name == "factbox"), None)


def walk(node: Any) -> Iterator[Any]:
    """Give all that can be seen below a node."""
    for place in range(node.childCount):
        child = node.getChildAtIndex(place)
        # A window is there, whether or not it says that it shows.
        if child is not None and (child.getRoleName() == "frame" or child.getState().contains(_SHOWING)):
            yield child
            yield from walk(child)


def first(node: Any, wanted: Callable[[Any], object]) -> Any:
    """Give the first that is wanted below a node."""
    return next((each for each in walk(node) if wanted(each)), None)


def frame(program: Any) -> Any:
    """Give the window."""
    return first(program, lambda each: each.getRoleName() == "frame")


def fact(program: Any, name: str) -> str:
    """Give what a fact is."""
    found = first(program, lambda each: each.getRoleName() == "label" and each.name == name and each.description)
    return found.description if found is not None else ""


def facts(program: Any) -> dict[str, str]:
    """Give all four."""
    return {name: fact(program, name) for name in ("Level", "Tokens", "Types", "TTR")}


def nameless(program: Any) -> list[str]:
    """Give the roles of what can be pressed or written in, and has no name."""
    return [each.getRoleName() for each in walk(program) if each.getRoleName() in _ACTIVE and not each.name]


def press(program: Any, name: str) -> None:
    """Press the door whose name begins so."""
    door = first(program, lambda each: each.getRoleName() in _ACTIVE and each.name.startswith(name))
    door.queryAction().doAction(0)


def ask(program: Any, menu: str, name: str) -> None:
    """Choose an entry of a menu, which shows only while the menu is open."""
    entries = first(program, lambda each: each.getRoleName() == "menu item" and each.name == menu)
    every = [entries.getChildAtIndex(place) for place in range(entries.childCount)]
    while every:
        each = every.pop()
        if each is not None and each.name == name:
            each.queryAction().doAction(0)
            return
        every += [each.getChildAtIndex(place) for place in range(each.childCount)] if each is not None else []
    sys.exit(f"there is no {name} in {menu}")


def rows(program: Any) -> list[str]:
    """Give the names of the rows of lists."""
    return [each.name for each in walk(program) if each.getRoleName() == "list item"]


def picture(program: Any) -> str:
    """Give what a picture says of itself."""
    found = first(program, lambda each: each.name == "Level along the text" and each.description)
    return found.description if found is not None else ""


main()
