"""Who answers for whom, in which round, about which topics."""

from __future__ import annotations

from dataclasses import dataclass

from plan.asking import asks, is_due
from plan.calendar import local
from plan.content.tracks import sort_of, topics_of
from plan.core import open_core
from plan.dossier import Dossier
from plan.question import Ask, Topic
from plan.records import Handover, Person, Round
from plan.rights import is_coordinator, speaks_for, stands_in_for
from plan.standing import is_open, submission
from plan.track import Sort
from plan.withheld import held_back


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One organisation's answers in one round, as one person sees them."""

    round: Round
    org: str
    by: Person
    topics: tuple[Topic, ...]
    whole: tuple[Topic, ...]
    """All topics of the round, those that a colleague does included."""
    handed: frozenset[str] = frozenset()
    """The topics that somebody handed to this person."""
    on_behalf: bool = False
    sort: Sort = "consult"
    """The sort of step it is asked in: a check has cards of its own."""

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


def open_sheet(dossier: Dossier, person: Person, org: str | None = None) -> Sheet | None:
    """The sheet a person may fill in now: the own organisation's, or as coordinator any.

    One that waits for an answer goes before one that is ready.
    """
    if not dossier:
        return None
    orgs = [org] if org else _orgs(dossier, person)
    rounds = [round_ for round_ in dossier.all(Round) if is_open(dossier, round_)]
    found = [sheet_of(dossier, round_, person, one) for round_ in rounds for one in orgs]
    sheets = [sheet for sheet in found if sheet]
    waits = (s for s in sheets if not submission(dossier, s.round.key, s.org))
    return next(waits, next(iter(sheets), None))


def _orgs(dossier: Dossier, person: Person) -> list[str | None]:
    """The own organisation, then those for which this person stands in."""
    return [person.org, *(one.org for one in stands_in_for(dossier, person))]


def sheet_of(
    dossier: Dossier, round_: Round, person: Person, org: str | None = None
) -> Sheet | None:
    """The same for one round; None when this person has no say in that organisation's answers.

    While a text in it looks like personal data, only the coordinator sees it.
    """
    topics = topics_of(dossier.plan.track, round_.step)
    wanted = org or person.org
    if not topics or wanted is None:
        return None
    coordinates = is_coordinator(dossier, person)
    if wanted not in round_.partners and not (coordinates and wanted == person.org):
        return None
    own = speaks_for(dossier, person, wanted, local(round_.opened_at).date())
    given = [h for h in dossier.all(Handover) if (h.round, h.org) == (round_.key, wanted)]
    handed = frozenset(h.topic for h in given if h.to == person.key)
    if not (own or coordinates or handed) or (held_back(dossier, wanted) and not coordinates):
        return None
    away = {h.topic for h in given if h.by == person.key != h.to}
    only = handed if handed and not own and "all" not in handed else None
    return Sheet(
        round=round_,
        org=wanted,
        by=person,
        topics=tuple(
            topic
            for topic in topics
            if topic.id not in away and (only is None or topic.id in only)
        ),
        whole=topics,
        handed=handed,
        on_behalf=coordinates and not own,
        sort=sort_of(dossier.plan.track, round_.step),
    )


def with_colleagues(dossier: Dossier, sheet: Sheet) -> tuple[str, ...]:
    """The names of those who still have open core questions that this person handed on."""
    own = {topic.id for topic in sheet.topics}
    waiting = {
        topic.id
        for topic in sheet.whole
        if topic.id not in own and open_core(dossier, sheet.round.key, sheet.org, (topic,))
    }
    found = (
        dossier.person_name(h.to)
        for h in dossier.all(Handover)
        if (h.round, h.org) == (sheet.round.key, sheet.org) and h.topic in waiting
    )
    return tuple(dict.fromkeys(found))
