"""A team's channel: it hears of dates and agendas, and of nothing that partners said."""

from __future__ import annotations

from datetime import datetime

from dialogs import phrases
from dialogs.command import Command, says
from dialogs.post import message
from dialogs.registering import registered
from dialogs.turn import Said, Turn
from plan.answering import plain
from plan.calendar import local
from plan.dossier import Dossier
from plan.records import Message, Person, Team, altered
from plan.rights import can
from plan.sessions import has_passed, session_of
from plan.text import Text


def hear(dossier: Dossier, said: Said) -> Turn:
    """The coordinator names or leaves the channel; everything else belongs in a personal chat."""
    words = plain(said.text) or said.text.strip()
    found = next((command for command in COMMANDS if words in command.words), None)
    return found.hear(dossier, said, "") if found else says(phrases.PERSONAL_ONLY)


def _here(dossier: Dossier, said: Said, rest: str) -> Turn:
    team = said.team
    if team is None or not dossier or not can(dossier, said.who, "channel"):
        return says(phrases.PERSONAL_ONLY)
    return _kept(dossier, said, altered(team, by=said.who.key))


def _not_here(dossier: Dossier, said: Said, rest: str) -> Turn:
    known = dossier.get(Team, said.team.key) if said.team else None
    if known is None or not can(dossier, said.who, "channel"):
        return says(phrases.PERSONAL_ONLY)
    event = registered(said, "left_channel", "channel")
    return Turn(keep=(event,), drop=(known,)) + says(LEFT)


def _help(dossier: Dossier, said: Said, rest: str) -> Turn:
    return says(HELP)


def _kept(dossier: Dossier, said: Said, team: Team) -> Turn:
    known = dossier.get(Team, team.key)
    if known:  # What is said in a channel does not always tell its name.
        names = team.name or known.name, team.team_name or known.team_name
        team = altered(team, name=names[0], team_name=names[1])
    event = registered(said, "named_channel", "channel")
    keep = (team, event, *at_once(dossier, team, said.at))
    return Turn(keep=keep) + says(KEPT.fill(plan=dossier.plan.full_title))


def at_once(dossier: Dossier, team: Team, at: datetime) -> tuple[Message, ...]:
    """What the channel would have heard by now, were it there before."""
    session = session_of(dossier)
    if session is None or has_passed(session, local(at).date()):
        return ()
    stamp = at.isoformat(timespec="seconds")
    about = f"{session.key}/named/{stamp}"
    said = Said(who=NOBODY, at=at)
    return (message(said, "session_notice", team.key, about, text=session.key),)


NOBODY = Person(key="", name="")

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
HELP = Text(
    nl='Noem mij in dit kanaal met "hier", dan meld ik hier voortaan datum, plaats en agenda van '
    'de sessie; met "niet hier" houdt dat op. Alleen de coördinator van het plan kan dat. Al het '
    "andere gaat in een persoonlijk gesprek met mij.",
    en='Mention me in this channel with "here" and I will announce day, place and agenda of the '
    'session here; "not here" ends that. Only the coordinator of the plan can do so. Everything '
    "else goes in a personal chat with me.",
)

ADDED = Text(
    nl="Ik ben de assistent voor het jaarlijkse uitvoeringsplan veiligheid. Wie het plan "
    'coördineert, kan mij in een kanaal noemen met "hier": dan meld ik daar datum, plaats en '
    "agenda van de sessie. Vragen en antwoorden gaan altijd in een persoonlijk gesprek.",
    en="I am the assistant for the yearly safety plan. Whoever coordinates the plan can mention "
    'me in a channel with "here": then I announce day, place and agenda of the session there. '
    "Questions and answers always go in a personal chat.",
)
"""Said once, in a team that gets the app."""

COMMANDS: tuple[Command, ...] = (
    Command(
        name=Text(nl="hier", en="here"),
        also=("gebruik dit kanaal", "dit kanaal", "use this channel"),
        does=Text(
            nl="datum, plaats en agenda van de sessie in dit kanaal melden",
            en="announce day, place and agenda of the session in this channel",
        ),
        hear=_here,
        right="channel",
    ),
    Command(
        name=Text(nl="niet hier", en="not here"),
        also=("stop", "stop hier", "niet meer hier"),
        does=Text(nl="hier niets meer melden", en="announce nothing here any more"),
        hear=_not_here,
        right="channel",
    ),
    Command(
        name=Text(nl="help", en="help"),
        also=("hulp", "?", "menu", "hallo", "hoi", "hi", "hello", "hey"),
        does=Text(nl="wat ik in een kanaal doe", en="what I do in a channel"),
        hear=_help,
        needs_plan=False,
    ),
)
"""What can be said in a channel."""
