"""A new plan before it is kept: its track and calendar, to look at first."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from dialogs.turn import Reply, Turn
from dialogs.view import Button, Element, Facts, Listing, View, Words
from plan.beginning import CYCLE
from plan.content import counts
from plan.content.tracks import TRACKS
from plan.dates import on_day
from plan.dossier import Dossier
from plan.records import Outcome, Proposal, Record
from plan.schools import region_of
from plan.text import Text, counted
from plan.working_back import warnings

DIALOG = "start"


def proposal_view(
    records: tuple[Record, ...], given: Mapping[str, str], there: Collection[str] = ()
) -> View:
    """What would be made; nothing is kept before the coordinator says so."""
    made = Dossier(records)
    return View(
        title=Text(
            nl="Zo wordt het plan voor {year}", en="How the plan for {year} would look"
        ).fill(year=made.plan.year),
        elements=(
            *((Words(text=TWICE, tone="warning"),) if made.plan.full_title in there else ()),
            *_outline(made),
        ),
        buttons=(
            Button(verb="keep", label=Text(nl="Plan beginnen", en="Begin the plan"), primary=True),
            Button(verb="change", label=Text(nl="Aanpassen", en="Change")),
        ),
        dialog=DIALOG,
        about=dict(given),
    )


TWICE = Text(
    nl="Let op: er is al een plan met deze titel voor deze gemeente.",
    en="Note: there is a plan of this title for this municipality already.",
)


def begun(records: tuple[Record, ...]) -> Turn:
    """The plan is kept and taken in hand."""
    made = Dossier(records)
    title = Text(nl="Opgeslagen: {title}", en="Saved: {title}")
    following = Text(
        nl='Typ "verder" voor de eerste stap, of "contact" om een partner toe te voegen.',
        en='Type "next" for the first step, or "contact" to add a partner.',
    )
    return Turn(
        begin=records,
        current=made.plan.key,
        instead=View(title=title.fill(title=made.plan.title), elements=_outline(made)),
        replies=(Reply(text=following),),
    )


def _outline(made: Dossier) -> tuple[Element, ...]:
    """The track, the calendar worked back, what no longer fits, and what is in it."""
    plan = made.plan
    titles = {step.id: step.title for step in TRACKS[plan.track].steps}
    days = Text(nl="{start} – {end}", en="{start} – {end}")
    rows = tuple(
        (titles[one.step], days.fill(start=on_day(one.start), end=on_day(one.end)))
        for one in plan.calendar
    )
    short = warnings(plan.calendar, titles, plan.free_days, region_of(plan))
    held = Text(
        nl="In het plan: {themes} en {measures}.", en="In the plan: {themes} and {measures}."
    )
    return (
        Words(text=_year_of_the_ivp(made)),
        Facts(rows=rows),
        *((Listing(lines=short),) if short else ()),
        Words(
            text=held.fill(
                themes=counted(len(made.themes), *counts.THEMES),
                measures=counted(len(made.measures), *counts.MEASURES),
            )
        ),
        *_along(made),
    )


def _along(made: Dossier) -> tuple[Element, ...]:
    """What comes along from last year's plan besides the measures."""
    agreements, ideas = len(made.all(Outcome)), len(made.all(Proposal))
    lines = [
        Text(nl="{n} uit de sessie van vorig jaar", en="{n} from last year's session").fill(
            n=counted(agreements, *counts.AGREEMENTS)
        ),
        Text(nl="{n} om opnieuw te bekijken", en="{n} to look at again").fill(
            n=counted(ideas, *counts.PARKED)
        ),
    ]
    found = tuple(line for line, n in zip(lines, (agreements, ideas), strict=True) if n)
    title = Text(nl="Er gaat ook mee:", en="Also coming along:")
    return (Words(text=title), Listing(lines=found)) if found else ()


def _year_of_the_ivp(made: Dossier) -> Text:
    number = made.plan.ivp_year_number or 1
    words = Text(
        nl="Dit is jaar {n} van het IVP, dus we volgen de stappen voor een {track}.",
        en="This is year {n} of the IVP, so we take the steps of a {track}.",
    ).fill(n=number, track=TRACKS[made.plan.track].title)
    late = Text(
        nl=" Let op: een IVP loopt vier jaar. Klopt het beginjaar?",
        en=" Note: an IVP runs for four years. Is its first year right?",
    )
    return words + late if number > CYCLE else words
