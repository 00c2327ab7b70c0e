"""Texts without a corpus, in stretches whose tokens are known."""

from __future__ import annotations

from types import SimpleNamespace


class Text:
    """Sentences whose words are given; what stands between them is a space, or nothing in front of a sign."""

    def __init__(self, sentences):
        self._stretches, begin = [], 0
        for words in sentences:
            text, starts, ends = "", [], []
            for word in words:
                if word[:1] not in "，。,.":
                    text += " "
                    starts.append(len(text))
                    ends.append(len(text) + len(word))
                text += word
            end = begin + len(starts)
            self._stretches.append(
                SimpleNamespace(begin=begin, end=end, text=text + "\n", starts=starts, ends=ends, closes=True)
            )
            begin = end
        self.size = begin

    def at(self, position):
        return next(stretch for stretch in self._stretches if stretch.begin <= position < stretch.end)

    def after(self, stretch):
        return self.at(stretch.end) if stretch.end < self.size else None

    def before(self, stretch):
        return self.at(stretch.begin - 1) if stretch.begin else None


LONG = [[f"word{i}", "and", f"more{i}", ","] * (1 + i % 9) for i in range(200)]
