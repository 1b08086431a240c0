"""The trial page after a restart: on another port it writes to nobody's old address."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from bot.plans import Plans
from bot.trial import CHANNELS
from bot.trying import forget_elsewhere, people_of
from plan.dossier import Dossier
from plan.records import Address
from storage import open_store
from tests.dialogs.talk import CO, Talk

NOW = datetime(2026, 9, 14, 8, tzinfo=UTC)


def at(key: str, service: str) -> Address:
    return Address(key=key, reference={"service_url": service, "conversation": "c"}, at=NOW)


async def test_only_the_addresses_of_a_page_on_another_port_are_forgotten(tmp_path: Path) -> None:
    store = open_store(str(tmp_path))
    here = at("dev/a", "http://127.0.0.1:3978/trial/connector")
    old = at("dev/b", "http://127.0.0.1:4000/trial/connector")
    teams = at("t/c", "https://smba.trafficmanager.net/emea/")
    other = at("dev/d", "http://127.0.0.1:56150/_connector")
    await store.shared.put(here, old, teams, other)
    await forget_elsewhere(store, "http://127.0.0.1:3978")
    assert {a.key for a in await store.shared.find(Address)} == {"dev/a", "t/c", "dev/d"}
    await store.close()


async def test_the_channel_of_the_team_comes_last_in_the_list_and_needs_a_plan(
    tmp_path: Path,
) -> None:
    store = open_store(str(tmp_path))
    plans = Plans(store)
    assert await people_of(plans, Dossier(), {}) == []
    shown = await people_of(plans, Talk().dossier, {})
    assert [one.group for one in shown].count(CHANNELS) == 1
    assert shown[-1].group == CHANNELS
    assert shown[0].id == CO
    await store.close()
