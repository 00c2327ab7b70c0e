"""Memory that is given back: what was in it must come back as it was."""

from __future__ import annotations

import ctypes
import sys
from pathlib import Path

import numpy as np
import pytest

from w2v_gui import memory
from w2v_gui.memory import LibraryPages, trim_heap

on_linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs /proc")


def resident() -> int:
    """Bytes of this process in memory."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096


@on_linux
def test_code_leaves_memory_and_comes_back_unchanged() -> None:
    from llvmlite import binding

    mappings = memory._clean_mappings("llvmlite")
    assert mappings
    before = [ctypes.string_at(begin, end - begin) for begin, end in mappings]  # reads all of it into memory
    held = resident()
    LibraryPages("llvmlite").release()
    assert resident() < held - 0.8 * sum(map(len, before))
    assert [ctypes.string_at(begin, end - begin) for begin, end in mappings] == before
    assert "define void @f()" in str(binding.parse_assembly("define void @f() { ret void }"))


@on_linux
def test_only_what_equals_the_file_is_let_go() -> None:
    from llvmlite import binding

    path = Path(binding.ffi.lib._lib_handle._name)
    content = path.read_bytes()
    for begin, end in memory._clean_mappings("llvmlite"):
        assert ctypes.string_at(begin, end - begin).rstrip(b"\0") in content


def test_a_library_that_is_not_loaded_has_nothing_to_release() -> None:
    pages = LibraryPages("no library of this name")
    pages.release()
    assert not pages._mappings


def test_without_the_means_nothing_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "_c_library", lambda: None)
    trim_heap()
    LibraryPages("llvmlite").release()


@on_linux
def test_freed_memory_goes_back_to_the_system() -> None:
    words = [bytes(100) for _ in range(500_000)]
    kept = [np.zeros(3) for _ in range(10)]  # above the words: the heap cannot simply shrink
    held = resident()
    del words
    trim_heap()
    assert resident() < held - 30_000_000
    assert all(not array.any() for array in kept)
