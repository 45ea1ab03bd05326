"""The vocabulary of a text in bars: by CEFR level and by frequency, with words of each and where they stand."""

from collections.abc import Generator, Iterable, Mapping

from factbox.metrics.guidance import Profile, ProfileRow, Spot
from factbox.metrics.picture import Bar, Picture, Shown, Tone
from factbox.metrics.study import Study
from factbox.metrics.substitution import occurrences
from factbox.translation import _, decimal, in_turn, listed, named, ngettext

Spots = Mapping[str, Spot]
# Places looked at before others get their turn.
_SLICE = 500


def first_spots(study: Study, rows: Iterable[ProfileRow]) -> Generator[None, None, Spots]:
    """Find where in the prose the words that rows name stand first, giving way to others in between."""
    spots: dict[str, Spot] = {}
    left = {word for row in rows for word in row.words}
    for number, (word, block, entry) in enumerate(study.blocks_with(left), start=1):
        if word in left:
            place = next(occurrences(entry.block.text, word), None)
            if place is not None:
                spots[word] = Spot(block, *place)
                left.discard(word)
        if not left:
            break
        if not number % _SLICE:
            yield
    return spots


def vocabulary(shown: Shown, profile: Profile, spots: Spots) -> Picture:
    """Show the words of a text by CEFR level or by frequency."""
    rows = profile.by_cefr if shown is Shown.CEFR else profile.by_band
    title, unit = _(shown), _("% of the tokens")
    if not any(row.tokens for row in rows):
        return Picture(shown, title, _("No word yet."), unit)
    above = _("above the goal") if profile.goal is not None else _("above B1")
    has_above = any(row.above for row in rows)
    bars = tuple(_bar(row, spots, Tone.ABOVE if row.above else Tone.PLAIN) for row in rows)
    told = _told(rows) + (" " + _share_above(rows, profile) if has_above else "")
    return Picture(shown, title, told, unit, bars, above=above if has_above else "")


def both_vocabularies(
    original: tuple[Profile, Spots], adaptation: tuple[Profile, Spots], texts: tuple[str, str]
) -> Picture:
    """Show the words of an original and of its adaptation by CEFR level."""
    bars: list[Bar] = []
    for ours, theirs in zip(original[0].by_cefr, adaptation[0].by_cefr, strict=True):
        bars.append(_bar(ours, original[1], Tone.ORIGINAL, texts[0]))
        bars.append(_bar(theirs, adaptation[1], Tone.ABOVE if theirs.above else Tone.PLAIN, texts[1]))
    told = " ".join(
        named(name, f"{_told(profile.by_cefr)} {_share_above(profile.by_cefr, profile)}")
        for name, (profile, _spots) in zip(texts, (original, adaptation), strict=True)
    )
    above = _("above the goal") if adaptation[0].goal is not None else _("above B1")
    return Picture(
        Shown.BOTH_CEFR, _(Shown.BOTH_CEFR), told, _("% of the tokens"), tuple(bars), above=above, texts=texts
    )


def _told(rows: tuple[ProfileRow, ...]) -> str:
    shares = listed(f"{row.label} {_percent(row)} %" for row in rows if row.tokens)
    return _("Of the tokens: {shares}.").format(shares=shares)


def _share_above(rows: tuple[ProfileRow, ...], profile: Profile) -> str:
    share = decimal(100 * sum(row.token_share for row in rows if row.above), 1)
    words = listed(profile.above[:5])
    where = _("above the goal") if profile.goal is not None else _("above B1")
    told = _("{share} % are {where}").format(share=share, where=where)
    return _stopped(named(told, words) if words else told)


def _bar(row: ProfileRow, spots: Spots, tone: Tone, name: str = "") -> Bar:
    told = _("{label}: {share} % of the tokens, {types}").format(
        label=row.label, share=_percent(row), types=ngettext("{n} type", "{n} types", row.types)
    )
    told = _stopped(named(told, listed(row.words)) if row.words else told)
    spot = next((spots[word] for word in row.words if word in spots), None)
    return Bar(
        row.label, 100 * row.token_share, f"{_percent(row)} %", in_turn(name, told) if name else told, spot, tone
    )


def _stopped(words: str) -> str:
    return _("{words}.").format(words=words)


def _percent(row: ProfileRow) -> str:
    return decimal(100 * row.token_share, 1)
