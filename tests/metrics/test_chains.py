"""Tests of the heaviest chain of ties."""

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from factbox.metrics.chains import Bond, Tie, heaviest

ties = st.builds(Tie, st.integers(0, 6), st.integers(0, 6), st.integers(1, 2), st.integers(1, 2))
bonds = st.lists(st.tuples(st.integers(1, 9).map(float), ties), max_size=7)


def goes_forward(chain: list[Tie]) -> bool:
    """Tell whether each tie of a chain begins behind the one before it in both texts."""
    return all(
        one.original + one.originals <= other.original and one.adaptation + one.adaptations <= other.adaptation
        for one, other in pairwise(chain)
    )


def test_no_bond_makes_no_chain() -> None:
    """Nothing is tied."""
    assert heaviest([]) == []


def test_the_heavier_of_two_that_cross_stays() -> None:
    """Both cannot be in one chain."""
    assert heaviest([(1.0, Tie(0, 1)), (2.0, Tie(1, 0)), (1.0, Tie(2, 2))]) == [Tie(1, 0), Tie(2, 2)]


@given(bonds)
def test_no_chain_is_heavier(found: list[Bond]) -> None:
    """It goes forward, and weighs as much as the best of all chains that can be made."""
    chain = heaviest(found)
    assert goes_forward(chain)
    weights = {tie: max(weight for weight, each in found if each == tie) for _weight, tie in found}
    best = max(
        (
            sum(weights[tie] for tie in some)
            for many in range(len(weights) + 1)
            for some in combinations(sorted(weights), many)
            if goes_forward(list(some))
        ),
        default=0,
    )
    assert sum(weights[tie] for tie in chain) == best


def test_a_tie_counts_from_elsewhere() -> None:
    """What was found in a stretch has its place in the text."""
    assert Tie(1, 2, 1, 3).shifted(10, 20) == Tie(11, 22, 1, 3)
