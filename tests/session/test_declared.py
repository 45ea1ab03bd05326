"""Tests of what settings say of themselves."""

import pytest

from factbox.session.declared import Choice, Kind, Number, Switch, Typeface
from factbox.session.settings import SETTINGS

COLOURS = Choice({"red": "Red", "blue": "Blue"})
PERCENT = Number(0.5, 2.0)


@pytest.mark.parametrize(
    ("kind", "given", "taken"),
    [
        (Switch(), True, True),
        (Switch(), 1, None),
        (Switch(), "true", None),
        (COLOURS, "red", "red"),
        (COLOURS, "green", None),
        (COLOURS, ["red"], None),
        (PERCENT, 1, 1.0),
        (PERCENT, 9, 2.0),
        (PERCENT, -9, 0.5),
        (PERCENT, float("nan"), None),
        (PERCENT, True, None),
        (PERCENT, "1", None),
        (Number(1, 9, whole=True), 4.6, 5),
        (Typeface(("Inter",)), "Literata", "Literata"),
        (Typeface(("Inter",)), "", None),
        (Typeface(("Inter",)), "In\nter", None),
        (Typeface(("Inter",)), 7, None),
    ],
)
def test_a_kind_takes_its_own_values(kind: Kind, given: object, taken: object) -> None:
    """What is no value of a kind is none, and a number beyond its limits is at the nearer one."""
    value = kind.take(given)
    assert (value, type(value)) == (taken, type(taken))


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (Switch(), "TRUE", True),
        (Switch(), "false", False),
        (Switch(), "perhaps", None),
        (COLOURS, "blue", "blue"),
        (PERCENT, "1.5", 1.5),
        (PERCENT, "1e999", 2.0),
        (PERCENT, "huge", None),
        (Typeface(()), "Inter", "Inter"),
    ],
)
def test_a_kind_reads_what_was_written(kind: Kind, text: str, value: object) -> None:
    """A file holds text; what is no value there is none."""
    assert kind.parse(text) == value


@pytest.mark.parametrize("name", SETTINGS)
def test_every_setting_is_fit_for_people(name: str) -> None:
    """Its default is a value of its kind, and it has a label and one sentence of help."""
    each = SETTINGS[name]
    assert each.kind.take(each.default) == each.default
    assert each.kind.parse(str(each.default)) == each.default
    assert each.label
    assert not each.label.endswith(".")
    assert each.note.endswith(".")


def test_labels_differ() -> None:
    """No two settings are called the same."""
    labels = [each.label for each in SETTINGS.values()]
    assert len(labels) == len(set(labels))
