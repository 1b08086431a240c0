"""The smallest plans on which one rule at a time can be tried."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from plan.calendar import moment
from plan.dossier import Dossier
from plan.question import Choice, Form, Free, Kind, Option, Part, Question, Topic
from plan.records import (
    ActionItem,
    Answer,
    Closed,
    Comment,
    Ivp,
    IvpTheme,
    Lead,
    Measure,
    Message,
    Municipality,
    Organisation,
    Partnership,
    Person,
    Plan,
    Record,
    Round,
    Submission,
    Theme,
    YearOfHistory,
)
from plan.text import Text

MONDAY = date(2026, 9, 14)
"""The first day of a round of ten working days; no holiday is near."""
DEADLINE = date(2026, 9, 28)
OPENED = moment(MONDAY)


def at(day: date, hour: int = 9, minute: int = 0) -> datetime:
    """That hour in Amsterdam, in UTC."""
    return moment(day).replace(minute=minute) + timedelta(hours=hour - 9)


def plan(**more: Any) -> Plan:
    given: dict[str, Any] = {
        "key": "v-2027",
        "title": "Plan 2027",
        "year": 2027,
        "track": "follow_up",
        "municipality": Municipality(id="v", name="Gemeente V"),
        "ivp": Ivp(title="IVP", start=2025, end=2028),
        "coordinator": "ans",
    }
    return Plan(**(given | more))


def dossier(*records: Record, **more: Any) -> Dossier:
    """A plan with these records; the keyword arguments are fields of the plan."""
    return Dossier((plan(**more), *records))


def organisation(key: str, **more: Any) -> Organisation:
    return Organisation(key=key, **{"name": f"Organisatie {key}", "consulted": True, **more})


def person(key: str, org: str | None = None, **more: Any) -> Person:
    return Person(key=key, org=org, **{"name": key.capitalize(), **more})


def theme(key: str = "T1", **more: Any) -> Theme:
    return Theme(key=key, **{"title": f"Thema {key}", **more})


def ivp_theme(key: str = "T1", **more: Any) -> IvpTheme:
    return IvpTheme(key=key, **{"title": f"Thema {key}", "category": "priority", **more})


def item(key: str = "T1.1", **more: Any) -> ActionItem:
    return ActionItem(
        key=key, **{"theme": key.partition(".")[0], "title": f"Actiepunt {key}", **more}
    )


def measure(key: str, lead: str | None = None, *partners: str, **more: Any) -> Measure:
    """A measure led by `lead`, in which `partners` take part."""
    given: dict[str, Any] = {
        "item": "T1.1",
        "title": f"Maatregel {key}",
        "lead": Lead(org=lead, person=f"{lead}-1".lower()) if lead else None,
        "partners": tuple(Partnership(org=org) for org in partners),
    }
    return Measure(key=key, **(given | more))


def past(year: int, progress: str | None = None, effect: str | None = None) -> YearOfHistory:
    return YearOfHistory(year=year, progress=progress, effect=effect)


def round_(*partners: str, step: str = "evaluation", number: int = 1, **more: Any) -> Round:
    given: dict[str, Any] = {
        "key": f"{step}-{number}",
        "opened_at": OPENED + timedelta(days=number - 1),
        "deadline": DEADLINE,
    }
    return Round(step=step, number=number, partners=partners, **(given | more))


def answer(
    org: str,
    question: str,
    value: str | int | None = None,
    subject: str | None = None,
    **more: Any,
) -> Answer:
    """An answer in the first evaluative round, unless `round` says otherwise."""
    in_ = more.pop("round", "evaluation-1")
    number = more.pop("number", 1)
    return Answer(
        key=f"{in_}/{org}/{question}/{subject or ''}/{number}",
        round=in_,
        org=org,
        question=question,
        subject=subject,
        number=number,
        value=value,
        **{"at": OPENED, **more},
    )


def ready(org: str, when: datetime = OPENED, round_key: str = "evaluation-1") -> Submission:
    """That this partner handed in its answers."""
    return Submission(key=f"{round_key}/{org}", round=round_key, org=org, by=f"{org}-1", at=when)


def invitation(org: str, to: str, **more: Any) -> Message:
    """An invitation that went out as the round opened."""
    given: dict[str, Any] = {
        "kind": "invitation",
        "request": "evaluation-1",
        "due": OPENED,
        "made_at": OPENED,
        "sent_at": OPENED,
    }
    return Message(key=f"invitation/evaluation-1/{org}", to=to, org=org, **(given | more))


def closed(step: str, when: datetime, number: int = 1, **more: Any) -> Closed:
    return Closed(key=f"{step}/{number}", step=step, at=when, **more)


def remark(key: str, org: str = "POL", **more: Any) -> Comment:
    return Comment(key=key, org=org, text="Dit klopt niet.", **{"round": "check-1", **more})


def question(id_: str, kind: Kind | None = None, **more: Any) -> Question:
    words = Text(nl=f"Vraag {id_}?", en=f"Question {id_}?")
    short = Text(nl=id_, en=id_)
    return Question(id=id_, text=words, short=short, kind=kind or choice("ja", "nee"), **more)


def choice(*ids: str) -> Choice:
    return Choice(options=tuple(Option(id=id_, text=_label(id_)) for id_ in ids))


def scale() -> Choice:
    """One to five, and two answers that are no point on it."""
    points = (Option(id=str(n), number=True, text=Text.verbatim(str(n))) for n in range(1, 6))
    others = (Option(id=id_, text=_label(id_)) for id_ in ("te_vroeg", "geen_zicht_op"))
    return Choice(options=(*points, *others))


def form(*parts: Part) -> Form:
    return Form(parts=parts)


def part(id_: str, **more: Any) -> Part:
    return Part(id=id_, text=_label(id_), **more)


def free(limit: int = 600) -> Free:
    return Free(limit=limit)


def topic(*questions: Question) -> Topic:
    return Topic(id="topic", number=1, title=Text(nl="Onderwerp", en="Topic"), questions=questions)


def _label(id_: str) -> Text:
    words = id_.replace("_", " ").capitalize()
    return Text(nl=words, en=f"In English: {words}")
