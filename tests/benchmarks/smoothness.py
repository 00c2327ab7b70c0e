"""What the window costs: training speed beside that without one, the evenness of its clock, its start, its memory.

    python tests/benchmarks/smoothness.py --corpus TEXT(.gz) [--minutes 10]

The window is the real one, on Qt's offscreen platform: every frame is drawn, only nothing is put on a screen.
Speed is words of the text per second of training, over the same stretch of time, in turn and in processes of
their own. The clock is a timer of 30 Hz in the window's thread; its intervals are taken from before the button is
pressed until the run is stopped, so that preparing and starting are among them. Start-up is the time from the start of
the process until a window that has been drawn answers to a click. Memory is what is resident.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from typing import TYPE_CHECKING, Any

from memory import resident
from table import Row, show

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from w2v_gui.corpus.encoded import EncodedCorpus
    from w2v_gui.gui.main_window import MainWindow

FRAME_MS = 33
SETTINGS = {"model": "skipgram", "objective": "negative_sampling", "vector_size": 100, "epochs": 1000}


def without_window(arguments: argparse.Namespace) -> dict[str, Any]:
    """Train for a while with nothing else going on."""
    from w2v_gui.engine.config import TrainingConfig
    from w2v_gui.engine.trainer import Trainer

    trainer = Trainer(_read(arguments), TrainingConfig(**SETTINGS, threads=arguments.threads))
    trainer.prepare()
    trainer.train_chunk(200_000)  # the first pages are touched
    words, started = trainer.words_done, time.perf_counter()
    while time.perf_counter() < started + arguments.seconds:
        trainer.train_chunk(500_000)
    seconds = time.perf_counter() - started
    result = {"words_per_s": (trainer.words_done - words) / seconds}
    trainer.close()
    return result


def with_window(arguments: argparse.Namespace) -> dict[str, Any]:
    """Train for as long with the window open and every card of the page filled."""
    app, window = _window(arguments)
    _press_train(window)
    _wait(app, lambda: window.controller.latest is not None and window.controller.latest.words_done > 200_000)
    words, started = _words_done(window), time.perf_counter()
    _wait_a_moment(app, arguments.seconds)
    speed = (_words_done(window) - words) / (time.perf_counter() - started)
    _close(app, window)
    return {"words_per_s": speed}


def evenness(arguments: argparse.Namespace) -> dict[str, Any]:
    """Watch the window's clock from before the button is pressed until training has gone on for a while.

    Apart from the speed: thirty awakenings a second are a burden too, and not the window's.
    """
    app, window = _window(arguments)
    clock = Clock(app)
    _press_train(window)
    _wait(app, lambda: window.controller.latest is not None)
    _wait_a_moment(app, arguments.seconds)
    clock.stop()
    _close(app, window)
    return {"intervals": clock.intervals}


def long_run(arguments: argparse.Namespace) -> dict[str, Any]:
    """Train for minutes with the window open; take the memory every second."""
    app, window = _window(arguments)
    _press_train(window)
    held = []
    started = time.perf_counter()
    for second in range(round(arguments.minutes * 60)):
        _wait_a_moment(app, started + second + 1 - time.perf_counter())
        held.append(resident())
    _close(app, window)
    return {"held": held}


def start_up(arguments: argparse.Namespace) -> dict[str, Any]:
    """Open the window, and leave as soon as it answers."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from w2v_gui.app import parser
    from w2v_gui.gui.start import application, make_window

    app = application()
    window = make_window(parser().parse_args([]))
    window.show()
    QTest.qWaitForWindowExposed(window)
    pressed: list[bool] = []
    segment = window.train_page.form.findChildren(type(window.top_bar.train))[0]
    segment.clicked.connect(lambda: pressed.append(True))
    QTest.mouseClick(segment, Qt.MouseButton.LeftButton)
    assert pressed
    ended = time.time()
    _close(app, window)
    return {"seconds": ended - arguments.launched}


PARTS = {"without": without_window, "with": with_window, "evenness": evenness, "long": long_run, "start": start_up}


class Clock:
    """A timer of the window's thread, and the intervals at which it really came, in milliseconds."""

    def __init__(self, app: Any) -> None:
        from PySide6.QtCore import Qt, QTimer

        self.intervals: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer(app)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(FRAME_MS)

    def stop(self) -> None:
        self._timer.stop()

    def _tick(self) -> None:
        now = time.perf_counter()
        self.intervals.append((now - self._last) * 1000)
        self._last = now


def _read(arguments: argparse.Namespace) -> EncodedCorpus:
    from w2v_gui.corpus.ingest import encode
    from w2v_gui.corpus.sources import open_texts

    return encode(open_texts([arguments.corpus])).corpus


def _window(arguments: argparse.Namespace) -> tuple[Any, MainWindow]:
    """Open the window with the text, as large as on a desk, with every card filled."""
    from w2v_gui.app import parser
    from w2v_gui.gui.start import application, make_window

    app = application()
    window = make_window(parser().parse_args(["--size", "1440x900", "--theme", "light", "--language", "en"]))
    window.show()
    ready: list[bool] = []
    window.open_paths([arguments.corpus], lambda: ready.append(True))
    _wait(app, lambda: bool(ready))
    window.train_page.form.set_values({**SETTINGS, "threads": arguments.threads})
    _wait_a_moment(app, 2.0)  # what is suggested to be watched comes from a job
    return app, window


def _press_train(window: MainWindow) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    QTest.mouseClick(window.top_bar.train, Qt.MouseButton.LeftButton)


def _words_done(window: MainWindow) -> int:
    # Read where it is counted: the snapshot on screen may be a moment old.
    trainer = window.controller.trainer
    return trainer.words_done if trainer is not None else 0


def _wait(app: Any, until: Callable[[], bool]) -> None:
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    timer = QTimer()
    timer.timeout.connect(lambda: loop.quit() if until() else None)
    timer.start(50)
    loop.exec()


def _wait_a_moment(app: Any, seconds: float) -> None:
    # Without looking at the clock meanwhile: waking is what is measured.
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def _close(app: Any, window: MainWindow) -> None:
    window.shutdown()
    window.hide()
    window.deleteLater()
    app.processEvents()


def in_own_process(arguments: argparse.Namespace, part: str) -> dict[str, Any]:
    command = [sys.executable, __file__, "--part", part, "--corpus", arguments.corpus, "--launched", repr(time.time())]
    for name in ("threads", "seconds", "minutes"):
        command += [f"--{name}", str(getattr(arguments, name))]
    with tempfile.TemporaryDirectory() as settings:  # whoever measures keeps their own
        environment = {**os.environ, "QT_QPA_PLATFORM": arguments.platform, "XDG_CONFIG_HOME": settings}
        done = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True, env=environment)
    result: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return result


def rows(arguments: argparse.Namespace) -> Iterator[Row]:
    """Measure part by part."""
    speeds: dict[str, list[float]] = {"without": [], "with": []}
    for _ in range(arguments.rounds):
        for part, found in speeds.items():
            found.append(in_own_process(arguments, part)["words_per_s"])
    theirs, ours = (statistics.median(found) for found in speeds.values())
    yield Row(
        f"training with the window open, threads: {arguments.threads}", "no window",
        f"{theirs / 1e3:,.0f} k words/s", f"{ours / 1e3:,.0f} k words/s", f"**{ours / theirs:.3f}**",
    )  # fmt: skip
    intervals = [each for _ in range(2) for each in in_own_process(arguments, "evenness")["intervals"]]
    shares = statistics.quantiles(intervals, n=100)
    spread = f"95 %: {shares[94]:.0f} ms, 99 %: {shares[98]:.0f} ms"
    yield Row(
        "a timer of 30 Hz in the window meanwhile", "33 ms", "", spread, "",
        f"longest {max(intervals):.0f} ms of {len(intervals):,}",
    )  # fmt: skip
    starts = sorted(in_own_process(arguments, "start")["seconds"] for _ in range(5))
    yield Row(
        "from start to a window that answers", "", "", f"{statistics.median(starts):.2f} s", "", "warm, median of 5"
    )
    if arguments.minutes:
        held = in_own_process(arguments, "long")["held"]
        tenth = max(len(held) // 10, 1)
        early, late = statistics.median(held[tenth : 2 * tenth]), statistics.median(held[-tenth:])
        yield Row(
            f"memory over {arguments.minutes:g} minutes of training", "second tenth of them",
            f"{early / 1e6:.0f} MB", f"{late / 1e6:.0f} MB", f"{late / early:.3f}",
        )  # fmt: skip


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare what this benchmark wants to know."""
    parser.add_argument("--seconds", type=float, default=20.0, help="how long to train each time")
    parser.add_argument("--minutes", type=float, default=10.0, help="of the long run; 0 leaves it out")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--platform", default="offscreen", help="Qt's platform: offscreen, xcb, …")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", required=True, help="a text of spaced words, plain or .gz")
    parser.add_argument("--threads", type=int, default=2)
    add_options(parser)
    parser.add_argument("--part", choices=list(PARTS), help=argparse.SUPPRESS)
    parser.add_argument("--launched", type=float, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.part:
        print(json.dumps(PARTS[arguments.part](arguments)))
    else:
        show(rows(arguments))


if __name__ == "__main__":
    main()
