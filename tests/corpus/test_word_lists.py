import gzip

import pytest

from w2v_gui.corpus.word_lists import (
    LONGEST_WORD,
    MOST_CHARACTERS,
    DictionaryEntry,
    dictionary_text,
    parse_dictionary,
    parse_stop_words,
    read_dictionary,
    read_stop_words,
    stop_words_text,
)
from w2v_gui.errors import ConfigError, CorpusError

DICTIONARY = "潘金莲传 1000 nr\n\n卡拉神功\r\n王大锤子 n\n石破天惊剑 5\n研究|生命|起源\n# n\n"
ENTRIES = (
    DictionaryEntry(("潘金莲传",), 1000, "nr"),
    DictionaryEntry(("卡拉神功",)),
    DictionaryEntry(("王大锤子",), None, "n"),
    DictionaryEntry(("石破天惊剑",), 5),
    DictionaryEntry(("研究", "生命", "起源")),
    DictionaryEntry(("#",), None, "n"),
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_lists_are_read_in_any_encoding(tmp_path, encoding):
    path = tmp_path / "words.txt"
    path.write_bytes(DICTIONARY.encode(encoding))
    assert read_dictionary(path) == ENTRIES
    path.write_bytes(" the\n\nof \r\n的\nof\n我们".encode(encoding))
    assert read_stop_words(path) == ("the", "of", "的", "我们")


def test_lists_are_written_as_they_are_read():
    assert parse_dictionary("\ufeff" + DICTIONARY, "pasted") == ENTRIES
    assert parse_dictionary(dictionary_text(ENTRIES), "") == ENTRIES
    assert dictionary_text(ENTRIES).splitlines()[0] == "潘金莲传 1000 nr"
    words = ("the", "of course", "#", "|")
    assert parse_stop_words(stop_words_text(words), "") == words
    assert parse_dictionary("", "") == ()
    assert parse_stop_words(" \n", "") == ()


@pytest.mark.parametrize(
    "line",
    ["词 10 n 又", "词 n 10", "词 -5 n", "左|", "|右", "左||右", "|", "左|右 10", "左 | 右", "词" * 101, "词\ufdd0"],
)
def test_a_wrong_line_of_the_dictionary_is_named(tmp_path, line):
    path = tmp_path / "words.txt"
    path.write_text(f"好词 10\n\n{line}\n", encoding="utf-8")
    with pytest.raises(CorpusError, match=r"Line 3 of the dictionary “words\.txt”") as caught:
        read_dictionary(path)
    assert len(str(caught.value)) < 200


def test_a_missing_list_is_named(tmp_path):
    for read in (read_dictionary, read_stop_words):
        with pytest.raises(CorpusError, match=r"There is no file “words\.txt”"):
            read(tmp_path / "words.txt")


def test_a_text_is_no_list(tmp_path):
    with pytest.raises(CorpusError, match=r"Line 2 of “pasted” is 10,000 characters long: .* It begins: xxx"):
        parse_stop_words("the\n" + "x" * 10_000, "pasted")
    with pytest.raises(CorpusError, match="Line 1 of “pasted”"):
        parse_dictionary("x" * 10_000, "pasted")


def test_an_endless_list_is_given_up_before_it_is_read(tmp_path, monkeypatch):
    path = tmp_path / "words.txt.gz"
    path.write_bytes(gzip.compress(b"a\n" * MOST_CHARACTERS))
    read = []
    unpack = gzip.GzipFile.read
    monkeypatch.setattr(gzip.GzipFile, "read", lambda file, size: read.append(size) or unpack(file, size))
    for reader in (read_dictionary, read_stop_words):
        with pytest.raises(CorpusError, match=r"“words\.txt\.gz” is too long for a list of words"):
            reader(path)
    assert sum(read) < 3 * MOST_CHARACTERS
    with pytest.raises(CorpusError, match="“pasted” is too long"):
        parse_stop_words("a\n" * MOST_CHARACTERS, "pasted")


@pytest.mark.parametrize("parts", [(), ("",), ("左", ""), ("a b",), ("a|b",), ("词\n",), ("x" * (LONGEST_WORD + 1),)])
def test_an_entry_that_no_file_could_hold_is_refused(parts):
    with pytest.raises(ConfigError, match="cannot stand in the dictionary"):
        DictionaryEntry(parts)
    with pytest.raises(ConfigError):
        DictionaryEntry(("左", "右"), 5)
