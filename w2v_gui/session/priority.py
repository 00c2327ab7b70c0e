"""Letting the window go first on a machine whose every core is training."""

from __future__ import annotations

import contextlib
import os
import sys
import threading

NICE = 10
"""How far the calling thread steps back, on the scale of ``nice``."""


def give_way() -> None:
    """Lower the priority of the calling thread, and of the threads that it starts from now on.

    On Linux, where priorities belong to single threads. Elsewhere nothing happens: `QThread` does it there.
    """
    if sys.platform == "linux":
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), NICE)
