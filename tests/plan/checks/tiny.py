"""Plans of a few records, on which one check at a time is tried."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from plan.checks import by_code
from plan.dossier import Dossier
from plan.records import (
    ActionItem,
    Answer,
    BilateralCheck,
    Capacity,
    Ivp,
    IvpTheme,
    Lead,
    Measure,
    Milestone,
    Municipality,
    Organisation,
    Plan,
    Planning,
    Record,
    Round,
    Theme,
)

AT = datetime(2026, 9, 14, 7, tzinfo=UTC)


def plan(**more: Any) -> Plan:
    given = {"title": "Plan", "year": 2027, "track": "follow_up", **more}
    here = Municipality(id="v", name="Gemeente V")
    return Plan(key="p", municipality=here, ivp=Ivp(title="IVP"), **given)


def theme(key: str = "T1", **more: Any) -> Theme:
    return Theme(key=key, **{"title": f"Thema {key}", "narrative": "Wat er speelt.", **more})


def ivp_theme(key: str = "T1", **more: Any) -> IvpTheme:
    return IvpTheme(key=key, **{"title": f"Thema {key}", **more})


def item(key: str = "T1.1", **more: Any) -> ActionItem:
    return ActionItem(key=key, **{"theme": "T1", "title": key, "ivp_line": "H1", **more})


def measure(key: str = "M1", **more: Any) -> Measure:
    """A measure that no check has anything against."""
    whole: dict[str, Any] = {
        "item": "T1.1",
        "title": f"Maatregel {key}",
        "lead": Lead(org="A", person=f"p-{key}"),
        "planning": Planning(start=date(2027, 2, 1), end=date(2027, 10, 31)),
        "result": "tien gesprekken",
        "indicator": "aantal gesprekken",
        "decision": "continue",
    }
    return Measure(key=key, **{**whole, **more})


def asks(org: str, hours: float) -> tuple[Capacity, ...]:
    return (Capacity(org=org, hours=hours),)


def stones(*days: date | None) -> tuple[Milestone, ...]:
    return tuple(Milestone(text="klaar", when=day) for day in days)


def org(key: str, **more: Any) -> Organisation:
    return Organisation(key=key, **{"name": f"Organisatie {key}", **more})


def evaluation(number: int = 1) -> Round:
    """The round that `answer` belongs to."""
    return round_("evaluation", number)


def answer(org_: str, question: str, value: str | int | None, subject: str, n: int = 1) -> Answer:
    return Answer(
        key=f"evaluation-{n}/{org_}/{question}/{subject}/1",
        round=f"evaluation-{n}",
        org=org_,
        question=question,
        subject=subject,
        value=value,
        at=AT,
    )


def round_(step: str, number: int = 1, *partners: str) -> Round:
    return Round(
        key=f"{step}-{number}",
        step=step,
        number=number,
        opened_at=AT.replace(day=14 + number),
        deadline=date(2026, 10, 5),
        partners=partners,
    )


def said(org_: str, commitment: str, round_key: str = "check-1") -> BilateralCheck:
    key = f"{round_key}/{org_}"
    return BilateralCheck(key=key, round=round_key, org=org_, commitment=commitment)


def dossier(*records: Record, **more: Any) -> Dossier:
    return Dossier((plan(**more), *records))


def found(code: str, *records: Record, **more: Any) -> list[str | list[str]]:
    """What one check finds in a plan of these records."""
    return by_code(dossier(*records, **more))[code]
