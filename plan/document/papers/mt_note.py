"""The note with which the plan goes to the MT: what it decides on, and what is still open."""

from __future__ import annotations

from collections.abc import Iterator

from plan.blocks import Block, Bullets, Heading, PageBreak, Paragraph, Table
from plan.bodies import the
from plan.deciding import explained, open_findings, parked, unconfirmed, uncovered
from plan.document.draft import Draft
from plan.document.papers.common import head, holder, in_short, meeting, section, steller
from plan.document.papers.cost import money, own_teams
from plan.document.papers.course import what_follows
from plan.document.papers.participation import in_a_sentence
from plan.records import Confirmed
from plan.route import adopting, first_of
from plan.text import Text

WITHOUT_FINDINGS = "mt_note_without_findings"
"""Confirmed when the coordinator leaves the annex out (domain 10, point 5)."""


def mt_note(draft: Draft) -> Iterator[Block]:
    body = first_of(draft.dossier, "mt")
    title = draft.say("Oplegnotitie voor het MT", "Note for the MT")
    yield from head(draft, title, (meeting(draft, body), steller(draft), holder(draft)))
    yield section("Gevraagd besluit", "Decision requested", draft)
    yield Bullets(lines=tuple(_asked(draft)))
    yield section("Aanleiding", "Background", draft)
    yield Paragraph(text=_occasion(draft))
    yield section("Het plan in het kort", "The plan in brief", draft)
    yield from in_short(draft)
    yield from own_teams(draft)
    yield section("Kosten en dekking", "Costs and cover", draft)
    yield from money(draft)
    yield section("Partners", "Partners", draft)
    yield from _partners(draft)
    yield from _parked(draft)
    yield from what_follows(draft)
    yield from _findings(draft)


def _asked(draft: Draft) -> Iterator[str]:
    say, last = draft.say, adopting(draft.dossier)
    known = Text(nl="het vaststellende orgaan", en="the body that adopts it")
    name = (the(last) if last else known).within(draft.language)
    yield say(
        f"In te stemmen met het {draft.dossier.plan.title} en het ter vaststelling voor te "
        f"leggen aan {name}.",
        f"To agree to the {draft.dossier.plan.title} and put it to {name} for adoption.",
    )
    yield say(
        "De gevraagde uren van de eigen teams beschikbaar te stellen.",
        "To make the requested hours of the own teams available.",
    )
    open_ = uncovered(draft.dossier)
    if open_:
        total = draft.euros(sum(m.budget_eur or 0 for m in open_))
        codes = draft.listed(m.key for m in open_)
        yield say(
            f"Te besluiten over de dekking van {codes} ({total}), of te kiezen wat vervalt.",
            f"To decide how {codes} ({total}) will be paid for, or to choose what is dropped.",
        )


def _occasion(draft: Draft) -> str:
    plan = draft.dossier.plan
    number = plan.ivp_year_number
    year = (
        draft.say(f"Dit is jaar {number} van het IVP. ", f"This is year {number} of the IVP. ")
        if number
        else ""
    )
    return draft.say(
        f"Het {plan.ivp.title} wordt elk jaar uitgewerkt in een uitvoeringsplan. {year}In het "
        f"plan staat wie wat doet, met welke inzet en wanneer.",
        f"The {plan.ivp.title} is worked out in a yearly plan. {year}The plan says who does what, "
        f"with which effort and when.",
    )


def _partners(draft: Draft) -> Iterator[Block]:
    yield Paragraph(text=in_a_sentence(draft))
    left = unconfirmed(draft.dossier)
    if left:
        names = draft.listed(draft.short(org) for org in left)
        yield draft.gap(
            f"Nog niet zonder voorbehoud bevestigd door: {names}.",
            f"Not yet confirmed without reservation by: {names}.",
        )


def _parked(draft: Draft) -> Iterator[Block]:
    left = parked(draft.dossier)
    if left:
        yield section("Geparkeerde punten", "Parked points", draft)
        yield Bullets(lines=left)


def _findings(draft: Draft) -> Iterator[Block]:
    """The annex: what stands out in the mix, and what was explained."""
    if draft.dossier.get(Confirmed, WITHOUT_FINDINGS):
        return
    say, found, told = draft.say, open_findings(draft.dossier), explained(draft.dossier)
    if not found and not told:
        return
    yield PageBreak()
    yield Heading(text=say("Bijlage: aandachtspunten", "Annex: points of attention"))
    yield Paragraph(
        text=say(
            "Deze punten vielen op bij een controle van de maatregelen. Het zijn adviezen. Het "
            "oordeel is aan u.",
            "These points stood out in a check of the measures. They are advice; you decide.",
        )
    )
    if found:
        yield _table(
            draft,
            say("Nog open", "Still open"),
            [
                (f.check, f.message.within(draft.language), f.action.within(draft.language))
                for f in found
            ],
            say("Advies", "Advice"),
        )
    if told:
        yield _table(
            draft,
            say("Toegelicht", "Explained"),
            [(f.check, f.message.within(draft.language), f.dismissed or "") for f in told],
            say("Waarom het zo blijft", "Why it stays"),
        )


def _table(draft: Draft, caption: str, rows: list[tuple[str, str, str]], last: str) -> Table:
    return Table(
        caption=caption,
        head=(draft.say("Code", "Code"), draft.say("Wat opvalt", "What stands out"), last),
        rows=tuple(rows),
        widths=(9, 50, 41),
    )
