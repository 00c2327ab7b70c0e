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


def helpers_give_way() -> None:
    """Lower the priority of all threads but the calling one.

    A library for matrices has made threads of its own when it was loaded. They wait for work in a busy loop, and would
    take the cores from a run that has stepped back.
    """
    if sys.platform == "linux":
        for thread in map(int, os.listdir("/proc/self/task")):
            if thread != threading.get_native_id():
                with contextlib.suppress(OSError):
                    os.setpriority(os.PRIO_PROCESS, thread, NICE)
