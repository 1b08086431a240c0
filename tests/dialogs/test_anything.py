"""Whatever people type and press, in any order: no error, and no kept answer changes by itself."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from hypothesis import given, settings
from hypothesis import strategies as st

from dialogs import Turn
from dialogs.commands import COMMANDS
from dialogs.view import Input, Pick, View
from plan.records import Answer, Card
from tests.dialogs.talk import CO, ELS, MIRA, RUUD, Talk, filled, words

PART = re.compile(r"\.[a-z_]+")
WORDS = [word for command in COMMANDS for word in command.words]
TYPED = [
    *WORDS,
    *("1", "3", "6", "klopt", "alles klopt", "ja", "sla over", "geen", "achter", "minder"),
    *("Meer vernieling bij de school", "Familie De Vries op Dorpsstraat 12", "x" * 700, ""),
    *("namens Welzijn", "namens Politie", "mijn collega doet onderwerp 5", "taal engels"),
]
TEXTS = ["", "Meer licht", "Bel 06-12345678", "y" * 10_000, "2", "py/object", "T1,T2", "\u202e"]
"""What somebody may write in any input."""


@dataclass
class Room:
    """A talk with the cards that lie with each person, as they were when they came."""

    talk: Talk = field(default_factory=Talk)
    cards: dict[str, list[tuple[Card, View]]] = field(default_factory=dict)

    def receive(self, who: str, turn: Turn) -> None:
        views = [reply.view for reply in turn.replies if reply.view and reply.view.buttons]
        self.cards.setdefault(who, []).extend((self.talk.show(who, v), v) for v in views)

    def press(self, who: str, number: int, verb: str, inputs: dict[str, str]) -> Turn:
        card, _ = self.cards[who][number]
        turn = self.talk.press(who, card, verb, inputs)
        if turn.instead:
            del self.cards[who][number]
            if turn.instead.buttons:
                again = (self.talk.show(who, turn.instead), turn.instead)
                self.cards[who].insert(number, again)
        return turn


def some_value(one: Input) -> st.SearchStrategy[str]:
    options = [value for value, _ in one.choices] if isinstance(one, Pick) else []
    return st.sampled_from([*options, *TEXTS])


def step(room: Room, data: st.DataObject) -> set[str]:
    """One thing that somebody does; gives the inputs that it may change."""
    who = data.draw(st.sampled_from([RUUD, ELS, MIRA, CO]))
    lying = room.cards.get(who, [])
    if not lying or data.draw(st.booleans()):
        asked = room.talk.table(who).asked
        turn = room.talk.say(who, data.draw(st.sampled_from(TYPED)))
        touched = {asked} if asked else set()
    else:
        number = data.draw(st.integers(0, len(lying) - 1))
        card, view = lying[number]
        inputs = filled(view)
        changed = data.draw(st.lists(st.sampled_from(view.inputs()), max_size=3)) if inputs else []
        inputs |= {one.id: data.draw(some_value(one)) for one in changed}
        verb = data.draw(st.sampled_from(card.verbs))
        turn = room.press(who, number, verb, inputs)
        rewrites = card.about.get("kind") in ("held", "clash")
        touched = set(inputs) if rewrites else {one.id for one in changed}
    room.receive(who, turn)
    acknowledged(turn)
    return touched


def acknowledged(turn: Turn) -> None:
    """Who kept an answer says so, and who says so kept something."""
    said = words(turn, "nl") + words(turn, "en")
    assert said.strip() or any(reply.paper for reply in turn.replies)
    told = "Opgeslagen" in said or "Saved" in said
    kept = [record for record in turn.keep if isinstance(record, Answer)]
    wrong = turn.instead is not None and bool(turn.instead.buttons)
    assert told or not kept or wrong, said
    assert turn.keep or turn.begin or "Opgeslagen, " not in said, said


def named(answer: Answer) -> str:
    """The id of its input, without the part."""
    tail = f"/{answer.subject}" if answer.subject else ""
    return f"{answer.question}{tail}" + (f"#{answer.number}" if answer.number > 1 else "")


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.data())
def test_any_talk_goes_on_and_loses_no_answer(data: st.DataObject) -> None:
    room = Room()
    for _ in range(data.draw(st.integers(5, 20))):
        before = {a.key: a for a in room.talk.dossier.all(Answer)}
        touched = {PART.sub("", id_) for id_ in step(room, data)}
        after = {a.key: a for a in room.talk.dossier.all(Answer)}
        for key, answer in before.items():
            if named(answer) not in touched:
                assert after.get(key) == answer, (key, touched)
