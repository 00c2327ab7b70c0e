"""Saying what went wrong: a sentence to act on, and for what is our own fault the traceback, too."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from w2v_gui.errors import UserError
from w2v_gui.gui.language import sentence
from w2v_gui.gui.reports import described

if TYPE_CHECKING:
    from w2v_gui.gui.widgets.message_bar import MessageBar

log = logging.getLogger("w2v_gui")


def say_error(message: MessageBar, error: BaseException, details: str = "") -> None:
    """Show the sentence of an error; one that nobody could foresee goes into the log and can be copied."""
    foreseen = isinstance(error, UserError | MemoryError)
    if not foreseen:
        description = described(error)
        log.error("%s", description)
        details = details or description
    # What stands in the bar may stand there for long: it must not keep alive what the work had in hand.
    bare = error.with_traceback(None)
    message.say(lambda: sentence(bare), "error", "" if foreseen else details)
