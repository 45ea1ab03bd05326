"""Tests of the page on Python: its examples run, and what it promises holds."""

import pickle
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import factbox

PAGE = Path(__file__).parent.parent / "docs" / "python.md"
TEXTS = [f"The boat number {number} left early. It came home late. " * 12 for number in range(40)]


def test_the_examples_run_one_after_the_other(tmp_path: Path) -> None:
    """As a script in a folder of their own, with the output that they should have, and without Qt."""
    examples = re.findall(r"^```python\n(.*?)^```", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    assert len(examples) == 4
    script = tmp_path / "examples.py"
    # What starts processes is not to be started by them again.
    start, files, batch, pool = examples
    whole = f"{start}\n{files}\nif __name__ == '__main__':\n{_indented(batch)}\n{pool}\n"
    script.write_text(f"{whole}\nimport sys\nassert not any('PySide6' in name for name in sys.modules)\n", "utf-8")
    done = subprocess.run(  # noqa: S603  # the page's own words
        [sys.executable, str(script)], check=False, capture_output=True, text=True, cwd=tmp_path
    )
    assert done.returncode == 0, done.stderr
    report = factbox.measure("The boat left early. It came home late, with wet nets and no fish at all. " * 8)
    assert report.level is not None
    lines = done.stdout.splitlines()
    assert lines[0].startswith(f"{round(report.level, 2)} {report.tokens} ")
    assert "['heading', 'body']" in lines
    assert any(line.startswith("lesson.html ") for line in lines)
    assert len(lines) == 10


def _indented(code: str) -> str:
    return "".join(f"    {line}\n" for line in code.splitlines())


def test_many_threads_find_what_one_finds() -> None:
    """The counts share nothing that could be half written."""
    alone = [factbox.measure(text) for text in TEXTS]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(factbox.measure, TEXTS)) == alone


def test_a_report_says_the_same_behind_a_pickle() -> None:
    """Its scores too, which are made when they are asked for."""
    report = factbox.measure(TEXTS[0])
    again = pickle.loads(pickle.dumps(report))  # noqa: S301  # our own bytes
    assert again == report
    assert again.scores == report.scores


def test_another_formula_may_give_the_level() -> None:
    """With its band; one that there is not, or that gives no grade, is named."""
    text = "The mill stood by the river, and it ground the corn of nine farms. " * 10
    report = factbox.measure(text, formula="smog")
    assert report.formula == "smog"
    assert report.level == report.scores["smog"]
    with pytest.raises(ValueError, match="there is no formula 'smok'"):
        factbox.measure(text, formula="smok")
    with pytest.raises(ValueError, match="school grade"):
        factbox.measure(text, formula="flesch_reading_ease")
