"""The picture of a large map: moved, it is the one that would have been made there."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QBuffer, QPointF, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from w2v_gui.gui.widgets.atlas_cloud import Cloud
from w2v_gui.gui.widgets.atlas_picture import CloudPicture

SIZE = QSize(120, 90)


def cloud(right: float = 0, down: float = 0) -> Cloud:
    """Return points of three colours and two sizes, many of them outside the picture."""
    rng = np.random.default_rng(4)
    # Eighths: what is moved by whole pixels stays the same numbers.
    x, y = np.round(rng.uniform(-60, 200, (2, 3000)) * 8).astype(np.float32) / 8
    tints, sizes = (np.arange(3000) % count for count in (3, 2))
    table = np.array([(200, 0, 0), (0, 200, 0), (0, 0, 200)], np.uint8)
    opacity = rng.uniform(0.2, 1.5, 3000).astype(np.float32)
    return Cloud(x + right, y + down, tints.astype(np.uint8), table, (2.0, 4.5), sizes.astype(np.uint8), opacity)


def painted(picture: CloudPicture, ratio: float, whole: bool = True) -> np.ndarray:
    image = QImage(SIZE * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(0)
    with QPainter(image) as painter:
        picture.paint(painter, whole=whole)
    return np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4).astype(int)


@pytest.mark.parametrize(("right", "down"), [(7, 0), (-5, 3), (0, -11), (300, 4), (2.5, 1)])
@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_a_moved_picture_is_the_one_that_would_be_made_there(qapp, right, down, ratio):
    picture = CloudPicture([cloud()], SIZE)
    painted(picture, ratio)
    moved = picture.moved([cloud(right, down)], QPointF(right, down))
    assert np.array_equal(painted(moved, ratio), painted(CloudPicture([cloud(right, down)], SIZE), ratio))


def test_very_many_points_come_in_several_frames_and_cover_the_same(qapp, monkeypatch):
    monkeypatch.setattr("w2v_gui.gui.widgets.atlas_picture._AT_ONCE", 700)
    whole = painted(CloudPicture([cloud(), cloud(5)], SIZE), 1.0)[..., 3]
    picture = CloudPicture([cloud(), cloud(5)], SIZE)
    frames = [painted(picture, 1.0, whole=False)[..., 3] for _ in range(6)]
    assert (frames[0] < whole).mean() > 0.1
    assert np.abs(frames[-1] - whole).max() <= 1


def test_a_drawing_of_few_points_holds_them_singly_and_of_very_many_a_picture(qapp):
    # However strongly they cover what is below: whatever Qt warns of fails the test.
    assert drawn([cloud()]).count("<circle") + drawn([cloud()]).count("<path") > 1000
    many = cloud()
    tiled = {name: np.tile(getattr(many, name), 8) for name in ("x", "y", "tints", "sizes", "opacity")}
    assert "<image" in drawn([replace(many, **tiled)])


def drawn(clouds: list[Cloud]) -> str:
    buffer = QBuffer()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(SIZE)
    with QPainter(generator) as painter:
        CloudPicture(clouds, SIZE).paint(painter)
    return bytes(buffer.data().data()).decode()
