"""What is said about a prediction: how it came about, and which words it does without."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from w2v_gui.engine.prediction import OUTSIDE, UNKNOWN
from w2v_gui.gui.predict.table import value_text
from w2v_gui.gui.text import number, one_line, paragraph
from w2v_gui.gui.widgets.parts_label import SEPARATOR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from w2v_gui.engine.prediction import Prediction, Predictor
    from w2v_gui.gui.predict.predicted import Unknown

_NAMED = 3
"""So many words are named: more would take the room from what was found."""


def explanation(predictor: Predictor, prediction: Prediction | None) -> str:
    """Return how the model comes to its answer, and what its figures are; with the sum of probabilities."""
    sentences = [_way(predictor), _figures(predictor)]
    if prediction is not None and prediction.used and prediction.kind == "probability":
        total = f"{prediction.total:.6g}"
        text = QCoreApplication.translate("predict", "The sum over all {words} words is {total} here.")
        sentences.append(text.format(words=number(len(predictor.vocabulary)), total=total))
    return "\n".join(sentences)


def _way(predictor: Predictor) -> str:
    translate = QCoreApplication.translate
    if predictor.config.model == "cbow":
        return translate(
            "predict",
            "CBOW: h is the mean of the rows of W of all words of the context that the window reaches, as in training.",
        )
    return translate(
        "predict",
        "Skip-gram was trained to predict from one word at a time. So each word of the context that the window "
        "reaches takes the part of the centre and predicts the gap for itself, P(w | c); what is shown is the mean of "
        "their predictions.",
    )


def _figures(predictor: Predictor) -> str:
    translate = QCoreApplication.translate
    objective = predictor.config.objective
    if objective == "softmax":
        return translate("predict", "The figures are probabilities: the softmax over all words.")
    if objective == "hierarchical_softmax":
        return translate(
            "predict",
            "The figures are the true probabilities of the leaves: for each word the product of the decisions on its "
            "way through the tree.",
        )
    return translate(
        "predict",
        "The figures are scores, not probabilities: they answer another question. For each word by itself, σ(u) says "
        "how sure the model is that it comes from the text and is none of the {negative} noise words. No word takes "
        "anything from another: many may score high at once, and a rare word as high as a frequent one.",
    ).format(negative=number(predictor.config.negative))


def used_sentence(prediction: Prediction) -> str:
    """Return how many words of the context were used, and how many were not, and why."""
    translate = QCoreApplication.translate
    states = (*prediction.left, *prediction.right)
    if prediction.used == 1:
        parts = [translate("predict", "1 word used")]
    else:
        parts = [translate("predict", "{count} words used").format(count=number(prediction.used))]
    outside, unknown = states.count(OUTSIDE), states.count(UNKNOWN)
    if outside:
        parts.append(translate("predict", "{count} beyond the window").format(count=number(outside)))
    if unknown:
        parts.append(translate("predict", "{count} unknown").format(count=number(unknown)))
    return SEPARATOR.join(parts)


def unknown_sentence(unknown: Sequence[Unknown], min_count: int) -> str:
    """Return which words of the line are left out, and why."""
    translate = QCoreApplication.translate
    reasons = {_reason(each): [other.word for other in unknown if _reason(other) == _reason(each)] for each in unknown}
    texts = {
        "absent": translate("predict", "Not known and left out: {words}."),
        "rare": translate("predict", "Rarer than min. count {least} and left out: {words}."),
        "stop": translate("predict", "Stop words, left out: {words}."),
    }
    comma = translate("spellings", ", ", "between words in a list")
    sentences = []
    for reason, words in reasons.items():
        named = comma.join(one_line(word, 30) for word in words[:_NAMED]) + ("…" if len(words) > _NAMED else "")
        sentences.append(texts[reason].format(words=named, least=number(min_count)))
    return paragraph(sentences)


def _reason(unknown: Unknown) -> str:
    if unknown.stop:
        return "stop"
    return "absent" if unknown.count is None else "rare"


def rank_sentence(prediction: Prediction, predictor: Predictor, word: str) -> str:
    """Return where among all words the one stands that was hidden."""
    translate = QCoreApplication.translate
    row = predictor.vocabulary.find(word)
    if row is None or not prediction.used:
        return one_line(word, 40)
    return translate("predict", "{word}: place {rank} of {words}, {value}").format(
        word=one_line(word, 40),
        rank=number(prediction.rank(row)),
        words=number(len(predictor.vocabulary)),
        value=value_text(float(prediction.values[row]), scores=prediction.kind == "score"),
    )
