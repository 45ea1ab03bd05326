"""The stems of words: without regular endings, in one spelling; irregular forms lead to their base."""

from functools import cache

from factbox.metrics.rarity import rarity

_SHORTEST = 3
_VOWELS = frozenset("aeiouy")
_ENDINGS = ("ing", "ed", "es", "s", "ly", "er", "est")
_DOUBTFUL = frozenset(("er", "est"))
_UNDOUBLED = frozenset("bdgmnprt")
# Irregular forms behind their base; and short words whose endings do not come off by rule.
_IRREGULAR = {
    form: base
    for line in """
    be am is are was were been; have has had; do does did done; go goes went gone; say said; make made; take took
    taken; come came; see saw seen; know knew known; get got gotten; give gave given; find found; think thought;
    tell told; become became; leave left; feel felt; put; bring brought; begin began begun; keep kept; hold held;
    write wrote written; stand stood; hear heard; let; mean meant; set; meet met; run ran; pay paid; sit sat;
    speak spoke spoken; lie lay lain; lead led; read; grow grew grown; lose lost; fall fell fallen; send sent;
    build built; understand understood; draw drew drawn; break broke broken; spend spent; cut; rise rose risen;
    drive drove driven; buy bought; wear wore worn; choose chose chosen; seek sought; throw threw thrown;
    catch caught; deal dealt; win won; forget forgot forgotten; teach taught; sell sold; sing sang sung;
    drink drank drunk; swim swam swum; fly flew flown; fight fought; eat ate eaten; sleep slept; shoot shot;
    steal stole stolen; hide hid hidden; bite bit bitten; shake shook shaken; wake woke woken; ride rode ridden;
    strike struck; swear swore sworn; tear tore torn; freeze froze frozen; sink sank sunk; shrink shrank shrunk;
    ring rang rung; stick stuck; dig dug; hang hung; feed fed; flee fled; bleed bled; breed bred; lend lent;
    bend bent; sweep swept; weep wept; creep crept; sow sown; show shown; blow blew blown; shine shone;
    swing swung;
    use uses used using; die dies died dying; lie lying; tie tied tying; age aged ageing; ice icy; owe owed owing;
    woman women; man men; child children; person people; foot feet; tooth teeth; mouse mice; goose geese;
    life lives; wife wives; knife knives; leaf leaves; half halves; wolf wolves; thief thieves; shelf shelves;
    good better best; bad worse worst; far further farther; phenomenon phenomena; criterion criteria; axis axes
    """.split(";")
    for base, *forms in [line.split()]
    for form in forms
}


@cache
def stem_of(word: str) -> str:
    """Give the stem of a word in small letters."""
    word = _IRREGULAR.get(word, word)
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if (
            stem is not word
            and len(stem) >= _SHORTEST
            and not _VOWELS.isdisjoint(stem)
            and not word.endswith("ss")
        ):
            # "Stopped" comes from "stop", but "called" from "call".
            stem = stem[:-1] if stem[-1] == stem[-2] and stem[-1] in _UNDOUBLED else stem
            if ending in _DOUBTFUL and commonness(stem) < commonness(word):
                # "Number" does not come from "numb".
                continue
            word = stem
            break
    word = word.removesuffix("e") if len(word) > _SHORTEST else word
    word = f"{word[:-1]}i" if word.endswith("y") and len(word) > _SHORTEST else word
    if len(word) <= 4:
        return word
    # One spelling for British and American words.
    word = f"{word[:-1]}z" if word.endswith(("is", "ys")) else word
    return word.replace("isation", "ization").replace("our", "or")


@cache
def commonness(stem: str) -> float:
    """Give the Zipf frequency of the commonest word with a stem; 0 if none is in the table."""
    table = rarity()
    stemmed = (stem, f"{stem}e", f"{stem[:-1]}y" if stem[-1] == "i" else stem, f"{stem}s", f"{stem}ed")
    return max(table.zipf(each) or 0.0 for each in stemmed)
