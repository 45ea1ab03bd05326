"""All versions at once, each as a file that other programs open."""

from pathlib import Path

from factbox import formats
from factbox.document import Block, Document, Work
from factbox.metrics.report import Counting
from factbox.session import pages
from factbox.session.weighing import Weight, weights_of
from factbox.session.wordlists import safe_name
from factbox.translation import _, decimal

# Letters of either part of a name.
_NAME = 60


def export(work: Work, folder: Path, suffix: str, counting: Counting, *, labelled: bool) -> tuple[Path, ...]:
    """Write every version to a file of its own; give the files.

    Args:
        work: The original and its versions.
        folder: Where to; it must be there.
        suffix: The ending, which says the form: `.pdf`, or that of a format that is written.
        counting: How the Levels on the labels are counted.
        labelled: Whether each begins with a line that tells its Level.

    Raises:
        FormatError: A file cannot be written; those before it are there.
    """
    files: list[Path] = []
    _original, *weights = weights_of(work, counting)
    for version, weight in zip(work.versions, weights, strict=True):
        name = f"{safe_name(work.title)[:_NAME]} – {safe_name(version.name)[:_NAME]}"
        path = _free(folder / f"{name}{suffix}", files)
        label = (Block(_label(weight)),) if labelled else ()
        blocks = (*label, *version.blocks)
        if suffix == ".pdf":
            formats.write_bytes(pages.pdf(blocks, name), path)
        else:
            formats.write(Document(blocks), path)
        files.append(path)
    return tuple(files)


def _label(weight: Weight) -> str:
    report = weight.report
    if report.level is None:
        return weight.name
    return _("{name} · Level {level}").format(name=weight.name, level=decimal(report.level, 1))


def _free(path: Path, taken: list[Path]) -> Path:
    number = 2
    free = path
    while free in taken or free.exists():
        free = path.with_name(f"{path.stem} {number}{path.suffix}")
        number += 1
    return free
