"""Who answers for whom, in which round, about which topics."""

from __future__ import annotations

from dataclasses import dataclass

from plan.asking import asks, is_due
from plan.content.tracks import TRACKS
from plan.dossier import Dossier
from plan.question import Ask, Topic
from plan.records import Handover, Person, Round
from plan.standing import is_open


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One organisation's answers in one round, as one person sees them."""

    round: Round
    org: str
    by: Person
    topics: tuple[Topic, ...]
    on_behalf: bool = False

    @property
    def about(self) -> dict[str, str]:
        """What a card must remember to come back to this sheet."""
        return {"round": self.round.key, "org": self.org}

    def asks(self, dossier: Dossier) -> tuple[Ask, ...]:
        """Every question that applies now."""
        return tuple(
            ask
            for ask in asks(dossier, self.org, self.topics)
            if is_due(ask, dossier, self.round.key, self.org)
        )

    def topic(self, id: str) -> Topic | None:  # noqa: A002 - the field's own word
        return next((topic for topic in self.topics if topic.id == id), None)


def is_coordinator(dossier: Dossier, person: Person) -> bool:
    return bool(dossier) and dossier.plan.coordinator == person.key


def open_sheet(dossier: Dossier, person: Person, org: str | None = None) -> Sheet | None:
    """The sheet a person may fill in now: the own organisation's, or as coordinator any."""
    if not dossier:
        return None
    return next(
        (
            found
            for round_ in dossier.all(Round)
            if is_open(dossier, round_) and (found := sheet_of(dossier, round_, person, org))
        ),
        None,
    )


def sheet_of(
    dossier: Dossier, round_: Round, person: Person, org: str | None = None
) -> Sheet | None:
    """The same for one round; None when this person has no say in that organisation's answers."""
    step = next((s for s in TRACKS[dossier.plan.track].steps if s.id == round_.step), None)
    wanted = org or person.org
    if step is None or not step.topics or wanted is None:
        return None
    coordinates = is_coordinator(dossier, person)
    if wanted not in round_.partners and not (coordinates and wanted == person.org):
        return None
    own = wanted == person.org
    handed = _handed(dossier, round_, wanted, person)
    if not (own or coordinates or handed):
        return None
    topics = step.topics
    if handed and not own and "all" not in handed:
        topics = tuple(topic for topic in topics if topic.id in handed)
    return Sheet(
        round=round_,
        org=wanted,
        by=person,
        topics=topics,
        on_behalf=coordinates and not own,
    )


def _handed(dossier: Dossier, round_: Round, org: str, person: Person) -> frozenset[str]:
    return frozenset(
        h.topic
        for h in dossier.all(Handover)
        if h.round == round_.key and h.org == org and h.to == person.key
    )
