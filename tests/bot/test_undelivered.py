"""A message that cannot go out for now: it stays due, and leaves nothing behind."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from plan.records import Card, Message
from tests.bot.acting import Actor
from tests.bot.connector import Connector
from tests.bot.town import Town, a_town


@pytest_asyncio.fixture
async def town(tmp_path: Path, connector: Connector) -> AsyncIterator[Town]:
    async with a_town(tmp_path, connector) as made:
        yield made


@pytest.mark.parametrize("status", [401, 429])
async def test_a_refused_try_leaves_no_card(town: Town, connector: Connector, status: int) -> None:
    sanne = Actor(town, "p-sanne")
    await sanne.say("hallo")
    await sanne.press("Vragenlijst versturen")
    await sanne.press("Versturen", deadline="2026-10-05")
    before = (await town.dossier()).all(Card)
    connector.after = ""
    for _ in range(3):
        connector.refusals = [(status, "Refused")] * 100
        await town.post()
    connector.refusals = []
    dossier = await town.dossier()
    assert not any(message.sent_at or message.failed for message in dossier.all(Message))
    assert dossier.all(Card) == before
    await town.move("2026-09-14T09:30:00+02:00")
    dossier = await town.dossier()
    assert all(message.sent_at for message in dossier.all(Message))
    assert len(dossier.all(Card)) == len(before) + len(dossier.all(Message))
