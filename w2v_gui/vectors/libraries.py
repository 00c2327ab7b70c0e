"""Importing libraries that take long, when they are needed, and one at a time."""

from __future__ import annotations

import importlib
import threading
from typing import Any

_LOCK = threading.Lock()


def library(name: str) -> Any:
    """Return a module of scipy, imported if need be.

    Its parts import each other in a circle. Python lets two threads go round in it from both ends, rather than have
    them wait for each other, and then one of them finds half a module.
    """
    with _LOCK:
        return importlib.import_module(name)
