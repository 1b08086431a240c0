"""Fewer messages: some days none, somebody else, or none at all; and all of them again."""

from __future__ import annotations

from datetime import timedelta

from dialogs import phrases
from dialogs.post import message
from dialogs.registering import registered
from dialogs.standing_in import stand_in_view
from dialogs.turn import Reply, Said, Turn
from dialogs.view import Button, View, Words
from plan.calendar import local, on_or_after
from plan.dates import on_day
from plan.dossier import Dossier
from plan.records import Message, Record, Wish, altered
from plan.rights import is_coordinator
from plan.text import Text

DIALOG = "wishes"
OPENS = "fewer_messages"
"""The verb of the button under every message that nobody asked for."""
FEWER = Button(verb=OPENS, label=Text(nl="Minder berichten", en="Fewer messages"), checks=False)
SNOOZES = {"three": timedelta(days=3), "week": timedelta(days=7)}


def wishes_view(dossier: Dossier, said: Said) -> View:
    """How it is now, and a button for every other way."""
    wish = dossier.get(Wish, said.who.key) or Wish(key=said.who.key)
    today = local(said.at).date()
    asleep = wish.snoozed_until if (wish.snoozed_until or today) > today else None
    buttons = []
    if wish.stopped or asleep:
        buttons.append(Button(verb="again", label=AGAIN, primary=True))
    if not wish.stopped:
        buttons += [Button(verb=verb, label=LABELS[verb]) for verb in SNOOZES]
        if not is_coordinator(dossier, said.who):
            buttons.append(Button(verb="stand_in", label=STAND_IN))
        buttons.append(Button(verb="stop", label=STOP))
    state = NONE if wish.stopped else UNTIL.fill(day=on_day(asleep)) if asleep else ALL
    return View(
        title=Text(nl="Je berichten", en="Your messages")
        if is_coordinator(dossier, said.who)
        else Text(nl="Uw berichten", en="Your messages"),
        elements=(Words(text=state), Words(text=ALWAYS, tone="subtle")),
        buttons=tuple(buttons),
        dialog=DIALOG,
    )


ALL = Text(nl="Alle berichten staan aan.", en="All messages are on.")
NONE = Text(nl="Er komen geen berichten meer.", en="No more messages come.")
UNTIL = Text(
    nl="Tot {day} komt alleen wat niet kan wachten.",
    en="Until {day} only what cannot wait comes.",
)
ALWAYS = Text(
    nl='Zelf kijken kan altijd: typ "openstaand".',
    en='You can always look for yourself: type "waiting".',
)
AGAIN = Text(nl="Weer alle berichten", en="All messages again")
STOP = Text(nl="Geen berichten meer", en="No more messages")
STAND_IN = Text(nl="Iemand anders krijgt ze", en="Somebody else gets them")
LABELS = {
    "three": Text(nl="Drie dagen niet", en="Not for three days"),
    "week": Text(nl="Een week niet", en="Not for a week"),
}


def opens(said: Said) -> bool:
    return said.card is not None and said.verb == OPENS


def opened(dossier: Dossier, said: Said) -> Turn:
    """The card with the ways; the message it was opened from stays."""
    return Turn(replies=(Reply(view=wishes_view(dossier, said)),))


def hear(dossier: Dossier, said: Said) -> Turn:
    """One way was chosen; everybody chooses only for themselves."""
    verb = said.verb or ""
    if verb == "stop":
        return _in_place(silenced(dossier, said))
    if verb == "again":
        return _in_place(spoken_to(dossier, said))
    if verb in SNOOZES:
        return _in_place(_snoozed(dossier, said, SNOOZES[verb]))
    if verb == "stand_in" and not is_coordinator(dossier, said.who):
        return Turn(instead=stand_in_view(dossier, said))
    return Turn(instead=wishes_view(dossier, said))


def _in_place(turn: Turn) -> Turn:
    words = turn.replies[0].text
    return Turn(keep=turn.keep, instead=View(title=words) if words else None)


def _known(dossier: Dossier, said: Said) -> Wish:
    return dossier.get(Wish, said.who.key) or Wish(key=said.who.key)


def _snoozed(dossier: Dossier, said: Said, days: timedelta) -> Turn:
    until = on_or_after(local(said.at).date() + days, dossier.plan.free_days)
    wish = altered(_known(dossier, said), snoozed_until=until)
    event = registered(said, "snoozed_messages", said.who.key, after=until.isoformat())
    return Turn(keep=(wish, event), replies=(Reply(text=SNOOZED.fill(day=on_day(until))),))


SNOOZED = Text(
    nl='Opgeslagen. Tot {day} komt alleen wat niet kan wachten. Typ "wel berichten" om alles weer '
    "te krijgen.",
    en='Saved. Until {day} only what cannot wait comes. Type "messages on" to get everything '
    "again.",
)


def silenced(dossier: Dossier, said: Said) -> Turn:
    """No messages any more; a stand-in stays named, and the coordinator hears it."""
    known = _known(dossier, said)
    event = registered(said, "stopped_messages", said.who.key)
    keep: tuple[Record, ...] = (altered(known, stopped=True), event)
    if not known.stopped:
        keep += _told(dossier, said)
    return Turn(keep=keep, replies=(Reply(text=phrases.STOPPED),))


def _told(dossier: Dossier, said: Said) -> tuple[Message, ...]:
    coordinator = dossier.coordinator
    if coordinator is None or coordinator.key == said.who.key:
        return ()
    about = f"{said.who.key}/{said.at.isoformat(timespec='seconds')}"
    told = message(said, "stopped", coordinator.key, about, org=said.who.org, text=said.who.key)
    return (told,)


def spoken_to(dossier: Dossier, said: Said) -> Turn:
    """All messages again: only ever because somebody asks for them."""
    wish = altered(_known(dossier, said), stopped=False, snoozed_until=None)
    event = registered(said, "messages_on", said.who.key)
    return Turn(keep=(wish, event), replies=(Reply(text=SPOKEN_TO),))


SPOKEN_TO = Text(nl="Opgeslagen. De berichten staan weer aan.", en="Saved. Messages are on again.")
