"""What a large map costs on the Explore page: moving over it, looking closer, pointing, turning it.

    python tests/benchmarks/map.py [--words 100000] [--width 1600] [--height 1000]

Offscreen; the view alone, as large as a window, labels and all. Each act is timed to the end of its painting.
"""

from __future__ import annotations

import argparse
import gc
import itertools
import random
from typing import TYPE_CHECKING

import numpy as np
from offscreen import FRAME, THREAD, application, milliseconds, timed
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QPixmap, QWheelEvent
from PySide6.QtTest import QTest
from table import show

from w2v_gui.gui.widgets.atlas_painting import Look
from w2v_gui.gui.widgets.atlas_view import AtlasView

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from numpy.typing import NDArray
    from table import Row

_SYLLABLES = ("ba", "con", "de", "fi", "gra", "lo", "mis", "nu", "per", "ri", "sto", "ta", "ver", "zu")


def spread(words: int, dimensions: int) -> NDArray[np.float32]:
    """Return places in clusters of all sizes, as maps of words have them."""
    rng = np.random.default_rng(1)
    middles = rng.normal(scale=30, size=(400, dimensions))
    cluster = rng.integers(0, len(middles), words)
    sizes = rng.uniform(0.5, 6, (len(middles), 1))
    return (middles[cluster] + sizes[cluster] * rng.normal(size=(words, dimensions))).astype(np.float32)


def names(words: int) -> list[str]:
    """Return words of different lengths, all of them different."""
    chance = random.Random(1)
    return ["".join(chance.choices(_SYLLABLES, k=chance.randint(1, 4))) + str(i % 1000) for i in range(words)]


def view_of(words: int, dimensions: int, width: int, height: int) -> AtlasView:
    """Return a map as it is when it has been open for a moment, its points in eight colours."""
    view = AtlasView()
    view.resize(width, height)
    view.begin(names(words), lambda row: [("word", "count")])
    view.show_points(np.arange(words), spread(words, dimensions))
    table = np.random.default_rng(1).integers(40, 220, (8, 3)).astype(np.uint8)
    view.set_look(Look((np.arange(words) % 8).astype(np.uint8), table))
    view.show()
    return view


def rows(words: int = 100_000, width: int = 1600, height: int = 1000) -> Iterator[Row]:
    """Measure a map of so many words, as large as a window."""
    application()
    chance = random.Random(1)
    view = view_of(words, 2, width, height)
    picture = QPixmap(view.size())

    def painted(act: Callable[[], object], count: int) -> list[float]:
        times = [milliseconds(lambda: (act(), view.render(picture))) for _ in range(count + 10)]
        return times[10:]  # the first frames lay out the names

    def pressed(way: QPoint, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> Callable[[], None]:
        place = view.rect().center()
        QTest.mousePress(view, Qt.MouseButton.LeftButton, modifiers, place)

        def drag() -> None:
            nonlocal place
            if not view.rect().adjusted(40, 40, -40, -40).contains(place + way):
                place = view.rect().center()
                QTest.mouseRelease(view, Qt.MouseButton.LeftButton)
                QTest.mousePress(view, Qt.MouseButton.LeftButton, modifiers, place)
            place += way
            QTest.mouseMove(view, place)

        return drag

    def turn(notches: int) -> None:
        middle = QPointF(view.rect().center())
        none, phase = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
        turned = QPoint(0, notches)
        event = QWheelEvent(middle, middle, QPoint(), turned, Qt.MouseButton.NoButton, none, phase, False)
        view.wheelEvent(event)

    def point() -> None:
        QTest.mouseMove(view, QPoint(chance.randrange(width), chance.randrange(height)))

    gc.disable()  # in the window garbage is collected in small pieces
    size = f"{words:,} words, {width} × {height}, labels on"
    yield timed("map moved", painted(pressed(QPoint(7, 4)), 100), THREAD, size)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton)
    ways = itertools.cycle([40] * 12 + [-40] * 12)
    yield timed("map looked at more closely, and from farther away", painted(lambda: turn(next(ways)), 96), THREAD)
    view.show_all()
    yield timed("another word pointed at", painted(point, 100), FRAME)
    view.close()
    view = view_of(words, 3, width, height)
    yield timed("map of three dimensions turned", painted(pressed(QPoint(5, 3)), 60), THREAD)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton)
    gc.enable()
    view.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--words", type=int, default=100_000)
    parser.add_argument("--width", type=int, default=1600)
    parser.add_argument("--height", type=int, default=1000)
    arguments = parser.parse_args()
    show(rows(arguments.words, arguments.width, arguments.height))


if __name__ == "__main__":
    main()
