"""Never a fifth message about one request (decision 12), whoever it was handed to."""

from __future__ import annotations

from plan.dossier import Dossier
from plan.records import Message, Sharing
from plan.sharing import MESSAGES

WHOLE = "all"
"""What a message says that hands on the whole request, not one topic of it."""


def may_tell(dossier: Dossier, request: str, org: str, person: str, *, topic: str = WHOLE) -> bool:
    """Whether a person may get one more message about a request to an organisation.

    Nobody gets a fifth. Nor does the organisation about the request as a whole: handing it on
    does not begin to count anew, and what another plan sent for the same request counts along.
    """
    about = [m for m in dossier.messages_about(request) if m.org == org and _counts(m)]
    own = sum(person in (message.to, message.went_to) for message in about)
    return own < MESSAGES and (topic != WHOLE or _of_whole(dossier, request, org) < MESSAGES)


def _of_whole(dossier: Dossier, request: str, org: str) -> int:
    here = [m for m in dossier.messages_about(request) if m.org == org and _counts(m)]
    there = sum(s.sent_there for s in dossier.all(Sharing) if (s.round, s.org) == (request, org))
    return there + sum(m.kind != "handed" or m.text == WHOLE for m in here)


def _counts(message: Message) -> bool:
    """It came, or it will."""
    return not message.failed and not message.needless
