"""What the fields of a measure are called, and what is said of one that is wrong."""

from __future__ import annotations

from plan.text import Text

LABELS = {
    "title": Text(
        nl="Wat doen we? (werkwoord, wat en hoeveel)", en="What do we do? (verb, what, how much)"
    ),
    "description": Text(nl="Omschrijving", en="Description"),
    "item": Text(nl="Actiepunt", en="Action item"),
    "decision": Text(nl="Besluit", en="Verdict"),
    "decision_reason": Text(nl="Reden van het besluit", en="Reason for the verdict"),
    "lead": Text(nl="Trekker", en="Lead"),
    "partners": Text(nl="Partners", en="Partners"),
    "period": Text(nl="Wanneer", en="When"),
    "start": Text(nl="Begin", en="Start"),
    "end": Text(nl="Einde", en="End"),
    "cadence": Text(nl="Ritme (bijvoorbeeld: elke maand)", en="Rhythm (such as: every month)"),
    "result": Text(nl="Wat levert het op?", en="What will it deliver?"),
    "indicator": Text(nl="Waaraan zien we dat?", en="How will we see that?"),
    "milestone": Text(nl="Nieuwe mijlpaal", en="New milestone"),
    "milestone_day": Text(nl="Mijlpaal uiterlijk op", en="Milestone by"),
    "hours": Text(
        nl='Uren, per regel een organisatie, zoals "Politie: 120"',
        en='Hours, an organisation per line, such as "Politie: 120"',
    ),
    "budget": Text(nl="Kosten in euro's", en="Costs in euros"),
    "funding": Text(nl="Dekking", en="Cover"),
    "chain_phase": Text(nl="Schakel in de veiligheidsketen", en="Link in the safety chain"),
    "target": Text(nl="Gericht op", en="Aimed at"),
    "reach": Text(nl="Reikwijdte", en="Reach"),
    "instrument": Text(nl="Instrument", en="Instrument"),
    "evidence": Text(nl="Onderbouwing", en="Evidence"),
    "evidence_note": Text(
        nl="Waarom denken we dat dit werkt?", en="Why do we think that this works?"
    ),
    "known": Text(nl="Voorbeelden die partners noemden", en="Examples that partners named"),
    "practices": Text(
        nl="Goede voorbeelden elders, één per regel (naam of verwijzing)",
        en="Good practices elsewhere, one per line (name or reference)",
    ),
    "scope": Text(nl="Schaal", en="Scale"),
    "regional_lead": Text(nl="Regionale trekker", en="Regional lead"),
}
HOURS_OF = Text(nl="Uren van {org}", en="Hours of {org}")
NO_HOURS = Text(
    nl='Dit begrijp ik niet: "{line}". Schrijf een organisatie uit het plan, een dubbele punt en '
    "een getal.",
    en='I do not understand "{line}". Write an organisation of the plan, a colon and a number.',
)
NO_NUMBER = Text(
    nl="Vul een aantal uren in, zoals 120.", en="Give a number of hours, such as 120."
)
NO_AMOUNT = Text(
    nl="Schrijf de kosten als een bedrag, zoals 8.000.",
    en="Write the costs as an amount, such as 8.000.",
)
NO_TITLE = Text(nl="Schrijf wat we doen.", en="Write what we do.")
NO_ITEM = Text(nl="Kies een actiepunt.", en="Choose an action item.")
NO_DAY = Text(nl="Dit is geen datum.", en="This is not a date.")
BACKWARDS = Text(nl="Het einde ligt voor het begin.", en="The end is before the start.")
WHICH_MILESTONE = Text(nl="Welke mijlpaal is dat?", en="Which milestone is that?")
