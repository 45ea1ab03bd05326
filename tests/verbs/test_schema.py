"""Tests of the schemas: what the command line prints is what they say."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from factbox import cli

TEXT = "The cat sat on the mat. It looked at the rain and thought about the long grey afternoon. " * 4
COMMANDS = {
    "measure": ["measure", "--json"],
    "check": ["check", "--json", "--goal", "B1"],
    "batch": ["batch", "--format", "json", "--scores", "smog,dale_chall"],
}


@pytest.fixture
def texts(tmp_path: Path) -> list[str]:
    """Give a text, one that is too short, an empty one, one in another script, and one that is not there."""
    texts = {"good": TEXT, "short": "It rained.", "empty": "", "greek": "Η γάτα κάθισε στο χαλί. " * 20}
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    return [str(tmp_path / f"{name}.txt") for name in (*texts, "missing")]


def _schema(name: str, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    assert cli.main(["schema", name]) == 0
    schema: dict[str, Any] = json.loads(capsys.readouterr().out)
    jsonschema.Draft202012Validator.check_schema(schema)
    return schema


@pytest.mark.parametrize("name", COMMANDS)
def test_what_is_printed_fits_its_schema(name: str, texts: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Every line fits, whatever the text was, and has all keys that the schema knows, in their order."""
    schema = _schema(name, capsys)
    cli.main([*COMMANDS[name], *texts])
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert len(lines) == len(texts)
    for line in lines:
        jsonschema.Draft202012Validator(schema).validate(line)
        assert list(line) == list(schema["properties"]) == schema["required"]
    assert lines[-1]["error"]


@pytest.mark.parametrize("name", COMMANDS)
def test_a_schema_refuses_what_is_wrong(name: str, texts: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """A line without a key, with words for a figure, or with both an error and a Level does not fit."""
    validator = jsonschema.Draft202012Validator(_schema(name, capsys))
    cli.main([*COMMANDS[name], texts[0]])
    line = json.loads(capsys.readouterr().out)
    assert validator.is_valid(line)
    assert not validator.is_valid({key: value for key, value in line.items() if key != "level_low"})
    assert not validator.is_valid(line | {"level": "hard"})
    assert not validator.is_valid(line | {"error": "It is damaged."})
