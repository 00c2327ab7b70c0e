"""A restless user: what can be done with a window by somebody who looks at nothing for long."""

import gc
import random

from fakes import FakeTrainer, small_corpus
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QInputMethodEvent,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QLineEdit,
    QMenu,
    QScrollBar,
    QWidget,
)
from shiboken6 import isValid

from w2v_gui.corpus.small_texts import SMALL_TEXTS
from w2v_gui.gui.opening import Opened
from w2v_gui.gui.widgets.card import Header

TYPED = (
    "king",
    "king queen",
    "qeen",
    "黛玉 宝玉",
    "<b>bold</b> &amp; %s {count}",
    "אבג 👩‍👩‍👧",
    "w" * 300,
    "0",
    "1",
    "2",
    "7",
    "0.5",
    "-1",
    "1e-3",
    "1e999",
    "nan",
    "1,000",
    "9" * 24,
    "",
    "  ",
)
KEYS = (
    *("Tab", "Backtab", "Return", "Escape", "Space", "Up", "Down", "Left", "Right", "Home", "End", "PageUp"),
    *("PageDown", "Delete", "Backspace", "Plus", "Minus", "0", "F1", "F5", "F10", "Menu"),
)
CHORDS = ("R", "Period", "S", "C", "V", "1", "2", "A", "Z")
ERRORS = (MemoryError, OSError("No space left on device"), RuntimeError("two\nlines <b>"), ValueError())
LEFT = Qt.MouseButton.LeftButton


class Moody(FakeTrainer):
    """A trainer that fails now and then, wherever it can."""

    chance = random.Random(0)
    patience = 400

    def _perhaps_fail(self):
        if self.chance.randrange(self.patience) == 0:
            raise self.chance.choice(ERRORS)

    def __init__(self, corpus, config):
        self._perhaps_fail()
        super().__init__(corpus, config, seconds_per_word=self.chance.choice((0, 1e-5, 1e-4)))
        if self.chance.random() < 0.1:
            self._diverge_at = self.chance.randrange(self.words_total)

    def prepare(self):
        self._perhaps_fail()
        super().prepare()

    def train_chunk(self, words):
        self._perhaps_fail()
        return super().train_chunk(words)

    def step(self):
        self._perhaps_fail()
        return super().step()

    def initial_rows(self, ids):
        self._perhaps_fail()
        return super().initial_rows(ids)


ACTS = {
    "wait": 8,
    "press_button": 20,
    "trigger_action": 12,
    "trigger_menu_entry": 8,
    "type": 16,
    "press_key": 20,
    "press_chord": 6,
    "click": 12,
    "double_click": 6,
    "click_header": 4,
    "drag": 8,
    "turn_wheel": 12,
    "ask_for_menu": 8,
    "resize": 4,
    "minimise": 2,
    "drop": 2,
    "copy": 2,
    "open_small_text": 2,
    "look_inside": 4,
    "close": 1,
}
"""What is done, and how often."""


def steps(count, seed, often=ACTS):
    """Return a walk of so many steps; ``often`` says what is done, and how often."""
    chance = random.Random(seed)
    acts = chance.choices(list(often), list(often.values()), k=count)
    return [(act, chance.randrange(2**32)) for act in acts]


class Walk:
    """Does what it is told with what can be seen at that moment, and remembers it."""

    def __init__(self, chance, make_window, folder):
        self.chance = chance
        self.said = []
        self.held = []
        self.folder = folder
        self._make_window = make_window
        self.window = make_window()

    def go(self, act, seed):
        self.chance.seed(seed)
        if not self.window.isVisible():
            self.note("a new window")
            self.end()
            self.window = self._make_window()
            self.open_small_text()
        if self.top() is self.window and not self.window.isActiveWindow():
            self.window.activateWindow()
        self.held.clear()
        getattr(self, act)()
        if self.chance.random() < 0.3:
            QApplication.processEvents()

    def end(self):
        """Close whatever is open, and leave nothing."""
        for popup in iter(QApplication.activePopupWidget, None):
            popup.close()
        self.held.clear()
        self.window.leave()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()  # here, and not in the midst of something that looks through all widgets

    def note(self, *words):
        self.said.append(" ".join(map(str, words)))

    # -- what is there ----------------------------------------------------------------------------------------

    def top(self):
        """Return what takes clicks and keys now: a menu, a dialog, or the window."""
        top = QApplication.activePopupWidget() or QApplication.activeModalWidget() or self.window
        # Python's view of what Qt made itself ends with that of its parent.
        self.held.append(top)
        return top

    def all(self, kind):
        """Return the widgets of a kind that can be seen and used."""
        top = self.top()
        there = [top, *top.findChildren(kind)] if isinstance(top, kind) else top.findChildren(kind)
        return [each for each in there if each.isVisible() and each.isEnabled() and not each.visibleRegion().isEmpty()]

    def choose(self, things):
        return self.chance.choice(things) if things else None

    def somewhere(self, kind=QWidget):
        """Return any widget that can be seen, and a place in it: the small ones get as much as the large ones."""
        there = [each for each in self.all(kind) if not isinstance(each, QAbstractScrollArea)]
        widget = self.choose(there)
        if widget is None:
            return None, QPoint()
        rect = widget.visibleRegion().boundingRect()
        x, y = self.chance.randrange(max(rect.width(), 1)), self.chance.randrange(max(rect.height(), 1))
        place = rect.topLeft() + QPoint(x, y)
        self.note("  on", type(widget).__name__, widget.accessibleName()[:40], place.toTuple())
        return widget, place

    # -- what is done -----------------------------------------------------------------------------------------

    def wait(self):
        self.note("wait")
        QTest.qWait(self.chance.choice((20, 5, 0, 0)))

    def press_button(self):
        button = self.choose(self.all(QAbstractButton))
        if button is not None:
            self.note("button", button.text() or button.accessibleName())
            QTest.mouseClick(button, LEFT, pos=button.visibleRegion().boundingRect().center())

    def trigger_action(self):
        if self.top() is self.window:
            rare = [*self.window.actions_.themes.values(), self.window.actions_.quit]
            able = [each for each in self.window.actions() if each.isEnabled()]
            action = self.chance.choices(able, [0.2 if each in rare else 1 for each in able])[0]
            self.note("action", action.text())
            action.trigger()

    def trigger_menu_entry(self):
        menu = QApplication.activePopupWidget()
        if not isinstance(menu, QMenu):
            return
        entry = self.choose([each for each in menu.actions() if each.isEnabled() and each.text()])
        if entry is not None:
            self.note("entry", entry.text())
            QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(entry).center())

    def type(self):
        field = self.choose(self.all(QLineEdit))
        if field is None:
            return
        text, key = self.chance.choice(TYPED), self.chance.choice((Qt.Key.Key_Return, Qt.Key.Key_Tab, None))
        self.note("type", repr(text[:30]), "into", field.accessibleName(), key)
        field.setFocus()
        field.selectAll()
        if text.isascii() and len(text) < 30:
            QTest.keyClicks(field, text or "\b")
        else:
            # As from an input method or the clipboard: there are no keys for it.
            pasted = QInputMethodEvent()
            pasted.setCommitString(text)
            QApplication.sendEvent(field, pasted)
        if key is not None:
            self.press(key)

    def press_key(self):
        name = self.chance.choice(KEYS)
        self.press(getattr(Qt.Key, f"Key_{name}"), self.chance.choice(("NoModifier",) * 4 + ("ShiftModifier",)))

    def press_chord(self):
        self.press(getattr(Qt.Key, f"Key_{self.chance.choice(CHORDS)}"), "ControlModifier")

    def press(self, key, modifier="NoModifier"):
        popup = QApplication.activePopupWidget()
        target = popup or QApplication.focusWidget() or self.top()
        self.note("key", key.name, modifier, "on", type(target).__name__, target.accessibleName())
        QTest.keyClick(target, key, Qt.KeyboardModifier[modifier])

    def click(self):
        button = self.chance.choice((LEFT, LEFT, Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton))
        self.note("click", button.name)
        widget, place = self.somewhere()
        if widget is not None:
            QTest.mouseMove(widget, place)
        if widget is not None and isValid(widget):
            QTest.mouseClick(widget, button, pos=place)

    def double_click(self):
        self.note("double click")
        widget, place = self.somewhere()
        if widget is not None:
            QTest.mouseDClick(widget, LEFT, pos=place)

    def click_header(self):
        self.note("double click on a header")
        widget, place = self.somewhere(Header)
        if widget is not None:
            QTest.mouseDClick(widget, LEFT, pos=place)

    def drag(self):
        self.note("drag")
        widget, start = self.somewhere()
        if widget is None:
            return
        end = start + QPoint(self.chance.randint(-300, 300), self.chance.randint(-300, 300))
        QTest.mousePress(widget, LEFT, pos=start)
        for place in ((start + end) / 2, end):
            if isValid(widget):
                QTest.mouseMove(widget, place)
                QApplication.processEvents()
        if isValid(widget):
            QTest.mouseRelease(widget, LEFT, pos=end)

    def turn_wheel(self):
        turned = self.chance.choice((-1200, -120, -15, 15, 120, 1200))
        self.note("wheel", turned)
        widget, place = self.somewhere()
        if widget is None:
            return
        event = QWheelEvent(
            QPointF(place),
            QPointF(widget.mapToGlobal(place)),
            QPoint(),
            QPoint(0, turned),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(widget, event)

    def ask_for_menu(self):
        reason = self.chance.choice((QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard))
        self.note("menu by", reason.name)
        widget, place = self.somewhere()
        # Qt's own menu of these two does not come back before it is closed; the field in a spin box leaves it to that.
        with_own = QAbstractSpinBox | QScrollBar
        if widget is not None and not any(isinstance(each, with_own) for each in (widget, widget.parentWidget())):
            QApplication.sendEvent(widget, QContextMenuEvent(reason, place, widget.mapToGlobal(place)))

    def resize(self):
        size = self.chance.choice(((1, 1), (1024, 700), (1100, 720), (1440, 900), (2560, 1600), (1024, 2000)))
        self.note("resize", size)
        self.window.resize(*size)

    def minimise(self):
        how = self.chance.choice(("showMinimized", "showNormal", "showMaximized", "showFullScreen"))
        self.note(how)
        getattr(self.window, how)()
        QTest.qWait(1)
        if self.window.isMinimized():
            self.window.showNormal()

    def drop(self):
        if self.top() is not self.window:
            return
        data = QMimeData()
        kind = self.chance.choice(("text", "file", "model", "missing", "link", "nothing"))
        self.note("drop", kind)
        if kind == "text":
            data.setText("the king rules and the queen rules the castle\n" * 20)
        elif kind == "link":
            data.setUrls([QUrl("https://example.org/text.txt")])
        elif kind != "nothing":
            name = {"file": "royal.txt", "model": "kept.npz", "missing": "no such.txt"}[kind]
            data.setUrls([QUrl.fromLocalFile(str(self.folder / name))])
        how = Qt.DropAction.CopyAction, data, LEFT, Qt.KeyboardModifier.NoModifier
        entering = QDragEnterEvent(QPoint(300, 300), *how)
        QApplication.sendEvent(self.window, entering)
        if entering.isAccepted():
            QApplication.sendEvent(self.window, QDropEvent(QPointF(300, 300), *how))

    def copy(self):
        text = self.chance.choice(("the moon walks in the garden\n" * 30, "", "word"))
        self.note("copy", repr(text[:20]))
        QGuiApplication.clipboard().setText(text)

    def open_small_text(self):
        if self.top() is self.window and not self.window.reader.active:
            self.note("small text")
            objective = self.chance.choice(("negative_sampling", "hierarchical_softmax", "softmax"))
            size = self.chance.choice((1, 2, 8, 40))
            self.window.take_text(
                Opened(
                    small_corpus(self.chance.choice((1, 20, 400))),
                    values={"min_count": 1, "vector_size": size, "threads": 1, "epochs": 9, "objective": objective},
                )
            )

    def look_inside(self):
        """Go to the page of single steps, as it is or with something else to look at."""
        if self.top() is not self.window:
            return
        self.window.actions_.pages["inside"].trigger()
        pair = self.window.inside_page.pair
        kind = self.chance.choice(("stay", "small", "run", "typed", "played"))
        self.note("look inside:", kind)
        if kind == "small":
            key = self.chance.choice([text.key for text in SMALL_TEXTS])
            model = self.chance.choice(("cbow", "skipgram"))
            objective = self.chance.choice(("negative_sampling", "hierarchical_softmax", "softmax"))
            alpha = self.chance.choice((0.3, 10.0))
            changes = {"model": model, "objective": objective, "alpha": alpha}
            pair.small_asked.emit(key, {**pair.form.settings, **changes})
        elif kind == "run":
            self.window.inside.begin_run(self.chance.choice((None, 0, 3, 10_000)))
        elif kind == "typed":
            pair.pair_typed.emit("爱", self.chance.choice((("我", "爱"), ("moon",), ())))
        elif kind == "played" and self.window.inside_page.scene is not None:
            QTest.mouseClick(self.window.inside_page.playback.play, LEFT)

    def close(self):
        if self.top() is self.window:
            self.note("close")
            self.window.close()
            QTest.qWait(5)
