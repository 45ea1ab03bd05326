"""Tests of the guide: lists, marks, plan and profile of a text, and that they keep their promises."""

import itertools
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factbox.document import Block, Splice
from factbox.metrics.formulas import FORMULAS
from factbox.metrics.goals import Aim, Goal
from factbox.metrics.guidance import Guidance, Kind, Panel, Plan, Question, Strength
from factbox.metrics.guide import Guide
from factbox.metrics.ledger import Ledger
from factbox.metrics.levels import grades
from factbox.metrics.outcomes import edited
from factbox.metrics.profile import read_list
from factbox.metrics.report import Counting
from strategies import blocks

TEXT = (
    """
How the museum was saved

The municipal museum was established in an abandoned factory near the harbour, and it rapidly became the most
popular attraction of the entire region. It rained. Numerous visitors purchased their tickets months in advance
because the exhibitions were only open on two days of the week.

Alexander Hartley, who directed the institution, resigned in the following summer, but the committee had already
appointed Elizabeth Moore. The new director, Moore, required additional assistance; the volunteers of the town
provided it without hesitation. Everybody liked Hartley and Moore 😀.

- approximately forty volunteers

The roof had to be repaired, which was an enormous expense. An enormous sum was collected in the streets.
""".strip()
    .replace("\n\n", "¶")
    .replace("\n", " ")
    .split("¶")
)


def ledger_of(texts: list[str], counting: Counting | None = None) -> Ledger:
    """Measure paragraphs."""
    ledger = Ledger(counting=counting or Counting())
    ledger.apply(Splice(0, 0, tuple(map(Block, texts)), 1))
    while ledger.pending:
        ledger.measure_next()
    return ledger


def asked(ledger: Ledger, question: Question, goal: Goal | None = None, guide: Guide | None = None) -> Guidance:
    """Ask and wait for the whole answer."""
    guide = guide or Guide(ledger)
    guide.aim(goal)
    return [answer for answer in guide.think(question) if answer is not None][-1]


ALL = Question(panels=frozenset(Panel), marks=True, first=0, last=99)
EASY = Goal(Aim.GRADE, 4, 0.5)


def test_sentences_are_listed_by_what_they_add() -> None:
    """The hardest comes first; each row leads to its words, and tells the Level without it."""
    ledger = ledger_of(TEXT)
    rows = asked(ledger, ALL).sentences or ()
    assert [row.share for row in rows] == sorted((row.share or 0 for row in rows), reverse=True)
    assert len(rows) == 8
    for row in rows:
        assert TEXT[row.spot.block][row.spot.start : row.spot.end].startswith(row.text[:40])
        assert (row.without or 0) + (row.share or 0) == pytest.approx(ledger.report().level, abs=1e-9)


def test_rows_may_be_found_and_put_in_order() -> None:
    """By length, by place, by letters, and only the hard ones."""
    ledger = ledger_of(TEXT)
    by_length = asked(ledger, Question(panels=frozenset({Panel.SENTENCES}), order="length")).sentences or ()
    assert [row.words for row in by_length] == sorted((row.words for row in by_length), reverse=True)
    by_place = asked(ledger, Question(panels=frozenset({Panel.SENTENCES}), order="place", most=3)).sentences or ()
    assert [row.spot.block for row in by_place] == [1, 1, 1]
    found = asked(ledger, Question(panels=frozenset({Panel.SENTENCES, Panel.WORDS}), find="rain"))
    assert [row.text for row in found.sentences or ()] == ["It rained."]
    assert [row.word for row in found.words or ()] == ["rained"]
    hard = asked(ledger, Question(panels=frozenset({Panel.SENTENCES}), hard_only=True)).sentences or ()
    assert all(row.strength is not Strength.EASY for row in hard)


@pytest.mark.parametrize("formula", [key for key in grades() if key != "calibrated"])
def test_the_shares_of_the_words_belong_to_the_level(formula: str) -> None:
    """All word shares together are what the words' own terms of the formula add up to, to 1e-9."""
    ledger = ledger_of(TEXT, Counting(formula))
    answer = asked(ledger, Question(panels=frozenset({Panel.WORDS}), most=10_000))
    rows = answer.words or ()
    assert answer.apart == (formula != "smog")
    if not answer.apart:
        assert {row.share for row in rows} == {None}
        return
    terms = FORMULAS[formula].terms(ledger.judged)
    expected = sum(term.value for term in terms if term.is_of_words)
    assert sum(row.share or 0 for row in rows) == pytest.approx(expected, abs=1e-9)


def test_a_word_leads_to_its_place_and_to_simpler_words() -> None:
    """A row has its first place, and candidates whose effect is what replacing every place would do."""
    ledger = ledger_of(TEXT)
    rows = {row.word: row for row in asked(ledger, ALL).words or ()}
    row = rows["purchased"]
    assert TEXT[row.spot.block][row.spot.start : row.spot.end] == "purchased"
    assert row.hint == "bought"
    question = Question(panels=frozenset({Panel.WORDS}), word="purchased")
    choice, *_others = asked(ledger, question).choices or ()
    assert choice.word == "bought"
    changed = [text.replace("purchased", "bought") for text in TEXT]
    assert [
        edited(text, [edit for edit in choice.edits if edit.spot.block == number])
        for number, text in enumerate(TEXT)
    ] == changed
    level = ledger.report().level or 0
    assert choice.change == pytest.approx((ledger_of(changed).report().level or 0) - level, abs=1e-12)


@pytest.mark.parametrize(
    "text", ["An enormous house. APPROXIMATELY ten. Approximately ten. ap\u00adproximately ten came by.", TEXT[4]]
)
def test_a_choice_does_what_it_promises(text: str) -> None:
    """Articles, capitals and soft hyphens count as they do when the word is replaced."""
    ledger = ledger_of([text])
    value = FORMULAS["flesch_kincaid"].value
    level = value(ledger.judged)
    for word in ("approximately", "enormous"):
        question = Question(panels=frozenset({Panel.WORDS}), word=word)
        for choice in asked(ledger, question).choices or ():
            after = value(ledger_of([edited(text, choice.edits)]).judged)
            assert choice.change == pytest.approx(after - level, abs=1e-12)


def test_abbreviations_have_no_simpler_words() -> None:
    """A word all in capitals may be one, and is left alone."""
    ledger = ledger_of(["They fight AIDS. The aids were helpful to them."])
    assert asked(ledger, Question(panels=frozenset({Panel.WORDS}), word="AIDS")).choices == ()


def test_marks_cover_the_words_they_speak_of() -> None:
    """A hard sentence from its first letter to its end, a hard word with its letters; emoji shift nothing."""
    marks = asked(ledger_of(TEXT), ALL, EASY).marks or ()
    kinds = {mark.kind for mark in marks}
    assert kinds >= {Kind.HARD_WORD, Kind.VERY_HARD_SENTENCE}
    for mark in marks:
        covered = TEXT[mark.spot.block][mark.spot.start : mark.spot.end]
        assert covered == covered.strip()
        assert mark.reason
        if mark.kind is Kind.HARD_WORD:
            assert " " not in covered
        else:
            assert covered[-1] in ".!?😀"


def test_marks_are_those_of_the_screen() -> None:
    """Only the blocks that are looked at are marked."""
    marks = asked(ledger_of(TEXT), Question(marks=True, first=1, last=1)).marks or ()
    assert {mark.spot.block for mark in marks} == {1}


def done(texts: list[str], plan: Plan, steps: int) -> list[str]:
    """Do the first steps of a plan, all edits at once and from the end."""
    edits = [edit for step in plan.steps[:steps] for edit in step.edits]
    changed = list(texts)
    for edit in sorted(edits, key=lambda each: (each.spot.block, each.spot.start), reverse=True):
        text = changed[edit.spot.block]
        changed[edit.spot.block] = text[: edit.spot.start] + edit.text + text[edit.spot.end :]
    return changed


@pytest.mark.parametrize("formula", ["flesch_kincaid", "coleman_liau", "smog", "gunning_fog"])
def test_a_plan_keeps_its_promises(formula: str) -> None:
    """After each step the text has exactly the Level that was promised, and the first alone has its own."""
    counting = Counting(formula)
    ledger = ledger_of(TEXT, counting)
    plan = asked(ledger, ALL, EASY).plan
    assert plan is not None
    assert plan.steps
    for number, step in enumerate(plan.steps, start=1):
        assert ledger_of(done(TEXT, plan, number), counting).report().level == pytest.approx(step.level, abs=1e-12)
        single = Plan((step,))
        assert ledger_of(done(TEXT, single, 1), counting).report().level == pytest.approx(step.alone, abs=1e-12)
        assert step.change < 0
    for one, other in itertools.pairwise([ledger.report().level or 0, *(step.level for step in plan.steps)]):
        assert other < one


def test_a_plan_ends_at_the_goal() -> None:
    """It takes no more steps than it needs: without the last, the goal is missed."""
    level = ledger_of(TEXT).report().level or 0
    plan = asked(ledger_of(TEXT), ALL, Goal(Aim.FIGURE, level - 1.0, 0.2)).plan
    assert plan is not None
    assert plan.reached
    assert ledger_of(done(TEXT, plan, len(plan.steps) - 1)).report().level > level - 0.8  # type: ignore[operator]


@pytest.mark.parametrize("tenths", range(4, 60, 5))
def test_reached_means_within_the_goal(tenths: int) -> None:
    """A plan that ends below the goal says so, and does not call it reached."""
    level = ledger_of(TEXT).report().level or 0
    goal = Goal(Aim.FIGURE, level - tenths / 10, 0.05)
    plan = asked(ledger_of(TEXT), ALL, goal).plan
    assert plan is not None
    assert plan.level is not None
    assert plan.reached == (goal.low <= plan.level <= goal.high)
    assert ("below the goal" in plan.remark) == (plan.level < goal.low)
    assert "The last 0.0" not in plan.remark


def test_every_step_has_a_place_of_its_own() -> None:
    """The same sentence twice gives two steps, each known with its place."""
    twice = [TEXT[1], TEXT[1], *TEXT[2:]]
    plan = asked(ledger_of(twice), ALL, EASY).plan
    assert plan is not None
    places = [(step.key, step.spot) for step in plan.steps]
    assert len(places) == len(set(places))
    for step in plan.steps:
        for edit in step.edits:
            assert twice[edit.spot.block][edit.spot.start : edit.spot.end] == edit.was


def test_a_rejected_step_does_not_come_back() -> None:
    """The plan goes another way, also after the text has changed elsewhere."""
    ledger = ledger_of(TEXT)
    guide = Guide(ledger)
    plan = asked(ledger, ALL, EASY, guide).plan
    assert plan is not None
    gone = plan.steps[0].key
    guide.reject(frozenset({gone}))
    ledger.apply(Splice(0, 1, (Block("Another title"),), 2))
    ledger.measure_next()
    again = asked(ledger, ALL, EASY, guide).plan
    assert again is not None
    assert gone not in {step.key for step in again.steps}


def test_choppy_steps_say_so() -> None:
    """A split beside a short sentence is told to be choppy."""
    plan = asked(ledger_of(TEXT), ALL, Goal(Aim.GRADE, 1, 0.5)).plan
    assert plan is not None
    notes = {step.title: step.note for step in plan.steps}
    assert "Choppy" in notes["Split after “harbour”"]


@pytest.mark.parametrize(
    ("goal", "remark"),
    [
        (None, "Choose a goal"),
        (Goal(Aim.GRADE, 18, 1), "easier than the goal"),
        (Goal(Aim.GRADE, 0, 0.1), "No safe edits are left"),
    ],
)
def test_a_plan_that_has_no_way_says_why(goal: Goal | None, remark: str) -> None:
    """Without a goal, for an easy text, and where only the writer can help."""
    plan = asked(ledger_of(TEXT), ALL, goal).plan
    assert plan is not None
    assert remark in plan.remark


def test_an_article_follows_its_word() -> None:
    """Replacing “enormous” changes both of its articles."""
    plan = asked(ledger_of(TEXT), ALL, Goal(Aim.GRADE, 0, 0.1)).plan
    assert plan is not None
    (step,) = (step for step in plan.steps if step.title.startswith("enormous"))
    changed = done(TEXT, Plan((step,)), 1)
    assert "an enormous" not in changed[4]
    assert changed[4].count("a ") + changed[4].count("A ") >= 2


def test_names_are_proposed_until_they_are_exempt() -> None:
    """What has a capital inside sentences twice is proposed; once it counts as easy, it is not any more."""
    texts = [*TEXT, "Then Hartley thanked Moore."]
    assert asked(ledger_of(texts), ALL).names == ("Moore", "Hartley")
    assert asked(ledger_of(texts, Counting(exempt=frozenset({"moore"}))), ALL).names == ("Hartley",)


def test_the_profile_shares_out_all_tokens() -> None:
    """Every token is at one level and in one band; lists tell how much of the text they cover."""
    ledger = ledger_of(TEXT)
    guide = Guide(ledger)
    guide.know((read_list("Class 5", "museum; a house\nthe\nrain\n"),))
    profile = asked(ledger, ALL, Goal(Aim.CEFR, 2), guide).profile
    assert profile is not None
    tokens = ledger.report().tokens
    assert sum(row.tokens for row in profile.by_cefr) == sum(row.tokens for row in profile.by_band) == tokens
    assert sum(row.type_share for row in profile.by_cefr) == pytest.approx(1)
    assert [row.above for row in profile.by_cefr] == [False, False, True, True, True, True, False]
    (coverage,) = profile.coverage
    assert "rained" not in dict(coverage.unknown)
    assert dict(coverage.unknown)["committee"] == 1
    assert coverage.lacking == len(coverage.unknown)
    assert 0 < coverage.tokens < 1


def test_the_summary_says_what_the_panels_show() -> None:
    """Numbers of hard sentences and words, the share of known words, and the plan behind the rest."""
    ledger = ledger_of(TEXT)
    guide = Guide(ledger)
    answer = asked(ledger, ALL, EASY, guide)
    first, *_others, last = [each for each in guide.sum_up() if each is not None]
    assert first.plan is None
    assert last == replace(first, plan=answer.plan)
    assert first.hard_sentences == len(
        [row for row in answer.sentences or () if row.strength is not Strength.EASY]
    )
    assert first.hard_words == len([row for row in answer.words or () if row.hard])
    assert answer.profile is not None
    assert (first.known, first.level) == (answer.profile.known, EASY.cefr)


def test_the_glossary_has_the_hard_words_in_the_order_of_the_text() -> None:
    """Each with the sentence that it stands in first; exempt words and names are left out."""
    guide = Guide(ledger_of(TEXT, Counting(exempt=frozenset({"municipal"}))))
    guide.aim(EASY)
    (glosses,) = [each for each in guide.gather() if each is not None]
    text = " ".join(TEXT)
    places = [text.index(each.example) + each.example.lower().index(each.word) for each in glosses]
    assert places == sorted(places)
    found = {each.word for each in glosses}
    assert {"attraction", "hesitation"} <= found
    assert not found & {"municipal", "hartley"}


@pytest.mark.parametrize(("goal", "remark"), [(None, "Choose a goal"), (EASY, "The plan comes with the Level")])
def test_a_text_without_prose_has_nothing_to_sum_up(goal: Goal | None, remark: str) -> None:
    """No hard words, no glossary, and the plan says what it needs."""
    guide = Guide(ledger_of(["A title", ""]))
    guide.aim(goal)
    (summary,) = [each for each in guide.sum_up() if each is not None]
    assert (summary.hard_sentences, summary.hard_words) == (0, 0)
    assert summary.plan is not None
    assert remark in summary.plan.remark
    assert [each for each in guide.gather() if each is not None] == [()]


def test_nothing_is_known_of_no_text() -> None:
    """Without tokens there is no share of known words."""
    (summary,) = [each for each in Guide(ledger_of([""])).sum_up() if each is not None]
    assert summary.known is None


def test_a_text_without_prose_has_no_guidance() -> None:
    """Then the lists are empty and the plan says why; the vocabulary of headings is told all the same."""
    answer = asked(ledger_of(["A title", ""]), ALL, EASY)
    assert (answer.sentences, answer.words, answer.marks) == ((), (), ())
    assert answer.plan is not None
    assert "The plan comes with the Level" in answer.plan.remark
    assert answer.profile is not None
    assert sum(row.tokens for row in answer.profile.by_cefr) == 2


@pytest.mark.parametrize(
    ("listed", "text", "unknown"),
    [
        ("ice-cream", "We like ice-cream.", {"we", "like"}),
        ("don’t", "Don't! They don’t.", {"they"}),
        (
            "he\non\nbe\nflow\nnumb\nlet",
            "her only bed flower number letter",
            {"her", "only", "bed", "flower", "number", "letter"},
        ),
        ("walk\ncity\nstop\nmake", "walks walked cities stopping making", set()),
        ("word\ncat", "The cat saw a word.", {"the", "saw", "a", "word"}),
        ("the, cat, saw", "The cat saw it.", {"it"}),
        ("the", "Detritivores is the best.", {"detritivores", "is", "best"}),
    ],
)
def test_a_list_covers_its_words_and_their_forms(listed: str, text: str, unknown: set[str]) -> None:
    """Hyphens, apostrophes and regular forms are understood; chance endings and first words are not."""
    guide = Guide(ledger_of([text]))
    guide.know((read_list("Class", listed),))
    profile = asked(ledger_of([text]), ALL, None, guide).profile
    assert profile is not None
    assert set(dict(profile.coverage[0].unknown)) == unknown


def test_exempt_words_are_covered() -> None:
    """A word that counts as easy is known to every class, in all its tokens."""
    ledger = ledger_of(["My mother-in-law came by."], Counting(exempt=frozenset({"mother-in-law"})))
    guide = Guide(ledger)
    guide.know((read_list("Class", "my\ncame\nby"),))
    profile = asked(ledger, ALL, None, guide).profile
    assert profile is not None
    assert profile.coverage[0].tokens == 1


edits = st.lists(
    st.tuples(st.integers(0), st.integers(0), st.lists(blocks, max_size=3), st.booleans()), max_size=6
)


@settings(max_examples=40, deadline=None)
@given(edits)
def test_guidance_follows_the_text(drawn: list[tuple[int, int, list[Block], bool]]) -> None:
    """After any edits and other ways to count, read page by page, the answer is that of a text read anew."""
    ledger = ledger_of(TEXT)
    guide = Guide(ledger)
    for number, (place, length, arriving, fragments) in enumerate(drawn, start=2):
        first = place % (len(ledger.blocks) + 1)
        removed = length % (len(ledger.blocks) - first + 1)
        ledger.apply(Splice(first, removed, tuple(arriving), number))
        ledger.count(Counting(fragments=fragments))
        while ledger.pending:
            ledger.measure_next()
        live = asked(ledger, ALL, EASY, guide)
    live = asked(ledger, ALL, EASY, guide)
    fresh = Ledger(counting=ledger.counting)
    fresh.apply(Splice(0, 0, tuple(ledger.blocks), len(drawn) + 1))
    while fresh.pending:
        fresh.measure_next()
    cold = asked(fresh, ALL, EASY)
    assert sorted(map(repr, live.sentences or ())) == sorted(map(repr, cold.sentences or ()))
    assert (live.words, live.marks, live.profile) == (cold.words, cold.marks, cold.profile)
    assert live.names == cold.names


@pytest.mark.parametrize(("formula", "told"), [("flesch_kincaid", "syllables → "), ("calibrated", "B1 → ")])
def test_a_step_says_what_the_formula_sees(formula: str, told: str) -> None:
    """Calibrated knows the levels of words and not their syllables."""
    plan = asked(
        ledger_of(TEXT, Counting(formula)), Question(panels=frozenset({Panel.PLAN})), Goal(Aim.GRADE, 1)
    ).plan
    assert plan is not None
    assert any(told in step.after for step in plan.steps if step.key.startswith("replace "))
