"""What a file in RTF says in front of its text: its fonts, its styles and its lists.

Source: Microsoft, Rich Text Format Specification 1.9.1.
"""

from types import MappingProxyType

from factbox.formats.wordstyles import Style, Styles

# The encodings of the character sets of fonts, by their number; what is not here is that of the file.
_CHARSETS = MappingProxyType(
    {
        77: "mac_roman", 128: "cp932", 129: "cp949", 130: "cp1361", 134: "cp936", 136: "cp950", 161: "cp1253",
        162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
        238: "cp1250", 254: "cp437", 255: "cp850",
    }
)  # fmt: skip
_BULLET, _NONE = 23, 255
_LONGEST_NAME = 200


class Fonts:
    """In which encoding the letters of each font are written."""

    def __init__(self) -> None:
        self._encodings: dict[int, str] = {}
        self._font = 0

    def take(self, word: str, number: int | None) -> None:
        """Take a word of the table of fonts."""
        if word == "f":
            self._font = number or 0
        elif word == "fcharset" and number is not None and number in _CHARSETS:
            self._encodings[self._font] = _CHARSETS[number]

    def encoding(self, font: int | None, default: str) -> str:
        """Give the encoding of a font, or a default."""
        return self._encodings.get(font, default) if font is not None else default


class Sheet(Styles):
    """The styles of paragraphs, by their numbers."""

    def take(self, word: str, number: int | None) -> None:
        """Take a word of the sheet of styles."""
        match word:
            case "s":
                self._style = self._styles[str(number)] = Style()
            case "cs" | "ds" | "ts":
                self._style = Style()
            case "sbasedon":
                self._style.based_on = str(number)
            case "outlinelevel":
                self._style.level = number
            case "ls":
                self._style.list_id = str(number)

    def name(self, text: str) -> None:
        """Take letters of the name of a style, which ends with a semicolon."""
        whole = (self._style.name + text)[:_LONGEST_NAME]
        self._style.name = whole.rstrip(";").strip() if ";" in text else whole


class ListTable:
    """Which lists have numbers, and on which level."""

    def __init__(self) -> None:
        self._forms: list[int] = []
        self._lists: dict[int, list[int]] = {}
        self._of: dict[str, int] = {}
        self._list = 0

    def take(self, word: str, number: int | None) -> None:
        """Take a word of the table of lists, or of that which numbers them."""
        match word:
            case "list":
                self._forms = []
            case "listlevel":
                self._forms.append(_BULLET)
            case "levelnfc" | "levelnfcn" if self._forms:
                self._forms[-1] = number or 0
            case "listid":
                self._list = number or 0
                if self._forms:
                    self._lists[self._list], self._forms = self._forms, []
            case "ls":
                self._of[str(number)] = self._list

    def has_numbers(self, name: str, level: str) -> bool:
        """Tell whether the items of a list have numbers on a level, not bullets."""
        forms = self._lists.get(self._of.get(name, -1), [])
        place = int(level)
        return place < len(forms) and forms[place] not in {_BULLET, _NONE}
