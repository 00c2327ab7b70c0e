"""Where the program starts: the command line for the commands of `cli`, else the window."""

from __future__ import annotations

import difflib
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code.

    Neither side is imported for the other: a query on the command line waits for no window system.

    Parameters
    ----------
    argv : sequence of str, optional
        The arguments, without the program's name; those of the process by default.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    from w2v_gui import cli
    from w2v_gui.cli.console import say

    if arguments and arguments[0] in (*cli.COMMANDS, "-h", "--help", "--version"):
        return cli.main(arguments)
    if arguments and (meant := _mistyped(arguments[0], cli.COMMANDS)):
        say(f"There is no file “{arguments[0]}”. Did you mean the command “w2v-gui {meant}”?")
        return cli.FAILED
    from w2v_gui.app import main as open_window

    return int(open_window(arguments))


def _mistyped(word: str, commands: Iterable[str]) -> str:
    """Return the command that ``word`` looks like, if it is no file; empty when there is none."""
    if not word.isalpha() or os.path.exists(word):
        return ""
    return next(iter(difflib.get_close_matches(word.lower(), list(commands), n=1, cutoff=0.7)), "")


if __name__ == "__main__":
    sys.exit(main())
