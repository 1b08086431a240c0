"""What did not arrive, and why, in plain words; what the coordinator can do about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from dialogs.naming import named
from plan.delivery import EXPIRED, LEFT, NO_ADDRESS, UNCLEAR, state
from plan.dossier import Dossier
from plan.records import Message, Person, Team
from plan.text import Text


@dataclass(frozen=True, kw_only=True)
class Reason:
    """why: after a name, or "niet bezorgd:". again: whether trying once more may help."""

    why: Text
    do: Text
    again: bool = False


CALL = Text(
    nl='Neem contact op met deze mensen. Typ "namens" en de naam van de partner om tijdens het '
    "gesprek in te vullen.",
    en='Get in touch with these people. Type "for" and the name of the partner to fill in as you '
    "talk.",
)
OPEN = Text(
    nl='Vraag hun de app in Teams te openen en "hallo" te typen. Wat klaarstaat, komt dan '
    "vanzelf.",
    en='Ask them to open the app in Teams and type "hello"; what waits will then come by itself.',
)
BACK = Text(
    nl='Neem contact op, of typ "contact" voor een andere contactpersoon. Wie zelf weer iets in '
    "de chat schrijft, krijgt ook weer berichten.",
    en='Get in touch, or type "contact" for another contact. Whoever writes in the chat again '
    "gets messages again too.",
)
ADMIN = Text(
    nl="Vraag de beheerder van Teams de app weer toe te staan en probeer het daarna opnieuw.",
    en="Ask the administrator of Teams to allow the app again, and then try again.",
)
ASK = Text(
    nl="Vraag eerst of het is aangekomen, voordat je het opnieuw probeert.",
    en="Ask first whether it arrived, before you try again.",
)
TRY = Text(nl="Probeer het opnieuw, of neem contact op.", en="Try again, or get in touch.")
REPORT = Text(
    nl="Geef dit door aan wie de assistent beheert.", en="Tell whoever runs the assistant."
)
CHANNEL = Text(
    nl='Voeg de app weer toe aan het team en noem mij in het kanaal met "hier". Dan meld ik daar '
    "meteen wat er te melden is.",
    en='Add the app to the team again and mention me in the channel with "here". Then I announce '
    "there at once what there is to announce.",
)

CHANNELS = frozenset({"session_notice"})
"""Kinds that go to a team's channel."""
LOST = "channel"
_LOST = ("BotNotInConversationRoster", "ConversationNotFound")
_GONE = Text(nl="is in Teams niet meer te vinden", en="can no longer be found in Teams")

REASONS: dict[str, Reason] = {
    NO_ADDRESS: Reason(
        why=Text(
            nl="heeft de app in Teams nog niet geopend", en="has not opened the app in Teams yet"
        ),
        do=OPEN,
    ),
    LEFT: Reason(why=Text(nl="heeft de app verwijderd", en="removed the app"), do=BACK),
    "stopped": Reason(why=Text(nl="wil geen berichten", en="wants no messages"), do=CALL),
    "ConversationBlockedByUser": Reason(
        why=Text(nl="heeft de app geblokkeerd", en="blocked the app"), do=BACK
    ),
    "MessageWritesBlocked": Reason(
        why=Text(
            nl="kan in Teams geen berichten van de app krijgen",
            en="cannot get messages of the app in Teams",
        ),
        do=BACK,
    ),
    "BotDisabledByAdmin": Reason(
        why=Text(
            nl="de beheerder van Teams heeft de app uitgezet",
            en="the administrator of Teams switched the app off",
        ),
        do=ADMIN,
        again=True,
    ),
    "BotNotInConversationRoster": Reason(
        why=Text(
            nl="de app hoort niet meer bij dit gesprek",
            en="the app is no longer part of this chat",
        ),
        do=BACK,
    ),
    LOST: Reason(
        why=Text(
            nl="de app hoort niet meer bij dit kanaal",
            en="the app is no longer part of this channel",
        ),
        do=CHANNEL,
    ),
    "ConversationNotFound": Reason(why=_GONE, do=BACK),
    UNCLEAR: Reason(
        why=Text(
            nl="misschien toch aangekomen: Teams gaf geen duidelijk antwoord",
            en="perhaps it did arrive: Teams gave no clear answer",
        ),
        do=ASK,
        again=True,
    ),
    EXPIRED: Reason(
        why=Text(nl="kon niet op tijd worden bezorgd", en="could not be delivered in time"),
        do=CALL,
    ),
    f"{EXPIRED} {NO_ADDRESS}": Reason(
        why=Text(nl="heeft de app niet op tijd geopend", en="did not open the app in time"),
        do=CALL,
    ),
    "busy": Reason(
        why=Text(
            nl="Teams nam het na acht pogingen niet aan",
            en="Teams did not take it after eight tries",
        ),
        do=TRY,
        again=True,
    ),
    "ours": Reason(
        why=Text(nl="er ging bij ons iets mis", en="something went wrong on our side"),
        do=REPORT,
        again=True,
    ),
}
"""By the channel's own word for it, or by ours."""

TRYING = Reason(
    why=Text(nl="ik probeer het nog", en="I am still trying"),
    do=Text(nl="Wacht even af.", en="Wait a little."),
)
MESSAGES = (Text(nl="bericht", en="message"), Text(nl="berichten", en="messages"))

_BUSY = ("412", "429", "503", "Unreachable", "Busy")


def reason(message: Message) -> Reason:
    """Why a message did not arrive, or has not yet."""
    waits = not message.failed and message.code != NO_ADDRESS
    return TRYING if waits else REASONS[_sort(message)]


def _sort(message: Message) -> str:
    failed = message.failed or message.code
    if failed == EXPIRED and message.code == NO_ADDRESS:
        return f"{EXPIRED} {NO_ADDRESS}"
    found = next((sort for sort in REASONS if failed == sort or failed.endswith(f" {sort}")), None)
    if message.kind in CHANNELS and found in _LOST:
        return LOST
    if found:
        return found
    return "busy" if failed.split(" ")[0] in _BUSY else "ours"


def by_reason(messages: Iterable[Message]) -> dict[str, list[Message]]:
    """In the order of REASONS."""
    found: dict[str, list[Message]] = {}
    for message in messages:
        found.setdefault(_sort(message), []).append(message)
    return {sort: found[sort] for sort in REASONS if sort in found}


def whom(dossier: Dossier, message: Message) -> Text:
    """Who should have got it, where that person sits, and the phone number if it is known."""
    team, person = dossier.get(Team, message.to), dossier.get(Person, message.to)
    if person is None:
        return Text.verbatim(team.name) if team and team.name else THE_CHANNEL
    name = named(dossier, person)
    return name + PHONE.fill(phone=person.phone) if person.phone else name


THE_CHANNEL = Text(nl="het kanaal van het team", en="the team's channel")
PHONE = Text(nl=", tel. {phone}", en=", tel. {phone}")


def may_go_again(message: Message, until: datetime | None, now: datetime) -> bool:
    """Whether the coordinator may have it tried once more."""
    ended = state(message) in ("failed", "unclear")
    return ended and reason(message).again and (until is None or now < until)
