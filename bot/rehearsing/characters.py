"""What kinds of people there are, and what they write."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from random import Random


@dataclass(frozen=True, kw_only=True)
class Character:
    """How somebody deals with what is asked."""

    name: str
    patience: int = 1
    """How many messages about one thing it takes; 0: none is ever answered."""
    contradicts: bool = False
    """Says the opposite of the others, with a reason."""
    reconsiders: bool = False
    """Comes back some days later and changes an answer."""
    wanders: bool = False
    """Types other things half-way."""


PROMPT = Character(name="prompt")
LATE = Character(name="late", patience=3)
SILENT = Character(name="silent", patience=0)
CONTRADICTING = Character(name="contradicting", contradicts=True)
RECONSIDERING = Character(name="changing", reconsiders=True)
WANDERING = Character(name="interrupted", wanders=True)

COMPANY = (
    PROMPT,
    LATE,
    CONTRADICTING,
    SILENT,
    RECONSIDERING,
    WANDERING,
    CONTRADICTING,
    PROMPT,
    LATE,
    PROMPT,
)
"""Ten partners; a plan with more begins again from the front."""


def cast(partners: Iterable[str], random: Random) -> dict[str, Character]:
    """A character for each partner, dealt by chance."""
    keys = list(partners)
    found = [COMPANY[n % len(COMPANY)] for n in range(len(keys))]
    random.shuffle(found)
    return dict(zip(keys, found, strict=True))


ASIDES = ("help", "status", "openstaand", "hallo", "hoe werkt dit eigenlijk?", "privacy")
"""What somebody types who is not with it."""

SENTENCES = (
    "Dit vraagt volgend jaar vooral vaste afspraken tussen de betrokken teams.",
    "De aanpak loopt, maar de avonden in het weekend blijven kwetsbaar.",
    "Graag per kwartaal laten zien wat er is bereikt.",
    "Wij zien meer meldingen dan vorig jaar, vooral rond het station.",
    "De inzet past alleen als een andere taak vervalt.",
    "De samenwerking gaat goed; de rolverdeling kan scherper.",
    "Een gezamenlijk overzicht van de inzet helpt om keuzes te maken.",
    "Beter een kleinere groep met een vast aanspreekpunt.",
)
OBJECTIONS = (
    "Wij zien dit anders: in onze cijfers is er geen verbetering.",
    "Dit is voor ons in deze periode niet haalbaar, omdat de capaciteit ontbreekt.",
    "De tekst klopt niet: onze rol is meedenken, niet uitvoeren.",
    "Dit kan beter stoppen; het levert in de praktijk weinig op.",
)
REASONS = (
    "Met de betrokkenen besproken; de planning van het college gaat voor.",
    "De reactie blijft uit na herhaald vragen; we gaan verder met wat er ligt.",
    "Dit volgt uit de evaluatie en is in het overleg zo afgesproken.",
)
TITLES = (
    "Gezamenlijk toezicht op vrijdagavond",
    "Vast aanspreekpunt per wijk",
    "Voorlichting op maat per doelgroep",
    "Oefening met alle partners",
    "Gezamenlijk actieoverzicht",
    "Nazorg na een groot incident",
)
PLACE = "Raadzaal van het gemeentehuis"
LINK = "https://vergaderen.example.nl/veiligheid"
