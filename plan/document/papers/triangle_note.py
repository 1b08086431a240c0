"""The annotation for the triangle: what the plan asks of police and prosecution."""

from __future__ import annotations

from collections.abc import Iterator

from plan.blocks import Block, Bullets, Cell, Paragraph, Row, Table
from plan.content.counts import MEASURES
from plan.deciding import going, of_the_triangle, parked
from plan.document.draft import Draft
from plan.document.overview import confirmation
from plan.document.papers.common import head, meeting, priorities, section, steller
from plan.document.papers.cost import hours
from plan.dossier import involved
from plan.notation import period
from plan.records import Measure
from plan.route import first_of
from plan.text import counted


def triangle_note(draft: Draft) -> Iterator[Block]:
    body = first_of(draft.dossier, "triangle")
    orgs = of_the_triangle(draft.dossier)
    title = draft.say("Annotatie voor de driehoek", "Note for the triangle")
    yield from head(draft, title, (meeting(draft, body), steller(draft)))
    yield section("Gevraagd aan de driehoek", "Asked of the triangle", draft)
    yield Paragraph(text=_asked(draft))
    yield section("Prioriteiten", "Priorities", draft)
    yield from priorities(draft)
    yield section("Inzet van politie en Openbaar Ministerie", "Police and prosecution", draft)
    if not orgs:
        yield draft.gap(
            "Politie en Openbaar Ministerie staan nog bij geen enkele maatregel.",
            "Police and prosecution take part in no measure yet.",
        )
        return
    yield from hours(draft, orgs)
    yield from _measures(draft, orgs)
    yield section("Toezeggingen", "Commitments", draft)
    yield _commitments(draft, orgs)
    left = parked(draft.dossier)
    if left:
        yield section("Geparkeerde punten", "Parked points", draft)
        yield Bullets(lines=left)


def _asked(draft: Draft) -> str:
    plan = draft.dossier.plan
    shared = len(plan.region.municipalities) if plan.region else 0
    words = draft.say(
        f"De inzet te bespreken die het {plan.title} van politie en Openbaar Ministerie vraagt, "
        f"en de punten waarop die inzet knelt.",
        f"To discuss what the {plan.title} asks of police and prosecution, and where that falls "
        f"short.",
    )
    if shared < 2:
        return words
    return words + draft.say(
        f" De driehoek werkt voor {shared} gemeenten. Elk college stelt zijn eigen plan vast.",
        f" The triangle serves {shared} municipalities. Each college adopts its own plan.",
    )


def _measures(draft: Draft, orgs: tuple[str, ...]) -> Iterator[Block]:
    """What they lead or give hours to in a table; where hours are not agreed yet in a line."""
    say = draft.say
    theirs = [m for m in going(draft.dossier) if set(orgs) & set(involved(m))]
    heavy = [m for m in theirs if _weighs(m, orgs)]
    if heavy:
        yield Table(
            caption=say(
                "Maatregelen die zij trekken of waarvoor zij uren leveren",
                "Measures they lead or give hours to",
            ),
            head=(
                say("Code", "Code"),
                say("Maatregel", "Measure"),
                say("Trekker", "Lead"),
                say("Inzet", "Effort"),
                say("Periode", "Period"),
            ),
            rows=tuple(_row(draft, measure, orgs) for measure in heavy),
            widths=(9, 39, 18, 18, 16),
        )
    light = [m.key for m in theirs if m not in heavy]
    number = counted(len(light), *MEASURES)
    if light:
        yield draft.gap(
            f"Zij werken ook mee aan {number.nl} zonder afgesproken uren: {draft.listed(light)}.",
            f"They also take part in {number.en} without agreed hours: {draft.listed(light)}.",
        )


def _weighs(measure: Measure, orgs: tuple[str, ...]) -> bool:
    leads = measure.lead is not None and measure.lead.org in orgs
    return leads or any(claim.org in orgs for claim in measure.capacity)


def _row(draft: Draft, measure: Measure, orgs: tuple[str, ...]) -> Row:
    unit = draft.say("uur", "hours")
    claims = [
        f"{draft.abbreviation(claim.org)} {draft.figure(claim.hours)} {unit}"
        for claim in measure.capacity
        if claim.org in orgs
    ]
    effort: Cell = "\n".join(claims) or draft.gap("Nog geen uren", "No hours yet")
    plan = measure.planning
    when: Cell = period(plan.start, plan.end, draft.language) or draft.gap(
        "Nog geen periode", "No period yet"
    )
    lead: Cell = draft.lead_of(measure) or draft.gap("Nog geen trekker", "No lead yet")
    return measure.key, measure.title, lead, effort, when


def _commitments(draft: Draft, orgs: tuple[str, ...]) -> Table:
    say = draft.say
    return Table(
        caption=say("Toezeggingen", "Commitments"),
        head=(say("Organisatie", "Organisation"), say("Reactie", "Response")),
        rows=tuple((draft.dossier.organisation_name(o), confirmation(draft, o)) for o in orgs),
        widths=(50, 50),
    )
