"""The house around the pages: the rail and its pages."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMainWindow, QPushButton, QWidget

from w2v_gui.gui.actions import Actions
from w2v_gui.gui.icons import application_icon, icon
from w2v_gui.gui.pages import PAGES, PageKind
from w2v_gui.gui.rail import Navigation, Pages, Rail
from w2v_gui.gui.settings import WindowSettings
from w2v_gui.gui.theme import DARK, LIGHT

KINDS = tuple(
    PageKind(key, key.title(), f"What about {key}?", f"page_{key}", QLineEdit)
    for key in ("text", "train", "inside", "explore", "compare")
)


class House(QMainWindow):
    """A window with nothing but pages and what leads to them."""

    def __init__(self):
        super().__init__()
        self.rail, self.pages = Rail(KINDS), Pages(KINDS)
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
            next(kind.key for kind in KINDS if self.pages.page(kind.key, QLineEdit).isVisible()),
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
