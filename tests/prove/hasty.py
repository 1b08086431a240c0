"""The assistant with a fault on purpose: it confirms first and keeps a moment later.

python -m tests.prove.hasty serve …
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterable

from bot.commandline import main
from bot.known import KnownPart
from plan.dossier import Dossier
from plan.logbook import Act
from plan.records import Record

LATER = 0.3
_PUT = KnownPart.put
_work = set[asyncio.Task[object]]()


async def _hasty(
    part: KnownPart,
    kept: Iterable[Record],
    gone: Iterable[Record],
    seen: int,
    act: Act | None = None,
) -> Dossier:
    """As it will be; whether it ever is depends on how long the process has."""
    kept, gone = tuple(kept), tuple(gone)

    async def later() -> None:
        await asyncio.sleep(LATER)
        await _PUT(part, kept, gone, part.number, act)

    task = asyncio.create_task(later())
    _work.add(task)
    task.add_done_callback(_work.discard)
    part.dossier = part.dossier.plus(kept, gone)
    return part.dossier


if __name__ == "__main__":
    KnownPart.put = _hasty  # type: ignore[method-assign, assignment]
    sys.exit(main(sys.argv[1:]))
