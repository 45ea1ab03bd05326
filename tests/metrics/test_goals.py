"""Tests of goals and of the distance from them."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factbox.metrics.goals import Aim, Goal, Standing, about, distance, read_goal
from factbox.metrics.levels import ages, grade_of
from factbox.metrics.rarity import Cefr
from factbox.translation import LANGUAGES, speak

goals = st.builds(
    Goal, st.sampled_from([Aim.GRADE, Aim.AGE, Aim.FIGURE]), st.integers(1, 18), st.sampled_from([0.3, 0.5, 1, 2])
) | st.builds(Goal, st.just(Aim.CEFR), st.integers(1, 6))


@pytest.mark.parametrize(
    ("goal", "low", "centre", "high"),
    [
        (Goal(Aim.GRADE, 5, 0.5), 4.5, 5, 5.5),
        (Goal(Aim.AGE, 10, 1), 3.5, 4.5, 5.5),
        (Goal(Aim.CEFR, 1), -math.inf, 1.3, 2.75),
        (Goal(Aim.CEFR, 3), 6.1, 8.1, 9.05),
        (Goal(Aim.CEFR, 6), 13.1, 14.2, math.inf),
        (Goal(Aim.FIGURE, 7.3, 0.2), 7.1, 7.3, 7.5),
    ],
)
def test_every_kind_of_goal_has_its_room_in_grades(goal: Goal, low: float, centre: float, high: float) -> None:
    """An age is a grade and five to six years; a CEFR level reaches half way to the next, or for ever."""
    assert (goal.low, goal.centre, goal.high) == pytest.approx((low, centre, high))


def test_a_goal_is_told_on_every_scale() -> None:
    """Its label says how it was given, its note what that is elsewhere."""
    assert Goal(Aim.GRADE, 5, 0.5).label == "Grade 5 ± 0.5"
    assert Goal(Aim.GRADE, 5, 0.5).note == "Age 10 to 11, about CEFR A2 to B1"
    assert Goal(Aim.AGE, 10, 1).note == "Grade 4.5, about CEFR A2"
    assert Goal(Aim.CEFR, 3).label == "CEFR B1"
    notes = [Goal(Aim.CEFR, level).note for level in (1, 3, 6)]
    assert notes == ["Up to grade 2.75", "Grade 6.1 to 9.05", "From grade 13.1 on"]
    assert Goal(Aim.GRADE, 5, 0.5).cefr is Cefr.B1


@given(st.floats(-5, 30), goals)
def test_a_distance_never_contradicts_itself(level: float, goal: Goal) -> None:
    """Side, figure and words agree, and a difference is never written as nothing."""
    found = distance(level, goal)
    assert found.grades == pytest.approx(level - goal.centre)
    assert (found.standing is Standing.WITHIN) == (goal.low <= level <= goal.high)
    if found.standing is not Standing.WITHIN:
        assert found.standing.value in found.text
        assert float(found.text.split()[0]) > 0


# No Level of a text lies exactly between two grades.
_LEVELS = st.floats(-3, 22).filter(lambda level: (level * 2) % 1 != 0)


@given(_LEVELS, st.integers(0, 22))
def test_a_whole_grade_is_met_exactly_where_a_text_is_called_by_it(level: float, grade: int) -> None:
    """What reads "Grade 6" is within the goal "grade 6", and nothing else is."""
    found = distance(level, read_goal(f"grade {grade}"))
    assert (found.standing is Standing.WITHIN) == (grade_of(level) == grade)


@given(_LEVELS, st.integers(4, 25))
def test_a_whole_age_is_met_exactly_where_a_text_is_called_by_it(level: float, age: int) -> None:
    """What reads "Age 11 to 12" is within the goals "age 11" and "age 12", and within no others."""
    found = distance(level, read_goal(f"age {age}"))
    assert (found.standing is Standing.WITHIN) == (age in ages(level))


@given(_LEVELS.filter(lambda level: level not in {2.75, 6.1, 9.05, 11.25, 13.1}), st.sampled_from(Cefr))
def test_a_cefr_level_is_met_exactly_where_a_text_is_said_to_be_about_it(level: float, cefr: Cefr) -> None:
    """What reads "about A2, near B1" is within the goal "A2"; every Level is of one CEFR level."""
    found = distance(level, read_goal(cefr.name))
    assert (found.standing is Standing.WITHIN) == about(level).startswith(f"about {cefr.name}")


@pytest.mark.parametrize(
    ("grade", "words"),
    [
        (-2, "about A1"),
        (2.7, "about A1, near A2"),
        (2.8, "about A2, near A1"),
        (4.5, "about A2"),
        (6.0, "about A2, near B1"),
        (6.2, "about B1, near A2"),
        (8.1, "about B1"),
        (18, "about C2"),
    ],
)
def test_every_grade_is_about_one_cefr_level(grade: float, words: str) -> None:
    """Between the quartiles of two levels it is about the nearer one, and near the other."""
    assert about(grade) == words


def test_full_precision_decides() -> None:
    """A Level of 9.04 is over a goal of 9 without room, and the words show by how much."""
    found = distance(9.04, Goal(Aim.GRADE, 9, 0))
    assert (found.standing, found.text) == (Standing.ABOVE, "0.04 above the goal")
    assert distance(7.47, Goal(Aim.GRADE, 5, 0.5)).text == "2.5 above the goal"
    assert distance(2.5, Goal(Aim.GRADE, 5, 0.5)).text == "2.5 below the goal"


def test_without_a_level_there_is_no_distance() -> None:
    """Then it says so."""
    assert distance(None, Goal()).standing is Standing.NONE


@pytest.mark.parametrize(
    ("text", "goal"),
    [
        ("grade 5", Goal(Aim.GRADE, 5, 0.5)),
        ("age 10", Goal(Aim.AGE, 10, 1)),
        (" Age 10 ± 0.3 ", Goal(Aim.AGE, 10, 0.3)),
        ("b1", Goal(Aim.CEFR, 3)),
        ("CEFR A2", Goal(Aim.CEFR, 2)),
        ("6.5 within 0.3", Goal(Aim.FIGURE, 6.5, 0.3)),
    ],
)
def test_a_goal_is_read_as_people_write_it(text: str, goal: Goal) -> None:
    """With or without its kind, with or without its room."""
    assert read_goal(text) == goal


@pytest.mark.parametrize("text", ["", "grade", "grade B1", "cefr 5", "hard", "grade 5 or so"])
def test_what_is_no_goal_is_told(text: str) -> None:
    """The message shows how to write one."""
    with pytest.raises(ValueError, match="grade 5, age 10, B1"):
        read_goal(text)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "goal", [Goal(Aim.GRADE, 5.5), Goal(Aim.AGE, 10.0, 1.0), Goal(Aim.CEFR, 3.0), Goal(Aim.FIGURE, 6.5)]
)
def test_a_label_is_read_as_the_goal_that_it_is_of(goal: Goal, language: str) -> None:
    """In every language, with its decimal sign."""
    speak([language])
    assert read_goal(goal.label) == goal


def test_a_comma_may_part_decimals() -> None:
    """Whoever writes so elsewhere writes so here."""
    assert read_goal("grade 5,5 ± 0,3") == read_goal("grade 5.5 ± 0.3")
