"""Passages that several papers share: what is in the plan, what changes, what is short."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plan.blocks import Block, Bullets, Cell, Heading, Paragraph, Row, Table
from plan.deciding import first_check, going, uncovered
from plan.document.draft import Draft
from plan.document.means import asked_hours
from plan.document.roles import role_of
from plan.document.summary import change_line, changes, stopped
from plan.records import DecisionStep, Measure, Organisation
from plan.route import adopting, done, meets, on_route
from plan.standing import agreed, only_heard


def head(draft: Draft, title: str, rows: Iterable[tuple[str, Cell]]) -> Iterator[Block]:
    """The title and what the paper is about, as a small table."""
    plan, say = draft.dossier.plan, draft.say
    yield Heading(text=title)
    yield Table(
        caption=say("Gegevens van dit stuk", "About this paper"),
        head=(say("Onderdeel", "Item"), say("Gegeven", "Value")),
        rows=(
            (say("Gemeente", "Municipality"), plan.municipality.name),
            (
                say("Onderwerp", "Subject"),
                f"{plan.title} ({say('versie', 'version')} {plan.version})",
            ),
            *rows,
        ),
        widths=(28, 72),
    )


def steller(draft: Draft) -> tuple[str, Cell]:
    person = draft.dossier.coordinator
    name = draft.say("Steller", "Author")
    return name, person.name if person else draft.gap("Nog niet bekend", "Not known yet")


def holder(draft: Draft) -> tuple[str, Cell]:
    found = draft.dossier.person_name(draft.dossier.plan.portfolio_holder)
    name = draft.say("Portefeuillehouder", "Portfolio holder")
    return name, found or draft.gap("Nog niet bekend", "Not known yet")


def meeting(draft: Draft, body: DecisionStep | None) -> tuple[str, Cell]:
    name = draft.say("Vergadering", "Meeting")
    day = meets(draft.dossier, body) if body else None
    if day is None:
        return name, draft.gap("Nog geen datum", "No date yet")
    return name, draft.day(day)


def section(nl: str, en: str, draft: Draft) -> Heading:
    return Heading(text=draft.say(nl, en), level=2)


def priorities(draft: Draft) -> Iterator[Block]:
    """The priorities, each with its goal."""
    if not draft.priorities:
        yield draft.gap("Nog geen prioriteiten.", "No priorities yet.")
        return
    yield Paragraph(text=draft.say("De prioriteiten zijn:", "The priorities are:"))
    yield Bullets(
        lines=tuple(
            f"{theme.title}: {draft.dossier.goal(theme.key) or no_goal(draft)}"
            for theme in draft.priorities
        )
    )


def no_goal(draft: Draft) -> str:
    return draft.say("[nog geen doel]", "[no goal yet]")


def in_short(draft: Draft) -> Iterator[Block]:
    """Priorities, the five most important changes and what stops."""
    yield from priorities(draft)
    yield from changed(draft)
    yield from stops(draft)


def changed(draft: Draft) -> Iterator[Block]:
    found = changes(draft)
    if found:
        lead = draft.say("De belangrijkste wijzigingen:", "The most important changes:")
        yield Paragraph(text=lead)
        yield Bullets(lines=tuple(change_line(draft, measure) for measure in found))
    else:
        yield draft.gap("Nog geen wijzigingen vastgelegd.", "No changes recorded yet.")


def stops(draft: Draft) -> Iterator[Block]:
    less = [m for m in draft.dossier.measures if m.decision in ("stop", "scale_down")]
    if less:
        yield Paragraph(text=draft.say("Wat stopt of minder wordt:", "What stops or shrinks:"))
        yield Bullets(lines=tuple(stopped(draft, measure) for measure in less))
    else:
        yield Paragraph(
            text=draft.say("Er stopt geen maatregel.", "No measure stops or is scaled down.")
        )


def money(draft: Draft) -> Iterator[Block]:
    """What it costs, and what nobody pays for yet."""
    say = draft.say
    paid = [m for m in going(draft.dossier) if m.budget_eur]
    total = sum(m.budget_eur or 0 for m in paid)
    if not paid:
        yield Paragraph(text=say("In het plan staan geen kosten.", "The plan names no costs."))
        return
    open_ = uncovered(draft.dossier)
    short = sum(m.budget_eur or 0 for m in open_)
    yield Paragraph(
        text=say(
            f"De maatregelen kosten samen {draft.euros(total)}. Daarvan is "
            f"{draft.euros(total - short)} gedekt.",
            f"The measures cost {draft.euros(total)} in all, of which "
            f"{draft.euros(total - short)} is covered.",
        )
    )
    if open_:
        yield _uncovered(draft, open_)


def _uncovered(draft: Draft, open_: Iterable[Measure]) -> Table:
    say = draft.say
    rows: list[Row] = [
        (
            m.key,
            m.title,
            draft.euros(m.budget_eur or 0),
            draft.gap("Nog geen dekking", "No cover yet"),
        )
        for m in open_
    ]
    return Table(
        caption=say("Kosten zonder dekking", "Costs without cover"),
        head=(
            say("Code", "Code"),
            say("Maatregel", "Measure"),
            say("Bedrag", "Amount"),
            say("Dekking", "Cover"),
        ),
        rows=tuple(rows),
        widths=(10, 48, 18, 24),
    )


def hours(draft: Draft, only: Iterable[str]) -> Iterator[Block]:
    """Hours asked and there, of some organisations; what is short stands out."""
    say, wanted = draft.say, asked_hours(draft)
    rows = [_claim(draft, org, wanted[org]) for org in only if wanted.get(org)]
    if not rows:
        yield draft.gap("Nog geen uren bekend.", "No hours known yet.")
        return
    yield Table(
        caption=say("Gevraagde en beschikbare uren", "Hours requested and available"),
        head=(
            say("Organisatie", "Organisation"),
            say("Gevraagd", "Asked"),
            say("Beschikbaar", "Available"),
            say("Verschil", "Difference"),
        ),
        rows=tuple(rows),
        widths=(46, 16, 18, 20),
    )


def _claim(draft: Draft, org: str, asked: float) -> Row:
    found = draft.dossier.get(Organisation, org)
    name = draft.dossier.organisation_name(org)
    if found is None or found.capacity_hours is None:
        return name, draft.figure(asked), draft.gap("niet bekend", "not known"), "–"
    there = found.capacity_hours * len(draft.years)
    short = asked - there
    difference: Cell = draft.figure(-short)
    if short > 0:
        difference = draft.gap(f"{draft.figure(short)} te weinig", f"{draft.figure(short)} short")
    return name, draft.figure(asked), draft.figure(there), difference


def route_table(draft: Draft) -> Table:
    """Every body of this year: when, as what, and what it decided."""
    say = draft.say
    return Table(
        caption=say("De route van het besluit", "The route of the decision"),
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
        body.body,
        draft.day(day) if day else draft.gap("Nog geen datum", "No date yet"),
        body.role or role_of(draft, body),
        said or draft.gap("Nog geen besluit", "No decision yet"),
    )


def followed_by(draft: Draft) -> Iterator[Block]:
    """What comes after the decision."""
    say, last = draft.say, adopting(draft.dossier)
    day = (last.decided_on or meets(draft.dossier, last)) if last else None
    yield Paragraph(
        text=say(
            "Na vaststelling krijgen alle partners het plan en een bladzijde met hun eigen "
            "afspraken. Hoogstens twee keer per jaar melden trekkers hoe het gaat.",
            "After adoption all partners get the plan and a page with their own agreements. At "
            "most twice a year leads report how it goes.",
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
            yield f"{body.body}: {words}. {body.text or ''}".strip()


def decided(draft: Draft) -> DecisionStep | None:
    """The body that adopted, once it did."""
    last = adopting(draft.dossier)
    return last if last and agreed(last) else None
