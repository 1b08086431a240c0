"""How the time of the Word plan, and of its measures alone, grows from 200 to 2,000 measures."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

from plan.blocks import Document, Row, Table
from plan.content.formats import COLUMNS, FORMATS
from plan.document import compile_part
from plan.dossier import Dossier
from plan.printers import PRINTERS
from plan.records import (
    ActionItem,
    Capacity,
    IvpTheme,
    Lead,
    Measure,
    Milestone,
    Municipality,
    Organisation,
    Partnership,
    Plan,
    Planning,
    Record,
    Theme,
)
from plan.records.content import Ivp

NOW = datetime(2026, 11, 9, 9, 0, tzinfo=UTC)
FEW, MANY = 200, 2_000
GOAL, GOAL_OF_TABLE = 11.0, 8.0
THEMES, ORGANISATIONS, PER_ITEM = 5, 12, 4


def large(count: int) -> Dossier:
    """A plan of `count` measures over five themes, four under each item."""
    records: list[Record] = [
        Plan(
            key="big",
            title="Uitvoeringsplan",
            year=2027,
            track="follow_up",
            municipality=Municipality(id="m", name="Gemeente Proefdam"),
            ivp=Ivp(title="IVP"),
        )
    ]
    records += [
        Organisation(key=f"O{n}", name=f"Organisatie {n}", consulted=True)
        for n in range(ORGANISATIONS)
    ]
    for n in range(THEMES):
        key, title = f"T{n}", f"Thema {n}"
        records += [
            IvpTheme(key=key, title=title, category="priority", goal="Doel"),
            Theme(key=key, title=title, narrative="Wat er speelt."),
        ]
    for n in range(count // PER_ITEM):
        key = f"T{n % THEMES}"
        records.append(ActionItem(key=f"I{n}", theme=key, title=f"Actiepunt {n}"))
    records += [_measure(n) for n in range(count)]
    return Dossier(records)


def _measure(n: int) -> Measure:
    return Measure(
        key=f"M{n:04d}",
        item=f"I{n // PER_ITEM}",
        title=f"Maatregel {n} met een titel van gewone lengte voor een plan",
        decision="continue",
        lead=Lead(org=f"O{n % ORGANISATIONS}"),
        partners=(Partnership(org=f"O{(n + 1) % ORGANISATIONS}"),),
        planning=Planning(start=date(2027, 1, 1), end=date(2027, 12, 31), cadence="wekelijks"),
        milestones=(Milestone(text="halverwege", when=date(2027, 6, 1)),),
        capacity=(Capacity(org=f"O{n % ORGANISATIONS}", hours=40),),
        result="veertig gesprekken gevoerd",
        chain_phase="preventie",
        target="situatie",
    )


def whole(count: int) -> float:
    """Seconds to compile and print the plan, which must hold every measure."""
    dossier = large(count)
    best = _best(lambda: PRINTERS["docx"].print(_compiled(dossier)))
    if len(_rows(_compiled(dossier))) != count:
        raise SystemExit(f"expected {count} rows of measures")
    return best


def table_alone(count: int) -> float:
    """Seconds to print all measures as one table."""
    document = _compiled(large(count))
    head = tuple(column.title.nl for column in FORMATS[0].columns)
    table = Table(caption="Maatregelen", head=head, rows=_rows(document))
    alone = replace(document, blocks=(table,))
    return _best(lambda: PRINTERS["docx"].print(alone))


def _compiled(dossier: Dossier) -> Document:
    return compile_part(dossier, "plan", "nl", NOW, presets=FORMATS, columns=COLUMNS)


def _rows(document: Document) -> tuple[Row, ...]:
    tables = [block for block in document.blocks if isinstance(block, Table)]
    return tuple(r for t in tables if len(t.head) == len(FORMATS[0].columns) for r in t.rows)


def _best(work: Callable[[], object]) -> float:
    """The shortest of three."""
    taken = []
    for _ in range(3):
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    return min(taken)


def main() -> int:
    kept = True
    for name, measure, goal in (
        ("whole plan", whole, GOAL),
        ("table alone", table_alone, GOAL_OF_TABLE),
    ):
        few, many = measure(FEW), measure(MANY)
        ratio = many / few
        kept = kept and ratio <= goal
        sys.stdout.write(
            f"{name}: {FEW} measures {few * 1000:.0f} ms, {MANY} measures {many * 1000:.0f} ms: "
            f"{ratio:.1f} x (goal {goal:.0f} x)\n"
        )
    return 0 if kept else 1


if __name__ == "__main__":
    raise SystemExit(main())
