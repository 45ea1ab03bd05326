"""The window: it makes the parts, lays them out, and introduces them to each other."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QMainWindow, QMenuBar

from factbox import __version__
from factbox.formats.text import unwrapped
from factbox.metrics.report import Report
from factbox.session.analyst import Analyst
from factbox.session.manuscript import Manuscript
from factbox.session.settings import SCALES, Settings, SettingsStore
from factbox.session.watcher import TextWatcher
from factbox.translation import _, ngettext
from factbox.ui import dialogs
from factbox.ui.actions import Actions
from factbox.ui.editor import Editor
from factbox.ui.factbox import FactBox
from factbox.ui.filing import Filing
from factbox.ui.masthead import Masthead
from factbox.ui.notice import NoticeBar
from factbox.ui.spread import Spread
from factbox.ui.statusline import StatusLine
from factbox.ui.theme import choose
from factbox.ui.tools import Tools


class MainWindow(QMainWindow):
    """One text with its Fact Box.

    Args:
        store: The settings; those of the account if none are given.
    """

    def __init__(self, store: SettingsStore | None = None) -> None:
        super().__init__()
        self.store = store or SettingsStore()
        theme, scale = choose(self.store.settings.theme), self.store.settings.scale
        self.commands = Actions(self)
        self.menus = QMenuBar(self)
        self.editor = Editor(theme, scale, plain=unwrapped)
        self.factbox = FactBox(theme, scale)
        self.masthead = Masthead(self.menus, theme, scale)
        self.notice = NoticeBar(theme, scale)
        self.status = StatusLine(theme, scale)
        tools = Tools([(self.commands[key], icon) for key, icon in self.commands.tools], theme, scale)
        self.spread = Spread(
            self.masthead, self.notice, self.editor, self.status, self.factbox, tools, theme=theme, scale=scale
        )
        self.watcher = TextWatcher(self.editor.document())
        self.analyst = Analyst()
        self.manuscript = Manuscript(self.editor.document(), lambda: self.watcher.blocks)
        self.filing = Filing(self.manuscript, self.store, self.notice, self)
        self.commands.offer("recent", self.filing.recent)
        self.commands.fill(self.menus)
        self.setCentralWidget(self.spread)
        self._connect()
        self._dress(self.store.settings)
        self.restoreGeometry(self.store.geometry) or self.resize(1280, 800)
        self.analyst.start()
        self.watcher.tell_all()
        self.editor.setFocus()
