"""What this machine has to spare, and how to take no more than that."""

from __future__ import annotations

import contextlib
import os
import sys
import threading
from pathlib import Path

_NICENESS = 15
"""From 0, as everything else, to 19, which runs only when nothing else wants to."""


def free_memory(meminfo: Path = Path("/proc/meminfo")) -> int | None:
    """Return how many bytes can be had without pushing anything out of memory; None where the system does not say."""
    with contextlib.suppress(OSError, ValueError, IndexError):
        for line in meminfo.read_text().splitlines():
            if line.startswith("MemAvailable:"):
                return int(line.split()[1]) * 1024
    return None


def give_way() -> None:
    """Let this thread, and the threads it starts, run only in time that nothing else wants, where that can be had.

    There is no way back: a thread's time can be given away, but not taken.
    """
    # Only Linux counts niceness by thread; elsewhere it would be that of the whole program.
    if sys.platform == "linux":
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _NICENESS)
