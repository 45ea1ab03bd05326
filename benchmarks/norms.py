"""What is usual in the texts that Calibrated is set by: means and standard deviations of its four measures.

    python benchmarks/norms.py [--corpus FOLDER]

Over OneStopEnglish in all three versions, whose labels are not looked at (the texts lie outside the repository).
Prints the numbers that `calibrated` in `metrics/formulas.py` holds, beside those of the study that it comes from.
"""

import argparse
import math
import statistics
from collections.abc import Mapping, Sequence
from pathlib import Path

from factbox.formats.text import read
from factbox.metrics.formulas import FORMULAS
from factbox.metrics.ledger import settle
from factbox.metrics.tally import Tally

CORPUS = Path(__file__).parent.parent.parent / "shared" / "corpora" / "onestopenglish"
# The study counted in its own way, over all articles.
THEIRS = {
    "mean CEFR level": (2.311, 0.213),
    "mean Zipf frequency": (4.814, 0.139),
    "share of Latinate words": (0.066, 0.026),
    "log sentence length": (3.168, 0.182),
}


def measures(tally: Tally) -> Mapping[str, float]:
    """Give the four measures of a text as the study has them."""
    return {
        "mean CEFR level": tally.levels / tally.levelled,
        "mean Zipf frequency": tally.commonness / 100 / tally.listed,
        "share of Latinate words": tally.latinate / tally.content_words,
        "log sentence length": math.log(tally.length / tally.words),
    }


def beside(tallies: Sequence[Tally], usual: float) -> float:
    """Give the words by which the share of Latinate words is steadied: its variance by chance through the other.

    The variance between texts less that of drawing the words of a text by chance is the variance of the shares
    themselves (Efron and Morris 1975).
    """
    found = statistics.pvariance([each.latinate / each.content_words for each in tallies])
    chance = usual * (1 - usual)
    drawn = statistics.mean(chance / each.content_words for each in tallies)
    return chance / (found - drawn)


def main() -> None:
    """Measure all texts and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    options = parser.parse_args()
    files = sorted(options.corpus.glob("*/*.txt"))
    tallies = [settle(read(file.read_bytes()).blocks, every=True).judged for file in files]
    found = [measures(each) for each in tallies]
    print(f"{len(files)} texts")
    print(f"{'':40}{'mean':>9}{'sd':>9}{'theirs':>9}{'sd':>9}")
    for name, theirs in THEIRS.items():
        row = [each[name] for each in found]
        print(f"{name:40}{statistics.mean(row):9.4f}{statistics.pstdev(row):9.4f}{theirs[0]:9.3f}{theirs[1]:9.3f}")
    usual = statistics.mean(each["share of Latinate words"] for each in found)
    words = beside(tallies, usual)
    print(f"{'words beside, for the steadied share':40}{words:9.1f}")
    for count in (words, round(words, -1)):
        steadied = [(each.latinate + usual * count) / (each.content_words + count) for each in tallies]
        mean, spread = statistics.mean(steadied), statistics.pstdev(steadied)
        print(f"{f'the share with {count:.1f} words beside':40}{mean:9.4f}{spread:9.4f}")
    levels = [level for each in tallies if (level := FORMULAS["calibrated"].score(each)) is not None]
    print(f"{'Calibrated':40}{statistics.mean(levels):9.4f}{statistics.pstdev(levels):9.4f}")


if __name__ == "__main__":
    main()
