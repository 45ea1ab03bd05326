"""Tests of the completion of shells, by the shells themselves."""

import shutil
import subprocess
from pathlib import Path

import pytest

from factbox import cli
from factbox.metrics.levels import grades
from factbox.verbs.shells import SCRIPTS


def _script(shell: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    assert cli.main(["completion", shell]) == 0
    script = folder / f"factbox.{shell}"
    script.write_text(capsys.readouterr().out, "utf-8")
    return script


def _asked(words: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("bash is not here")
    script = _script("bash", folder, capsys)
    typed = words.split(" ")
    listed = " ".join(f"'{word}'" for word in typed)
    code = (
        f"source {script}; COMP_WORDS=({listed}); COMP_CWORD={len(typed) - 1}; _factbox;"
        ' printf "%s\\n" "${COMPREPLY[@]}"'
    )
    done = subprocess.run([bash, "-c", code], check=True, capture_output=True, text=True)  # noqa: S603
    return done.stdout.split()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("factbox me", ["measure"]),
        ("factbox measure --js", ["--json"]),
        ("factbox check --formula flesch_k", ["flesch_kincaid"]),
        ("factbox batch --format ", ["csv", "xlsx", "html", "json"]),
        ("factbox completion ", list(SCRIPTS)),
        ("factbox batch --scores smo", ["smog"]),
        ("factbox batch --scores calibrated,smo", ["calibrated,smog"]),
        ("factbox batch --scores al", ["all"]),
        ("factbox measure sto", []),
        ("factbox measure --goa", []),
    ],
)
def test_bash_completes(
    words: str, expected: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Verbs, options and choices; where there are none, bash goes on with the names of files."""
    assert _asked(words, tmp_path, capsys) == expected


def test_all_formulas_are_offered(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The script is made from the parser, so it knows what the program knows."""
    assert _asked("factbox measure --formula ", tmp_path, capsys) == list(grades())


@pytest.mark.parametrize(("shell", "check"), [("bash", "-n"), ("zsh", "-n"), ("fish", "--no-execute")])
def test_every_shell_can_read_its_script(
    shell: str, check: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The shell finds no mistake in it."""
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"{shell} is not here")
    script = _script(shell, tmp_path, capsys)
    done = subprocess.run([program, check, str(script)], check=False, capture_output=True, text=True)  # noqa: S603
    assert (done.returncode, done.stderr) == (0, "")


def test_fish_completes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Fish offers the options of the verb that was typed, and no others."""
    fish = shutil.which("fish")
    if fish is None:
        pytest.skip("fish is not here")
    script = _script("fish", tmp_path, capsys)
    code = f"source {script}; complete -C 'factbox check --g'; complete -C 'factbox batch --format x'; "
    code += "complete -C 'factbox batch --scores smo'; complete -C 'factbox batch --scores calibrated,smo'"
    done = subprocess.run([fish, "-N", "-c", code], check=True, capture_output=True, text=True)  # noqa: S603
    assert [line.split("\t")[0] for line in done.stdout.splitlines()] == [
        "--goal", "xlsx", "smog", "calibrated,smog",
    ]  # fmt: skip


@pytest.mark.parametrize("shell", SCRIPTS)
def test_every_verb_is_in_every_script(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    """No shell is behind the others."""
    cli.main(["completion", shell])
    told = capsys.readouterr().out
    assert all(verb in told for verb in cli.VERBS)
