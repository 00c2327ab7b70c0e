import gc
import gzip
import io
import os
import random
import subprocess
import sys
import threading
import tracemalloc
from collections import Counter

import numpy as np
import pytest
from texts import ENGLISH, FRENCH, SIMPLIFIED, TRADITIONAL

from w2v_gui.corpus import id_store, ingest, sources
from w2v_gui.corpus.ingest import IngestProgress, encode
from w2v_gui.corpus.sources import PastedText, StreamText, open_texts
from w2v_gui.corpus.tokenizers import TokenizerOptions
from w2v_gui.corpus.word_lists import parse_dictionary
from w2v_gui.errors import Cancelled, CorpusError


def encoded(text, **options):
    return encode([PastedText(text, "pasted")], TokenizerOptions(**options))


def sentences(corpus):
    pairs = zip(corpus.offsets[:-1], corpus.offsets[1:], strict=True)
    return [[corpus.word(i) for i in corpus.ids[start:end].tolist()] for start, end in pairs]


def random_text(tokens=30_000, seed=1):
    rng = random.Random(seed)
    words = [f"{a}{b}{c}" for a in "bdfgk" for b in "aeiou" for c in ("", "n", "r", "st")]
    weights = [1 / (i + 1) for i in range(len(words))]
    chosen = rng.choices(words, weights, k=tokens)
    return "".join(word + ("\n" if rng.random() < 0.1 else " ") for word in chosen)


@pytest.fixture
def small_blocks(monkeypatch):
    monkeypatch.setattr(sources, "BLOCK", 1000)
    monkeypatch.setattr(sources, "HEAD", 1000)


def test_a_text_becomes_ids():
    result = encoded("The cat sat.\nThe dog, the cat!\n\n")
    corpus = result.corpus
    assert sentences(corpus) == [["the", "cat", "sat"], ["the", "dog", "the", "cat"]]
    assert corpus.vocabulary.words == ("the", "cat", "sat", "dog")
    assert corpus.vocabulary.counts.tolist() == [3, 2, 1, 1]
    assert corpus.name == "pasted"
    report = result.report
    assert (report.tokens, report.sentences, report.words, report.characters) == (7, 2, 4, 32)
    assert report.language == "spaced"
    assert report.seconds > 0
    assert not corpus.ids.flags.writeable
    assert not corpus.offsets.flags.writeable
    assert (corpus.ids.dtype, corpus.offsets.dtype) == (np.int32, np.int64)


def test_counts_are_the_counters(small_blocks):
    text = random_text()
    corpus = encoded(text).corpus
    assert dict(zip(corpus.vocabulary.words, corpus.vocabulary.counts.tolist(), strict=True)) == Counter(text.split())
    assert sentences(corpus) == [line.split() for line in text.split("\n") if line.split()]
    first = {word: i for i, word in reversed(list(enumerate(text.split())))}
    assert list(corpus.vocabulary.words) == sorted(first, key=lambda word: (-text.split().count(word), first[word]))


@pytest.mark.parametrize("language", ["spaced", "chinese"])
def test_the_file_path_gives_the_same_as_memory(language, small_blocks):
    text = random_text() + SIMPLIFIED * 20
    options = TokenizerOptions(language=language)
    memory = encode([PastedText(text, "")], options).corpus
    assert not isinstance(memory.ids, np.memmap)
    for limit in (0, 1, 50_000):
        mapped = encode([PastedText(text, "")], options, memory_limit=limit).corpus
        assert isinstance(mapped.ids, np.memmap)
        np.testing.assert_array_equal(mapped.ids, memory.ids)
        np.testing.assert_array_equal(mapped.offsets, memory.offsets)
        assert mapped.vocabulary.words == memory.vocabulary.words
        assert not mapped.ids.flags.writeable


def test_the_temporary_file_has_no_name_and_goes_with_the_corpus(tmp_path, monkeypatch):
    monkeypatch.setattr("platformdirs.user_cache_dir", lambda *_: str(tmp_path / "cache"))
    corpus = encode([PastedText(random_text(), "")], memory_limit=0).corpus
    assert isinstance(corpus.ids, np.memmap)
    some = corpus.ids[1000:2000]
    if os.name == "posix":
        assert list((tmp_path / "cache").iterdir()) == []
    del corpus
    gc.collect()
    assert some.max() > 0
    del some
    gc.collect()
    assert list((tmp_path / "cache").iterdir()) == []


def test_a_full_disk_is_a_sentence(monkeypatch):
    class Full(io.BytesIO):
        def write(self, _):
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(id_store, "temporary_file", Full)
    with pytest.raises(CorpusError, match="No space left on device"):
        encode([PastedText(random_text(), "")], memory_limit=0)


def test_ids_go_beyond_one_step_of_ranking(monkeypatch):
    text = "one two " * 1_100_000
    corpus = encode([PastedText(text, "")], memory_limit=0).corpus
    assert len(corpus) == 2_200_000
    assert corpus.ids[::2].max() == 0
    assert corpus.ids[1::2].min() == 1


def test_chinese_is_segmented():
    result = encoded("我们喜欢北京大学。\n卡拉OK和T恤，iPhone手机！\n", digits=True)
    assert result.report.language == "chinese"
    assert sentences(result.corpus) == [
        ["我们", "喜欢", "北京大学"],
        ["卡拉", "ok", "和", "t恤", "iphone", "手机"],
    ]


def test_mixed_text_keeps_its_spaced_words_whole():
    result = encoded("He didn't say “naïve café”.\n他说北京大学很好，don't worry。\n", language="mixed")
    assert sentences(result.corpus) == [
        ["he", "didn't", "say", "naïve", "café"],
        ["他", "说", "北京大学", "很", "好", "don't", "worry"],
    ]


def test_the_same_words_come_out_of_any_blocks(monkeypatch, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text((SIMPLIFIED + TRADITIONAL + ENGLISH + FRENCH) * 5, encoding="utf-8")
    for language in ("spaced", "chinese", "segmented"):
        options = TokenizerOptions(language=language, punctuation=True, digits=True)
        whole = encode(open_texts([path]), options).corpus
        for block in (1, 17, 1000):
            monkeypatch.setattr(sources, "BLOCK", block)
            monkeypatch.setattr(sources, "HEAD", 100)
            parts = encode(open_texts([path]), options).corpus
            np.testing.assert_array_equal(parts.ids, whole.ids)
            np.testing.assert_array_equal(parts.offsets, whole.offsets)
            assert parts.vocabulary.words == whole.vocabulary.words
        monkeypatch.undo()


def test_segmented_text_is_left_as_it_is_unless_the_user_says_otherwise():
    text = "我们 喜欢 北京 大学 ， <b> 大家 </b> 都 喜欢 。\n"
    result = encoded(text)
    assert result.report.language == "segmented"
    assert sentences(result.corpus) == [["我们", "喜欢", "北京", "大学", "<b>", "大家", "</b>", "都", "喜欢"]]
    assert encoded(text, language="chinese").report.language == "chinese"


def test_a_segmented_text_given_as_one_run_is_the_segmenters():
    result = encoded("<img src=x> 我们 喜欢 <img src=x>", language="segmented")
    assert "<img" in result.corpus.vocabulary
    assert "src=x>" in result.corpus.vocabulary


@pytest.mark.parametrize(("listed", "left"), [(("a", "king", "the"), 0), (("a", "the"), 1)])
def test_stop_words_that_leave_nothing_to_learn_are_named_as_the_reason(listed, left):
    with pytest.raises(CorpusError, match=f"Without the stop words, {left} different words of “pasted” are left"):
        encoded("The king, a king.", stop_words=listed)


def test_stop_words_have_their_places_but_are_not_in_the_vocabulary():
    listed = ("never", "The", "的", "和", "it’s", "of course")
    result = encoded("The course of it's time.\nthe\nOf The time", stop_words=listed)
    corpus = result.corpus
    assert sentences(corpus) == [["the", "course", "of", "it's", "time"], ["the"], ["of", "the", "time"]]
    assert set(corpus.vocabulary.words) == {"course", "of", "time"}
    assert corpus.stop_words == ("the", "it's")
    assert corpus.ids.tolist() == [3, 2, 0, 4, 1, 3, 0, 3, 1]
    assert (result.report.tokens, result.report.stopped, result.report.words, len(corpus)) == (5, 4, 3, 9)
    chinese = encoded("老师和学生的书。老师的笔。", stop_words=listed)
    assert sentences(chinese.corpus) == [["老师", "和", "学生", "的", "书", "老师", "的", "笔"]]
    assert chinese.corpus.stop_words == ("的", "和")


def test_the_users_dictionary_and_the_segmenter_are_obeyed():
    text = "我们研究生命起源。研究生命！"
    corpus = encoded(text, user_dictionary=parse_dictionary("研究生命\n生命|起源\n起|源", "")).corpus
    assert sentences(corpus) == [["我们", "研究生命", "起", "源", "研究生命"]]
    corpus = encoded(text, segmenter="characters", user_dictionary=parse_dictionary("生命", "")).corpus
    assert sentences(corpus) == [["我", "们", "研", "究", "生命", "起", "源", "研", "究", "生命"]]


def test_several_sources_never_share_a_sentence(tmp_path):
    (tmp_path / "a.txt").write_text("one two")
    (tmp_path / "b.txt").write_bytes("trois été".encode("latin-1"))
    (tmp_path / "c.txt").write_bytes(b"")
    result = encode(open_texts([tmp_path]))
    assert sentences(result.corpus) == [["one", "two"], ["trois", "été"]]
    assert [file.decoding.method for file in result.report.files] == ["utf-8", "guess", "utf-8"]
    assert [file.bytes for file in result.report.files] == [7, 9, 0]
    assert result.corpus.name == f"{tmp_path.name}/a.txt + 2"


@pytest.mark.parametrize("language", ["auto", "spaced"])
def test_encodings_can_be_chosen_by_hand(tmp_path, language):
    for name, encoding in (("a.txt", "cp1252"), ("b.txt", "cp1250"), ("c.txt", "utf-8")):
        (tmp_path / name).write_bytes("ä ß ü é\n".encode(encoding))
    chosen = {f"{tmp_path.name}/{name}": encoding for name, encoding in (("a.txt", "cp1252"), ("c.txt", "utf-8"))}
    options = TokenizerOptions(language=language)
    result = encode(open_texts([tmp_path]), options, encoding="cp1250", encodings={**chosen, "other": "cp037"})
    assert sentences(result.corpus) == [["ä", "ß", "ü", "é"]] * 3
    decodings = [file.decoding for file in result.report.files]
    assert [decoding.encoding for decoding in decodings] == ["cp1252", "cp1250", "utf-8"]
    assert {decoding.method for decoding in decodings} == {"chosen"}


def test_the_report_counts_replaced_bytes(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes("中文 text 中文".encode()[:-1])
    assert encode(open_texts([path])).report.replaced == 2


def test_standard_input_is_read_once():
    stream = io.BytesIO((ENGLISH * 5000).encode())
    result = encode([StreamText(stream, "standard input")])
    assert result.report.tokens == 5000 * encoded(ENGLISH).report.tokens
    assert result.report.files[0].bytes == 5000 * len(ENGLISH)


def test_progress_ends_at_the_end(tmp_path, small_blocks, monkeypatch):
    monkeypatch.setattr(ingest, "_PROGRESS_SECONDS", 0.0)
    path = tmp_path / "a.txt.gz"
    path.write_bytes(gzip.compress(random_text().encode(), mtime=0))
    seen: list[IngestProgress] = []
    result = encode(open_texts([path]), progress=seen.append)
    size = path.stat().st_size
    assert len(seen) > 10
    assert [p.bytes_done for p in seen] == sorted(p.bytes_done for p in seen)
    assert [p.tokens for p in seen] == sorted(p.tokens for p in seen)
    assert seen[-1] == IngestProgress(size, size, result.report.tokens)


def test_progress_is_told_seldom(tmp_path, small_blocks):
    seen: list[IngestProgress] = []
    result = encode([PastedText(random_text(), "")], progress=seen.append)
    assert len(seen) <= 2 + result.report.seconds / 0.05


@pytest.mark.parametrize("language", ["spaced", "chinese"])
@pytest.mark.parametrize("limit", [0, 1 << 30])
def test_cancelling_stops_at_once_and_leaves_nothing(language, limit, small_blocks, tmp_path, monkeypatch):
    monkeypatch.setattr("platformdirs.user_cache_dir", lambda *_: str(tmp_path / "cache"))
    path = tmp_path / "a.txt"
    path.write_text(random_text() + SIMPLIFIED * 200, encoding="utf-8")
    asked = []

    def cancelled():
        asked.append(None)
        return len(asked) == 5

    threads = set(threading.enumerate())
    with pytest.raises(Cancelled):
        encode(open_texts([path]), TokenizerOptions(language=language), cancelled=cancelled, memory_limit=limit)
    assert len(asked) == 5
    assert set(threading.enumerate()) == threads
    assert not (tmp_path / "cache").exists() or list((tmp_path / "cache").iterdir()) == []


def test_an_error_in_the_middle_is_the_callers(tmp_path, small_blocks):
    good, bad = tmp_path / "a.txt", tmp_path / "b.gz"
    good.write_text(random_text())
    bad.write_bytes(gzip.compress(os.urandom(5000).hex().encode())[:-500])
    with pytest.raises(CorpusError, match=r"“b\.gz” is damaged"):
        encode(open_texts([good, bad]), TokenizerOptions(language="spaced"))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "“pasted” is empty"),
        (" \n 123 !", "There are no words in “pasted”"),
        ("\x00\x00\ud800", "There are no words in “pasted”"),
        ("again and Again".replace("and", "again"), "The only word in “pasted” is “again”"),
    ],
)
def test_too_little_text(text, message):
    with pytest.raises(CorpusError, match=message):
        encoded(text)


def test_an_empty_file_is_named(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"")
    with pytest.raises(CorpusError, match=r"“a\.txt” is empty"):
        encode(open_texts([tmp_path / "a.txt"]))


def test_no_source_at_all():
    with pytest.raises(CorpusError, match="No text has been chosen"):
        encode([])


@pytest.mark.parametrize("language", ["auto", "spaced", "chinese", "segmented", "mixed"])
def test_nul_and_surrogates_do_no_harm(language):
    result = encoded("one\x00two \ud83d three\udc00 我们\ud800北京\x00\n" * 3, language=language)
    for word in result.corpus.vocabulary.words:
        assert "\x00" not in word
        word.encode()


def test_lower_case_is_an_option():
    assert sentences(encoded("The the", lower_case=False).corpus) == [["The", "the"]]


def test_ten_megabytes_of_chinese_on_one_line():
    text = "我们喜欢北京大学的老师和学生" * 250_000
    assert len(text.encode()) > 10_000_000
    corpus = encoded(text).corpus
    assert corpus.sentences == 1
    assert set(corpus.vocabulary.words) == {"我们", "喜欢", "北京大学", "的", "老师", "和", "学生"}
    assert set(corpus.vocabulary.counts.tolist()) == {250_000}


def test_nothing_heavy_is_imported_before_it_is_needed():
    code = (
        "import sys, w2v_gui.corpus.ingest;"
        "print([name for name in ('numba', 'rjieba', 'charset_normalizer') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_memory_stays_bounded(tmp_path, monkeypatch):
    """A text whose ids take 16 MB, read with a limit of one, takes hardly more than the blocks on their way."""
    path = tmp_path / "a.txt"
    path.write_text(random_text(500_000) * 8, encoding="utf-8")
    monkeypatch.setattr(sources, "BLOCK", 1 << 15)
    monkeypatch.setattr(sources, "HEAD", 1 << 15)

    def peak(limit):
        tracemalloc.start()
        try:
            corpus = encode(open_texts([path]), memory_limit=limit).corpus
            assert len(corpus) == 4_000_000
            return tracemalloc.get_traced_memory()[1] / len(corpus)
        finally:
            tracemalloc.stop()

    mapped, memory = peak(1 << 20), peak(1 << 30)
    offsets = 0.1 * 8 * 2  # a tenth of the tokens ends a sentence; they are joined from pieces
    assert mapped < offsets + 3.5
    assert memory - mapped > 3, "the measure measures something"
