"""Just-in-time compilation in one place: which options, and where the machine code is kept.

numba keeps compiled kernels on disk so that only the first start compiles. Its default places (beside the
source, or the user's cache) can be read-only, shared between versions or broken; ours is a directory of our
own, named by our version, and where it cannot be written the kernels are compiled afresh and not kept.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numba
import platformdirs

from w2v_gui import __version__

if TYPE_CHECKING:
    from collections.abc import Callable

CACHE_DIRECTORY = Path(platformdirs.user_cache_dir("w2v-gui", appauthor=False)) / "kernels"


def _usable(directory: Path) -> bool:
    try:
        directory.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=directory):
            return True
    except OSError:
        return False


def _fingerprint() -> str:
    """Return a digest of our sources: numba itself does not notice when a function that a kernel calls has changed."""
    digest = hashlib.sha256(__version__.encode())
    for path in sorted(Path(__file__).parent.glob("**/*.py")):
        if "@compiled" in (text := path.read_text(encoding="utf-8")):
            digest.update(text.encode())
    return digest.hexdigest()[:12]


def _keep_compiled() -> bool:
    """Point numba at our directory, unless the user has set one; return whether kernels can be kept."""
    if os.environ.get("NUMBA_CACHE_DIR"):
        return True
    directory = CACHE_DIRECTORY / f"{__version__}-{_fingerprint()}"
    if not _usable(directory):
        return False
    settings: Any = numba.config
    settings.CACHE_DIR = str(directory)
    return True


KEPT = _keep_compiled()

# Reassociation lets sums vectorise; unlike "fast" these flags leave NaN and infinity with their meaning.
REASSOCIATE = {"reassoc", "contract", "nsz", "arcp"}


def compiled(function: Callable[..., Any]) -> Callable[..., Any]:
    """Compile ``function`` on its first call; it runs without the GIL and must not allocate arrays.

    Counting references is switched off (numba's ``_nrt`` flag): numba would count them indivisibly for every
    array of every named tuple at every call, which took a third of the time and made threads wait for each
    other. The caller's own references keep the arrays alive.
    """
    njit: Any = numba.njit  # typed without its private flags
    kernel: Callable[..., Any] = njit(nogil=True, cache=KEPT, fastmath=REASSOCIATE, error_model="numpy", _nrt=False)(
        function
    )
    return kernel


def forget_compiled() -> None:
    """Remove what has been kept: the remedy when it turns out to be damaged."""
    shutil.rmtree(CACHE_DIRECTORY, ignore_errors=True)
