"""Every action of the program in one table, and the menus and shortcuts made from it."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from factbox.translation import _

Keys = QKeySequence.StandardKey


@dataclass(frozen=True, slots=True)
class Row:
    """One action.

    Attributes:
        key: Its name; the object name of its QAction.
        menu: The menu, or the part of one, it stands in.
        text: Its words in the menu.
        keys: Its shortcuts: those of the platform, or names of keys.
        group: The name of the choice it is one answer of, or `switch` where it is on or off by itself.
        apart: Whether a line parts it from the action before it.
    """

    key: str
    menu: str
    text: str
    keys: QKeySequence.StandardKey | str = ""
    group: str = ""
    apart: bool = False


MENUS: Mapping[str, str] = {
    "file": _("&File"),
    "edit": _("&Edit"),
    "format": _("For&mat"),
    "view": _("&View"),
    "text": _("&Text"),
    "versions": _("Ve&rsions"),
    "help": _("&Help"),
}

# Menus within menus: where each stands, what it is called, and whether a line parts it from what is before.
PARTS: Mapping[str, tuple[str, str, bool]] = {
    "spell": ("edit", _("&Spelling"), True),
    "lines": ("edit", _("&Move and Join"), False),
    "case": ("edit", _("Chan&ge Case"), False),
    "light": ("view", _("L&ight in Focus Mode"), False),
    "colours": ("view", _("Colou&rs"), True),
    "place": ("view", _("Pla&ce of the Fact Box"), False),
}

TABLE = (
    Row("new", "file", _("&New"), Keys.New),
    Row("new_window", "file", _("New &Window"), "Ctrl+Shift+N"),
    Row("open", "file", _("&Open…"), Keys.Open),
    Row("recent", "file", _("Open &Recent")),
    Row("save", "file", _("&Save"), Keys.Save, apart=True),
    Row("save_as", "file", _("Save &As…"), "Ctrl+Shift+S"),
    Row("save_pdf", "file", _("Save as P&DF…")),
    Row("report", "file", _("Repor&t…")),
    Row("many", "file", _("&Measure Many Texts…")),
    Row("earlier", "file", _("Ear&lier Saves…")),
    Row("print", "file", _("&Print…"), Keys.Print, apart=True),
    Row("preview", "file", _("Print Pre&view…"), "Ctrl+Alt+P"),
    Row("close", "file", _("&Close Window"), Keys.Close, apart=True),
    Row("quit", "file", _("&Quit"), "Ctrl+Q"),
    Row("undo", "edit", _("&Undo"), Keys.Undo),
    Row("redo", "edit", _("&Redo"), Keys.Redo),
    Row("cut", "edit", _("Cu&t"), Keys.Cut, apart=True),
    Row("copy", "edit", _("&Copy"), Keys.Copy),
    Row("paste", "edit", _("&Paste"), Keys.Paste),
    Row("paste_plain", "edit", _("Paste Words &Only"), "Ctrl+Shift+V"),
    Row("select_all", "edit", _("Select &All"), Keys.SelectAll),
    Row("find", "edit", _("F&ind and Replace…"), Keys.Find, apart=True),
    Row("find_next", "edit", _("Find &Next"), "F3"),
    Row("find_previous", "edit", _("Find Pre&vious"), "Shift+F3"),
    Row("spelling", "spell", _("&Check Spelling"), group="switch"),
    Row("next_misspelt", "spell", _("&Next Misspelt Word…"), "F7", apart=True),
    Row("previous_misspelt", "spell", _("&Previous Misspelt Word…"), "Shift+F7"),
    Row("en_US", "spell", _("English (&US)"), group="dictionary", apart=True),
    Row("en_GB", "spell", _("English (U&K)"), group="dictionary"),
    Row("own_words", "spell", _("&Own Dictionary…"), apart=True),
    Row("line_up", "lines", _("Move &Up"), "Alt+Up"),
    Row("line_down", "lines", _("Move &Down"), "Alt+Down"),
    Row("double_lines", "lines", _("Dupl&icate"), "Ctrl+D"),
    Row("join_lines", "lines", _("&Join"), "Ctrl+J"),
    Row("delete_lines", "lines", _("De&lete"), "Ctrl+Shift+D"),
    Row("upper_case", "case", _("&UPPER CASE"), "Ctrl+Shift+U"),
    Row("lower_case", "case", _("&lower case"), "Ctrl+U"),
    Row("title_case", "case", _("&Title Case")),
    Row("sentence_case", "case", _("&Sentence case")),
    Row("copy_facts", "edit", _("Copy &Fact Box"), "Ctrl+Shift+C", apart=True),
    Row("preferences", "edit", _("Pr&eferences…"), "Ctrl+,", apart=True),
    Row("bold", "format", _("&Bold"), Keys.Bold, group="switch"),
    Row("italic", "format", _("&Italic"), Keys.Italic, group="switch"),
    Row("link", "format", _("Lin&k…"), "Ctrl+K"),
    Row("plain_letters", "format", _("&Plain Letters"), "Ctrl+Space"),
    Row("body", "format", _("Body &Text"), "Ctrl+Alt+0", group="role", apart=True),
    Row("heading", "format", _("Heading &1"), "Ctrl+Alt+1", group="role"),
    Row("heading_2", "format", _("Heading &2"), "Ctrl+Alt+2", group="role"),
    Row("heading_3", "format", _("Heading &3"), "Ctrl+Alt+3", group="role"),
    Row("heading_4", "format", _("Heading &4"), "Ctrl+Alt+4", group="role"),
    Row("heading_5", "format", _("Heading &5"), "Ctrl+Alt+5", group="role"),
    Row("heading_6", "format", _("Heading &6"), "Ctrl+Alt+6", group="role"),
    Row("item", "format", _("&List Item"), "Ctrl+Shift+8", group="role"),
    Row("numbered", "format", _("&Numbered Item"), "Ctrl+Shift+7", group="role"),
    Row("quotation", "format", _("&Quotation"), "Ctrl+Shift+9", group="role"),
    Row("deeper", "format", _("One Level &Down"), "Ctrl+]", apart=True),
    Row("shallower", "format", _("One Level &Up"), "Ctrl+["),
    Row("side", "view", _("&Fact Box"), "F9", group="switch"),
    Row("side_right", "place", _("At the &Right"), group="place"),
    Row("side_left", "place", _("At the &Left"), group="place"),
    Row("side_below", "place", _("&Below the Text"), group="place"),
    Row("full_screen", "view", _("Full &Screen"), "F11", group="switch"),
    Row("focus", "view", _("F&ocus Mode"), "Shift+F11", group="switch"),
    Row("lit_sentence", "light", _("&Sentence"), group="lit"),
    Row("lit_line", "light", _("&Line"), group="lit"),
    Row("lit_paragraph", "light", _("&Paragraph"), group="lit"),
    Row("lit_all", "light", _("&Everything"), group="lit"),
    Row("typewriter", "view", _("&Typewriter Scrolling"), group="switch"),
    Row("next_part", "view", _("&Go to the Next Part"), "F6"),
    Row("previous_part", "view", _("Go to the &Part Before"), "Shift+F6"),
    Row("go_to_heading", "view", _("Go to &Heading…"), "Ctrl+Shift+G"),
    Row("larger", "view", _("&Larger Text"), "Ctrl++", apart=True),
    Row("smaller", "view", _("S&maller Text"), "Ctrl+-"),
    Row("normal_size", "view", _("&Normal Size"), "Ctrl+0"),
    Row("wrap", "view", _("&Wrap Lines"), group="switch"),
    Row("page", "view", _("Pag&e…")),
    Row("system", "colours", _("As the &System Has It"), group="theme"),
    Row("light", "colours", _("&Light"), group="theme"),
    Row("sepia", "colours", _("S&epia"), group="theme"),
    Row("dark", "colours", _("&Dark"), group="theme"),
    Row("contrast", "colours", _("High &Contrast"), group="theme"),
    Row("palette", "view", _("&All Actions…"), "Ctrl+Shift+P", apart=True),
    Row("goal", "text", _("&Goal…"), "Ctrl+G"),
    Row("plan", "text", _("Pl&an"), "Alt+1"),
    Row("sentences", "text", _("&Sentences"), "Alt+2"),
    Row("words", "text", _("&Words"), "Alt+3"),
    Row("profile", "text", _("Profi&le"), "Alt+4"),
    Row("pictures", "text", _("P&ictures"), "Alt+7"),
    Row("counts", "text", _("Coun&ts…"), "Ctrl+Shift+W"),
    Row("easy_words", "text", _("Words That Count as &Easy"), apart=True),
    Row("known_words", "text", _("Words a Class &Knows")),
    Row("handout", "text", _("Hand&out of Hard Words…")),
    Row("marks", "text", _("&Marks"), "Ctrl+Shift+M", group="switch", apart=True),
    Row("simpler", "text", _("Sim&pler Words…"), "Ctrl+Shift+K"),
    Row("reason", "text", _("Wh&y Is This Marked?"), "Ctrl+."),
    Row("next_mark", "text", _("&Next Mark"), "F8"),
    Row("previous_mark", "text", _("Pre&vious Mark"), "Shift+F8"),
    Row("formula", "text", _("&Formula of the Level"), apart=True),
    Row("ignore_capitals", "text", _("Ignore &Capitals in Types"), group="switch", apart=True),
    Row("fragments", "text", _("Count &Headings and Items in the Level"), group="switch"),
    Row("adapt", "versions", _("&Adapt This Text"), "Ctrl+Shift+A"),
    Row("compare", "versions", _("&Compare"), "Ctrl+Shift+O", group="switch"),
    Row("original", "versions", _("Choose Another &Original…")),
    Row("meaning", "versions", _("&Meaning"), "Alt+5", apart=True),
    Row("changes", "versions", _("C&hanges"), "Alt+6"),
    Row("new_version", "versions", _("&New Version…"), apart=True),
    Row("versions", "versions", _("&Versions…"), "Ctrl+Alt+V"),
    Row("export", "versions", _("&Export All Versions…")),
    Row("tour", "help", _("Take the &Tour")),
    Row("example", "help", _("Show the &Example Text")),
    Row("about", "help", _("&About Fact Box"), apart=True),
)

# The toolbar, in its order: the action and its icon.
TOOLS: Mapping[str, str] = {
    "marks": "highlighter",
    "compare": "columns-2",
    "full_screen": "maximize",
    "side": "panel-right",
}


class Actions:
    """The actions of one window, by key, and its menus."""

    def __init__(self, owner: QObject) -> None:
        self._by_key: dict[str, QAction] = {}
        self._groups: dict[str, QActionGroup] = {}
        for row in TABLE:
            self._by_key[row.key] = self._made(row, owner)

    def __getitem__(self, key: str) -> QAction:
        return self._by_key[key]

    def __contains__(self, key: str) -> bool:
        return key in self._by_key

    def answers(self, group: str) -> list[QAction]:
        """Give the actions that are the answers of a choice."""
        return self._groups[group].actions() if group in self._groups else []

    @property
    def all(self) -> list[QAction]:
        """Every action, in the order of the table."""
        return list(self._by_key.values())

    @property
    def tools(self) -> list[tuple[QAction, str]]:
        """The actions of the toolbar, each with the name of its icon."""
        return [(self[key], icon) for key, icon in TOOLS.items()]

    def fill(self, bar: QMenuBar) -> None:
        """Put every action into its menu."""
        menus = {key: bar.addMenu(label) for key, label in MENUS.items()}
        for row in TABLE:
            if row.menu not in menus:
                menu, label, apart = PARTS[row.menu]
                if apart:
                    menus[menu].addSeparator()
                menus[row.menu] = menus[menu].addMenu(label)
            if row.apart:
                menus[row.menu].addSeparator()
            menus[row.menu].addAction(self[row.key])

    @property
    def paths(self) -> Mapping[str, str]:
        """The keys of all actions, in the order of the table, each with the menus that lead to it."""
        labels = {key: label.replace("&", "") for key, label in MENUS.items()}
        for key, (menu, label, _apart) in PARTS.items():
            labels[key] = f"{labels[menu]} › {label.replace('&', '')}"
        return {row.key: labels[row.menu] for row in TABLE}

    def offer(self, key: str, menu: QMenu) -> None:
        """Let an action open a menu."""
        self[key].setMenu(menu)

    def _made(self, row: Row, owner: QObject) -> QAction:
        action = QAction(row.text, owner)
        action.setObjectName(row.key)
        if isinstance(row.keys, str):
            action.setShortcuts([QKeySequence(row.keys)] if row.keys else [])
        else:
            action.setShortcuts(row.keys)
        if row.key == "redo":
            # Word and LibreOffice have it there on every system.
            known = action.shortcuts()
            action.setShortcuts([*known, *({QKeySequence("Ctrl+Y")} - set(known))])
        action.setCheckable(bool(row.group))
        if row.group and row.group != "switch":
            group = self._groups.get(row.group) or self._groups.setdefault(row.group, QActionGroup(owner))
            group.addAction(action)
        return action
