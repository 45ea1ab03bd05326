"""The phrases of argparse in the reader's language: usage, heads and what is wrong with arguments."""

import argparse

from factbox.translation import N_, _

# What people may come to see of it; its other messages are for programmers.
PHRASES = frozenset(
    {
        N_("usage: "),
        N_("positional arguments"),
        N_("options"),
        N_("show this help message and exit"),
        N_("%(prog)s: error: %(message)s\n"),
        N_("argument %(argument_name)s: %(message)s"),
        N_("unrecognized arguments: %s"),
        N_("the following arguments are required: %s"),
        N_("expected one argument"),
        N_("expected at least one argument"),
        N_("ignored explicit argument %r"),
        N_("ambiguous option: %(option)s could match %(matches)s"),
        N_("invalid choice: %(value)r (choose from %(choices)s)"),
    }
)


class _Section(argparse.HelpFormatter._Section):  # noqa: SLF001  # only there a head gets its colon
    """A part of the help, with the colon of the language behind its head."""

    def format_help(self) -> str:
        """Write it."""
        told, head = super().format_help(), self.heading
        # What holds all the parts has no head.
        return told.replace(f"{head}:\n", _("{head}:").format(head=head) + "\n", 1) if head else told


class Wrapped(argparse.HelpFormatter):
    """Writes a help whose paragraphs are as wide as the terminal."""

    _Section = _Section  # type: ignore[assignment]  # a class of its own kind


class AsWritten(Wrapped, argparse.RawDescriptionHelpFormatter):
    """Writes a help whose paragraphs keep their lines, as examples need it."""


def phrase(message: str) -> str:
    """Give a phrase of argparse in the language that is spoken, and any other message as it is."""
    return _(message) if message in PHRASES else message


def translate_argparse() -> None:
    """Let argparse, which asks gettext for the catalogue of no program, ask for ours."""
    vars(argparse)["_"] = phrase
