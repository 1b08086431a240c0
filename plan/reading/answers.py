"""Reads the evaluative round: who was asked, what they answered, and what was sent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plan.classifying import PHASES
from plan.question import Choice, Per, Question, Topic
from plan.reading import values
from plan.reading.days import morning
from plan.reading.entry import Entry
from plan.reading.rounds import round_of
from plan.records import (
    Answer,
    Message,
    Organisation,
    Person,
    Plan,
    Record,
    Round,
    Submission,
)

_SUBJECTS = ("theme", "measure", "meeting", "item")
_WORDS = (
    "title",
    "own_contribution",
    "why",
    "instead_of",
    "agreement",
    "cause",
    "needed",
    "costs",
)
_STEP = "evaluation"
_ABOUT: dict[Per, str] = {
    "theme": "theme",
    "priority": "theme",
    "item": "item",
    "measure": "measure",
    "meeting": "meeting",
}
"""The key that names what such a question is about; one about the plan needs none."""


def evaluation(
    file: Entry, plan: Plan, parties: Sequence[Record], topics: Sequence[Topic]
) -> Iterator[Record]:
    """The round with its answers, submissions and reminders; nothing when there was none."""
    entry = file.entry("evaluation_round")
    if not entry:
        return
    responses = entry.entries("responses")
    opened = round_of(entry, plan, _STEP, 1, ("opened_on", "deadline"))
    orgs = [response.id("response", "org") for response in responses]
    yield Round(
        key=opened.key,
        step=_STEP,
        opened_at=opened.opened_at,
        deadline=opened.deadline,
        extended_to=entry.day("extended_to"),
        partners=tuple(orgs) or _consulted(parties),
        silence=entry.text("silence"),
    )
    questions = {question.id: question for topic in topics for question in topic.questions}
    for response, org in zip(responses, orgs, strict=True):
        yield from _Response(response, opened, org, parties).records(questions)


def _consulted(parties: Sequence[Record]) -> tuple[str, ...]:
    return tuple(one.key for one in parties if isinstance(one, Organisation) and one.consulted)


class _Response:
    """What one organisation answered."""

    def __init__(self, entry: Entry, opened: Round, org: str, parties: Sequence[Record]) -> None:
        self.entry = entry
        self.round = opened
        self.org = org
        entry.ref("org", "organisation")
        self.by = entry.ref("person", "person")
        _speaks_for(entry, self.by, org, parties)
        submitted = entry.day("submitted_on")
        status = entry.choice("status", values.RESPONSE_STATUSES)
        self.at = morning(submitted) if submitted else opened.opened_at
        self.done = status == "complete" or (status is None and submitted is not None)
        self.to = self.by or _first_person(parties, org)

    def records(self, questions: dict[str, Question]) -> Iterator[Record]:
        times: dict[tuple[str, str | None], int] = {}
        for entry in self.entry.entries("answers"):
            question, subject = entry.needed("q"), _subject(entry)
            _has_its_subject(entry, questions.get(question))
            number = times[question, subject] = times.get((question, subject), 0) + 1
            yield Answer(
                key=f"{self.round.key}/{self.org}/{question}/{subject or ''}/{number}",
                round=self.round.key,
                org=self.org,
                question=question,
                subject=subject,
                number=number,
                value=_value(entry, question, questions),
                text=entry.text("text"),
                more=_more(entry),
                by=self.by,
                at=self.at,
                source="file",
            )
        if self.done:
            yield Submission(
                key=f"{self.round.key}/{self.org}",
                round=self.round.key,
                org=self.org,
                by=self.by,
                at=self.at,
            )
        yield from self._reminders()

    def _reminders(self) -> Iterator[Record]:
        for number, (key, day) in enumerate(self.entry.listed("reminders_sent"), 1):
            sent = self.entry.day_of(key, day)
            if sent:
                yield Message(
                    key=f"reminder/{self.round.key}/{self.org}/{number}",
                    to=self.to,
                    kind="reminder",
                    due=morning(sent),
                    made_at=morning(sent),
                    request=self.round.key,
                    org=self.org,
                    sent_at=morning(sent),
                )


def _speaks_for(entry: Entry, person: str | None, org: str, parties: Sequence[Record]) -> None:
    """Notes a person of another organisation, whose name would stand with these answers."""
    known = next((p for p in parties if isinstance(p, Person) and p.key == person), None)
    if known and known.org and org and known.org != org:
        entry.wrong(
            "person",
            f"'{person}' hoort bij '{known.org}', niet bij '{org}'",
            f"'{person}' belongs to '{known.org}', not to '{org}'",
        )


def _has_its_subject(entry: Entry, question: Question | None) -> None:
    """Notes what a question is asked about, when that is missing or something else."""
    kind = _ABOUT.get(question.per) if question else None
    if kind is None or question is None:
        return
    others = [one for one in _SUBJECTS if one != kind and entry.raw(one) is not None]
    if others:
        entry.wrong(
            others[0],
            f"vraag '{question.id}' gaat niet hierover; noem alleen '{kind}'",
            f"question '{question.id}' is not about this; name '{kind}' alone",
        )
    elif entry.raw(kind) is None:
        entry.wrong(kind, "dit ontbreekt", "this is missing")


def _first_person(parties: Sequence[Record], org: str) -> str:
    """Somebody of the organisation, else the organisation itself."""
    people = (one.key for one in parties if isinstance(one, Person) and one.org == org)
    return next(people, org)


def _subject(entry: Entry) -> str | None:
    """What the answer is about; the item of a small form with a title is a field of the form."""
    kinds = _SUBJECTS[:-1] if entry.raw("title") else _SUBJECTS
    for kind in kinds:
        subject = entry.ref(kind, kind)
        if subject:
            return subject
    return None


def _more(entry: Entry) -> dict[str, str | tuple[str, ...]]:
    found: dict[str, str | tuple[str, ...] | None] = {key: entry.label(key) for key in _WORDS}
    if entry.raw("title"):
        found["item"] = entry.ref("item", "item")
    found["items"] = entry.refs("items", "theme_or_item")
    found["chain_phase"] = entry.choice("chain_phase", PHASES)
    found["proposal_id"] = entry.ref("proposal_id", "proposal")
    return {key: value for key, value in found.items() if value}


def _value(entry: Entry, code: str, questions: dict[str, Question]) -> str | int | None:
    """The answer to a choice or scale; without known questions any word or whole number."""
    question = questions.get(code)
    if questions and question is None and code:
        entry.wrong("q", f"onbekende vraag '{code}'", f"unknown question '{code}'")
    if question and isinstance(question.kind, Choice):
        return _chosen(entry, {option.id: option.number for option in question.kind.options})
    if isinstance(entry.raw("value"), int):
        return entry.whole("value")
    return entry.text("value")


def _chosen(entry: Entry, numbers: dict[str, bool]) -> str | int | None:
    """One of the options; `numbers` tells of each whether it is a number, also when quoted."""
    value = entry.raw("value")
    if value is None:
        entry.wrong("value", "dit ontbreekt", "this is missing")
    if isinstance(value, str | int) and not isinstance(value, bool) and numbers.get(str(value)):
        return int(value)
    return entry.choice("value", tuple(numbers))
