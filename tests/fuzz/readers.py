"""Every reader with files changed by chance: it gives a document or a message, soon, and nothing else."""

import random
import time
from functools import cache
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from factbox import formats
from factbox.document import Block, Document, Face, Moment, Role, Span, Version, Work
from factbox.formats import FORMATS, Format, FormatError
from fuzz.mutating import mutated
from fuzz.registry import FUZZES
from fuzz.watching import kept_if_failed, within
from strategies import shaped_texts
from trials import assert_told

_FILES = Path(__file__).parents[1] / "formats" / "files"
# Seconds that a file of some kilobytes may take on a machine that does other things too.
_PATIENCE = 10.0
_DRAWN = 20
_WORDS = "The boats came in. “Who saw them?” asked Dr. Hill, and nobody’s answer was €3.50."


@cache
def samples(key: str) -> tuple[bytes, ...]:
    """Give real files of a format: those that others made, and what we write."""
    its = next(each for each in FORMATS if each.key == key)
    found = [path.read_bytes() for path in sorted(_FILES.iterdir()) if path.suffix in its.suffixes]
    if its.write is not None:
        found += [its.write(document) for document in _documents()]
    if its.key == "text":
        found += ["Grüße\r\n".encode("utf-16"), "naïve £5\n".encode("cp1252"), _WORDS.encode("utf-8-sig")]
    return tuple(found)


def _documents() -> tuple[Document, ...]:
    plain = tuple(Block(_WORDS) for _number in range(3))
    shaped = (
        Block("Boats", Role.HEADING, 2),
        Block(_WORDS, spans=(Span(4, 9, Face.BOLD), Span(4, 14, Face.LINK, "https://a.example/b?c=d&e"))),
        *(Block(f"item {level}", Role.ITEM, level) for level in (1, 2, 3)),
        Block("one", Role.NUMBERED),
        Block(_WORDS, Role.QUOTATION, spans=(Span(0, 3, Face.ITALIC),)),
    )
    history = (Moment(1.7e9, 4.25, plain), Moment(1.8e9, None, plain[:1]))
    work = Work(
        "Boats", shaped, (Version("For Year 5", plain, {"goal": "grade 5"}, history), Version("B1", shaped))
    )
    return Document(plain), Document(shaped), Document(plain, work=work)


def read(its: Format, data: bytes, place: Path) -> str:
    """Read bytes as a file of a format; say what came of it."""
    path = place / f"file{its.suffixes[0]}"
    path.write_bytes(data)
    started = time.perf_counter()
    try:
        with within(_PATIENCE):
            document = formats.read(path)
    except FormatError as error:
        assert_told(error)
        return "a message"
    assert document.blocks, "a document without blocks"
    assert not any("\n" in block.text for block in document.blocks), "a line end in a block"
    # What was read can be kept, as a draft is.
    kept = formats.FORMATS[1].write
    assert kept is not None
    try:
        again = formats.FORMATS[1].read(kept(document))
    except formats.EncodingError:
        return "a document with half a letter"
    if document.work is None:
        assert [block.text for block in again.blocks] == [block.text for block in document.blocks], (
            "kept otherwise"
        )
    assert time.perf_counter() - started < _PATIENCE, "too slow"
    return "a document" if not document.losses else "a document with losses"


def _declare(its: Format) -> None:
    @FUZZES.declare(f"reader of {its.suffixes[0]}", tries=2_000, few=25)
    def attempt(number: int, folder: Path) -> str:
        dice = random.Random(f"{its.key} {number}")  # noqa: S311  # repeatable by its number
        files = samples(its.key)
        data = mutated(dice.choice(files), dice.choice(files), dice)
        with kept_if_failed(f"reader-{its.key}", number, data, its.suffixes[0]):
            return read(its, data, folder)


for _each in FORMATS:
    _declare(_each)

_MARKUP = {
    "webpage": "<p>|<b>|</b>|<ul>|<ol>|<li>|</ul>|<table><tr><td>|<h2>|<pre>|<br>|<a href='|'>|<style>|<script>|"
    "&amp;|<!--",
    "markdown": "# |* |1. |> |```|**|_|[|](|)|\\|    |---\n|<b>|&copy;|\n\n|`",
    "rtf": r"{\rtf1\ansi |{\*\x |\par |\b |\b0 |\u8217 ?|\'e9|}|\trowd|\cell|\row|\field|\bin3 |\uc2 "
    r"|{\stylesheet|\pard ",
}


def _texts(key: str) -> st.SearchStrategy[bytes]:
    """Draw what looks a little like a file of a format."""
    scraps = st.sampled_from(_MARKUP.get(key, "\n|\r\n|\t|\f|\ufeff|\u2028").split("|"))
    text = st.lists(scraps | st.text(max_size=6) | st.sampled_from(["word ", "\n"]), max_size=60).map("".join)
    return text.map(lambda each: each.encode("utf-8", "surrogatepass")) | st.binary(max_size=200)


@FUZZES.declare("readers with hypothesis", tries=200, few=1)
def with_hypothesis(number: int, folder: Path) -> str:
    """Draw files for each reader, and texts for each writer whose reader must read what it wrote."""
    tried = 0

    def run(its: Format, drawn: st.SearchStrategy[bytes]) -> None:
        @seed(number)
        @settings(max_examples=_DRAWN, database=None, deadline=None, phases=[Phase.generate, Phase.shrink],
                  suppress_health_check=list(HealthCheck))  # fmt: skip
        @given(drawn)
        def look(data: bytes) -> None:
            nonlocal tried
            tried += 1
            with kept_if_failed(f"hypothesis-{its.key}", number, data, its.suffixes[0]):
                read(its, data, folder)

        look()

    for its in FORMATS:
        run(its, _texts(its.key))
        if its.write is not None:
            run(its, shaped_texts.map(Document).map(its.write))
    assert tried >= len(FORMATS) * _DRAWN // 2
    return f"batches of {len(FORMATS)} readers with about {_DRAWN} files each"
