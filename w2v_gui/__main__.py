"""Where the program starts: the command line for ``train``, ``query`` and ``evaluate``, else the window."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


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

    if arguments and arguments[0] in (*cli.COMMANDS, "-h", "--help", "--version"):
        return cli.main(arguments)
    from w2v_gui.app import main as open_window

    return int(open_window(arguments))


if __name__ == "__main__":
    sys.exit(main())
