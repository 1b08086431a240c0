"""Thousands of forged and spoilt submissions: none writes, none writes twice, none is a 5xx."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

from bot.app import CHANNEL
from bot.known import KnownPart
from plan.dossier import Dossier
from plan.records import Address, Alias, Answer, Card, Delivered, Entry, Record, altered
from storage import Store
from tests.bot.acting import Actor, sent_round
from tests.bot.chat import Chat, Json
from tests.bot.connector import a_connector
from tests.bot.reading import choices, inputs, untouched
from tests.bot.test_two_plans import HERE, THERE, load_both, sent_in_harkenwoude
from tests.bot.town import Town, a_town
from tests.prove.spoilt import Case, Scene, spoilt
from tests.prove.trial import Trial

WHOLE = 10_000
HONEST = 0.04
"""Of what is sent, so much is as it should be, so that cards get used and new ones come."""
PARTNERS = ("ggd", "vr", "om", "han", "woc", "wlz")
PEOPLE = (*(f"p-{org}" for org in PARTNERS), "p-sanne", "p-imre")


BESIDE = (Address, Alias, Entry)
"""Where somebody can be reached, and the logbook, which tells of what was refused too."""


class Watched:
    """What is different since the last look, in every part of the store."""

    def __init__(self, store: Store) -> None:
        parts = {plan: store.plan(plan) for plan in (HERE, THERE)} | {"": store.shared}
        self._parts = {plan: KnownPart(part) for plan, part in parts.items()}

    async def news(self) -> list[Record]:
        """Records that are new or changed, but for where somebody can be reached."""
        found: list[Record] = []
        for known in self._parts.values():
            before, number = known.dossier, known.number
            after = await known.caught_up()
            if known.number != number:
                found += [one for one in after.records() if _is_news(one, before)]
                found += [one for one in before.records() if not after.get(type(one), one.key)]
        return [one for one in found if not isinstance(one, BESIDE)]


def _is_news(one: Record, before: Dossier) -> bool:
    """That an earlier answer was handed over goes along with any change that comes after it."""
    known = before.get(type(one), one.key)
    if isinstance(one, Delivered) and isinstance(known, Delivered):
        known = altered(known, answered=one.answered)
    return known != one


def prove(trial: Trial) -> None:
    """The store is looked at after each one."""
    asyncio.run(_prove(trial))


async def _prove(trial: Trial) -> None:
    await load_both(trial.scratch)
    async with a_connector() as connector, a_town(trial.scratch, connector) as town:
        town.key = HERE
        await sent_round(town)
        await sent_in_harkenwoude(town)
        for person in PEOPLE:
            await Actor(town, person).say("verder")
        await town.post()
        forger = Forger(trial, town, Watched(town.store))
        await forger.watched.news()
        with trial.bar(trial.times(WHOLE)) as bar:
            for number in range(trial.times(WHOLE)):
                await forger.once(f"p-{number}")
                bar.update()


@dataclass
class Forger:
    """Presses as one of the people, nearly never as it should be."""

    trial: Trial
    town: Town
    watched: Watched
    used: dict[str, list[Json]] = field(default_factory=dict)

    async def once(self, name: str) -> None:
        chance = self.trial.chance
        person = chance.choice(PEOPLE)
        actor = Actor(self.town, person)
        scene = self._scene(actor)
        if chance.random() < HONEST and person not in ("p-sanne", "p-imre"):
            await self._honest(actor, scene)
            return
        case = spoilt(scene)
        before = len(self.town.connector.sent)
        statuses = [await self._sent(case, chance.random() < 0.5)]
        if any(status not in case.status for status in statuses):
            self._fail(f"answered with {statuses}", case)
        if kept := await self.watched.news():
            self._fail("something was kept", case, kept=[repr(one)[:300] for one in kept])
        self.trial.count("spoilt submissions")
        self.trial.count("messages back", len(self.town.connector.sent) - before)

    def _card(self, person: str) -> Json:
        """The newest with a button: who types has none open."""
        sent = reversed(self.town.sent_to(person))
        return next(one.card for one in sent if one.card and _buttons(one.card))

    def _scene(self, actor: Actor) -> Scene:
        card = self._card(actor.person)
        picked = choices(card)
        days = [id_ for id_, one in inputs(card).items() if one["type"] == "Input.Date"]
        everybody = [one for one in PEOPLE if one != actor.person]
        return Scene(
            chance=self.trial.chance,
            mine=actor.chat,
            data={**self.trial.chance.choice(_buttons(card)), **untouched(card)},
            inputs=tuple(inputs(card)),
            choices=(*picked, *days),
            others=(*(self.town.who(one) for one in everybody), *_strangers(actor.chat)),
            foreign=tuple(_key(self._card(one)) for one in everybody),
            used=tuple(self.used.get(actor.person, ())),
        )

    async def _honest(self, actor: Actor, scene: Scene) -> None:
        """As it should be, twice: it counts once, and for whoever presses it."""
        card = self._card(actor.person)
        picked = {k: self.trial.chance.choice(v) for k, v in choices(card).items()}
        case = Case("as it should be", actor.chat, {**scene.data, **picked})
        await self._sent(case, execute=True)
        kept = await self.watched.news()
        if foreign := [one for one in kept if not _own(one, actor.person)]:
            self._fail("a foreign write", case, kept=[repr(one)[:300] for one in foreign])
        await self._sent(case, execute=True)
        if kept := await self.watched.news():
            self._fail("a double write", case, kept=[repr(one)[:300] for one in kept])
        if await self._is_used(case):
            self.used.setdefault(actor.person, []).append(case.data)
        self.trial.count("honest submissions")
        await actor.say("verder")
        await self.watched.news()

    async def _is_used(self, case: Case) -> bool:
        """Some buttons leave their card open, to be pressed again."""
        key = str(case.data["c"]).partition(".")[0]
        cards = await self.town.store.plan(HERE).find(Card, key=key)
        return any(card.state == "used" for card in cards)

    async def _sent(self, case: Case, execute: bool) -> int:
        chat = case.chat
        if execute:
            action = {"type": "Action.Execute", "verb": "press", "data": case.data}
            value = {"action": action, "trigger": "manual"}
            body = chat.activity("invoke", name="adaptiveCard/action", value=value)
        else:
            body = chat.activity("message", value=case.data, replyToId="m1")
        response = await chat.deliver(body)
        await self.town.client.app[CHANNEL].settled()
        return response.status

    def _fail(self, why: str, case: Case, **more: object) -> None:
        told = {"kind": case.kind, "who": case.chat.person, "data": repr(case.data)[:2_000]}
        self.trial.fail(why, {**told, **more})


def _strangers(chat: Chat) -> tuple[Chat, ...]:
    return (chat.of("p-nobody", "Niemand"), chat.of(chat.person.upper(), chat.name))


def _own(record: Record, person: str) -> bool:
    """Whether somebody may have kept it by pressing an own card."""
    org = person.removeprefix("p-").upper()
    if isinstance(record, Answer):
        return record.org == org and record.by == person
    if isinstance(record, Card):
        return record.to == person
    return True


def _buttons(card: Json) -> list[Json]:
    return [action["data"] for action in card.get("actions", ()) if "data" in action]


def _key(card: Json) -> str:
    return str(_buttons(card)[0]["c"]).rpartition(".")[0]
