import pytest
from texts import ENGLISH, FRENCH, JAPANESE, MIXED, POEM, RUSSIAN, SIMPLIFIED, TRADITIONAL

from w2v_gui.corpus.tokenizers import LANGUAGES, OPTIONS, TokenizerOptions, chosen, decide
from w2v_gui.corpus.word_lists import DictionaryEntry
from w2v_gui.errors import ConfigError

SEGMENTED = "这个 词 的 意思 ， 要 看 它 常 和 哪些 词 在 一起 。\n我们 让 机器 读 很多 很多 的 书 ！\n"


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
        (POEM, "chinese", "goes through the segmenter"),
        ("第1章 天地玄黄 abc\n宇宙洪荒日月盈昃\n", "chinese", "goes through the segmenter"),
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
    with pytest.raises(ConfigError, match="segmenter is one of jieba, characters"):
        TokenizerOptions(segmenter="abacus")


def test_options_are_values_that_can_be_compared():
    options = TokenizerOptions(stop_words=["the"], user_dictionary=[DictionaryEntry(("卡拉", "神功"))])
    assert options == TokenizerOptions(stop_words=("the",), user_dictionary=(DictionaryEntry(("卡拉", "神功")),))
    assert len({options, TokenizerOptions(), TokenizerOptions(hmm=False)}) == 3
    for name, setting in OPTIONS.items():
        assert setting.label
        assert setting.help
        assert getattr(TokenizerOptions(), name) == setting.default


def test_what_the_segmenter_does_not_see_does_not_matter():
    def that_matter(language, segmenter):
        return {name for name, setting in OPTIONS.items() if setting.applies(language, segmenter)}

    assert set(OPTIONS) - that_matter("spaced", "jieba") == {"segmenter", "hmm", "user_dictionary"}
    for language in ("auto", "chinese", "mixed"):
        assert that_matter(language, "jieba") == set(OPTIONS)
        assert set(OPTIONS) - that_matter(language, "characters") == {"hmm"}
