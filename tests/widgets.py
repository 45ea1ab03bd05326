"""Every kind of widget, each as its simplest self."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenuBar, QWidget

from factbox.batch.row import Order
from factbox.metrics.explain import Opinion
from factbox.metrics.guidance import Panel
from factbox.session.settings import SETTINGS
from factbox.ui.buttons import Flat, Link, Tab
from factbox.ui.callout import Callout, Ring
from factbox.ui.censusdialog import CensusDialog
from factbox.ui.changes import ChangesPage
from factbox.ui.choice import FormulaChoice
from factbox.ui.counted import Counted
from factbox.ui.desk import Column, Desk
from factbox.ui.deviation import DeviationBar
from factbox.ui.difference import DifferenceDialog
from factbox.ui.distance import DistanceLine, Shape
from factbox.ui.doors import Door, Doors
from factbox.ui.earlier import EarlierDialog
from factbox.ui.editor import Editor
from factbox.ui.factbox import FactBox
from factbox.ui.fields import Field, Picker, Search, Tick
from factbox.ui.figures import Figures
from factbox.ui.findbar import FindBar
from factbox.ui.goal import GoalPicker
from factbox.ui.goalrow import GoalRow
from factbox.ui.headinglist import HeadingList
from factbox.ui.history import HistoryLine
from factbox.ui.labels import Level, Line, Value
from factbox.ui.masthead import Masthead
from factbox.ui.meaning import MeaningPage
from factbox.ui.notice import NoticeBar
from factbox.ui.opinions import SecondOpinion, Table
from factbox.ui.owndictionary import OwnDictionary
from factbox.ui.page import Offer
from factbox.ui.palette import Palette
from factbox.ui.panels import Panels
from factbox.ui.paper import Paper
from factbox.ui.pictures import PicturePage
from factbox.ui.pictureview import PictureView
from factbox.ui.plan import PlanPage
from factbox.ui.preferences import PreferencesDialog
from factbox.ui.profile import CoverageLine, ProfilePage
from factbox.ui.reader import Reader
from factbox.ui.rowlist import RowList
from factbox.ui.rows import Entry, FactRow, Group, Result
from factbox.ui.scale import Scale
from factbox.ui.scrollbar import ScrollBar, Scroller
from factbox.ui.sentences import SentencePage
from factbox.ui.settingrow import SettingRow, Toggle
from factbox.ui.spread import Spread
from factbox.ui.starts import Start, Starts
from factbox.ui.statusline import StatusLine
from factbox.ui.theme import Theme
from factbox.ui.tools import Switch, Tools
from factbox.ui.versions import VersionsDialog
from factbox.ui.words import WordPage

MAKERS: dict[str, Callable[[Theme], QWidget]] = {
    "choice": FormulaChoice,
    "changes": lambda theme: ChangesPage(theme, 1.0),
    "column": lambda theme: Column(Paper(theme)),
    "counted": Counted,
    "desk": lambda theme: Desk(Editor(theme), theme),
    "deviation": DeviationBar,
    "distance": DistanceLine,
    "door": lambda theme: Door(Panel.PLAN, theme),
    "doors": Doors,
    "editor": Editor,
    "entry": Entry,
    "factbox": FactBox,
    "factrow": lambda theme: FactRow(Value("tokens"), theme),
    "field": lambda theme: Field("Grade", theme),
    "findbar": FindBar,
    "figures": Figures,
    "flat": lambda theme: Flat("menu", theme),
    "goal": GoalPicker,
    "goalrow": lambda theme: GoalRow("Year 6", theme),
    "group": Group,
    "level": Level,
    "line": lambda _theme: Line(),
    "link": lambda theme: Link("Lists…", theme),
    "coverage": CoverageLine,
    "offer": lambda theme: Offer("Known words", "Lists…", theme),
    "preferences": PreferencesDialog,
    "settingrow": lambda theme: SettingRow(SETTINGS["scale"], theme),
    "toggle": lambda theme: Toggle("Marks", theme),
    "pictures": lambda theme: PicturePage(theme, 1.0),
    "pictureview": PictureView,
    "picker": lambda theme: Picker("Order", theme),
    "plan": lambda theme: PlanPage(theme, 1.0),
    "profile": lambda theme: ProfilePage(theme, 1.0),
    "search": lambda theme: Search("Find", theme),
    "sentences": lambda theme: SentencePage(theme, 1.0),
    "switch": lambda theme: Switch("highlighter", QAction("Marks"), theme),
    "tick": lambda theme: Tick("Hard only", theme),
    "words": lambda theme: WordPage(theme, 1.0),
    "masthead": lambda theme: Masthead(QMenuBar(), theme),
    "headinglist": HeadingList,
    "history": HistoryLine,
    "meaning": lambda theme: MeaningPage(theme, 1.0),
    "notice": NoticeBar,
    "owndictionary": lambda _theme: OwnDictionary((), Path("words.txt")),
    "census": lambda theme: CensusDialog(Order(), theme),
    "difference": lambda theme: DifferenceDialog(("Then", "Now"), theme),
    "earlier": lambda theme: EarlierDialog("tale.txt", theme),
    "callout": Callout,
    "ring": Ring,
    "palette": Palette,
    "paper": Paper,
    "versions": lambda theme: VersionsDialog(theme, 1.0),
    "panels": Panels,
    "reader": lambda theme: Reader((), Path(), theme),
    "rowlist": lambda theme: RowList("Rows", theme),
    "opinion": SecondOpinion,
    "result": Result,
    "scale": Scale,
    "scrollbar": lambda theme: ScrollBar(theme, "paper"),
    "scroller": lambda theme: Scroller(QWidget(), theme),
    "shape": Shape,
    "start": lambda theme: Start(QAction("Open"), "menu", theme, 1.0),
    "starts": lambda theme: Starts([], theme),
    "spread": lambda theme: Spread(
        masthead=Masthead(QMenuBar(), theme),
        notice=NoticeBar(theme),
        findbar=FindBar(theme),
        editor=Editor(theme),
        status=StatusLine(theme),
        factbox=FactBox(theme),
        counted=Counted(theme),
        panels=Panels(theme),
        tools=Tools([], theme),
        starts=Starts([], theme),
        theme=theme,
    ),
    "status": StatusLine,
    "tab": lambda theme: Tab("Grade", theme),
    "table": lambda theme: Table(Opinion("textstat", ()), theme),
    "tools": lambda theme: Tools([], theme),
    "value": lambda _theme: Value("tokens"),
}
