"""What whoever watches over the process is told, and how it ends when the store is lost."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from aiohttp.test_utils import TestClient, TestServer

from bot.clock import MovedClock
from bot.serving import assistant
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
    app = assistant(store, credentials=None, clock=MovedClock(MORNING))
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
