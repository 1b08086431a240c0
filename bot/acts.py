"""What a turn was, for the logbook: who did what, from where, and whether it was done."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from bot.heard import Heard
from bot.logbook import is_worth
from bot.speaking import who_speaks
from dialogs import Said, Turn, phrases
from dialogs.view import Marked, View
from plan.logbook import Act
from plan.personal import suspects

PERSONAL: Final = "refused:personal"
RIGHT: Final = "refused:right"
_OURS: Final = re.compile(r"[a-z_.]{1,40}")


def act_of(heard: Heard, plan: str, said: Said, turn: Turn) -> Act | None:
    """None for who changed nothing, was refused nothing and got no document."""
    result = result_of(said, turn)
    papers = [reply.paper for reply in turn.replies if reply.paper]
    if result == "done" and not papers and not is_worth((*turn.keep, *turn.drop)):
        return None
    action = f"paper.{papers[0].kind}" if papers else action_of(heard, said)
    return Act(
        at=said.at,
        action=action,
        actor=said.who.key if plan else who_speaks(heard),
        origin=origin_of(heard),
        result=result,
    )


def action_of(heard: Heard, said: Said) -> str:
    """The dialog and the button of a card, as we named them; else what kind of thing it was."""
    if said.card is None:
        return heard.kind
    # What stands behind a colon or a stroke in a verb is a key, of a person perhaps.
    verb = _OURS.match(said.verb or "")
    return f"{said.card.dialog}/{verb[0] if verb else ''}"


def origin_of(heard: Heard) -> str:
    if heard.scope != "personal":
        return "channel"
    return "card" if heard.kind == "press" else "chat"


def result_of(said: Said, turn: Turn) -> str:
    """`done`, or `refused:` and why: no right to it, or personal data that is held back."""
    for reply in turn.replies:
        if reply.text == phrases.ONLY_COORDINATOR:
            return RIGHT
    if any(isinstance(element, Marked) for view in _views(turn) for element in view.elements):
        return PERSONAL
    nothing = not is_worth((*turn.keep, *turn.drop)) and not turn.begin
    if nothing and any(suspects(words) for words in (said.text, *said.inputs.values())):
        return PERSONAL
    return "done"


def _views(turn: Turn) -> Iterator[View]:
    if turn.instead:
        yield turn.instead
    yield from (reply.view for reply in turn.replies if reply.view)
