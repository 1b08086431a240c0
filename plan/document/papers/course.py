"""The bodies in a paper: the route, what was decided and what follows."""

from __future__ import annotations

from collections.abc import Iterator

from plan.blocks import Block, Paragraph, Row, Table
from plan.bodies import capital
from plan.deciding import first_check
from plan.document.draft import Draft
from plan.document.papers.common import section
from plan.document.roles import role_of
from plan.records import DecisionStep
from plan.route import adopting, done, meets, on_route
from plan.standing import agreed, only_heard


def route_table(draft: Draft) -> Table:
    """Every body of this year: when, as what, and what it decided."""
    say = draft.say
    return Table(
        caption=say("Besluitroute", "Decision route"),
        head=(
            say("Orgaan", "Body"),
            say("Datum", "Date"),
            say("Rol", "Role"),
            say("Besluit", "Decision"),
        ),
        rows=tuple(_step(draft, body) for body in on_route(draft.dossier)),
        widths=(22, 22, 26, 30),
    )


def _step(draft: Draft, body: DecisionStep) -> Row:
    day = body.decided_on or meets(draft.dossier, body)
    said = ", ".join(part for part in (body.decision, body.reference) if part)
    return (
        capital(body.body),
        draft.day(day) if day else draft.gap("Nog geen datum", "No date yet"),
        body.role or role_of(draft, body),
        said or draft.gap("Nog geen besluit", "No decision yet"),
    )


def what_follows(draft: Draft) -> Iterator[Block]:
    yield section("Vervolg", "What comes next", draft)
    yield route_table(draft)
    yield from followed_by(draft)


def followed_by(draft: Draft) -> Iterator[Block]:
    """What comes after the decision."""
    say, last = draft.say, adopting(draft.dossier)
    day = (last.decided_on or meets(draft.dossier, last)) if last else None
    yield Paragraph(
        text=say(
            "Na vaststelling krijgen alle partners het plan en een bladzijde met hun eigen "
            "afspraken. Hoogstens twee keer per jaar melden de trekkers hoe hun maatregelen "
            "lopen.",
            "After adoption all partners get the plan and a page with their own agreements. At "
            "most twice a year the leads report how their measures go.",
        )
    )
    if day:
        check = draft.day(first_check(draft.dossier, day))
        yield Paragraph(
            text=say(
                f"De eerste kwartaalcheck is op {check}.",
                f"The first quarterly check is on {check}.",
            )
        )


def earlier(draft: Draft) -> Iterator[str]:
    """What the bodies before said, a line each."""
    for body in on_route(draft.dossier):
        if done(body) and not only_heard(body):
            day = body.decided_on or body.day
            parts = [body.decision or "", draft.day(day) if day else "", body.reference or ""]
            words = ", ".join(part for part in parts if part)
            yield f"{capital(body.body)}: {words}. {body.text or ''}".strip()


def decided(draft: Draft) -> DecisionStep | None:
    """The body that adopted, once it did."""
    last = adopting(draft.dossier)
    return last if last and agreed(last) else None
