"""A handout as a web page that needs nothing but itself."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from w2v_gui.gui.formula_text import reading
from w2v_gui.gui.theme import LIGHT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from w2v_gui.gui.handout_parts import Handout, Station, Table

_LONG = 36
"""A longer sum is not aligned with the others."""

_STYLE = f"""
:root {{ color-scheme: light; }}
body {{ font: 15px/1.5 system-ui, "Noto Sans", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif;
  color: {LIGHT.text}; background: {LIGHT.card}; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }}
h1 {{ font-size: 1.5rem; margin-bottom: .3rem; }}
h2 {{ font-size: 1.05rem; display: flex; justify-content: space-between; gap: 1rem; margin: 0 0 .6rem; }}
h2 small, .figures, .muted {{ color: {LIGHT.muted}; font-weight: normal; font-size: .85rem; }}
.sentence {{ font-size: 1.1rem; }}
.context {{ color: {LIGHT.context}; }} .centre {{ color: {LIGHT.centre}; }} .text {{ color: {LIGHT.text}; }}
.sentence .context, .sentence .centre {{ font-weight: 600; }}
section {{ border: 1px solid {LIGHT.border}; border-radius: 8px; padding: .8rem 1rem; margin: 1rem 0;
  break-inside: avoid; }}
.formula {{ text-align: center; margin: .4rem 0 .8rem; }}
.formula svg {{ max-width: 100%; height: auto; }}
table {{ border-collapse: collapse; font-size: .88rem; font-variant-numeric: tabular-nums; }}
td, th {{ padding: .1rem .35rem .1rem 0; text-align: left; vertical-align: top; }}
th {{ color: {LIGHT.muted}; font-weight: normal; border-bottom: 1px solid {LIGHT.border}; padding-right: 1.2rem; }}
.numbers {{ width: 100%; }} .numbers td:nth-child(-n+2) {{ width: 1px; }} .numbers td:nth-child(5) {{ width: 100%; }}
.numbers td {{ white-space: nowrap; }} .numbers td[colspan] {{ white-space: normal; }}
.table td {{ padding-right: 1.2rem; }}
.table {{ overflow-x: auto; }}
b {{ font-weight: 600; }}
p {{ margin: .6rem 0 0; }}
@media print {{ body {{ margin: 0; max-width: none; }} }}
"""


def written(handout: Handout) -> bytes:
    """Return the page; takes a while where formulas are not typeset yet, on any thread."""
    parts = [
        "<!DOCTYPE html>",
        f'<html lang="{escape(handout.language)}">',
        f'<head><meta charset="utf-8"><title>{escape(handout.title)}</title><style>{_STYLE}</style></head>',
        f"<body><h1>{escape(handout.title)}</h1>",
        f'<p class="sentence">{" ".join(_word(token, role) for token, role in handout.sentence)}</p>',
        f'<p class="figures">{escape(handout.figures)}</p>',
        *(f"<p>{escape(note)}</p>" for note in handout.notes),
        *(part for station in handout.stations for part in _station(handout, station)),
        *(part for table in handout.tables for part in _table(table)),
        "</body></html>",
    ]
    return "\n".join(parts).encode("utf-8", errors="replace")


def _word(token: str, role: str) -> str:
    return f'<span class="{role}">{escape(token)}</span>' if role else escape(token)


def _station(handout: Handout, station: Station) -> Iterator[str]:
    yield f"<section><h2><span>{escape(station.heading)}</span> <small>{escape(station.source)}</small></h2>"
    formula = handout.formula(station.latex)
    drawing = re.sub(r"^<svg", '<svg aria-hidden="true"', formula.coloured(LIGHT).decode())
    yield f'<div class="formula" role="img" aria-label="{escape(reading(station.latex))}">{drawing}</div>'
    yield '<table class="numbers">'
    for line in station.numbers:
        if not line.middle and not line.result:
            yield f'<tr><td class="muted" colspan="5">{escape(line.left)}</td></tr>'
            continue
        result = f'<b class="{station.accent}">{escape(line.result)}</b>' if line.strong else escape(line.result)
        if len(line.middle) > _LONG:
            cells = f'<td colspan="3">{escape(line.middle)} = {result}</td>'
        elif line.middle:
            cells = f"<td>{escape(line.middle)}</td><td>=</td><td>{result}</td>"
        else:
            cells = f'<td colspan="3">{result}</td>'
        yield f"<tr><td>{escape(line.left)}</td><td>=</td>{cells}</tr>"
    yield "</table>"
    yield from (f"<p>{escape(text)}</p>" for text in station.explanation)
    yield "</section>"


def _table(table: Table) -> Iterator[str]:
    yield f'<section><h2>{escape(table.heading)}</h2><div class="table"><table>'
    yield "<tr>" + "".join(f"<th>{escape(name)}</th>" for name in table.columns) + "</tr>"
    for cells in table.rows:
        yield "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + "</tr>"
    yield "</table></div>"
    if table.remark:
        yield f'<p class="muted">{escape(table.remark)}</p>'
    yield "</section>"
