"""The page of one partner: its own agreements, dates and contact, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from plan.blocks import Block, Bullets, Heading, PageBreak, Paragraph, Row, Table
from plan.bodies import place_name
from plan.cells import contact_name, role_of
from plan.document.draft import Draft
from plan.document.register import done
from plan.format import Column
from plan.records import Comment, Measure, Organisation, Person, Proposal


def pages(draft: Draft) -> Iterator[Block]:
    """A page for every organisation with a measure."""
    return _pages(draft, 1)


def annexed(draft: Draft) -> Iterator[Block]:
    """The same behind a plan: their headings stand under that of the annex."""
    return _pages(draft, 2)


def _pages(draft: Draft, level: int) -> Iterator[Block]:
    orgs = [o.key for o in draft.dossier.all(Organisation) if draft.dossier.measures_with(o.key)]
    if not orgs:
        yield draft.gap("Nog geen partners bij maatregelen.", "No partners in measures yet.")
    for place, org in enumerate(orgs):
        if place:
            yield PageBreak(landscape=draft.form.landscape)
        yield from page(draft, org, level=level, said=False)


def page(draft: Draft, org: str, *, level: int = 1, said: bool = True) -> Iterator[Block]:
    """`said`: whether it says what was done with this partner's input."""
    plan, say = draft.dossier.plan, draft.say
    name = draft.dossier.organisation_name(org)
    own = draft.dossier.measures_with(org)
    leading = tuple(m for m in own if m.lead and m.lead.org == org)
    taking_part = tuple(m for m in own if m not in leading)
    under = level + 1
    yield Heading(text=say(f"Uw bijdrage: {name}", f"Your contribution: {name}"), level=level)
    yield Paragraph(
        text=say(
            f"Dit zijn uw afspraken uit het {plan.title} van {place_name(plan.municipality.name)} "
            f"(versie {plan.version}).",
            f"These are your agreements from the {plan.title} of {plan.municipality.name} "
            f"(version {plan.version}).",
        )
    )
    if said:
        yield from _said(draft, org)
    yield from _table(draft, org, leading, say("U bent trekker", "You lead"), under)
    yield from _table(draft, org, taking_part, say("U werkt mee", "You take part"), under)
    if not own:
        yield draft.gap("Nog geen maatregelen voor u.", "No measures for you yet.")
    yield from _dates(draft, (*leading, *taking_part), under)
    yield from _contact(draft, org, taking_part, under)


def _said(draft: Draft, org: str) -> Iterator[Block]:
    """What was done with what this partner said, before anything else (domain V4)."""
    rows: list[Row] = [
        (comment.text, done(draft, comment.disposition, comment.reply))
        for comment in draft.dossier.all(Comment)
        if comment.org == org
    ]
    rows += [
        (proposal.title, done(draft, proposal.status, proposal.reason))
        for proposal in draft.dossier.all(Proposal)
        if org in proposal.by
    ]
    if rows:
        title = draft.say("Wat we met uw inbreng hebben gedaan", "What we did with your input")
        yield Heading(text=title, level=2)
        yield Table(
            caption=title,
            head=(
                draft.say("Uw punt", "Your point"),
                draft.say("Wat we hebben gedaan", "What we did"),
            ),
            rows=tuple(rows),
            widths=(50, 50),
        )


def _table(
    draft: Draft, org: str, measures: tuple[Measure, ...], title: str, level: int
) -> Iterator[Block]:
    if not measures:
        return
    columns = tuple(_for(column, org) for column in draft.form.columns)
    yield Heading(text=title, level=level)
    yield Table(
        caption=title,
        head=tuple(column.title.within(draft.language) for column in columns),
        rows=tuple(
            tuple(column.cell(draft.dossier, measure, draft.language) for column in columns)
            for measure in measures
        ),
        widths=tuple(column.width for column in columns),
    )


_WIDTHS = {"code": 9, "maatregel": 50, "rol": 12, "planning": 34, "contact": 21}


def _for(column: Column, org: str) -> Column:
    """The own role only, and names only: the addresses stand together below the tables."""
    cell = {"rol": role_of(org), "contact": contact_name}.get(column.id, column.cell)
    return replace(column, cell=cell, width=_WIDTHS.get(column.id, column.width))


def _dates(draft: Draft, own: tuple[Measure, ...], level: int) -> Iterator[Block]:
    dated = sorted(
        (milestone.when, measure.key, milestone.text)
        for measure in own
        for milestone in measure.milestones
        if milestone.when
    )
    if dated:
        yield Heading(text=draft.say("Uw data", "Your dates"), level=level)
        yield Bullets(
            lines=tuple(f"{draft.day(when)}: {text} ({key})" for when, key, text in dated)
        )


def _contact(
    draft: Draft, org: str, taking_part: tuple[Measure, ...], level: int
) -> Iterator[Block]:
    say, coordinator = draft.say, draft.dossier.coordinator
    yield Heading(text=say("Contact", "Contact"), level=level)
    own = [person.name for person in draft.dossier.people_of(org)]
    if not own:
        yield draft.gap(
            "Nog geen aanspreekpunt bij uw organisatie.", "No contact in your organisation yet."
        )
    said = []
    if own:
        said.append(
            say("Aanspreekpunt bij uw organisatie: ", "Contact in your organisation: ")
            + draft.listed(own)
        )
    if coordinator:
        said.append(say("Vragen: ", "Questions: ") + _reached(coordinator))
    keys = dict.fromkeys(m.lead.person for m in taking_part if m.lead and m.lead.person)
    others = [draft.dossier.get(Person, key) for key in keys]
    lines = [_reached(person) for person in others if person and person != coordinator]
    if lines:
        said.append(say("Trekkers: ", "Leads: ") + "; ".join(sorted(lines)))
    if said:
        yield Paragraph(text=". ".join(said) + ".")


def _reached(person: Person) -> str:
    return ", ".join(part for part in (person.name, person.email, person.phone) if part)
