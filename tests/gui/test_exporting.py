import os
import xml.etree.ElementTree as ET

import pyqtgraph as pg
import pytest
from PySide6.QtCore import QByteArray, QObject
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QGraphicsItem, QVBoxLayout, QWidget

from w2v_gui.errors import SaveError
from w2v_gui.gui import dialogs
from w2v_gui.gui.exporting import Export, Exporter, export_picture, export_table, file_name
from w2v_gui.gui.jobs import Jobs
from w2v_gui.gui.panels.plots import Plot
from w2v_gui.gui.settings import WindowSettings
from w2v_gui.gui.tables import LaterRows
from w2v_gui.gui.text import plain_label
from w2v_gui.gui.theme import DARK, LIGHT

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def body(qtbot, theme):
    """A label above a plot, whose red curve leaves the plot, on the ground of a card."""
    body = QWidget()
    qtbot.addWidget(body)
    column = QVBoxLayout(body)
    column.addWidget(plain_label("黛玉 <b>&</b>"))
    plot = Plot(body)
    plot.apply_palette(LIGHT)
    plot.show_grid()
    plot.plot([0, 1, 2], [0, 900, 0], pen=pg.mkPen("#ff0000", width=3))
    plot.setRange(xRange=(0, 2), yRange=(0, 1), padding=0)
    column.addWidget(plot)
    body.resize(300, 200)
    body.show()
    qtbot.waitExposed(body)
    return body


def image_of(content):
    image = QImage()
    assert image.loadFromData(QByteArray(content))
    return image


def pixels(image, colour):
    wanted = QColor(colour)
    return [(x, y) for y in range(image.height()) for x in range(image.width()) if image.pixelColor(x, y) == wanted]


def test_a_picture_is_twice_as_sharp_and_has_title_and_ground(body):
    export = export_picture("png", "Loss", "nats", body)
    assert (export.name, export.kind) == ("Loss", "png")
    image = image_of(export.content())
    assert image.width() == 2 * body.width()
    assert image.height() > 2 * body.height()
    assert image.pixelColor(0, 0) == QColor(LIGHT.card)
    assert pixels(image.copy(0, 0, 200, 60), LIGHT.text)
    assert pixels(image, "#ff0000")


def test_a_picture_has_the_theme_of_the_moment(body, theme):
    theme.set_mode("dark")
    assert image_of(export_picture("png", "Loss", "", body).content()).pixelColor(0, 0) == QColor(DARK.card)


def test_a_drawing_is_lines_and_text_and_can_be_read(body):
    content = export_picture("svg", "Loss", "nats · raw", body).content()
    root = ET.fromstring(content)
    # A text whose characters come from two fonts is two texts.
    texts = "".join(text.text for text in root.iter(f"{SVG}text"))
    assert texts.startswith("Lossnats · raw黛玉 <b>&</b>")
    assert not list(root.iter(f"{SVG}image"))
    renderer = QSvgRenderer(QByteArray(content))
    assert renderer.isValid()
    image = QImage(600, 400, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    assert pixels(image, LIGHT.card)
    assert pixels(image, "#ff0000")


def test_lines_of_a_drawing_are_in_pixels_for_programs_that_know_no_others(body):
    content = export_picture("svg", "Loss", "", body).content()
    for group in ET.fromstring(content).iter(f"{SVG}g"):
        if any(shape.get("vector-effect") == "non-scaling-stroke" for shape in group):
            # What is left may be moved, but not stretched.
            assert group.get("transform", "matrix(1,0,0,1,").startswith("matrix(1,0,0,1,")


def test_curves_do_not_leave_their_plot_in_a_drawing(body):
    root = ET.fromstring(export_picture("svg", "Loss", "", body).content())
    parents = {child: parent for parent in root.iter() for child in parent}
    curves = [g for g in root.iter(f"{SVG}g") if g.get("stroke") == "#ff0000" and len(g)]
    assert curves
    area = root.find(f"{SVG}defs/{SVG}clipPath/{SVG}rect")
    plot = body.findChild(Plot)
    left, top = float(area.get("x")), float(area.get("y"))
    assert plot.x() < left < plot.x() + 60
    assert left + float(area.get("width")) <= body.width()
    assert top + float(area.get("height")) <= body.height() + 34
    for curve in curves:
        holders = [curve]
        while holders[-1] in parents:
            holders.append(parents[holders[-1]])
        assert any(holder.get("clip-path") == "url(#area0)" for holder in holders)


def test_taking_a_picture_changes_nothing_of_what_is_seen(body):
    before = body.grab().toImage()
    scene = body.findChild(Plot).scene()
    modes = [item.cacheMode() for item in scene.items()]
    opacities = [item.opacity() for item in scene.items()]
    for kind in ("png", "svg"):
        export_picture(kind, "Loss", "", body).content()
    assert [item.cacheMode() for item in scene.items()] == modes
    assert QGraphicsItem.CacheMode.DeviceCoordinateCache in modes
    assert [item.opacity() for item in scene.items()] == opacities
    assert body.grab().toImage() == before


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Loss", "Loss"),
        ("W · input vectors", "W · input vectors"),
        ("损失", "损失"),
        ("a/b:c*", "a b c"),
        ("", "w2v-gui"),
        ("...", "w2v-gui"),
        ("x" * 300, "x" * 80),
        ("W′\n<b>", "W′ b"),
    ],
)
def test_titles_become_names_of_files(title, name):
    assert file_name(title) == name


class Told(QObject):
    def __init__(self, exporter):
        super().__init__()
        self.saved, self.failed = [], []
        exporter.saved.connect(self.saved.append)
        exporter.failed.connect(self.failed.append)

    def anything(self):
        return bool(self.saved or self.failed)


@pytest.fixture
def exporter(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    jobs = Jobs(window)
    exporter = Exporter(jobs, WindowSettings(), window)
    exporter.told = Told(exporter)
    yield exporter
    jobs.shutdown()


@pytest.fixture
def choose(monkeypatch):
    """Choose a path in the dialog, and remember what it was asked for."""
    asked = []

    def choose(path):
        monkeypatch.setattr(dialogs, "choose_export", lambda parent, *rest: asked.append(rest) or str(path))
        return asked

    return choose


def test_a_table_is_written_and_its_folder_remembered(exporter, choose, qtbot, tmp_path):
    folder = tmp_path / "figures"
    folder.mkdir()
    asked = choose(folder / "Loss.csv")
    exporter.save(export_table("Loss", [("words", "loss"), (1, 2.5)]))
    qtbot.waitUntil(exporter.told.anything)
    assert exporter.told.saved == [str(folder / "Loss.csv")]
    assert (folder / "Loss.csv").read_bytes() == b"\xef\xbb\xbfwords,loss\r\n1,2.5\r\n"
    assert os.listdir(folder) == ["Loss.csv"]
    exporter.save(export_table("Loss", []))
    assert asked[-1] == (str(folder), "Loss", "csv")
    qtbot.waitUntil(lambda: len(exporter.told.saved) == 2)


def test_a_table_is_as_it_was_when_it_was_asked_for(exporter, choose, qtbot, tmp_path):
    choose(tmp_path / "a.csv")
    values = [1, 2]
    export = export_table("a", ([value] for value in values))
    values.append(3)
    exporter.save(export)
    qtbot.waitUntil(exporter.told.anything)
    assert (tmp_path / "a.csv").read_text(encoding="utf-8-sig").split() == ["1", "2"]


def test_nothing_is_written_when_the_dialog_is_cancelled(exporter, choose, tmp_path):
    choose("")
    exporter.save(Export("a", "csv", lambda: pytest.fail("must not be made")))
    assert not list(tmp_path.glob("*.csv"))


def test_a_file_that_cannot_be_written_is_told_in_a_sentence_and_the_old_one_stays(exporter, choose, qtbot, tmp_path):
    choose(tmp_path / "missing" / "a.csv")
    exporter.save(export_table("a", [(1,)]))
    qtbot.waitUntil(exporter.told.anything)
    assert isinstance(exporter.told.failed[0], SaveError)
    old = tmp_path / "old.csv"
    old.write_text("old")
    old.chmod(0o444)
    choose(old)
    exporter.save(export_table("a", [(1,)]))
    qtbot.waitUntil(lambda: len(exporter.told.failed) == 2)
    assert old.read_text() == "old"
    assert not exporter.told.saved


def test_rows_that_do_not_change_are_made_only_when_they_are_written():
    made = []

    def rows():
        made.append(1)
        return [("word",), ("a",)]

    export = export_table("Words", LaterRows(rows))
    assert not made
    assert export.content().decode("utf-8-sig").split() == ["word", "a"]
