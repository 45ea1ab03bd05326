"""Tests of the Debian package: what is in it, around whatever was built."""

import gzip
import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

from factbox import cli, formats

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def deb() -> ModuleType:
    """Give the script that makes the package."""
    spec = importlib.util.spec_from_file_location("deb", ROOT / "packaging/deb.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def package(deb: ModuleType, tmp_path: Path) -> Path:
    """Give the root of a package around a program that does nothing."""
    built = tmp_path / "built"
    built.mkdir()
    (built / "factbox").write_text("#!/bin/sh\n", "utf-8")
    root = tmp_path / "root"
    root.mkdir()
    deb.fill(root, built, "1.2.3")
    return root


@pytest.mark.usefixtures("qapp")
def test_a_desktop_finds_the_program(package: Path) -> None:
    """The command leads to the program, and the desktop has its entry, its icons and its page of manual."""
    assert (package / "usr/bin/factbox").resolve() == (package / "usr/lib/factbox/factbox").resolve()
    entry = (package / "usr/share/applications/factbox.desktop").read_text("utf-8")
    assert "Exec=factbox %F" in entry
    icons = package / "usr/share/icons/hicolor"
    assert {file.parent.parent.name for file in icons.rglob("factbox.*")} >= {"16x16", "512x512", "scalable"}
    assert all(file.stat().st_size > 100 for file in icons.rglob("factbox.png"))
    assert '<release version="1.2.3"' in (package / "usr/share/metainfo/io.github.factbox.metainfo.xml").read_text(
        "utf-8"
    )


@pytest.mark.usefixtures("qapp")
def test_the_manual_names_every_verb_of_texts(package: Path) -> None:
    """Whoever asks man finds what the command line can do."""
    page = gzip.decompress((package / "usr/share/man/man1/factbox.1.gz").read_bytes()).decode()
    named = {name.replace("\\-", "-") for name in re.findall(r"^\.B ([\w\\-]+)$", page, re.MULTILINE)}
    assert set(cli.VERBS) <= named
    assert "1.2.3" in page


@pytest.mark.usefixtures("qapp")
def test_every_licence_is_in_the_package(package: Path) -> None:
    """What the program carries keeps its licence."""
    text = (package / "usr/share/doc/factbox/copyright").read_text("utf-8")
    for file in (ROOT / "resources").rglob("LICEN[CS]E*"):
        assert str(file.relative_to(ROOT)) in text
    assert "MIT License" in text


def test_the_desktop_entry_opens_every_format() -> None:
    """Files of each format that is read can be opened by a double click."""
    entry = (ROOT / "packaging/linux/factbox.desktop").read_text("utf-8")
    kinds = {
        ".txt": "text/plain", ".md": "text/markdown", ".html": "text/html", ".rtf": "application/rtf",
        ".pdf": "application/pdf", ".factbox": "application/x-factbox", ".odt": "opendocument.text",
        ".docx": "wordprocessingml.document",
    }  # fmt: skip
    assert {each.suffixes[0] for each in formats.FORMATS} == kinds.keys()
    assert all(kind in entry for kind in kinds.values())
