"""Tables, bars, spreads and grids in HTML: real tables with a caption and named columns."""

from __future__ import annotations

from typing import assert_never

from plan.blocks import Bars, Cell, Gap, Grid, Group, Row, Spread, Table
from plan.printers.html_text import line, text


def tabular(block: Table | Bars | Spread | Grid) -> str:
    match block:
        case Table():
            inside = _table(block)
        case Bars():
            inside = _bars(block)
        case Spread():
            inside = _spread(block)
        case Grid():
            inside = _grid(block)
        case _:
            assert_never(block)
    name = line(block.caption)
    return (
        f'<div class="scroll" role="region" tabindex="0" aria-label="{name}"><table>'
        f"<caption>{line(block.caption)}</caption>{inside}</table></div>\n"
    )


def _head(names: tuple[str, ...]) -> str:
    cells = "".join(f'<th scope="col">{line(name)}</th>' for name in names)
    return f"<thead><tr>{cells}</tr></thead>"


def _table(block: Table) -> str:
    total = sum(block.widths)
    columns = "".join(f'<col style="width:{100 * w / total:.1f}%">' for w in block.widths)
    rows = "".join(_row(row, len(block.head)) for row in block.rows)
    return f"<colgroup>{columns}</colgroup>{_head(block.head)}<tbody>{rows}</tbody>"


def _row(row: Row, columns: int) -> str:
    if isinstance(row, Group):
        return f'<tr><th class="group" colspan="{columns}">{line(row.text)}</th></tr>\n'
    return f"<tr>{''.join(_cell(cell) for cell in row)}</tr>\n"


def _cell(cell: Cell) -> str:
    if isinstance(cell, Gap):
        return f'<td><span class="gap">{text(cell.text)}</span></td>'
    return f"<td>{text(cell)}</td>"


def _bars(block: Bars) -> str:
    most = max((value for _, value in block.rows), default=0) or 1
    rows = "".join(
        f'<tr><th scope="row">{line(label)}</th><td class="picture" aria-hidden="true">'
        f'<span class="bar" style="width:{100 * max(value, 0) / most:.1f}%"></span></td>'
        f"<td>{line(block.figure(value))}</td></tr>\n"
        for label, value in block.rows
    )
    return f"<tbody>{rows}</tbody>"


def _spread(block: Spread) -> str:
    rows = "".join(
        f'<tr><th scope="row">{line(found.label)}</th>'
        f'<td class="picture" aria-hidden="true"><span class="track">'
        f'<span class="range" style="left:{(found.low - 1) * 25:.1f}%;'
        f'width:{(found.high - found.low) * 25:.1f}%"></span>'
        f'<span class="middle" style="left:{(found.middle - 1) * 25:.1f}%"></span></span></td>'
        f"<td>{line(found.note)}</td></tr>\n"
        for found in block.rows
    )
    return f"{_head(block.head)}<tbody>{rows}</tbody>"


def _grid(block: Grid) -> str:
    rows = "".join(
        f'<tr><th scope="row">{line(label)}</th>'
        + "".join(f'<td class="n{min(count, 3)}">{count}</td>' for count in counts)
        + "</tr>\n"
        for label, counts in block.rows
    )
    return f"{_head((block.corner, *block.columns))}<tbody>{rows}</tbody>"
