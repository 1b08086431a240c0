"""What is asked of the form and the content of a plan, looked at as it stands (domain J1, B4)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from plan.dossier import Dossier
from plan.forming import content, form
from plan.forming.advice import several
from plan.forming.lack import Lack
from plan.once import once
from plan.text import Text

Find = Callable[[Dossier], Iterator[Lack]]


@dataclass(frozen=True, kw_only=True)
class Demand:
    """One demand; what it lacks says which theme or measure does not meet it yet."""

    id: str
    title: Text
    lacks: tuple[Lack, ...]

    @property
    def met(self) -> bool:
        return not self.lacks

    def lacks_in(self, theme: str) -> tuple[Lack, ...]:
        return tuple(lack for lack in self.lacks if lack.theme == theme)


FORM: tuple[tuple[str, Text, Find], ...] = (
    (
        "consistent",
        Text(
            nl="Elk thema is op dezelfde manier opgebouwd", en="Every theme is built the same way"
        ),
        form.same_shape,
    ),
    (
        "compact",
        Text(nl="Compact", en="Compact"),
        form.compact,
    ),
    (
        "schematic",
        Text(nl="Schematisch, maar niet alleen tabellen", en="Schematic, but not tables only"),
        form.not_tables_only,
    ),
    (
        "concrete",
        Text(
            nl="Maatregelen zijn zo concreet mogelijk", en="Measures are as concrete as possible"
        ),
        form.concrete,
    ),
)
CONTENT: tuple[tuple[str, Text, Find], ...] = (
    (
        "headlines",
        Text(nl="De hoofdlijnen van het IVP staan erin", en="The main lines of the IVP are in it"),
        content.headlines,
    ),
    (
        "cycle",
        Text(
            nl="De plaats in de beleidscyclus is duidelijk",
            en="Its place in the policy cycle is clear",
        ),
        content.policy_cycle,
    ),
    (
        "priorities",
        Text(
            nl="Prioriteiten: eerst actiepunten, dan maatregelen",
            en="Priorities: action items first, then measures",
        ),
        content.priorities,
    ),
    (
        "others",
        Text(
            nl="Overige thema's: op dezelfde manier uitgewerkt",
            en="Other themes: worked out in the same way",
        ),
        content.others,
    ),
    (
        "levels",
        Text(
            nl="Bovenlokaal en lokaal sluiten op elkaar aan",
            en="Supra-local and local parts are consistent",
        ),
        content.levels,
    ),
)


@once()
def demands(dossier: Dossier) -> tuple[Demand, ...]:
    """Every demand, those of the form first, with what is lacking now."""
    return tuple(
        Demand(id=id_, title=title, lacks=tuple(find(dossier)))
        for id_, title, find in (*FORM, *CONTENT)
        if id_ != "levels" or several(dossier.plan)
    )


def lacking(dossier: Dossier, theme: str) -> tuple[Text, ...]:
    """What one theme lacks, each thing once."""
    found = (lack.text for demand in demands(dossier) for lack in demand.lacks_in(theme))
    return tuple(dict.fromkeys(found))
