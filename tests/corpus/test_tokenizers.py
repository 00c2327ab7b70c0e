import pytest
from texts import ENGLISH, FRENCH, JAPANESE, RUSSIAN, SIMPLIFIED, TRADITIONAL

from w2v_gui.corpus import tokenizers
from w2v_gui.corpus.characters import BREAK
from w2v_gui.corpus.tokenizers import (
    LANGUAGES,
    Segmenter,
    TokenizerOptions,
    chosen,
    decide,
    read_dictionary,
    read_stop_words,
)
from w2v_gui.errors import ConfigError, CorpusError

SEGMENTED = "这个 词 的 意思 ， 要 看 它 常 和 哪些 词 在 一起 。\n我们 让 机器 读 很多 很多 的 书 ！\n"
POEM = "床前明月光 疑是地上霜\n舉頭望明月 低頭思故鄉\n"
MIXED = ENGLISH + SIMPLIFIED + "我买了一件T恤和一台iPhone手机，don't worry。\n"


@pytest.mark.parametrize(
    ("text", "language", "why"),
    [
        (ENGLISH, "spaced", "spaces"),
        (FRENCH, "spaced", "spaces"),
        (RUSSIAN, "spaced", "spaces"),
        (ENGLISH * 20 + "北京 (Beijing)", "spaced", "hardly any Chinese"),
        ("12 34 -- !", "spaced", "spaces"),
        ("", "spaced", "spaces"),
        (SIMPLIFIED, "chinese", "100 %"),
        (TRADITIONAL, "chinese", "100 %"),
        (POEM, "chinese", "rjieba"),
        ("第1章 天地玄黄 abc\n宇宙洪荒日月盈昃\n", "chinese", "rjieba"),
        (MIXED, "mixed", "spaced"),
        (SEGMENTED, "segmented", "1.4 characters"),
        ("我 爱 学习 没有 什么 能够 阻挡 我 的 脚步", "segmented", "left"),
        ("世 界 人 权 宣 言， 联 合 国《 宣 言》。\n" * 5, "chinese", "characters will be the words"),
        ("The word 爱 means love, 书 is a book, and 国王 is a king.\n" * 3, "mixed", "% of it is Chinese"),
        (JAPANESE, "mixed", "Japanese"),
        ("この 言葉 の 意味 は 、 言葉 を 見れ ば 分かり ます 。\n", "segmented", "left as it is"),
        ("これはひらがなだけのぶんしょうです" * 5, "spaced", "cannot be segmented"),
        ("ภาษาไทยไม่มีช่องว่างระหว่างคำ" * 5, "spaced", "cannot be segmented"),
    ],
)
def test_the_language_is_decided_and_explained(text, language, why):
    decision = decide(text)
    assert decision.language == language
    assert why in str(decision)
    assert decision.template.format(**decision.values) == str(decision)


def test_what_the_user_has_chosen_says_so():
    assert chosen("chinese").language == "chinese"
    assert "you" in str(chosen("chinese"))


def test_only_known_languages_and_lines():
    for language in LANGUAGES:
        TokenizerOptions(language=language)
    with pytest.raises(ConfigError, match=r"language is one of .*klingon"):
        TokenizerOptions(language="klingon")
    with pytest.raises(ConfigError, match="lines is one of auto, sentence, paragraph"):
        TokenizerOptions(lines="verse")


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
    monkeypatch.setattr(tokenizers, "_LONGEST_RUN", 200)
    segmenter = Segmenter(TokenizerOptions())
    text = "我们喜欢北京大学的老师和学生" * 100
    pieces = list(segmenter.pieces(text[i : i + 37] for i in range(0, len(text), 37)))
    assert len(pieces) > 5
    assert "".join(pieces) == text
    assert "".join(segmenter.mark(piece) for piece in pieces) == segmenter.mark(text)


def test_the_users_words_are_kept_together(tmp_path):
    path = tmp_path / "words.txt"
    path.write_text("潘金莲传 1000 nr\n\n卡拉神功\n王大锤子 n\n石破天惊剑 5\n")
    assert read_dictionary(path) == [
        ("潘金莲传", 1000, "nr"),
        ("卡拉神功", None, None),
        ("王大锤子", None, "n"),
        ("石破天惊剑", 5, None),
    ]
    text = "他练成了卡拉神功和石破天惊剑"
    assert "卡拉神功" not in Segmenter(TokenizerOptions()).cut(text)
    words = Segmenter(TokenizerOptions(user_dictionary=path)).cut(text)
    assert "卡拉神功" in words


@pytest.mark.parametrize("line", ["词 10 n 又", "词 n 10", "词 -5 n"])
def test_a_wrong_line_of_the_dictionary_is_named(tmp_path, line):
    path = tmp_path / "words.txt"
    path.write_text(f"好词 10\n\n{line}\n")
    with pytest.raises(CorpusError, match=r"Line 3 of the dictionary “words\.txt”"):
        Segmenter(TokenizerOptions(user_dictionary=path))


def test_a_missing_dictionary_is_named(tmp_path):
    with pytest.raises(CorpusError, match=r"There is no file “words\.txt”"):
        Segmenter(TokenizerOptions(user_dictionary=tmp_path / "words.txt"))


def test_stop_words_are_lines(tmp_path):
    path = tmp_path / "stop.txt"
    path.write_bytes(" the\n\nof \r\n的\n".encode("gb18030"))
    assert read_stop_words(path) == ["the", "of", "的"]
