"""What kind of measure a title speaks of, by its words; whoever drafts can correct it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, get_args

ChainPhase = Literal["proactie", "preventie", "preparatie", "repressie", "nazorg"]
Target = Literal["dader", "slachtoffer", "situatie", "randvoorwaarde"]
Reach = Literal["algemeen", "risicogroep", "betrokkenen"]
Instrument = Literal[
    "voorlichting",
    "toezicht",
    "bestuurlijk",
    "strafrechtelijk",
    "zorg",
    "fysiek",
    "samenwerking",
    "financieel",
]
Evidence = Literal["bewezen", "veelbelovend", "praktijk", "onbekend"]
PHASES: tuple[ChainPhase, ...] = get_args(ChainPhase)
TARGETS: tuple[Target, ...] = get_args(Target)
REACHES: tuple[Reach, ...] = get_args(Reach)
INSTRUMENTS: tuple[Instrument, ...] = get_args(Instrument)
EVIDENCE: tuple[Evidence, ...] = get_args(Evidence)
"""What a measure can be, each in its order (domain 1.6)."""


@dataclass(frozen=True, kw_only=True)
class Kind:
    """The four values of domain 1.6; None where the words say nothing."""

    chain_phase: str | None = None
    target: str | None = None
    reach: str | None = None
    instrument: str | None = None


def kind_of(words: str) -> Kind:
    """What the first word that says something says, for each of the four."""
    return Kind(
        chain_phase=_first(_PHASES, words),
        target=_first(_TARGETS, words),
        reach=_first(_REACHES, words),
        instrument=_first(_INSTRUMENTS, words),
    )


def _first(rules: tuple[tuple[str, str], ...], words: str) -> str | None:
    return next((value for value, pattern in rules if re.search(pattern, words, re.I)), None)


_PHASES = (
    ("nazorg", r"nazorg|slachtofferhulp|evalueren|herstel|terugkeer|na afloop"),
    (
        "preparatie",
        r"oefen|draaiboek|protocol|opschaling|noodsteunpunt|werkafspra|afspraken maken|overleg"
        r"|bespreken|convenant|meldpunt",
    ),
    (
        "repressie",
        r"handhav|boete|sluit|verbod|controleren|controles|opleggen|aanhoud|last onder|opspor"
        r"|gedragsaanwijzing|optreden|bestuurlijke rapportage",
    ),
    ("proactie", r"ontwerp|herinricht|inricht|vergunning weiger|bibob|bestemmingsplan"),
    (
        "preventie",
        r"voorlicht|training|trainen|waarschuw|toezicht|surveill|camera|jongerenwerk|straatwerk"
        r"|preventie|campagne|coach|huisbezoek|bezoeken|advies|gesprek|weerbaar|verlicht",
    ),
)
_TARGETS = (
    (
        "slachtoffer",
        r"slachtoffer|weerbaar|ouderen|bewoners|inwoners|ondernemers|scholen|leerling",
    ),
    ("dader", r"dader|jonger|jeugd|veelpleger|overlastgever|verdacht|groepsaanpak|ouders"),
    ("randvoorwaarde", r"overleg|convenant|training|samenwerk|afspra|draaiboek|informatiedeling"),
    ("situatie", r"camera|verlicht|plek|plein|straat|toezicht|controle|pand|gebied|terrein|route"),
)
_REACHES = (
    ("betrokkenen", r"dader|slachtoffer|veelpleger|betrokken|herhaal|nazorg|groepsaanpak"),
    ("risicogroep", r"risico|kwetsba|jonger|jeugd|ouderen|ondernemers|horeca"),
    ("algemeen", r"inwoners|bewoners|campagne|iedereen|gemeente|wijk|buurt"),
)
_INSTRUMENTS = (
    ("voorlichting", r"voorlicht|campagne|training|waarschuw|bijeenkomst|\bles"),
    ("strafrechtelijk", r"aanhoud|opspor|vervolg|strafrecht|aangifte"),
    ("bestuurlijk", r"sluit|verbod|vergunning|last onder|bibob|boete|gedragsaanwijzing|opleggen"),
    ("toezicht", r"toezicht|handhav|surveill|controle|camera|\bboa"),
    ("zorg", r"zorg|hulp|begeleid|coach|jongerenwerk|straatwerk|huisbezoek"),
    ("fysiek", r"verlicht|herinricht|inricht|\bhek|\bpaal|ontmoetingsplek"),
    ("financieel", r"subsidie|fonds|bijdrage"),
    ("samenwerking", r"overleg|samenwerk|convenant|afspra|bespreken|draaiboek"),
)
