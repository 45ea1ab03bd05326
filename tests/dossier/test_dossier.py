"""Tests of the dossier of one text, and of the page and the document that it becomes."""

import base64
import io
from datetime import UTC, datetime
from html.parser import HTMLParser

import docx as library
import pytest

from factbox.document import Block
from factbox.dossier.composing import compose
from factbox.dossier.parts import Dossier, Picture, Section, Table, Words
from factbox.dossier.webpage import html
from factbox.dossier.word import docx
from factbox.metrics.goals import read_goal
from factbox.metrics.ledger import settle

TEXT = (
    "The boats came home before the storm. The fishermen, who had been approximately nine hours at sea because "
    "the nets were exceptionally heavy and the wind had turned against them, were utterly exhausted. They tied "
    "the ropes to the old stone wall. Then they went up the hill to eat and to sleep. "
) * 3
BLOCKS = (Block("Home <early> & late"), *(Block(TEXT) for _number in range(3)))
DAY = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    """Give the dossier of a text with hard sentences and hard words."""
    losses = ("1 picture is not shown here.",)
    return compose("tale & <b>.txt", BLOCKS, goal=read_goal("grade 3"), losses=losses, when=DAY)


# One grey pixel.
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=="
)


def _paint(_picture: Picture) -> bytes:
    return PNG


def _tables(dossier: Dossier) -> dict[str, Table]:
    return {part.caption: part for each in dossier.sections for part in each.parts if isinstance(part, Table)}


def test_the_facts_are_those_of_the_box(dossier: Dossier) -> None:
    """The Level, its band and the counts are those of a report, with the distance from the goal."""
    report = settle(BLOCKS)
    rows = {row[0]: row[1] for row in _tables(dossier)["The facts of this text"].rows}
    assert rows["Level"] == f"{report.level:.3f}"
    assert rows["Band of the Level"].startswith("Likely ")
    assert rows["Tokens"] == str(report.tokens)
    leads = [part.text for part in dossier.sections[0].parts if isinstance(part, Words) and part.is_lead]
    assert leads[1].endswith("above the goal (Grade 3 ± 0.5).")


def test_each_scale_says_what_it_is(dossier: Dossier) -> None:
    """A grade is what the formula gives; an age is worked out, and a CEFR level is only compared."""
    rows = {row[0]: row for row in _tables(dossier)["The Level on three scales"].rows}
    assert rows["School grade (US)"][4] == "what the formula gives"
    assert "worked out" in rows["Age in years"][4]
    assert "rough comparison" in rows["CEFR"][4]


def test_hard_sentences_have_reasons_and_hard_words_simpler_ones(dossier: Dossier) -> None:
    """The longest sentence is there with what it adds; a rare word with its level and a word that may fit."""
    sentences = _tables(dossier)["The hardest first"].rows
    assert sentences[0][0].startswith("The fishermen")
    assert "It adds" in sentences[0][6]
    words = {row[0]: row for row in _tables(dossier)["Those that weigh most first"].rows}
    assert "about" in words["approximately"][5]


def test_equal_sentences_stand_once_with_how_often(dossier: Dossier) -> None:
    """The text says everything nine times; what begins alike but goes on otherwise is another sentence."""
    rows = _tables(dossier)["The hardest first"].rows
    assert [row[1] for row in rows if row[0].startswith("The fishermen")] == ["9"]
    assert len({row[0] for row in rows}) == len(rows)
    long = (
        "The investigation of the circumstances surrounding the disappearance of the smallest vessel in the bay, "
        "which had been repaired with considerable difficulty by several experienced engineers in the autumn, "
    )
    text = f"{long}commenced at the lighthouse. {long}was abandoned by the municipality. It rained. " * 2
    found = _tables(compose("a", (Block(text + "We went home. " * 9),)))["The hardest first"].rows
    assert [row[1] for row in found if row[0].startswith("The investigation")] == ["2", "2"]


def test_measures_that_are_named_are_there(dossier: Dossier) -> None:
    """What is said of measures below is followed by them; each fact has its title, its rule and its figures."""
    section = next(each for each in dossier.sections if each.title == "How it was counted")
    place = next(
        n for n, part in enumerate(section.parts) if isinstance(part, Words) and "measures below" in part.text
    )
    tables = [part.caption for part in section.parts if isinstance(part, Table)]
    others = "The same text by other rules"
    # Those of the Level have a section of their own.
    assert tables[:5] == ["Counted", "Counted", others, "Counted", others]
    below = [part for part in section.parts[place:] if isinstance(part, Table)]
    assert [part.caption for part in below] == ["Counted", "Other measures of variety"]
    assert [row[0] for row in below[1].rows][:3] == ["MATTR", "MTLD", "HD-D"]
    leads = [part.text for part in section.parts if isinstance(part, Words) and part.is_lead]
    assert leads == [f"How {name} counted" for name in ("the Level is", "Tokens are", "Types are", "TTR is")]


def test_what_was_left_out_is_told(dossier: Dossier) -> None:
    """The losses of the file stand before how the rest was counted."""
    counted = next(each for each in dossier.sections if each.title == "How it was counted")
    assert counted.parts[0] == Words("1 picture is not shown here.")
    assert any("2026-11-25" in part.text for part in dossier.sections[-1].parts if isinstance(part, Words))


@pytest.mark.parametrize("text", ["", "It rained.", "Η γάτα κάθισε στο χαλί. " * 20, "Word " * 50])
def test_every_text_has_a_dossier(text: str) -> None:
    """Where there is no Level its reason is told, and nothing fails."""
    made = compose("a", (Block(text),))
    assert html(made)
    assert docx(made, _paint)
    report = settle((Block(text),))
    assert report.level is None
    assert made.sections[0].parts[0] == Words(f"{report.headline}. {report.remark}", is_lead=True)


class _Page(HTMLParser):
    """What a page holds: its tags in order, and its letters."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.open: list[str] = []
        self.text = ""
        self.anchors: set[str] = set()
        self.targets: set[str] = set()
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        self.anchors.add(named.get("id") or "")
        self.targets.add((named.get("href") or "#")[1:])
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def test_a_page_is_one_whole_file(dossier: Dossier) -> None:
    """Every tag is closed, every link leads to a heading, names are no markup, and nothing is fetched."""
    data = html(dossier)
    page = _Page(data)
    assert page.open == []
    assert page.targets <= page.anchors
    assert "tale & <b>.txt" in page.text
    # The name of a language is no address that is asked.
    data = data.replace(b"http://www.w3.org/2000/svg", b"")
    assert not any(word in data for word in (b"http:", b"https:", b"src=", b"@import", b"url(", b"<script"))


def test_a_document_has_the_same_tables(dossier: Dossier) -> None:
    """Every cell of the dossier stands in it, and its headings are headings."""
    made = library.Document(io.BytesIO(docx(dossier, _paint)))
    tables = [part for each in dossier.sections for part in each.parts if isinstance(part, Table)]
    assert [[tuple(cell.text for cell in row.cells) for row in table.rows] for table in made.tables] == [
        [table.head, *table.rows] for table in tables
    ]
    heads = [each.text for each in made.paragraphs if each.style is not None and each.style.name == "Heading 2"]
    assert heads == [each.title for each in dossier.sections]


PICTURE = Picture("The Level along the text", "It rises from 3 to 7.", "<svg><title>x</title></svg>")
PICTURED = Dossier("a", (Section("Pictures", (PICTURE,)), Section("Words", (Words("No picture here."),))))
TOLD = "The Level along the text. It rises from 3 to 7."


def test_columns_of_a_document_are_as_wide_as_their_words(dossier: Dossier) -> None:
    """Columns and cells agree, for word processors go by the ones or by the others; they fill the page."""
    for table in library.Document(io.BytesIO(docx(dossier, _paint))).tables:
        widths = [column.width for column in table.columns]
        assert [cell.width for cell in table.rows[0].cells] == widths
        assert sum(filter(None, widths)) == pytest.approx(library.shared.Cm(17), rel=0.01)


def test_no_column_is_narrower_than_its_words(dossier: Dossier) -> None:
    """A line has room for 92 letters: each column has its longest word's, and long sentences take the rest."""
    for table in _tables(dossier).values():
        for column, share in zip(zip(table.head, *table.rows, strict=True), table.widths, strict=True):
            longest = max(len(word) for cell in column for word in cell.split())
            assert 92 * share >= min(longest, 20) + 3
    hardest = _tables(dossier)["The hardest first"]
    assert hardest.widths[0] > 2 * hardest.widths[1]


def test_a_picture_is_shown_and_told_on_a_page() -> None:
    """Whoever cannot see it reads what it shows."""
    assert b"<svg>" in html(PICTURED)
    assert TOLD.encode() in html(PICTURED)


def test_a_picture_is_shown_and_told_in_a_document() -> None:
    """It is as wide as the page between its margins, and has its words below and for screen readers."""
    drawn: list[Picture] = []

    def paint(picture: Picture) -> bytes:
        drawn.append(picture)
        return PNG

    made = library.Document(io.BytesIO(docx(PICTURED, paint)))
    (shown,) = made.inline_shapes
    assert drawn == [PICTURE]
    assert shown.width == library.shared.Cm(17)
    assert [shown._inline.get(f"dist{side}") for side in "TBLR"] == ["0"] * 4
    assert shown._inline.docPr.get("descr") == "It rises from 3 to 7."
    assert TOLD in [each.text for each in made.paragraphs]
    assert PNG in [part.blob for part in made.part.package.iter_parts()]


def test_a_dossier_without_pictures_gives_their_words_and_the_reason() -> None:
    """The reason stands once, before the first of them; other sections stay as they are."""
    told = PICTURED.in_words("Nothing can draw here.")
    assert told.sections[0].parts == (Words("Nothing can draw here."), Words(TOLD))
    assert told.sections[1] == PICTURED.sections[1]
