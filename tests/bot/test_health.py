"""What whoever watches over the process is told, and how it ends when the store is lost."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.clock import MovedClock, SystemClock
from bot.credentials import Credentials
from bot.deployment import TRYING, Deployment
from bot.entrance import Entrance
from bot.serving import OUTBOX, assistant
from bot.watching import PASSED_ON, READINESS
from storage.tiny import TinyStore
from tests.bot.several import MORNING
from tests.bot.test_killed import a_free_port

ROOT = Path(__file__).parents[2]
FULL = "De schijf is vol; er kan niets worden bewaard."
BROKEN = "Plan nieuwdorp-2027 is niet te lezen en staat apart."


class Ailing(TinyStore):
    """A store that says what it is told to say."""

    refusal = ""
    broken: tuple[str, ...] = ()

    async def health(self) -> str:
        return self.refusal

    def damage(self) -> tuple[str, ...]:
        return self.broken


async def test_health_says_why_nothing_can_be_kept_and_what_is_damaged(tmp_path: Path) -> None:
    store = Ailing(tmp_path)
    app = assistant(store, TRYING, clock=MovedClock(MORNING))
    async with TestClient(TestServer(app)) as client:

        async def told() -> tuple[int, object]:
            async with client.get("/healthz") as answer:
                return answer.status, await answer.json()

        assert await told() == (200, {"status": "ok"})
        store.broken = (BROKEN,)
        assert await told() == (200, {"status": "damaged", "damage": [BROKEN]})
        store.refusal = FULL
        assert await told() == (503, {"status": "failing", "reason": FULL, "damage": [BROKEN]})
        store.refusal, store.broken = "", ()
        assert await told() == (200, {"status": "ok"})
    await store.close()


async def test_who_asks_from_elsewhere_hears_that_something_is_wrong_and_not_what(
    tmp_path: Path,
) -> None:
    store = Ailing(tmp_path)
    app = assistant(store, TRYING, clock=MovedClock(MORNING))
    async with TestClient(TestServer(app)) as client:
        for header in PASSED_ON:
            store.refusal, store.broken = FULL, (BROKEN,)
            async with client.get("/healthz", headers={header: "198.51.100.7"}) as answer:
                assert (answer.status, await answer.json()) == (503, {"status": "failing"})
            store.refusal = ""
            async with client.get("/healthz", headers={header: "198.51.100.7"}) as answer:
                assert (answer.status, await answer.json()) == (200, {"status": "damaged"})
            assert (await client.get("/metrics", headers={header: "x"})).status == 404
    await store.close()


async def test_readiness_says_by_a_word_what_it_waits_for(tmp_path: Path) -> None:
    store = Ailing(tmp_path)
    app = assistant(store, TRYING, clock=MovedClock(MORNING))
    async with TestClient(TestServer(app)) as client:

        async def told() -> tuple[int, object]:
            async with client.get("/readyz") as answer:
                return answer.status, (await answer.json()).get("reason", "")

        assert await told() == (200, "")
        store.refusal = FULL
        assert await told() == (503, "store")
        store.refusal = ""
        app[READINESS].stopping = True
        assert await told() == (503, "stopping")
    await store.close()


async def _never() -> None:
    return


async def test_without_the_channels_keys_nobody_could_come_in(tmp_path: Path) -> None:
    store = Ailing(tmp_path)
    nowhere = Entrance(tenants=frozenset({"t"}), metadata="http://127.0.0.1:1/none")
    credentials = Credentials(app_id="app", password="x", tenant="t")  # noqa: S106
    deployment = Deployment(credentials=credentials, entrance=nowhere)
    app = assistant(store, deployment, clock=SystemClock(), alone=False)
    async with TestClient(TestServer(app)) as client, client.get("/readyz") as answer:
        assert (answer.status, (await answer.json())["reason"]) == (503, "keys")
    await store.close()


async def test_an_outbox_that_ended_is_no_readiness(tmp_path: Path) -> None:
    store = Ailing(tmp_path)
    app = assistant(store, TRYING, clock=MovedClock(MORNING))
    app[OUTBOX].forever = _never  # type: ignore[method-assign]
    async with TestClient(TestServer(app)) as client:
        await asyncio.sleep(0)
        async with client.get("/readyz") as answer:
            assert (answer.status, (await answer.json())["reason"]) == (503, "outbox")
    await store.close()


@pytest.mark.parametrize("for_all", [False, True])
async def test_figures_are_for_this_machine_unless_a_setting_says_otherwise(
    tmp_path: Path, for_all: bool
) -> None:
    store = Ailing(tmp_path)
    app = assistant(store, replace(TRYING, metrics_for_all=for_all), clock=MovedClock(MORNING))
    async with TestClient(TestServer(app)) as client:
        async with client.get("/metrics") as answer:
            assert answer.status == 200
            assert "plan_turns_total" in await answer.text()
        async with client.get("/metrics", headers={"Via": "proxy"}) as answer:
            assert answer.status == (200 if for_all else 404)
    await store.close()


async def test_a_request_is_counted_by_the_pattern_of_its_route(tmp_path: Path) -> None:
    store = Ailing(tmp_path)
    app = assistant(store, TRYING, clock=MovedClock(MORNING))
    async with TestClient(TestServer(app)) as client:
        await client.get("/no/such/place?name=Jansen")
        await client.post("/api/messages?token=geheim", data=b"{")
        told = await (await client.get("/metrics")).text()
    assert 'route="none",status="404"' in told
    assert 'route="/api/messages",status="400"' in told
    assert 'plan_refused_total{reason="shape"}' in told
    assert "Jansen" not in told
    assert "geheim" not in told
    await store.close()


def test_a_store_that_is_lost_ends_the_process_at_once_with_the_reason(tmp_path: Path) -> None:
    words = (
        "import sys\n"
        "from pathlib import Path\n"
        "from bot import commandline\n"
        "from bot.commands import opening\n"
        "from storage.tiny import TinyStore\n"
        "class Lost(TinyStore):\n"
        f"    def damage(self): return ({BROKEN!r},)\n"
        "    async def lost(self): return 'De schijf is weg.'\n"
        f"opening.open_store = lambda _, **more: Lost(Path({str(tmp_path)!r}))\n"
        f"sys.exit(commandline.main(['serve', '--dev', '--port', '{a_free_port()}']))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", words], cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 74
    stops = "De assistent stopt: er kan niets meer worden bewaard."
    assert done.stderr.splitlines()[-3:] == [BROKEN, "De schijf is weg.", stops]
