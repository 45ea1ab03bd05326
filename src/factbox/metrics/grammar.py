"""What words may be in a sentence: the small words by hand, verbs and nouns from a table.

There is no parser here. The table tells which forms verbs and nouns have, and which of two readings texts prefer;
that is enough to see that a clause has its subject and its verb, and to leave alone what is not clear.
"""

import gzip
from dataclasses import dataclass, field
from functools import cache

from factbox import resources


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


BE = _set("is are was were am isn't aren't wasn't weren't")
PAST_AUXILIARIES = _set("was were had did wasn't weren't hadn't didn't")
_SINGULAR_AUXILIARIES = _set("is was has does isn't wasn't hasn't doesn't")
_PLURAL_AUXILIARIES = _set("are were have do aren't weren't haven't don't am")
MODALS = _set(
    "can could will would may might must should shall had did can't cannot couldn't won't wouldn't mustn't"
    " shouldn't hadn't didn't"
)
AUXILIARIES = _SINGULAR_AUXILIARIES | _PLURAL_AUXILIARIES | MODALS
SINGULAR_PRONOUNS = _set("he she it this that everyone everybody nobody no-one someone somebody nothing something")
PLURAL_PRONOUNS = _set("i you we they these those")
PRONOUNS = SINGULAR_PRONOUNS | PLURAL_PRONOUNS | {"there"}
ARTICLES = _set("a an the")
DEFINITE = _set("the this that these those his her its their our my your")
_SINGULAR_ONLY = _set("a an this that each every another one")
NUMBERS = _set("two three four five six seven eight nine ten")
_PLURAL_ONLY = NUMBERS | _set("these those many several few both most all")
DETERMINERS = DEFINITE | _SINGULAR_ONLY | _PLURAL_ONLY | _set("some no any other more its such half")
PREPOSITIONS = _set(
    "of in at on for from to with by near between about against among around behind inside into over under across"
    " through without within during outside above below per like along beyond beneath beside throughout off"
    " alongside amid besides until"
)
SUBORDINATORS = _set(
    "if when whenever although though because while as after before since unless until once whereas whether"
    " despite so"
)
RELATIVES = _set("who which that where whose whom what how why")
ADVERBS = _set(
    "also never still already often always now then soon later even just only simply first eventually ever not"
    " almost nearly sometimes usually rarely seldom once again quickly too quite very long both instead all"
    " ahead alone here there abroad nearby currently perhaps maybe much far well today"
)
# What tells somebody's words or thoughts: the clause behind it is theirs.
REPORTING = _set(
    "say says said saying tell tells told telling think thinks thought thinking believe believes believed"
    " believing claim claims claimed claiming argue argues argued arguing hope hopes hoped hoping know"
    " knows knew knowing feel feels felt find finds found suggest suggests suggested suggesting show shows"
    " showed shown warn warns warned warning insist insists insisted add adds added adding admit admits"
    " admitted admitting explain explains explained report reports reported announce announced hear heard"
    " learn learns learnt learned realize realized realise realised fear fears feared wish wishes estimate"
    " estimated predict predicts predicted conclude concluded means meant ensure ensures ensured agree"
    " agreed understand understood accept accepts accepted discover discovered reveal revealed suspect"
    " suspected promise promised imagine acknowledged stress stressed noted note notes recall recalled"
    " sure clear aware worried afraid convinced confident likely pointed complained denied showing"
    " revealing explaining insisting expect expects expected decided determined indicate indicates"
    " indicated prove proves proved hint hinted"
)
# Of these the ones that are speech or thought and nothing else.
SPEECH = _set(
    "say says said saying tell tells told telling think thinks thought believe believes believed claim"
    " claims claimed argue argues argued hope hopes hoped feel feels felt suggest suggests suggested warn"
    " warns warned insist insists insisted add adds added admit admits admitted explain explains explained"
    " report reports reported announced acknowledged concedes conceded"
)
# Times: what hangs on a noun with a comma is none of its names.
_TIMES = _set(
    "time times week weeks day days month months year years decade decades hour hours minute minutes moment second"
    " seconds century centuries night morning evening afternoon summer winter spring autumn season today yesterday"
    " tomorrow monday tuesday wednesday thursday friday saturday sunday january february march april may june july"
    " august september october november december"
)
_UNCHANGED = _set("put set cut hit let shut cost hurt beat quit spread read burst cast split shed bet")


@dataclass(frozen=True, slots=True)
class Grammar:
    """The classes of a table, as `packaging/grammar.py` describes them.

    Attributes:
        classes: The forms of each class.
        verbs: The base, third person and past of verbs, by their form in -ing.
    """

    classes: dict[str, frozenset[str]] = field(repr=False)
    verbs: dict[str, tuple[str, str, str]] = field(repr=False)

    def _is(self, word: str, *names: str) -> bool:
        return any(word in self.classes[name] for name in names)

    def is_noun(self, word: str) -> bool:
        """Tell whether a form may be a noun."""
        return self._is(word, "singular", "plural")

    def is_plural(self, word: str) -> bool:
        """Tell whether a noun is a plural and nothing else."""
        return self._is(word, "plural") and not self._is(word, "singular")

    def is_person(self, word: str) -> bool:
        """Tell whether a noun, in the singular, mostly is a person."""
        return self._is(word, "person")

    def is_thing(self, word: str) -> bool:
        """Tell whether a noun, in the singular, never is a person or an animal."""
        return self._is(word, "thing")

    def is_time(self, word: str) -> bool:
        """Tell whether a noun is a time."""
        return word in _TIMES

    def is_modifier(self, word: str) -> bool:
        """Tell whether a form may stand before a noun: an adjective, a participle, or an adverb before either."""
        return self._is(word, "adjective", "ended", "participle", "ing") or word.endswith("ly")

    def is_adverb(self, word: str) -> bool:
        """Tell whether a word may stand between a subject and its verb."""
        return word in ADVERBS or (word.endswith("ly") and not self.is_noun(word))

    def is_past(self, word: str) -> bool:
        """Tell whether a form is a past tense for sure."""
        return word in PAST_AUXILIARIES or self._is(word, "past")

    def is_ended(self, word: str) -> bool:
        """Tell whether a form is a past tense or a participle."""
        return self._is(word, "ended") or word in _UNCHANGED

    def is_participle(self, word: str) -> bool:
        """Tell whether a form may follow "has" or "was"."""
        return self._is(word, "ended", "participle") or word in _UNCHANGED

    def is_adjective(self, word: str) -> bool:
        """Tell whether a form may be an adjective."""
        return self._is(word, "adjective")

    def is_third(self, word: str) -> bool:
        """Tell whether a form may be the third person of a verb."""
        return self._is(word, "third", "third-sure")

    def is_sure(self, word: str) -> bool:
        """Tell whether a form is a finite verb for sure."""
        return word in AUXILIARIES or self._is(word, "past", "third-sure")

    def is_finite(self, word: str, *, plural: bool | None) -> bool:
        """Tell whether a form may be the finite verb of a subject (of None, its number is not known)."""
        if word in _SINGULAR_AUXILIARIES:
            return plural is not True
        if word in _PLURAL_AUXILIARIES:
            return plural is not False
        if word in MODALS or self.is_past(word) or self.is_ended(word):
            return True
        if self._is(word, "third", "third-sure"):
            return plural is not True
        # "Several hundred people": the verb is so rare that it only misleads.
        return plural is not False and word != "people" and self._is(word, "base", "base-sure")

    def is_verb(self, word: str) -> bool:
        """Tell whether a form may be a finite verb of any subject."""
        return self.is_finite(word, plural=None)

    def is_sure_base(self, word: str) -> bool:
        """Tell whether a verb in its base form is hardly ever anything else."""
        return word in _PLURAL_AUXILIARIES or self._is(word, "base-sure")

    def is_bare(self, word: str) -> bool:
        """Tell whether a form is a verb in its base form, and no past tense."""
        return self._is(word, "base", "base-sure") and word not in _UNCHANGED

    def number(self, determiner: str, head: str) -> bool | None:
        """Tell whether a noun is a plural (True) or a singular (False); None where it is not known."""
        if determiner in _SINGULAR_ONLY:
            # "A trillion dollars" is neither.
            return None if self.is_plural(head) else False
        if determiner in _PLURAL_ONLY or self.is_plural(head):
            return True
        return False if self._is(head, "singular") and not self._is(head, "plural") else None


@cache
def grammar(code: str = "en") -> Grammar:
    """Read the table of a language; the second time it is at hand.

    Raises:
        FileNotFoundError: The program has no table for this language.
    """
    packed = resources.path(f"languages/{code}/grammar.txt.gz").read_bytes()
    classes: dict[str, frozenset[str]] = {}
    verbs: dict[str, tuple[str, str, str]] = {}
    for line in gzip.decompress(packed).decode().splitlines()[1:]:
        name, *forms = line.split()
        if name == "verb":
            base, third, past, participle = forms
            verbs[participle] = (base, third, past)
        else:
            classes[name] = frozenset(forms)
    return Grammar(classes, verbs)
