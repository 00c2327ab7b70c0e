from texts import ENGLISH, JAPANESE, MIXED, POEM, SIMPLIFIED, TRADITIONAL

from w2v_gui.corpus import segmenters
from w2v_gui.corpus.characters import BREAK
from w2v_gui.corpus.segmenters import Segmenter
from w2v_gui.corpus.tokenizers import TokenizerOptions
from w2v_gui.corpus.word_lists import parse_dictionary


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


def test_a_cut_in_endless_chinese_loses_no_correction(monkeypatch):
    monkeypatch.setattr(segmenters, "_LONGEST_RUN", 100)
    entries = parse_dictionary("北京|大学\n大学的老师\n和学生我们\n老|师\n", "")
    segmenter = Segmenter(TokenizerOptions(user_dictionary=entries))
    text = "我们喜欢北京大学的老师和学生" * 100
    for size in range(30, 60):
        pieces = list(segmenter.pieces(text[i : i + size] for i in range(0, len(text), size)))
        assert len(pieces) > 5
        assert "".join(segmenter.mark(piece) for piece in pieces) == segmenter.mark(text)
    assert segmenter.cut(text)[-3:] == ["大学的老师", "和", "学生"]


def test_the_users_words_are_kept_together():
    text = "他练成了卡拉神功和石破天惊剑"
    assert "卡拉神功" not in Segmenter(TokenizerOptions()).cut(text)
    entries = parse_dictionary("卡拉神功\n石破天惊剑 5 n\n", "")
    words = Segmenter(TokenizerOptions(user_dictionary=entries)).cut(text)
    assert words[-3:] == ["卡拉神功", "和", "石破天惊剑"]


def test_a_frequency_leaves_it_to_jieba_where_a_word_stands():
    text = "我们研究生命起源"
    seldom, often = (parse_dictionary(f"命起源 {frequency}", "") for frequency in (1, 10**9))
    assert Segmenter(TokenizerOptions(user_dictionary=seldom)).cut(text) == ["我们", "研究", "生命", "起源"]
    assert "命起源" in Segmenter(TokenizerOptions(user_dictionary=often)).cut(text)


def test_characters_can_be_the_words():
    segmenter = Segmenter(TokenizerOptions(segmenter="characters"))
    assert segmenter.cut("道可道，非常道。2 T恤") == [*"道可道，非常道", "。", "2", " ", "T", "恤"]
    for text in (SIMPLIFIED, TRADITIONAL, MIXED, JAPANESE, POEM, "我\ud800们"):
        assert segmenter.mark(text).replace(chr(BREAK), "") == text
    entries = parse_dictionary("天下 100 n\n君子", "")
    named = Segmenter(TokenizerOptions(segmenter="characters", user_dictionary=entries))
    assert named.cut("君子坦荡天下") == ["君子", "坦", "荡", "天下"]


def test_without_guesses_only_the_words_of_the_dictionary():
    text = "他练成了"
    assert Segmenter(TokenizerOptions()).cut(text) == ["他练成", "了"]
    assert Segmenter(TokenizerOptions(hmm=False)).cut(text) == ["他", "练", "成", "了"]
