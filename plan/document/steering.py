"""Who directs, where we meet, how we adjust, and who hears of it."""

from __future__ import annotations

from collections.abc import Iterator

from plan.blocks import Bars, Block, Heading, Paragraph, Table
from plan.bodies import capital
from plan.document.draft import Draft
from plan.records import DecisionStep, Meeting


def steering(draft: Draft) -> Iterator[Block]:
    """Who directs, where we meet, how we adjust and report."""
    say, plan = draft.say, draft.dossier.plan
    coordinator = draft.dossier.person_name(plan.coordinator)
    holder = draft.dossier.person_name(plan.portfolio_holder)
    yield Paragraph(
        text=say(
            f"De gemeente voert de regie. {_duties_nl(coordinator, holder)} Elke maatregel heeft "
            f"één trekker. Die mag anderen aanspreken op hun afspraken.",
            f"The municipality directs. {_duties_en(coordinator, holder)} Every measure has one "
            f"lead, who may call others to account for what was agreed.",
        )
    )
    yield from _meetings(draft)
    yield Heading(text=say("Volgen en bijsturen", "Monitoring and adjusting"), level=2)
    yield Paragraph(
        text=say(
            "Hoogstens twee keer per jaar melden de trekkers de stand: groen (binnen tijd, geld "
            "en kwaliteit), oranje (er is bijsturing nodig) of rood (het lukt niet binnen de "
            "afspraken). Bij oranje en rood vermelden zij oorzaak, gevolg en bijsturing.",
            "At most twice a year the leads report: green (within time, money and quality), "
            "orange (adjustment needed) or red (not possible within the agreements). With orange "
            "and red they state cause, consequence and adjustment.",
        )
    )
    yield Heading(text=say("Wie trekt wat", "Who leads what"), level=2)
    yield from leads(draft)


def _duties_nl(coordinator: str, holder: str) -> str:
    said = f"{coordinator} coördineert het plan." if coordinator else ""
    return f"{said} {holder} is portefeuillehouder." if holder else said


def _duties_en(coordinator: str, holder: str) -> str:
    said = f"{coordinator} coordinates the plan." if coordinator else ""
    return f"{said} {holder} is portfolio holder." if holder else said


def _meetings(draft: Draft) -> Iterator[Block]:
    say, meetings = draft.say, draft.dossier.all(Meeting)
    yield Heading(text=say("Overleggen", "Meetings"), level=2)
    if not meetings:
        yield draft.gap("Nog geen overleggen vastgelegd.", "No meetings recorded yet.")
        return
    yield Table(
        caption=say("Overleggen", "Meetings"),
        head=(say("Overleg", "Meeting"), say("Hoe vaak", "How often")),
        rows=tuple(
            (m.name, m.frequency or draft.gap("Nog niet bekend", "Not known yet"))
            for m in meetings
        ),
        widths=(60, 40),
    )


def leads(draft: Draft) -> Iterator[Block]:
    """A picture of how many measures each organisation leads."""
    counts: dict[str, int] = {}
    for measure in draft.dossier.measures:
        if measure.decision != "stop":
            org = measure.lead.org if measure.lead and measure.lead.org else ""
            counts[org] = counts.get(org, 0) + 1
    nobody = draft.say("Nog geen trekker", "No lead yet")
    if counts:
        yield Bars(
            caption=draft.say("Wie trekt wat", "Who leads what"),
            rows=tuple(
                (draft.short(org) if org else nobody, float(n))
                for org, n in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
            ),
            unit=draft.say("maatregelen", "measures"),
            single=draft.say("maatregel", "measure"),
        )


def communication(draft: Draft) -> Iterator[Block]:
    say, route = draft.say, draft.dossier.all(DecisionStep)
    informed = [b for b in route if "kennisname" in (b.role or "") and not b.skipped]
    yield Table(
        caption=say("Wie krijgt wat", "Who gets what"),
        head=(say("Voor wie", "For whom"), say("Hoe", "How"), say("Wanneer", "When")),
        rows=(
            (
                say("Partners", "Partners"),
                say(
                    "het plan en een bladzijde met de eigen afspraken",
                    "the plan and a page with their own agreements",
                ),
                say("direct na vaststelling", "right after adoption"),
            ),
            *(
                (
                    capital(step.body),
                    step.role or "",
                    draft.day(step.day)
                    if step.day
                    else draft.gap("Nog geen datum", "No date yet"),
                )
                for step in informed
            ),
            (
                say("Inwoners en ondernemers", "Residents and businesses"),
                say("een samenvatting in gewone taal", "a summary in plain language"),
                say("na vaststelling", "after adoption"),
            ),
        ),
        widths=(28, 46, 26),
    )
    yield Paragraph(
        text=say(
            "In stukken over dit plan staan geen gegevens die tot inwoners herleidbaar zijn.",
            "Documents about this plan hold no details that can be traced to residents.",
        )
    )
