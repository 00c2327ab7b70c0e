"""What the text costs on the Text page: scrolling, jumping, pointing, in a text of any size.

    python tests/benchmarks/text_view.py --corpus TEXT(.gz) [--width 1600] [--height 1000]

Offscreen; the card alone, as large as a window. Each act is timed to the end of its painting.
"""

from __future__ import annotations

import argparse
import gc
import os
import random
import time
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from table import Row, show

from w2v_gui.corpus.ingest import encode
from w2v_gui.corpus.original import OriginalText
from w2v_gui.corpus.pairs import Windows
from w2v_gui.corpus.passages import Passages
from w2v_gui.engine.config import TrainingConfig
from w2v_gui.gui.opening import Opened, Recipe
from w2v_gui.gui.panels.text import TextPanel
from w2v_gui.gui.text_search import search
from w2v_gui.gui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

NOTCH = 66
"""Pixels that a notch of the wheel moves."""


def opened_panel(path: str, width: int, height: int) -> tuple[TextPanel, Opened]:
    """Return the card with a text, as it is when the page has been open for a moment."""
    recipe = Recipe((path,))
    ingested = encode(recipe.sources(), original=OriginalText())
    opened = Opened(ingested.corpus, ingested.report, recipe=recipe)
    config = TrainingConfig()
    windows = Windows(
        opened.corpus,
        opened.corpus.vocabulary.kept(config.min_count),
        window=config.window,
        sample=config.sample,
        full_windows_only=config.full_windows_only,
        seed=config.seed,
    )
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


def figures(path: str, width: int, height: int) -> Iterator[Row]:
    panel, opened = opened_panel(path, width, height)
    view, chance = panel.view, random.Random(1)
    picture = QPixmap(view.size())
    tokens = len(opened.corpus)

    def row(what: str, act: Callable[[], object], times: int, *, painted: bool = True) -> Row:
        taken = []
        for _ in range(times):
            start = time.perf_counter()
            act()
            if painted:
                view.render(picture)
            taken.append(1000 * (time.perf_counter() - start))
        taken.sort()
        median, high = taken[len(taken) // 2], taken[int(0.95 * len(taken))]
        return Row(what, "", "", f"{median:.1f} ms", "", f"95 %: {high:.1f} ms, longest {taken[-1]:.1f} ms")

    yield row(f"{tokens:,} tokens, {width} × {height}: painted", lambda: None, 30)
    yield row("scrolled by a notch", lambda: view.scroll_pixels(NOTCH), 300)
    yield row("bar drawn to any place", lambda: view.bar.setValue(chance.randrange(view.bar.maximum())), 100)
    seen = view.sheet.tokens_seen()

    def point() -> None:  # which paints
        QTest.mouseMove(view, view.area(chance.choice(seen)).center())

    yield row("window of another word", point, 100, painted=False)
    yield row("cursor a row down", lambda: QTest.keyClick(view, Qt.Key.Key_Down), 100)
    rarest = opened.corpus.vocabulary.words[-1]
    yield row("a word found, on a worker", lambda: search(opened.corpus, rarest, 0), 10, painted=False)
    panel.close()


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--corpus", required=True)
    arguments.add_argument("--width", type=int, default=1600)
    arguments.add_argument("--height", type=int, default=1000)
    options = arguments.parse_args()
    app = QApplication([])
    Theme(app, "light")
    gc.disable()  # in the window garbage is collected in small pieces
    show(figures(options.corpus, options.width, options.height))


if __name__ == "__main__":
    main()
