"""Opening what came along with a message, and taking along what was not opened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dialogs.messages.bundling import LEADS, MORE, POST, along, as_card, bundle, title_of
from dialogs.messages.saying import say
from dialogs.turn import Reply, Said, Turn
from dialogs.view import View
from plan.calendar import local
from plan.dossier import Dossier
from plan.records import Card, Message
from plan.reminders import receiver
from plan.rights import can
from plan.text import Text


def opens(said: Said) -> bool:
    """Whether one of those buttons was pressed."""
    return said.card is not None and (said.verb or "").startswith(POST)


def opened(dossier: Dossier, said: Said) -> Turn:
    """The very card that the message would have been; the card with the buttons stays.

    What was settled since that card came goes off it.
    """
    about, verb = said.card.about if said.card else {}, said.verb or ""
    keys = _keys(about)
    if verb.endswith(MORE):
        wanted = keys[int(verb.removeprefix(POST).removesuffix(MORE)) :]
    else:
        wanted = [about[verb]] if verb in about else []
    reply = bundle(dossier, own, said.at).reply if (own := _own(dossier, said, wanted)) else None
    return Turn(
        replies=(reply or Reply(text=NOT_NEEDED),), instead=_without_settled(dossier, said)
    )


def _without_settled(dossier: Dossier, said: Said) -> View | None:
    """The card as it would come now; None when nothing of it is settled, or a text stands on it.

    A card that took the place of another is about something else by now.
    """
    card = said.card
    if card is None or LEADS not in card.about or card.after or _takes_text(card):
        return None
    keys = [card.about[LEADS], *_keys(card.about)]
    needed = [m for m in _own(dossier, said, keys) if say(dossier, m, said.at)]
    if len(needed) == len(keys):
        return None
    if needed and needed[0].key == keys[0]:
        reply = bundle(dossier, needed, said.at).reply
        return as_card(needed[0], reply) if reply else None
    others = [(m, title_of(m, reply)) for m in needed if (reply := say(dossier, m, said.at))]
    return along(View(title=STILL), others) if others else View(title=NOT_NEEDED)


def _takes_text(card: Card) -> bool:
    return not set(card.inputs) <= {*card.choices, *card.dates}


NOT_NEEDED = Text(
    nl='Dit is niet meer nodig. Typ "openstaand" om te zien wat er nog te doen is.',
    en='This is no longer needed. Type "waiting" to see what is still to be done.',
)


def _keys(about: dict[str, str]) -> list[str]:
    numbers = sorted(int(name.removeprefix(POST)) for name in about if name.startswith(POST))
    return [about[f"{POST}{number}"] for number in numbers]


def _own(dossier: Dossier, said: Said, keys: Sequence[str]) -> list[Message]:
    """Those that are still the reader's: who coordinated once reads no more answers."""
    messages = [message for key in keys if (message := dossier.get(Message, key))]
    return [message for message in messages if _is_for(dossier, message, said)]


def _is_for(dossier: Dossier, message: Message, said: Said) -> bool:
    gets = receiver(dossier, message, local(said.at).date())
    mine = said.who.key in (message.to, message.went_to, gets.key if gets else None)
    return mine and (message.kind not in COORDINATOR or can(dossier, said.who, "results"))


COORDINATOR = frozenset(
    {
        *(
            "digest",
            "ended",
            "escalation",
            "talk",
            "new_contact",
            "stopped",
            "no_format",
            "themes_ready",
        ),
        *("submission", "objection", "decided", "outcome_disputed", "outcomes_due"),
        *("session_plan_due", "session_agenda_due", "session_report_due"),
        *("round_due", "next_year_due", "coordinates", "undelivered"),
    }
)
"""What only the coordinator may read, whoever it was made for."""


def carried_along(dossier: Dossier, said: Said, turn: Turn) -> Turn:
    """What waits on a card goes on with the conversation: on the next card, or one of its own."""
    if said.card is None or opens(said):
        return turn
    others = _waiting(dossier, said, turn)
    if not others:
        return turn
    if turn.instead and turn.instead.buttons:
        return replace(turn, instead=along(turn.instead, others))
    last = next((n for n in reversed(range(len(turn.replies))) if _goes_on(turn.replies[n])), None)
    if last is None and turn.instead is None:
        return turn  # The card stays as it is, with its buttons.
    if last is None:
        rest = along(View(title=STILL), others)
        return replace(turn, replies=(*turn.replies, Reply(view=rest)))
    view = turn.replies[last].view
    assert view is not None  # noqa: S101 - it goes on by its buttons
    replies = (*turn.replies[:last], Reply(view=along(view, others)), *turn.replies[last + 1 :])
    return replace(turn, replies=replies)


STILL = Text(nl="Dit kwam tegelijk", en="This came at the same time")


def _goes_on(reply: Reply) -> bool:
    return reply.view is not None and bool(reply.view.buttons)


def _waiting(dossier: Dossier, said: Said, turn: Turn) -> list[tuple[Message, Text]]:
    """The others on the card that was pressed, as far as they are needed after this turn."""
    keys = _keys(said.card.about) if said.card else []
    if not keys:
        return []
    after = dossier.plus(turn.keep, turn.drop)
    found = [(message, say(after, message, said.at)) for message in _own(after, said, keys)]
    return [(message, title_of(message, reply)) for message, reply in found if reply]
