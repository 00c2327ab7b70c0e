"""Kept machine code may be missing, damaged or impossible to write: the kernels work all the same."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

PROGRAM = "from w2v_gui.engine.kernels.primitives import softplus; print(round(softplus(0.0), 6))"
TRAINING = """
import hashlib
from w2v_gui.corpus.samples import planted_text
from w2v_gui.engine.config import TrainingConfig
from w2v_gui.engine.trainer import Trainer

config = TrainingConfig(model="cbow", objective="softmax", batch_size=1, vector_size=20, threads=1, alpha=0.02)
trainer = Trainer(planted_text("en", 3_000).corpus(), config)
trainer.train_chunk(3_000)
trainer.close()
print(hashlib.sha256(trainer.parameters.W_out.tobytes()).hexdigest())
"""


def run(program: str = PROGRAM, **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    assert done.stderr == ""
    return done.stdout.strip()


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    assert run(XDG_CACHE_HOME=str(tmp_path)) == "0.693147"
    return tmp_path


def kept_files(cache: Path) -> list[Path]:
    return [path for path in cache.glob("w2v-gui/kernels/**/*.nb*") if "softplus" in path.name]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the place of the cache is set as on Linux")
@pytest.mark.parametrize("damage", [b"", b"\x80", b"not machine code at all"])
def test_damaged_files_are_compiled_again(cache: Path, damage: bytes) -> None:
    files = kept_files(cache)
    assert len(files) == 2  # the index and the code
    for path in files:
        path.write_bytes(damage)
    assert run(XDG_CACHE_HOME=str(cache)) == "0.693147"
    assert max(path.stat().st_size for path in kept_files(cache)) > 1000


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the place of the cache is set as on Linux")
def test_a_truncated_file_is_compiled_again(cache: Path) -> None:
    for path in kept_files(cache):
        path.write_bytes(path.read_bytes()[:-10])
    assert run(XDG_CACHE_HOME=str(cache)) == "0.693147"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the place of the cache is set as on Linux")
def test_without_a_place_to_write_nothing_is_kept(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a directory")
    assert run(XDG_CACHE_HOME=str(blocked)) == "0.693147"


def test_the_process_that_compiles_computes_the_same_bytes_as_those_after_it(tmp_path: Path) -> None:
    first, second = (run(TRAINING, NUMBA_CACHE_DIR=str(tmp_path)) for _ in range(2))
    assert first == second
