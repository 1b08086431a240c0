"""Somebody who says every word and presses every button, of whom all that comes back is read."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from bot.cards import CardTooLargeError, card, plain
from bot.inert import inert_line
from bot.printing import offered
from bot.showing import clipped, too_large
from dialogs import Said, Turn, View, decide, say, summary
from dialogs.view import Day, Pick, Write
from plan.dossier import Dossier
from plan.records import Card, Message, Person, Record
from plan.reminders import due
from plan.sight import seen_by
from plan.text import Language, Text
from tests.bot.hostile import heard, payload
from tests.bot.lifeless import NEVER, alive, live

DEPTH = 3
ENOUGH = 2
"""So often each button of a dialog is pressed by one person."""
LANGUAGES: tuple[Language, ...] = ("nl", "en")


@dataclass
class Walk:
    """wrong: what would do more than be read, with where it stands."""

    start: Dossier
    at: datetime
    chance: random.Random
    wrong: list[str] = field(default_factory=list)
    cards: Counter[str] = field(default_factory=Counter)
    """By the dialog they belong to."""
    messages: Counter[str] = field(default_factory=Counter)
    """By their kind."""
    texts: int = 0
    files: set[tuple[str, str]] = field(default_factory=set)
    _pressed: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    _keys: int = 0

    def says(self, person: Person, words: str, depth: int = DEPTH) -> None:
        said = Said(who=person, at=self.at, text=words)
        known, turn = self._turn(self.start, said, words)
        self._on(known, person, turn, words, depth)

    def hears(self, moments: Iterable[datetime]) -> None:
        """What goes out by itself at each moment is read, and its buttons are pressed."""
        for self.at in moments:
            made = due(self.start, self.at)
            self._told(self.start.plus(made), made, "", DEPTH)

    def gets(self, messages: Iterable[Message]) -> None:
        """The same of these, whether or not they would be made."""
        for message in messages:
            self._told(self.start.plus([message]), [message], "", DEPTH)

    def _told(self, known: Dossier, made: Iterable[Record], where: str, depth: int) -> None:
        """The messages among what was kept, as they read now; of a kind a few are enough."""
        for message in made:
            if not isinstance(message, Message) or self.messages[message.kind] >= ENOUGH:
                continue
            reply, place = say(known, message, self.at), f"{where} > {message.kind}"
            if reply is None:
                continue
            self.messages[message.kind] += 1
            self.reads_text(summary(message), place)
            self._read(known, Turn(replies=(reply,)), place)
            person = known.get(Person, message.to)
            if person and depth:
                self._on(known, person, Turn(replies=(reply,)), place, depth - 1)

    def _on(self, known: Dossier, person: Person, turn: Turn, where: str, depth: int) -> None:
        """Presses whatever came."""
        views = [turn.instead, *(reply.view for reply in turn.replies)]
        for view in (v for v in views if v and depth):
            for button in view.buttons:
                what = (person.key, view.dialog, button.verb.partition("/")[0])
                if self._pressed[what] >= ENOUGH:
                    continue
                self._pressed[what] += 1
                said = Said(
                    who=person,
                    at=self.at,
                    card=self._card(view, person),
                    verb=button.verb,
                    inputs=dict(self._filled(view)),
                )
                place = f"{where} > {button.label.nl}"[:300]
                after, then = self._turn(known, said, place)
                self._on(after, person, then, place, depth - 1)
                self._told(after, then.keep, place, depth - 1)

    def _turn(self, known: Dossier, said: Said, where: str) -> tuple[Dossier, Turn]:
        """What came back is read in both languages, and its documents are made."""
        turn = decide(seen_by(known, said.who), said)
        after = known.plus(turn.keep, turn.drop)
        self._read(after, turn, where)
        return after, turn

    def _read(self, after: Dossier, turn: Turn, where: str) -> None:
        for reply in turn.replies:
            if reply.text:
                self.reads_text(reply.text, where)
            if reply.view:
                self.reads(reply.view, where)
            if reply.paper and (reply.paper.part, reply.paper.kind) not in self.files:
                self.reads_file(after, reply.paper.part, reply.paper.kind, where)
        if turn.instead:
            self.reads(turn.instead, where)

    def reads(self, view: View, where: str) -> None:
        self.cards[view.dialog] += 1
        for language in LANGUAGES:
            try:
                made = card(view, language, "0" * 32)
            except CardTooLargeError:
                text = clipped(plain(view, language), language)
                self._notes(text, where)
                self.wrong += [f"{where}: {len(text)} characters"] if len(text) > 28_000 else []
                made = card(too_large(view, language), language, "0" * 32)
            self.wrong += [f"{where}: {one[:200]!r}" for one in alive(made)]
            self.wrong += [where for piece in ("entities", "msteams") if piece in made]
            self._notes(inert_line(view.title.within(language)), where)

    def reads_text(self, text: Text, where: str) -> None:
        self.texts += 1
        for language in LANGUAGES:
            self._notes(text.within(language), where)

    def reads_file(self, known: Dossier, part: str, kind: str, where: str) -> None:
        self.files.add((part, kind))
        name, content = offered(known, part, kind, "nl", self.at)
        self.wrong += [f"{where}: {one}" for one in live(name, content)]

    def _notes(self, words: str, where: str) -> None:
        """Words that go out as plain text: only what nobody sees may not be in them."""
        self.wrong += [f"{where}: {one!r}" for one in NEVER.findall(words) if one != "{{"]

    def _card(self, view: View, person: Person) -> Card:
        self._keys += 1
        asked = view.inputs()
        picks = [one for one in asked if isinstance(one, Pick)]
        return Card(
            key=f"w{self._keys}",
            dialog=view.dialog,
            to=person.key,
            conversation="",
            verbs=tuple(button.verb for button in view.buttons),
            about=dict(view.about),
            inputs=tuple(one.id for one in asked),
            choices={one.id: tuple(value for value, _ in one.choices) for one in picks},
            several=tuple(one.id for one in picks if one.several),
            dates=tuple(one.id for one in asked if isinstance(one, Day)),
            issued_at=self.at,
        )

    def _filled(self, view: View) -> Iterator[tuple[str, str]]:
        """What stands there; where nothing does the first choice, a day or something foul."""
        for one in view.inputs():
            match one:
                case Pick():
                    yield one.id, one.value or (one.choices[0][0] if one.choices else "")
                case Day():
                    yield one.id, one.value or "2026-10-01"
                case Write():
                    foul = heard(payload(self.chance))[: one.limit]
                    yield one.id, one.value if self.chance.random() < 0.3 else foul
