"""What is particular about the request of a check: what each gets, silence, and moments."""

from __future__ import annotations

from dialogs.turn import Said
from dialogs.view import Element, Pick, Write
from plan.answering import clean
from plan.asking import leads
from plan.checking import asks_everything, own_parts, to_check
from plan.content import counts
from plan.dates import day_said, on_day
from plan.dossier import Dossier
from plan.records import Organisation
from plan.text import Text, counted
from plan.track import Step

LIMIT = 200
NOTHING, UNCHANGED, OWN = "none", "unchanged", "own"
MEANINGS = (
    (
        NOTHING,
        Text(
            nl='Niets: het plan vermeldt "geen reactie"', en='Nothing: the plan says "no response"'
        ),
    ),
    (
        UNCHANGED,
        Text(nl="De bijdrage gaat ongewijzigd mee", en="The contribution stands unchanged"),
    ),
    (OWN, Text(nl="Iets anders, zie hieronder", en="Something else, see below")),
)
AGREED = Text(
    nl="Zonder reactie uiterlijk {day} gaat uw bijdrage ongewijzigd mee in het plan; daar staat "
    'dan "stilzwijgend" bij.',
    en="Without a response by {day} your contribution stands unchanged in the plan, marked as "
    '"tacit".',
)


def gets(dossier: Dossier, org: Organisation, step: Step) -> Text:
    """`Politie: 5 maatregelen, waarvan 2 als trekker`, or what changed for it."""
    own = own_parts(dossier, org.key)
    asked = to_check(dossier, step.id, org.key)
    if not asks_everything(dossier, step.id, org.key):
        if not asked:
            return Text(nl="{org}: niets veranderd, één tik", en="{org}: no change, one tap").fill(
                org=org.name
            )
        words = Text(nl="{org}: {n} van de {total}", en="{org}: {n} of {total}")
        return words.fill(org=org.name, n=len(asked), total=counted(len(own), *counts.MEASURES))
    leading = sum(leads(measure, org.key) for measure in own)
    words = Text(
        nl="{org}: {lead} als trekker, {rest} als partner",
        en="{org}: {lead} as lead, {rest} as partner",
    )
    return words.fill(
        org=org.name, lead=counted(leading, *counts.MEASURES), rest=len(own) - leading
    )


def askable(dossier: Dossier) -> tuple[Organisation, ...]:
    """The partners of the rounds, and whoever else is in a measure and has a contact."""
    coordinator = dossier.coordinator
    home = coordinator.org if coordinator else None
    others = (
        org
        for org in dossier.all(Organisation)
        if not org.consulted and org.key != home and dossier.people_of(org.key)
    )
    return (*dossier.consulted, *(org for org in others if own_parts(dossier, org.key)))


def silence_inputs(said: Said) -> tuple[Element, ...]:
    """What no reaction means, as a choice, and when a talk could be."""
    return (
        Pick(
            id="meaning",
            label=Text(
                nl="Wat betekent het als een partner niet reageert? Dit staat in het verzoek.",
                en="What does it mean if a partner does not respond? The request says so.",
            ),
            choices=MEANINGS,
            value=said.inputs.get("meaning", NOTHING),
            wide=True,
        ),
        Write(
            id="silence",
            label=Text(
                nl="De afspraak in eigen woorden (alleen bij iets anders)",
                en="The agreement in your own words (only for something else)",
            ),
            value=said.inputs.get("silence", ""),
            limit=LIMIT,
            lines=False,
        ),
        Write(
            id="moments",
            label=Text(
                nl="Voorstel voor een gesprek (niet verplicht), zoals dinsdag 10.00 uur",
                en="Suggested time for a conversation (optional), such as Tuesday at 10:00",
            ),
            value=said.inputs.get("moments", ""),
            limit=LIMIT,
            lines=False,
        ),
    )


def silence_of(dossier: Dossier, said: Said, written: str) -> str:
    """The sentence that stands in the request, in the language of the plan; "" for nothing."""
    meaning = said.inputs.get("meaning", "")
    if meaning == UNCHANGED:
        day = day_said(said.inputs.get("deadline", ""))
        words = on_day(day) if day else Text.verbatim("")
        return AGREED.fill(day=words).within(dossier.plan.language)
    return "" if meaning == NOTHING else written


def moments_said(said: Said) -> str:
    return clean(said.inputs.get("moments", ""))
