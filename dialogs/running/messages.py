"""What leads and partners hear while the plan runs."""

from __future__ import annotations

from datetime import datetime

from dialogs.post import Kind
from dialogs.turn import Reply
from dialogs.view import Element, Facts, Heading, View, Words
from plan import labels
from plan.asking import led
from plan.calendar import local
from plan.changes import changes_of
from plan.difference import differences
from plan.dossier import Dossier
from plan.progress import open_round, year_of
from plan.records import Edition, Measure, Message, Person, Round
from plan.seasons import next_round_from
from plan.text import Text, joined


def _told(dossier: Dossier, message: Message, person: Person, now: datetime) -> Reply | None:
    """What was settled about the measures this lead reported on."""
    round_ = dossier.get(Round, message.key.split("/")[1])
    if round_ is None or message.org is None:
        return None
    year = year_of(dossier, local(round_.opened_at).date())
    rows = tuple(
        (Text.verbatim(f"{m.key} {m.title}"), state(m, year)) for m in led(dossier, message.org)
    )
    words = Text(
        nl="Dank voor uw antwoorden. Dit is vastgesteld en gaat zo naar het veiligheidsoverleg.",
        en="Thank you for your answers. This was settled and goes to the safety meeting.",
    )
    title = Text(nl="Voortgang {year} vastgesteld", en="Progress {year} settled").fill(year=year)
    return Reply(view=View(title=title, elements=(Words(text=words), Facts(rows=rows))))


def state(measure: Measure, year: int) -> Text:
    """`oranje, achter`, with the note under it."""
    past = next((h for h in measure.history if h.year == year), None)
    if past is None:
        return Text(nl="nog niet bekend", en="not known yet")
    parts = [labels.LIGHTS.get(past.light or ""), labels.PROGRESS.get(past.progress or "")]
    head = joined([part for part in parts if part], ", ")
    return joined([head, Text.verbatim(past.note)], " – ") if past.note else head


def _amended(dossier: Dossier, message: Message, person: Person, now: datetime) -> Reply | None:
    """What changed in a measure of this partner, and why."""
    measure = dossier.get(Measure, message.text)
    made = [c for c in changes_of(dossier, message.text) if c.at == message.made_at]
    if measure is None or not made:
        return None
    rows = tuple(
        (one.label, one.words)
        for one in differences(dossier, made[-1])
        if one.field != "planning" or measure.visibility != "internal"
    )
    version = message.key.split("/")[1]
    noted = dossier.get(Edition, version)
    title = Text(nl="Het uitvoeringsplan is gewijzigd: {code}", en="The plan was amended: {code}")
    elements: list[Element] = [Heading(text=Text.verbatim(measure.title), level=3)]
    elements.append(Facts(rows=rows))
    if noted and noted.why:
        why = Text(nl="Reden: {why}", en="Reason: {why}")
        words = noted.why.removeprefix(f"{measure.key}: ")
        elements.append(Words(text=why.fill(why=words)))
    elements.append(Words(text=_whom(dossier, version), tone="subtle"))
    return Reply(view=View(title=title.fill(code=measure.key), elements=tuple(elements)))


def _whom(dossier: Dossier, version: str) -> Text:
    words = Text(
        nl="Versie {version} van het plan. Klopt dit niet? Laat het {coordinator} weten.",
        en="Version {version} of the plan. Is this not right? Let {coordinator} know.",
    )
    return words.fill(version=version, coordinator=dossier.person_name(dossier.plan.coordinator))


def _season(dossier: Dossier, message: Message, person: Person, now: datetime) -> Reply | None:
    """What it is time for; nothing once it was seen to or its time has gone by."""
    today = local(now).date()
    if message.kind == "next_year_due":
        year = dossier.plan.year + dossier.plan.duration_years
        return Reply(text=NEXT_YEAR_DUE.fill(plan=dossier.plan.title, year=year))
    at = next_round_from(dossier, today)
    if at is None or at > today or open_round(dossier):
        return None
    return Reply(text=ROUND_DUE.fill(plan=dossier.plan.title))


ROUND_DUE = Text(
    nl="{plan}: het is tijd voor een voortgangsronde, drie korte vragen per maatregel aan de "
    'trekkers. Typ "status" om te beginnen.',
    en="{plan}: it is time for a progress round, three short questions per measure to the leads. "
    'Type "status" to begin.',
)
NEXT_YEAR_DUE = Text(
    nl="{plan}: het plan voor {year} kan beginnen. Het gaat uit van dit plan, met de afspraken en "
    'de voortgang. Nog niet begonnen? Typ "status".',
    en="{plan}: the plan for {year} can begin. It starts from this plan, with its agreements and "
    'progress. Not begun yet? Type "status".',
)
MESSAGES = {
    "round_due": Kind(
        say=_season,
        summary=Text(nl="Tijd voor een voortgangsronde", en="Time for a progress round"),
    ),
    "next_year_due": Kind(
        say=_season,
        summary=Text(nl="Tijd voor het volgende plan", en="Time for the next plan"),
    ),
    "progress_told": Kind(
        say=_told,
        summary=Text(nl="Voortgang vastgesteld", en="Progress settled"),
    ),
    "amended_plan": Kind(
        say=_amended,
        summary=Text(nl="Het uitvoeringsplan is gewijzigd", en="The safety plan was amended"),
    ),
}
