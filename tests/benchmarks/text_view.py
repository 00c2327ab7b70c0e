"""What the text costs on the Text page: scrolling, jumping, pointing, in a text of any size.

    python tests/benchmarks/text_view.py --corpus TEXT(.gz) [--width 1600] [--height 1000]

Offscreen; the card alone, as large as a window. Each act is timed to the end of its painting.
"""

from __future__ import annotations

import argparse
import gc
import random
from typing import TYPE_CHECKING

from offscreen import FRAME, application, milliseconds, timed
from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from table import show

from w2v_gui.corpus.ingest import encode
from w2v_gui.corpus.next_place import search
from w2v_gui.corpus.original import OriginalText
from w2v_gui.corpus.pairs import Windows
from w2v_gui.corpus.passages import Passages
from w2v_gui.engine.config import TrainingConfig
from w2v_gui.gui.opening import Opened, Recipe
from w2v_gui.gui.panels.text import TextPanel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from table import Row

NOTCH = 66
"""Pixels that a notch of the wheel moves."""


def opened_panel(path: str, width: int, height: int) -> tuple[TextPanel, Opened]:
    """Return the card with a text, as it is when the page has been open for a moment."""
    recipe = Recipe((path,))
    ingested = encode(recipe.sources(), original=OriginalText())
    opened = Opened(ingested.corpus, ingested.report, recipe=recipe)
    config = TrainingConfig()
    windows = Windows(opened.corpus, config.window_rules())
    windows.at(0)
    passages = Passages(opened.corpus, ingested.original)
    passages.at(0)
    passages.at(len(opened.corpus) - 1)
    panel = TextPanel()
    panel.resize(width, height)
    panel.show_config(config)
    panel.open_text(opened)
    panel.show_windows(windows)
    panel.show_passages(passages)
    panel.show()
    return panel, opened


def rows(path: str, width: int = 1600, height: int = 1000) -> Iterator[Row]:
    """Measure the card with a text, as large as a window."""
    application()
    panel, opened = opened_panel(path, width, height)
    view, chance = panel.view, random.Random(1)
    picture = QPixmap(view.size())

    def times(act: Callable[[], object], count: int) -> list[float]:
        return [milliseconds(act) for _ in range(count)]

    def painted(act: Callable[[], object], count: int) -> list[float]:
        return times(lambda: (act(), view.render(picture)), count)

    gc.disable()  # in the window garbage is collected in small pieces
    size = f"{len(opened.corpus):,} tokens, {width} × {height}"
    yield timed("the text painted", painted(lambda: None, 30), FRAME, size)
    yield timed("scrolled by a notch of the wheel", painted(lambda: view.scroll_pixels(NOTCH), 300), FRAME)
    drawn = painted(lambda: view.bar.setValue(chance.randrange(view.bar.maximum())), 100)
    yield timed("bar drawn to any place", drawn, FRAME)
    seen = view.sheet.tokens_seen()

    def point() -> None:  # which paints
        QTest.mouseMove(view, view.area(chance.choice(seen)).center())

    yield timed("window of another word", times(point, 100), FRAME)
    yield timed("cursor a row down", painted(lambda: QTest.keyClick(view, Qt.Key.Key_Down), 100), FRAME)
    rarest = opened.corpus.vocabulary.words[-1]
    yield timed("a word found, on a worker", times(lambda: search(opened.corpus, rarest, 0), 10))
    gc.enable()
    panel.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", required=True, help="a text, plain or .gz")
    parser.add_argument("--width", type=int, default=1600)
    parser.add_argument("--height", type=int, default=1000)
    arguments = parser.parse_args()
    show(rows(arguments.corpus, arguments.width, arguments.height))


if __name__ == "__main__":
    main()
