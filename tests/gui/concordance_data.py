"""The concordance card with its worker, and what one does to it."""

from __future__ import annotations

from contextlib import contextmanager

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from w2v_gui.corpus.encoded import EncodedCorpus
from w2v_gui.engine.config import TrainingConfig
from w2v_gui.gui.concordance.view import ROW_HEIGHT
from w2v_gui.gui.concordancing import Concordancing
from w2v_gui.gui.jobs import Jobs
from w2v_gui.gui.opening import Opened
from w2v_gui.gui.panels.concordance import ConcordancePanel
from w2v_gui.gui.theme import LIGHT

KINGS = [
    ["the", "king", "of", "Spain"],
    ["the", "queen", "of", "the", "king"],
    ["king"],
    ["the", "king", "of", "France"],
]
NASTY = ["<img src=x onerror=1>", "א" * 30, "\u202eturned", "x" * 5000, "😀👍", "a\tb", "\ud800", "&amp;"]
ALT = Qt.KeyboardModifier.AltModifier


@contextmanager
def making_cards(qtbot):
    """Lend a function that makes a card over a text, with its worker."""
    made = []

    def make(sentences=KINGS, width=680, height=330):
        jobs, owner, panel = Jobs(), QObject(), ConcordancePanel()
        qtbot.addWidget(panel)
        panel.worker = Concordancing(jobs, owner)
        panel.worker.failures = []
        panel.worker.failed.connect(panel.worker.failures.append)
        panel.worker.attend(panel)
        panel.apply_palette(LIGHT)
        panel.resize(width, height)
        panel.show()
        qtbot.waitExposed(panel)
        panel.activateWindow()
        qtbot.waitUntil(panel.isActiveWindow)
        open_text(panel, sentences)
        panel.show_config(TrainingConfig(min_count=1))
        made.append((jobs, owner, panel))
        return panel

    yield make
    for jobs, _, panel in made:
        assert jobs.shutdown()
        assert panel.worker.failures == []


def open_text(panel, sentences):
    corpus = EncodedCorpus.from_sentences(sentences)
    panel.worker.open_text(corpus)
    panel.open_text(Opened(corpus))


def answered(qtbot, panel):
    """Wait until nothing more is coming."""
    qtbot.waitUntil(lambda: not panel.worker.active)


def look_up(qtbot, panel, text):
    panel.entry.setFocus()
    panel.entry.clear()
    qtbot.keyClicks(panel.entry, text)
    qtbot.keyClick(panel.entry, Qt.Key.Key_Return)
    answered(qtbot, panel)


def texts(panel):
    """Return the lines as they are drawn."""
    return [" ".join(each.text for each in panel.view.placed(row)) for row in range(panel.view.count)]


def places(panel):
    return [panel.view.line(row).position for row in range(panel.view.count)]


def press(qtbot, panel, by):
    qtbot.mouseClick(panel.view.header.buttons[by], Qt.MouseButton.LeftButton)
    answered(qtbot, panel)


def point(panel, row, text):
    """Return the middle of a word that is drawn, in pixels of the viewport."""
    each = next(each for each in panel.view.placed(row) if each.text == text)
    top = (row - panel.view.verticalScrollBar().value()) * ROW_HEIGHT
    return QPoint(each.x + each.width // 2, top + ROW_HEIGHT // 2)


def entries(menu):
    return {action.text(): action for action in menu.actions() if action.text()}


def open_menu(qtbot, panel, place):
    viewport = panel.view.viewport()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, viewport.mapToGlobal(place))
    QApplication.sendEvent(viewport, event)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    return QApplication.activePopupWidget()
