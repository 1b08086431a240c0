"""Nobody reads what another partner said: unique words in everything, and all that goes out read.

A plan of twenty partners, each with canaries in every text it can give. Everybody says every
command and presses every button they come by, in three moments of both tracks, and every card,
text and document is searched for the words of others.
"""

from __future__ import annotations

import asyncio
import io
import json
import re
import zipfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import msgspec

from bot.plans import Plans
from dialogs.commands import COMMANDS
from plan.dossier import Dossier
from plan.records import Person, Record
from plan.sight import seen_by
from tests.bot.connector import Connector, a_connector
from tests.bot.reading import untouched
from tests.bot.town import Town, a_town
from tests.prove.singing import CANARY, ORGS, a_plan, may_hear
from tests.prove.trial import Trial

STATES = [
    (track, moment)
    for track in ("first_year", "follow_up")
    for moment in ("asked", "before", "session", "adopted")
]
DEPTH = 3
"""Buttons pressed one after another from what a word brought."""


@dataclass
class Heard:
    """What went out to one person: the words of others in it, and how much was read."""

    person: Person
    dossier: Dossier
    responses: int = 0
    documents: int = 0
    strange: list[str] = field(default_factory=list)

    def reads(self, content: str, where: str) -> None:
        self.responses += 1
        for kind, org in CANARY.findall(content):
            if not may_hear(self.dossier, self.person, kind, org, where):
                self.strange.append(f"{self.person.key} hears {kind} of {org} in {where}")


async def heard_by(
    town: Town, person: Person, words: list[str], dossier: Dossier, depth: int = DEPTH
) -> Heard:
    """Everything somebody gets who says all these words and presses whatever comes."""
    heard, chat = Heard(person, dossier), town.who(person.key)
    for word in words:
        await _through(town, heard, word, depth)
    for one in town.sent_to(person.key):
        heard.reads(json.dumps(one.activity, ensure_ascii=False), "message")
    for one in town.connector.updated:
        if one.conversation == chat.conversation:
            heard.reads(json.dumps(one.activity, ensure_ascii=False), "card")
    return heard


async def _through(town: Town, heard: Heard, word: str, depth: int) -> None:
    chat = town.who(heard.person.key)
    town.read(heard.person.key)
    await chat.say(word)
    cards = [(one.card, 1) for one in await _new(town, heard, word) if one.card]
    while cards:
        card, deep = cards.pop()
        for key, title in _buttons(card):
            answer = await chat.execute({"v": 1, "c": key} | _filled(card))
            where = f"{word} > {title}"
            heard.reads(json.dumps(answer, ensure_ascii=False), where)
            new = [one.card for one in await _new(town, heard, where) if one.card]
            if deep < depth:
                cards += [(one, deep + 1) for one in new]


async def _new(town: Town, heard: Heard, where: str) -> list[Any]:
    """What came in, with the documents in it opened."""
    came = town.read(heard.person.key)
    for one in came:
        offer = one.attached("application/vnd.microsoft.teams.card.file.consent")
        if offer:
            before = len(town.connector.uploads)
            await town.who(heard.person.key).answer_file(offer["acceptContext"], accept=True)
            for _, content in town.connector.uploads[before:]:
                heard.documents += 1
                heard.reads(read(content), f"document {where}")
    return came


def read(content: bytes) -> str:
    """The text of a file; of a package that of everything in it."""
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return content.decode("utf-8", "replace")
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return "\n".join(re.sub(r"<[^>]+>", "", read(package.read(n))) for n in package.namelist())


def _buttons(card: Any) -> Iterator[tuple[str, str]]:
    pieces = card.values() if isinstance(card, dict) else card if isinstance(card, list) else ()
    if isinstance(card, dict) and card.get("type") == "Action.Execute":
        yield card["data"]["c"], card.get("title", "")
    for piece in pieces:
        yield from _buttons(piece)


def _filled(card: Any) -> dict[str, str]:
    return {key: value or "2026-10-01" for key, value in untouched(card).items()}


def words_for(org: str, other: str) -> list[str]:
    """Every command, alone and about the own and somebody else's."""
    about = [f"M{number(org):02d}", f"M{number(other):02d}", "T1", "MT", other, "P1", "T1.1"]
    bare = [command.name.nl for command in COMMANDS]
    asked = ("waarom", "wie trekt", "wanneer is", "wat doet", "vragenlijst", "namens", "besluit")
    more = ("thema", "maatregel", "actiepunt", "plan")
    return [
        *bare,
        *(f"{word} {code}" for word in (*asked, *more) for code in about),
        "iets anders",
    ]


def number(org: str) -> int:
    return ORGS.index(org) + 1


def in_hand(dossier: Dossier, person: Person) -> list[str]:
    """The words of others that a turn of this person would be decided on."""
    found = []
    for record in seen_by(dossier, person).records():
        written = msgspec.json.encode(record).decode()
        for kind, org in CANARY.findall(written):
            if not may_hear(dossier, person, kind, org, "hand"):
                found.append(f"{person.key} is handed {kind} of {org}: {type(record).__name__}")
    return found


@asynccontextmanager
async def a_singing_town(
    trial: Trial, records: tuple[Record, ...]
) -> AsyncIterator[tuple[Town, Connector]]:
    number_ = trial.counts.get("towns", 0)
    trial.count("towns")
    async with (
        a_connector() as connector,
        a_town(trial.scratch / f"t{number_}", connector, file=None) as town,
    ):
        town.key = await Plans(town.store).seats.begin(records)
        yield town, connector


async def _prove(trial: Trial) -> None:
    bar = trial.bar(len(STATES))
    for track, moment in STATES:
        records = a_plan(track, moment)
        known = Dossier(records)
        everybody = list(known.all(Person))
        for person in everybody:
            strange = in_hand(known, person)
            trial.count("plans handed")
            if strange:
                trial.fail(strange[0], {"track": track, "moment": moment})
        chosen = trial.chance.sample(everybody, trial.times(len(everybody)))
        async with a_singing_town(trial, records) as (town, _):
            for person in chosen:
                other = trial.chance.choice([o for o in ORGS if o != person.org])
                own = person.org if person.org in ORGS else ORGS[0]
                words = words_for(own, other)
                words = trial.chance.sample(words, max(12, trial.times(len(words))))
                heard = await heard_by(town, person, words, known)
                trial.count("answers read", heard.responses)
                trial.count("documents read", heard.documents)
                if heard.strange:
                    trial.fail(heard.strange[0], {"track": track, "moment": moment})
        bar.update()


def prove(trial: Trial) -> None:
    asyncio.run(_prove(trial))
