"""A restless user: thousands of clicks, keys, drags and menus in any order, and nothing may break.

A step is a kind of act and a seed from which the rest follows: where to click, what to type. How far a run has come by
then is different each time, so a walk that fails may pass the next time: what was done is printed when it fails.
"""

import random
import traceback

import pytest
from restless import Moody, Walk, steps
from restless_reader import READING, WILD, Reader
from source_data import CHINESE

from w2v_gui.gui import dialogs, main_window, opener, run_commands

STEPS_SHOWN = 60


@pytest.fixture
def answers(monkeypatch, tmp_path):
    """Let files be chosen at random, and questions come at once."""
    (tmp_path / "royal.txt").write_text("the king rules the queen\n" * 50, encoding="utf-8")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "one.txt").write_text("word " * 30, encoding="utf-8")
    (tmp_path / "red.txt").write_text(CHINESE, encoding="gb18030")
    (tmp_path / "wild.txt").write_text(WILD, encoding="utf-8")
    (tmp_path / "folder").mkdir()
    for number in range(30):
        (tmp_path / "folder" / f"{number}.txt").write_text(f"the king of {number}\n", encoding="utf-8")
    chance = random.Random()

    def one_of(*names):
        return lambda *arguments: (
            [str(tmp_path / name)] if (name := chance.choice((*names, ""))) and name != "." else []
        )

    def target(*names):
        return lambda *arguments: str(tmp_path / name) if (name := chance.choice((*names, ""))) else ""

    monkeypatch.setattr(dialogs, "choose_texts", one_of("royal.txt", "binary.txt", "red.txt", "missing.txt"))
    monkeypatch.setattr(dialogs, "choose_list", target("one.txt", "binary.txt", "missing.txt"))
    monkeypatch.setattr(dialogs, "choose_folder", one_of("folder", "missing"))
    monkeypatch.setattr(dialogs, "choose_model", one_of("kept.npz", "royal.txt", "missing.npz"))
    monkeypatch.setattr(dialogs, "choose_vectors", target("kept.npz", "kept.bin", "royal.txt", "missing.bin"))
    monkeypatch.setattr(dialogs, "choose_test_sets", one_of("royal.txt", "binary.txt", "missing.txt"))
    monkeypatch.setattr(dialogs, "choose_vectors_target", target("kept.bin", "kept.tsv", "missing/kept.bin"))
    monkeypatch.setattr(dialogs, "choose_target", target("kept.npz", "kept.bin", "kept.txt", "missing/kept.npz"))
    monkeypatch.setattr(dialogs, "choose_export", target("export.png", "missing/export.csv"))
    for module, name in ((main_window, "LEAVING"), (opener, "LEAVING"), (run_commands, "AGAIN")):
        monkeypatch.setattr(module, name, 0.05)
    return chance


def warned(qtlog):
    """Whether Qt has complained of anything that makes a test fail."""
    return any(record.matches_level("WARNING") and not record.ignored for record in qtlog.records)


def walk_through(kind, steps, make_window, answers, qtbot, qtlog, folder):
    Moody.chance = random.Random(steps[0][1])
    walk = kind(answers, lambda: make_window(Moody, dialogs.ask_unsaved), folder)
    try:
        with qtbot.capture_exceptions() as exceptions:
            for step in steps:
                walk.go(*step)
                if exceptions or warned(qtlog):
                    break
            walk.end()
    finally:
        print(f"{len(walk.said)} deeds, of which the last are:", *walk.said[-STEPS_SHOWN:], sep="\n  ")
    assert not exceptions, "".join(traceback.format_exception(exceptions[0][1]))
    assert not warned(qtlog), [record.message for record in qtlog.records]


@pytest.mark.parametrize("seed", range(3))
def test_a_restless_user(qtbot, qtlog, make_window, answers, tmp_path, seed):
    walk_through(Walk, steps(400, seed), make_window, answers, qtbot, qtlog, tmp_path)


@pytest.mark.parametrize("seed", range(3))
def test_a_restless_reader(qtbot, qtlog, make_window, answers, tmp_path, seed):
    walk_through(Reader, steps(400, seed, READING), make_window, answers, qtbot, qtlog, tmp_path)
