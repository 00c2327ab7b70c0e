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
    remarks: list[tuple[object, str, str, dict[str, object]]] = [
        (
            report.partial and report.available is not None,
            QT_TRANSLATE_NOOP("report", "Part"),
            QT_TRANSLATE_NOOP("report", "Only the first rows of {available} were read, as was asked."),
            {"available": report.available},
        ),
        (
            report.partial and report.available is None,
            QT_TRANSLATE_NOOP("report", "Part"),
            QT_TRANSLATE_NOOP("report", "Only the first rows were read, as was asked; there are more."),
            {},
        ),
        (
            report.repaired,
            QT_TRANSLATE_NOOP("report", "Repaired words"),
            QT_TRANSLATE_NOOP("report", "{count}: they hold bytes that are not UTF-8, and “�” stands in their place."),
            {"count": report.repaired},
        ),
        (
            report.duplicates,
            QT_TRANSLATE_NOOP("report", "Duplicates"),
            QT_TRANSLATE_NOOP("report", "{count} rows were left out: their word stands further up already."),
            {"count": report.duplicates},
        ),
        (
            report.zero,
            QT_TRANSLATE_NOOP("report", "Rows of zeros"),
            QT_TRANSLATE_NOOP("report", "{count}: they have no direction and are never listed as neighbours."),
            {"count": report.zero},
        ),
        (
            report.not_finite,
            QT_TRANSLATE_NOOP("report", "Rows not finite"),
            QT_TRANSLATE_NOOP(
                "report", "{count} hold NaN or infinity: they have no direction and are never listed as neighbours."
            ),
            {"count": report.not_finite},
        ),
        (
            report.unread,
            QT_TRANSLATE_NOOP("report", "Left unread"),
            QT_TRANSLATE_NOOP("report", "{size} follow the last row that the first line promises."),
            {"size": written_size(report.unread)},
        ),
        (
            report.unfinished,
            QT_TRANSLATE_NOOP("report", "Last line"),
            QT_TRANSLATE_NOOP("report", "It has no end: its last number may have lost digits."),
            {},
        ),
    ]
    return [Line(label, template, values, is_remark=True) for told, label, template, values in remarks if told]
