"""Partners who contradict each other: together to the session, or put aside."""

from __future__ import annotations

from dataclasses import replace

from dialogs.processing.telling import telling
from dialogs.registering import registered
from dialogs.turn import Said, Turn
from dialogs.view import View
from plan.contradictions import CHECK, Contradiction, contradictions
from plan.dossier import Dossier
from plan.records import Comment, Dismissal, Record, Round, altered
from plan.remarks import next_key
from plan.text import Text

REPLY = Text(
    nl="Partners denken hier verschillend over. We bespreken het in de collectieve sessie.",
    en="Partners think differently about this. We will discuss it in the collective session.",
)


def contradicts(dossier: Dossier, measure: str, *, remarks: bool) -> bool:
    """Whether there still is something to decide about it; open remarks count where asked."""
    about = [c for c in dossier.all(Comment) if c.subject == measure and c.disposition == "open"]
    found = any(one.measure == measure for one in contradictions(dossier))
    return found or (remarks and bool(about))


def both(dossier: Dossier, said: Said, measure: str) -> Turn:
    """Every open remark on the measure goes to the session, and its senders hear it."""
    reply = REPLY.within(dossier.plan.language)
    open_ = [c for c in dossier.all(Comment) if c.subject == measure and c.disposition == "open"]
    done = [
        altered(
            c,
            disposition="to_session",
            reply=reply,
            processed_by=said.who.key,
            processed_at=said.at,
        )
        for c in open_
    ]
    found = next((one for one in contradictions(dossier) if one.measure == measure), None)
    note = (_note(dossier, said, found, reply),) if found and not done else ()
    event = registered(said, "processed", measure, after="to_session")
    kept: list[Record] = [*done, *note, event]
    after = dossier.plus(kept)
    for round_, org in dict.fromkeys((c.round, c.org) for c in done):
        kept += telling(after, said, round_, org)
    title = Text(nl="Opgeslagen: {key} gaat naar de sessie", en="Saved: {key} goes to the session")
    return Turn(keep=tuple(kept), instead=View(title=title.fill(key=measure)))


def _note(dossier: Dossier, said: Said, found: Contradiction, reply: str) -> Comment:
    """What the municipality noticed itself; there is no sender to tell."""
    rounds = sorted(dossier.all(Round), key=lambda r: (r.opened_at, r.key))
    return Comment(
        key=next_key(dossier),
        round=rounds[-1].key if rounds else "",
        org=said.who.org or found.orgs[0],
        subject=found.measure,
        text=f"{found.why.within(dossier.plan.language)}.",
        kind="contradiction",
        disposition="to_session",
        reply=reply,
        replied_at=said.at,
        by=said.who.key,
        at=said.at,
        processed_by=said.who.key,
        processed_at=said.at,
    )


def aside(said: Said, measure: str) -> Turn:
    """The coordinator sees no need to discuss it."""
    dismissal = Dismissal(
        key=f"{CHECK}/{measure}",
        check=CHECK,
        subject=measure,
        reason=NOT_NEEDED,
        by=said.who.key,
        at=said.at,
    )
    event = registered(said, "explained", dismissal.key, after=NOT_NEEDED)
    title = Text(
        nl="Opgeslagen: {key} gaat niet naar de sessie",
        en="Saved: {key} does not go to the session",
    )
    turn = Turn(keep=(dismissal, event))
    return replace(turn, instead=View(title=title.fill(key=measure)))


NOT_NEEDED = "Geen punt voor de sessie."
