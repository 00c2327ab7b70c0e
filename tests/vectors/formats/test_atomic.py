"""A save that fails leaves the old file whole, says why, and litters nothing."""

from __future__ import annotations

import errno
import os
import sys
import time

import numpy as np
import pytest
from vector_files import contents

from w2v_gui.errors import SaveError
from w2v_gui.vectors.formats import WRITERS, check_writable, read_vectors, write_vectors
from w2v_gui.vectors.formats.atomic import atomic_writer, check_target
from w2v_gui.vectors.word_vectors import WordVectors

ENDINGS = [writer.endings[0] for writer in WRITERS]
OLD = WordVectors(["old"], [[1.0, 2.0]])
LARGE = WordVectors([f"w{i}" for i in range(400)], np.random.default_rng(1).standard_normal((400, 100)))


def fails_with(number: int):
    def fail(*_, **__):
        raise OSError(number, os.strerror(number))

    return fail


def assert_untouched(folder, names=("v",)):
    assert sorted(path.stem for path in folder.iterdir()) == sorted(names)


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("function", ["fsync", "replace", "open"])
@pytest.mark.parametrize(
    ("number", "sentence"),
    [(errno.ENOSPC, "no room"), (errno.EACCES, "not allowed"), (errno.EROFS, "not allowed"), (errno.EIO, "could not")],
)
def test_any_failing_step_keeps_the_old_file(tmp_path, monkeypatch, ending, function, number, sentence):
    target = tmp_path / f"v{ending}"
    write_vectors(target, OLD)
    before = contents(tmp_path)
    with monkeypatch.context() as patched:
        patched.setattr(os, function, fails_with(number))
        with pytest.raises(SaveError, match=sentence) as caught:
            write_vectors(target, LARGE)
    assert "\n" not in str(caught.value)
    assert contents(tmp_path) == before


@pytest.mark.skipif(sys.platform == "win32", reason="no such limits there")
@pytest.mark.parametrize("ending", ENDINGS)
def test_a_disk_that_fills_up_while_writing(tmp_path, ending):
    import resource

    target = tmp_path / f"v{ending}"
    write_vectors(target, OLD)
    before = contents(tmp_path)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard))
    try:
        with pytest.raises(SaveError, match="no room"):
            write_vectors(target, LARGE)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert contents(tmp_path) == before


def test_a_target_that_is_no_ordinary_file(tmp_path):
    (tmp_path / "folder.bin").mkdir()
    os.mkfifo(tmp_path / "pipe.bin")
    for name in ("folder.bin", "pipe.bin", "no/such/folder.bin", "pipe.bin/v.bin", "nul\0.bin"):
        for attempt in (lambda path: write_vectors(path, LARGE), check_writable):
            with pytest.raises(SaveError):
                attempt(tmp_path / name)
    assert_untouched(tmp_path, ("folder", "pipe"))


@pytest.mark.skipif(not os.path.isdir("/proc/self"), reason="no such folder here")
def test_a_folder_that_takes_no_files(tmp_path):
    for attempt in (lambda path: write_vectors(path, LARGE), check_writable):
        with pytest.raises(SaveError, match="its folder does not take any files"):
            attempt("/proc/v.bin")
        with pytest.raises(SaveError, match="its folder does not exist"):
            attempt(tmp_path / "no" / "v.bin")


def test_a_file_marked_read_only_is_left_alone(tmp_path):
    target = tmp_path / "v.bin"
    target.write_bytes(b"precious")
    target.chmod(0o444)
    for attempt in (lambda path: write_vectors(path, LARGE), check_writable):
        with pytest.raises(SaveError, match="read-only"):
            attempt(target)
    assert target.read_bytes() == b"precious"
    assert_untouched(tmp_path)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_folder_marked_read_only(tmp_path):
    tmp_path.chmod(0o555)
    try:
        with pytest.raises(SaveError, match="not allowed"):
            check_target(tmp_path / "v.bin")
    finally:
        tmp_path.chmod(0o755)


def test_checking_a_target_leaves_nothing_and_changes_nothing(tmp_path):
    check_writable(tmp_path / "new.npz")
    assert_untouched(tmp_path, ())
    (tmp_path / "v.bin").write_bytes(b"old")
    check_writable(tmp_path / "v.bin")
    assert (tmp_path / "v.bin").read_bytes() == b"old"
    with pytest.raises(SaveError, match="ending"):
        check_writable(tmp_path / "v.xyz")


def test_an_interrupted_save_leaves_nothing(tmp_path):
    def interrupted():
        with atomic_writer(tmp_path / "v") as file:
            file.write(b"half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert_untouched(tmp_path, ())


def test_what_a_killed_program_left_is_removed_when_nobody_writes_it_any_more(tmp_path):
    names = (".v[1].bin.458588f7.part", ".v[1].bin.00000000.part", ".w.bin.458588f7.part", ".v[1].bin.notes.part")
    for name in names:
        (tmp_path / name).write_bytes(b"half")
        age = 0 if "00000000" in name else 2 * 24 * 3600
        os.utime(tmp_path / name, (time.time() - age,) * 2)
    write_vectors(tmp_path / "v[1].bin", OLD)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([*names[1:], "v[1].bin"])


def test_a_link_stays_a_link_and_permissions_stay(tmp_path):
    real = tmp_path / "real.bin"
    real.write_bytes(b"old")
    real.chmod(0o640)
    (tmp_path / "link.bin").symlink_to(real)
    write_vectors(tmp_path / "link.bin", WordVectors(["new"], [[1.0]]))
    assert (tmp_path / "link.bin").is_symlink()
    assert read_vectors(real).words == ("new",)
    assert real.stat().st_mode & 0o777 == 0o640


def test_a_new_file_has_the_permissions_any_new_file_has(tmp_path):
    (tmp_path / "other").write_bytes(b"")
    write_vectors(tmp_path / "v.bin", WordVectors(["new"], [[1.0]]))
    assert (tmp_path / "v.bin").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_a_name_as_long_as_names_can_be(tmp_path):
    write_vectors(tmp_path / ("爱" * 83 + ".bin"), WordVectors(["new"], [[1.0]]))
    assert len(list(tmp_path.iterdir())) == 1
