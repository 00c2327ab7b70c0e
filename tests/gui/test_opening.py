"""Opening texts: files, samples, drops, the clipboard, models; what is wrong with them, and cancelling."""

import gzip
import threading

import numpy as np
import pytest
from dropping import drop, files
from fakes import small_corpus
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtWidgets import QFileDialog, QInputDialog, QPushButton

from w2v_gui.engine.config import TrainingConfig
from w2v_gui.errors import Cancelled
from w2v_gui.gui import dialogs, opener
from w2v_gui.gui.controller import open_trainer
from w2v_gui.gui.opening import Opened
from w2v_gui.gui.recent import LIMIT
from w2v_gui.session.run import RunState
from w2v_gui.vectors.formats.model_file import ModelFile
from w2v_gui.vectors.formats.npz import write_model
from w2v_gui.vectors.word_vectors import WordVectors

TEXT = "the king rules the land and the queen rules the king\n" * 200


@pytest.fixture
def text_file(tmp_path):
    path = tmp_path / "royal.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_open_by_the_button(qtbot, make_window, text_file, monkeypatch):
    window = make_window()
    assert window.focusWidget() is window.start.open
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *args: ([str(text_file)], ""))
    with qtbot.waitSignal(window.text_opened):
        qtbot.mouseClick(window.top_bar.open, Qt.MouseButton.LeftButton)
    assert not window.start.isVisible()
    assert window.top_bar.name.text() == "royal.txt"
    assert "2,200 tokens" in window.top_bar.summary.text()
    assert "V = 6" in window.top_bar.summary.text()
    assert "utf-8" in window.top_bar.summary.toolTip().lower()
    assert window.top_bar.train.isEnabled()
    assert "ready" in window.status.state.text()


def text(words):
    data = QMimeData()
    data.setText(words)
    return data


def test_drop_a_file(qtbot, make_window, tmp_path):
    packed = tmp_path / "royal.txt.gz"
    packed.write_bytes(gzip.compress(TEXT.encode()))
    window = make_window()
    with qtbot.waitSignal(window.text_opened):
        assert drop(window, files(packed))
    assert window.top_bar.name.text() == "royal.txt.gz"


def test_drop_a_folder(qtbot, make_window, text_file):
    window = make_window()
    with qtbot.waitSignal(window.text_opened):
        assert drop(window, files(text_file.parent))
    assert "2,200 tokens" in window.top_bar.summary.text()


def test_drop_a_piece_of_text(qtbot, make_window, language):
    window = make_window()
    with qtbot.waitSignal(window.text_opened):
        assert drop(window, text(TEXT))
    assert window.top_bar.name.text() == "Pasted text"
    assert "2,200 tokens" in window.top_bar.summary.text()
    language.choose("zh_CN")
    qtbot.waitUntil(lambda: window.top_bar.name.text() == "粘贴的文本")


def test_a_link_is_not_the_text_it_leads_to(window):
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/royal.txt")])
    data.setText("https://example.org/royal.txt")
    assert not drop(window, data)


def test_nothing_can_be_dropped_while_a_text_is_read(qtbot, window, held, text_file):
    window.open_paths(["big.txt"])
    held.begun.wait(5)
    assert not drop(window, files(text_file))
    window.reader.cancel()
    qtbot.waitUntil(lambda: not window.reader.active)


@pytest.fixture
def clipboard(qapp):
    board = qapp.clipboard()
    board.clear()
    yield board
    board.clear()


def paste(qtbot, widget):
    qtbot.keyClick(widget, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_paste_a_text(qtbot, window, clipboard):
    clipboard.setText(TEXT)
    with qtbot.waitSignal(window.text_opened):
        paste(qtbot, window)
    assert window.top_bar.name.text() == "Pasted text"
    assert window.recent.entries == []


def test_in_a_field_pasting_is_for_the_field(qtbot, window, clipboard):
    clipboard.setText("moon")
    corpus = window.controller.corpus
    field = window.train_page.form.editor("alpha")
    field.setFocus()
    field.selectAll()
    paste(qtbot, field)
    assert field.text() == "moon"
    assert not window.reader.active
    assert window.controller.corpus is corpus


def test_paste_files_that_were_copied(qtbot, window, clipboard, text_file):
    clipboard.setMimeData(files(text_file))
    with qtbot.waitSignal(window.text_opened):
        paste(qtbot, window)
    assert window.top_bar.name.text() == "royal.txt"


@pytest.mark.parametrize("words", ["", "  \n ", "word word word"])
def test_a_clipboard_with_nothing_to_read_is_one_sentence(qtbot, window, clipboard, words):
    clipboard.setText(words)
    corpus = window.controller.corpus
    with qtbot.waitSignal(window.opening_failed):
        paste(qtbot, window)
    assert len(window.message.text) > 20
    assert window.controller.corpus is corpus


@pytest.mark.parametrize("key", ["planted_en", "planted_zh", "derivation"])
def test_samples_by_the_menu(qtbot, make_window, key):
    window = make_window()
    with qtbot.waitSignal(window.text_opened):
        window.actions_.samples[key].trigger()
    qtbot.waitUntil(lambda: bool(window.train_page.watched.watched))
    assert window.train_page.form.error == ""
    assert window.controller.corpus is not None


def bad_files(tmp_path):
    empty = tmp_path / "empty.txt"
    empty.touch()
    binary = tmp_path / "picture.txt"
    binary.write_bytes(bytes(range(256)) * 400)
    folder = tmp_path / "folder"
    folder.mkdir()
    return [empty, tmp_path / "missing.txt", binary, folder]


@pytest.mark.parametrize("which", range(4))
def test_a_bad_file_is_one_sentence_and_the_old_text_stays(qtbot, window, tmp_path, which):
    corpus = window.controller.corpus
    path = bad_files(tmp_path)[which]
    with qtbot.waitSignal(window.opening_failed):
        window.open_paths([str(path)])
    assert len(window.message.text) > 20
    assert "Traceback" not in window.message.text
    assert window.controller.corpus is corpus
    assert window.top_bar.name.text() == "small.txt"
    assert window.top_bar.train.isEnabled()


class HeldReading:
    """A reading that goes on until it is cancelled."""

    def __init__(self):
        self.begun = threading.Event()

    def __call__(self, recipe):
        def work(job):
            from types import SimpleNamespace

            job.report(SimpleNamespace(bytes_done=4_200_000, bytes_total=8_400_000, tokens=123_456))
            self.begun.set()
            while not job.cancelled():
                threading.Event().wait(0.005)
            raise Cancelled

        return work


@pytest.fixture
def held(monkeypatch):
    held = HeldReading()
    monkeypatch.setattr(opener, "read_text", held)
    return held


def test_progress_and_cancel(qtbot, window, held):
    corpus = window.controller.corpus
    window.open_paths(["big.txt"])
    assert not window.top_bar.train.isEnabled()
    assert not window.top_bar.open.isEnabled()
    qtbot.waitUntil(lambda: window.top_bar.percent.text() == "50 %")
    assert window.status.state.text() == "reading: 4.2 MB of 8.4 MB, 123,456 tokens"
    with qtbot.waitSignal(window.opening_failed):
        qtbot.mouseClick(window.top_bar.cancel, Qt.MouseButton.LeftButton)
    assert "cancelled" in window.message.text
    assert window.controller.corpus is corpus
    assert window.top_bar.train.isVisible()


def test_opening_a_second_text_while_reading_does_nothing(qtbot, window, held):
    window.open_paths(["one.txt"])
    window.open_paths(["two.txt"])
    window.open_sample("derivation")
    held.begun.wait(5)
    window.reader.cancel()
    qtbot.waitUntil(lambda: window.top_bar.train.isVisible())


def test_closing_while_reading(qtbot, window, held):
    window.open_paths(["big.txt"])
    held.begun.wait(5)
    window.close()


def test_replaced_bytes_are_said(qtbot, make_window, tmp_path):
    path = tmp_path / "broken.txt"
    path.write_bytes(b"\xef\xbb\xbf" + TEXT.encode() + b"\xff\xfe broken\n" + TEXT.encode())
    window = make_window()
    with qtbot.waitSignal(window.text_opened):
        window.open_paths([str(path)])
    assert "could not be read" in window.message.text


def recent(window):
    return [action for action in window.actions_.menus["recent"].actions() if not action.isSeparator()]


def test_what_was_opened_can_be_opened_again(qtbot, make_window, text_file, tmp_path):
    second = tmp_path / "a & b.txt"
    second.write_text(TEXT * 2, encoding="utf-8")
    window = make_window()
    for paths in ([text_file], [second], [text_file, second], [text_file]):
        with qtbot.waitSignal(window.text_opened):
            window.open_paths([str(path) for path in paths])
    assert window.recent.entries == [(str(text_file),), (str(text_file), str(second)), (str(second),)]
    again = make_window()
    labels = [action.text() for action in recent(again)]
    assert labels[0].startswith("&1  royal.txt · ")
    assert labels[1].startswith("&2  royal.txt and 1 more")
    assert "a && b.txt" in labels[2]
    with qtbot.waitSignal(again.text_opened):
        recent(again)[2].trigger()
    assert again.top_bar.name.text() == "a & b.txt"
    assert recent(again)[0].text().startswith("&1  a && b.txt")


def test_what_has_gone_is_said_and_leaves_the_list(qtbot, window, text_file):
    with qtbot.waitSignal(window.text_opened):
        window.open_paths([str(text_file)])
    text_file.unlink()
    with qtbot.waitSignal(window.opening_failed):
        recent(window)[0].trigger()
    assert "royal.txt" in window.message.text
    assert window.recent.entries == []


def test_the_list_is_short_and_can_be_cleared(window, tmp_path):
    for i in range(LIMIT + 3):
        window.recent.add([str(tmp_path / f"{i}.txt")])
    assert len(window.recent.entries) == LIMIT
    assert window.recent.entries[0] == (str(tmp_path / f"{LIMIT + 2}.txt"),)
    recent(window)[-1].trigger()
    assert window.recent.entries == []
    assert [action.isEnabled() for action in recent(window)] == [False]


@pytest.mark.parametrize("stored", ["", "nonsense", "7", '[["a.txt"], 7, []]', "[" * 5000])
def test_a_damaged_list_is_no_list(window, stored):
    window.recent._settings.set("files/recent", stored)
    assert window.recent.entries in ([], [("a.txt",)])


def test_a_text_that_could_not_be_read_is_not_remembered(qtbot, window, tmp_path):
    with qtbot.waitSignal(window.opening_failed):
        window.open_paths([str(tmp_path / "missing.txt")])
    assert window.recent.entries == []


def test_a_text_and_vectors_together(qtbot, window, text_file, tmp_path):
    path = tmp_path / "glove.txt"
    path.write_text("king 1 0\nqueen 0 1\nland 1 1\n", encoding="utf-8")
    with qtbot.waitSignals([window.text_opened, window.vectors_opened]):
        drop(window, files(path, text_file))
    assert window.top_bar.name.text() == "royal.txt"
    explored = window.links.exploring.explored
    assert explored.name == "glove.txt"
    assert explored.opened.corpus is window.controller.corpus


def test_two_files_of_vectors_are_one_too_many(qtbot, window, tmp_path):
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text("king 1 0\nqueen 0 1\n", encoding="utf-8")
    with qtbot.waitSignal(window.opening_failed):
        drop(window, files(tmp_path / "one.txt", tmp_path / "two.txt"))
    assert "Only one file of vectors" in window.message.text


def test_a_folder_of_vectors_is_no_collection_of_texts(qtbot, window, tmp_path):
    folder = tmp_path / "glove"
    folder.mkdir()
    for name in ("50d.txt", "100d.txt"):
        (folder / name).write_text("king 1 0\nqueen 0 1\n", encoding="utf-8")
    with qtbot.waitSignal(window.opening_failed):
        drop(window, files(folder))
    assert "“glove” holds several files of vectors" in window.message.text
    (folder / "50d.txt").unlink()
    with qtbot.waitSignal(window.vectors_opened):
        drop(window, files(folder))
    assert window.links.exploring.explored.name == "100d.txt"


class TestModels:
    """Going on with a saved model, with the real trainer."""

    @pytest.fixture
    def saved(self, qtbot, make_window, tmp_path):
        """A window with its text open, and a model that has done half of its two epochs."""
        from w2v_gui.models import save

        window = make_window(open_trainer)
        corpus = small_corpus()
        window.take_text(Opened(corpus, values={"min_count": 1, "vector_size": 8, "threads": 1}))
        for path, epochs in ((tmp_path / "half.npz", 2), (tmp_path / "long.npz", 100_000)):
            config = TrainingConfig(vector_size=8, min_count=1, threads=1, epochs=epochs, sample=0.0, window=2)
            trainer = open_trainer(corpus, config)
            trainer.prepare()
            while trainer.words_done < len(corpus):
                trainer.train_chunk(len(corpus) // 4)
            save(path, trainer)
            trainer.close()
        return window, tmp_path / "half.npz"

    @pytest.mark.parametrize("way", ["menu", "drop"])
    def test_it_goes_on_where_it_stopped(self, qtbot, saved, monkeypatch, way):
        window, path = saved
        with qtbot.waitSignal(window.run_ended):
            if way == "menu":
                monkeypatch.setattr(dialogs, "choose_model", lambda *args: [str(path)])
                window.actions_.open_model.trigger()
            else:
                assert drop(window, files(path))
        half = len(window.controller.corpus)
        assert half < window.controller.latest.curve.words[0] < window.controller.latest.curve.words[-1]
        assert window.train_page.form.config() == window.controller.trainer.config
        assert window.controller.state is RunState.FINISHED
        assert window.controller.trainer.words_done == 2 * len(window.controller.corpus)
        assert window.recent.entries == []

    def test_text_and_model_together(self, qtbot, make_window, saved, tmp_path, text_file):
        from w2v_gui.models import save

        window, _ = saved
        with qtbot.waitSignal(window.text_opened):
            window.open_paths([str(text_file)])
        trainer = open_trainer(window.controller.corpus, TrainingConfig(vector_size=4, threads=1, epochs=1))
        save(tmp_path / "royal.npz", trainer)
        trainer.close()
        fresh = make_window(open_trainer)
        with qtbot.waitSignal(fresh.run_ended):
            assert drop(fresh, files(tmp_path / "royal.npz", text_file))
        assert fresh.controller.trainer.config.vector_size == 4

    def test_one_that_has_finished_asks_how_many_epochs_more(self, qtbot, saved):
        window, path = saved
        with qtbot.waitSignal(window.run_ended):
            window.open_paths([str(path)])
        window.saving.save_to(str(path))
        qtbot.waitUntil(lambda: not window.saving.active)
        window.open_paths([str(path)])
        qtbot.waitUntil(lambda: window.findChild(QInputDialog) is not None)
        dialog = window.findChild(QInputDialog)
        assert "2 epochs" in dialog.labelText()
        dialog.setIntValue(3)
        with qtbot.waitSignal(window.run_ended):
            dialog.accept()
        assert window.controller.trainer.config.epochs == 5
        assert window.controller.trainer.words_done == 5 * len(window.controller.corpus)

    def test_one_that_has_finished_can_be_asked_beside_its_text(self, qtbot, saved):
        window, path = saved
        with qtbot.waitSignal(window.run_ended):
            window.open_paths([str(path)])
        window.saving.save_to(str(path))
        qtbot.waitUntil(lambda: not window.saving.active)
        window.open_paths([str(path)])
        qtbot.waitUntil(lambda: window.findChild(QInputDialog) is not None)
        ask = next(button for button in window.findChildren(QPushButton) if "ask it" in button.text())
        with qtbot.waitSignal(window.vectors_opened):
            qtbot.mouseClick(ask, Qt.MouseButton.LeftButton)
        assert not window.findChildren(QInputDialog)
        explored = window.links.exploring.explored
        assert explored.path == str(path)
        assert explored.opened.corpus is window.controller.corpus
        assert explored.predictor is not None

    def test_saving_goes_back_to_its_file(self, qtbot, saved):
        window, path = saved
        path = path.with_name("long.npz")
        window.open_paths([str(path)])
        qtbot.waitUntil(lambda: window.saving.at_stake > 0)
        qtbot.mouseClick(window.top_bar.stop, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: window.controller.state is RunState.STOPPED)
        before = path.read_bytes()
        window.actions_.save.trigger()
        qtbot.waitUntil(lambda: not window.saving.active)
        assert path.read_bytes() != before
        assert window.saving.at_stake == 0

    def test_without_its_text_one_sentence(self, qtbot, make_window, monkeypatch):
        window = make_window()
        monkeypatch.setattr(dialogs, "choose_model", lambda *args: pytest.fail("asked"))
        with qtbot.waitSignal(window.opening_failed):
            window.actions_.open_model.trigger()
        assert "First open the text" in window.message.text

    def test_without_its_text_it_can_be_asked(self, qtbot, make_window, saved):
        _, path = saved
        window = make_window()
        with qtbot.waitSignal(window.vectors_opened):
            drop(window, files(path))
        assert window.pages.key == "explore"
        explored = window.links.exploring.explored
        assert explored.predictor is not None
        assert explored.opened is None

    def bad(self, tmp_path):
        """Files that are no model of this text, and a part of what is said about each."""
        words = ["king", "queen"]
        vectors = tmp_path / "vectors.npz"
        write_model(vectors, ModelFile(WordVectors(words, np.eye(2, dtype=np.float32))))
        empty = tmp_path / "empty.npz"
        np.savez(empty, numbers=np.arange(3))
        damaged = tmp_path / "damaged.npz"
        damaged.write_bytes(vectors.read_bytes()[:-60])
        text = tmp_path / "text.npz"
        text.write_text(TEXT, encoding="utf-8")
        return [
            (empty, "holds no vectors"),
            (damaged, "damaged"),
            (text, "vectors only"),
            (tmp_path / "missing.npz", "missing.npz"),
        ]

    @pytest.mark.parametrize("which", range(4))
    def test_what_does_not_fit_is_one_sentence_and_the_run_stays(self, qtbot, saved, tmp_path, which):
        window, good = saved
        with qtbot.waitSignal(window.run_ended):
            window.open_paths([str(good)])
        trainer = window.controller.trainer
        path, said = self.bad(tmp_path)[which]
        with qtbot.waitSignal(window.opening_failed):
            window.open_paths([str(path)])
        assert said in window.message.text
        assert window.controller.trainer is trainer

    def test_one_that_cannot_be_gone_on_with_is_asked_instead(self, qtbot, saved, tmp_path, monkeypatch):
        window, _ = saved
        path = tmp_path / "vectors.npz"
        write_model(path, ModelFile(WordVectors(["king", "queen"], np.eye(2, dtype=np.float32))))
        with qtbot.waitSignal(window.vectors_opened):
            drop(window, files(path))
        monkeypatch.setattr(dialogs, "choose_model", lambda *args: [str(path)])
        with qtbot.waitSignal(window.opening_failed):
            window.actions_.open_model.trigger()
        assert "vectors only" in window.message.text

    def test_another_text_is_said(self, qtbot, saved, text_file):
        window, path = saved
        with qtbot.waitSignal(window.text_opened):
            window.open_paths([str(text_file)])
        with qtbot.waitSignal(window.opening_failed):
            window.open_paths([str(path)])
        assert "trained on another text" in window.message.text

    def test_two_models_at_once_are_one_too_many(self, qtbot, saved):
        window, path = saved
        with qtbot.waitSignal(window.opening_failed):
            drop(window, files(path, path.with_name("other.npz")))
        assert "Only one model" in window.message.text
