"""Every action of the program in one table, and the menus and shortcuts made from it."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from factbox.translation import N_, _
from factbox.ui.labels import plain

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
    "file": N_("&File"),
    "edit": N_("&Edit"),
    "format": N_("For&mat"),
    "view": N_("&View"),
    "text": N_("&Text"),
    "versions": N_("Ve&rsions"),
    "help": N_("&Help"),
}

# Menus within menus: where each stands, what it is called, and whether a line parts it from what is before.
PARTS: Mapping[str, tuple[str, str, bool]] = {
    "spell": ("edit", N_("&Spelling"), True),
    "lines": ("edit", N_("&Move and Join"), False),
    "case": ("edit", N_("Chan&ge Case"), False),
    "light": ("view", N_("L&ight in Focus Mode"), False),
    "colours": ("view", N_("Colou&rs"), True),
    "place": ("view", N_("Pla&ce of the Fact Box"), False),
}

TABLE = (
    Row("new", "file", N_("&New"), Keys.New),
    Row("new_window", "file", N_("New &Window"), "Ctrl+Shift+N"),
    Row("open", "file", N_("&Open…"), Keys.Open),
    Row("recent", "file", N_("Open &Recent")),
    Row("save", "file", N_("&Save"), Keys.Save, apart=True),
    Row("save_as", "file", N_("Save &As…"), "Ctrl+Shift+S"),
    Row("save_pdf", "file", N_("Save as P&DF…")),
    Row("report", "file", N_("Repor&t…")),
    Row("many", "file", N_("&Measure Many Texts…")),
    Row("earlier", "file", N_("Ear&lier Saves…")),
    Row("print", "file", N_("&Print…"), Keys.Print, apart=True),
    Row("preview", "file", N_("Print Pre&view…"), "Ctrl+Alt+P"),
    Row("close", "file", N_("&Close Window"), Keys.Close, apart=True),
    Row("quit", "file", N_("&Quit"), "Ctrl+Q"),
    Row("undo", "edit", N_("&Undo"), Keys.Undo),
    Row("redo", "edit", N_("&Redo"), Keys.Redo),
    Row("cut", "edit", N_("Cu&t"), Keys.Cut, apart=True),
    Row("copy", "edit", N_("&Copy"), Keys.Copy),
    Row("paste", "edit", N_("&Paste"), Keys.Paste),
    Row("paste_plain", "edit", N_("Paste Words &Only"), "Ctrl+Shift+V"),
    Row("select_all", "edit", N_("Select &All"), Keys.SelectAll),
    Row("find", "edit", N_("F&ind and Replace…"), Keys.Find, apart=True),
    Row("find_next", "edit", N_("Find &Next"), "F3"),
    Row("find_previous", "edit", N_("Find Pre&vious"), "Shift+F3"),
    Row("spelling", "spell", N_("&Check Spelling"), group="switch"),
    Row("next_misspelt", "spell", N_("&Next Misspelt Word…"), "F7", apart=True),
    Row("previous_misspelt", "spell", N_("&Previous Misspelt Word…"), "Shift+F7"),
    Row("en_US", "spell", N_("English (&US)"), group="dictionary", apart=True),
    Row("en_GB", "spell", N_("English (U&K)"), group="dictionary"),
    Row("own_words", "spell", N_("&Own Dictionary…"), apart=True),
    Row("line_up", "lines", N_("Move &Up"), "Alt+Up"),
    Row("line_down", "lines", N_("Move &Down"), "Alt+Down"),
    Row("double_lines", "lines", N_("Dupl&icate"), "Ctrl+D"),
    Row("join_lines", "lines", N_("&Join"), "Ctrl+J"),
    Row("delete_lines", "lines", N_("De&lete"), "Ctrl+Shift+D"),
    Row("upper_case", "case", N_("&UPPER CASE"), "Ctrl+Shift+U"),
    Row("lower_case", "case", N_("&lower case"), "Ctrl+U"),
    Row("title_case", "case", N_("&Title Case")),
    Row("sentence_case", "case", N_("&Sentence case")),
    Row("copy_facts", "edit", N_("Copy &Fact Box"), "Ctrl+Shift+C", apart=True),
    Row("say_facts", "edit", N_("Sa&y the Facts"), "Ctrl+Alt+F"),
    Row("preferences", "edit", N_("Pr&eferences…"), "Ctrl+,", apart=True),
    Row("bold", "format", N_("&Bold"), Keys.Bold, group="switch"),
    Row("italic", "format", N_("&Italic"), Keys.Italic, group="switch"),
    Row("link", "format", N_("Lin&k…"), "Ctrl+K"),
    Row("plain_letters", "format", N_("&Plain Letters"), "Ctrl+Space"),
    Row("body", "format", N_("Body &Text"), "Ctrl+Alt+0", group="role", apart=True),
    Row("heading", "format", N_("Heading &1"), "Ctrl+Alt+1", group="role"),
    Row("heading_2", "format", N_("Heading &2"), "Ctrl+Alt+2", group="role"),
    Row("heading_3", "format", N_("Heading &3"), "Ctrl+Alt+3", group="role"),
    Row("heading_4", "format", N_("Heading &4"), "Ctrl+Alt+4", group="role"),
    Row("heading_5", "format", N_("Heading &5"), "Ctrl+Alt+5", group="role"),
    Row("heading_6", "format", N_("Heading &6"), "Ctrl+Alt+6", group="role"),
    Row("item", "format", N_("&List Item"), "Ctrl+Shift+8", group="role"),
    Row("numbered", "format", N_("&Numbered Item"), "Ctrl+Shift+7", group="role"),
    Row("quotation", "format", N_("&Quotation"), "Ctrl+Shift+9", group="role"),
    Row("deeper", "format", N_("One Level &Down"), "Ctrl+]", apart=True),
    Row("shallower", "format", N_("One Level &Up"), "Ctrl+["),
    Row("side", "view", N_("&Fact Box"), "F9", group="switch"),
    Row("side_right", "place", N_("At the &Right"), group="place"),
    Row("side_left", "place", N_("At the &Left"), group="place"),
    Row("side_below", "place", N_("&Below the Text"), group="place"),
    Row("full_screen", "view", N_("Full &Screen"), "F11", group="switch"),
    Row("focus", "view", N_("F&ocus Mode"), "Shift+F11", group="switch"),
    Row("lit_sentence", "light", N_("&Sentence"), group="lit"),
    Row("lit_line", "light", N_("&Line"), group="lit"),
    Row("lit_paragraph", "light", N_("&Paragraph"), group="lit"),
    Row("lit_all", "light", N_("&Everything"), group="lit"),
    Row("typewriter", "view", N_("&Typewriter Scrolling"), group="switch"),
    Row("next_part", "view", N_("&Go to the Next Part"), "F6"),
    Row("previous_part", "view", N_("Go to the &Part Before"), "Shift+F6"),
    Row("go_to_heading", "view", N_("Go to &Heading…"), "Ctrl+Shift+G"),
    Row("larger", "view", N_("&Larger Text"), "Ctrl++", apart=True),
    Row("smaller", "view", N_("S&maller Text"), "Ctrl+-"),
    Row("normal_size", "view", N_("&Normal Size"), "Ctrl+0"),
    Row("wrap", "view", N_("&Wrap Lines"), group="switch"),
    Row("page", "view", N_("Pag&e…")),
    Row("system", "colours", N_("As the &System Has It"), group="theme"),
    Row("light", "colours", N_("&Light"), group="theme"),
    Row("sepia", "colours", N_("S&epia"), group="theme"),
    Row("dark", "colours", N_("&Dark"), group="theme"),
    Row("contrast", "colours", N_("High &Contrast"), group="theme"),
    Row("palette", "view", N_("&All Actions…"), "Ctrl+Shift+P", apart=True),
    Row("goal", "text", N_("&Goal…"), "Ctrl+G"),
    Row("plan", "text", N_("Pl&an"), "Alt+1"),
    Row("sentences", "text", N_("&Sentences"), "Alt+2"),
    Row("words", "text", N_("&Words"), "Alt+3"),
    Row("profile", "text", N_("Profi&le"), "Alt+4"),
    Row("pictures", "text", N_("P&ictures"), "Alt+7"),
    Row("counts", "text", N_("Coun&ts…"), "Ctrl+Shift+W"),
    Row("easy_words", "text", N_("Words That Count as &Easy"), apart=True),
    Row("known_words", "text", N_("Words a Class &Knows")),
    Row("handout", "text", N_("Hand&out of Hard Words…")),
    Row("marks", "text", N_("&Marks"), "Ctrl+Shift+M", group="switch", apart=True),
    Row("simpler", "text", N_("Sim&pler Words…"), "Ctrl+Shift+K"),
    Row("reason", "text", N_("Wh&y Is This Marked?"), "Ctrl+."),
    Row("next_mark", "text", N_("&Next Mark"), "F8"),
    Row("previous_mark", "text", N_("Pre&vious Mark"), "Shift+F8"),
    Row("formula", "text", N_("&Formula of the Level"), apart=True),
    Row("ignore_capitals", "text", N_("Ignore &Capitals in Types"), group="switch", apart=True),
    Row("fragments", "text", N_("Count &Headings and Items in the Level"), group="switch"),
    Row("adapt", "versions", N_("&Adapt This Text"), "Ctrl+Shift+A"),
    Row("compare", "versions", N_("&Compare"), "Ctrl+Shift+O", group="switch"),
    Row("original", "versions", N_("Choose Another &Original…")),
    Row("meaning", "versions", N_("&Meaning"), "Alt+5", apart=True),
    Row("changes", "versions", N_("C&hanges"), "Alt+6"),
    Row("new_version", "versions", N_("&New Version…"), apart=True),
    Row("versions", "versions", N_("&Versions…"), "Ctrl+Alt+V"),
    Row("export", "versions", N_("&Export All Versions…")),
    Row("manual", "help", N_("&Manual"), "F1"),
    Row("keys", "help", N_("&Keys"), "Ctrl+F1"),
    Row("tour", "help", N_("Take the &Tour"), apart=True),
    Row("example", "help", N_("Show the &Example Text")),
    Row("about", "help", N_("&About Fact Box"), apart=True),
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
        menus = {key: bar.addMenu(_(label)) for key, label in MENUS.items()}
        for row in TABLE:
            if row.menu not in menus:
                menu, label, apart = PARTS[row.menu]
                if apart:
                    menus[menu].addSeparator()
                menus[row.menu] = menus[menu].addMenu(_(label))
            if row.apart:
                menus[row.menu].addSeparator()
            menus[row.menu].addAction(self[row.key])

    @property
    def paths(self) -> Mapping[str, str]:
        """The keys of all actions, in the order of the table, each with the menus that lead to it."""
        labels = {key: plain(_(label)) for key, label in MENUS.items()}
        for key, (menu, label, _apart) in PARTS.items():
            labels[key] = " › ".join((labels[menu], plain(_(label))))
        return {row.key: labels[row.menu] for row in TABLE}

    def offer(self, key: str, menu: QMenu) -> None:
        """Let an action open a menu."""
        self[key].setMenu(menu)

    def _made(self, row: Row, owner: QObject) -> QAction:
        action = QAction(_(row.text), owner)
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
