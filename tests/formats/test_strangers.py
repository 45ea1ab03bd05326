"""Files of strangers: nothing in them runs, nothing is fetched or read for them, nothing leaves their archive."""

import io
import zipfile
from pathlib import Path

import pypdf
import pytest
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from factbox import formats
from factbox.document import Document
from factbox.formats import FormatError

FILES = Path(__file__).parent / "files"
EVIL = {
    "../../outside.txt": b"root",
    "/tmp/factbox-outside.txt": b"root",  # noqa: S108  # must never be there
    "C:\\outside.txt": b"root",
    "word/vbaProject.bin": b"Sub AutoOpen()",
    "Basic/Standard/Module1.xml": b"<module>Sub Main</module>",
    "Scripts/python/run.py": b"raise SystemExit(7)",
}


def with_evil(path: Path, place: Path) -> Path:
    """Copy a document of a word processor, with macros and with entries that want to lie elsewhere."""
    made = place / path.name
    made.write_bytes(path.read_bytes())
    with zipfile.ZipFile(made, "a") as archive:
        for name, data in EVIL.items():
            archive.writestr(zipfile.ZipInfo(name), data)
    return made


def names(data: bytes) -> set[str]:
    """Give the names of the entries of an archive."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return set(archive.namelist())


@pytest.mark.parametrize("name", ["harbour.docx", "quay.docx", "boats.odt", "quay.odt"])
def test_macros_and_paths_in_an_archive_do_nothing(name: str, tmp_path: Path) -> None:
    """The text is what it is without them, no file appears, and none of them is written again."""
    place = tmp_path / "deep" / "texts"
    place.mkdir(parents=True)
    made = with_evil(FILES / name, place)
    document = formats.read(made)
    assert document.blocks == formats.read(FILES / name).blocks
    assert sorted(each.name for each in tmp_path.rglob("*") if each.is_file()) == [name]
    assert not Path("/tmp/factbox-outside.txt").exists()  # noqa: S108
    formats.write(document, made)
    assert not names(made.read_bytes()) & EVIL.keys()


def test_a_script_in_a_page_does_nothing(tmp_path: Path) -> None:
    """Neither it nor what an element would do is text, or written again."""
    path = tmp_path / "page.html"
    path.write_text(
        "<p onclick='steal()'>Boats <script>steal()</script><img src=x onerror='steal()'>sail"
        "<a href='javascript:steal()'> home</a>.<iframe src='https://a.example'></iframe></p>",
        "utf-8",
    )
    document = formats.read(path)
    assert [block.text for block in document.blocks] == ["Boats sail home."]
    formats.write(document, path)
    assert "steal" not in path.read_text("utf-8")
    assert "a.example" not in path.read_text("utf-8")


def test_a_page_reads_no_other_file(tmp_path: Path) -> None:
    """An entity that stands for a file of the reader stands for nothing."""
    (tmp_path / "secret.txt").write_text("hunter", "utf-8")
    path = tmp_path / "page.html"
    path.write_text(
        f'<!DOCTYPE html [<!ENTITY a SYSTEM "{(tmp_path / "secret.txt").as_uri()}"><!ENTITY b "&a;&a;">]>'
        "<html><body><p>Boats &a; &b;.</p></body></html>",
        "utf-8",
    )
    assert "hunter" not in " ".join(block.text for block in formats.read(path).blocks)


def test_a_script_in_a_pdf_does_nothing(tmp_path: Path) -> None:
    """The text is what it is without it."""
    writer = pypdf.PdfWriter(FILES / "quay.pdf")
    script = TextStringObject("app.launchURL('https://a.example'); this.exportDataObject('x')")
    action = {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): script}
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject(action)
    writer.write(tmp_path / "quay.pdf")
    assert formats.read(tmp_path / "quay.pdf").blocks == formats.read(FILES / "quay.pdf").blocks


def test_an_object_in_rich_text_is_no_text(tmp_path: Path) -> None:
    """What another program would open or fetch is left out."""
    path = tmp_path / "a.rtf"
    path.write_bytes(
        rb"{\rtf1\ansi Boats {\object\objemb{\*\objclass Package}{\*\objdata 01050000}}"
        rb"{\*\template https://a.example/x.dotm}sail.\par}"
    )
    assert [block.text for block in formats.read(path).blocks][:1] == ["Boats sail."]


@pytest.mark.parametrize("target", ["/etc/hostname", "../secret.txt"])
def test_a_text_that_is_no_text_is_refused(target: str, tmp_path: Path) -> None:
    """A document whose parts point elsewhere has no text of its own."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(
            "_rels/.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            '<Relationship Id="a" '
            'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
            f'Target="{target}" TargetMode="External"/></Relationships>',
        )
    path = tmp_path / "a.docx"
    path.write_bytes(made.getvalue())
    with pytest.raises(FormatError):
        formats.read(path)


def test_a_document_of_ours_has_nothing_that_runs(tmp_path: Path) -> None:
    """What is written holds neither macros nor addresses of programs."""
    document = Document(formats.read(FILES / "harbour.docx").blocks)
    for suffix in (".docx", ".odt", ".factbox"):
        path = tmp_path / f"a{suffix}"
        formats.write(document, path)
        assert not [
            name for name in names(path.read_bytes()) if name.endswith((".bin", ".py", ".xlb", ".js", ".exe"))
        ]
