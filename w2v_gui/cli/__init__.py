"""The same work without a window: train, query, evaluate, convert, inspect."""

from __future__ import annotations

import argparse
import contextlib
import importlib
import os
import sys
from typing import TYPE_CHECKING, NoReturn

from w2v_gui import __version__
from w2v_gui.cli.console import say
from w2v_gui.cli.window_options import add_window_options
from w2v_gui.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMANDS: dict[str, str] = {
    "train": "learn the vectors of the words of a text and save them",
    "query": "ask saved vectors for neighbours, or for king - man + woman",
    "evaluate": "score saved vectors on test sets",
    "convert": "save vectors in another format",
    "inspect": "report what a file of vectors holds",
}

_MODULES = {"train": "train", "query": "ask", "evaluate": "evaluate", "convert": "files", "inspect": "files"}

FAILED = 2
INTERRUPTED = 130


class Parser(argparse.ArgumentParser):
    """A parser whose complaints are one sentence, like all others of ours."""

    def error(self, message: str) -> NoReturn:
        """Raise the complaint instead of printing the usage and leaving."""
        raise UserError("{message} (see {program} --help)", message=message, program=self.prog)


def main(argv: Sequence[str]) -> int:
    """Carry out a command line and return the exit code: 0, 2 for an error, 130 after Ctrl-C.

    Parameters
    ----------
    argv : sequence of str
        Begins with one of `COMMANDS`, ``--help`` or ``--version``.
    """
    _let_everything_be_printed()
    try:
        return _run(argv)
    except UserError as error:
        say(str(error))
    except MemoryError:
        say("There is not enough memory for this. Close other programs, or use a smaller text or file.")
    except BrokenPipeError:
        # Whoever read our output has seen enough (“| head”). Python would complain once more while shutting down.
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        say("Interrupted.")
        return INTERRUPTED
    return FAILED


def _run(argv: Sequence[str]) -> int:
    command = argv[0] if argv else "--help"
    if command not in COMMANDS:
        return _overview(argv)
    # Only the module of the command at hand is imported: a query needs nothing of what training needs.
    module = importlib.import_module(f"w2v_gui.cli.{_MODULES[command]}")
    parser = Parser(
        prog=f"w2v-gui {command}",
        description=COMMANDS[command].capitalize() + ".",
        allow_abbrev=False,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    run = getattr(module, command)(parser)
    try:
        arguments = parser.parse_args(list(argv[1:]))
    except SystemExit as leaving:  # after --help
        return int(leaving.code or 0)
    code = run(arguments)
    sys.stdout.flush()
    return int(code)


def _overview(argv: Sequence[str]) -> int:
    commands = "\n".join(f"  w2v-gui {name:<9} … {what}" for name, what in COMMANDS.items())
    parser = Parser(
        prog="w2v-gui",
        usage=f"w2v-gui [FILE …] [options]\n       w2v-gui {{{','.join(COMMANDS)}}} …",
        description="A desktop laboratory for word2vec.",
        epilog=f"Without a command, the window opens on the files given.\n\ncommands:\n{commands}\n\n"
        "“w2v-gui COMMAND --help” tells more.",
        allow_abbrev=False,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"w2v-gui {__version__}")
    add_window_options(parser)
    try:
        parser.parse_args(list(argv))
    except SystemExit as leaving:
        return int(leaving.code or 0)
    return 0


def _let_everything_be_printed() -> None:
    """Keep a word that the terminal's encoding does not have from stopping the program."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError, OSError):
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
