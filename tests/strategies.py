"""What hypothesis draws: texts with everything that texts have, blocks, and edits of documents."""

from hypothesis import strategies as st

from factbox.document import DEEPEST, Block, Face, Role, Span, settled

_PIECES = [
    "the", "cat", "Dr.", "U.S.", "e.g.", "sat.", "Why?", "“Go!”", "he", "said…", "3.14", "well-known", "and/or",
    "fast—home", "naïve", "don’t", "COVID-19", "$5", "😀", "https://a.example/b", "-", "1.", "•", "(so", "it)",
    "etc.", "It", "rained.We", "\u00a0", "\u2028", "…", "?!", "日本", "\t",
]  # fmt: skip

words = st.sampled_from(_PIECES) | st.text(
    # Qt keeps no line ends inside a block, no broken halves of signs, and nothing of what is no sign at all.
    st.characters(exclude_categories=("Cs", "Cc", "Cn", "Zl", "Zp"), exclude_characters="\ufeff"),
    max_size=8,
)
lines = st.lists(words, max_size=12).map(" ".join)
blocks = lines.map(Block)
_addresses = st.sampled_from(
    ["https://a.example/b?c=d&e=f#g", "mailto:me@a.example", "notes.html", "a(b)<c>\"'.é"]
)


@st.composite
def shaped_blocks(draw: st.DrawFn, texts: st.SearchStrategy[str] = lines) -> Block:
    """Draw a block of any role and level, with letters that are bold, italic or a link."""
    text, role = draw(texts), draw(st.sampled_from(Role))
    places = st.integers(0, len(text))
    drawn = st.builds(Span, places, places, st.sampled_from(Face), _addresses)
    level = draw(st.integers(1, DEEPEST.get(role, 1)))
    return Block(text, role, level, settled(text, draw(st.lists(drawn, max_size=4))))


shaped_texts = st.lists(shaped_blocks(), min_size=1, max_size=6).map(tuple)


def trees(names: str) -> st.SearchStrategy[str]:
    """Draw words in elements of some names, parted by spaces, that stand in each other in any way."""
    return st.recursive(
        st.just("words"),
        lambda inner: st.builds(
            lambda name, parts: f"<{name}>{''.join(parts)}</{name}>",
            st.sampled_from(names.split()),
            st.lists(inner, max_size=3),
        ),
        max_leaves=20,
    )
