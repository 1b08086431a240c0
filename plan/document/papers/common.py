"""Passages that several papers share: what is in the plan, what changes, what is short."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plan.blocks import Block, Bullets, Cell, Heading, Paragraph, Table
from plan.deciding import going
from plan.document.draft import Draft
from plan.document.summary import CHANGES, change_line, changes, stopped
from plan.records import DecisionStep, Measure
from plan.route import meets
from plan.text import headed


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
            headed(theme.title, draft.dossier.goal(theme.key) or no_goal(draft))
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


def is_first(draft: Draft) -> bool:
    """In the first year of an IVP nothing is different from last year: all of it begins."""
    return draft.dossier.plan.track == "first_year"


def main_measures(draft: Draft) -> tuple[Measure, ...]:
    """What changes most; in a first year the largest measures, of priorities first."""
    if not is_first(draft):
        return changes(draft)

    def rank(measure: Measure) -> tuple[bool, float, str]:
        category = draft.dossier.category(draft.dossier.theme_of(measure))
        means = sum(claim.hours for claim in measure.capacity)
        return category != "priority", -means, measure.key

    return tuple(sorted(going(draft.dossier), key=rank)[:CHANGES])


def changed(draft: Draft) -> Iterator[Block]:
    found, say = main_measures(draft), draft.say
    if found and is_first(draft):
        yield Paragraph(text=say("De grootste maatregelen:", "The largest measures:"))
        lines = (f"{m.title} ({draft.lead_of(m) or no_lead(draft)})" for m in found)
        yield Bullets(lines=tuple(lines))
    elif found:
        yield Paragraph(text=say("De belangrijkste wijzigingen:", "The most important changes:"))
        yield Bullets(lines=tuple(change_line(draft, measure) for measure in found))
    elif _undecided(draft) or is_first(draft):
        yield draft.gap("Nog geen wijzigingen vastgelegd.", "No changes recorded yet.")
    else:
        words = say("Alle maatregelen gaan ongewijzigd door.", "All measures go on unchanged.")
        yield Paragraph(text=words)


def no_lead(draft: Draft) -> str:
    return draft.say("nog geen trekker", "no lead yet")


def _undecided(draft: Draft) -> bool:
    return any(measure.decision is None for measure in draft.dossier.measures)


def stops(draft: Draft) -> Iterator[Block]:
    """What stops or shrinks; in a first year there is nothing yet that could."""
    less = [m for m in draft.dossier.measures if m.decision in ("stop", "scale_down")]
    if less:
        yield Paragraph(text=draft.say("Wat stopt of minder wordt:", "What stops or is reduced:"))
        yield Bullets(lines=tuple(stopped(draft, measure) for measure in less))
    elif not is_first(draft) and not _undecided(draft):
        yield Paragraph(
            text=draft.say("Er stopt geen maatregel.", "No measure stops or is scaled down.")
        )
