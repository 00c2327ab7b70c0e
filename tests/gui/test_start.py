"""From the command line: pictures, exit codes, no display, no library; each in a process of its own."""

import os
import subprocess
import sys

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from w2v_gui import app
from w2v_gui.__main__ import main as program
from w2v_gui.app import NO_DISPLAY, parser
from w2v_gui.gui import start
from w2v_gui.gui.settings import WindowSettings

TEXT = "the king rules the land and the queen rules the king\n" * 300


def run(tmp_path, code, *arguments, **environment):
    plain = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY")}
    plain |= {"XDG_CONFIG_HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path), "QT_QPA_PLATFORM": "", **environment}
    plain = {key: value for key, value in plain.items() if value}
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env=plain,
        capture_output=True,
        text=True,
        timeout=180,
        cwd=tmp_path,
    )


MAIN = "import sys; from w2v_gui.app import main; sys.exit(main(sys.argv[1:]))"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a display")
def test_without_a_display_one_sentence_and_no_qt(tmp_path):
    code = MAIN.replace(
        "sys.exit(main(sys.argv[1:]))", "c = main([]); assert 'PySide6' not in sys.modules; sys.exit(c)"
    )
    result = run(tmp_path, code)
    assert result.returncode == 2
    assert result.stderr == f"w2v-gui: {NO_DISPLAY}\n"
    assert "--screenshot" in NO_DISPLAY
    assert "w2v-gui train" in NO_DISPLAY


def test_without_a_library_of_the_system_one_sentence(monkeypatch, capsys):
    def refuse(name):
        raise ImportError("libGL.so.1: cannot open shared object file: No such file or directory")

    monkeypatch.setattr(app.importlib, "import_module", refuse)
    assert app.main(["--demo"]) == 2
    said = capsys.readouterr().err
    assert "libGL.so.1" in said
    assert "apt install" in said
    assert len(said.splitlines()) == 1


def test_the_demo_shows_how_it_learns_whichever_page_was_seen_last(qtbot, make_window, slow):
    WindowSettings().page = "text"
    window = make_window(slow)
    start._open(window, parser().parse_args(["--demo"]))
    qtbot.waitUntil(lambda: window.controller.active)
    assert window.pages.key == "train"


def test_a_word_to_be_asked_of_vectors_is_asked_where_they_are(qtbot, window, tmp_path):
    path = tmp_path / "vectors.txt"
    path.write_text("king 1 0\nqueen 0.9 0.1\nmoon 0 1\n", encoding="utf-8")
    with qtbot.waitSignal(window.vectors_opened):
        start._open(window, parser().parse_args([str(path), "--ask", "king"]))
    page = window.explore_page
    qtbot.waitUntil(lambda: "queen" in page.similarity.words)
    assert page.isVisible()


def test_a_picture_of_a_real_run(tmp_path):
    text = tmp_path / "royal.txt"
    text.write_text(TEXT, encoding="utf-8")
    picture = tmp_path / "picture.png"
    result = run(
        tmp_path,
        MAIN,
        str(text),
        "--screenshot",
        str(picture),
        "--size",
        "1100x720",
        "--theme",
        "dark",
        "--ask",
        "king",
    )
    assert result.stderr == ""
    assert result.returncode == 0
    image = QImage(str(picture))
    assert (image.width(), image.height()) == (1100, 720)
    assert image.pixelColor(5, 300).lightness() < 60


@pytest.mark.parametrize("scale", ["1.25", "2"])
def test_a_picture_on_a_scaled_screen(tmp_path, scale):
    (tmp_path / "royal.txt").write_text(TEXT, encoding="utf-8")
    arguments = ["royal.txt", "--screenshot", "picture.png", "--size", "1024x700"]
    result = run(tmp_path, MAIN, *arguments, QT_SCALE_FACTOR=scale)
    assert result.stderr == ""
    assert result.returncode == 0
    image = QImage(str(tmp_path / "picture.png"))
    assert (image.width(), image.height()) == (1024 * float(scale), 700 * float(scale))


def test_a_picture_of_vectors_waits_for_what_is_answered(qtbot, window, tmp_path, monkeypatch):
    path = tmp_path / "vectors.txt"
    path.write_text("king 1 0\nqueen 0.9 0.1\nmoon 0 1\n", encoding="utf-8")
    seen = []
    monkeypatch.setattr(
        start.Picture,
        "_take",
        lambda picture: seen.append((window.explore_page.similarity.words, window.links.exploring.mapping.state)),
    )
    start.Picture(window, str(tmp_path / "picture.png"))
    start._open(window, parser().parse_args([str(path), "--ask", "king"]))
    qtbot.waitUntil(lambda: bool(seen))
    words, state = seen[0]
    assert "queen" in words
    assert state == "done"


def test_for_a_picture_nothing_is_asked(tmp_path):
    (tmp_path / "royal.txt").write_text(TEXT, encoding="utf-8")
    code = "import w2v_gui.gui.main_window as window; window.LEAVING = 0.0; " + MAIN
    result = run(tmp_path, code, "royal.txt", "--screenshot", "picture.png")
    assert result.stderr == ""
    assert result.returncode == 0


@pytest.mark.parametrize("arguments", [["missing.txt"], ["--demo"]])
def test_a_picture_that_cannot_be_made_is_one_sentence(tmp_path, arguments):
    target = "nowhere/picture.png" if arguments == ["--demo"] else "picture.png"
    (tmp_path / "tiny.txt").write_text("word word word", encoding="utf-8")
    arguments = ["tiny.txt"] if arguments == ["--demo"] else arguments
    result = run(tmp_path, MAIN, *arguments, "--screenshot", target)
    assert result.returncode == 2
    assert len(result.stderr.strip().splitlines()) == 1
    assert "Traceback" not in result.stderr


CLOSE = """
import sys
from PySide6.QtCore import QTimer
from w2v_gui.app import parser
from w2v_gui.gui import start, main_window
shown = main_window.MainWindow.showEvent
def show(self, event):
    QTimer.singleShot(int(sys.argv[1]), self.close)
main_window.MainWindow.showEvent = show
sys.exit(start.run(parser().parse_args(sys.argv[2:])))
"""


@pytest.mark.parametrize("delay", ["0", "400", "2500"])
def test_closing_the_window_ends_the_program(tmp_path, delay):
    result = run(tmp_path, CLOSE, delay, "--demo", QT_QPA_PLATFORM="offscreen")
    lines = [line for line in result.stderr.splitlines() if "This plugin does not support" not in line]
    assert lines == []
    assert result.returncode == 0


def test_the_window_is_no_larger_than_the_screen(qapp, language):
    window = start.make_window(parser().parse_args([]))
    room = window.screen().availableSize()
    assert room.width() < 1024, "the offscreen platform has a small screen"
    assert window.width() <= room.width()
    assert window.height() <= room.height()
    window.close()
    window.deleteLater()


def test_there_is_only_one_window(window):
    window.train_page.form.advanced.heading.setChecked(True)
    shown = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    assert shown == [window]


@pytest.mark.parametrize(
    ("word", "meant"), [("trian", "train"), ("Train", "train"), ("qurey", "query"), ("evaluat", "evaluate")]
)
def test_a_mistyped_command_is_not_a_missing_file(word, meant, capsys, monkeypatch):
    monkeypatch.setattr(app, "main", lambda argv: pytest.fail("a window"))
    assert program([word, "novel.txt", "-o", "novel.bin"]) == 2
    said = capsys.readouterr().err
    assert f"w2v-gui {meant}" in said
    assert len(said.splitlines()) == 1


@pytest.mark.parametrize("word", ["novel.txt", "trian", "--demo", "train.txt", "./train"])
def test_what_is_a_file_or_looks_like_no_command_goes_to_the_window(word, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "trian").touch()
    opened = []
    monkeypatch.setattr(app, "main", lambda argv: opened.append(argv) or 0)
    assert program([word]) == 0
    assert opened == [[word]]


@pytest.mark.parametrize("name", ["picture.jpg", "picture", "nowhere/picture.png"])
def test_a_picture_is_a_png_in_a_folder_that_exists(name, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as caught:
        app.main(["--demo", "--screenshot", name])
    assert caught.value.code == 2
    said = capsys.readouterr().err
    assert len(said.splitlines()) == 1
    assert name.removesuffix("/picture.png") in said


@pytest.mark.parametrize("size", ["big", "1x1", "10x", "-5x100"])
def test_sizes_that_are_none(size, capsys):
    with pytest.raises(SystemExit) as caught:
        parser().parse_args([f"--size={size}"])
    assert caught.value.code == 2
    said = capsys.readouterr().err
    assert said.startswith("w2v-gui: ")
    assert said.endswith("(see w2v-gui --help)\n")
    assert len(said.splitlines()) == 1


def test_the_help_lists_all_that_the_window_takes(capsys):
    assert program(["--help"]) == 0
    shown = capsys.readouterr().out
    assert "w2v-gui [FILE …]" in shown
    for option in ("--demo", "--screenshot", "--theme", "--language", "--size", "--ask", "--version"):
        assert f"  {option}" in shown
