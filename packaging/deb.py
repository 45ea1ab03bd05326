"""Makes a Debian package of what packaging/build.py has built.

    python packaging/deb.py [--of dist/factbox] [--into dist]

The program lies in /usr/lib/factbox as one folder; around it lies what a desktop needs to show it and to open
files with it, and what tells who made what it carries.
"""

import argparse
import gzip
import importlib
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
LINUX = ROOT / "packaging" / "linux"
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
_ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}
_CONTROL = """Package: factbox
Version: {version}
Section: editors
Priority: optional
Architecture: {architecture}
Depends: libc6 (>= 2.34), libgl1, libegl1, fontconfig-config, shared-mime-info
Installed-Size: {size}
Maintainer: Fact Box <factbox@localhost>
Description: reading-level editor
 Level, Tokens, Types and TTR stand beside the text and follow every key. It
 marks what makes a text hard, and says how to reach the level one aims for
 without losing the meaning. It works offline.
"""


def main() -> int:
    """Make the package; give the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--of", type=Path, default=ROOT / "dist" / "factbox", help="the folder that was built")
    parser.add_argument("--into", type=Path, default=ROOT / "dist", help="where the package comes to lie")
    chosen = parser.parse_args()
    if not (chosen.of / "factbox").is_file():
        print(f"{chosen.of} holds no program: run packaging/build.py first.", file=sys.stderr)
        return 1
    version = str(importlib.import_module("factbox").__version__)
    architecture = _ARCHITECTURES.get(platform.machine(), platform.machine())
    package = chosen.into / f"factbox_{version}_{architecture}.deb"
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        root.chmod(0o755)
        fill(root, chosen.of, version)
        size = sum(file.stat().st_size for file in root.rglob("*") if file.is_file()) // 1024
        (root / "DEBIAN").mkdir()
        control = _CONTROL.format(version=version, architecture=architecture, size=size)
        (root / "DEBIAN" / "control").write_text(control, "utf-8")
        command = ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", name, str(package)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603
    print(f"{package}: {package.stat().st_size / 1e6:.0f} MB")
    return 0


def fill(root: Path, built: Path, version: str) -> None:
    """Put everything in its place below a root."""
    shutil.copytree(built, root / "usr/lib/factbox", symlinks=True)
    (root / "usr/bin").mkdir(parents=True)
    (root / "usr/bin/factbox").symlink_to("../lib/factbox/factbox")
    share = root / "usr/share"
    moment = int(os.environ.get("SOURCE_DATE_EPOCH", "0")) or int(datetime.now(UTC).timestamp())
    date = datetime.fromtimestamp(moment, UTC).strftime("%Y-%m-%d")
    words = {"@VERSION@": version, "@DATE@": date}
    for name, place in (
        ("factbox.desktop", "applications/factbox.desktop"),
        ("factbox-mime.xml", "mime/packages/factbox.xml"),
        ("io.github.factbox.metainfo.xml", "metainfo/io.github.factbox.metainfo.xml"),
    ):
        _write(share / place, _filled(LINUX / name, words).encode())
    _write(share / "man/man1/factbox.1.gz", gzip.compress(_filled(LINUX / "factbox.1", words).encode(), mtime=0))
    _write(share / "doc/factbox/copyright", copyright_of().encode())
    changes = (ROOT / "CHANGELOG.md").read_bytes()
    _write(share / "doc/factbox/changelog.gz", gzip.compress(changes, mtime=0))
    icons = share / "icons/hicolor"
    _write(icons / "scalable/apps/factbox.svg", (ROOT / "resources/icons/factbox.svg").read_bytes())
    draw(icons)


def copyright_of() -> str:
    """Give the licence of the program and, behind it, those of everything that it carries."""
    carried = ROOT / "resources"
    files = [ROOT / "LICENSE", *sorted(carried.rglob("LICEN[CS]E*")), *sorted(carried.rglob("OFL*"))]
    heads = (f"{file.relative_to(ROOT)}\n{'=' * 60}\n\n{file.read_text('utf-8')}" for file in files)
    return "Qt and PySide6 are used under the LGPL 3.0.\n\n" + "\n\n".join(heads)


def draw(icons: Path) -> None:
    """Draw the icon in all sizes."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    gui: Any = importlib.import_module("PySide6.QtGui")
    svg: Any = importlib.import_module("PySide6.QtSvg")
    renderer = svg.QSvgRenderer(str(ROOT / "resources/icons/factbox.svg"))
    for size in SIZES:
        picture = gui.QImage(size, size, gui.QImage.Format.Format_ARGB32)
        picture.fill(0)
        painter = gui.QPainter(picture)
        renderer.render(painter)
        painter.end()
        place = icons / f"{size}x{size}/apps/factbox.png"
        place.parent.mkdir(parents=True)
        picture.save(str(place))


def _filled(file: Path, words: dict[str, str]) -> str:
    text = file.read_text("utf-8")
    for sign, word in words.items():
        text = text.replace(sign, word)
    return text


def _write(place: Path, data: bytes) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(data)
    place.chmod(0o644)


if __name__ == "__main__":
    sys.exit(main())
