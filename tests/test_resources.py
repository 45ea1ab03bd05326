"""Tests of the bundled files."""

import pytest

from factbox import resources


def test_bundled_files_are_found() -> None:
    """A file is found by its name below resources."""
    assert resources.path("themes/light.toml").is_file()


def test_a_missing_file_is_an_error_in_plain_words() -> None:
    """A broken installation says what to do."""
    with pytest.raises(FileNotFoundError, match="Install Fact Box again"):
        resources.path("themes/mauve.toml")


@pytest.mark.parametrize("folder", ["languages/en", "fonts", "icons"])
def test_what_is_not_ours_has_its_licence_beside_it(folder: str) -> None:
    """Every folder with works of others has their licences."""
    assert [file.name for file in resources.path(folder).iterdir() if file.name.startswith(("LICENSE", "OFL"))]
