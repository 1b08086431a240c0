"""Keeping what a partner says of a change; a no asks for an answer in turn."""

from __future__ import annotations

from dialogs.deciding.words import NO, YES
from dialogs.filled import fault
from dialogs.post import message
from dialogs.registering import registered
from dialogs.turn import Said, Turn
from plan.amending import CANNOT, KIND, body_that_changed
from plan.answering import clean
from plan.dossier import Dossier
from plan.records import Comment, Consent, Record, altered
from plan.remarks import next_key
from plan.text import Text

LONGEST = 600


def keep_answer(
    dossier: Dossier,
    said: Said,
    consent: Consent,
    answer: str,
    remark: str,
    *,
    on_behalf: bool = False,
) -> tuple[Turn, Text | None]:
    """What to keep of one answer, or what is wrong with it; a no asks for an answer in turn."""
    words = clean(remark)
    if answer not in (YES, NO):
        return Turn(), Text(nl="Kies ja of nee.", en="Choose yes or no.")
    wrong = fault(words, LONGEST)
    if wrong:
        return Turn(), wrong
    given = altered(consent, answer=answer, remark=words or None, by=said.who.key, at=said.at)
    event = registered(
        said,
        "consented",
        consent.key,
        after=answer,
        on_behalf_of=consent.org if on_behalf else None,
    )
    keep: list[Record] = [given, event]
    if answer == NO:
        keep.append(_objection(dossier, given, words, None if on_behalf else said.who.key))
        coordinator = dossier.coordinator
        if coordinator and not on_behalf:
            about = f"{consent.subject}/{consent.org}/{said.at.isoformat()}"
            keep.append(message(said, "objection", coordinator.key, about, text=keep[-1].key))
    return Turn(keep=tuple(keep)), None


def _objection(dossier: Dossier, consent: Consent, words: str, by: str | None) -> Comment:
    """A remark like any other: the coordinator answers it, and annex C shows it."""
    body = body_that_changed(dossier, consent.subject)
    return Comment(
        key=next_key(dossier),
        round=f"{KIND}/{body.key if body else ''}",
        org=consent.org,
        subject=consent.subject,
        text=words or CANNOT.within(dossier.plan.language),
        kind="refusal",
        by=by,
        at=consent.at,
    )
