"""Tests of how common and how hard to learn words are."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factbox.metrics.rarity import Cefr, Rarity, rarity


@pytest.fixture(scope="module")
def english() -> Rarity:
    """Give what is known of English words."""
    return rarity("en")


def test_common_words_have_a_higher_frequency(english: Rarity) -> None:
    """Of two words the commoner one has the higher Zipf frequency."""
    found = [english.zipf(word) or 0 for word in ("the", "use", "utilize", "ameliorate")]
    assert found == sorted(found, reverse=True)
    assert 7 < found[0] < 8


@pytest.mark.parametrize(
    "family",
    ["work works worked working", "child children", "go goes went gone going", "easy easier easiest",
     "analyse analysed analyze analyzing", "colour color colours", "utilise utilize utilised"],
)  # fmt: skip
def test_a_family_shares_its_band(english: Rarity, family: str) -> None:
    """All inflections of a word, in either spelling, are in one band."""
    assert len({english.band(word) for word in family.split()}) == 1


def test_bands_hold_a_thousand_families(english: Rarity) -> None:
    """The commonest words are in the first band, rarer ones in later bands."""
    found = [english.band(word) or 0 for word in ("water", "purchase", "commence", "obfuscate")]
    assert found == sorted(found)
    assert (found[0], found[1]) == (1, 2)


def test_levels_go_from_a1_to_c2(english: Rarity) -> None:
    """Learners know a simple word long before a learned one."""
    assert english.cefr("children") is Cefr.A1
    assert english.cefr("obfuscate") is Cefr.C2


def test_an_inflection_has_the_level_of_its_word(english: Rarity) -> None:
    """A form that is nothing but an inflection is as easy as its word."""
    assert english.cefr("went") is english.cefr("go") is Cefr.A1


@pytest.mark.parametrize(
    "written", ["WATER", "Water", "water's", "Water’s", "“water”", "water,", "waters'", "wa\u00adter"]
)
def test_the_way_of_writing_changes_nothing(english: Rarity, written: str) -> None:
    """Capitals, possessives, curly apostrophes and punctuation do not hide a word."""
    assert english.band(written) == english.band("water")


def test_a_contraction_is_as_common_as_its_verb(english: Rarity) -> None:
    """Contractions are in the table, in the band of the word that was contracted."""
    assert english.band("don’t") == english.band("cannot") == 1


def test_a_compound_is_as_rare_as_its_rarest_part(english: Rarity) -> None:
    """With hyphens, the rarest part decides."""
    assert english.zipf("self-aggrandizing") == english.zipf("aggrandizing")
    assert english.cefr("water-obfuscate") is Cefr.C2


def test_figures_in_a_compound_do_not_count(english: Rarity) -> None:
    """A part of figures makes a compound no rarer."""
    assert english.band("20-year-old") == 1


def test_a_prefix_with_a_hyphen_is_found_without_it(english: Rarity) -> None:
    """What is more usual without its hyphen is looked up so."""
    assert english.zipf("e-mail") == english.zipf("email")


def test_accents_may_be_missing_in_the_table(english: Rarity) -> None:
    """An accented word is found by its plain letters where the table has only those."""
    assert english.zipf("wäter") == english.zipf("water")


@pytest.mark.parametrize(
    "written", ["", "42", "3.14", "1990s", "me@example.org", "www.example.org", "xqzzt", "xqzzt-water", "—", "-"]
)
def test_nothing_is_known_of_what_is_not_in_the_table(english: Rarity, written: str) -> None:
    """Figures, addresses and unknown words have no frequency, no band and no level."""
    assert (english.zipf(written), english.band(written), english.cefr(written)) == (None, None, None)
    assert written not in english


def test_a_word_may_lack_a_level_alone(english: Rarity) -> None:
    """Some words are in the table without a level."""
    assert english.cefr("café") is None
    assert english.band("café") is not None


@given(st.text(max_size=30))
def test_no_text_breaks_it(text: str) -> None:
    """Whatever is asked gets a sensible answer or none."""
    band = rarity().band(text)
    assert band is None or band >= 1


def test_the_table_is_read_once() -> None:
    """The second time the same table is at hand."""
    assert rarity("en") is rarity()


def test_an_unknown_language_is_an_error() -> None:
    """Nothing is guessed for a language without a table."""
    with pytest.raises(FileNotFoundError):
        rarity("xx")


def test_no_source_is_needed_at_run_time() -> None:
    """The packages that the table was made from are not imported."""
    rarity()
    assert not {"wordfreq", "cefrpy", "lemminflect"} & set(sys.modules)
