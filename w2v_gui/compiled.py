"""Just-in-time compilation in one place: which options, and where the machine code is kept.

numba keeps compiled kernels on disk so that only the first start compiles. Its default places (beside the
source, or the user's cache) can be read-only, shared between versions or damaged, and each of that would
fail. Ours is a directory of our own, named after our sources; where it cannot be written the kernels are
compiled afresh, and what is damaged in it is compiled again.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numba
import platformdirs
from numba.core.caching import FunctionCache

from w2v_gui import __version__
from w2v_gui.memory import LibraryPages

if TYPE_CHECKING:
    from collections.abc import Callable

CACHE_DIRECTORY = Path(platformdirs.user_cache_dir("w2v-gui", appauthor=False)) / "kernels"

# Reassociation lets sums vectorise; unlike numba's whole "fastmath" these flags leave NaN and infinity their meaning.
REASSOCIATE = {"reassoc", "contract", "nsz", "arcp"}


def fingerprint() -> str:
    """Return a digest of all kernels: numba itself does not notice that a function which a kernel calls has changed."""
    digest = hashlib.sha256(__version__.encode())
    for path in sorted(Path(__file__).parent.glob("**/*.py")):
        source = path.read_bytes()
        if b"@compiled" in source or b"intrinsic(" in source:
            digest.update(source)
    return digest.hexdigest()[:12]


def _usable(directory: Path) -> bool:
    try:
        directory.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=directory):
            return True
    except OSError:
        return False


def _choose_directory() -> None:
    """Point numba at our directory, unless the user has set one."""
    directory = CACHE_DIRECTORY / f"{__version__}-{fingerprint()}"
    if not os.environ.get("NUMBA_CACHE_DIR") and _usable(directory):
        settings: Any = numba.config
        settings.CACHE_DIR = str(directory)


_choose_directory()


_COMPILER = LibraryPages("llvmlite")


class KeptKernels(FunctionCache):
    """numba's store of one function's machine code, for which nothing that is wrong with it is an error.

    Whenever a kernel has been loaded or compiled, the compiler's own code leaves memory: it would hold more of
    it than the vectors of many a text.
    """

    def load_overload(self, sig: Any, target_context: Any) -> Any:
        """Return the machine code for a signature, or None if there is none that can be read."""
        try:
            return super().load_overload(sig, target_context)  # type: ignore[no-untyped-call]
        except Exception:  # a damaged file can raise anything that unpickling raises
            with contextlib.suppress(Exception):
                self.flush()  # type: ignore[no-untyped-call]
            return None
        finally:
            _COMPILER.release()

    def save_overload(self, sig: Any, data: Any) -> None:
        """Keep machine code, if it can be written."""
        with contextlib.suppress(Exception):
            super().save_overload(sig, data)  # type: ignore[no-untyped-call]
        _COMPILER.release()


def compiled(function: Callable[..., Any]) -> Callable[..., Any]:
    """Compile ``function`` on its first call; it runs without the GIL and must not allocate arrays.

    Counting references is switched off (numba's ``_nrt`` flag): numba would count them indivisibly for every
    array of every named tuple at every call, which took a third of the time and made threads wait for each
    other. The caller's own references keep the arrays alive.

    What a kernel calls becomes part of it (``forceinline``). Otherwise the process that compiles runs the called
    functions as they are by themselves, every later one runs the copies that were optimised once more with their
    caller, and sums of the two differ in their last digits.
    """
    njit: Any = numba.njit  # typed without its private flags
    kernel: Any = njit(nogil=True, fastmath=REASSOCIATE, error_model="numpy", _nrt=False, forceinline=True)(function)
    with contextlib.suppress(RuntimeError):  # no directory can be written: compile at every start
        kernel._cache = KeptKernels(function)  # type: ignore[no-untyped-call]
    result: Callable[..., Any] = kernel
    return result
