"""A restless reader: what can be done on the Text page, while files come and go."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from restless import ACTS, LEFT, TYPED, Walk
from shiboken6 import isValid
from source_data import CHINESE, ENGLISH

from w2v_gui.corpus.word_lists import DictionaryEntry
from w2v_gui.gui.vocabulary_listing import ORDERS

READING = {
    **ACTS,
    "go_to_the_text": 14,
    "go_through_tokens": 30,
    "drag_over_tokens": 8,
    "choose_option": 6,
    "choose_encoding": 3,
    "edit_a_list": 3,
    "correct": 3,
    "change_a_file": 4,
    "open_a_file": 4,
    "look_something_up": 6,
    "choose_setting": 4,
    "sort": 3,
    "train_and_read_again": 2,
    "look_inside": 1,
    "open_small_text": 1,
}
"""What is done, and how often."""

FILES = ("red.txt", "royal.txt", "wild.txt", "one.txt", "binary.txt", "folder")
WILD = "<b>fett</b> שלום 👩‍👩‍👧 zero\u200bwidth \ufeffmark \u202eturned " + "w" * 12_000 + "\n"
MOVES = (
    *((key, modifier) for key in ("Left", "Right") for modifier in ("NoModifier", "ShiftModifier", "ShiftModifier")),
    *((key, "NoModifier") for key in ("Up", "Down", "PageUp", "PageDown", "F2", "F2", "Return", "Escape", "Menu")),
    *((key, "ControlModifier") for key in ("Home", "End", "C", "F")),
    ("F3", "NoModifier"),
)
VALUES = {
    "min_count": (1, 2, 5, 10**6, "", "x"),
    "window": (1, 2, 40),
    "sample": (0.0, 1e-5, 1.0),
    "full_windows_only": (True, False),
    "model": ("cbow", "skipgram"),
    "epochs": (1, 3),
}


class Reader(Walk):
    """Stays on the Text page."""

    @property
    def page(self):
        """The page, where it can be used; None elsewhere."""
        window = self.window
        return window.text_page if self.top() is window and window.pages.key == "text" else None

    def go_to_the_text(self):
        if self.top() is self.window:
            self.note("to the text")
            self.window.pages.show_page("text")

    def go_through_tokens(self):
        page = self.page
        if page is None or not page.text.view.isVisible():
            return
        for _ in range(self.chance.randrange(1, 6)):
            name, modifier = self.chance.choice(MOVES)
            popup = QApplication.activePopupWidget()
            self.note("tokens:", name, modifier)
            QTest.keyClick(popup or page.text.view, getattr(Qt.Key, f"Key_{name}"), Qt.KeyboardModifier[modifier])
            if not page.text.view.isVisible():
                break

    def drag_over_tokens(self):
        page = self.page
        if page is None or not page.text.view.isVisible():
            return
        view = page.text.view
        self.note("drag over tokens")
        y = self.chance.randrange(max(view.height(), 1))
        start = QPoint(self.chance.randrange(max(view.width(), 1)), y)
        QTest.mousePress(view, LEFT, pos=start)
        for step in (10, 40, 200):
            if isValid(view):
                QTest.mouseMove(view, start + QPoint(step, self.chance.choice((0, 0, 30, -30))))
                self.perhaps_wait()
        if isValid(view):
            QTest.mouseRelease(view, LEFT, pos=start + QPoint(200, 0))

    def perhaps_wait(self):
        if self.chance.random() < 0.3:
            QApplication.processEvents()

    def choose_option(self):
        page = self.page
        if page is None or page.source.recipe is None:
            return
        name, value = self.chance.choice(
            (
                ("language", self.chance.choice(("auto", "spaced", "chinese", "mixed"))),
                ("segmenter", self.chance.choice(("jieba", "characters"))),
                ("lower_case", self.chance.random() < 0.5),
                ("digits", self.chance.random() < 0.5),
                ("stop_words", self.chance.choice(((), ("the",), ("贾宝玉", "的", "，"), tuple("abcdefgh")))),
            )
        )
        self.note("option", name, value)
        page.source.choose_option(name, value)

    def choose_encoding(self):
        page = self.page
        if page is None or not page.source.encoding.button.isVisible():
            return
        self.note("encodings")
        page.source.encoding.open()
        self.perhaps_wait()
        files = page.source.files.files
        if files and self.chance.random() < 0.4:
            encoding = self.chance.choice(("utf-8", "gb18030", "utf-16", ""))
            page.source.encoding.chosen.emit(files[0], encoding, self.chance.random() < 0.5)

    def edit_a_list(self):
        if self.page is None or self.page.source.recipe is None:
            return
        name = self.chance.choice(("user_dictionary", "stop_words"))
        self.note("list", name)
        self.window.links.source.edit_list(name)
        dialog = self.window.links.source.dialog
        QTest.qWait(self.chance.choice((0, 5, 30)))
        if dialog is None or not isValid(dialog):
            return
        text = self.chance.choice(
            ("宝玉\n贾|宝玉 5 n\n", "a|\nb c d e f\n", "the\nking\n", "\n".join(TYPED), "a\n" * 5000)
        )
        dialog.edit.fill(text)
        self.perhaps_wait()
        QTest.mouseClick(self.chance.choice((dialog.apply, dialog.cancel, dialog.undo, dialog.save)), LEFT)

    def correct(self):
        page = self.page
        if page is not None and page.source.recipe is not None:
            parts = self.chance.choice((("贾宝玉初",), ("贾", "宝玉"), ("刘姥", "姥"), ("<b>", "x")))
            self.note("correct", parts)
            page.source.add_entry(DictionaryEntry(parts))
            action = page.source.foot.said.action
            if self.chance.random() < 0.5 and action.isVisible():
                QTest.mouseClick(action, LEFT)

    def change_a_file(self):
        path = self.folder / self.chance.choice(("red.txt", "royal.txt", "wild.txt"))
        how = self.chance.choice(("written", "shorter", "gone", "empty"))
        self.note("file", path.name, how)
        text = {"red.txt": CHINESE, "royal.txt": ENGLISH * 40, "wild.txt": WILD * 3}[path.name]
        path.unlink(missing_ok=True)
        if how != "gone":
            path.write_text({"written": text, "shorter": text[:60], "empty": ""}[how], encoding="utf-8")
        if self.chance.random() < 0.5 and self.window.isVisible():
            self.window.links.source.watch.look()

    def open_a_file(self):
        if self.top() is self.window:
            name = self.chance.choice(FILES)
            self.note("open", name)
            self.window.open_paths([str(self.folder / name)])

    def look_something_up(self):
        page = self.page
        if page is None:
            return
        word = self.chance.choice((*TYPED, "the", "the king", "贾宝玉", "的"))
        how = self.chance.choice(("concordance", "vocabulary", "search", "find", "sort", "pairs", "go"))
        self.note(how, repr(word[:30]))
        if how == "concordance":
            self.window.links.open_concordance(word)
        elif how == "vocabulary":
            page.vocabulary.go_to(word)
        elif how == "search":
            page.vocabulary.search.setText(word)
        elif how == "find":
            page.text.find_asked.emit(word, page.text.place, self.chance.random() < 0.5)
        elif how == "sort":
            page.concordance.choose_order(self.chance.choice(("place", "left", "right")), self.chance.random() < 0.5)
        elif how == "pairs":
            page.pairs.show_position(self.chance.choice((0, 7, 10**9)))
        else:
            page.concordance.choose_sample(self.chance.choice((0, 100, 1_000)))

    def choose_setting(self):
        page = self.page
        if page is not None:
            name = self.chance.choice(list(VALUES))
            value = self.chance.choice(VALUES[name])
            self.note("setting", name, value)
            page.setting_chosen.emit(name, value)

    def sort(self):
        if self.page is not None:
            order = self.chance.choice(ORDERS)
            self.note("order", order)
            self.page.vocabulary.set_order(order)

    def train_and_read_again(self):
        """Begin a run, and have the text read in another way before it has come far."""
        if self.page is None or self.page.source.recipe is None:
            return
        self.note("train, and read again")
        self.window.actions_.train.trigger()
        self.perhaps_wait()
        self.choose_option()
        self.page and QTest.mouseClick(self.chance.choice(self.all(QAbstractButton)), LEFT)
