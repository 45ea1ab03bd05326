"""Tests of the rules on what an adaptation lost or changed."""

from adaptations import notices, told
from factbox.metrics.losses import Kind

BECAUSE = "Because the roots contain more sugar than the soil, water flows inwards through osmosis."


def test_a_lost_number_is_told() -> None:
    """One that nothing stands for."""
    assert told("The oak lifts 400 litres of water a day.", "The oak lifts water every day.") == [
        ("Number lost", "400", "")
    ]


def test_a_number_in_other_words_is_kept() -> None:
    """Figures, words, percentages and rounding say the same."""
    assert (
        told("The oak lifts four hundred litres, half of it at noon.", "The oak lifts 400 litres, 50% at noon.")
        == []
    )
    assert told("The oak has 201,345 leaves in summer.", "The oak has about 200,000 leaves in summer.") == []


def test_a_lost_date_is_told() -> None:
    """A month is one."""
    assert told("The pores opened in March for light.", "The pores opened for light.") == [
        ("Date lost", "March", "")
    ]


def test_another_name_is_a_changed_one() -> None:
    """One name in the place of one other."""
    assert told("The botanist lived near Dublin for years.", "The botanist lived near Galway for years.") == [
        ("Name changed", "Dublin", "Galway")
    ]


def test_a_lost_negation_is_told() -> None:
    """What it negated is still there."""
    assert told("Leaves do not open pores at noon.", "Leaves open pores at noon.") == [
        ("Negation lost", "not", "")
    ]


def test_a_negation_in_other_words_is_kept() -> None:
    """One that a verb has in it is there."""
    assert told("Leaves do not open pores at noon.", "Leaves avoid open pores at noon.") == []


def test_an_added_negation_is_told() -> None:
    """It turns what the original says."""
    assert told("Leaves open pores at noon.", "Leaves don’t open pores at noon.") == [
        ("Negation added", "", "n’t")
    ]


def test_a_changed_quotation_is_told() -> None:
    """Words that nobody said stand in quotation marks."""
    (found,) = notices(
        "Dixon said: “The leaves pull the water up.”", "Dixon said: “The leaves suck the water up.”"
    )
    assert (found.title, found.kind) == ("Quotation changed", Kind.QUOTATION)


def test_a_shortened_quotation_is_kept() -> None:
    """Each of its words was said."""
    assert (
        told("Dixon said: “The leaves pull the cold water up.”", "Dixon said: “The leaves pull the water up.”")
        == []
    )


def test_a_lost_quotation_is_told() -> None:
    """It is told as if nobody had said it."""
    (found,) = notices("Dixon said: “The leaves pull the water up.”", "The leaves pull the water up.")
    assert found.title == "Quotation lost"


def test_a_link_in_other_words_is_kept() -> None:
    """Cause and result are one relation."""
    assert (
        told(BECAUSE, "The roots contain more sugar than the soil. So water flows inwards through osmosis.") == []
    )


def test_a_link_to_what_was_dropped_is_not_missed() -> None:
    """With its clause the word may go."""
    assert (
        told(
            "The water reaches every leaf, although engineers used to doubt this.", "The water reaches every leaf."
        )
        == []
    )


def test_a_pronoun_without_its_noun_is_told() -> None:
    """Nobody was spoken of before."""
    original = "The botanist, a shy man, measured the bark at dawn and later described the roots in a book."
    adaptation = "Bark was measured at dawn. He later described the roots in a book."
    (notice,) = notices(original, adaptation)
    assert (notice.title, notice.after) == ("Pronoun without its noun", "He")


def test_a_pronoun_with_its_noun_is_left_alone() -> None:
    """The half before it has the noun."""
    original = "The botanist, a shy man, measured the bark at dawn and later described the roots in a book."
    assert told(original, "The botanist measured the bark at dawn. He later described the roots in a book.") == []


def test_a_second_link_word_is_not_the_first() -> None:
    """Of two of a kind one may go without loss."""
    original = "But although the oak lacks a pump, the water reaches every leaf."
    assert told(original, "The oak lacks a pump. But the water reaches every leaf.") == []


def test_a_number_of_another_thing_is_lost_and_not_changed() -> None:
    """Only one that counts the same is told as changed."""
    assert told(
        "The oak lifts 400 litres through its wood.", "The oak lifts water through 30 metres of its wood."
    ) == [("Number lost", "400", "")]


def test_a_command_that_turns_round_is_told() -> None:
    """Also where the verb itself says no, as "stop" does; said twice over it is no loss."""
    lost = [("Negation lost", "not", "")]
    village = "at the red light in the village."
    assert told(f"Do not stop {village}", f"Stop {village}") == lost
    assert told(f"You must not stop {village}", f"You must stop {village}") == lost
    assert told("She did not refuse to help the old miller.", "She helped the old miller.") == []


def test_what_is_below_zero_is_another_number() -> None:
    """A sign, "minus" and "below" say the same."""
    cold = "It was -5 degrees in the valley last night."
    assert told(cold, "It was 5 degrees in the valley last night.") == [("Number changed", "-5", "5")]
    assert told(cold, "It was minus 5 degrees in the valley last night.") == []
    assert told(cold, "It was 5 degrees below zero in the valley last night.") == []


def test_a_year_is_no_length() -> None:
    """The word "in" behind it does not make it inches."""
    assert told("The mill was built by 1987 in the valley.", "The mill was built by 1988 in the valley.") == [
        ("Number changed", "1987", "1988")
    ]
    assert told("The rope is 12 in long and very old.", "The rope is 30 cm long and very old.") == []
