"""How much memory a process has held."""

from __future__ import annotations

import sys
from pathlib import Path


def peak() -> int:
    """Return the most memory this process has ever held, in bytes.

    On Linux ``ru_maxrss`` also counts what the process was forked from, before it became itself: the kernel's
    own account of this address space does not.
    """
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) * 1024
    import resource

    value = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return value if sys.platform == "darwin" else value * 1024


def resident() -> int:
    """Return how much of this process is in memory now, in bytes; 0 where the system does not say."""
    statm = Path("/proc/self/statm")
    if not statm.exists():
        return 0
    import resource

    return int(statm.read_text().split()[1]) * resource.getpagesize()
