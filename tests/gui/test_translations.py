"""Every string on screen has a finished translation, and the compiled file is that of the source file.

To refresh both after a change (the test says when)::

    pyside6-lupdate -extensions py -locations none -no-obsolete w2v_gui -ts w2v_gui/translations/zh_CN.ts
    pyside6-linguist w2v_gui/translations/zh_CN.ts        # or any editor
    pyside6-lrelease w2v_gui/translations/zh_CN.ts
"""

import re
import shutil
import subprocess
import sysconfig
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

import w2v_gui
from w2v_gui.errors import QT_TRANSLATE_NOOP, ConfigError, CorpusError
from w2v_gui.gui.language import LANGUAGES, filled, sentence

PACKAGE = Path(w2v_gui.__file__).parent
TRANSLATIONS = PACKAGE / "translations"
FOREIGN = [code for code in LANGUAGES if code != "en"]


def tool(name):
    found = shutil.which(name, path=sysconfig.get_path("scripts")) or shutil.which(name)
    assert found, f"{name} comes with PySide6-Essentials"
    return found


def run(*command):
    subprocess.run(command, check=True, capture_output=True, timeout=120)


def messages(path):
    found = {}
    for context in ET.parse(path).getroot().findall("context"):
        for message in context.findall("message"):
            comment = message.findtext("comment") or ""
            found[context.findtext("name"), message.findtext("source"), comment] = message.find("translation")
    return found


@pytest.fixture(params=FOREIGN)
def source(request):
    return TRANSLATIONS / f"{request.param}.ts"


def test_every_language_is_there():
    assert {path.stem for path in TRANSLATIONS.glob("*.ts")} == set(FOREIGN)
    assert {path.stem for path in TRANSLATIONS.glob("*.qm")} == set(FOREIGN)


def test_nothing_is_missing_unfinished_or_stale(source, tmp_path):
    fresh = tmp_path / "fresh.ts"
    run(tool("pyside6-lupdate"), "-extensions", "py", "-locations", "none", str(PACKAGE), "-ts", str(fresh))
    wanted, there = messages(fresh), messages(source)
    assert not set(wanted) - set(there), "missing: run pyside6-lupdate and translate"
    assert not set(there) - set(wanted), "stale: run pyside6-lupdate"
    unfinished = [key for key, translation in there.items() if translation.get("type") or not translation.text]
    assert not unfinished


def test_every_string_has_its_context(source):
    assert all(context for context, _, _ in messages(source))


def test_fields_are_the_same(source):
    for (context, text, _), translation in messages(source).items():
        fields = re.findall(r"\{.*?\}", text)
        assert sorted(fields) == sorted(re.findall(r"\{.*?\}", translation.text)), (context, text)


def test_compiled_file_is_up_to_date(source, tmp_path):
    compiled = tmp_path / "compiled.qm"
    run(tool("pyside6-lrelease"), "-silent", str(source), "-qm", str(compiled))
    assert source.with_suffix(".qm").read_bytes() == compiled.read_bytes(), "run pyside6-lrelease"


def test_sentences_of_other_layers_are_translated_with_their_values(language):
    error = CorpusError(QT_TRANSLATE_NOOP("errors", "“{name}” is empty: choose another text."), name="<b>{x}</b>")
    assert sentence(error) == "“<b>{x}</b>” is empty: choose another text."
    language.choose("zh_CN")
    assert sentence(error) == "“<b>{x}</b>”是空的：请另选文本。"


def test_settings_are_called_by_their_label(language):
    from w2v_gui.engine.config import TrainingConfig

    with pytest.raises(ConfigError) as caught:
        TrainingConfig(vector_size=0)
    language.choose("zh_CN")
    assert sentence(caught.value).startswith("维数 N必须在")


def test_a_broken_translation_falls_back_to_english():
    assert filled("nowhere", "{a} and {b}", {"a": 1}) == "{a} and {b}"
    assert filled("nowhere", "{a}", {"a": 1}) == "1"


def test_unexpected_errors_and_memory_have_sentences(language):
    assert "KeyError: 'x'" in sentence(KeyError("x"))
    assert "memory" in sentence(MemoryError())
