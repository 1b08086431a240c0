"""A tiny municipality, and a talk with it: what is kept in one turn is known in the next."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from itertools import count

from bot.cards import plain
from dialogs import Said, Turn, decide
from dialogs.view import View
from plan.dossier import Dossier
from plan.records import (
    ActionItem,
    Answer,
    Card,
    Ivp,
    IvpTheme,
    Lead,
    Measure,
    Milestone,
    Municipality,
    Organisation,
    Partnership,
    Person,
    Plan,
    Planned,
    Record,
    Round,
    Table,
    Theme,
    YearOfHistory,
)
from plan.text import Language

MONDAY = datetime(2026, 9, 14, 7, 0, tzinfo=UTC)
ROUND = "evaluation-1"
CO, RUUD, ELS, MIRA = "p-co", "p-ruud", "p-els", "p-mira"


def known(progress: str, effect: str) -> tuple[YearOfHistory, ...]:
    return (YearOfHistory(year=2026, progress=progress, effect=effect),)


PLACE: tuple[Record, ...] = (
    Plan(
        key="dorp-2027",
        title="Uitvoeringsplan 2027",
        year=2027,
        track="follow_up",
        municipality=Municipality(id="dorp", name="Gemeente Dorp"),
        ivp=Ivp(title="IVP 2025-2028", start=2025, end=2028),
        coordinator=CO,
        calendar=(
            Planned(step="evaluation", start=date(2026, 9, 14), end=date(2026, 10, 9)),
            Planned(step="format", start=date(2026, 10, 12), end=date(2026, 10, 14)),
        ),
    ),
    IvpTheme(key="T1", title="Jeugd", category="priority"),
    IvpTheme(key="T2", title="Uitgaan"),
    Theme(key="T1", title="Jeugd", order=1),
    Theme(key="T2", title="Uitgaan", order=2),
    ActionItem(key="T1.1", theme="T1", title="Minder overlast"),
    ActionItem(key="T2.1", theme="T2", title="Rustige avonden"),
    Measure(
        key="M01",
        item="T1.1",
        title="Straatwerk",
        lead=Lead(org="POL", person=RUUD),
        partners=(Partnership(org="WEL"),),
        milestones=(Milestone(text="Rooster rond op 1 maart"),),
        history=known("op_schema", "zichtbaar"),
    ),
    Measure(
        key="M02",
        item="T2.1",
        title="Camera",
        lead=Lead(org="POL", person=RUUD),
        history=known("achter", "beperkt"),
    ),
    Organisation(key="GEM", name="Gemeente", kind="internal"),
    Organisation(key="POL", name="Politie", consulted=True),
    Organisation(key="WEL", name="Welzijn", consulted=True),
    Person(key=CO, name="Sanne Verbeek", org="GEM"),
    Person(key=RUUD, name="Ruud Tamminga", org="POL"),
    Person(key=ELS, name="Els Bakker", org="POL"),
    Person(key=MIRA, name="Mira Chen", org="WEL"),
)
ASKED = Round(
    key=ROUND,
    step="evaluation",
    opened_at=MONDAY - timedelta(minutes=5),
    deadline=date(2026, 10, 5),
    partners=("POL", "WEL"),
)


@dataclass
class Talk:
    """`say` and `press` are one turn each, a minute after the one before."""

    dossier: Dossier = field(default_factory=lambda: Dossier((*PLACE, ASKED)))
    at: datetime = MONDAY
    language: Language = "nl"
    elsewhere: tuple[tuple[Dossier, Person], ...] = ()
    """The other plans of whoever speaks."""
    _numbers: count[int] = field(default_factory=lambda: count(1))

    def say(self, who: str, text: str, **rest: object) -> Turn:
        return self._turn(self.said(who, text=text, **rest))

    def show(self, who: str, view: View) -> Card:
        """The card of a view, sent to somebody now."""
        return Card(
            key=f"c{next(self._numbers)}",
            dialog=view.dialog,
            to=who,
            conversation="",
            verbs=tuple(button.verb for button in view.buttons),
            about=dict(view.about),
            inputs=tuple(one.id for one in view.inputs()),
            issued_at=self.at,
        )

    def press(self, who: str, on: View | Card, verb: str, inputs: dict[str, str]) -> Turn:
        """A button of a card; of a view, with everything that was filled in on it."""
        card = on if isinstance(on, Card) else self.show(who, on)
        assert verb in card.verbs, card.verbs
        assert set(inputs) <= set(card.inputs), set(inputs) - set(card.inputs)
        given = inputs if isinstance(on, Card) else {**filled(on), **inputs}
        return self._turn(self.said(who, card=card, verb=verb, inputs=given))

    def said(self, who: str, **rest: object) -> Said:
        person = self.dossier.get(Person, who) or Person(key=who, name="Iemand")
        said = Said(who=person, at=self.at, language=self.language, elsewhere=self.elsewhere)
        return replace(said, **rest)  # type: ignore[arg-type]

    def _turn(self, said: Said) -> Turn:
        self.at += timedelta(minutes=1)
        said = replace(said, at=self.at)
        turn = decide(self.dossier, said)
        self.dossier = self.dossier.plus(turn.keep, turn.drop)
        self.language = turn.language or self.language
        return turn

    def answers(self, org: str = "POL") -> dict[str, str | int | None]:
        """What is kept of an organisation: question/subject -> value, else text."""
        found = self.dossier.answers_in(ROUND, org)
        return {_name(a): a.value if a.value is not None else a.text for a in found}

    def table(self, who: str = RUUD) -> Table:
        return self.dossier.get(Table, who) or Table(key=who)


def _name(answer: Answer) -> str:
    return f"{answer.question}/{answer.subject}" if answer.subject else answer.question


def filled(view: View) -> dict[str, str]:
    """What a card sends when nothing on it is touched."""
    return {one.id: one.value for one in view.inputs()}


def words(turn: Turn, language: Language = "nl") -> str:
    """Everything a turn says, in order: in place of the card first."""
    said = [plain(turn.instead, language)] if turn.instead else []
    for reply in turn.replies:
        said += [reply.text.within(language)] if reply.text else []
        said += [plain(reply.view, language)] if reply.view else []
    return "\n".join(said)


def view_of(turn: Turn) -> View:
    """The card that comes after it."""
    views = [reply.view for reply in turn.replies if reply.view]
    assert views, words(turn)
    return views[-1]
