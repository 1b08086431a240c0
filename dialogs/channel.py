"""A team's channel: it hears of dates and agendas, and of nothing that partners said."""

from __future__ import annotations

from dialogs import phrases
from dialogs.command import says
from dialogs.post import message
from dialogs.registering import registered
from dialogs.turn import Said, Turn
from plan.answering import plain
from plan.calendar import local
from plan.dossier import Dossier
from plan.records import Message, Team, altered
from plan.rights import can
from plan.sessions import has_passed, session_of
from plan.text import Text

HERE = ("hier", "gebruik dit kanaal", "dit kanaal", "here", "use this channel")
NOT_HERE = ("niet hier", "stop", "stop hier", "niet meer hier", "not here")


def hear(dossier: Dossier, said: Said) -> Turn:
    """The coordinator names or leaves the channel; everything else belongs in a personal chat."""
    team, words = said.team, plain(said.text)
    if team is None or not dossier or not can(dossier, said.who, "channel"):
        return says(phrases.PERSONAL_ONLY)
    if words in HERE:
        return _kept(dossier, said, altered(team, by=said.who.key))
    known = dossier.get(Team, team.key)
    if words in NOT_HERE and known:
        event = registered(said, "left_channel", "channel")
        return Turn(keep=(event,), drop=(known,)) + says(LEFT)
    return says(phrases.PERSONAL_ONLY)


def _kept(dossier: Dossier, said: Said, team: Team) -> Turn:
    event = registered(said, "named_channel", "channel")
    keep = (team, event, *_at_once(dossier, said, team))
    return Turn(keep=keep) + says(KEPT.fill(plan=dossier.plan.full_title))


def _at_once(dossier: Dossier, said: Said, team: Team) -> tuple[Message, ...]:
    """What the channel would have heard by now, were it known before."""
    session = session_of(dossier)
    if session is None or has_passed(session, local(said.at).date()):
        return ()
    stamp = said.at.isoformat(timespec="seconds")
    about = f"{session.key}/named/{stamp}"
    return (message(said, "session_notice", team.key, about, text=session.key),)


KEPT = Text(
    nl="Opgeslagen. In dit kanaal meld ik voortaan datum, plaats en agenda van de sessie voor: "
    "{plan}. Antwoorden en concepten komen hier nooit.",
    en="Saved. From now on I announce day, place and agenda of the session here for: {plan}. "
    "Answers and drafts never come here.",
)
LEFT = Text(
    nl="Opgeslagen. In dit kanaal meld ik niets meer.",
    en="Saved. I announce nothing in this channel any more.",
)
