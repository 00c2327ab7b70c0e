"""The script that makes the README's pictures; in a process of its own, as it is used."""

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QImage

SCRIPT = Path(__file__).parents[1] / "assets" / "pictures.py"


def test_one_small_picture_of_the_real_window(tmp_path):
    arguments = ["--size", "1024x700", "--languages", "en", "--themes", "dark", "--at", "0.01", "--only", "train"]
    done = subprocess.run(
        [sys.executable, str(SCRIPT), "--folder", str(tmp_path), *arguments],
        env={**os.environ, "PYTHONWARNINGS": "error"},
        capture_output=True,
        text=True,
        timeout=180,
    )
    assert done.stderr == ""
    assert done.returncode == 0
    path = tmp_path / "train-dark-en.png"
    assert [path] == list(tmp_path.iterdir())
    assert path.stat().st_size < 250_000
    image = QImage(str(path))
    assert (image.width(), image.height()) == (1024, 700)
    assert image.pixelColor(2, 350).lightness() < 100, "the theme that was asked for"
    colours = {image.pixel(x, y) for x in range(0, 1024, 4) for y in range(0, 700, 4)}
    assert len(colours) > 100, "a run that has begun: the heatmap is there"
