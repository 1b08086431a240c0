"""The record of decisions: what each body decided, changed and what came of that."""

from __future__ import annotations

from collections.abc import Iterator

from plan.blocks import Block, Bullets, Paragraph, Row, Table
from plan.bodies import capital, the
from plan.calendar import local
from plan.changes import altered_fields, standing
from plan.document.draft import Draft
from plan.document.papers.common import head, holder, section, steller
from plan.document.papers.course import decided, route_table
from plan.editions import latest
from plan.records import Change, DecisionStep
from plan.route import on_route
from plan.text import Text

FIELDS = {
    "title": Text(nl="titel", en="title"),
    "description": Text(nl="omschrijving", en="description"),
    "result": Text(nl="resultaat", en="result"),
    "funding": Text(nl="dekking", en="cover"),
    "decision": Text(nl="besluit", en="verdict"),
    "lead": Text(nl="trekker", en="lead"),
    "partners": Text(nl="partners", en="partners"),
    "planning": Text(nl="planning", en="planning"),
    "capacity": Text(nl="uren", en="hours"),
    "budget_eur": Text(nl="kosten", en="costs"),
    "goal": Text(nl="doel", en="goal"),
    "narrative": Text(nl="tekst", en="text"),
    "desired_effect": Text(nl="beoogd effect", en="intended effect"),
}


def decisions(draft: Draft) -> Iterator[Block]:
    title = draft.say("Overzicht van besluiten", "Record of decisions")
    yield from head(draft, title, (steller(draft), holder(draft)))
    yield _state(draft)
    yield route_table(draft)
    for body in on_route(draft.dossier):
        yield from _of_body(draft, body)


def _state(draft: Draft) -> Block:
    body, kept, say = decided(draft), latest(draft.dossier), draft.say
    if body is None:
        return draft.gap("Het plan is nog niet vastgesteld.", "The plan has not been adopted yet.")
    day = body.decided_on or body.day
    when = say(f" op {draft.day(day)}", f" on {draft.day(day)}") if day else ""
    mark = say(f", kenmerk {body.reference}", f", reference {body.reference}")
    version = f" ({say('versie', 'version')} {kept.key})" if kept else ""
    words = say(f"Vastgesteld{when} door {the(body).nl}", f"Adopted{when} by {the(body).en}")
    return Paragraph(text=f"{words}{mark if body.reference else ''}{version}.", strong=True)


def _of_body(draft: Draft, body: DecisionStep) -> Iterator[Block]:
    made = [c for c in standing(draft.dossier) if c.because == f"decision/{body.key}"]
    if not (body.text or body.amended or made):
        return
    name = capital(body.body)
    yield section(name, name, draft)
    if body.text:
        yield Paragraph(text=body.text, quoted=True)
    if body.amended:
        named = draft.say("Te wijzigen:", "To be changed:")
        yield Paragraph(text=named)
        title = draft.dossier.title
        yield Bullets(lines=tuple(f"{one}: {title(one)}" for one in body.amended))
    if made:
        yield _changes(draft, made)


def _changes(draft: Draft, made: list[Change]) -> Table:
    say = draft.say
    return Table(
        caption=say("Verwerkte wijzigingen", "Changes made"),
        head=(
            say("Onderdeel", "Part"),
            say("Wat is gewijzigd", "What was changed"),
            say("Datum", "Date"),
            say("Door", "By"),
        ),
        rows=tuple(_change(draft, one) for one in made),
        widths=(34, 30, 16, 20),
    )


def _change(draft: Draft, made: Change) -> Row:
    names = (draft.called(FIELDS, name) for name in altered_fields(made))
    return (
        f"{made.subject} {draft.dossier.title(made.subject)}",
        ", ".join(names),
        draft.short_day(local(made.at).date()),
        draft.dossier.person_name(made.by),
    )
