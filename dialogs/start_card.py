"""The card that starts a plan, filled in from the one before where there is one."""

from __future__ import annotations

from datetime import date

from dialogs.proposing import DIALOG
from dialogs.turn import Said
from dialogs.view import Button, Day, Pick, View, Words, Write
from plan.calendar import local, on_or_before
from plan.dossier import Dossier
from plan.seasons import usual_college
from plan.text import Text

CATALOGUE = "catalogue"
BEGIN = Button(verb="begin", label=Text(nl="Reken terug", en="Work back"), primary=True)


def start_view(
    dossier: Dossier, said: Said, wrong: Text | None = None, *, after: Dossier | None = None
) -> View:
    """Everything on one card, filled in from last year's plan where there is one.

    `after` is the plan that this one follows, else the newest.
    """
    plans = {d.plan.key: d.plan for d in led_by(dossier, said)}
    last = after or max(led_by(dossier, said), key=lambda d: d.plan.year, default=None)
    newest = last.plan if last else None
    year = newest.year + newest.duration_years if newest else local(said.at).year + 1
    start = newest.ivp.start if newest and newest.ivp.start else year
    if newest and newest.ivp.end and year > newest.ivp.end:
        start = year
    given = said.inputs
    problem = (Words(text=wrong, tone="attention"),) if wrong else ()
    from_plan = Text(nl="Het plan van {year}: {title}", en="The {year} plan: {title}")
    sources = [
        (plan.key, from_plan.fill(year=plan.year, title=plan.title)) for plan in plans.values()
    ]
    sources.append((CATALOGUE, Text(nl="De catalogus van thema's", en="The catalogue of themes")))
    return View(
        title=Text(nl="Nieuw plan", en="New plan"),
        elements=(
            *problem,
            Pick(
                id="source",
                label=Text(nl="Waar beginnen we mee?", en="What do we start from?"),
                choices=tuple(sources),
                value=given.get("source", newest.key if newest else CATALOGUE),
                wide=len(sources) <= 6,
            ),
            Write(
                id="year",
                label=Text(nl="Voor welk jaar is het plan?", en="For which year is the plan?"),
                value=given.get("year", str(year)),
                lines=False,
                limit=4,
                required=True,
            ),
            Write(
                id="ivp_start",
                label=Text(
                    nl="In welk jaar begint het IVP waar dit plan onder valt?",
                    en="In which year does the IVP for this plan begin?",
                ),
                value=given.get("ivp_start", str(start)),
                lines=False,
                limit=4,
                required=True,
            ),
            Write(
                id="municipality",
                label=Text(nl="Voor welke gemeente?", en="For which municipality?"),
                value=given.get("municipality", newest.municipality.name if newest else ""),
                lines=False,
                limit=100,
                required=True,
            ),
            Write(
                id="together",
                label=Text(
                    nl="Samen met andere gemeenten? Noem ze (laat leeg als je het alleen maakt)",
                    en="Together with other municipalities? Name them (leave empty if you are on "
                    "your own)",
                ),
                value=given.get("together", ""),
                lines=False,
                limit=200,
            ),
            Day(
                id="college",
                label=Text(
                    nl="Wanneer moet het college besluiten?", en="When must the college decide?"
                ),
                value=given.get("college", _college(last, year, said).isoformat()),
                required=True,
            ),
        ),
        buttons=(BEGIN,),
        dialog=DIALOG,
    )


def _college(last: Dossier | None, year: int, said: Said) -> date:
    """The day that fits: as last time, where that still lies ahead."""
    usual = usual_college(last) if last else None
    ahead = usual is not None and usual > local(said.at).date()
    return usual if usual and ahead else on_or_before(date(year - 1, 12, 15))


def led_by(dossier: Dossier, said: Said) -> list[Dossier]:
    """The plans of the speaker, the one in hand first."""
    found = [(dossier, said.who.key)] if dossier else []
    found += [(other, person.key) for other, person in said.elsewhere]
    return [plan for plan, key in found if plan.plan.coordinator == key]
