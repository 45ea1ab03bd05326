"""Tests of where sentences may be split."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factbox.metrics import splits as module
from factbox.metrics.cuts import Cut
from factbox.metrics.flaws import new_failures
from factbox.metrics.splits import splits
from strategies import lines


def halves(text: str) -> list[str]:
    """Split a sentence at each place and give what it becomes."""
    return [each.done(text) for each in splits(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "split"),
    [
        (
            "The baker lit the oven before dawn; the street smelled of bread.",
            "The baker lit the oven before dawn. The street smelled of bread.",
        ),
        (
            "The bus was late again that morning, and she missed the first lesson.",
            "The bus was late again that morning. She missed the first lesson.",
        ),
        (
            "He wanted to stay for another week, but the money was gone.",
            "He wanted to stay for another week. But the money was gone.",
        ),
        (
            "The river had frozen in the night, so the children could walk over it.",
            "The river had frozen in the night. So the children could walk over it.",
        ),
        (
            "They built the bridge of old ships, which are still there today.",
            "They built the bridge of old ships. These ships are still there today.",
        ),
        (
            "She moved to a small town in Wales, where her sister ran a shop.",
            "She moved to a small town in Wales. There, her sister ran a shop.",
        ),
        (
            "The match was stopped after an hour because the pitch was flooded.",
            "The match was stopped after an hour. This was because the pitch was flooded.",
        ),
        (
            "Nobody wanted to go into the cave – it was dark and wet.",
            "Nobody wanted to go into the cave. It was dark and wet.",
        ),
        (
            "The answer was plain to everybody: the shop was too far away.",
            "The answer was plain to everybody. The shop was too far away.",
        ),
        (
            "The ferry leaves at noon but, in the winter, it stays in the harbour.",
            "The ferry leaves at noon. But, in the winter, it stays in the harbour.",
        ),
        (
            "She sold the old house in May and moved to a village in Wales.",
            "She sold the old house in May. She moved to a village in Wales.",
        ),
        (
            "The old men from the harbour mended the boat and sailed to the island.",
            "The old men from the harbour mended the boat. They sailed to the island.",
        ),
        (
            "The mayor said that the road was closed and that nobody could cross the bridge.",
            "The mayor said that the road was closed. The mayor said that nobody could cross the bridge.",
        ),
        (
            "They walked along the beach, although it rained the whole day.",
            "They walked along the beach. But it rained the whole day.",
        ),
        (
            "The older children sang in the hall, while the little ones painted outside.",
            "The older children sang in the hall. Meanwhile, the little ones painted outside.",
        ),
        (
            "Although the road was icy, the bus came at eight.",
            "The road was icy. But the bus came at eight.",
        ),
        (
            "Because the pitch was flooded, the match was stopped at once.",
            "The pitch was flooded. So the match was stopped at once.",
        ),
        (
            "For the first lesson we visited Tom Hill, who runs the shop in our street.",
            "For the first lesson we visited Tom Hill. Tom Hill runs the shop in our street.",
        ),
        (
            "The house, which was built by my grandfather, is for sale again this year.",
            "The house was built by my grandfather. The house is for sale again this year.",
        ),
        (
            "“We open at nine,” said Tom Hill, the owner of a shop in Leeds.",
            "“We open at nine,” said Tom Hill. Tom Hill is the owner of a shop in Leeds.",
        ),
        (
            "Tom Hill, the head of the school, was late again that day.",
            "Tom Hill is the head of the school. Tom Hill was late again that day.",
        ),
        (
            "Born in a village in Wales, Tom Hill moved to Leeds in May.",
            "Tom Hill was born in a village in Wales. Tom Hill moved to Leeds in May.",
        ),
        (
            "The river rose by two metres in the night, causing a flood in the town.",
            "The river rose by two metres in the night. This caused a flood in the town.",
        ),
        (
            "She bought a small shop in Leeds, using her savings for the rent.",
            "She bought a small shop in Leeds. She used her savings for the rent.",
        ),
        (
            "The beaches are full again, with many people swimming in the sea.",
            "The beaches are full again. Many people are swimming in the sea.",
        ),
        (
            "They walked home through the night, a journey of ten miles in the snow.",
            "They walked home through the night. This was a journey of ten miles in the snow.",
        ),
        (
            "She owned an old boat that had lain in the harbour for years.",
            "She owned an old boat. This boat had lain in the harbour for years.",
        ),
        (
            "The school was built in the spring and opened in June by the mayor.",
            "The school was built in the spring. The school was opened in June by the mayor.",
        ),
        (
            "The old school, built by the monks, was sold in the spring.",
            "The old school was built by the monks. The old school was sold in the spring.",
        ),
        (
            "On the last day they asked Tom Hill, whose shop is in our street.",
            "On the last day they asked Tom Hill. Tom Hill’s shop is in our street.",
        ),
        (
            "Using nets and long poles, the men caught the birds on the island.",
            "The men used nets and long poles. The men caught the birds on the island.",
        ),
        (
            "Mr. Hill paid £2.5m for the house at example.org/house, but Dr. Moore wanted 3.5 per cent more.",
            "Mr. Hill paid £2.5m for the house at example.org/house. But Dr. Moore wanted 3.5 per cent more.",
        ),
        (
            "They called it a “mad idea”, but they bought the shop in the end.",
            "They called it a “mad idea”. But they bought the shop in the end.",
        ),
        (
            "The players left the pitch at once, saying that the rain was too heavy.",
            "The players left the pitch at once. The players said that the rain was too heavy.",
        ),
    ],
)
def test_clauses_that_stand_by_themselves_are_found(text: str, split: str) -> None:
    """The second half begins with its capital; no cause, contrast or result is dropped."""
    assert halves(text) == [split]


@pytest.mark.parametrize(
    "text",
    [
        "She bought apples and pears and a very large loaf of bread.",
        "If it rains on the day of the match, and it often does, we stay at home.",
        "He worked between the old harbour and the market that was open at night.",
        "“I am going to the shop, and you are staying here with him,” she said.",
        "The club (it was founded by sailors, and it still has a boat) is closed.",
        "It was not the wind but the rain that kept them from the summit.",
        "He was late because of the heavy snow that had fallen in the night.",
        "We saw geese; a heron that was fishing; and two otters on the bank.",
        "Stop, and go.",
        "The cook likes salt, and she likes fish, " * 30 + "and she likes the sea.",
        "The cat and the dog were asleep under the table in the kitchen.",
        "He said that the road was closed, and the bus was already late.",
        "If the wind is right, we sail to the island and you cook the fish.",
        "The keys of the boats in the harbour, which are very old, were lost.",
        "We met the ambassador to France, who had come by train that day.",
        "She bought fish caught and frozen at sea by men from our town.",
        "The children that live here and play in the street are my friends.",
        "Although he was very ill, Tom came to the school on Monday.",
        "The plan would not have worked if his friends and neighbours had not come to help.",
        "The library shows the papers that the poet and his two brothers left to the town.",
        "We met in the spring, with only a small tent and a badly torn map to guide us.",
        "The water fills the cellars of the town, forcing rats upwards and spoiling the food.",
        "It is a guide for almost any person in the town, who might need one at night.",
        "He told us about the time she shouted at him because he had lost the keys.",
        "The keeper slept, but a fox that had come from the woods stole two hens.",
        "Several hundred people in some towns – they are all members of the old club.",
        "The best thing about the job: other people never know what you do all day.",
        "The road is long and steep, and the small shop by the bridge at the end.",
        "Was the bus late again that morning, and did she miss the first lesson?",
    ],
)
def test_other_places_are_left_alone(text: str) -> None:
    """Lists, pairs, what is told, quotations, brackets, questions and short halves are no places."""
    assert halves(text) == []


WHOLE = (
    "The bus was late again that morning, and she missed the first lesson.",
    "Tom Hill, the head of the school, was late again that day.",
    "Although the road was icy, the bus came at eight.",
    "They built the bridge of old ships, which are still there today.",
    "The shop opened at nine; the street was full of people.",
)


@given(st.lists(st.sampled_from(WHOLE), min_size=1, max_size=4))
def test_what_is_quoted_stays_as_it_was_said(said: list[str]) -> None:
    """A quotation of several sentences is never changed, wherever its sentences lie."""
    quoted = f"“{' '.join(said)}”"
    text = f"{quoted} That is what she wrote to us."
    start = 0
    for sentence in said:
        end = text.index(sentence, start) + len(sentence)
        assert not splits(text, start, end)
        start = end


@given(st.lists(st.sampled_from(WHOLE), min_size=2, max_size=4), st.data())
def test_other_sentences_are_left_alone(sentences: list[str], data: st.DataObject) -> None:
    """A split changes its own sentence, and only where it says so."""
    text = " ".join(sentences)
    number = data.draw(st.integers(0, len(sentences) - 1))
    start = len(" ".join(sentences[:number])) + (number > 0)
    end = start + len(sentences[number])
    (found,) = splits(text, start, end)
    made = found.done(text)
    assert made.startswith(text[:start])
    assert made.endswith(text[end:])
    assert made[start : len(made) - len(text) + end] in halves(sentences[number])


def test_a_short_half_is_told() -> None:
    """A half of few words makes choppy prose."""
    (found,) = splits("The bus was late again that morning, and she was very cold.", 0, 60)
    assert found.choppy
    assert found.after == "morning"


@given(lines)
def test_places_lie_in_the_sentence_and_keep_its_words(text: str) -> None:
    """Whatever the text, what gives way is punctuation and a joining word, and it lies within."""
    for each in splits(text, 0, len(text)):
        assert 0 <= each.start < each.end <= len(text)
        assert len(text[each.start : each.end].split()) <= 3
        assert [*each.changes] == sorted(each.changes)


def test_a_rule_that_fails_costs_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the others find is there."""
    text = "The baker lit the oven before dawn; the street smelled of bread."
    rules = module._RULES
    (found,) = {each.rule for each in splits(text, 0, len(text))}

    def fail(_sentence: object) -> list[Cut]:
        raise IndexError

    broken = [each if each.name == found else replace(each, cuts=fail) for each in rules]
    monkeypatch.setattr(module, "_RULES", tuple(broken))
    splits.cache_clear()
    assert [each.rule for each in splits(text, 0, len(text))] == [found]
    splits.cache_clear()
    assert set(new_failures()) == {each.name for each in rules} - {found}


def test_many_marks_before_a_joint_break_no_rule() -> None:
    """A piece that is made of marks alone has none behind it."""
    text = "The captain saw " + "\u202e" * 300 + " and the boats came in late."
    assert [each.rule for each in splits(text, 0, len(text))] == []
    assert new_failures() == {}
