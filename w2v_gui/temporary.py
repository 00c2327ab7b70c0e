"""A place on disk for what does not fit, or does not belong, in memory."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import IO


def temporary_file() -> IO[bytes]:
    """Open a file without a name: it is gone, whatever happens, when nobody uses it any more."""
    from platformdirs import user_cache_dir

    try:
        # Not the system's folder for temporary files: on many systems that is memory itself.
        folder = Path(user_cache_dir("w2v-gui"))
        folder.mkdir(parents=True, exist_ok=True)
        return tempfile.TemporaryFile(dir=folder)
    except OSError:
        return tempfile.TemporaryFile()
