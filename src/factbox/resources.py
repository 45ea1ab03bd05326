"""Where the bundled files are, in a checkout, in an installed wheel and in a frozen program."""

from pathlib import Path

_PACKAGE = Path(__file__).parent
_ROOTS = (_PACKAGE / "_resources", _PACKAGE.parent.parent / "resources")


def path(name: str) -> Path:
    """Give the place of a bundled file or folder.

    Args:
        name: A relative path with forward slashes, such as `themes/light.toml`.

    Raises:
        FileNotFoundError: No bundled file has this name.
    """
    for root in _ROOTS:
        found = root / name
        if found.exists():
            return found
    raise FileNotFoundError(f"The program's own file {name} is missing. Install Fact Box again.")
