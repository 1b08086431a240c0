"""The card on which the coordinator settles the progress, ten measures at a time."""

from __future__ import annotations

from collections.abc import Mapping

from dialogs.questionnaire.parts import named
from dialogs.questionnaire.progress import lights_mean
from dialogs.running.common import NOT_RUNNING, runs
from dialogs.turn import Said
from dialogs.view import Button, Element, Fold, Heading, Pick, Problem, View, Words, Write
from plan.content.answers import LIGHT, STATUS
from plan.dossier import Dossier
from plan.progress import open_round, reported, suggestion, unsettled
from plan.question import Option
from plan.records import Measure, Round, YearOfHistory
from plan.standing import asked, response
from plan.text import Text

DIALOG = "running.settling"
AT_ONCE = 10
LONGEST = 1200
UNKNOWN = Option(id="onbekend", text=Text(nl="Nog niet bekend", en="Not known yet"))


def settle_view(dossier: Dossier, said: Said, wrong: dict[str, Text] | None = None) -> View:
    """The next ten measures, filled in beforehand; what is wrong stands above the measure."""
    round_ = open_round(dossier)
    if round_ is None or not runs(dossier):
        return NONE_OPEN if runs(dossier) else NOT_RUNNING
    open_ = unsettled(dossier, round_)
    shown = open_[:AT_ONCE]
    elements: list[Element | Fold] = [lights_mean()]
    for measure in shown:
        why = (wrong or {}).get(measure.key)
        year = suggestion(dossier, round_, measure)
        elements += parts(dossier, round_, measure, year, said.inputs if why else {}, why)
    everything = Text(nl="Alles zo overnemen ({n})", en="Accept all as shown ({n})")
    title = Text(nl="Voortgang vaststellen, nog {n}", en="Settle the progress, {n} left")
    return View(
        title=title.fill(n=len(open_)),
        elements=(*_silent(dossier, round_), *elements),
        buttons=(
            Button(verb="save", label=Text(nl="Opslaan", en="Save"), primary=True),
            Button(verb="all", label=everything.fill(n=len(open_))),
        ),
        dialog=DIALOG,
        about={"round": round_.key, "measures": ",".join(m.key for m in shown)},
    )


NONE_OPEN = View(
    title=Text(
        nl="Er loopt geen voortgangsronde; alles is vastgesteld.",
        en="No progress round is under way; everything is settled.",
    )
)


def _silent(dossier: Dossier, round_: Round) -> tuple[Element, ...]:
    orgs = asked(dossier, round_)
    names = [o.name for o in orgs if response(dossier, round_.key, o.key) != "complete"]
    words = Text(
        nl="Nog niet klaar: {names}. Als alles is vastgesteld, sluit de ronde en krijgen zij geen "
        "herinnering meer.",
        en="Not ready yet: {names}. Once everything is settled the round closes and they get no "
        "more reminders.",
    )
    return (Words(text=words.fill(names=", ".join(names)), tone="warning"),) if names else ()


def parts(
    dossier: Dossier,
    round_: Round,
    measure: Measure,
    year: YearOfHistory,
    typed: Mapping[str, str],
    wrong: Text | None,
) -> tuple[Element, ...]:
    """One measure: what was typed, else the year as given."""
    key = measure.key
    lights, states = (*LIGHT, UNKNOWN), (*STATUS, UNKNOWN)
    return (
        Heading(text=named(measure), level=3),
        *((Problem(text=wrong),) if wrong else ()),
        Words(text=_heard(dossier, round_, measure), tone="subtle"),
        Pick(
            id=f"light/{key}",
            label=Text(nl="Licht", en="Light"),
            choices=tuple((one.id, one.text) for one in lights),
            value=typed.get(f"light/{key}", year.light or UNKNOWN.id),
            wide=True,
        ),
        Pick(
            id=f"progress/{key}",
            label=Text(nl="Stand", en="Status"),
            choices=tuple((one.id, one.text) for one in states),
            value=typed.get(f"progress/{key}", year.progress or UNKNOWN.id),
        ),
        Write(
            id=f"note/{key}",
            label=Text(nl="Toelichting en bijsturing", en="Note and adjustment"),
            value=typed.get(f"note/{key}", year.note or ""),
            limit=LONGEST,
        ),
    )


def _heard(dossier: Dossier, round_: Round, measure: Measure) -> Text:
    """Who said it, and whether by hand or in one tap."""
    org = measure.lead.org if measure.lead else None
    given = reported(dossier, round_, measure)
    if not given and measure.lead and measure.lead.person == dossier.plan.coordinator:
        return Text(nl="Je eigen maatregel", en="Your own measure")
    if not given:
        nothing = Text(nl="Geen antwoord van {org}", en="No answer from {org}")
        nobody = Text(nl="Nog geen trekker", en="No lead yet")
        return nothing.fill(org=dossier.organisation_name(org)) if org else nobody
    words = Text(nl="Opgegeven door {org}", en="Reported by {org}")
    one_tap = Text(nl="In één tik bevestigd door {org}", en="Confirmed in one tap by {org}")
    tapped = all(answer.source == "confirmed" for answer in given.values())
    return (one_tap if tapped else words).fill(org=dossier.organisation_name(org))
