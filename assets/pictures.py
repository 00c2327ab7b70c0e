"""Makes the README's pictures from the real window.

    python assets/pictures.py

The window trains on its built-in sample, unseen, and is caught on the way; its Inside page shows a step of a small
network, its Text page the sample as somebody would have written it, in a file, and its Explore page what has been
learned at the end. Nothing of the user's settings is touched.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QWidget

    from w2v_gui.gui.main_window import MainWindow

SAMPLES = {"en": "planted_en", "zh_CN": "planted_zh"}
# The small text of the Inside page, and the update before which it is caught: a pair with a word on either side.
STEPS = {"en": ("groups", 280), "zh_CN": ("derivation", 240)}
# What the file of the Text page is called, and which of its tokens is pointed at.
FILES = {"en": ("kings and cities.txt", 29), "zh_CN": ("国王与首都.txt", 31)}
# What the Explore page is asked.
QUESTIONS = {"en": "king - man + woman", "zh_CN": "国王 - 男人 + 女人"}
UPDATES = 400
DIMENSIONS = 5
THEMES = ("light", "dark")
PICTURES = ("inside", "text", "train", "map", "explore")
# What is caught is what has been drawn, and the slowest card is drawn twice a second.
SETTLE_MS = 1000
# Rows that change places are on their way for a quarter of a second, and lie over each other then.
REST_MS = 270
PATIENCE_MS = 300_000
# As many as a byte can tell apart: a picture of a window needs no more, and takes a third of the room.
COLOURS = 256
# A card that is alone on the page is shown in a smaller window, where its labels are as large as on the page.
CARD_SIZE = (1024, 700)
# At this height no line of the proof is cut.
INSIDE_SIZE = (1440, 880)
# At this height lines stand below the words that two others share.
EXPLORE_SIZE = (1440, 1000)


def parser() -> argparse.ArgumentParser:
    """Return the options."""
    result = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    result.add_argument("--folder", type=Path, default=Path(__file__).parent, help="where the pictures go")
    result.add_argument("--size", default="1440x900", metavar="WxH", help="size of the window")
    result.add_argument("--languages", nargs="+", choices=tuple(SAMPLES), default=list(SAMPLES))
    result.add_argument("--themes", nargs="+", choices=THEMES, default=list(THEMES))
    result.add_argument("--at", type=float, default=0.35, help="the part of the run after which the page is caught")
    result.add_argument("--only", nargs="+", choices=PICTURES, default=list(PICTURES), help="which pictures are made")
    return result


def main() -> None:
    """Make all pictures in one window, as a user would: by its menus."""
    options = parser().parse_args()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory() as settings:
        os.environ["XDG_CONFIG_HOME"] = settings
        window = open_window(options.size)
        if "inside" in options.only:
            for language in options.languages:
                catch_inside(window, language, options)
        if "text" in options.only:
            for language in options.languages:
                catch_text(window, language, options, Path(settings))
        if {"train", "map", "explore"} & {*options.only}:
            for language in options.languages:
                catch_run(window, language, options)
        window.shutdown()
        window.deleteLater()


def open_window(size: str) -> MainWindow:
    """Open the window that all pictures are taken of."""
    from w2v_gui.app import parser as window_parser
    from w2v_gui.gui.start import make_window

    # For a picture nobody is asked anything; its name is not used, since pictures are taken here.
    window = make_window(window_parser().parse_args(["--screenshot", "picture.png", "--size", size]))
    window.show()
    return window


def choose(window: MainWindow, language: str, theme: str) -> None:
    """Choose language and theme."""
    window.actions_.languages[language].trigger()
    window.actions_.themes[theme].trigger()


def catch_inside(window: MainWindow, language: str, options: argparse.Namespace) -> None:
    """Catch the end of a walk through one step, somewhere among many updates."""
    choose(window, language, options.themes[0])
    page, size = window.inside_page, window.size()
    window.resize(*INSIDE_SIZE)
    window.pages.show_page("inside")
    wait(lambda: page.scene is not None)
    update = begin_small(window, language)
    page.advance_asked.emit(UPDATES)
    wait(lambda: page.scene is not None and page.scene.position == UPDATES)
    page.go_asked.emit(update)
    wait(lambda: page.scene is not None and page.scene.position == update)
    page.choose_stage("W_new")
    page.pictures.switch.button("right").click()
    wait(lambda: page.proof.proof is not None and page.equation.view.formula is not None)
    wait_until_drawn(window)
    save(window, options.folder, "inside", options.themes[0], language)
    window.resize(size)


def catch_text(window: MainWindow, language: str, options: argparse.Namespace, folder: Path) -> None:
    """Catch the Text page with the sample in a file, one of its words pointed at."""
    choose(window, language, options.themes[0])
    page = window.text_page
    name, position = FILES[language]
    path = folder / name
    path.write_text(written(language), encoding="utf-8")
    window.pages.show_page("text")
    opened: list[bool] = []
    window.open_paths([str(path)], lambda: opened.append(True))
    wait(lambda: bool(opened))
    wait_until_drawn(window)
    page.text.go_to(position)
    wait_until_drawn(window)
    save(window, options.folder, "text", options.themes[0], language)


def written(language: str) -> str:
    """Return the sample of a language as it would be written: Chinese without spaces, English with capitals."""
    from w2v_gui.corpus.samples import planted_text

    lines = planted_text("zh" if language == "zh_CN" else "en").text.splitlines()
    if language == "zh_CN":
        return "".join(line.replace(" ", "") + "。\n" for line in lines)
    return "".join(line.capitalize() + ".\n" for line in lines)


def begin_small(window: MainWindow, language: str) -> int:
    """Begin with the small network that stands for a language; returns the update before which it is caught."""
    from w2v_gui.corpus.small_texts import SMALL_TEXTS

    page, before = window.inside_page, window.inside_page.scene
    key, update = STEPS[language]
    text = next(text for text in SMALL_TEXTS if text.key == key)
    settings = {**text.settings, "vector_size": DIMENSIONS}
    page.pair.show_small(key, settings)
    window.inside.begin_small(key, settings)
    wait(lambda: page.scene is not before)
    return update


def catch_run(window: MainWindow, language: str, options: argparse.Namespace) -> None:
    """Begin a run on the sample of a language, and catch what is wanted of it."""
    choose(window, language, options.themes[0])
    window.pages.show_page("train")
    window.open_sample(SAMPLES[language], window.commands.toggle)
    wait(lambda: window.controller.active)
    if "train" in options.only:
        catch_page(window, language, options)
    if "map" in options.only:
        catch_map(window, language, options)
    if "explore" in options.only:
        catch_explore(window, language, options)


def catch_page(window: MainWindow, language: str, options: argparse.Namespace) -> None:
    """Catch the whole window: in one theme while it trains, in the others at the end of the run."""
    wait(lambda: window.controller.latest is not None and window.controller.latest.progress >= options.at)
    for theme in options.themes:
        window.actions_.themes[theme].trigger()
        wait_until_drawn(window)
        save(window, options.folder, "train", theme, language)
        if theme != options.themes[-1]:
            wait(lambda: not window.controller.active)


def catch_map(window: MainWindow, language: str, options: argparse.Namespace) -> None:
    """Catch the map of words alone, at the end of the run."""
    wait(lambda: not window.controller.active)
    page, size = window.train_page, window.size()
    window.actions_.themes[options.themes[0]].trigger()
    window.resize(*CARD_SIZE)
    page.enlarging.enlarge(page.map)
    wait_until_drawn(window)
    save(page.map, options.folder, "map", options.themes[0], language)
    page.enlarging.back()
    window.resize(size)


def catch_explore(window: MainWindow, language: str, options: argparse.Namespace) -> None:
    """Catch the Explore page at the end of the run: a question, its answers, and a map by t-SNE in groups."""
    wait(lambda: not window.controller.active)
    window.actions_.themes[options.themes[0]].trigger()
    window.actions_.pages["explore"].trigger()
    page, mapping, size = window.explore_page, window.links.exploring.mapping, window.size()
    window.resize(*EXPLORE_SIZE)
    wait(lambda: mapping.state == "done")
    page.ask.ask(QUESTIONS[language])
    page.atlas.tools.method.button("tsne").click()
    wait(lambda: mapping.state == "running")
    wait(lambda: mapping.state == "done")
    page.atlas.tools.colour_chosen.emit("cluster")
    wait_until_drawn(window)
    save(window, options.folder, "explore", options.themes[0], language)
    window.resize(size)
    window.pages.show_page("train")


def wait_until_drawn(window: MainWindow) -> None:
    """Let the window live until everything has been drawn, and the rows of the watched words are at rest."""
    from PySide6.QtCore import QDeadlineTimer

    wait(QDeadlineTimer(SETTLE_MS).hasExpired)
    order: list[list[int]] = []
    rest = QDeadlineTimer(REST_MS)

    def rested() -> bool:
        now = [[row.id for row in section.list.rows] for section in window.train_page.watched.words.sections]
        if now != order:
            order[:] = now
            rest.setRemainingTime(REST_MS)
        return rest.hasExpired()

    wait(rested)


def wait(until: Callable[[], bool]) -> None:
    """Let the window live until something is true."""
    from PySide6.QtCore import QDeadlineTimer, QEventLoop, QTimer

    loop, timer = QEventLoop(), QTimer()
    patience = QDeadlineTimer(PATIENCE_MS)
    timer.timeout.connect(lambda: loop.quit() if until() or patience.hasExpired() else None)
    timer.start(20)
    loop.exec()
    if patience.hasExpired():
        raise SystemExit("The window has not come so far in time.")


def save(widget: QWidget, folder: Path, name: str, theme: str, language: str) -> None:
    """Save a picture as a small file."""
    path = folder / f"{name}-{theme}-{language.partition('_')[0]}.png"
    picture = with_few_colours(widget.grab().toImage())
    # Quality 0 means: packed as well as PNG can.
    if not picture.save(str(path), "PNG", 0):
        raise SystemExit(f"{path} could not be written.")
    print(f"{path}: {picture.width()} × {picture.height()}, {path.stat().st_size // 1000} kB")


def with_few_colours(picture: QImage) -> QImage:
    """Return a picture in its own palette; Qt's would be the same for every picture, and dithered."""
    from PySide6.QtGui import QImage

    picture = picture.convertToFormat(QImage.Format.Format_RGB32)
    height, width = picture.height(), picture.width()
    pixels = np.frombuffer(picture.constBits(), np.uint32).reshape(height, -1)[:, :width]
    colours, which, counts = np.unique(pixels, return_inverse=True, return_counts=True)
    parts = np.stack([colours >> shift & 255 for shift in (16, 8, 0)], axis=1).astype(np.int32)
    # One after the other the colour that is farthest from all that are in the palette, the frequent ones sooner.
    distance = np.full(len(colours), np.inf)
    nearest = np.zeros(len(colours), np.uint8)
    palette: list[int] = []
    while len(palette) < COLOURS and distance.any():
        farthest = int(np.argmax(distance * np.sqrt(counts))) if palette else int(np.argmax(counts))
        there = ((parts - parts[farthest]) ** 2).sum(axis=1)
        nearest[there < distance] = len(palette)
        distance = np.minimum(distance, there)
        palette.append(int(colours[farthest]))
    indices = nearest[which.reshape(-1)].tobytes()
    # A copy, because the image would otherwise go on using the bytes of ours.
    result = QImage(indices, width, height, width, QImage.Format.Format_Indexed8).copy()
    result.setColorTable(palette)
    return result


if __name__ == "__main__":
    main()
