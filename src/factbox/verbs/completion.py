"""The verb `completion`: prints a script by which a shell completes what one types behind `factbox`."""

from argparse import ArgumentParser, Namespace

from factbox.translation import N_, _
from factbox.verbs.base import Verb
from factbox.verbs.shells import SCRIPTS


def _declare(parser: ArgumentParser) -> None:
    parser.add_argument("shell", choices=tuple(SCRIPTS), help=_("the shell"))


def _run(options: Namespace) -> int:
    print(SCRIPTS[options.shell](options.every()), end="", flush=True)
    return 0


VERB = Verb(
    N_("print a script for the completion of a shell"),
    N_("Prints a script by which the shell completes verbs, options, formulas and files."),
    N_(
        "Once and for all:\n"
        "  factbox completion bash > ~/.local/share/bash-completion/completions/factbox\n"
        "  factbox completion zsh > ~/.zfunc/_factbox     (with fpath+=~/.zfunc before compinit in ~/.zshrc)\n"
        "  factbox completion fish > ~/.config/fish/completions/factbox.fish\n"
        "For this terminal only: source <(factbox completion bash)"
    ),
    _declare,
    _run,
)
