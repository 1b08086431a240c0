"""How much people must do: the goals of the evaluative round with ten partners, counted."""

from __future__ import annotations

from pathlib import Path
from statistics import median_high, median_low

import pytest

from tests.bot.acting import ALL, KNOWN, Actor, core_answers, sent_round
from tests.bot.connector import Connector
from tests.bot.town import Town, a_town

SEND, CORE, COMPILE = 5, 9, 11


async def core_actions(town: Town, person: str) -> int:
    """A partner from the invitation to "Bedankt": every choice of the core, no explanations."""
    actor = Actor(town, person)
    said = await actor.press(KNOWN, **core_answers(actor.card))
    while "Bedankt" not in said:
        said = await actor.press("Overslaan")
    return actor.actions


async def compiled(sanne: Actor) -> int:
    """From closed answers to the Word file, everything taken as it is proposed."""
    before = sanne.actions
    await sanne.say("maatregelen")
    await sanne.press("Alles zo overnemen (31)")
    await sanne.press("Bevestigen")
    await sanne.say("sluiten")
    await sanne.say("concept")
    sanne.actions += 1  # Accepting the file.
    return sanne.actions - before


async def test_the_actions_stay_within_the_goals(
    tmp_path: Path, connector: Connector, capsys: pytest.CaptureFixture[str]
) -> None:
    async with a_town(tmp_path / "store", connector) as town:
        sanne = await sent_round(town, deadline="")
        sent = sanne.actions
        partners = {org: await core_actions(town, f"p-{org.lower()}") for org in ALL}
        compile_ = await compiled(sanne)
        dossier = await town.dossier()
    measures = {org: len(dossier.measures_with(org)) for org in ALL}
    middle = {median_low(measures.values()), median_high(measures.values())}
    typical = [partners[org] for org in ALL if measures[org] in middle]
    with capsys.disabled():
        print(f"\nactions: send {sent}, compile {compile_}, partners {partners}")  # noqa: T201
    assert sent <= SEND
    assert compile_ <= COMPILE
    assert sorted(typical)[len(typical) // 2] <= CORE
