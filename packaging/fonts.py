"""Make `resources/fonts` and `resources/icons` from their npm packages; run by hand when a version changes.

Needs npm and the extra `tables`: `python packaging/fonts.py`.
"""

import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter, parse_unicodes
from fontTools.ttLib import TTFont

RESOURCES = Path(__file__).resolve().parent.parent / "resources"

LITERATA = "@fontsource/literata@5.3.0"
LITERATA_STYLES = {
    "400-normal": "Literata-Regular",
    "400-italic": "Literata-Italic",
    "600-normal": "Literata-SemiBold",
    "700-normal": "Literata-Bold",
}
LITERATA_PARTS = ("latin", "latin-ext", "vietnamese")

INTER = "inter-ui@4.1.1"
# Latin with its extensions and accents, Greek, Cyrillic, punctuation, currency, arrows, signs.
INTER_RANGES = (
    "0020-024F,0259,02B9-02DD,0300-036F,0370-03FF,0400-045F,0490-0491,1E00-1EFF,2000-206F,2070-209F,"
    "20A0-20BF,2100-214F,2190-21FF,2200-22FF,25A0-25FF,2713,FB01-FB02,FFFD"
)
FIGURES = "0020-007E,2010-2015,2212"
INTER_STYLES = {
    "web/Inter-Regular": INTER_RANGES,
    "web/Inter-Medium": INTER_RANGES,
    "web/Inter-SemiBold": INTER_RANGES,
    "display/InterDisplay-Light": FIGURES,
}
INTER_FEATURES = ["calt", "case", "ccmp", "kern", "liga", "locl", "mark", "mkmk", "tnum"]

# Signs of Chinese: the 3,755 of the first level of GB/T 2312, those in use beyond it, and punctuation.
NOTO = "@fontsource/noto-sans-sc@5.3.0"
NOTO_STYLES = {400: "Regular", 600: "SemiBold"}
NOTO_ROWS = range(0xB0, 0xD8)
FIRST_SIGN = "\u2e80"
NOTO_PUNCTUATION = "2014,2018-2019,201C-201D,2026,3000-3011,FF01-FF5E"

LUCIDE = "lucide-static@1.62.0"
LUCIDE_STROKE = ('stroke-width="2"', 'stroke-width="1.75"')
LUCIDE_NAMES = (
    "book-open",
    "chart-no-axes-column",
    "chevron-down",
    "chevron-left",
    "chevron-right",
    "chevron-up",
    "columns-2",
    "copy",
    "folder-open",
    "highlighter",
    "list-checks",
    "maximize",
    "menu",
    "message-square-warning",
    "panel-bottom",
    "panel-left",
    "panel-right",
    "text-align-start",
    "triangle-alert",
    "whole-word",
    "x",
)


def main() -> None:
    """Fetch the four packages and write what the program ships of them."""
    with tempfile.TemporaryDirectory() as folder:
        make_literata(fetch(LITERATA, Path(folder) / "literata"))
        make_inter(fetch(INTER, Path(folder) / "inter"))
        make_noto(fetch(NOTO, Path(folder) / "noto"))
        make_icons(fetch(LUCIDE, Path(folder) / "lucide"))


def fetch(package: str, folder: Path) -> Path:
    """Unpack an npm package into a folder and give the place of its files."""
    folder.mkdir()
    command = ["npm", "pack", "--silent", package]
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - fixed words
    with tarfile.open(next(folder.glob("*.tgz"))) as archive:
        archive.extractall(folder, filter="data")
    return folder / "package"


def make_literata(package: Path) -> None:
    """Join the alphabets of each style, which the package ships apart, into one file."""
    for style, name in LITERATA_STYLES.items():
        parts = []
        for part in LITERATA_PARTS:
            font = TTFont(package / "files" / f"literata-{part}-{style}.woff2")
            font.flavor = None
            plain = package / f"{part}-{style}.ttf"
            font.save(plain)
            parts.append(str(plain))
        save(Merger().merge(parts), name)
    shutil.copy(package / "LICENSE", RESOURCES / "fonts" / "OFL-Literata.txt")


def make_inter(package: Path) -> None:
    """Keep the characters and the features that the interface uses."""
    options = Options(layout_features=INTER_FEATURES, hinting=False, name_IDs=["*"], notdef_outline=True)
    for style, ranges in INTER_STYLES.items():
        font = TTFont(package / f"{style}.woff2")
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=parse_unicodes(ranges))
        subsetter.subset(font)
        save(font, style.rpartition("/")[2])
    shutil.copy(package / "LICENSE.txt", RESOURCES / "fonts" / "OFL-Inter.txt")


def make_noto(package: Path) -> None:
    """Join what is wanted of the hundred parts in which the package ships each weight."""
    options = Options(layout_features=[], hinting=False, notdef_outline=True)
    wanted = frozenset(chinese())
    for weight, style in NOTO_STYLES.items():
        parts = []
        for part in sorted((package / "files").glob(f"noto-sans-sc-*-{weight}-normal.woff2")):
            font = TTFont(part)
            if not wanted & set(font.getBestCmap()):
                continue
            subsetter = Subsetter(options)
            subsetter.populate(unicodes=wanted)
            subsetter.subset(font)
            font.flavor = None
            plain = part.with_suffix(".ttf")
            font.save(plain)
            parts.append(str(plain))
        joined = Merger().merge(parts)
        # Each part calls itself thin, as the font of many weights does that it was made of.
        joined["OS/2"].usWeightClass = weight
        family = "Noto Sans SC"
        names = {
            1: family if style == "Regular" else f"{family} {style}",
            2: "Regular",
            4: f"{family} {style}",
            6: f"NotoSansSC-{style}",
        }
        for number, told in (names | {16: family, 17: style}).items():
            joined["name"].setName(told, number, 3, 1, 0x409)
        save(joined, f"NotoSansSC-{style}")
    shutil.copy(package / "LICENSE", RESOURCES / "fonts" / "OFL-NotoSansSC.txt")


def chinese() -> Iterator[int]:
    """Give the code points of Chinese that the interface may need."""
    yield from parse_unicodes(NOTO_PUNCTUATION)
    for row in NOTO_ROWS:
        for column in range(0xA1, 0xFF):
            with suppress(UnicodeDecodeError):
                yield ord(bytes((row, column)).decode("gb2312"))
    catalogue = RESOURCES / "translations" / "zh_CN" / "LC_MESSAGES" / "factbox.po"
    yield from (ord(sign) for sign in catalogue.read_text("utf-8") if sign >= FIRST_SIGN)


def save(font: TTFont, name: str) -> None:
    """Write a font as plain TrueType."""
    font.flavor = None
    path = RESOURCES / "fonts" / f"{name}.ttf"
    font.save(path)
    print(f"{path.name}: {path.stat().st_size // 1024} KB")


def make_icons(package: Path) -> None:
    """Take the icons in use, with a thinner stroke."""
    for name in LUCIDE_NAMES:
        drawing = (package / "icons" / f"{name}.svg").read_text(encoding="utf-8")
        (RESOURCES / "icons" / f"{name}.svg").write_text(drawing.replace(*LUCIDE_STROKE), encoding="utf-8")
    shutil.copy(package / "LICENSE", RESOURCES / "icons" / "LICENSE-Lucide.txt")
    print(f"{len(LUCIDE_NAMES)} icons")


if __name__ == "__main__":
    main()
