"""What deciding a turn costs as a plan grows: python -m tests.benchmarks.bench_turn."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime

from dialogs import decide
from dialogs.turn import Said
from plan.dossier import Dossier
from plan.records import (
    ActionItem,
    Answer,
    Card,
    Ivp,
    Lead,
    Measure,
    Municipality,
    Organisation,
    Partnership,
    Person,
    Plan,
    Record,
    Round,
    Table,
    Theme,
    YearOfHistory,
)

NOW = datetime(2026, 9, 14, 8, tzinfo=UTC)
TIMES = 20


def records(measures: int, partners: int) -> Iterator[Record]:
    """A plan with so many measures, ten to a theme, each with three partners that answered."""
    yield Plan(
        key="up",
        title="Plan",
        year=2027,
        track="follow_up",
        municipality=Municipality(id="m", name="Dorp"),
        ivp=Ivp(title="IVP", start=2025),
        coordinator="p-co",
    )
    orgs = [f"O{n}" for n in range(partners)]
    yield Person(key="p-co", name="Co", org="OOV")
    for org in orgs:
        yield Organisation(key=org, name=org, consulted=True)
        yield Person(key=f"p-{org}", name=org, org=org)
    yield Round(
        key="evaluation-1",
        step="evaluation",
        opened_at=NOW,
        deadline=date(2026, 10, 9),
        partners=tuple(orgs),
    )
    for n in range(measures):
        if n % 10 == 0:
            yield Theme(key=f"T{n}", title=f"Thema {n}", category="priority", order=n)
            yield ActionItem(key=f"I{n}", theme=f"T{n}", title=f"Actiepunt {n}")
        own = [orgs[(n + k) % partners] for k in range(3)]
        yield Measure(
            key=f"M{n}",
            item=f"I{n - n % 10}",
            title=f"Maatregel {n}",
            lead=Lead(org=own[0]),
            partners=tuple(Partnership(org=org) for org in own[1:]),
            history=(YearOfHistory(year=2026, progress="op_schema", effect="zichtbaar"),),
        )
        yield from _answers(f"M{n}", own)


def _answers(measure: str, own: list[str]) -> Iterator[Answer]:
    for org in own[1:]:
        for question, value in (("A1", "op_schema"), ("A2", 4), ("M1", "doorgaan")):
            yield Answer(
                key=f"evaluation-1/{org}/{question}/{measure}/1",
                round="evaluation-1",
                org=org,
                question=question,
                subject=measure,
                value=value,
                at=NOW,
            )


def milliseconds(dossier: Dossier, said: Said) -> float:
    """The fastest of some turns, each on a dossier that knows what the turn before knew."""
    best = float("inf")
    for n in range(TIMES):
        fresh = dossier.plus([Table(key=f"t{n}")])
        begun = time.perf_counter()
        decide(fresh, said)
        best = min(best, time.perf_counter() - begun)
        dossier = fresh
    return best * 1000


def saving(org: str) -> Said:
    card = Card(
        key="c",
        dialog="questionnaire.card",
        to=f"p-{org}",
        conversation="",
        verbs=("save",),
        about={"round": "evaluation-1", "org": org, "kind": "rest", "asks": "R1,F2"},
        issued_at=NOW,
    )
    who = Person(key=f"p-{org}", name=org, org=org)
    return Said(who=who, at=NOW, card=card, verb="save", inputs={"R1": "4", "F2": "3"})


def main() -> None:
    status = Said(who=Person(key="p-co", name="Co", org="OOV"), at=NOW, text="status")
    sys.stdout.write(f"{'measures':>8} {'records':>8} {'save, ms':>9} {'status, ms':>10}\n")
    for measures, partners in ((30, 10), (300, 40), (3000, 40)):
        dossier = Dossier(records(measures, partners))
        save = milliseconds(dossier, saving("O1"))
        stand = milliseconds(dossier, status)
        count = len(dossier.records())
        sys.stdout.write(f"{measures:>8} {count:>8} {save:>9.1f} {stand:>10.1f}\n")


if __name__ == "__main__":
    main()
