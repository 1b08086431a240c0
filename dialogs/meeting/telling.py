"""Everybody whose remark or proposal went to the session hears what came of it, in one message."""

from __future__ import annotations

from datetime import datetime

from dialogs.post import Kind, message
from dialogs.turn import Reply, Said
from dialogs.view import Facts, View
from plan.dossier import Dossier
from plan.labels import DISPOSITIONS
from plan.records import Comment, Event, Message, Person, Proposal
from plan.text import Text

ANSWERED = "answered_in_session"
"""What the register calls it."""
KIND = "outcome_reply"


def telling(dossier: Dossier, said: Said) -> tuple[Message, ...]:
    """One message for each partner that was not told yet, when all outcomes are worked in."""
    told = {key for m in dossier.all(Message) if m.kind == KIND for key in m.text.split(",")}
    answered = {e.subject for e in dossier.all(Event) if e.what == ANSWERED} - told
    by_org: dict[str, list[str]] = {}
    for comment in dossier.all(Comment):
        if comment.key in answered:
            by_org.setdefault(comment.org, []).append(comment.key)
    for proposal in dossier.all(Proposal):
        for org in proposal.by if proposal.key in answered else ():
            by_org.setdefault(org, []).append(proposal.key)
    found = (_message(dossier, said, org, keys) for org, keys in by_org.items())
    return tuple(one for one in found if one)


def _message(dossier: Dossier, said: Said, org: str, keys: list[str]) -> Message | None:
    """To its contact; not to the coordinator, who knows."""
    contact = next(iter(dossier.people_of(org)), None)
    if contact is None or contact.key == dossier.plan.coordinator:
        return None
    stamp = said.at.isoformat(timespec="seconds")
    return message(said, KIND, contact.key, f"{org}/{stamp}", org=org, text=",".join(keys))


def _reply(dossier: Dossier, message: Message, person: Person, now: datetime) -> Reply | None:
    elements: list[Facts] = []
    for key in message.text.split(","):
        rows = _rows(dossier, key)
        if rows:
            elements.append(Facts(rows=rows))
    title = Text(nl="Wat de sessie met uw inbreng deed", en="What the session did with your input")
    return Reply(view=View(title=title, elements=tuple(elements))) if elements else None


def _rows(dossier: Dossier, key: str) -> tuple[tuple[Text, Text], ...]:
    comment, proposal = dossier.get(Comment, key), dossier.get(Proposal, key)
    if comment:
        said, way, reply = comment.text, comment.disposition, comment.reply
    elif proposal:
        said, way, reply = proposal.title, proposal.status, proposal.reason
    else:
        return ()
    return (
        (Text(nl="U zei", en="You said"), Text.verbatim(said)),
        (Text(nl="Uitkomst", en="Outcome"), DISPOSITIONS.get(way, Text.verbatim(way))),
        (Text(nl="Toelichting", en="Explanation"), Text.verbatim(reply or "–")),
    )


MESSAGES = {
    KIND: Kind(
        say=_reply,
        summary=Text(nl="Wat er met uw inbreng is gedaan", en="What was done with your input"),
    )
}
