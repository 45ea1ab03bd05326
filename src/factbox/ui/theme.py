"""The look: named colours, the fonts by their roles, and icons in the colour of their place."""

import tomllib
from dataclasses import dataclass, fields
from enum import Enum
from functools import cache, lru_cache
from typing import NamedTuple, Self

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontInfo,
    QGuiApplication,
    QIcon,
    QImage,
    QPainter,
    QPalette,
    QPixmap,
    QStyleHints,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QStyleFactory, QToolTip, QWidget

from factbox import resources

# The typeface of writing, and from line to line in it, in sizes of its letters.
WRITING, LEADING = "Literata", 1.6
_CONTRAST = "contrast"


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of one look, by what they are for.

    Attributes:
        name: The name of its file.
        dark: Whether light ink stands on dark paper.
        paper: Where one writes.
        panel: Where facts stand.
        panel_edge: The line between paper and panel; the panel's own colour where tone is enough.
        chosen: The ground of what is hovered or chosen.
        popover: Menus, tooltips and dialogs.
        popover_edge: Their outline.
        hairline: Lines between groups.
        text: What one reads.
        second: What one reads second.
        accent: What acts, or what is now.
        on_accent: Words on the accent.
        band: Where the Level likely lies.
        track: The line of the scale, and the outline of buttons.
        above: Too high, and warnings.
        selection: The ground of selected text.
        hard_tint: The ground of a hard sentence.
        hard_line: The line under it.
        very_hard_tint: The ground of a very hard sentence.
        very_hard_line: The lines under it.
        hard_word: The dots under a hard word.
        misspelt: The wave under a misspelt word.
    """

    name: str
    dark: bool
    paper: QColor
    panel: QColor
    panel_edge: QColor
    chosen: QColor
    popover: QColor
    popover_edge: QColor
    hairline: QColor
    text: QColor
    second: QColor
    accent: QColor
    on_accent: QColor
    band: QColor
    track: QColor
    above: QColor
    selection: QColor
    hard_tint: QColor
    hard_line: QColor
    very_hard_tint: QColor
    very_hard_line: QColor
    hard_word: QColor
    misspelt: QColor

    @classmethod
    def load(cls, name: str) -> Self:
        """Read a theme from its file.

        Raises:
            FileNotFoundError: There is no such theme.
            KeyError: A colour is missing in the file.
        """
        with resources.path(f"themes/{name}.toml").open("rb") as file:
            table = tomllib.load(file)
        colours = table["colours"]
        roles = [field.name for field in fields(cls) if field.name not in {"name", "dark"}]
        return cls(name, table["dark"], **{role: QColor(colours[role]) for role in roles})

    @property
    def outlined(self) -> bool:
        """Whether edges are drawn where other themes tell surfaces apart by tone."""
        return self.panel == self.paper

    @property
    def pressed(self) -> QColor:
        """The ground of what is held down; a hairline of an outlined theme is as bright as the letters."""
        return self.chosen if self.outlined else self.hairline

    def palette(self) -> QPalette:
        """Give the colours to the Fusion style."""
        role = QPalette.ColorRole
        palette = QPalette()
        for each, colour in (
            (role.Window, self.popover),
            (role.WindowText, self.text),
            (role.Base, self.paper),
            (role.AlternateBase, self.panel),
            (role.Text, self.text),
            (role.PlaceholderText, self.second),
            (role.Button, self.popover),
            (role.ButtonText, self.text),
            (role.BrightText, self.text),
            (role.ToolTipBase, self.popover),
            (role.ToolTipText, self.text),
            (role.Light, self.chosen),
            (role.Midlight, self.hairline),
            (role.Mid, self.track),
            (role.Dark, self.track),
            (role.Shadow, self.hairline),
            (role.Highlight, self.selection),
            (role.HighlightedText, self.text),
            (role.Accent, self.accent),
            (role.Link, self.accent),
            (role.LinkVisited, self.accent),
        ):
            palette.setColor(each, colour)
        for each in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
            palette.setColor(QPalette.ColorGroup.Disabled, each, self.second)
        return palette

    def stylesheet(self, scale: float = 1.0) -> str:
        """Shape what Fusion draws with frames and gradients: menus, buttons, tooltips.

        It is for the widget, the menu or the dialog that holds them.
        """
        names = {field.name: getattr(self, field.name) for field in fields(self)}
        colours = {name: value.name() for name, value in names.items() if isinstance(value, QColor)}
        sizes = {f"px{n}": f"{max(1, round(n * scale))}px" for n in (1, 2, 3, 4, 6, 8, 12, 16, 24, 28, 72)}
        return _STYLESHEET.format(pressed=self.pressed.name(), **colours, **sizes)

    def fields(self, scale: float = 1.0) -> str:
        """Shape fields, choices and boxes to tick: paper ground, an outline, a ring where the keyboard is."""
        names = {field.name: getattr(self, field.name) for field in fields(self)}
        colours = {name: value.name() for name, value in names.items() if isinstance(value, QColor)}
        sizes = {f"px{n}": f"{max(1, round(n * scale))}px" for n in (1, 2, 4, 6, 8, 13, 24)}
        return _FIELDS.format(**colours, **sizes)

    def icon(self, name: str, role: str = "second", size: int = 18) -> QIcon:
        """Draw a bundled icon in a colour of this theme, sharp on every screen that is there.

        Args:
            name: The name of its file.
            role: The name of a colour.
            size: Its side in pixels at ratio 1.
        """
        icon = QIcon()
        for ratio in sorted({screen.devicePixelRatio() for screen in QGuiApplication.screens()}):
            icon.addPixmap(self.pixmap(name, role, size, ratio))
        return icon

    def pixmap(self, name: str, role: str = "second", size: int = 18, ratio: float = 1.0) -> QPixmap:
        """Draw a bundled icon for a screen of one ratio; the arguments are those of `icon`."""
        colour: QColor = getattr(self, role)
        return QPixmap.fromImage(_drawn(name, colour.name(), size, ratio))


@lru_cache(500)
def _drawn(name: str, colour: str, size: int, ratio: float) -> QImage:
    """Draw an icon once, however often it is shown; an image may outlive the application, a pixmap may not."""
    drawing = resources.path(f"icons/{name}.svg").read_text(encoding="utf-8")
    renderer = QSvgRenderer(QByteArray(drawing.replace("currentColor", colour).encode()))
    image = QImage(QSize(size, size) * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image


def choose(name: str) -> Theme:
    """Give the theme of a name; "system" follows the desktop, also in what it wants of contrast."""
    if name != "system":
        return Theme.load(name)
    if wants_contrast():
        return Theme.load(_CONTRAST)
    dark = desktop().colorScheme() is Qt.ColorScheme.Dark
    return Theme.load("dark" if dark else "light")


@cache
def desktop() -> QStyleHints:
    """Give what tells of the desktop; PySide breaks its accessible part when nobody holds the whole."""
    return QGuiApplication.styleHints()


def wants_contrast() -> bool:
    """Tell whether the desktop asks for high contrast."""
    preference = desktop().accessibility().contrastPreference()
    return preference is Qt.ContrastPreference.HighContrast


def dress(application: QApplication, theme: Theme, scale: float = 1.0) -> None:
    """Give every window and dialog of the program a theme and a text scale.

    The stylesheet is not for the application but for the widgets that need it: under a stylesheet of the
    application, labels that change their parent lose their fonts.
    """
    if application.style().name() != "fusion":
        application.setStyle(QStyleFactory.create("Fusion"))
    application.setPalette(theme.palette())
    letters = font(Role.INTERFACE, scale)
    # Qt's page set-up makes smaller letters of these, for which they must be in points.
    letters.setPointSizeF(QFontInfo(letters).pointSizeF())
    application.setFont(letters)
    QToolTip.setPalette(theme.palette())
    QToolTip.setFont(font(Role.INTERFACE, scale))


class _Face(NamedTuple):
    """How a role looks at scale 1; its place in the type scale makes equal faces differ."""

    place: str
    family: str
    size: int
    weight: int
    figures: bool = False


class Role(Enum):
    """What letters are for; the type scale."""

    WRITING = _Face("the text", "Literata", 18, 400)
    BESIDE = _Face("a text beside another", "Literata", 16, 400)
    LEVEL = _Face("whole part of the Level", "Inter Display", 76, 300)
    DECIMALS = _Face("decimals of the Level", "Inter", 26, 400)
    PART_LEVEL = _Face("whole part beside a panel", "Inter Display", 56, 300)
    PART_DECIMALS = _Face("decimals beside a panel", "Inter", 20, 400)
    STRIP_LEVEL = _Face("whole part in the strip", "Inter Display", 44, 300)
    STRIP_DECIMALS = _Face("decimals in the strip", "Inter", 17, 400)
    VALUE = _Face("value of a fact", "Inter", 16, 500, figures=True)
    NAME = _Face("name of a fact", "Inter", 14, 400)
    HEADLINE = _Face("the Level in words", "Inter", 14, 600)
    INTERFACE = _Face("rows and buttons", "Inter", 13, 400)
    FIGURES = _Face("values in lists", "Inter", 13, 500, figures=True)
    SUM = _Face("sums in lists", "Inter", 13, 600, figures=True)
    STRONG = _Face("titles and main buttons", "Inter", 13, 600)
    NOTE = _Face("notes and status", "Inter", 12, 400)
    NOTE_FIGURES = _Face("figures that change in place", "Inter", 12, 400, figures=True)
    HEAD = _Face("heads of groups", "Inter", 12, 600)


def font(role: Role, scale: float = 1.0) -> QFont:
    """Make the font of a role at a text scale."""
    face = role.value
    made = QFont(face.family)
    made.setPixelSize(max(1, round(face.size * scale)))
    made.setWeight(QFont.Weight(face.weight))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if face.figures:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made


def brush(widget: QWidget) -> QPainter:
    """Give a painter for a widget that writes each text in the direction of its own letters.

    Where the interface runs from right to left, figures and quoted English still run from left to right.
    """
    painter = QPainter(widget)
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    return painter


_FIELDS = """
QLineEdit, QComboBox {{
    background: {paper}; color: {text}; border: 1px solid {second}; border-radius: {px6};
    padding: 0 {px6}; min-height: {px24}; font-size: {px13};
    selection-background-color: {selection}; selection-color: {text};
}}
QLineEdit:focus, QComboBox:focus {{ border: {px2} solid {accent}; }}
QComboBox::drop-down {{ border: none; width: {px24}; }}
QComboBox QAbstractItemView {{ background: {popover}; color: {text}; selection-background-color: {chosen};
    selection-color: {text}; border: 1px solid {popover_edge}; }}
"""

_STYLESHEET = """
QToolTip {{ background: {popover}; color: {text}; border: 1px solid {popover_edge}; padding: {px4} {px8}; }}
QMenuBar {{ background: transparent; border: none; color: {second}; }}
QMenuBar::item {{ background: transparent; padding: {px6} {px8}; border-radius: {px6}; margin: 0 {px1}; }}
QMenuBar::item:selected, QMenuBar::item:pressed {{ background: {chosen}; color: {text}; }}
QMenu {{ background: {popover}; color: {text}; border: 1px solid {popover_edge}; padding: {px6}; }}
QMenu::item {{ padding: {px6} {px24} {px6} {px28}; border-radius: {px6}; }}
QMenu::item:selected {{ background: {chosen}; }}
QMenu::item:disabled {{ color: {second}; }}
QMenu::separator {{ height: 1px; background: {hairline}; margin: {px6} {px8}; }}
QMenu::indicator {{ left: {px8}; }}
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QPushButton {{
    outline: none;
    background: transparent; color: {text}; border: 1px solid {track}; border-radius: {px6};
    padding: 0 {px12}; min-height: {px24}; min-width: {px24}; font-weight: 500;
}}
QPushButton:hover {{ background: {chosen}; border-color: {second}; }}
QPushButton:pressed {{ background: {pressed}; }}
QPushButton:focus {{ border: {px2} solid {accent}; }}
QPushButton:default, QPushButton[main="true"] {{
    background: {accent}; color: {on_accent}; border-color: {accent}; font-weight: 600;
}}
QPushButton:default:focus, QPushButton[main="true"]:focus {{ border: {px2} solid {text}; }}
QPushButton:disabled {{ color: {second}; border-color: {hairline}; background: transparent; }}
QToolButton {{
    background: transparent; border: {px2} solid transparent; border-radius: {px6}; padding: {px4};
}}
QToolButton:hover, QToolButton:checked {{ background: {chosen}; }}
QToolButton:pressed {{ background: {pressed}; }}
QToolButton:focus {{ border-color: {accent}; }}
QToolButton::menu-indicator {{ image: none; }}
"""
