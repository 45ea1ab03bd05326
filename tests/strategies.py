"""What hypothesis draws: texts with everything that texts have, blocks, and edits of documents."""

from hypothesis import strategies as st

from factbox.document import Block

_PIECES = [
    "the", "cat", "Dr.", "U.S.", "e.g.", "sat.", "Why?", "“Go!”", "he", "said…", "3.14", "well-known", "and/or",
    "fast—home", "naïve", "don’t", "COVID-19", "$5", "😀", "https://a.example/b", "-", "1.", "•", "(so", "it)",
    "etc.", "It", "rained.We", "\u00a0", "\u2028", "…", "?!", "日本",
]  # fmt: skip

words = st.sampled_from(_PIECES) | st.text(
    # Qt keeps no line ends inside a block, no broken halves of signs, and nothing of what is no sign at all.
    st.characters(exclude_categories=("Cs", "Cc", "Cn", "Zl", "Zp"), exclude_characters="\ufeff"),
    max_size=8,
)
lines = st.lists(words, max_size=12).map(" ".join)
blocks = lines.map(Block)


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
