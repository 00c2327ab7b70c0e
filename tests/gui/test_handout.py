import re
from functools import cache
from html.parser import HTMLParser

import pytest
from PySide6.QtWidgets import QWidget
from walk_data import MODES, lines_of, walkthrough

from w2v_gui.errors import SaveError
from w2v_gui.gui import dialogs, handout_parts
from w2v_gui.gui.exporting import Exporter
from w2v_gui.gui.formulas import typeset
from w2v_gui.gui.handout import export_handout, write_handout
from w2v_gui.gui.jobs import Jobs
from w2v_gui.gui.settings import WindowSettings
from w2v_gui.gui.walk import walk_of

typeset_once = cache(typeset)


@pytest.fixture(autouse=True)
def formulas_shared(monkeypatch):
    """Typeset a formula once for all tests: most of the time it takes to write a handout goes there."""
    monkeypatch.setattr(handout_parts, "typeset", typeset_once)


class Page(HTMLParser):
    """What a browser makes of a page: its texts by their classes, and its elements."""

    def __init__(self, content):
        super().__init__()
        self.elements, self.open, self.texts, self.marked = [], [], [], {}
        self.feed(content.decode("utf-8"))

    def handle_starttag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))
        if tag not in ("meta", "br"):
            self.open.append((tag, dict(attributes)))

    def handle_startendtag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))

    def handle_endtag(self, tag):
        assert self.open.pop()[0] == tag

    def handle_data(self, data):
        if not data.strip() or any(tag == "style" for tag, _ in self.open):
            return
        self.texts.append(data)
        for tag, attributes in self.open:
            if tag in ("span", "b"):
                self.marked.setdefault(attributes.get("class"), []).append(data)

    @property
    def text(self):
        return " ".join(" ".join(self.texts).split())


def exported(walk, kind="html", proof=True):
    scene = walk.scene()
    return export_handout(kind, scene, walk_of(scene.trace), walk.proof() if proof else None)


@pytest.mark.parametrize("mode", MODES, ids="-".join)
def test_a_page_with_the_whole_walk(language, mode):
    walk = walkthrough(*mode)
    scene = walk.scene()
    page = Page(exported(walk).content())
    assert not page.open
    drawings = [attributes for tag, attributes in page.elements if tag == "svg"]
    assert len(drawings) == 12
    labels = [attributes["aria-label"] for tag, attributes in page.elements if attributes.get("role") == "img"]
    assert len(labels) == 12
    assert not any("\\" in label for label in labels)
    for stage in walk_of(scene.trace):
        assert stage.title in page.text
        for line in stage.numbers(scene):
            for part in (line.left, line.middle, line.result):
                assert " ".join(part.split()) in page.text
        for said in stage.explanation(scene):
            assert said in page.text
    assert "The gradients are right" in page.text


def test_a_page_needs_nothing_but_itself(language):
    content = exported(walkthrough()).content().decode()
    namespaces = re.sub(r'xmlns(:\w+)?="[^"]*"', "", content)
    assert not re.search(r"https?:|src=|href=|url\(|@import|<script", namespaces)


def test_the_window_is_marked_in_its_sentence(language):
    page = Page(exported(walkthrough()).content())
    assert page.marked["context"][:2] == ["我", "学习"]
    assert page.marked["centre"][0] == "爱"
    assert "我 爱 学习 没有 什么 能够 阻挡 我 的 脚步" in page.text
    assert "CBOW · Softmax · V = 9 · N = 5 · C = 2 · η = 0.1 · after 0 updates" in page.text


def test_rows_before_and_after(language):
    walk = walkthrough()
    scene = walk.scene()
    page = Page(exported(walk).content())
    before, after = (" ".join(lines_of(scene, "W_new")[f"v(我) {when}"].split()) for when in ("old", "new"))
    assert f"row before after 我 {before} {after}" in page.text


def test_words_are_never_markup(language):
    words = ["<b>bold</b>", "&amp;", '"quoted"', "<script>alert(1)</script>", "{x}", "‮left"]
    page = Page(exported(walkthrough(sentences=[words])).content())
    for word in words[:-1]:
        assert word[:16] in page.text
    assert "‮" not in page.text
    assert not any(tag == "script" for tag, _ in page.elements)


def test_a_handout_is_as_it_was_when_it_was_asked_for(language):
    walk = walkthrough()
    export = exported(walk)
    walk.advance(5)
    language.choose("zh_CN")
    assert "after 0 updates" in Page(export.content()).text
    chinese = exported(walk)
    assert chinese.name == "word2vec 的一步：爱" or chinese.name.startswith("word2vec 的一步")
    page = Page(chinese.content())
    assert ("html", {"lang": "zh"}) in page.elements
    assert "已更新 5 次" in page.text
    assert "The " not in page.text


def test_without_a_proof_there_is_none(language):
    assert "central differences" not in Page(exported(walkthrough(), proof=False).content()).text


def test_word2vecs_convention_is_explained_beside_the_proof(language):
    text = Page(exported(walkthrough(cbow_gradient="word2vec")).content()).text
    assert "2 times the true gradient, as it should be" in text


@pytest.mark.parametrize("mode", [MODES[0], MODES[4]], ids="-".join)
def test_pages_for_printing_have_text_and_drawings_and_no_pictures(language, theme, mode):
    content = exported(walkthrough(*mode), "pdf").content()
    assert content.startswith(b"%PDF-")
    assert 3 <= content.count(b"/Type /Page\n") <= 6
    assert b"/ToUnicode" in content
    assert b"/Subtype /Image" not in content


def test_very_long_rows_and_sentences_fit_on_pages(language, theme):
    words = [f"antidisestablishmentarianism{number}" for number in range(300)]
    content = exported(walkthrough(sentences=[words], vector_size=60, window=10), "pdf").content()
    assert 3 <= content.count(b"/Type /Page\n") <= 9


@pytest.fixture
def exporter(qtbot, language, theme):
    window = QWidget()
    qtbot.addWidget(window)
    jobs = Jobs(window)
    yield Exporter(jobs, WindowSettings(), window)
    jobs.shutdown()


@pytest.mark.parametrize("kind", ["html", "pdf"])
def test_a_handout_is_saved_as_everything_else_is(exporter, qtbot, tmp_path, monkeypatch, kind):
    path = tmp_path / f"walk.{kind}"
    monkeypatch.setattr(dialogs, "choose_export", lambda *asked: str(path))
    with qtbot.waitSignal(exporter.saved):
        exporter.save(exported(walkthrough(), kind))
    assert path.stat().st_size > 20_000
    assert [found.name for found in tmp_path.iterdir() if found.is_file()] == [path.name]


def test_what_was_there_stays_where_a_handout_cannot_be_written(language, theme, tmp_path):
    walk = walkthrough()
    scene = walk.scene()
    path = tmp_path / "walk.html"
    write_handout(path, scene, walk_of(scene.trace), None)
    assert path.read_bytes().startswith(b"<!DOCTYPE html>")
    path.chmod(0o444)
    before = path.read_bytes()
    walk.advance(1)
    with pytest.raises(SaveError):
        write_handout(path, walk.scene(), walk_of(scene.trace), None)
    assert path.read_bytes() == before
