"""Whether a button may be pressed and a document handed over, and what is said when not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from dialogs import phrases
from dialogs.turn import Reply, Said, Turn
from plan.dossier import Dossier
from plan.rights import RIGHTS, Of, can, may_have

BEGIN, DRAFT = "begin", "draft"
"""The rights to begin a plan, and to change what it says in a theme."""
PERSONAL = ("own_wishes", "name_stand_in")
"""What is everybody's for themselves, whatever the card is about."""


def may_press(dossier: Dossier, said: Said, right: str, about: Mapping[str, str]) -> bool:
    """On what the card is about; a plan may be begun by who coordinates another."""
    theme, org = about.get("theme", ""), about.get("org", "")
    of = Of(theme=theme) if right == DRAFT and theme else Of(org=org) if org else None
    of = Of(person=said.who.key) if right in PERSONAL else of
    plans = ((dossier, said.who), *(said.elsewhere if right == BEGIN else ()))
    return any(can(plan, person, right, of) for plan, person in plans)


def refused(right: str) -> Turn:
    """Of what only the coordinator may it is said so; of all else that it is not theirs."""
    alone = set(RIGHTS.get(right, ())) <= {"coordinator", "newcomer"} and right in RIGHTS
    words = phrases.ONLY_COORDINATOR if alone else phrases.NOT_YOURS
    return Turn(replies=(Reply(text=words),))


def readable(dossier: Dossier, said: Said, turn: Turn) -> Turn:
    """Without the documents that are not the speaker's to read, whichever way asked for."""
    if not any(reply.paper for reply in turn.replies):
        return turn
    replies = tuple(
        Reply(text=phrases.NOT_YOURS)
        if reply.paper and not may_have(dossier, said.who, reply.paper.part)
        else reply
        for reply in turn.replies
    )
    return replace(turn, replies=replies)
