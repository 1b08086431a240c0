"""A plan in which everything that anybody said sings: it names who said it and what it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta

from plan.content.tracks import TRACKS, topics_of
from plan.dossier import Dossier
from plan.editions import edition
from plan.question import Choice, Form
from plan.records import (
    ActionItem,
    Answer,
    BilateralCheck,
    Card,
    Change,
    Closed,
    CollectiveSession,
    Comment,
    Confirmed,
    Consent,
    DecisionStep,
    DiscussionPoint,
    Dismissal,
    Event,
    Fact,
    Handover,
    Heaviest,
    Ivp,
    IvpTheme,
    Lead,
    Material,
    Measure,
    Message,
    Municipality,
    Offered,
    Organisation,
    Outcome,
    Person,
    Plan,
    Proposal,
    Record,
    Round,
    Submission,
    Theme,
    Vote,
    Wish,
)

AT = datetime(2026, 9, 14, 7, tzinfo=UTC)
ORGS = tuple(f"P{n:02d}" for n in range(1, 21))
OWN = "GEM"
STAND_IN, HANDED, REMOVED = "p-ina", "p-han", "p-weg"
CANARY = re.compile(r"zing(Word|Remark|Draft|Inside|Log)(P\d\d|GEM)q")
SAID = "zing{kind}{org}q"


def song(kind: str, org: str) -> str:
    """Word: never for another partner. Remark: in the register. Draft: from the session on.

    Inside: what the coordinator wrote. Log: the register of events.
    """
    return SAID.format(kind=kind, org=org)


def a_plan(track: str, moment: str) -> tuple[Record, ...]:
    """Twenty partners at one moment: `asked`, `before` the session, in it, or adopted."""
    steps = [step.id for step in TRACKS[track].steps]
    asks = [s for s in steps if topics_of(track, s)]
    now = {"asked": asks[0], "before": asks[-1], "session": "session"}.get(moment, "")
    past = steps[: steps.index(now)] if now else steps
    rounds = [step for step in asks if step in past or step == now]
    records: list[Record] = [*_frame(track), *_people(), *_content()]
    records += [
        Closed(
            key=f"{s}/1", step=s, at=AT - timedelta(hours=1), by="p-co", why=song("Inside", OWN)
        )
        for s in past
    ]
    for step in rounds:
        opened = AT - timedelta(minutes=5 if step == now else 90)
        records.append(
            Round(
                key=f"{step}-1",
                step=step,
                opened_at=opened,
                deadline=date(2026, 10, 5),
                partners=ORGS,
            )
        )
        for org in ORGS:
            records += _said(track, step, org)
    records += _session(settled=moment in ("session", "adopted"))
    if moment == "adopted":
        records += _adopted(records)
    return tuple(records)


def _frame(track: str) -> Iterator[Record]:
    yield Plan(
        key="zang-2027",
        title="Uitvoeringsplan 2027",
        year=2027,
        track="first_year" if track == "first_year" else "follow_up",
        municipality=Municipality(id="zang", name="Gemeente Zang"),
        ivp=Ivp(title="IVP 2025-2028", start=2025, end=2028),
        coordinator="p-co",
        decision_makers=("p-mt",),
        portfolio_holder="p-bur",
        readers=("p-gri",),
    )
    for n in range(1, 5):
        yield IvpTheme(key=f"T{n}", title=f"Thema {n}")
        owner = "p-joris" if n == 1 else None
        yield Theme(key=f"T{n}", title=f"Thema {n}", order=n, owner=owner)
        yield ActionItem(key=f"T{n}.1", theme=f"T{n}", title=f"Actiepunt {n}")


def _people() -> Iterator[Record]:
    yield Organisation(key=OWN, name="Gemeente", kind="internal")
    yield Organisation(key="RAAD", name="Raad", kind="internal")
    own = ("p-co", "p-joris", "p-mt", "p-bur", STAND_IN, HANDED, "p-cor", "p-els")
    roles = {"p-mt": "MT", "p-bur": "college"}
    for key in own:
        yield Person(key=key, name=f"Naam {key}", org=OWN, role=roles.get(key))
    yield Person(key="p-gri", name="Naam griffie", org="RAAD")
    for org in ORGS:
        yield Organisation(key=org, name=f"Partner {org}", consulted=True)
        reach = song("Word", org)
        yield Person(
            key=org.lower(), name=f"Naam {org}", org=org, email=f"{reach}@x.nl", phone=reach
        )
    yield Wish(key="p01", stand_in=STAND_IN)


def _content() -> Iterator[Record]:
    for n, org in enumerate(ORGS, start=1):
        key = f"M{n:02d}"
        yield Measure(
            key=key,
            item=f"T{(n - 1) % 4 + 1}.1",
            title=f"Maatregel {n}",
            order=n,
            description=song("Draft", org),
            decision="continue",
            decision_reason=song("Draft", org),
            lead=Lead(org=org, person=org.lower()),
        )
        yield Change(
            key=f"c{n}",
            kind="Measure",
            subject=key,
            was=f'{{"description": "{song("Draft", org)}"}}',
            became=f'{{"description": "{song("Draft", org)}"}}',
            because="verdict",
            by="p-co",
            at=AT - timedelta(hours=2),
        )
        yield Dismissal(
            key=f"C01/{key}",
            check="C01",
            subject=key,
            reason=song("Inside", OWN),
            by="p-co",
            at=AT,
        )
    yield Fact(key="f1", text=song("Inside", OWN), theme="T1")
    yield Material(key="g1", title="Stuk", text=song("Inside", OWN), theme="T1")


def _said(track: str, step: str, org: str) -> Iterator[Record]:
    """Everything a partner can say in a round, and what is kept about it."""
    round_, who, own = f"{step}-1", org.lower(), f"M{ORGS.index(org) + 1:02d}"
    word, remark = song("Word", org), song("Remark", org)
    yield from _answers(track, step, org, own)
    if org not in ("P01", "P03"):
        yield Submission(key=f"{round_}/{org}", round=round_, org=org, by=who, at=AT)
    yield BilateralCheck(key=f"{round_}/{org}", round=round_, org=org, commitment="ja_mits")
    yield Comment(
        key=f"B-{step}-{org}",
        round=round_,
        org=org,
        subject=own,
        text=remark,
        reply=remark,
        disposition="to_session" if org == "P05" else "parked",
        by=who,
        at=AT,
        kind="condition",
        processed_by="p-co",
        processed_at=AT,
    )
    yield Proposal(
        key=f"V-{step}-{org}", title=remark, text=remark, by=(org,), item="T1.1", reason=remark
    )
    yield Event(
        key=f"e-{step}-{org}",
        who=who,
        what="answered",
        subject=f"{round_}/{org}",
        at=AT,
        before=song("Log", org),
        after=song("Log", org),
    )
    yield Message(
        key=f"m-{step}-{org}",
        to=who,
        kind="reminder",
        due=AT,
        made_at=AT,
        org=org,
        text=word,
        sent_at=AT,
    )
    yield Card(
        key=f"k-{step}-{org}",
        dialog="questionnaire.card",
        to=who,
        conversation="",
        verbs=("save",),
        about={"round": round_, "org": org, "typed": word},
        issued_at=AT,
        outcome=word,
    )
    yield Offered(
        key=f"o-{step}-{org}",
        round=round_,
        org=org,
        question="V1",
        text=word,
        plan="x",
        municipality="Gemeente X",
        at=AT,
    )
    if org == "P02":
        topic = topics_of(track, step)[0].id
        yield Handover(
            key=f"{round_}/{org}/{topic}",
            round=round_,
            org=org,
            topic=topic,
            to=HANDED,
            by=who,
            at=AT,
        )


def _answers(track: str, step: str, org: str, own: str) -> Iterator[Answer]:
    for topic in topics_of(track, step):
        for question in topic.questions:
            kind = question.kind
            value = kind.options[0].id if isinstance(kind, Choice) else None
            number = isinstance(kind, Choice) and kind.options[0].number
            form = kind.parts if isinstance(kind, Form) else ()
            subjects = {"measure": own, "led": own, "theme": "T1", "item": "T1.1"}
            subject = subjects.get(question.per)
            yield Answer(
                key=f"{step}-1/{org}/{question.id}/{subject or ''}/1",
                round=f"{step}-1",
                org=org,
                question=question.id,
                subject=subject,
                value=int(value) if number and value else value,
                text=song("Word", org),
                more={part.id: song("Word", org) for part in form},
                by=org.lower(),
                at=AT,
            )


def _session(*, settled: bool) -> Iterator[Record]:
    yield CollectiveSession(
        key="session",
        day=date(2026, 11, 26),
        time="10.00 - 12.00",
        chair="p-cor",
        invited=ORGS,
        planned_at=AT,
        agenda_at=AT if settled else None,
    )
    yield DiscussionPoint(
        key="P1", subjects=("M05",), kind="x", question="Kan M05?", why=song("Draft", "P05")
    )
    for org in ORGS:
        yield Heaviest(key=org, points=("P1",), by=org.lower(), at=AT)
        yield Vote(key=f"P1/{org}", point="P1", org=org, choice="voor", by=org.lower(), at=AT)
        yield Consent(
            key=f"amended/M{ORGS.index(org) + 1:02d}/{org}",
            kind="amended",
            subject=f"M{ORGS.index(org) + 1:02d}",
            org=org,
            asked_at=AT,
            answer="nee",
            remark=song("Word", org),
            by=org.lower(),
            at=AT,
        )
    yield DecisionStep(key="mt", body="MT", order=1)
    yield DecisionStep(key="college", body="college", order=2)


def _adopted(records: Iterable[Record]) -> Iterator[Record]:
    yield Outcome(key="O1", point="P1", decision="Doen", owner="p07", due=date(2026, 12, 1), at=AT)
    for n, body in enumerate(("MT", "college"), start=1):
        yield DecisionStep(
            key=body.lower(), body=body, order=n, decision="akkoord", decided_on=AT.date(), at=AT
        )
    yield Confirmed(key="archive", by="p-co", at=AT)
    yield edition(Dossier(records), by="p-co", at=AT, why=song("Draft", OWN))


def may_hear(dossier: Dossier, person: Person, kind: str, org: str, where: str) -> bool:
    """Domain 2.7, once more and on its own: not by way of the table that is being tried."""
    plan = dossier.plan
    makes = person.key == plan.coordinator or any(t.owner == person.key for t in dossier.themes)
    spoken = {person.org, *({"P01"} if person.key == STAND_IN else ())}
    spoken |= {"P02"} if person.key == HANDED else set()
    if makes or (org in spoken and org != OWN):
        return True
    decides = person.key in (*plan.decision_makers, plan.portfolio_holder)
    closed = {one.step for one in dossier.all(Closed)}
    session = bool(closed & {"check", "check_2"})
    adopted = "decision" in closed
    takes_part = person.org in ORGS or person.key in ("p-cor", STAND_IN)
    reads = person.key in plan.readers and adopted
    match kind:
        case "Word":
            return False
        case "Log":
            return decides or reads
        case "Remark":
            register = where.startswith("document") and takes_part and session
            return decides or reads or register
        case _:
            return decides or reads or adopted or (takes_part and session)


__all__ = ["CANARY", "ORGS", "SAID", "a_plan", "may_hear", "song"]
