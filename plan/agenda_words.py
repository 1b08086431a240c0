"""How a point of the agenda asks its question, by where it came from."""

from __future__ import annotations

from dataclasses import dataclass

from plan.text import Text


@dataclass(frozen=True, kw_only=True)
class SortOfPoint:
    """`rank` is its place: disagreement first, what is only there when asked for last."""

    kind: str
    rank: int
    minutes: int
    question: Text


ASKED_FOR = 9
"""From this rank on a point comes on the agenda only when the coordinator puts it there."""

REMARKED = SortOfPoint(
    kind="difference_of_opinion",
    rank=0,
    minutes=20,
    question=Text(nl="Hoe gaan we verder met {what}?", en="How do we go on with {what}?"),
)
DIVERGING = SortOfPoint(
    kind="difference_of_opinion",
    rank=1,
    minutes=20,
    question=Text(
        nl="Waarom kijken we zo verschillend naar {what}, en wat doen we daarmee?",
        en="Why do we see {what} so differently, and what do we do about it?",
    ),
)
AGAINST = SortOfPoint(
    kind="difference_of_opinion",
    rank=0,
    minutes=20,
    question=Text(
        nl="Gaan we door met {what}, of doen we het anders?",
        en="Do we go on with {what}, or do we do it differently?",
    ),
)
PRIORITY = SortOfPoint(
    kind="priority_shift",
    rank=2,
    minutes=20,
    question=Text(
        nl="Krijgt {what} in {year} meer of minder gewicht?",
        en="Does {what} get more or less weight in {year}?",
    ),
)
CAPACITY = SortOfPoint(
    kind="capacity_conflict",
    rank=3,
    minutes=25,
    question=Text(
        nl="Waar zet {what} de uren op in, en wat doen we minder of later?",
        en="What does {what} spend its hours on, and what do we do less or later?",
    ),
)
NO_LEAD = SortOfPoint(
    kind="missing_lead",
    rank=4,
    minutes=15,
    question=Text(nl="Wie wordt trekker van {what}?", en="Who will lead {what}?"),
)
GAP = SortOfPoint(
    kind="gap",
    rank=5,
    minutes=20,
    question=Text(
        nl="Wat doen we in {year} voor {what}?", en="What do we do in {year} for {what}?"
    ),
)
WORSE = SortOfPoint(
    kind="new_development",
    rank=6,
    minutes=20,
    question=Text(
        nl="Het beeld bij {what} wordt slechter. Wat doen we extra of anders?",
        en="The picture of {what} is getting worse. What more can we do, or do differently?",
    ),
)
ONE_SIDED = SortOfPoint(
    kind="one_sided_mix",
    rank=7,
    minutes=20,
    question=Text(
        nl="Wat kan er bij {what} eerder of anders dan nu?",
        en="What can be done earlier or differently for {what}?",
    ),
)
PARKED = SortOfPoint(
    kind="new_development",
    rank=ASKED_FOR,
    minutes=15,
    question=Text(
        nl="Wat doen we met het voorstel “{what}”?",
        en="What do we do with the proposal “{what}”?",
    ),
)
BY_CHECK = {
    "C22": AGAINST,
    "C08": CAPACITY,
    "C01": GAP,
    "C15": GAP,
    "C23": WORSE,
    "C04": ONE_SIDED,
    "C06": ONE_SIDED,
}

REMARKS = Text(
    nl="Aantal partners met opmerkingen uit de checks: {n}.",
    en="Number of partners with remarks from the checks: {n}.",
)
CONTRADICTION = Text(nl="Partners spreken elkaar tegen.", en="Partners contradict each other.")
OPPOSED = Text(
    nl="Advies van partners: {yes} keer doorgaan, {no} keer minder, anders aanpakken of stoppen.",
    en="Advice of partners: {yes} to continue, {no} to do less, do it differently or stop.",
)
APART = Text(nl="De beelden lopen uiteen over: {what}.", en="Views diverge on: {what}.")
SHIFT = Text(
    nl="Gewicht volgens partners: {up} keer zwaarder, {down} keer lichter.",
    en="Weight according to partners: {up} for heavier, {down} for lighter.",
)
WITHOUT_LEAD = Text(nl="Zonder trekker: {what}.", en="Without a lead: {what}.")
THESE = Text(nl="deze {n} maatregelen", en="these {n} measures")
OPPOSED_FEW = Text(nl="Partners geven tegengesteld advies.", en="Partners give opposite advice.")
ADVISED_AGAINST = Text(
    nl="Meer dan één partner raadt dit af, maar in het concept gaat het door.",
    en="More than one partner advises against it, but in the draft it goes on.",
)
SHIFT_FEW = Text(
    nl="Partners willen het gewicht veranderen.", en="Partners want to change the weight."
)
WAS_PARKED = Text(nl="Dit voorstel was geparkeerd.", en="This proposal was parked.")
HAMMERED = Text(
    nl="Hamerstukken: gaan we akkoord met de overige maatregelen ({n})?",
    en="Agreed points: do we agree on the other measures ({n}) as they are?",
)
NOTHING_AGAINST = Text(
    nl="Geen vragen of opmerkingen bij: {keys}.", en="No questions or remarks on: {keys}."
)
KINDS = {
    "difference_of_opinion": Text(nl="verschil van mening", en="difference of opinion"),
    "capacity_conflict": Text(nl="te weinig uren", en="too few hours"),
    "missing_lead": Text(nl="geen trekker", en="no lead"),
    "gap": Text(nl="gat in het plan", en="gap"),
    "one_sided_mix": Text(nl="eenzijdig pakket", en="one-sided mix"),
    "new_development": Text(nl="nieuwe ontwikkeling", en="new development"),
    "priority_shift": Text(nl="ander gewicht", en="priority shift"),
    "agreed": Text(nl="hamerstukken", en="agreed points"),
}
