"""How the document opens: cover, colophon with version and decision record, contents."""

from __future__ import annotations

from collections.abc import Iterator

from plan.blocks import Block, Cell, Contents, Heading, PageBreak, Paragraph, Table, Title
from plan.document.draft import Draft
from plan.records import DecisionStep, Person
from plan.standing import adopted, deciding_bodies


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
            draft.today,
            draft.say(f"Onder het {plan.ivp.title}", f"Under the {plan.ivp.title}"),
        ),
    )


def _about(draft: Draft, gaps: int) -> Table:
    plan, say = draft.dossier.plan, draft.say
    rows: list[tuple[Cell, ...]] = [
        (say("Gemeente", "Municipality"), plan.municipality.name),
        (say("Plan", "Plan"), plan.title),
        (say("Planjaar", "Plan year"), _years(draft)),
        (say("Hoort bij", "Belongs to"), plan.ivp.title),
        (say("Versie", "Version"), plan.version),
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


def _open_places(draft: Draft, gaps: int) -> str:
    if gaps == 1:
        return draft.say("1, gemarkeerd in de tekst", "1, marked in the text")
    return draft.say(f"{gaps}, gemarkeerd in de tekst", f"{gaps}, marked in the text")


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
    route = sorted(draft.dossier.all(DecisionStep), key=lambda step: step.order)
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


def _decision(draft: Draft, step: DecisionStep) -> tuple[Cell, ...]:
    said = ", ".join(part for part in (step.decision, step.reference, step.text) if part)
    return (
        step.body,
        draft.day(step.day) if step.day else draft.gap("Nog geen datum", "No date yet"),
        step.role or _role(draft, step),
        said or draft.gap("Nog geen besluit", "No decision yet"),
    )


def _role(draft: Draft, step: DecisionStep) -> str:
    """What is asked of a body: the last one that decides adopts the plan (decision 11)."""
    if step == deciding_bodies(draft.dossier)[-1]:
        return draft.say("ter vaststelling", "for adoption")
    return draft.say("ter besluitvorming", "for a decision")
