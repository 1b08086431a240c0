"""What the fields of a measure are called, and what can be chosen in them."""

from __future__ import annotations

from plan import labels
from plan.answering import plain
from plan.classifying import EVIDENCE, INSTRUMENTS, REACHES
from plan.dossier import Dossier
from plan.records import Answer, Capacity, Material, Measure, Organisation
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
VERDICTS = tuple((key, text) for key, text in labels.VERDICTS.items() if key != "new")
_REACH = {
    "algemeen": Text(nl="Iedereen", en="Everybody"),
    "risicogroep": Text(nl="Risicogroep", en="At risk"),
    "betrokkenen": Text(nl="Betrokkenen", en="Already involved"),
}
_INSTRUMENT = {
    "voorlichting": Text(nl="Voorlichting", en="Information"),
    "toezicht": Text(nl="Toezicht", en="Supervision"),
    "bestuurlijk": Text(nl="Bestuurlijk", en="Administrative"),
    "strafrechtelijk": Text(nl="Strafrechtelijk", en="Criminal law"),
    "zorg": Text(nl="Zorg", en="Care"),
    "fysiek": Text(nl="Fysiek", en="Physical"),
    "samenwerking": Text(nl="Samenwerking", en="Cooperation"),
    "financieel": Text(nl="Financieel", en="Financial"),
}
_EVIDENCE = {
    "bewezen": Text(nl="Bewezen", en="Proven"),
    "veelbelovend": Text(nl="Veelbelovend", en="Promising"),
    "praktijk": Text(nl="Ervaring uit de praktijk", en="Experience in practice"),
    "onbekend": Text(nl="Nog onbekend", en="Not known yet"),
}
CHOICES = {
    "decision": VERDICTS,
    "chain_phase": tuple(labels.CHAIN_PHASES.items()),
    "target": tuple(labels.TARGETS.items()),
    "reach": tuple((key, _REACH[key]) for key in REACHES),
    "instrument": tuple((key, _INSTRUMENT[key]) for key in INSTRUMENTS),
    "evidence": tuple((key, _EVIDENCE[key]) for key in EVIDENCE),
    "scope": tuple(labels.SCOPES.items()),
}


MOST_EXAMPLES = 12


def practices_known(dossier: Dossier) -> tuple[tuple[str, Text], ...]:
    """What partners named in the evaluation (M3), and the good practices that were gathered."""
    said = [
        (f"answer:{n}", f"{a.text} ({dossier.organisation_name(a.org)})")
        for n, a in enumerate(_named(dossier))
    ]
    found = [m for m in dossier.all(Material) if m.kind == "good_practice"]
    said += [(f"material:{n}", m.title) for n, m in enumerate(found)]
    return tuple((key, Text.verbatim(words)) for key, words in said[:MOST_EXAMPLES])


def _named(dossier: Dossier) -> list[Answer]:
    return [a for a in dossier.latest_answers if a.question == "M3" and a.text]


def given_hours(dossier: Dossier, measure: Measure) -> str:
    """`Politie: 120`, a line per organisation."""
    named = [(dossier.organisation_name(c.org), c.hours) for c in measure.capacity]
    return "\n".join(f"{name}: {hours:g}" for name, hours in named)


def read_hours(dossier: Dossier, words: str) -> tuple[Capacity, ...]:
    """Raises ValueError with the line that is no organisation with a number."""
    return tuple(_claim(dossier, line) for line in words.splitlines() if line.strip())


def _claim(dossier: Dossier, line: str) -> Capacity:
    name, colon, number = line.rpartition(":")
    said = plain(name)
    orgs = dossier.all(Organisation)
    exact = [o for o in orgs if said in (plain(o.key), plain(o.name))]
    within = [o for o in orgs if said and said in plain(o.name)]
    found = exact or (within if len(within) == 1 else [])
    digits = number.strip().replace(".", "").replace(",", ".")
    if not (colon and found) or not digits.replace(".", "", 1).isdecimal():
        raise ValueError(line)
    return Capacity(org=found[0].key, hours=float(digits))
