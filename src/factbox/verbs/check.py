"""The verb `check`: holds files against a goal."""

import json
from argparse import ArgumentParser, Namespace

from factbox.metrics import levels
from factbox.metrics.goals import Distance, Goal, Standing, distance
from factbox.metrics.report import Counting, Report
from factbox.translation import N_, _, decimal, in_turn, named
from factbox.verbs.base import Verb, add_files, add_formula, add_fragments, add_goal, add_json, speak_to_programs
from factbox.verbs.inputs import measured

_LEVEL_KEYS = ("level", "level_low", "level_high")


def _declare(parser: ArgumentParser) -> None:
    add_files(parser)
    add_goal(parser, required=True)
    add_json(parser)
    add_formula(parser)
    add_fragments(parser)


def _run(options: Namespace) -> int:
    if options.json:
        speak_to_programs()
    goal: Goal = options.goal
    counting = Counting(options.formula, fragments=options.count_fragments)
    missed = False
    for name in options.files:
        report, error = measured(name, counting)
        found = distance(report.level if report else None, goal)
        missed = missed or found.standing is not Standing.WITHIN
        if options.json:
            figures = {key: getattr(report, key, None) for key in _LEVEL_KEYS}
            told = {
                "path": name,
                **figures,
                "formula": counting.formula,
                "goal": goal.label,
                "standing": found.standing if report else None,
                "distance": found.grades,
                "error": error,
            }
            print(json.dumps(told), flush=True)
        else:
            print(named(name, _compared(report, found, goal) if report else str(error)), flush=True)
    return int(missed)


def _compared(report: Report, found: Distance, goal: Goal) -> str:
    if report.level is None or report.level_low is None or report.level_high is None:
        return in_turn(report.headline, report.remark)
    band = levels.band(report.level_low, report.level_high).lower()
    sentence = _("Level {level}, {band}. {distance} ({goal}).")
    return sentence.format(level=decimal(report.level, 1), band=band, distance=found.text, goal=goal.label)


VERB = Verb(
    N_("tell how far files are from a goal"),
    N_("Tells the Level of each file and how far it is from the goal."),
    N_(
        "For example:\n"
        "  factbox check lesson.txt story.txt --goal “grade 5”\n"
        "prints\n"
        "  lesson.txt: Level 5.3, likely 3 to 8. Within the goal (Grade 5 ± 0.5).\n"
        "  story.txt: Level 7.1, likely 4 to 10. 2.1 above the goal (Grade 5 ± 0.5).\n"
        "and ends with status 1, for one text misses the goal. With status 0 all are within it.\n"
        "Other goals: --goal “age 10 ± 1”, --goal B1, --goal “6.5 within 0.3”."
    ),
    _declare,
    _run,
)
