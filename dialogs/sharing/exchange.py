"""The answers of one partner, on their way from one plan to another."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from plan.content.tracks import TRACKS
from plan.dossier import Dossier
from plan.people import identity
from plan.question import Question
from plan.records import Answer, Event, Offered, Person, Record, Round, Sharing, altered
from plan.sharing import is_shared, same_subjects, sharings, told_since
from plan.track import Step


class Exchange:
    """The answers of one partner, on their way from there to here."""

    def __init__(self, here: Dossier, there: Dossier, mine: Sharing, theirs: Sharing) -> None:
        self._here, self._there, self._mine, self._theirs = here, there, mine, theirs
        step = _step(here, mine.round)
        self._check = step is None or step.sort == "check"
        self._same = same_subjects(there, here, word_for_word=self._check)
        self._questions: dict[str, Question] = {
            question.id: question
            for topic in (step.topics if step else ())
            for question in topic.questions
        }
        own = (told_since(there, theirs), told_since(here, mine))
        told = [moment for moment in own if moment]
        self._told = min((*told, *self._confirmed(), *self._by_a_third()), default=None)

    def _confirmed(self) -> Iterator[datetime]:
        """When the partner said of answers to one plan that they hold in the other too."""
        ways = (
            (self._here, self._mine, self._there.plan.key),
            (self._there, self._theirs, self._here.plan.key),
        )
        for dossier, sharing, source in ways:
            for answer in dossier.answers_in(sharing.round, sharing.org):
                if answer.shared_from == source:
                    yield answer.at

    def _by_a_third(self) -> Iterator[datetime]:
        """When a third plan's messages had named both of these."""
        ours = {
            s.plan: s.told_there for s in sharings(self._here, self._mine.round, self._mine.org)
        }
        for other in sharings(self._there, self._theirs.round, self._theirs.org):
            known = ours.get(other.plan)
            if known and other.told_there:
                yield max(known, other.told_there)

    def answers(self) -> tuple[list[Record], list[Record]]:
        """What to keep and what to drop here."""
        keep: list[Record] = []
        drop: list[Record] = []
        given = {
            self._key(a): a for a in self._there.answers_in(self._theirs.round, self._theirs.org)
        }
        for key, answer in given.items():
            if key:
                kept, dropped = self._one(key, answer)
                keep += kept
                drop += dropped
        drop += self._withdrawn(set(given))
        return keep, drop

    def _key(self, answer: Answer) -> str | None:
        """What it is called here; None for what is about the other plan alone."""
        question = self._questions.get(answer.question)
        if question is None or not is_shared(
            question, answer.subject, self._same, check=self._check
        ):
            return None
        subject = self._same[answer.subject] if answer.subject else ""
        parts = (self._mine.round, self._mine.org, answer.question, subject, str(answer.number))
        return "/".join(parts)

    def _one(self, key: str, answer: Answer) -> tuple[list[Record], list[Record]]:
        known, offered = self._here.get(Answer, key), self._here.get(Offered, key)
        if known and (known.at >= answer.at or _same_words(known, answer)):
            return [], []
        if known is None and not (self._told and answer.at >= self._told):
            offer = self._offer(key, answer)
            return ([offer] if offer != offered else []), []
        new = self._answer(key, answer)
        return [new, _event(known, new)], ([offered] if offered else [])

    def _answer(self, key: str, answer: Answer) -> Answer:
        return altered(
            answer,
            key=key,
            round=self._mine.round,
            org=self._mine.org,
            subject=self._same[answer.subject] if answer.subject else None,
            by=self._person(answer.by),
            asked_by=None,
            source="shared",
            shared_from=self._there.plan.key,
        )

    def _offer(self, key: str, answer: Answer) -> Offered:
        return Offered(
            key=key,
            round=self._mine.round,
            org=self._mine.org,
            question=answer.question,
            subject=self._same[answer.subject] if answer.subject else None,
            number=answer.number,
            value=answer.value,
            text=answer.text,
            more=answer.more,
            plan=self._there.plan.key,
            municipality=self._mine.municipality,
            at=answer.at,
        )

    def _person(self, key: str | None) -> str | None:
        """The same person as this plan knows it."""
        who = self._there.get(Person, key)
        if who is None or identity(who) is None:
            return None
        same = (p.key for p in self._here.all(Person) if identity(p) == identity(who))
        return next(same, None)

    def _withdrawn(self, given: set[str | None]) -> Iterator[Record]:
        """What came from there, and was taken back there."""
        for answer in self._here.answers_in(self._mine.round, self._mine.org):
            if answer.shared_from == self._there.plan.key and answer.key not in given:
                yield answer
        for offer in self._here.all(Offered):
            mine = (offer.round, offer.org) == (self._mine.round, self._mine.org)
            if mine and offer.plan == self._there.plan.key and offer.key not in given:
                yield offer


def _same_words(one: Answer, other: Answer) -> bool:
    return (one.value, one.text, one.more) == (other.value, other.text, other.more)


def _step(dossier: Dossier, round_: str) -> Step | None:
    found = dossier.get(Round, round_)
    steps = TRACKS[dossier.plan.track].steps
    return next((step for step in steps if found and step.id == found.step), None)


def _event(before: Answer | None, after: Answer) -> Event:
    def words(answer: Answer) -> str:
        return " · ".join(str(part) for part in (answer.value, answer.text) if part is not None)

    return Event(
        key=f"{after.at.isoformat()}/{after.key}",
        who=after.by or after.org,
        what="shared_answer",
        subject=after.key,
        at=after.at,
        before=words(before) if before else None,
        after=words(after),
    )
