"""What can be chosen for a measure, and how its numbers are written and read."""

from __future__ import annotations

import re

from plan import labels
from plan.answering import plain
from plan.classifying import EVIDENCE, INSTRUMENTS, REACHES
from plan.dossier import Dossier
from plan.records import Answer, Capacity, Material, Measure, Organisation
from plan.records.content import Verdict
from plan.text import Text

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


def verdict_said(value: str) -> Verdict | None:
    """The verdict that was picked; None for what is none."""
    known: dict[str, Verdict] = {
        "continue": "continue",
        "intensify": "intensify",
        "adjust": "adjust",
        "scale_down": "scale_down",
        "stop": "stop",
    }
    return known.get(value)


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


MOST_HOURS, MOST_EUROS = 1e6, 1e9
_NUMBER = re.compile(r"(\d+|\d{1,3}(?:\.\d{3})+)(?:,(\d+))?", re.ASCII)


def amount(words: str, most: float) -> float | None:
    """`8000`, `€ 8.000,50` or `2,5`; None for what is no number below the most, or nothing."""
    match = _NUMBER.fullmatch(words.replace("€", "").replace(" ", ""))
    if match is None:
        return None
    found = float(f"{match[1].replace('.', '')}.{match[2] or 0}")
    return found if found < most else None


def figure(value: float | None) -> str:
    """`1600` or `2,5`, as it can be typed again."""
    if value is None:
        return ""
    return f"{value:.2f}".rstrip("0").rstrip(".").replace(".", ",")


def given_hours(dossier: Dossier, measure: Measure) -> str:
    """`Politie: 120`, a line per organisation."""
    named = [(dossier.organisation_name(c.org), c.hours) for c in measure.capacity]
    return "\n".join(f"{name}: {figure(hours)}" for name, hours in named)


def read_hours(dossier: Dossier, words: str) -> tuple[Capacity, ...]:
    """Raises ValueError with the line that is no organisation with a number."""
    return tuple(_claim(dossier, line) for line in words.splitlines() if line.strip())


def _claim(dossier: Dossier, line: str) -> Capacity:
    name, _, number = line.rpartition(":")
    said, hours = plain(name), amount(number, MOST_HOURS)
    orgs = dossier.all(Organisation)
    exact = [o for o in orgs if said in (plain(o.key), plain(o.name))]
    within = [o for o in orgs if said and said in plain(o.name)]
    found = exact or (within if len(within) == 1 else [])
    if not found or hours is None:
        raise ValueError(line)
    return Capacity(org=found[0].key, hours=hours)
