"""Where a part of an erased name still stands, for somebody to look at."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from plan.erasure.whom import Bodies, Whom

SHORTEST = 4
"""Letters of a part of a name that is worth a look; `van` and `de` are not."""


def remaining(bodies: Bodies, who: Whom) -> Iterator[str]:
    """The records with a first name or a surname of whoever was erased."""
    words = {word for name in who.called for word in re.findall(r"\w+", name)}
    worth = sorted(word for word in words if len(word) >= SHORTEST)
    if not worth:
        return
    any_of = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, worth))})(?!\w)", re.IGNORECASE)
    for name, records in bodies.items():
        for key, body in records.items():
            if any_of.search(json.dumps(body, ensure_ascii=False)):
                yield f"{name} {key!r}"
