"""To the coordinator: where nothing arrives any more, and what to do about it."""

from __future__ import annotations

from datetime import datetime

from dialogs.calling import GET_IN_TOUCH
from dialogs.post import Kind
from dialogs.turn import Reply
from plan.dossier import Dossier
from plan.records import Message, Person, Team, Wish
from plan.reminders import has_left, tells_of_leaving
from plan.text import Text


def _left(dossier: Dossier, message: Message, person: Person, now: datetime) -> Reply | None:
    """Nothing when the app is back, nor when the card of what did not arrive says it."""
    gone, wish = dossier.get(Person, message.text), dossier.get(Wish, message.text)
    if gone is None or wish is None or not has_left(dossier, gone):
        return None
    if tells_of_leaving(dossier, wish):
        return None
    org = dossier.organisation_name(gone.org)
    name = f"{gone.name}, {org}," if org else gone.name
    call = PHONE.fill(phone=gone.phone) if gone.phone else GET_IN_TOUCH
    return Reply(text=LEFT.fill(name=name, call=call))


def _channel(dossier: Dossier, message: Message, person: Person, now: datetime) -> Reply | None:
    team = dossier.get(Team, message.text)
    if team is None or not team.gone:
        return None
    name = team.name or team.team_name
    called = Text.verbatim(f' "{name}"') if name else Text.verbatim("")
    return Reply(text=CHANNEL.fill(name=called, why=WHY.get(team.gone, WHY["appRemoved"])))


LEFT = Text(
    nl="{name} heeft de app in Teams verwijderd. Bereikbaar via Teams: nee. Tot de app terug is, "
    'krijgt deze persoon geen berichten. {call} en vul de antwoorden meteen in (typ "namens" '
    'en de naam van de partner), of typ "contact" voor een andere contactpersoon.',
    en="{name} removed the app in Teams. Reachable in Teams: no. This person gets no messages "
    'until the app is back. {call} and fill in the answers as you talk (type "for" and '
    'the name of the partner), or type "contact" for another contact.',
)
PHONE = Text(nl="Bel ({phone})", en="Phone ({phone})")
CHANNEL = Text(
    nl="In het kanaal{name} kan ik niets meer melden: {why}. Noem mij in een ander kanaal met "
    '"hier" als het daar verder moet.',
    en="I can announce nothing in the channel{name} any more: {why}. Mention me in another "
    'channel with "here" if it is to go on there.',
)
WHY = {
    "channelDeleted": Text(nl="het is verwijderd", en="it was deleted"),
    "teamArchived": Text(nl="het team is gearchiveerd", en="the team was archived"),
    "teamDeleted": Text(nl="het team is verwijderd", en="the team was deleted"),
    "teamHardDeleted": Text(nl="het team is verwijderd", en="the team was deleted"),
    "appRemoved": Text(
        nl="de app is uit het team verwijderd", en="the app was removed from the team"
    ),
}

MESSAGES = {
    "left": Kind(
        say=_left,
        summary=Text(
            nl="Iemand is niet meer bereikbaar via Teams",
            en="Somebody can no longer be reached in Teams",
        ),
    ),
    "channel_gone": Kind(
        say=_channel,
        summary=Text(
            nl="Een kanaal is er niet meer voor de aankondigingen",
            en="A channel is no longer there for the announcements",
        ),
    ),
}
