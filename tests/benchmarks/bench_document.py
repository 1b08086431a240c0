"""How the time of the whole Word plan grows from 200 to 2,000 measures (goal: at most 11 x)."""

from __future__ import annotations

import sys
import time
from datetime import UTC, date, datetime

from plan.blocks import Table
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
FEW, MANY, GOAL = 200, 2_000, 11.0
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


def seconds(dossier: Dossier, count: int) -> float:
    """The best of three; the document must hold every measure, or the time means nothing."""
    best = float("inf")
    for _ in range(3):
        began = time.perf_counter()
        document = compile_part(dossier, "plan", "nl", NOW, presets=FORMATS, columns=COLUMNS)
        PRINTERS["docx"].print(document)
        best = min(best, time.perf_counter() - began)
    rows = sum(
        len(block.rows)
        for block in document.blocks
        if isinstance(block, Table) and len(block.head) == len(FORMATS[0].columns)
    )
    if rows != count:
        raise SystemExit(f"expected {count} rows of measures, found {rows}")
    return best


def main() -> int:
    few, many = seconds(large(FEW), FEW), seconds(large(MANY), MANY)
    ratio = many / few
    sys.stdout.write(
        f"{FEW} measures {few * 1000:.0f} ms, {MANY} measures {many * 1000:.0f} ms: "
        f"{ratio:.1f} x (goal {GOAL:.0f} x)\n"
    )
    return 0 if ratio <= GOAL else 1


if __name__ == "__main__":
    raise SystemExit(main())
