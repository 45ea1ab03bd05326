"""Tests of the rows: the figures of one file, or why there are none."""

import json
import pickle
from pathlib import Path

import factbox
from factbox.batch.row import Order, Row, measured
from factbox.metrics.report import Counting

TEXT = "The cat sat on the mat. It looked at the rain and thought about the long grey afternoon. " * 4


def test_a_row_has_the_figures_of_measure(tmp_path: Path) -> None:
    """They are unrounded, with the scores that were asked for and no others."""
    path = tmp_path / "a.txt"
    path.write_text(TEXT, "utf-8")
    row, report = measured(str(path), Order(scores=("smog", "calibrated"))), factbox.measure(TEXT)
    assert (row.level, row.tokens, row.types, row.ttr) == (report.level, report.tokens, report.types, report.ttr)
    assert row.scores == {"smog": report.scores["smog"], "calibrated": report.scores["calibrated"]}
    assert row.error is None


def test_a_file_that_cannot_be_read_is_a_row_with_its_reason(tmp_path: Path) -> None:
    """Nothing is raised: the other files are measured."""
    row = measured(str(tmp_path / "missing.docx"), Order(Counting("smog")))
    assert row.error == "There is no such file or folder."
    assert (row.level, row.tokens, row.scores, row.formula) == (None, None, None, "smog")


def test_a_row_crosses_processes_and_is_an_object_of_json(tmp_path: Path) -> None:
    """It may be pickled, and its line of JSON holds every field in order."""
    path = tmp_path / "a.txt"
    path.write_text(TEXT, "utf-8")
    row = measured(str(path), Order(scores=("lix",)))
    assert pickle.loads(pickle.dumps(row)) == row  # noqa: S301  # our own bytes
    assert Row(**json.loads(row.as_json())) == row


def test_what_was_learnt_of_one_file_changes_no_other(tmp_path: Path) -> None:
    """Files measured one after the other have the figures that each has by itself."""
    texts = [TEXT, "COVID-19 tests cost £3.50 at the harbour’s old kiosk, they said. " * 9, TEXT.upper()]
    for order in (Order(), Order(scores=("calibrated",)), Order(Counting("calibrated"))):
        for number, text in enumerate(texts):
            path = tmp_path / f"{number}.txt"
            path.write_text(text, "utf-8")
            row, report = measured(str(path), order), factbox.measure(text)
            assert (row.tokens, row.syllables, row.types) == (report.tokens, report.syllables, report.types)
            assert (row.scores or {}).get("calibrated", report.scores["calibrated"]) == report.scores["calibrated"]
