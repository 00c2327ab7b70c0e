"""Ctrl-C, and being told to end, at any moment: the program ends at once, asks nothing, and says nothing."""

import os
import signal
import subprocess
import sys

import pytest

from w2v_gui.gui.interrupts import Interrupts

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no other process can press Ctrl-C there")

# What is written on standard output says that the moment has come.
PROGRAM = """
import sys, threading
from PySide6.QtCore import QTimer
from w2v_gui.app import parser
from w2v_gui.engine.trainer import Trainer
from w2v_gui.gui import dialogs, main_window, start

def now():
    print("now", flush=True)

def wait(window):
    QTimer.singleShot(0, now)

def prepare(window):
    Trainer.prepare = lambda trainer: (now(), threading.Event().wait())
    window.open_sample("planted_en", window.commands.toggle)

def train(window):
    window.controller.snapshot_taken.connect(lambda snapshot: now())
    window.open_sample("planted_en", window.commands.toggle)

def ask(window):
    def close():
        window.close()
        now()
    main_window.LEAVING = 0.0
    window.run_ended.connect(lambda state: QTimer.singleShot(0, close))
    window.controller.snapshot_taken.connect(lambda snapshot: window.controller.stop())
    window.open_sample("planted_en", window.commands.toggle)

def choose(window):
    QTimer.singleShot(0, lambda: (QTimer.singleShot(0, now), window.opener.choose_files()))

def show(window, event, shown=main_window.MainWindow.showEvent):
    shown(window, event)
    globals()[sys.argv[1]](window)

main_window.MainWindow.showEvent = show
sys.exit(start.run(parser().parse_args([])))
"""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("moment", ["wait", "prepare", "train", "ask", "choose"])
def test_the_program_ends(tmp_path, moment, number):
    own = {"XDG_CONFIG_HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, moment],
        env=os.environ | own,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # Whoever runs the tests in the background may have them ignore Ctrl-C, and children would too.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    try:
        assert process.stdout.readline() == "now\n"
        process.send_signal(number)
        _, said = process.communicate(timeout=60)
    finally:
        process.kill()
        process.wait()
    assert [line for line in said.splitlines() if "This plugin does not support" not in line] == []
    assert process.returncode == 128 + number


def test_everything_is_left_as_it_was(qtbot):
    before = signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM)
    interrupts = Interrupts()
    interrupts.install()
    with qtbot.waitSignal(interrupts.came) as came:
        os.kill(os.getpid(), signal.SIGTERM)
    assert came.args == [signal.SIGTERM]
    interrupts.uninstall()
    assert (signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM)) == before
    assert signal.set_wakeup_fd(-1) == -1


def test_what_is_ignored_stays_ignored(qapp):
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    interrupts = Interrupts()
    interrupts.install()
    try:
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    finally:
        interrupts.uninstall()
        signal.signal(signal.SIGHUP, before)
