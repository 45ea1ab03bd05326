"""Places in a text: Python counts characters, Qt units of UTF-16; this is where they meet."""

from collections.abc import Iterable


def positions(text: str, places: Iterable[int]) -> list[int]:
    """Give places in a text, in order and in characters, as Qt counts them."""
    if text.isascii():
        return list(places)
    found: list[int] = []
    before = units = 0
    for place in places:
        units += len(text[before:place].encode("utf-16-le", "surrogatepass")) // 2
        before = place
        found.append(units)
    return found


def characters(text: str, places: Iterable[int]) -> list[int]:
    """Give places in a text, in order and as Qt counts them, in characters."""
    if text.isascii():
        return list(places)
    units = text.encode("utf-16-le", "surrogatepass")
    found: list[int] = []
    before = count = 0
    for place in places:
        count += len(units[2 * before : 2 * place].decode("utf-16-le", "surrogatepass"))
        before = place
        found.append(count)
    return found
