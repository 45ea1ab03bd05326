"""Builds the program for the system it runs on, as one folder that needs no Python, and tries what it has built.

    python packaging/build.py [--into dist]

What PyInstaller cannot see is found in the source: every module that is imported by its name. What nobody needs is
taken out again. Then the result runs its self-check as on a machine that has nothing: without Python, with an
empty home and no variables of the environment.
"""

import argparse
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "factbox"
_BY_NAME = re.compile(r"import_module\(\s*\"([\w.]+)\"")
# Also by name, but within the libraries.
_HIDDEN = ("hunspell", "textstat.backend", "docx", "PySide6.QtSvg", "PySide6.QtPrintSupport")
# Never used: windows of other kinds, tools of developers, and what would fetch something.
_EXCLUDED = (
    "tkinter", "_tkinter", "PIL", "numpy", "IPython", "matplotlib", "pytest", "setuptools", "pkg_resources", "pip",
    "nltk.test", "hypothesis", "scipy", "pandas", "sklearn", "tqdm.gui",
    "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtDesigner", "PySide6.QtOpenGL", "PySide6.QtSql",
    "PySide6.QtTest",
)  # fmt: skip
# What Qt brings and the program has no use for, by the end of its path.
_DROPPED = (
    "Qt/plugins/networkinformation", "Qt/plugins/tls", "Qt/plugins/egldeviceintegrations",
    "Qt/plugins/platforms/libqeglfs.so", "Qt/plugins/platforms/libqlinuxfb.so", "Qt/plugins/platforms/libqvnc.so",
    "Qt/plugins/platforms/libqvkkhrdisplay.so", "Qt/plugins/platforms/libqminimalegl.so",
    "Qt/plugins/platformthemes/libqgtk3.so", "Qt/plugins/generic", "Qt/plugins/sqldrivers",
    "Qt/plugins/qmltooling",
)  # fmt: skip
_NEEDED = re.compile(r"NEEDED\s+(\S+)")
_KEPT_PICTURES = ("qsvg", "qico")
# Qt's own words, in the languages that the program speaks.
_KEPT_WORDS = frozenset(f"qtbase_{folder.name}.qm" for folder in (ROOT / "resources/translations").iterdir())


def main() -> int:
    """Build, lighten, try; give the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--into", type=Path, default=ROOT / "dist", help="where the folder comes to stand")
    into = parser.parse_args().into.resolve()
    folder = build(into)
    lighten(folder)
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file() and not file.is_symlink())
    print(f"{folder}: {size / 1e6:.0f} MB", flush=True)
    if not works(folder):
        print("The program does not work. It is not built.", file=sys.stderr)
        return 1
    print("It runs without Python, with an empty home.")
    return 0


def build(into: Path) -> Path:
    """Let PyInstaller make the folder; give it."""
    hidden = sorted({*_named(), *_HIDDEN})
    with tempfile.TemporaryDirectory() as work:
        start = Path(work) / "start.py"
        start.write_text("import sys\n\nfrom factbox.__main__ import main\n\nsys.exit(main())\n", "utf-8")
        command = [
            sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level=ERROR", "--onedir",
            "--name=factbox", f"--distpath={into}", f"--workpath={work}", f"--specpath={work}",
            f"--paths={ROOT / 'src'}", f"--add-data={ROOT / 'resources'}{os.pathsep}factbox/_resources",
            "--collect-submodules=factbox", "--collect-data=textstat", "--collect-binaries=hunspell",
            *(["--windowed", "--osx-bundle-identifier=io.github.factbox"] if sys.platform == "darwin" else []),
            *(["--hide-console=hide-early"] if sys.platform == "win32" else []),
            *(f"--hidden-import={name}" for name in hidden),
            *(f"--exclude-module={name}" for name in _EXCLUDED),
            str(start),
        ]  # fmt: skip
        # NLTK's hook would copy whatever lies in the home of who builds.
        environment = os.environ | {
            "HOME": work,
            "NLTK_DATA": work,
            "PYTHONHASHSEED": "0",
            "SOURCE_DATE_EPOCH": _epoch(),
        }
        subprocess.run(command, check=True, env=environment)  # noqa: S603
    return into / "factbox"


def _named() -> Iterator[str]:
    """Give the modules that the source imports by name."""
    for file in SOURCE.rglob("*.py"):
        yield from _BY_NAME.findall(file.read_text("utf-8"))


def _epoch() -> str:
    """Give the time of the last commit, so that the same source makes the same files."""
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        return "0"
    return _said([git, "-C", str(ROOT), "log", "-1", "--format=%ct"]).strip() or "0"


def _said(command: list[str]) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603


def lighten(folder: Path) -> None:
    """Take out what the program never uses."""
    inside = folder / "_internal"
    for path in sorted(inside.rglob("*")):
        name = path.as_posix()
        is_picture = "/plugins/imageformats/" in name and not any(kept in path.name for kept in _KEPT_PICTURES)
        is_foreign = "/pyphen/dictionaries/" in name and not path.name.startswith("hyph_en")
        is_unspoken = path.suffix == ".qm" and path.name not in _KEPT_WORDS
        if not (name.endswith(_DROPPED) or is_picture or is_foreign or is_unspoken):
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()
    for orphan in orphans(inside):
        orphan.unlink()
    strip = shutil.which("strip")
    if strip is not None and platform.system() == "Linux":
        libraries = [str(path) for path in inside.rglob("*.so*") if path.is_file() and not path.is_symlink()]
        subprocess.run([strip, "--strip-unneeded", *libraries], check=False, stderr=subprocess.DEVNULL)  # noqa: S603


def orphans(inside: Path) -> list[Path]:
    """Give the libraries that came along with what was taken out, and are needed by nothing that is left."""
    objdump = shutil.which("objdump")
    if objdump is None or platform.system() != "Linux":
        return []
    files = [path for path in inside.rglob("*.so*") if path.is_file()]
    needed = {path: set(_NEEDED.findall(_said([objdump, "-p", str(path)]))) for path in files}
    # Extensions of Python, plugins of Qt and Python itself are opened by name; a library only where it is needed.
    libraries = {inside, inside / "PySide6" / "Qt" / "lib"}
    loose = {path for path in files if path.parent in libraries and not path.name.startswith("libpython")}
    kept: set[Path] = set()
    coming = [path for path in files if path not in loose]
    while coming:
        path = coming.pop()
        if path not in kept:
            kept.add(path)
            coming += [each for each in files if each.name in needed[path]]
    return sorted(set(files) - kept)


def works(folder: Path) -> bool:
    """Tell whether the program passes its self-check on a machine that has nothing."""
    program = folder / ("factbox.exe" if os.name == "nt" else "factbox")
    with tempfile.TemporaryDirectory() as home:
        # Windows cannot start a program without these two.
        kept = {name: os.environ[name] for name in ("SYSTEMROOT", "TEMP") if name in os.environ}
        bare = {"HOME": home, "PATH": "/nonexistent", "QT_QPA_PLATFORM": "offscreen", "LANG": "C.UTF-8"}
        picture = folder.parent / "factbox.png"
        command = [str(program), "self-check", "--picture", str(picture)]
        told = subprocess.run(command, check=False, env=kept | bare, cwd=home, timeout=300)  # noqa: S603
        return told.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
