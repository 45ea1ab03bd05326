"""Tests of the gist of a sentence."""

import pytest

from factbox.metrics.gist import Gist, Gists, Weights, weight
from factbox.metrics.stems import stem_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("stopped", "stop"),
        ("making", "makes"),
        ("countries", "country"),
        ("went", "goes"),
        ("children", "child"),
        ("colours", "color"),
        ("organised", "organizes"),
        ("organisation", "organization"),
        ("easily", "easy"),
        ("used", "use"),
        ("died", "dying"),
        ("bought", "buy"),
    ],
)
def test_forms_of_a_word_share_a_stem(one: str, other: str) -> None:
    """Endings, irregular forms and spellings change nothing."""
    assert stem_of(one) == stem_of(other)


@pytest.mark.parametrize(
    ("one", "other"), [("bus", "but"), ("class", "clap"), ("bring", "bred"), ("news", "nest")]
)
def test_other_words_have_other_stems(one: str, other: str) -> None:
    """No ending is seen where there is none."""
    assert stem_of(one) != stem_of(other)


def test_rare_words_weigh_more() -> None:
    """A name outside the table weighs most, an article nothing."""
    assert weight("the") == 0
    assert 0 < weight(stem_of("water")) < weight(stem_of("osmosis")) <= weight("zyxolith") == 1


def test_what_is_often_in_the_text_weighs_less() -> None:
    """The subject of a text tells little of where one is in it."""
    weights = Weights([Gist(f"Lemurs {verb}.") for verb in ("dance", "jump", "sleep", "climb")])
    assert weights["lemur"] < weights[stem_of("climb")] / weight(stem_of("climb"))


def test_a_gist_has_the_stems_that_tell() -> None:
    """Compounds are taken apart, possessives and punctuation are left out."""
    assert Gist("The ring-tailed lemur’s song…").stems == {"ring", "tail", "lemur", "song"}
    assert Gist("“The lemur’s tail,” he said.").words == "The lemur's tail he said"


def test_the_same_text_has_one_gist() -> None:
    """Sentences with the same text share what is known of them."""
    gists = Gists()
    assert gists["Lemurs sleep."] is gists["Lemurs sleep."]
