"""Tests of documents of Word: ours read back, and those that others make."""

import contextlib
import importlib
import io
import zipfile
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from costs import little_memory
from factbox.document import Block, Document, Face, Role, Span
from factbox.formats import FormatError, word
from factbox.formats.archive import pack
from strategies import shaped_texts, trees

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
SPACES = (
    f'{W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
COST = "Saving over the file loses what is not here."


def paragraph(text: str, properties: str = "") -> str:
    """Write a paragraph as Word does."""
    return (
        f'<w:p w:rsidR="00A1"><w:pPr>{properties}</w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
    )


def package(body: str, **parts: str) -> bytes:
    """Make the smallest document that is one, with the parts that are given: styles, numbering."""
    relations = "".join(
        f'<Relationship Id="r{name}" Type="{OFFICE}/{name}" Target="{name}.xml"/>' for name in parts
    )
    entries = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<Relationships xmlns="{RELATIONS}">'
        f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="/word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{RELATIONS}">{relations}</Relationships>',
        "word/document.xml": f"<w:document {SPACES}><w:body>{body}<w:sectPr/></w:body></w:document>",
    }
    entries |= {f"word/{name}.xml": part for name, part in parts.items()}
    return pack({name: part.encode() for name, part in entries.items()})


def texts(body: str, **parts: str) -> list[str]:
    """Give the texts of the blocks of a document."""
    return [block.text for block in word.read(package(body, **parts)).blocks]


def roles(body: str, **parts: str) -> list[Role]:
    """Give the roles of the blocks of a document."""
    return [block.role for block in word.read(package(body, **parts)).blocks]


def losses(body: str, **parts: str) -> tuple[str, ...]:
    """Give what a document has besides."""
    return word.read(package(body, **parts)).losses


WHOLE = package(paragraph("Boats sail.") * 3)


@given(shaped_texts)
def test_what_is_written_reads_back_equal(blocks: tuple[Block, ...]) -> None:
    """Every text and every role, level and face survives writing and reading, and nothing is lost."""
    assert word.read(word.write(Document(blocks))) == Document(blocks)


def test_what_is_written_opens_with_another_library() -> None:
    """Headings and items have the styles that every program knows."""
    document = Document((Block("Boats", Role.HEADING), Block("A\tboat & <oars>."), Block("oars", Role.ITEM)))
    opened = importlib.import_module("docx").Document(io.BytesIO(word.write(document)))
    assert [(each.text, each.style.name) for each in opened.paragraphs] == [
        ("Boats", "Heading 1"), ("A\tboat & <oars>.", "Normal"), ("oars", "List Bullet")
    ]  # fmt: skip


def test_a_document_of_another_library_is_read() -> None:
    """What python-docx makes from Word's own template has its headings, items and the text of its tables."""
    made: Any = importlib.import_module("docx").Document()
    made.add_heading("Boats", 0)
    made.add_heading("Oars", 2)
    made.add_paragraph("A boat has two oars.").add_run(" And a sail.").bold = True
    made.add_paragraph("oars", style="List Bullet")
    made.add_paragraph("sails", style="List Number")
    table = made.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text = "wood"
    file = io.BytesIO()
    made.save(file)
    document = word.read(file.getvalue())
    assert document.blocks == (
        Block("Boats", Role.HEADING),
        Block("Oars", Role.HEADING, 2),
        Block("A boat has two oars. And a sail.", spans=(Span(21, 32, Face.BOLD),)),
        Block("oars", Role.ITEM),
        Block("sails", Role.NUMBERED),
        Block("wood"),
    )
    assert document.losses == (
        "The text of 1 table is here as plain paragraphs.",
        COST,
    )


def test_what_no_file_may_hold_is_left_out() -> None:
    """Control signs and halves of characters make no file that nobody can open; ends of pages part words still."""
    written = word.write(Document((Block("mag\x00ma\ud800\x0bis"),)))
    assert word.read(written).blocks == (Block("magma is"),)


def test_runs_make_one_paragraph() -> None:
    """Word cuts a paragraph into runs wherever somebody typed; together they are the text."""
    body = "<w:p><w:r><w:t>Bo</w:t></w:r><w:proofErr/><w:r><w:t>ats </w:t></w:r><w:r><w:t>sail.</w:t></w:r></w:p>"
    assert texts(body) == ["Boats sail."]


def test_signs_have_their_characters() -> None:
    """Tabs and hyphens are elements in Word, and characters here; the stops of tabs are nothing."""
    body = (
        '<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t>'
        "<w:noBreakHyphen/><w:t>c</w:t><w:softHyphen/><w:t>d</w:t></w:r></w:p>"
    )
    assert texts(body) == ["a\tb\u2011c\u00add"]


def test_a_line_break_ends_a_block() -> None:
    """Lines of a verse are blocks, as they are in a text file; the end of a page alone is nothing."""
    body = '<w:p><w:r><w:t>One</w:t><w:br/><w:t>two</w:t></w:r></w:p><w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    assert texts(body) == ["One", "two", ""]


def test_a_line_end_within_a_text_is_a_space() -> None:
    """Lines end by elements alone: what an editor of the XML has wrapped stays one block."""
    assert texts(paragraph("Boats\nsail&#13;home.")) == ["Boats sail home."]


@pytest.mark.parametrize(
    "wrapping",
    [
        "<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
        '<w:customXml w:element="a">{}</w:customXml>',
        "<w:sdt><w:sdtContent><w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt></w:sdtContent></w:sdt>",
    ],
)
def test_what_is_wrapped_around_paragraphs_is_looked_through(wrapping: str) -> None:
    """Content controls and custom XML show what is in them."""
    assert texts(wrapping.format(paragraph("Boats sail."))) == ["Boats sail."]


@pytest.mark.parametrize("tag", ["smartTag", "hyperlink", "fldSimple", "ins", "sdtContent", "bdo", "moveTo"])
def test_what_is_wrapped_around_runs_is_looked_through(tag: str) -> None:
    """Smart tags, links, fields and insertions are text."""
    body = f"<w:p><w:{tag}><w:r><w:t>Boats</w:t></w:r></w:{tag}><w:r><w:t> sail.</w:t></w:r></w:p>"
    assert texts(body) == ["Boats sail."]


def test_the_code_of_a_field_is_no_text() -> None:
    """Of a field its result is shown, as in Word."""
    body = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE \\* X</w:instrText></w:r>'
        "<w:r><w:t>7</w:t></w:r></w:p>"
    )
    assert texts(body) == ["7"]


def test_changes_count_as_accepted() -> None:
    """What was inserted is there, what was deleted or moved away is not, and the changes are counted."""
    body = (
        "<w:p><w:r><w:t>Boats </w:t></w:r><w:del><w:r><w:delText>sink</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>sail</w:t></w:r></w:ins><w:moveFrom><w:r><w:t> away</w:t></w:r></w:moveFrom></w:p>"
    )
    assert texts(body) == ["Boats sail"]
    assert losses(body) == ("3 tracked changes are here as if they had been accepted.", COST)


def test_a_deleted_end_joins_paragraphs() -> None:
    """Where the end of a paragraph was deleted, the next one goes on with it, and gives the role."""
    body = (
        paragraph("Boats ", "<w:rPr><w:del/></w:rPr>")
        + paragraph("sail.", '<w:outlineLvl w:val="0"/>')
        + paragraph("End.", "<w:rPr><w:del/></w:rPr>")
    )
    assert word.read(package(body)).blocks == (Block("Boats sail.", Role.HEADING), Block("End."))


def test_a_style_of_before_is_none() -> None:
    """What a paragraph was before a tracked change of its style does not count."""
    change = '<w:pPrChange><w:pPr><w:pStyle w:val="Heading1"/></w:pPr></w:pPrChange>'
    assert roles(paragraph("Boats sail.", change)) == [Role.BODY]


@pytest.mark.parametrize("style", ["Heading1", "Heading 3", "Title", "Subtitle", "heading2"])
def test_without_styles_a_heading_is_known_by_its_identifier(style: str) -> None:
    """A document without `styles.xml` has its headings all the same."""
    assert roles(paragraph("Boats", f'<w:pStyle w:val="{style}"/>')) == [Role.HEADING]


@pytest.mark.parametrize(
    ("style", "role"),
    [
        ('<w:name w:val="heading 2"/>', Role.HEADING),
        ('<w:name w:val="Mine"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr>', Role.HEADING),
        ('<w:name w:val="Mine"/><w:basedOn w:val="base"/>', Role.HEADING),
        ('<w:name w:val="Mine"/><w:basedOn w:val="own"/>', Role.BODY),
        ('<w:name w:val="Mine"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>', Role.BODY),
        ('<w:name w:val="List Bullet 2"/>', Role.ITEM),
        ('<w:name w:val="List Paragraph"/>', Role.BODY),
        ('<w:name w:val="Mine"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', Role.ITEM),
        ('<w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', Role.HEADING),
    ],
)
def test_a_style_gives_the_role(style: str, role: Role) -> None:
    """The name of a style, its outline level, its list, and what it is based on tell headings and items."""
    styles = (
        f'<w:styles {W}><w:style w:styleId="base"><w:name w:val="heading 1"/></w:style>'
        f'<w:style w:styleId="own">{style}</w:style></w:styles>'
    )
    assert roles(paragraph("Boats", '<w:pStyle w:val="own"/>'), styles=styles) == [role]


def test_a_list_of_the_paragraph_itself_gives_an_item() -> None:
    """A list makes items, and list 0 takes a paragraph out of the list of its style."""
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{}"/></w:numPr>'
    body = paragraph("oars", listed.format(4)) + paragraph("sails", listed.format(0))
    assert roles(body) == [Role.ITEM, Role.BODY]


def test_items_have_their_numbers_and_their_depth() -> None:
    """Items with numbers are told from items with bullets, on each level of a list."""
    numbering = (
        f'<w:numbering {W}><w:abstractNum w:abstractNumId="7">'
        '<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>'
    )
    listed = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr>'
    body = paragraph("oars", listed.format(0)) + paragraph("sails", listed.format(1))
    document = word.read(package(body, numbering=numbering))
    assert document.blocks == (Block("oars", Role.NUMBERED), Block("sails", Role.ITEM, 2))
    assert not document.losses


def test_a_text_box_is_read_once() -> None:
    """A text box, which Word writes twice for old programs, comes once, behind the paragraph it hangs on."""
    box = f"<w:txbxContent>{paragraph('In the box.')}</w:txbxContent>"
    body = (
        "<w:p><w:r><w:t>Before.</w:t></w:r><w:r><mc:AlternateContent>"
        f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        "<w:r><w:t> After.</w:t></w:r></w:p>"
    )
    assert texts(body) == ["Before. After.", "In the box."]
    assert losses(body) == ("The text of 1 text box is here as plain paragraphs.", COST)


def test_cells_are_paragraphs() -> None:
    """The text of a table comes row by row; empty cells are nothing."""
    cell = "<w:tc><w:tcPr/>{}</w:tc>"
    row = f"<w:tr>{cell.format(paragraph('One'))}{cell.format('<w:p/>')}{cell.format(paragraph('two'))}</w:tr>"
    assert texts(f"<w:tbl><w:tblPr/>{row}</w:tbl><w:p/>") == ["One", "two", ""]


def test_what_is_not_shown_is_counted_and_named() -> None:
    """Pictures, objects, equations, notes, comments and margins are one sentence."""
    body = (
        "<w:p><w:r><w:drawing><pic:pic/></w:drawing></w:r><w:r><w:drawing/></w:r><w:r><w:object><v:shape/></w:object>"
        "</w:r><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath><w:r><w:footnoteReference/></w:r>"
        "<w:r><w:endnoteReference/></w:r><w:r><w:commentReference/></w:r></w:p>"
        "<w:sectPr><w:headerReference/></w:sectPr>"
    )
    assert texts(body) == [""]
    told, cost = losses(body)
    assert told == (
        "2 pictures, 1 embedded object, 1 equation, 2 footnotes, 1 comment and 1 header or footer are not shown "
        "here."
    )
    assert cost == COST


def test_one_thing_is_named_in_the_singular() -> None:
    """A single picture “is” not shown."""
    assert losses("<w:p><w:r><w:pict/></w:r></w:p>")[0] == "1 picture is not shown here."


def test_a_table_of_contents_is_left_out() -> None:
    """Headings that stand in the table of contents are not counted twice."""
    body = paragraph("Boats 7", '<w:pStyle w:val="TOC1"/>') + paragraph("Boats", '<w:pStyle w:val="Heading1"/>')
    assert texts(body) == ["Boats"]
    assert losses(body)[0] == "1 line of its contents is not shown here."


def test_the_strict_form_is_read() -> None:
    """The same names in the name space of the strict standard mean the same."""
    data = package(paragraph("Boats sail."))
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        entries = {name: file.read(name) for name in file.namelist()}
    strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    old = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    entries["word/document.xml"] = entries["word/document.xml"].replace(old, strict)
    assert word.read(pack(entries)).blocks == (Block("Boats sail."),)


def test_the_main_part_may_have_any_name() -> None:
    """The relations of the package say where the text is."""
    top = (
        f'<Relationships xmlns="{RELATIONS}"><Relationship Id="r" Type="{OFFICE}/officeDocument" '
        'Target="text/main.xml"/></Relationships>'
    )
    main = f"<w:document {W}><w:body>{paragraph('Boats sail.')}</w:body></w:document>"
    data = pack({"_rels/.rels": top.encode(), "text/main.xml": main.encode()})
    assert word.read(data).blocks == (Block("Boats sail."),)


def test_an_empty_document_is_one_empty_block() -> None:
    """A body without paragraphs is an empty text."""
    assert texts("") == [""]


@pytest.mark.parametrize("part", [0.01, 0.3, 0.6, 0.9])
def test_a_document_cut_off_is_refused(part: float) -> None:
    """What is not whole is not opened, because nobody could see what is missing."""
    with pytest.raises(FormatError, match=r"damaged or not complete|no document"):
        word.read(WHOLE[: int(part * len(WHOLE))])


def test_a_damaged_part_is_told() -> None:
    """Broken XML is an error in plain words."""
    with pytest.raises(FormatError, match=r"damaged\. Open it in your word processor"):
        word.read(package("<w:p><w:r>"))


@pytest.mark.parametrize("name", ["x", "zip", "utf-16", "shift_jis", ""])
def test_a_wrong_name_of_an_encoding_does_no_harm(name: str) -> None:
    """Documents are in UTF-8; what they say of it is not asked, or makes them broken."""
    document = f'<?xml version="1.0" encoding="{name}"?><w:document {W}><w:body/></w:document>'
    with contextlib.suppress(FormatError):
        assert word.read(pack({"word/document.xml": document.encode()})).blocks == (Block(""),)


ENTITIES = '<!DOCTYPE d [<!ENTITY a "boom"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><w:document/>'
OUTSIDE = '<!DOCTYPE d SYSTEM "file:///etc/hostname"><w:document/>'


@pytest.mark.parametrize("attack", [ENTITIES, OUTSIDE])
def test_entities_are_refused(attack: str) -> None:
    """A document that declares entities or a document type is not read."""
    with pytest.raises(FormatError, match="declares entities"):
        word.read(pack({"word/document.xml": attack.encode()}))


def test_deep_nesting_is_refused() -> None:
    """Elements within elements without end are no document."""
    with pytest.raises(FormatError, match="nested too deeply"):
        word.read(package("<w:sdt>" * 100_000))


def zipped(name: str, data: bytes) -> bytes:
    """Pack an entry as tightly as it goes."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr(name, data)
    return file.getvalue()


@pytest.mark.parametrize("filling", [b" ", b"<w:p/>", b"<w:t>"])
def test_a_bomb_is_refused_quickly(filling: bytes) -> None:
    """A small file that unpacks to a hundred megabytes is refused before it takes time or memory."""
    start = f"<w:document {W}><w:body>".encode()
    data = zipped("word/document.xml", start + filling * (100 * 1024**2 // len(filling)))
    with little_memory(), pytest.raises(FormatError):
        word.read(data)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "empty"),
        (bytes(100), "empty"),
        (b"Just words.", "no document of a word processor"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"{\\rtf1 Words}", "Rich Text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "old document of Office"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "has a password"),
        (pack({"xl/workbook.xml": b"<a/>"}), "spreadsheet"),
        (pack({"a.txt": b"Words."}), "zip file without a document"),
        (pack({"document.json": b"{}"}), "Name it with .factbox"),
        (pack({"content.xml": b"", "mimetype": b"application/vnd.oasis.opendocument.text"}), "Name it with .odt"),
        (pack({"content.xml": b"", "mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}), "no text"),
        (pack({"META-INF/container.xml": b""}), "e-book"),
        (pack({"word/document.xml": b"<a/>"}), "no text in this document"),
    ],
)
def test_what_is_no_document_is_told_what_it_is(data: bytes, told: str) -> None:
    """A file of another kind is named, with what to do."""
    with pytest.raises(FormatError, match=told):
        word.read(data)


@given(st.integers(0, len(WHOLE) - 1), st.integers(1, 255))
def test_a_wrong_byte_is_a_document_or_an_error(place: int, change: int) -> None:
    """Whichever byte is wrong, the file opens or is refused in plain words."""
    broken = bytearray(WHOLE)
    broken[place] ^= change
    with contextlib.suppress(FormatError):
        assert word.read(bytes(broken)).blocks


NAMES = (
    "w:p w:pPr w:rPr w:del w:ins w:r w:t w:tbl w:drawing w:pict w:txbxContent mc:AlternateContent mc:Choice "
    "mc:Fallback pic:pic w:br w:tab w:body w:outlineLvl w:numPr w:numId w:b"
)


@given(trees(NAMES))
def test_elements_in_any_order_are_a_document(tree: str) -> None:
    """However the elements of a document stand in each other, it opens."""
    assert word.read(package(tree)).blocks


def test_what_letters_are_besides_is_named() -> None:
    """Raised signs and colours are told, and hidden words are neither shown nor forgotten."""

    def run(text: str, properties: str) -> str:
        return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"

    body = (
        "<w:p>" + run("10", "") + run("5", '<w:vertAlign w:val="superscript"/>') + run("gone", "<w:vanish/>")
        + run("red", '<w:color w:val="FF0000"/>') + "</w:p>"
    )  # fmt: skip
    assert texts(body) == ["105red"]
    assert losses(body) == (
        "1 piece of hidden text is not shown here.",
        "1 raised or lowered sign is level here: 10⁵ becomes 105.",
        "Colours, sizes and fonts of letters, and where lines stand, are not kept.",
        COST,
    )
