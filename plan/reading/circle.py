"""Finds measures that wait for each other, so that none of them can ever begin."""

from __future__ import annotations

from collections.abc import Iterable
from graphlib import CycleError, TopologicalSorter

from plan.reading.notes import Notes
from plan.records import Measure, Record


def waiting_in_a_circle(records: Iterable[Record], notes: Notes) -> None:
    """Notes the first circle in what measures depend on; one that depends on itself is one."""
    first = {one.key: one.depends_on for one in records if isinstance(one, Measure)}
    try:
        TopologicalSorter(first).prepare()
    except CycleError as error:
        circle = list(reversed(error.args[1]))
        where = f"{notes.place('measure', circle[0])}.depends_on"
        if len(circle) == 2:
            notes.wrong(
                where,
                f"'{circle[0]}' hangt van zichzelf af",
                f"'{circle[0]}' depends on itself",
            )
            return
        shown = ", ".join(circle[:6])
        notes.wrong(
            where,
            f"deze maatregelen wachten op elkaar: {shown}",
            f"these measures wait for each other: {shown}",
        )
