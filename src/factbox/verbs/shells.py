"""Scripts for the completion of shells, made from the parser, so that they never tell of other options."""

import argparse
import re
from argparse import Action, ArgumentParser
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from factbox.metrics.formulas import FORMULAS

# What stands for keys of formulas in a help, parted by commas.
KEYS = "KEY,KEY"
_FILES, _FOLDERS = frozenset({"FILE", "PATH"}), frozenset({"FOLDER"})


@dataclass(frozen=True, slots=True)
class _Argument:
    """What may stand behind a verb.

    Attributes:
        flags: How an option is written; none for what stands by itself.
        help: What it is, in a few words.
        takes: Whether something is to follow the flag, or is to stand there.
        choices: What may stand there, where that is known.
        parted: Whether several of these may stand there, parted by commas.
        wants: `files`, `folders` or nothing.
        many: Whether any number of them may stand there.
    """

    flags: tuple[str, ...]
    help: str
    takes: bool
    choices: tuple[str, ...]
    parted: bool
    wants: str
    many: bool


@dataclass(frozen=True, slots=True)
class _Known:
    """A verb with what may stand behind it."""

    name: str
    help: str
    arguments: tuple[_Argument, ...]

    @property
    def options(self) -> Iterator[_Argument]:
        """What begins with a dash."""
        return (each for each in self.arguments if each.flags)

    @property
    def others(self) -> Iterator[_Argument]:
        """What does not."""
        return (each for each in self.arguments if not each.flags)


def bash(parser: ArgumentParser) -> str:
    """Make the script for bash, of version 3 as well."""
    verbs = _verbs(parser)
    values, options, others = [], [], []
    for verb in verbs:
        for each in verb.options:
            if each.takes:
                pattern = "|".join(f'"{verb.name} {flag}"' for flag in each.flags)
                # What is typed before the last comma stays.
                stays = ' before="${typed%"${typed##*,}"}"' if each.parted else ""
                values.append(f'    {pattern}) words="{" ".join(each.choices)}"{stays} ;;')
        flags = " ".join(flag for each in verb.options for flag in each.flags)
        options.append(f'    {verb.name}) words="{flags}" ;;')
        choices = " ".join(choice for each in verb.others for choice in each.choices)
        if choices:
            others.append(f'    {verb.name}) words="{choices}" ;;')
    names = " ".join(verb.name for verb in verbs)
    return "\n".join(
        [
            "# Completion of factbox for bash. What gives no words gives the names of files.",
            "_factbox() {",
            '  local typed="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" words=""',
            '  local verb="${COMP_WORDS[1]}"',
            "  COMPREPLY=()",
            '  if [ "$COMP_CWORD" -eq 1 ]; then',
            f'    COMPREPLY=( $(compgen -W "{names} --help --version" -- "$typed") )',
            "    return",
            "  fi",
            '  local option="$before"; before=""',
            '  case "$verb $option" in',
            *values,
            '  *) case "$typed" in',
            '  -*) case "$verb" in',
            *options,
            "  esac ;;",
            '  *) case "$verb" in',
            *(others or ["    *) ;;"]),
            "  esac ;;",
            "  esac ;;",
            "  esac",
            '  COMPREPLY=( $(compgen -P "$before" -W "$words" -- "${typed#"$before"}") )',
            "}",
            "complete -o default -F _factbox factbox",
            "",
        ]
    )


def zsh(parser: ArgumentParser) -> str:
    """Make the script for zsh, to be found in its `fpath` or to be sourced."""
    verbs = _verbs(parser)
    names = " ".join(_quoted(f"{verb.name}:{_plain(verb.help)}") for verb in verbs)
    cases = []
    for verb in verbs:
        words = " ".join(_quoted(each) for argument in verb.arguments for each in _zsh_words(argument))
        cases.append(f"    {verb.name}) _arguments -S {words} ;;")
    return "\n".join(
        [
            "#compdef factbox",
            "_factbox() {",
            "  if (( CURRENT == 2 )); then",
            "    local -a verbs",
            f"    verbs=({names})",
            "    _describe verb verbs",
            "    _files",
            "    return",
            "  fi",
            "  words=(${words[2,-1]})",
            "  (( CURRENT-- ))",
            "  case $words[1] in",
            *cases,
            "    *) _files ;;",
            "  esac",
            "}",
            'if [[ "$funcstack[1]" == _factbox ]]; then _factbox "$@"; else compdef _factbox factbox; fi',
            "",
        ]
    )


def fish(parser: ArgumentParser) -> str:
    """Make the script for fish."""
    lines = ["complete -c factbox -n __fish_use_subcommand -l version -d 'the version'"]
    for verb in _verbs(parser):
        lines.append(
            f"complete -c factbox -n __fish_use_subcommand -a {verb.name} -d {_quoted(_plain(verb.help))}"
        )
        seen = f"complete -c factbox -n '__fish_seen_subcommand_from {verb.name}'"
        for each in verb.arguments:
            words = [seen]
            words += [f"-l {flag[2:]}" if flag.startswith("--") else f"-s {flag[1:]}" for flag in each.flags]
            if each.choices:
                offered = " ".join(each.choices)
                offered = f"(__fish_append , {offered})" if each.parted else offered
                words.append(f"{'-x' if each.takes and each.flags else '-f'} -a {_quoted(offered)}")
            elif each.flags and each.takes:
                folders = " -f -a '(__fish_complete_directories)'" if each.wants == "folders" else ""
                words.append(("-r" if each.wants else "-x") + folders)
            if each.flags or each.choices:
                lines.append(" ".join([*words, f"-d {_quoted(_plain(each.help))}"]))
    return "\n".join([*lines, ""])


SCRIPTS: Mapping[str, Callable[[ArgumentParser], str]] = MappingProxyType({"bash": bash, "zsh": zsh, "fish": fish})


def _zsh_words(each: _Argument) -> Iterator[str]:
    choices = f"({' '.join(each.choices)})" if each.choices else ""
    if each.parted:
        choices = f"_values -s , key {' '.join(each.choices)}"
    values = choices or {"files": "_files", "folders": "_files -/"}.get(each.wants, "")
    told = re.sub(r"([\[\]:])", r"\\\1", _plain(each.help))
    for flag in each.flags:
        yield f"{flag}[{told}]" + (f":{told}:{values}" if each.takes else "")
    if not each.flags:
        yield f"{'*' if each.many else ''}:{told}:{values}"


def _verbs(parser: ArgumentParser) -> list[_Known]:
    made = []
    for action in parser._actions:  # noqa: SLF001  # argparse has no other way to its arguments
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001  # as above
            helps = {each.dest: each.help or "" for each in action._choices_actions}  # noqa: SLF001  # as above
            for name, verb in action.choices.items():
                arguments = tuple(map(_argument, verb._actions))  # noqa: SLF001  # as above
                made.append(_Known(name, helps[name], arguments))
    return made


def _argument(action: Action) -> _Argument:
    metavar = str(action.metavar or "")
    wants = "files" if metavar in _FILES else "folders" if metavar in _FOLDERS else ""
    takes = action.nargs != 0
    is_parted = metavar == KEYS
    choices = (*FORMULAS, "all") if is_parted else tuple(map(str, action.choices or ()))
    return _Argument(
        tuple(action.option_strings), action.help or "", takes, choices, is_parted, wants, action.nargs == "+"
    )


def _plain(help_: str) -> str:
    """Give what a help says before it goes into detail."""
    return re.split(r"[:;]", help_, maxsplit=1)[0]


def _quoted(words: str) -> str:
    return "'" + words.replace("'", "’") + "'"
