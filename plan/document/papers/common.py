"""Passages that several papers share: what is in the plan, what changes, what is short."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plan.blocks import Block, Bullets, Cell, Heading, Paragraph, Table
from plan.document.draft import Draft
from plan.document.summary import change_line, changes, stopped
from plan.records import DecisionStep
from plan.route import meets


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
