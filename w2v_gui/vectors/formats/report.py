"""What is told of a file of vectors that has been opened, in the same words wherever it is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from w2v_gui.errors import QT_TRANSLATE_NOOP, fill_in, written_size

if TYPE_CHECKING:
    from w2v_gui.vectors.formats.opened import ReadReport


class Line(NamedTuple):
    """One thing that is told.

    Attributes
    ----------
    label : str
        What it is about; to be translated in the context ``report``.
    template : str
        A value or a sentence with named fields; likewise.
    values : dict
        The fields' values.
    is_remark : bool
        Whether something was not as it should be, or was left out.
    """

    label: str
    template: str
    values: dict[str, object]
    is_remark: bool = False

    @property
    def text(self) -> str:
        """The value or sentence in English."""
        return fill_in(self.template, self.values)


def lines(report: ReadReport) -> list[Line]:
    """Return all there is to tell of a file: what it is, and then what was not taken as it stood."""
    return [*_facts(report), *_remarks(report)]


def _facts(report: ReadReport) -> list[Line]:
    packed = QT_TRANSLATE_NOOP("report", "{format}, packed by gzip")
    mapped = QT_TRANSLATE_NOOP("report", "mapped from disk")
    in_memory = QT_TRANSLATE_NOOP("report", "in memory")
    return [
        Line(QT_TRANSLATE_NOOP("report", "Format"), packed if report.packed else "{format}", {"format": report.format}),
        Line(QT_TRANSLATE_NOOP("report", "File size"), "{size}", {"size": written_size(report.size)}),
        Line(QT_TRANSLATE_NOOP("report", "Words"), "{rows}", {"rows": report.rows}),
        Line(QT_TRANSLATE_NOOP("report", "Dimensions"), "{dimensions}", {"dimensions": report.dimensions}),
        Line(QT_TRANSLATE_NOOP("report", "Numbers"), mapped if report.mapped else in_memory, {}),
    ]


def _remarks(report: ReadReport) -> list[Line]:
    return [
        Line(label, one if count == 1 else many, {"count": count, **values}, is_remark=True)
        for label, one, many, count, values in _remarkable(report)
        if count
    ]


def _remarkable(report: ReadReport) -> list[tuple[str, str, str, int, dict[str, object]]]:
    """Return, for all that could be remarked on, its label, the sentences for one and for several, and how many."""
    read = report.rows + report.duplicates if report.partial else 0
    unread = QT_TRANSLATE_NOOP("report", "{size} follow the last row that the first line promises.")
    unfinished = QT_TRANSLATE_NOOP("report", "It has no end, so that its last number may have lost digits.")
    return [
        (
            QT_TRANSLATE_NOOP("report", "Part"),
            QT_TRANSLATE_NOOP("report", "Only the first of {available} rows was read, as was asked."),
            QT_TRANSLATE_NOOP("report", "Only the first {count} of {available} rows were read, as was asked."),
            read if report.available is not None else 0,
            {"available": report.available},
        ),
        (
            QT_TRANSLATE_NOOP("report", "Part"),
            QT_TRANSLATE_NOOP("report", "Only the first row was read, as was asked; there are more."),
            QT_TRANSLATE_NOOP("report", "Only the first {count} rows were read, as was asked; there are more."),
            read if report.available is None else 0,
            {},
        ),
        (
            QT_TRANSLATE_NOOP("report", "Repaired words"),
            QT_TRANSLATE_NOOP("report", "{count} holds bytes that are not UTF-8; “�” stands in their place."),
            QT_TRANSLATE_NOOP("report", "{count} hold bytes that are not UTF-8; “�” stands in their place."),
            report.repaired,
            {},
        ),
        (
            QT_TRANSLATE_NOOP("report", "Duplicates"),
            QT_TRANSLATE_NOOP("report", "{count} row was left out, because its word stands further up already."),
            QT_TRANSLATE_NOOP("report", "{count} rows were left out, because their words stand further up already."),
            report.duplicates,
            {},
        ),
        (
            QT_TRANSLATE_NOOP("report", "Rows of zeros"),
            QT_TRANSLATE_NOOP("report", "{count} has no direction and is never listed as a neighbour."),
            QT_TRANSLATE_NOOP("report", "{count} have no direction and are never listed as neighbours."),
            report.zero,
            {},
        ),
        (
            QT_TRANSLATE_NOOP("report", "Rows not finite"),
            QT_TRANSLATE_NOOP(
                "report", "{count} holds NaN or infinity, has no direction and is never listed as a neighbour."
            ),
            QT_TRANSLATE_NOOP(
                "report", "{count} hold NaN or infinity, have no direction and are never listed as neighbours."
            ),
            report.not_finite,
            {},
        ),
        (
            QT_TRANSLATE_NOOP("report", "Left unread"),
            unread,
            unread,
            report.unread,
            {"size": written_size(report.unread)},
        ),
        (QT_TRANSLATE_NOOP("report", "Last line"), unfinished, unfinished, int(report.unfinished), {}),
    ]
