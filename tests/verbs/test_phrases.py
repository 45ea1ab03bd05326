"""Tests of the phrases of argparse in other languages."""

import re

import pytest

from factbox import cli
from factbox.translation import LANGUAGES, speak
from factbox.verbs.phrases import PHRASES

# What argparse says of every kind of mistake that one can make here.
MISTAKES = {
    "measure": "the following arguments are required: FILE",
    "measure --formula": "argument --formula: expected one argument",
    "measure --formula=x y": "argument --formula: invalid choice: 'x' (choose from 'flesch_kincaid'",
    "measure --json=x y": "argument --json: ignored explicit argument 'x'",
    "batch --fo x y": "ambiguous option: --fo could match --formula, --format, --force",
    "a.txt --bogus": "unrecognized arguments: --bogus",
}
OTHERS = [language for language in LANGUAGES if language != "en"]


def said(arguments: str, capsys: pytest.CaptureFixture[str]) -> str:
    """Give all that the command line says before it gives up."""
    with pytest.raises(SystemExit):
        cli.main(arguments.split())
    told = capsys.readouterr()
    return told.out + told.err


@pytest.mark.parametrize(("arguments", "english"), MISTAKES.items())
def test_english_is_as_argparse_has_it(arguments: str, english: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Each mistake is one that argparse finds."""
    assert f": error: {english}" in said(arguments, capsys)


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("arguments", [*MISTAKES, "--help", "measure --help"])
def test_nothing_stays_english(arguments: str, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    """No fixed part of any phrase is left over in a help or a complaint."""
    speak([language])
    told = said(arguments, capsys)
    parts = [part.strip() for each in PHRASES for part in re.split(r"[:()]|%\(\w+\)[sr]|%s|%r", each)]
    # Single words may be alike in two languages.
    whole = [part for part in parts if " " in part]
    assert whole
    assert not [part for part in whole if part in told]


@pytest.mark.parametrize(
    ("language", "heads"),
    [("en", ["options:", "positional arguments:"]), ("fr", ["options\u00a0:", "arguments\u00a0:"])],
)
def test_heads_have_the_colon_of_their_language(
    language: str, heads: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Each head stands on a line of its own, once, with its colon."""
    speak([language])
    assert [line for line in said("measure --help", capsys).splitlines() if line in heads] == heads[::-1]
