"""Tests of the command line."""

import io
import json
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

import factbox
from factbox import cli, formats
from factbox.document import Block, Document, Role
from factbox.translation import speak

TEXT = "The cat sat on the mat. It looked at the rain and thought about the long grey afternoon. " * 4
KEYS = [
    "path", "language", "error", "level", "level_low", "level_high", "formula", "tokens", "types", "ttr",
    "words", "sentences", "syllables", "fragments", "words_left_out", "scores", "remark",
]  # fmt: skip


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """Give a file with a text."""
    path = tmp_path / "good.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_json_is_an_object_a_line_in_order(good: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each input has its line with every key, and one that fails does not stop the others."""
    missing = tmp_path / "missing.txt"
    assert cli.main(["measure", "--json", str(missing), str(good)]) == 1
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert list(first) == list(second) == KEYS
    assert first["path"] == str(missing)
    assert "no such file" in first["error"]
    assert first["level"] is None
    assert second["error"] is None


def test_json_figures_are_those_of_measure(good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command line gives the unrounded figures that the library gives."""
    assert cli.main(["measure", "--json", str(good)]) == 0
    found = json.loads(capsys.readouterr().out)
    report = factbox.measure(TEXT)
    assert {key: found[key] for key in KEYS[3:-1]} == {key: getattr(report, key) for key in KEYS[3:-1]}


def test_json_says_why_there_is_no_level(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A text that is too short has counts, no error, and a reason."""
    (tmp_path / "short.txt").write_text("The mill stood.", "utf-8")
    assert cli.main(["measure", "--json", str(tmp_path / "short.txt")]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["level"], found["error"], found["remark"]) == (None, None, "3 words. It needs 25.")


def test_plain_output_has_the_four_lines(good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without --json the Fact Box is printed as it reads in the window."""
    assert cli.main(["measure", str(good)]) == 0
    lines = [line.strip() for line in capsys.readouterr().out.splitlines()]
    assert lines[1:5] == [f"{fact.label}: {fact.text}" for fact in factbox.measure(TEXT).facts]


def test_plain_output_tells_the_cefr_level(good: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As the window does; a text without a Level has none."""
    (tmp_path / "short.txt").write_text("The mill stood.", "utf-8")
    assert cli.main(["measure", str(good), str(tmp_path / "short.txt")]) == 0
    told, untold = capsys.readouterr().out.split("\n\n", 1)
    assert "  CEFR: about A1\n" in told
    assert "CEFR" not in untold


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A dash reads standard input, in any encoding that a file may have."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode("utf-16"))))
    assert cli.main(["measure", "--json", "-"]) == 0
    assert json.loads(capsys.readouterr().out)["tokens"] == factbox.measure(TEXT).tokens


def test_a_formula_may_be_chosen(good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The Level is that of the formula that is named."""
    cli.main(["measure", "--json", "--formula", "smog", str(good)])
    found = json.loads(capsys.readouterr().out)
    assert found["formula"] == "smog"
    assert found["level"] == found["scores"]["smog"]


def test_a_formula_that_gives_no_grade_is_refused(good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A figure on another scale cannot be the Level, and the message names those that can."""
    with pytest.raises(SystemExit):
        cli.main(["measure", "--formula", "flesch_reading_ease", str(good)])
    assert "flesch_kincaid" in capsys.readouterr().err


def test_calibrated_may_be_chosen(good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its figure is the same whether it gives the Level or is one of the scores."""
    cli.main(["measure", "--json", "--formula", "calibrated", str(good)])
    found = json.loads(capsys.readouterr().out)
    assert found["level_low"] < found["level"] < found["level_high"]
    assert found["level"] == found["scores"]["calibrated"] == factbox.measure(TEXT).scores["calibrated"]


CHECK_KEYS = ["path", "level", "level_low", "level_high", "formula", "goal", "standing", "distance", "error"]


def test_a_text_within_the_goal_passes(good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its Level, its band and the goal are told in one line, and the exit status is 0."""
    assert cli.main(["check", str(good), "--goal", "grade 2"]) == 0
    assert capsys.readouterr().out == f"{good}: Level 1.7, likely below 1 to 6. Within the goal (Grade 2 ± 0.5).\n"


@pytest.mark.parametrize(("goal", "words"), [("grade 1", "0.7 above the goal"), ("B1", "6.4 below the goal")])
def test_a_text_that_misses_the_goal_fails(
    good: Path, goal: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Above or below, the exit status is 1, and the distance is told in words."""
    assert cli.main(["check", "--goal", goal, str(good)]) == 1
    assert words in capsys.readouterr().out


def test_one_missed_goal_or_broken_file_fails_all(
    good: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """All files are told of, and the exit status is 1 when one cannot be read."""
    assert cli.main(["check", str(tmp_path / "missing.txt"), str(good), "--goal", "grade 2"]) == 1
    first, second = capsys.readouterr().out.splitlines()
    assert "no such file" in first
    assert "Within" in second


def test_a_text_without_a_level_misses_every_goal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The reason stands in the place of the Level."""
    short = tmp_path / "short.txt"
    short.write_text("It rained.", "utf-8")
    assert cli.main(["check", str(short), "--goal", "grade 2"]) == 1
    assert "No Level yet. 2 words. It needs 25." in capsys.readouterr().out


def test_a_check_in_json_has_its_keys(good: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One object a line, unrounded, with nothing for a file that cannot be read but its error."""
    missing = str(tmp_path / "missing.txt")
    cli.main(["check", "--json", "--formula", "calibrated", "--goal", "grade 9", missing, str(good)])
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert list(first) == list(second) == CHECK_KEYS
    assert (first["level"], first["standing"], first["distance"]) == (None, None, None)
    assert "no such file" in first["error"]
    assert (second["formula"], second["goal"], second["standing"]) == ("calibrated", "Grade 9 ± 0.5", "below")
    assert second["distance"] == second["level"] - 9
    assert second["error"] is None


def test_what_is_no_goal_is_refused_with_advice(good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The message says how to write a goal."""
    with pytest.raises(SystemExit):
        cli.main(["check", str(good), "--goal", "easy"])
    assert "Write it as grade 5, age 10, B1" in capsys.readouterr().err


def test_help_teaches_a_check_by_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    """The help shows a command that works as it stands, and what it prints."""
    with pytest.raises(SystemExit):
        cli.main(["check", "--help"])
    told = capsys.readouterr().out
    assert 'factbox check lesson.txt story.txt --goal "grade 5"' in told
    assert "Within the goal (Grade 5 ± 0.5)." in told


@pytest.mark.parametrize("text", ["", "   \n ", "...!?", "—"])
def test_an_empty_text_has_empty_facts(text: str) -> None:
    """Nothing to count gives zeros and no figures, never an error."""
    report = factbox.measure(text)
    assert (report.tokens, report.types, report.ttr, report.level, report.sentences) == (0, 0, None, None, 0)


def test_a_broken_text_is_measured_all_the_same() -> None:
    """Zeros and lone surrogates count for nothing and do no harm."""
    assert factbox.measure("One\x00 two \ud800 three.").words == 3


def test_wrapped_lines_join_and_blank_lines_end() -> None:
    """A line broken by hand is no paragraph, a blank line and a bullet are."""
    assert factbox.measure("The cat sat\non the mat.").sentences == 1
    report = factbox.measure("The cat sat.\n\nList:\n- milk\n- eggs")
    assert (report.sentences, report.fragments) == (1, 3)


@pytest.mark.parametrize(
    "arguments",
    ["measure a.txt", "--version", "a.txt --help", "a.txt --bogus", "-h", "mesure a.txt", "chek", "Measure"],
)
def test_what_stands_for_the_command_line(arguments: str) -> None:
    """A verb, one that is mistyped, and an option anywhere are the command line's."""
    assert cli.wants(arguments.split())


@pytest.mark.parametrize("arguments", ["", "a.txt", "mill.docx b.txt", "-- --help", "a.txt -- -b.txt", "tale"])
def test_what_stands_for_the_window(arguments: str) -> None:
    """Files or nothing are the window's, and so is what stands behind two dashes."""
    assert not cli.wants(arguments.split())


def test_a_file_may_be_called_almost_as_a_verb(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is there is opened."""
    monkeypatch.chdir(tmp_path)
    assert cli.wants(["mesure"])
    (tmp_path / "mesure").touch()
    assert not cli.wants(["mesure"])


def test_two_dashes_are_no_file() -> None:
    """They only say that files follow; a second pair is one."""
    assert cli.files(["a.txt", "--", "-b.txt", "--"]) == ["a.txt", "-b.txt", "--"]
    assert cli.files(["a.txt"]) == ["a.txt"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ("--bogus", "unrecognized arguments: --bogus"),
        ("a.txt --bogus", "unrecognized arguments: --bogus"),
        ("mesure a.txt", "Did you mean measure?"),
        ("measure", "required: FILE"),
    ],
)
def test_a_mistake_is_told_of(arguments: str, told: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What nobody understands opens no window: the exit status is 2, and the mistake is named."""
    with pytest.raises(SystemExit, match="2"):
        cli.main(arguments.split())
    assert told in capsys.readouterr().err


@pytest.mark.parametrize("arguments", ["--help", "a.txt --help", "a.txt -h b.txt", "measure a.txt --help"])
def test_help_is_given_wherever_it_is_asked_for(arguments: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Behind a file as well as before it."""
    with pytest.raises(SystemExit, match="0"):
        cli.main(arguments.split())
    assert capsys.readouterr().out.startswith("usage: factbox")


def test_without_a_display_the_example_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    """Where no window can open, the program says so and does its main job."""
    assert cli.show([]) == 0
    out = capsys.readouterr().out
    assert out.startswith("There is no display")
    assert "Level: " in out


def test_without_a_display_a_named_file_is_measured(good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The file that was asked for is measured, not the example."""
    assert cli.show([str(good)]) == 0
    assert str(good) in capsys.readouterr().out


def test_a_reader_that_has_gone_is_no_traceback(good: Path) -> None:
    """A closed pipe ends the work quietly."""
    command = [sys.executable, "-m", "factbox", "measure", *[str(good)] * 50]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:  # noqa: S603
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""


def test_names_of_any_bytes_are_given_back(capsys: pytest.CaptureFixture[str]) -> None:
    """A name that is no UTF-8 stands in the JSON so that it can be read back."""
    cli.main(["measure", "--json", "weird\udcff"])
    assert json.loads(capsys.readouterr().out)["path"] == "weird\udcff"


def test_the_command_line_never_imports_qt(good: Path) -> None:
    """Measuring in a process of its own loads no module of Qt."""
    code = f"""
import sys
from factbox import cli
cli.main(["measure", "--json", {str(good)!r}])
cli.main(["check", "--formula", "calibrated", "--goal", "grade 5", {str(good)!r}])
sys.exit(any(name.startswith(("PySide6", "shiboken6")) for name in sys.modules))
"""
    assert subprocess.run([sys.executable, "-c", code], check=False, capture_output=True).returncode == 0  # noqa: S603


def test_plain_text_loads_nothing_for_documents(good: Path) -> None:
    """Measuring a text file loads no library that only documents need."""
    code = f"""
import sys
from factbox import cli
cli.main(["measure", {str(good)!r}])
sys.exit(bool(sys.modules.keys() & {{"docx", "lxml", "markdown_it", "zipfile", "pyexpat", "xml", "html"}}))
"""
    assert subprocess.run([sys.executable, "-c", code], check=False, capture_output=True).returncode == 0  # noqa: S603


@pytest.mark.parametrize("suffix", [".docx", ".odt", ".html", ".md", ".factbox"])
def test_a_document_counts_as_the_same_text_does(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], suffix: str
) -> None:
    """A heading, a list and prose give the same figures from every format as from a text file."""
    path, plain = tmp_path / f"a{suffix}", tmp_path / "a.txt"
    blocks = (Block("The old harbour", Role.HEADING), *map(Block, [TEXT, TEXT]), Block("a wall", Role.ITEM))
    formats.write(Document(blocks), path)
    plain.write_text(f"The old harbour\n\n{TEXT}\n\n{TEXT}\n\n- a wall\n", "utf-8")
    assert cli.main(["measure", "--json", str(path), str(plain)]) == 0
    found, expected = map(json.loads, capsys.readouterr().out.splitlines())
    assert {key: found[key] for key in KEYS[1:]} == {key: expected[key] for key in KEYS[1:]}


def test_a_document_that_cannot_be_read_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that is no document fails with its reason, as a missing one does."""
    path = tmp_path / "a.docx"
    path.write_bytes(b"Just words.")
    assert cli.main(["measure", "--json", str(path)]) == 1
    assert "no document of a word processor" in json.loads(capsys.readouterr().out)["error"]


def test_a_report_crosses_processes() -> None:
    """The report that measure gives may be pickled."""
    report = factbox.measure(TEXT)
    assert pickle.loads(pickle.dumps(report)) == report  # noqa: S301  # our own bytes


@pytest.mark.parametrize(
    "words",
    [("check", "--goal", "grade 6", "--json"), ("measure", "--json"), ("batch", "--format", "json")],
)
def test_what_programs_read_is_english(
    words: tuple[str, ...], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Whoever starts it: a pipeline must not depend on the language of a machine."""
    (tmp_path / "broken.docx").write_bytes(b"PK")
    speak(["de"])
    cli.main([*words, str(tmp_path / "broken.docx")])
    told = json.loads(capfd.readouterr().out)
    assert told.get("goal") in {None, "Grade 6 ± 0.5"}
    assert told["error"].startswith("This is no document of a word processor")
