"""How the document opens: cover, colophon with version and decision record, contents."""

from __future__ import annotations

from collections.abc import Iterator

from plan.blocks import Block, Cell, Contents, Heading, PageBreak, Paragraph, Table, Title
from plan.bodies import capital, the
from plan.document.draft import Draft
from plan.document.roles import role_of
from plan.editions import is_concept
from plan.records import DecisionStep, Person
from plan.route import adopting
from plan.standing import adopted, agreed


def opening(draft: Draft, gaps: int) -> Iterator[Block]:
    """`gaps` is how many holes the rest of the document still has."""
    brief = draft.form.brief
    if brief:
        yield Heading(text=draft.dossier.plan.title)
    else:
        yield _cover(draft)
        yield PageBreak()
        yield Heading(text=draft.say("Colofon", "Colophon"))
    yield _about(draft, gaps)
    yield from _decisions(draft)
    if not brief:
        yield PageBreak()
        yield Contents(title=draft.say("Inhoud", "Contents"))


def _cover(draft: Draft) -> Title:
    plan = draft.dossier.plan
    return Title(
        text=plan.title,
        under=plan.municipality.name,
        lines=(
            draft.say(f"Versie {plan.version}", f"Version {plan.version}"),
            _adopted_by(draft) or draft.today,
            draft.say(f"Hoort bij het {plan.ivp.title}", f"Belongs to the {plan.ivp.title}"),
        ),
    )


def adopted_title(draft: Draft) -> str:
    """What the file and its pages are called: once adopted that shows."""
    plan = draft.dossier.plan
    if not _adopted_by(draft):
        return plan.title
    return f"{plan.title}, " + draft.say(
        f"vastgesteld (versie {plan.version})", f"adopted (version {plan.version})"
    )


def _adopted_by(draft: Draft) -> str:
    """By whom, when and under which reference; nothing for a draft, also after adoption."""
    body = adopting(draft.dossier)
    if body is None or not agreed(body) or is_concept(draft.dossier.plan):
        return ""
    day = body.decided_on or body.day
    when = draft.say(f" op {draft.day(day)}", f" on {draft.day(day)}") if day else ""
    mark = f", {body.reference}" if body.reference else ""
    words = draft.say(f"Vastgesteld door {the(body).nl}", f"Adopted by {the(body).en}")
    return f"{words}{when}{mark}"


def _about(draft: Draft, gaps: int) -> Table:
    plan, say = draft.dossier.plan, draft.say
    rows: list[tuple[Cell, ...]] = [
        (say("Gemeente", "Municipality"), plan.municipality.name),
        (say("Plan", "Plan"), plan.title),
        (say("Planjaar", "Plan year"), _years(draft)),
        (say("Hoort bij", "Belongs to"), plan.ivp.title),
        (say("Versie", "Version"), plan.version),
        (say("Status", "Status"), _status(draft)),
        (say("Samengesteld op", "Compiled on"), draft.today),
        (
            say("Peildatum", "Reference date"),
            draft.day(plan.reference_date)
            if plan.reference_date
            else draft.gap("Nog geen peildatum", "No reference date yet"),
        ),
        (say("Opgesteld door", "Drawn up by"), _person(draft, plan.coordinator)),
        (say("Portefeuillehouder", "Portfolio holder"), _person(draft, plan.portfolio_holder)),
    ]
    if gaps:
        rows.append((say("Nog in te vullen", "Still to be filled in"), _open_places(draft, gaps)))
    return Table(
        caption=say("Gegevens van dit plan", "About this plan"),
        head=(say("Onderdeel", "Item"), say("Gegeven", "Value")),
        rows=tuple(rows),
        widths=(30, 70),
    )


def _status(draft: Draft) -> str:
    return _adopted_by(draft) or draft.say(
        "concept, nog niet vastgesteld", "draft, not adopted yet"
    )


def _open_places(draft: Draft, gaps: int) -> str:
    if gaps == 1:
        return draft.say("1 plek, gemarkeerd in de tekst", "1 place, marked in the text")
    return draft.say(
        f"{gaps} plekken, gemarkeerd in de tekst", f"{gaps} places, marked in the text"
    )


def _years(draft: Draft) -> str:
    plan = draft.dossier.plan
    years = "-".join(map(str, dict.fromkeys((draft.years[0], draft.years[-1]))))
    if plan.ivp_year_number is None:
        return years
    return years + draft.say(
        f" (jaar {plan.ivp_year_number} van het IVP)", f" (year {plan.ivp_year_number} of the IVP)"
    )


def _person(draft: Draft, key: str | None) -> Cell:
    if key is None:
        return draft.gap("Nog niet bekend", "Not known yet")
    person = draft.dossier.get(Person, key)
    if person is None:
        return key
    return f"{person.name}, {person.role}" if person.role else person.name


def _decisions(draft: Draft) -> Iterator[Block]:
    say = draft.say
    yield Heading(text=say("Besluitvorming", "Decisions"), level=2)
    route = [body for body in _route(draft) if not body.skipped]
    if not route:
        yield draft.gap("Nog geen besluitroute vastgelegd.", "No decision route recorded yet.")
        return
    yield Table(
        caption=say("Besluitvorming", "Decisions"),
        head=(
            say("Orgaan", "Body"),
            say("Datum", "Date"),
            say("Rol", "Role"),
            say("Besluit", "Decision"),
        ),
        rows=tuple(_decision(draft, step) for step in route),
        widths=(20, 22, 30, 28),
    )
    if not adopted(draft.dossier):
        yield Paragraph(
            text=say("Dit plan is nog niet vastgesteld.", "This plan has not been adopted yet.")
        )


def _route(draft: Draft) -> list[DecisionStep]:
    return sorted(draft.dossier.all(DecisionStep), key=lambda step: step.order)


def _decision(draft: Draft, step: DecisionStep) -> tuple[Cell, ...]:
    said = ", ".join(part for part in (step.decision, step.reference, step.text) if part)
    day = step.decided_on or step.day
    return (
        capital(step.body),
        draft.day(day) if day else draft.gap("Nog geen datum", "No date yet"),
        step.role or role_of(draft, step),
        said or draft.gap("Nog geen besluit", "No decision yet"),
    )
