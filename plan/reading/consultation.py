"""Reads what partners brought in: proposals, bilateral checks and remarks on the concept."""

from __future__ import annotations

from collections.abc import Iterator

from plan.reading import values
from plan.reading.days import morning
from plan.reading.entry import Entry
from plan.reading.rounds import round_of
from plan.records import BilateralCheck, Comment, Plan, Proposal, Record, Round


def proposals(file: Entry) -> Iterator[Record]:
    for entry in file.entries("proposals"):
        yield Proposal(
            key=entry.id("proposal"),
            title=entry.title(),
            by=entry.refs("by", "organisation"),
            text=entry.text("text"),
            item=entry.ref("item", "item"),
            answer=entry.label("answer"),
            status=entry.choice("status", values.PROPOSAL_STATUSES) or "open",
            becomes=entry.ref("becomes", "measure"),
            reason=entry.text("reason"),
        )


def bilateral_checks(file: Entry, plan: Plan) -> Iterator[Record]:
    for entry in file.entries("bilateral_checks"):
        opened = _round(entry, plan)
        checks = [_check(part, opened.key) for part in entry.entries("partners")]
        yield Round(
            key=opened.key,
            step=opened.step,
            number=opened.number,
            opened_at=opened.opened_at,
            deadline=opened.deadline,
            partners=tuple(check.org for check in checks),
            silence=entry.text("silence"),
        )
        yield from checks
        for part in entry.entries("comments"):
            yield _comment(part, opened.key)


def _round(entry: Entry, plan: Plan) -> Round:
    """A first-year plan has a step for each of its two rounds, a later one a single step."""
    number = entry.whole("round") or 1
    steps = [step for step in values.STEPS[plan.track] if step.startswith("check")]
    if len(steps) > 1 and number > len(steps):
        entry.wrong("round", "er zijn twee rondes", "there are two rounds")
        number = len(steps)
    step = steps[number - 1] if len(steps) > 1 else steps[0]
    nth = 1 if len(steps) > 1 else number
    entry.notes.introduce("round", f"{step}-{nth}", entry.where)
    return round_of(entry.entry("window"), plan, step, nth, ("start", "end"))


def _check(entry: Entry, round_: str) -> BilateralCheck:
    org = entry.ref("org", "organisation") or ""
    if not org and entry.raw("org") is None:
        entry.wrong("org", "dit ontbreekt", "this is missing")
    entry.notes.introduce("bilateral check", f"{round_}/{org}", entry.where)
    said = "ja" if entry.truth("confirmed") else "geen_reactie"
    return BilateralCheck(
        key=f"{round_}/{org}",
        round=round_,
        org=org,
        held_on=entry.day("held_on"),
        form=entry.text("form"),
        commitment=entry.choice("commitment", values.COMMITMENTS) or said,
    )


def _comment(entry: Entry, round_: str) -> Comment:
    replied, made = entry.day("replied_at"), entry.day("at")
    return Comment(
        key=entry.id("comment"),
        round=round_,
        org=entry.ref("org", "organisation") or "",
        subject=entry.ref("subject", "subject"),
        text=entry.needed("text"),
        disposition=entry.choice("disposition", values.DISPOSITIONS) or "open",
        reply=entry.text("reply"),
        replied_at=morning(replied) if replied else None,
        by=entry.ref("by", "person"),
        at=morning(made) if made else None,
    )
