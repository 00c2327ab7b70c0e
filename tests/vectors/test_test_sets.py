"""Test sets in the many forms in which they are handed around."""

from __future__ import annotations

import os

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from w2v_gui.errors import FormatError
from w2v_gui.vectors import test_sets
from w2v_gui.vectors.test_sets import (
    COMMENT,
    HEADING,
    NO_NUMBER,
    NO_QUESTION,
    AnalogiesSet,
    PairsSet,
    looks_like_test_set,
    read_analogies,
    read_pairs,
    read_test_set,
)

PAIRS = (("old", "new", 1.58), ("big", "large", 9.2), ("cat", "dog", 4.98))


def write(folder, content, name="set.txt"):
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@pytest.mark.parametrize(
    ("content", "separator", "score"),
    [
        ("old\tnew\t1.58\nbig\tlarge\t9.2\ncat\tdog\t4.98", "tab", 3),
        ("old\tnew\t1.58\r\nbig\tlarge\t9.2\r\ncat\tdog\t4.98\r\n", "tab", 3),
        ("\ufeffold\tnew\t1.58\nbig\tlarge\t9.2\ncat\tdog\t4.98\n", "tab", 3),
        ("old new 1.58 4 4 4 \nbig large 9.2 1 2 3 \ncat dog 4.98 0 4 1 \n", "space", 3),
        (" old\t new\t1.58\nbig \tlarge\t9.2\ncat\tdog\t4.98", "tab", 3),
        ("old;new;1,58\nbig;large;9,2\ncat;dog;4,98", "semicolon", 3),
        ("old new 1,58\nbig large 9,2\ncat dog 4,98", "space", 3),
        ('word1,word2,score\n"old","new",1.58\nbig,large,"9,2"\ncat,dog,4.98', "comma", 3),
        ("1\told\tnew\t1.58\n2\tbig\tlarge\t9.2\n3\tcat\tdog\t4.98", "tab", 4),
        (",Word 1,Word 2,Human (mean)\n0,old,new,1.58\n1,big,large,9.2\n2,cat,dog,4.98", "comma", 4),
        ("1.58\told\tnew\n9.2\tbig\tlarge\n4.98\tcat\tdog", "tab", 1),
        ("old\tnew\tA\t1.58\nbig\tlarge\tA\t9.2\ncat\tdog\tN\t4.98", "tab", 4),
        (
            "word1\tword2\tPOS\tSD(SimLex)\tconc(w1)\tSimLex999\tSimAssoc333\n"
            "old\tnew\tA\t0.41\t2.72\t1.58\t1\nbig\tlarge\tA\t0.6\t2\t9.2\t0\ncat\tdog\tN\t0.4\t5\t4.98\t1",
            "tab",
            6,
        ),
        ("词1\t词2\t人数\t平均分\nold\tnew\t3\t1.58\nbig\tlarge\t3\t9.2\ncat\tdog\t4\t4.98", "tab", 4),
        ("old-a new-a 1.58\nbig-a large-a 9.2\ncat-n dog-n 4.98\n", "space", 3),
    ],
)
def test_pairs_are_found_whatever_stands_around_them(tmp_path, content, separator, score):
    found = read_test_set(write(tmp_path, content))
    assert isinstance(found, PairsSet)
    assert found.pairs == PAIRS
    assert (found.layout.separator, found.layout.score) == (separator, score)


def test_utf_16_is_known_by_its_mark(tmp_path):
    assert read_pairs(write(tmp_path, "国王\t女王\t8\n东\t西\t3".encode("utf-16"))).pairs[0] == ("国王", "女王", 8.0)


def test_labels_are_no_words(tmp_path):
    lines = [f"id{i}\tw{i}\tn\tv{i}\tv\t{i % 7}" for i in range(30)]
    found = read_pairs(write(tmp_path, "id\tword1\tpos\tword2\tpos2\tmean\n" + "\n".join(lines)))
    assert found.pairs[3] == ("w3", "v3", 3.0)
    # Without names the columns with hardly any different words are passed over.
    found = read_pairs(write(tmp_path, "\n".join(line.split("\t", 1)[1] for line in lines)))
    assert found.pairs[3] == ("w3", "v3", 3.0)


def test_words_may_be_numbers(tmp_path):
    assert read_pairs(write(tmp_path, "1984\t2001\t3.5\n1\t2\t1")).pairs == (("1984", "2001", 3.5), ("1", "2", 1.0))


def test_what_is_passed_over_is_told(tmp_path):
    content = (
        "# by hand\n// and slowly\nWord 1\tWord 2\tHuman (mean)\n\na\tb\t1\na\tb\nc\td\tmany\nc\td\tnan\ne\tf\t2\n"
    )
    found = read_pairs(write(tmp_path, content + "g\th\t3\ni\tj\t4"))
    assert len(found) == 4
    assert (found.layout.words, found.layout.heading) == ((1, 2), "Human (mean)")
    assert found.layout.passed_over == (
        (1, COMMENT),
        (2, COMMENT),
        (3, HEADING),
        (6, NO_NUMBER),
        (7, NO_NUMBER),
        (8, NO_NUMBER),
    )


ANALOGIES = (("capital", (("Athens", "Greece", "Oslo", "Norway"),)), ("plural", (("cat", "cats", "dog", "dogs"),)))


@pytest.mark.parametrize(
    "content",
    [
        ": capital\nAthens Greece Oslo Norway\n: plural\ncat cats dog dogs\n",
        ":capital\r\nAthens  Greece Oslo Norway\r\n: plural \r\ncat cats dog dogs\r\n",
        "# x\n: capital\nAthens\tGreece\tOslo\tNorway\n: plural\n1\tcat\tcats\tdog\tdogs\n",
    ],
)
def test_analogies_by_section(tmp_path, content):
    found = read_test_set(write(tmp_path, content))
    assert isinstance(found, AnalogiesSet)
    assert tuple((section.name, section.questions) for section in found.sections) == ANALOGIES


@pytest.mark.parametrize(
    ("content", "passed_over"),
    [
        ("cat\tcats\tdog\tdogs\nold\tolder\tbig\tbigger", ()),
        ("word1,word2,word3,word4\ncat,cats,dog,dogs\nold,older,big,bigger", ((1, NO_QUESTION),)),
        ("cat cats dog dogs\nthree words only\nold older big bigger", ((2, NO_QUESTION),)),
    ],
)
def test_analogies_without_sections(tmp_path, content, passed_over):
    found = read_analogies(write(tmp_path, content))
    assert [section.name for section in found.sections] == [""]
    assert found.sections[0].questions == (("cat", "cats", "dog", "dogs"), ("old", "older", "big", "bigger"))
    assert found.layout.passed_over == passed_over


def test_smileys_are_words_and_no_sections(tmp_path):
    assert read_pairs(write(tmp_path, ":)\t:(\t1\n:D\t:P\t3")).pairs[0] == (":)", ":(", 1.0)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "no test set"),
        (b"the 0.1 0.2 0.3\nof 0.2 0.1 0.5\n", "no test set"),  # vectors
        (b"to be or not\nto be that is the question\nwhether it is nobler in the mind\n", "no test set"),
        (b"1,2,3,4\n5,6,7,8\n", None),
        (b"\x00\xff\xfe\x01" * 100, "UTF-8"),
        ("国王 女王 1".encode("gb18030"), "UTF-8"),
        (b"\xff\xfe\x00", "UTF-8"),
        (b'"' * 400_000 + b",b,1\n", "no test set"),
    ],
)
def test_no_test_sets(tmp_path, content, sentence):
    path = write(tmp_path, content)
    if sentence is None:
        assert len(read_analogies(path)) == 2  # numbers are words where there is nothing else
        return
    with pytest.raises(FormatError, match=sentence):
        read_test_set(path)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.sampled_from('ab1.,;: \t\n\r"#/-nN国\x00'), max_size=80))
def test_any_text_is_read_or_refused(tmp_path, text):
    path = write(tmp_path, text)
    try:
        found = read_test_set(path)
    except FormatError:
        return
    assert len(found) > 0
    assert len(found) + len(found.layout.passed_over) <= len(text.replace("\r", "\n").split("\n"))
    if isinstance(found, PairsSet):
        assert all(first and second and np.isfinite(score) for first, second, score in found.pairs)
    else:
        assert all(len(words) == 4 and all(words) for section in found.sections for words in section.questions)


def test_what_is_no_ordinary_file_is_not_read(tmp_path, monkeypatch):
    with pytest.raises(FormatError, match="cannot be read"):
        read_test_set(tmp_path)
    monkeypatch.setattr(test_sets, "MOST_BYTES", 10)
    with pytest.raises(FormatError, match="too large"):
        read_test_set(write(tmp_path, "cat cats dog dogs"))
    monkeypatch.setattr(test_sets, "MOST_BYTES", 1000)
    monkeypatch.setattr(test_sets, "MOST_LINES", 1)
    with pytest.raises(FormatError, match="too large"):
        read_test_set(write(tmp_path, "cat cats dog dogs\nold older big bigger"))
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        with pytest.raises(FormatError, match="not an ordinary file"):
            read_test_set(tmp_path / "pipe")


def test_the_other_kind_is_named(tmp_path):
    with pytest.raises(FormatError, match="no pairs"):
        read_pairs(write(tmp_path, "cat cats dog dogs"))
    with pytest.raises(FormatError, match="no analogies"):
        read_analogies(write(tmp_path, "cat dog 3"))


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("old\tnew\t1.58\nbig\tlarge\t9.2\n", True),
        (": capitals\nParis France Rome Italy\n" * 1000, True),
        ("北京 首都 9.8\n" * 5000, True),
        ("we saw the sea\nand then it rained\n", False),  # four words a line are no analogies yet
        ("king 0.1 0.2\nqueen 0.3 0.4\n", False),
        ("It was the best of times, it was the worst of times.\n", False),
        (b"\xff\xfe\x00", False),
        ("", False),
    ],
)
def test_sets_are_told_from_other_files_by_their_beginning(tmp_path, content, expected):
    assert looks_like_test_set(write(tmp_path, content)) is expected
    assert not looks_like_test_set(tmp_path)
    assert not looks_like_test_set(tmp_path / "nowhere")
