"""The whole walk of one pair, to be given away: all its texts, caught at the moment it is asked for."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication

from w2v_gui.engine.config import SETTINGS
from w2v_gui.gui import handout_html, handout_pdf
from w2v_gui.gui.exporting import Export, file_name
from w2v_gui.gui.handout_parts import Handout, Station, Table
from w2v_gui.gui.language import sentence, translated
from w2v_gui.gui.text import one_line
from w2v_gui.gui.walk.figures import figure, plain, row, whole
from w2v_gui.vectors.formats.atomic import atomic_writer

if TYPE_CHECKING:
    import os
    from collections.abc import Sequence

    from w2v_gui.engine.proof import Proof
    from w2v_gui.gui.formulas import Formula
    from w2v_gui.gui.walk.stage import Stage
    from w2v_gui.session.scene import MatrixRows, Scene

_ROWS = 12
_NUMBERS = 6
"""A row of a matrix is written out up to so many numbers."""


def export_handout(
    kind: str, scene: Scene, stages: Sequence[Stage], proof: Proof | None, formulas: dict[str, Formula] | None = None
) -> Export:
    """Catch the walk through a step; ``kind`` is html or pdf. What is returned writes it down on any thread.

    Parameters
    ----------
    kind : str
    scene : Scene
        Before the step.
    stages : sequence of Stage
        Its walk.
    proof : Proof or None
        To be added, if there is one.
    formulas : dict of str to Formula, optional
        Those that are typeset already.
    """
    handout = caught(scene, stages, proof, formulas or {})
    if kind == "pdf":
        return Export(file_name(handout.title), kind, partial(handout_pdf.written, handout, QApplication.font()))
    return Export(file_name(handout.title), kind, partial(handout_html.written, handout))


def write_handout(
    path: str | os.PathLike[str],
    scene: Scene,
    stages: Sequence[Stage],
    proof: Proof | None,
    formulas: dict[str, Formula] | None = None,
) -> None:
    """Write the walk through a step to a file; its ending says whether it is PDF or HTML.

    Raises
    ------
    SaveError
        If it cannot be written; what was there before is unchanged.
    """
    kind = "pdf" if str(path).lower().endswith(".pdf") else "html"
    content = export_handout(kind, scene, stages, proof, formulas).content()
    with atomic_writer(path) as file:
        file.write(content)


def caught(scene: Scene, stages: Sequence[Stage], proof: Proof | None, formulas: dict[str, Formula]) -> Handout:
    """Return the walk as text, in the language of the moment."""
    translate, trace = QCoreApplication.translate, scene.trace
    title = translate("handout", "One step of word2vec: {centre}").format(
        centre=one_line(scene.words[trace.centre], 40)
    )
    tables = [
        _matrix("W", scene.W, len(trace.input_words), len(trace.h)),
        _matrix("W′", scene.W_out, len(trace.rows), len(trace.h)),
    ]
    if proof is not None:
        tables.append(_proof(scene, proof))
    return Handout(
        language=QLocale().bcp47Name(),
        title=title,
        sentence=_sentence(scene),
        figures=_figures(scene),
        notes=() if scene.remark is None else (sentence(scene.remark),),
        stations=tuple(_station(scene, stage, number) for number, stage in enumerate(stages, 1)),
        tables=tuple(tables),
        formulas=formulas,
    )


def _station(scene: Scene, stage: Stage, number: int) -> Station:
    numbered = stage.equation.startswith("(")
    source = QCoreApplication.translate("EquationPanel", "equation {number}").format(number=stage.equation)
    return Station(
        heading=f"{number} · {stage.title}",
        source=source if numbered else stage.equation,
        latex=stage.latex,
        numbers=tuple(stage.numbers(scene)),
        accent=stage.accent,
        explanation=tuple(stage.explanation(scene)),
    )


def _sentence(scene: Scene) -> tuple[tuple[str, str], ...]:
    place = scene.place
    # Named after the colours of input and output: skip-gram predicts the words around.
    around, middle = ("context", "centre") if scene.trace.cbow else ("centre", "context")
    roles = dict.fromkeys(place.context, around) | {place.centre: middle}
    return tuple((one_line(token, 40), roles.get(i, "")) for i, token in enumerate(place.tokens))


def _figures(scene: Scene) -> str:
    trace = scene.trace
    applied = QCoreApplication.translate("handout", "after {count} updates").format(count=whole(scene.position))
    parts = [
        _label("model", "cbow" if trace.cbow else "skipgram"),
        _label("objective", trace.objective),
        f"V = {whole(trace.size)}",
        f"N = {whole(len(trace.h))}",
        f"C = {whole(trace.C)}",
        f"η = {plain(trace.alpha)}",
        applied,
    ]
    return " · ".join(parts)


def _label(setting: str, value: str) -> str:
    return translated("settings", next(choice.label for choice in SETTINGS[setting].choices if choice.value == value))


def _matrix(name: str, rows: MatrixRows, moved: int, size: int) -> Table:
    translate = QCoreApplication.translate
    shown = [i for i in range(len(rows.ids)) if rows.moved[i]][:_ROWS]
    left_out = moved - len(shown)
    return Table(
        heading=translate("handout", "{matrix} before and after the step").format(matrix=name),
        columns=(
            translate("handout", "row"),
            translate("handout", "before"),
            translate("handout", "after"),
        ),
        rows=tuple(
            (one_line(rows.labels[i], 24), row(rows.before[i], _NUMBERS), row(rows.after[i], _NUMBERS)) for i in shown
        ),
        remark=translate("handout", "… and {count} more rows that move").format(count=whole(left_out))
        if left_out > 0
        else "",
    )


def _proof(scene: Scene, proof: Proof) -> Table:
    translate = QCoreApplication.translate
    rows = []
    for found in proof.rows[: 2 * _ROWS]:
        i = found.strongest
        inward = found.matrix == "W"
        label = one_line(scene.words[found.row] if inward else scene.output_label(found.row), 24)
        block = f"∂E/∂{'w' if inward else 'w′'} {label} [{i + 1}]"
        rows.append((block, figure(found.by_hand[i]), figure(found.numeric[i]), f"{found.error:.1e}"))
    remark = (
        translate("handout", "The gradients are right: the largest relative error is {error}.")
        if proof.holds
        else translate("handout", "The gradients disagree: the largest relative error is {error}.")
    ).format(error=f"{proof.error:.1e}")
    if proof.factor != 1:
        remark += " " + translate(
            "handout", "For W, what word2vec.c uses is {factor} times the true gradient, as it should be."
        ).format(factor=f"{proof.factor:g}")
    return Table(
        heading=translate("handout", "Proof by central differences, in double precision"),
        columns=(
            translate("handout", "largest in the row"),
            translate("handout", "by hand"),
            translate("handout", "numeric"),
            translate("handout", "relative error"),
        ),
        rows=tuple(rows),
        remark=remark,
    )
