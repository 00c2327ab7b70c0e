"""The house around the pages: the rail and its pages."""

import re
from itertools import pairwise
from types import SimpleNamespace

import pytest
from fakes import small_corpus
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMainWindow, QPushButton, QWidget

from w2v_gui.corpus.decoding import Decoding
from w2v_gui.corpus.ingest import FileReport
from w2v_gui.gui import main_window, summary
from w2v_gui.gui import theme as theme_module
from w2v_gui.gui.actions import Actions
from w2v_gui.gui.help import KeysDialog, without_mark
from w2v_gui.gui.icons import application_icon, icon
from w2v_gui.gui.notices import font_is_missing
from w2v_gui.gui.opening import Opened
from w2v_gui.gui.page_stack import Pages
from w2v_gui.gui.pages import PAGES, PageKind
from w2v_gui.gui.pages.page import Page
from w2v_gui.gui.rail import Navigation, Rail
from w2v_gui.gui.settings import WindowSettings
from w2v_gui.gui.theme import DARK, LIGHT
from w2v_gui.gui.top_bar import TopBar
from w2v_gui.gui.widgets.message_bar import MessageBar
from w2v_gui.session.run import RunState

KINDS = tuple(
    PageKind(key, key.title(), f"What about {key}?", f"page_{key}", lambda: Page)
    for key in ("text", "train", "inside", "explore", "compare")
)


class House(QMainWindow):
    """A window with nothing but pages and what leads to them."""

    def __init__(self):
        super().__init__()
        self.rail, self.pages = Rail(KINDS), Pages(KINDS, "text")
        self.actions_ = Actions(self, KINDS)
        self.navigation = Navigation(self.rail, self.pages, self.actions_, WindowSettings(), self)
        self.rail.apply_palette(LIGHT)
        centre = QWidget()
        row = QHBoxLayout(centre)
        row.addWidget(self.rail)
        row.addWidget(self.pages)
        self.setCentralWidget(centre)

    @property
    def seen(self):
        """The page in every place where it is told; they have to agree."""
        places = {
            next(key for key, button in self.rail.buttons.items() if button.isChecked()),
            next(key for key, action in self.actions_.pages.items() if action.isChecked()),
            next(kind.key for kind in KINDS if self.pages.make(kind.key).isVisible()),
            self.pages.key,
        }
        assert len(places) == 1
        return places.pop()


@pytest.fixture
def make_house(qtbot, language):
    def make():
        house = House()
        qtbot.addWidget(house)
        house.show()
        house.activateWindow()
        qtbot.waitUntil(house.isActiveWindow)
        return house

    return make


def test_pages_by_click_by_key_and_by_menu(qtbot, make_house):
    house = make_house()
    assert house.seen == "text"
    qtbot.mouseClick(house.rail.buttons["inside"], Qt.MouseButton.LeftButton)
    assert house.seen == "inside"
    qtbot.keyClick(house, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    assert house.seen == "compare"
    house.actions_.pages["train"].trigger()
    assert house.seen == "train"


def test_who_goes_to_a_page_is_on_it(qtbot, make_house):
    house = make_house()
    house.rail.buttons["text"].setFocus()
    qtbot.keyClick(house, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert house.pages.make("inside").hasFocus()
    qtbot.mouseClick(house.rail.buttons["explore"], Qt.MouseButton.LeftButton)
    assert house.pages.make("explore").hasFocus()


def test_the_arrow_keys_move_along_the_rail(qtbot, make_house):
    house = make_house()
    house.rail.buttons["text"].setFocus()
    qtbot.keyClick(house.rail.buttons["text"], Qt.Key.Key_Down)
    assert house.seen == "train"
    assert house.rail.buttons["train"].hasFocus()
    qtbot.keyClick(house.rail.buttons["train"], Qt.Key.Key_Up)
    assert house.seen == "text"


def test_the_page_is_remembered_and_an_unknown_one_is_not_missed(qtbot, make_house):
    qtbot.mouseClick(make_house().rail.buttons["explore"], Qt.MouseButton.LeftButton)
    assert make_house().seen == "explore"
    WindowSettings().page = "of an older program"
    assert make_house().seen == "text"


def test_the_rail_of_the_window_shows_the_pages_there_are(qtbot, window, language):
    assert list(window.rail.buttons) == [kind.key for kind in PAGES]
    button = window.rail.buttons["train"]
    assert button.isVisible()
    assert button.isChecked()
    assert button.text() == "Train"
    assert "Is it learning? Ctrl+" in button.toolTip()
    language.choose("zh_CN")
    qtbot.waitUntil(lambda: button.text() == "训练")


def test_the_page_that_is_seen_has_its_own_colour(make_house):
    house = make_house()
    house.rail.apply_palette(DARK)
    inks = {
        state: icon("page_train", DARK.muted, on=DARK.accent).pixmap(32, 32, state=state).toImage()
        for state in (icon("close", "#000000").State.Off, icon("close", "#000000").State.On)
    }
    off, on = inks.values()
    place = next((x, y) for x in range(32) for y in range(32) if off.pixelColor(x, y).alpha() == 255)
    assert off.pixelColor(*place) == QColor(DARK.muted)
    assert on.pixelColor(*place) == QColor(DARK.accent)


def test_the_program_has_an_icon_in_every_size():
    picture = application_icon()
    for size in (16, 48, 256):
        image = picture.pixmap(size, size).toImage()
        assert image.width() == size
        assert len({image.pixel(x, size // 2) for x in range(size)}) > 4


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=lambda palette: palette.name)
def test_a_chosen_segment_can_be_read_while_it_cannot_be_pressed(qtbot, qapp, theme, palette):
    theme.set_mode(palette.name)
    button = QPushButton("Skip-gram")
    button.setProperty("kind", "segment")
    button.setProperty("place", "only")
    button.setCheckable(True)
    button.setChecked(True)
    button.setEnabled(False)
    qtbot.addWidget(button)
    button.resize(120, 30)
    image = button.grab().toImage()
    light = sorted(image.pixelColor(x, y).lightness() for x in range(3, 117) for y in range(3, 27))
    ground = light[len(light) // 2]
    assert max(ground - light[0], light[-1] - ground) > 120


def menus(window):
    """Return every menu of the window, those within others too."""
    return [window.menuBar(), *window.actions_.menus.values()]


def marks(menu):
    texts = [action.text() for action in menu.actions() if not action.isSeparator()]
    return [found.group(1).upper() for text in texts if (found := re.search(r"&(\w)", text.replace("&&", "")))]


@pytest.mark.parametrize("code", ["en", "zh_CN"])
def test_every_entry_of_a_menu_has_a_key_of_its_own(qtbot, window, language, code):
    window.recent.add(["/texts/one.txt"])
    language.choose(code)
    qtbot.waitUntil(lambda: window.language == code)
    qtbot.wait(20)
    for menu in menus(window):
        entries = [action for action in menu.actions() if not action.isSeparator()]
        assert len(marks(menu)) == len(entries), [action.text() for action in entries]
        assert len(set(marks(menu))) == len(marks(menu)), [action.text() for action in entries]


def test_no_two_actions_have_the_same_keys(window):
    keys = [keys.toString() for action in window.actions() for keys in action.shortcuts() if not keys.isEmpty()]
    assert len(keys) == len(set(keys))
    assert {"Ctrl+O", "Ctrl+S", "Ctrl+Shift+S", "Ctrl+V", "Ctrl+R", "F5", "F10", "Ctrl+.", "F1", "Ctrl+1"} <= set(keys)


def test_the_dialog_of_keys_says_what_the_menus_say(qtbot, window):
    qtbot.keyClick(window, Qt.Key.Key_F1)
    qtbot.waitUntil(lambda: window.findChild(KeysDialog) is not None)
    dialog = window.findChild(KeysDialog)
    said = [label.text() for label in dialog.findChildren(QLabel)]
    for part in (
        "File",
        "Open text…",
        "Ctrl+O",
        "Train",
        "Ctrl+R, F5",
        "Keys and pointer",
        "F1",
        "Ctrl+Z",
        "F2, ← →, Return",
    ):
        assert part in said
    assert not [text for text in said if "&" in text]
    qtbot.keyPress(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChild(KeysDialog) is None)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("&Open text…", "Open text…"),
        ("打开文本(&O)…", "打开文本…"),
        ("a && b", "a & b"),
        ("St&op", "Stop"),
        ("&1  Train", "Train"),
    ],
)
def test_marks_of_keys_are_left_out(text, plain):
    assert without_mark(text) == plain


def controls(window):
    """Return what Tab goes through, in its order."""
    found, widget = [], window.nextInFocusChain()
    while widget is not window:
        takes_focus = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
        if takes_focus and widget.isVisible() and widget.isEnabled():
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found


def test_tab_goes_from_the_rail_by_the_bar_to_the_page(window):
    places = [window.rail, window.top_bar, window.train_page]
    order = [next(i for i, place in enumerate(places) if place.isAncestorOf(each)) for each in controls(window)]
    assert order == sorted(order)
    assert set(order) == {0, 1, 2}
    bar = [each.mapTo(window, each.rect().topLeft()).x() for each in controls(window) if each.parent() is places[1]]
    assert bar == sorted(bar)


@pytest.mark.parametrize("code", ["en", "zh_CN"])
def test_every_control_has_a_name(qtbot, window, language, code):
    language.choose(code)
    qtbot.wait(20)
    window.train_page.form.advanced.heading.setChecked(True)
    nameless = [
        (type(each).__name__, each.objectName())
        for each in controls(window)
        if not QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Name)
    ]
    assert not nameless


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_focus_can_be_seen(qtbot, window, theme, mode):
    theme.set_mode(mode)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    # Of each kind one: what has the focus looks otherwise than what has not.
    kinds = {}
    shell = window.rail, window.top_bar, window.train_page.form
    for each in controls(window):
        if any(part.isAncestorOf(each) for part in shell):
            kinds.setdefault((type(each), each.property("kind")), each)
    assert len(kinds) >= 5
    for each in kinds.values():
        other = window.top_bar.step if each is not window.top_bar.step else window.top_bar.open
        other.setFocus()
        without = each.grab().toImage()
        each.setFocus()
        qtbot.waitUntil(each.hasFocus)
        if without == each.grab().toImage():
            pytest.fail(f"{type(each).__name__} {each.objectName()} {each.property('kind')}")


def bar_of(qtbot, width, palette=LIGHT):
    """Return a top bar of a given width, with something open."""
    bar = TopBar()
    qtbot.addWidget(bar)
    bar.apply_palette(palette)
    bar.show_text(
        "A text with a name of some length.txt", FIGURES, "12 sentences\nEnglish\na.txt: utf-8, 99 % sure", ""
    )
    bar.resize(width, bar.sizeHint().height())
    bar.show()
    qtbot.waitExposed(bar)
    return bar


FIGURES = "482,304 tokens · V = 13,205 · Skip-gram · Negative sampling · N = 100"


def test_where_there_is_room_everything_is_written_out(qtbot, language):
    bar = bar_of(qtbot, 1400)
    assert [bar.open.text(), bar.step.text(), bar.stop.text()] == ["Open…", "Step", "Stop"]
    assert bar.summary.fitted(bar.summary.width() - 22) == FIGURES


@pytest.mark.parametrize("width", [952, 800])
def test_where_there_is_little_room_the_least_important_gives_way(qtbot, language, width):
    bar = bar_of(qtbot, width)
    assert [bar.open.text(), bar.step.text(), bar.stop.text()] == ["", "", ""]
    assert [bar.open.accessibleName(), bar.step.accessibleName(), bar.stop.accessibleName()] == [
        "Open…",
        "Step",
        "Stop",
    ]
    assert bar.train.text() == "Train"
    shown = bar.summary.fitted(bar.summary.width() - 22)
    assert shown.endswith(" · …") or width == 800
    assert set(shown.split(" · ")) - {"…"} <= set(FIGURES.split(" · ")) or width == 800
    for line in (FIGURES, "12 sentences", "a.txt: utf-8, 99 % sure"):
        assert line in bar.summary.toolTip()
    edges = [(each.x(), each.x() + each.width()) for each in bar.findChildren(QWidget) if each.isVisible()]
    edges.sort()
    assert all(left[1] <= right[0] for left, right in pairwise(edges))
    assert edges[-1][1] <= width


def test_a_warning_about_the_text_stays_and_can_be_read_again(qtbot, window, tmp_path):
    path = tmp_path / "broken.txt"
    path.write_bytes(b"\xef\xbb\xbf" + b"the king rules the land\n" * 50 + b"\xff\xfe broken\n")
    with qtbot.waitSignal(window.text_opened):
        window.open_paths([str(path)])
    assert "could not be read" in window.message.text
    qtbot.mouseClick(window.top_bar.train, Qt.MouseButton.LeftButton)
    assert window.message.text == ""
    assert window.top_bar.warning.isVisible()
    qtbot.mouseClick(window.top_bar.warning, Qt.MouseButton.LeftButton)
    assert "could not be read" in window.message.text


@pytest.mark.parametrize(
    ("method", "confidence", "said"), [("guess", 0.6, True), ("guess", 0.9, False), ("bom", 0.6, False)]
)
def test_an_uncertain_guess_at_the_encoding_is_said(language, method, confidence, said):
    file = FileReport("old.txt", 100, Decoding("cp1250", confidence, method))
    report = SimpleNamespace(files=(file,), replaced=0)
    text = summary.warning(Opened(small_corpus(), report))
    assert ("cp1250" in text) == said


def test_the_notice_about_the_font_stays_and_can_be_read_without_it(qtbot, make_window, slow, language, monkeypatch):
    monkeypatch.setattr(main_window, "has_chinese_glyphs", lambda: False)
    language.choose("zh_CN")
    window = make_window(slow)
    (text,) = window.notices.texts
    latin, chinese = text.split("\n")
    assert latin.isascii() or "·" in latin
    assert "方框" in chinese
    window.take_text(Opened(small_corpus(), values={"min_count": 1, "vector_size": 8, "threads": 1}))
    qtbot.mouseClick(window.top_bar.train, Qt.MouseButton.LeftButton)
    assert window.notices.texts == [text]
    language.choose("en")
    qtbot.waitUntil(lambda: window.notices.texts == [latin])
    bar = window.notices.findChild(MessageBar)
    qtbot.mouseClick(bar._close, Qt.MouseButton.LeftButton)
    assert window.notices.texts == []


@pytest.mark.parametrize(
    ("platform", "remedy"),
    [("linux", "fonts-noto-cjk"), ("win32", "Optional features"), ("darwin", "Font Book"), ("freebsd14", "noto")],
)
def test_every_system_has_its_remedy(language, platform, remedy):
    assert remedy in font_is_missing(platform)


def test_hints_follow_the_run_of_a_sample(qtbot, make_window, slow, language):
    window = make_window(slow)
    assert window.guidance.text == ""
    with qtbot.waitSignal(window.text_opened):
        window.actions_.samples["planted_en"].trigger()
    said = [window.guidance.text]
    for button, state in (
        (window.top_bar.train, RunState.TRAINING),
        (window.top_bar.train, RunState.PAUSED),
        (window.top_bar.stop, RunState.STOPPED),
    ):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda state=state: window.controller.state is state)
        said.append(window.guidance.text)
    window.pages.show_page("text")
    said.append(window.guidance.text)
    window.pages.show_page("train")
    assert len(set(said)) == 5
    assert "" not in said
    language.choose("zh_CN")
    qtbot.waitUntil(lambda: "Ctrl+O" in window.guidance.text and window.guidance.text not in said)
    window.take_text(Opened(small_corpus(), values={"min_count": 1}))
    assert window.guidance.text == ""


def test_closed_hints_stay_away_until_they_are_wanted_again(qtbot, make_window, slow):
    window = make_window(slow)
    opened = Opened(small_corpus(), values={"min_count": 1}, sample="derivation")
    window.take_text(opened)
    assert "derivation" in window.guidance.text
    qtbot.mouseClick(window.guidance._close, Qt.MouseButton.LeftButton)
    assert window.guidance.text == ""
    again = make_window(slow)
    again.take_text(opened)
    assert again.guidance.text == ""
    again.actions_.hints.trigger()
    assert "derivation" in again.guidance.text


def test_the_theme_follows_the_system_until_one_is_chosen(qtbot, qapp, monkeypatch):
    hints = qapp.styleHints()

    def system(dark):
        monkeypatch.setattr(theme_module, "system_is_dark", lambda: dark)
        hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)

    theme = theme_module.Theme(qapp, "system")
    for dark in (True, False, True):
        system(dark)
        assert (theme.palette is DARK) == dark
    theme.set_mode("light")
    system(False)
    system(True)
    assert theme.palette is LIGHT
    theme.set_mode("system")
    assert theme.palette is DARK
    theme.set_mode("light")
    theme.deleteLater()


def test_what_is_chosen_and_the_place_of_the_window_are_remembered(qtbot, make_window, language):
    window = make_window()
    qtbot.mouseClick(window.top_bar.theme, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(window.top_bar.language, Qt.MouseButton.LeftButton)
    window.resize(1024, 720)
    window.close()
    settings = WindowSettings()
    assert settings.theme == "dark"
    assert settings.language == "zh_CN"
    again = make_window()
    # A restored window is no wider than the screen, which is small where the tests run.
    assert (again.width(), again.height()) == (1024, 720)


def test_pages_have_a_place_for_what_they_remember():
    settings = WindowSettings()
    assert settings.value("train/splitter", QByteArray()) == QByteArray()
    settings.set("train/splitter", QByteArray(b"sizes"))
    assert WindowSettings().value("train/splitter", QByteArray()) == QByteArray(b"sizes")
    settings.set("train/splitter", "of another type")
    assert WindowSettings().value("train/splitter", QByteArray()) == QByteArray()
