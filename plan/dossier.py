"""Everything known about one plan, and what follows from it at once."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

from plan.once import WorkedOut, once, still_known
from plan.records import (
    ActionItem,
    Answer,
    IvpTheme,
    Measure,
    Meeting,
    Message,
    Organisation,
    Person,
    Plan,
    Record,
    Round,
    Theme,
)
from plan.records.content import Category

R = TypeVar("R", bound=Record)
T = TypeVar("T")
K = TypeVar("K", bound=Hashable)


class Dossier:
    """The records of one plan, unchanging; `plus` gives the next one.

    Only the classes that a change touches are copied, and what rests on the others stays worked
    out, so a turn costs what it changes.
    """

    def __init__(self, records: Iterable[Record] = ()) -> None:
        self._records: dict[type[Record], dict[str, Record]] = {}
        self.worked_out: WorkedOut = {}
        for record in records:
            self._records.setdefault(type(record), {})[record.key] = record

    def plus(self, keep: Iterable[Record], drop: Iterable[Record] = ()) -> Dossier:
        """What is known after keeping and dropping these."""
        after = Dossier()
        after._records = dict(self._records)
        copied: set[type[Record]] = set()
        for record, stays in [*((r, True) for r in keep), *((r, False) for r in drop)]:
            kind = type(record)
            if kind not in copied:
                after._records[kind] = dict(after._records.get(kind, {}))
                copied.add(kind)
            if stays:
                after._records[kind][record.key] = record
            else:
                after._records[kind].pop(record.key, None)
        after.worked_out = still_known(self.worked_out, copied)
        return after

    def all(self, kind: type[R]) -> tuple[R, ...]:
        """Every record of a class, in the order in which they were first kept."""
        return tuple(self._records.get(kind, {}).values())  # type: ignore[arg-type]

    def get(self, kind: type[R], key: str | None) -> R | None:
        found = self._records.get(kind, {}).get(key or "")
        return found if isinstance(found, kind) else None

    def __bool__(self) -> bool:
        return bool(self._records.get(Plan))

    def records(self) -> tuple[Record, ...]:
        return tuple(record for kept in self._records.values() for record in kept.values())

    # What the plan says

    @property
    def plan(self) -> Plan:
        """The plan itself. Raises LookupError in a dossier without one."""
        for plan in self._records.get(Plan, {}).values():
            return plan  # type: ignore[return-value]
        raise LookupError("no plan in this dossier")

    @property
    @once(Theme)
    def themes(self) -> tuple[Theme, ...]:
        return tuple(sorted(self.all(Theme), key=lambda theme: theme.order))

    @property
    @once(Theme, ActionItem)
    def items(self) -> tuple[ActionItem, ...]:
        """All action items, theme by theme."""
        place = {theme.key: n for n, theme in enumerate(self.themes)}
        return tuple(
            sorted(self.all(ActionItem), key=lambda i: (place.get(i.theme, len(place)), i.order))
        )

    @property
    @once(Theme, ActionItem, Measure)
    def measures(self) -> tuple[Measure, ...]:
        """All measures, item by item."""
        place = {item.key: n for n, item in enumerate(self.items)}
        return tuple(
            sorted(self.all(Measure), key=lambda m: (place.get(m.item, len(place)), m.order))
        )

    @property
    @once(Theme, ActionItem)
    def _items_by_theme(self) -> dict[str, tuple[ActionItem, ...]]:
        return _grouped(self.items, lambda item: item.theme)

    @property
    @once(Theme, ActionItem, Measure)
    def _measures_by_item(self) -> dict[str, tuple[Measure, ...]]:
        return _grouped(self.measures, lambda measure: measure.item)

    @property
    @once(Theme, ActionItem, Measure)
    def _measures_by_theme(self) -> dict[str, tuple[Measure, ...]]:
        return _grouped(self.measures, self.theme_of)

    def items_of(self, theme: str) -> tuple[ActionItem, ...]:
        return self._items_by_theme.get(theme, ())

    def measures_under(self, item: str) -> tuple[Measure, ...]:
        return self._measures_by_item.get(item, ())

    def measures_of(self, theme: str) -> tuple[Measure, ...]:
        return self._measures_by_theme.get(theme, ())

    def theme_of(self, measure: Measure) -> str:
        """The key of the theme a measure falls under, "" when its item is unknown."""
        item = self.get(ActionItem, measure.item)
        return item.theme if item else ""

    def category(self, theme: str) -> Category:
        own, ivp = self.get(Theme, theme), self.get(IvpTheme, theme)
        return (own and own.category) or (ivp.category if ivp else "other")

    def goal(self, theme: str) -> str | None:
        own, ivp = self.get(Theme, theme), self.get(IvpTheme, theme)
        return (own and own.goal) or (ivp.goal if ivp else None)

    def scope(self, theme: str) -> str:
        own, ivp = self.get(Theme, theme), self.get(IvpTheme, theme)
        return (own and own.scope) or (ivp.scope if ivp else "local")

    def field(self, theme: str) -> str | None:
        own, ivp = self.get(Theme, theme), self.get(IvpTheme, theme)
        return (own and own.field) or (ivp.field if ivp else None)

    def title(self, subject: str | None) -> str:
        """What a theme, item, measure, meeting or organisation is called; else its key."""
        for measure in (self.get(Measure, subject), self.get(ActionItem, subject)):
            if measure:
                return measure.title
        for theme in (self.get(Theme, subject), self.get(IvpTheme, subject)):
            if theme:
                return theme.title
        meeting = self.get(Meeting, subject)
        return meeting.name if meeting else self.organisation_name(subject)

    # Who takes part

    def organisation_name(self, key: str | None) -> str:
        found = self.get(Organisation, key)
        return found.name if found else key or ""

    def person_name(self, key: str | None) -> str:
        found = self.get(Person, key)
        return found.name if found else key or ""

    @property
    @once(Organisation)
    def consulted(self) -> tuple[Organisation, ...]:
        """The partners that are asked."""
        return tuple(org for org in self.all(Organisation) if org.consulted)

    def people_of(self, org: str) -> tuple[Person, ...]:
        return tuple(person for person in self.all(Person) if person.org == org)

    @property
    @once(Plan, Person)
    def coordinator(self) -> Person | None:
        return self.get(Person, self.plan.coordinator)

    @property
    @once(Theme, ActionItem, Measure)
    def _involvement(self) -> dict[str, tuple[Measure, ...]]:
        found: dict[str, list[Measure]] = {}
        for measure in self.measures:
            for org in involved(measure):
                found.setdefault(org, []).append(measure)
        return {org: tuple(measures) for org, measures in found.items()}

    def measures_with(self, org: str) -> tuple[Measure, ...]:
        """The measures an organisation leads or takes part in: its own (decision 5)."""
        return self._involvement.get(org, ())

    def themes_with(self, org: str) -> tuple[Theme, ...]:
        """The themes of an organisation's own measures."""
        own = {self.theme_of(measure) for measure in self.measures_with(org)}
        return tuple(theme for theme in self.themes if theme.key in own)

    # What happened

    def round(self, step: str) -> Round | None:
        """The latest round of a step."""
        return max(
            (r for r in self.all(Round) if r.step == step), key=lambda r: r.number, default=None
        )

    @property
    @once(Answer, Round)
    def latest_answers(self) -> tuple[Answer, ...]:
        """The latest answers per organisation, question and subject (decision 3).

        A form that was given several times in a round stands with all of them. Answers that were
        taken over from last year's plan are not among them.
        """
        order = {
            r.key: (r.opened_at, r.number, r.key) for r in self.all(Round) if r.step != "previous"
        }
        given = [answer for answer in self.all(Answer) if answer.round in order]
        last: dict[tuple[str, str, str | None], str] = {}
        for answer in sorted(given, key=lambda answer: order[answer.round]):
            last[answer.org, answer.question, answer.subject] = answer.round
        return tuple(a for a in given if last[a.org, a.question, a.subject] == a.round)

    def answers_in(self, round_: str, org: str) -> tuple[Answer, ...]:
        return self._answers_by_round.get((round_, org), ())

    def answers_to(self, question: str, subject: str | None) -> tuple[Answer, ...]:
        """The latest answer of everybody to one question about one subject."""
        return self._answers_by_question.get((question, subject), ())

    @property
    @once(Answer, Round)
    def _answers_by_question(self) -> dict[tuple[str, str | None], tuple[Answer, ...]]:
        return _grouped(self.latest_answers, lambda answer: (answer.question, answer.subject))

    @property
    @once(Answer)
    def _answers_by_round(self) -> dict[tuple[str, str], tuple[Answer, ...]]:
        return _grouped(self.all(Answer), lambda answer: (answer.round, answer.org))

    def messages_about(self, request: str) -> tuple[Message, ...]:
        return tuple(m for m in self.all(Message) if m.request == request)


def involved(measure: Measure) -> tuple[str, ...]:
    """The organisations in a measure, its lead first, each once."""
    lead = (measure.lead.org,) if measure.lead and measure.lead.org else ()
    return tuple(dict.fromkeys((*lead, *(partner.org for partner in measure.partners))))


def _grouped(things: Iterable[T], by: Callable[[T], K]) -> dict[K, tuple[T, ...]]:
    found: dict[K, list[T]] = {}
    for thing in things:
        found.setdefault(by(thing), []).append(thing)
    return {key: tuple(group) for key, group in found.items()}
