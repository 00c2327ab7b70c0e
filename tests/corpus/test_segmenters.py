from texts import ENGLISH, JAPANESE, MIXED, POEM, SIMPLIFIED, TRADITIONAL

from w2v_gui.corpus import segmenters
from w2v_gui.corpus.characters import BREAK
from w2v_gui.corpus.segmenters import Segmenter
from w2v_gui.corpus.tokenizers import TokenizerOptions


def test_the_segmenter_marks_words_and_loses_nothing():
    segmenter = Segmenter(TokenizerOptions())
    for text in (SIMPLIFIED, TRADITIONAL, MIXED, JAPANESE, POEM, "。" * 9000 + "我" * 20_000 + "好。吗"):
        assert segmenter.mark(text).replace(chr(BREAK), "") == text
    assert segmenter.mark("我们喜欢北京大学。").split(chr(BREAK)) == ["我们", "喜欢", "北京大学", "。", ""]
    assert segmenter.mark(ENGLISH) == ENGLISH


def test_the_segmenter_bears_surrogates_and_its_own_mark():
    segmenter = Segmenter(TokenizerOptions())
    marked = segmenter.mark(f"我们\ud800喜欢{chr(BREAK)}北京\x00")
    assert marked.replace(chr(BREAK), "") == "我们 喜欢 北京\x00"


def words(marked):
    return marked.replace(chr(BREAK), " ").split()


def test_pieces_end_where_no_word_can_be_torn():
    segmenter = Segmenter(TokenizerOptions())
    text = SIMPLIFIED * 3
    whole = segmenter.mark(text)
    for size in (1, 2, 5, 40):
        pieces = list(segmenter.pieces(text[i : i + size] for i in range(0, len(text), size)))
        assert "".join(pieces) == text
        assert words("".join(segmenter.mark(piece) for piece in pieces)) == words(whole)


def test_endless_chinese_without_punctuation_is_cut_between_words(monkeypatch):
    monkeypatch.setattr(segmenters, "_LONGEST_RUN", 200)
    segmenter = Segmenter(TokenizerOptions())
    text = "我们喜欢北京大学的老师和学生" * 100
    pieces = list(segmenter.pieces(text[i : i + 37] for i in range(0, len(text), 37)))
    assert len(pieces) > 5
    assert "".join(pieces) == text
    assert "".join(segmenter.mark(piece) for piece in pieces) == segmenter.mark(text)
