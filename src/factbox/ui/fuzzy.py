"""How well a few letters fit the name of something."""

# What a letter is worth: any that is found, one that follows the letter before, one that begins a word.
_FOUND, _NEXT, _START = 1, 7, 6


def fit(sought: str, name: str) -> int | None:
    """Tell how well letters fit a name in which they all stand in order; None if they do not.

    Args:
        sought: What somebody has typed; what stands after a space is likely to begin a word.
        name: What it may mean.
    """
    letters = [(letter, number > 0) for word in sought.casefold().split() for number, letter in enumerate(word)]
    text = name.casefold()
    # The best worth of the letters so far with the last of them at each place.
    best: dict[int, int] = {-1: 0}
    for letter, is_inside in letters:
        following: dict[int, int] = {}
        for place, other in enumerate(text):
            if other != letter:
                continue
            near = place - 1 if is_inside else None
            earlier = [worth + (_NEXT if last == near else 0) for last, worth in best.items() if last < place]
            if earlier:
                starts = place == 0 or not text[place - 1].isalnum()
                following[place] = max(earlier) + (_START if starts else _FOUND)
        best = following
    # Of two names in which the letters stand alike the shorter is meant.
    return 100 * max(best.values()) - len(text) if best else None
