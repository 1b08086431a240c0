"""A process that claims messages: python -m tests.storage.claimant URL COUNT | URL KEY-.

With a count: waits for a line, claims two messages so often in turn, and tells when it had which,
in ns of the machine's clock. With a key and a minus sign: claims it, says so, and keeps it.
"""

from __future__ import annotations

import asyncio
import sys
import time

from storage import Store, open_store


def tell(*words: object) -> None:
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


async def each(store: Store, keys: list[str]) -> None:
    tell("ready")
    await asyncio.to_thread(sys.stdin.readline)
    for key in keys:
        async with store.claim("a", key) as mine:
            if mine:
                begin = time.monotonic_ns()
                await asyncio.sleep(0.003)
                tell(key, begin, time.monotonic_ns())


async def keep(store: Store, key: str) -> None:
    async with store.claim("a", key) as mine:
        tell(mine)
        await asyncio.Event().wait()


async def main(url: str, wanted: str) -> None:
    store = open_store(url)
    await store.plans()
    if wanted.endswith("-"):
        await keep(store, wanted[:-1])
    else:
        await each(store, [f"{n % 2}" for n in range(int(wanted))])
    await store.close()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
