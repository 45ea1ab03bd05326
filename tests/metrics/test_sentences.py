"""Tests of where sentences end."""

import pytest
from hypothesis import given

from factbox.metrics.language import language
from factbox.metrics.sentences import End, sentences
from strategies import lines


def split(text: str) -> list[str]:
    """Give the sentences of a text as strings."""
    return [text[each.start : each.end].strip() for each in sentences(text, language("en"))]


@pytest.mark.parametrize(
    "text",
    [
        "Dr. Smith went to Washington.| He met Mrs. Jones at 3.14 p.m. on Jan. 5.",
        '"Go," he said.| "Now."| She ran.| He ran.',
        "Go!| Stop!| Run!",
        "What?!| Are you sure?!",
        "It failed.| (Nobody knew why.)| We left.",
        "She asked: “Why?” and left.| Nobody answered.",
        "He waited… and waited.| Then…| Nothing.",
        "He waited...| Nobody came.",
        "George W. Bush spoke first.| So did J. R. R. Tolkien.",
        "We live in the U.S.| The weather is good.",
        "The U.S. Army came.",
        "See p. 4 and Fig. 3, e.g. the top.| No. 12 is next.| Did he say no.| Yes.",
        "We sell pears, etc. in the shop.| We sell plums, etc.| The rest is gone.",
        "It was me and I.| The end.",
        "It rained.We left.",
        "Open report.final.docx first.",
        "Version 2.0.1 is out.",
        "Yahoo! is a firm.",
        "He came at 9 a.m. on Monday.",
        "And then she stopped in the mid",
        "i went home.| then i ate.| it was good.",
        "Go!| stop!| run!",
        "I saw Tom.| he ran.",
        "is it you?| no it is not me.| ok then.",
        "We like our iPhone.| iPhones are good.",
        "The end of it.[1]| And the next.[2]",
        "He came at approx. noon, i.e. late, in a govt. car.",
        "“Stop!” she said.| (Nobody did!) and so on.",
        "He left.\u200b| Then\u00ad he came.\u00ad| Good.",
    ],
)
def test_sentences_end_where_readers_end_them(text: str) -> None:
    """A mark ends a sentence only in final use; the strokes show where."""
    expected = [part.strip() for part in text.split("|")] if "rained" not in text else ["It rained.", "We left."]
    assert split(text.replace("|", "")) == expected


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("It ends.", End.STOP),
        ("Does it?", End.QUESTION),
        ("It does!", End.EXCLAMATION),
        ("It trails off… Then more", End.ELLIPSIS),
        ("It never", End.BLOCK),
    ],
)
def test_each_end_says_its_reason(text: str, reason: End) -> None:
    """Every sentence knows why it ends."""
    assert next(sentences(text, language("en"))).reason is reason


@pytest.mark.parametrize("text", ["", "   ", "...!?", "— … —", "😀."])
def test_without_a_word_there_is_no_sentence(text: str) -> None:
    """Marks and signs alone make no sentence."""
    assert split(text) == []


@pytest.mark.parametrize(
    "run", ["." * 300_000 + "x", "?!" * 200_000 + "x", "! " * 200_000 + "x.", '."' * 200_000 + "x"]
)
def test_an_endless_run_of_marks_is_read_once(run: str) -> None:
    """Marks without end end nothing, and are not read again from each of them."""
    assert len(split(run)) == 1


def test_a_curly_text_splits_like_a_straight_one() -> None:
    """Typographic quotes change nothing."""
    straight = '"Why?" he asked. "Because!" she said. He left.'
    curly = "“Why?” he asked. “Because!” she said. He left."
    assert len(split(straight)) == len(split(curly)) == 3


@given(lines)
def test_sentences_follow_each_other_without_overlap(text: str) -> None:
    """Spans are in order, inside the text, and each holds a letter or a digit."""
    at = 0
    for each in sentences(text, language("en")):
        assert at <= each.start < each.end <= len(text)
        assert any(map(str.isalnum, text[each.start : each.end]))
        at = each.end
