"""Conversations whose messages arrive in another order: the same answers, or one is told why."""

from __future__ import annotations

import asyncio
import random
from dataclasses import dataclass
from pathlib import Path

from bot.app import CHANNEL
from plan.records import Answer
from tests.bot.acting import Actor, sent_round
from tests.bot.chat import Chat, Json
from tests.bot.connector import a_connector
from tests.bot.reading import choices, inputs, untouched
from tests.bot.town import Town, a_town
from tests.prove.trial import Trial

WHOLE = 1_000
WINDOW = 5
EARLIER = "hoorde bij een eerdere vraag"
PARTNERS = ("ggd", "vr", "om", "han", "woc", "wlz", "zvh", "riec", "ond", "pol")


@dataclass(frozen=True)
class Ended:
    """What somebody's organisation said in the end, and what was said back."""

    answers: dict[str, object]
    told: str


def prove(trial: Trial) -> None:
    """A scripted conversation in its own order and in another, each on a plan of its own."""
    asyncio.run(_prove(trial))


async def _prove(trial: Trial) -> None:
    left = trial.times(WHOLE)
    with trial.bar(left) as bar:
        while left > 0:
            now = min(left, len(PARTNERS))
            seed = trial.chance.random()
            straight = await _played(trial.scratch / f"{left}-a", seed, now, None)
            shuffled = await _played(trial.scratch / f"{left}-b", seed, now, trial.chance)
            for org, ended in shuffled.items():
                _compare(trial, org, straight[org], ended)
            left -= now
            bar.update(now)


def _compare(trial: Trial, org: str, straight: Ended, shuffled: Ended) -> None:
    trial.count("conversations")
    if straight.answers == shuffled.answers:
        trial.count("the same")
    elif EARLIER in shuffled.told:
        trial.count("told")
    else:
        found = {"straight": straight.answers, "shuffled": shuffled.answers}
        trial.fail("another plan, and nobody was told", {"org": org, **found})


async def _played(
    directory: Path, seed: float, people: int, order: random.Random | None
) -> dict[str, Ended]:
    found = {}
    async with a_connector() as connector, a_town(directory, connector) as town:
        await sent_round(town)
        for number, org in enumerate(PARTNERS[:people]):
            chance = random.Random(f"{seed} {number}")  # noqa: S311
            found[org] = await _talk(town, Actor(town, f"p-{org}"), chance, order)
    return found


async def _talk(
    town: Town, actor: Actor, chance: random.Random, order: random.Random | None
) -> Ended:
    script = await _script(town, actor, chance)
    town.read(actor.person)
    for body in _mixed(script, order) if order else script:
        await actor.chat.deliver(body)
        await town.client.app[CHANNEL].settled()
    told = " ".join(one.text for one in town.read(actor.person))
    answers = (a for a in (await town.dossier()).all(Answer) if a.org == actor.person[2:].upper())
    return Ended({a.key: (a.value, a.text) for a in answers}, told)


async def _script(town: Town, actor: Actor, chance: random.Random) -> list[Json]:
    """Presses of cards about different questions, or typed answers, a second after each other."""
    await actor.say("hallo")
    chat = actor.chat
    if chance.random() < 0.5:
        await actor.say("vraag voor vraag")
        said = [str(chance.randint(1, 4)) for _ in range(chance.randint(2, 6))]
        bodies = [chat.activity("message", text=one, textFormat="plain") for one in said]
    else:
        bodies = [_press(chat, card, chance) for card in await _cards(actor)]
    return [{**b, "timestamp": f"2026-11-23T09:00:{n:02}.000Z"} for n, b in enumerate(bodies)]


async def _cards(actor: Actor) -> list[Json]:
    """The card of every topic: each is about questions of its own."""
    found = []
    for topic in range(1, 8):
        before = actor.card
        await actor.say(f"onderwerp {topic}")
        if actor.card != before and inputs(actor.card):
            found.append(actor.card)
    return found


def _press(chat: Chat, card: Json, chance: random.Random) -> Json:
    picked = {id_: chance.choice(some) for id_, some in choices(card).items()}
    data = card["actions"][0]["data"] | untouched(card) | picked
    action = {"type": "Action.Execute", "verb": "press", "data": data}
    return chat.activity("invoke", name="adaptiveCard/action", value={"action": action})


def _mixed(script: list[Json], order: random.Random) -> list[Json]:
    """Nothing more than so many places from its own."""
    places = {n: n + order.uniform(0, WINDOW) for n in range(len(script))}
    return [script[n] for n in sorted(places, key=places.__getitem__)]
