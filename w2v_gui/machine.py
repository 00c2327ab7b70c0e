"""What this machine has to spare."""

from __future__ import annotations

import contextlib
from pathlib import Path


def free_memory(meminfo: Path = Path("/proc/meminfo")) -> int | None:
    """Return how many bytes can be had without pushing anything out of memory; None where the system does not say."""
    with contextlib.suppress(OSError, ValueError, IndexError):
        for line in meminfo.read_text().splitlines():
            if line.startswith("MemAvailable:"):
                return int(line.split()[1]) * 1024
    return None
