"""The program around the commands: help, streams, signals."""

import contextlib
import os
import signal
import subprocess
import sys

import pytest
from commands import QUICK

from w2v_gui import __version__, cli
from w2v_gui.__main__ import main
from w2v_gui.cli.options import describe
from w2v_gui.corpus.tokenizers import OPTIONS
from w2v_gui.engine.config import SETTINGS
from w2v_gui.vectors.formats.npz import read_model


@pytest.mark.parametrize("argv", [["--help"], ["-h"], *[[command, "--help"] for command in cli.COMMANDS]])
def test_help(capsys, argv):
    assert main(argv) == 0
    assert "usage: w2v-gui" in capsys.readouterr().out


def test_version(capsys):
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"w2v-gui {__version__}\n"


@pytest.mark.parametrize("name", SETTINGS)
def test_every_setting_is_an_option_with_default_range_and_choices(capsys, name):
    main(["train", "--help"])
    shown = " ".join(capsys.readouterr().out.split())
    setting = SETTINGS[name]
    assert f"--{name.replace('_', '-')}" in shown
    assert "default " in describe(setting, "model", "objective")
    for fact in [setting.unit, *(choice.value for choice in setting.choices)]:
        assert fact in shown
    if setting.type is bool:
        assert f"--no-{name.replace('_', '-')}" in shown
    elif setting.minimum is not None:
        assert f"{setting.minimum:g} to " in describe(setting, "model", "objective")


@pytest.mark.parametrize("name", OPTIONS)
def test_so_is_everything_about_words(capsys, name):
    main(["train", "--help"])
    shown = " ".join(capsys.readouterr().out.split())
    setting = OPTIONS[name]
    option = f"--{name.replace('_', '-')}"
    assert (f"{option}, --no-" if setting.type is bool else f"{option} ") in shown
    for choice in setting.choices:
        assert choice.value in shown
    assert "default " in describe(setting, "language", "segmenter")


def test_anything_else_goes_to_the_window(monkeypatch):
    import types

    asked = []
    window = types.ModuleType("w2v_gui.app")
    window.main = lambda argv: asked.append(list(argv)) or 7
    monkeypatch.setitem(sys.modules, "w2v_gui.app", window)
    for argv in ([], ["text.txt"], ["--demo"], ["--screenshot", "x.png"], ["./train"]):
        assert main(argv) == 7
        assert asked[-1] == argv


@pytest.mark.parametrize("command", ["query", "evaluate"])
def test_questions_need_neither_window_nor_compiler(model, tmp_path, command):
    (tmp_path / "q.txt").write_text("man king woman queen\n")
    argv = [command, model, *(["king"] if command == "query" else ["--analogies", str(tmp_path / "q.txt")])]
    program = (
        "import sys; from w2v_gui.__main__ import main; code = main(sys.argv[1:]); "
        "bad = {'numba', 'PySide6', 'rich', 'pyqtgraph', 'rjieba'} & set(sys.modules); "
        "sys.exit(repr(bad) if bad else code)"
    )
    done = subprocess.run([sys.executable, "-c", program, *argv], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_reader_that_has_seen_enough(model):
    read, write = os.pipe()
    os.close(read)
    argv = [sys.executable, "-m", "w2v_gui", "query", model, "king"]
    done = subprocess.run(argv, stdout=write, stderr=subprocess.PIPE, text=True, check=False)
    os.close(write)
    assert (done.returncode, done.stderr) == (0, "")


def test_words_that_the_terminal_does_not_have(model):
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    argv = [sys.executable, "-m", "w2v_gui", "query", model, "国王"]
    done = subprocess.run(argv, capture_output=True, env=environment, check=False)
    assert done.returncode == 0
    assert rb"\u5973\u738b" in done.stdout


def test_ctrl_c_from_outside(tmp_path, text):
    argv = [sys.executable, "-m", "w2v_gui", "train", text, "-o", str(tmp_path / "v.npz"), *QUICK]
    process = subprocess.Popen([*argv, "--epochs", "100000"], stderr=subprocess.PIPE, text=True)
    with contextlib.closing(process.stderr):
        for line in process.stderr:
            if line.startswith("training"):
                break
        process.send_signal(signal.SIGINT)
        rest = process.stderr.read()
        assert process.wait(30) == 130
    assert "Stopped after" in rest
    assert read_model(tmp_path / "v.npz").state["epoch"] > 0
