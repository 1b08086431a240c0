"""Handing a request, or one topic of it, to a colleague; and answering it later."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import timedelta

from dialogs.clashing import SEAL, moved, seal, told
from dialogs.questionnaire.parts import CARD
from dialogs.questionnaire.sheet import Sheet
from dialogs.registering import registered
from dialogs.turn import Reply, Said, Turn
from dialogs.view import Button, Pick, View, Words, Write
from plan.calendar import local, next_decent, on_or_after
from plan.dates import on_day
from plan.dossier import Dossier
from plan.limit import may_tell
from plan.records import Handover, Message, Person, Record, Wish, altered
from plan.reminders import last_day
from plan.text import Text

SNOOZE = timedelta(days=3)
SOMEBODY_ELSE = "other"
TOPIC = re.compile(r"\b(?:onderwerp|topic)\s+([1-7])\b")


def later(dossier: Dossier, sheet: Sheet, said: Said) -> Turn:
    """No message about this for three days, or until its last day; the card stays where it is."""
    today, last = local(said.at).date(), last_day(sheet.round, dossier.plan.free_days)
    until = on_or_after(today + SNOOZE, dossier.plan.free_days)
    until = min(until, last) if today < last else until
    known = dossier.get(Wish, said.who.key) or Wish(key=said.who.key)
    wish = altered(known, snoozed_until=until)
    words = LATER_ON if dossier.answers_in(sheet.round.key, sheet.org) else LATER
    return Turn(keep=(wish,), replies=(Reply(text=words.fill(day=on_day(until))),))


LATER = Text(
    nl='Prima. Tot {day} stuur ik u geen herinnering. De vragen blijven staan. Typ "verder" om te '
    "beginnen.",
    en='Fine. I will not remind you until {day}. The questions stay here. Type "next" to begin.',
)
LATER_ON = Text(
    nl="Prima. Wat is ingevuld, is bewaard. Tot {day} stuur ik u geen herinnering. Typ "
    '"verder" om verder te gaan.',
    en="Fine. What was filled in is kept. I will not remind you until {day}. Type "
    '"next" to go on.',
)


def topic_of(sheet: Sheet, words: str) -> str | None:
    """The topic named in "mijn collega doet onderwerp 5"; None when none is."""
    named = TOPIC.search(words.casefold())
    if named is None:
        return None
    return next((t.id for t in sheet.topics if t.number == int(named[1])), None)


def ask_whom(dossier: Dossier, sheet: Sheet, said: Said, topic: str = "all") -> Turn:
    """Who should get it instead."""
    return Turn(replies=(Reply(view=whom_view(dossier, sheet, topic)),))


def whom_view(
    dossier: Dossier, sheet: Sheet, topic: str, given: Mapping[str, str] | None = None
) -> View:
    colleagues = [p for p in dossier.people_of(sheet.org) if p.key != sheet.by.key]
    other = (SOMEBODY_ELSE, Text(nl="Iemand anders", en="Somebody else"))
    found = sheet.topic(topic)
    title = (
        Text(nl="Wie doet onderwerp {n}: {topic}?", en="Who does topic {n}: {topic}?").fill(
            n=found.number, topic=found.title
        )
        if found
        else Text(nl="Voor wie zijn deze vragen wel?", en="Who are these questions for?")
    )
    choices = (*((p.key, Text.verbatim(p.name)) for p in colleagues), other)
    return View(
        title=title,
        elements=(
            Pick(
                id="to",
                label=Text(nl="Collega", en="Colleague"),
                choices=choices,
                value=(given or {}).get("to", choices[0][0]),
                wide=len(choices) <= 6,
            ),
            Write(
                id="name",
                label=Text(
                    nl="Iemand anders? Naam en zakelijk e-mailadres",
                    en="Somebody else? Name and work email address",
                ),
                value=(given or {}).get("name", ""),
                lines=False,
                limit=200,
            ),
        ),
        buttons=(
            Button(verb="hand_over", label=Text(nl="Doorgeven", en="Hand over"), primary=True),
        ),
        dialog=CARD,
        about={
            **sheet.about,
            "kind": "whom",
            "topic": topic,
            SEAL: seal(_handed(dossier, sheet, topic)),
        },
    )


def hand_over(dossier: Dossier, sheet: Sheet, said: Said) -> Turn:
    """Kept, told to the colleague; a name that is not known yet goes to the coordinator."""
    topic = said.card.about.get("topic", "all") if said.card else "all"
    if both := _meanwhile(dossier, sheet, said, topic):
        return both
    to = dossier.get(Person, said.inputs.get("to"))
    if to is None or to.org != sheet.org:
        return _to_coordinator(dossier, sheet, said, topic)
    key = f"{sheet.round.key}/{sheet.org}/{topic}"
    handover = Handover(
        key=key,
        round=sheet.round.key,
        org=sheet.org,
        topic=topic,
        to=to.key,
        by=said.who.key,
        at=said.at,
    )
    told = handed(dossier, handover, said)
    return Turn(
        keep=(
            handover,
            *told,
            registered(said, "handed_over", key, after=to.name, on_behalf_of=sheet.org),
        ),
        instead=View(title=_heard(dossier, handover, told).fill(name=to.name)),
    )


def _heard(dossier: Dossier, handover: Handover, told: tuple[Message, ...]) -> Text:
    """Whether whom it was handed to hears it, or heard it before."""
    before = dossier.get(Message, _key(handover))
    return GETS_IT if told or before else TELL_IT


def _key(handover: Handover) -> str:
    return f"handed/{handover.key}/{handover.to}"


GETS_IT = Text(
    nl="Opgeslagen. {name} krijgt de vragen. U hoeft hiervoor niets meer te doen.",
    en="Saved. {name} gets the questions. There is nothing more for you to do.",
)
TELL_IT = Text(
    nl="Opgeslagen. {name} kan de vragen nu beantwoorden, maar krijgt geen bericht: er zijn al "
    'vier berichten over verstuurd. Laat het {name} zelf weten; "verder" typen is genoeg.',
    en="Saved. {name} can answer the questions now, but gets no message: four were sent about "
    'them already. Please tell {name} yourself; typing "next" is enough.',
)


def handed(dossier: Dossier, handover: Handover, said: Said) -> tuple[Message, ...]:
    """The word to whom it was handed; none when that would be a fifth message about it."""
    round_, org, to = handover.round, handover.org, handover.to
    if not may_tell(dossier, round_, org, to, topic=handover.topic):
        return ()
    message = Message(
        key=_key(handover),
        to=to,
        org=org,
        kind="handed",
        request=round_,
        text=handover.topic,
        due=next_decent(said.at),
        made_at=said.at,
    )
    return (message,) if dossier.get(Message, message.key) is None else ()


def _handed(dossier: Dossier, sheet: Sheet, topic: str) -> Handover | None:
    return dossier.get(Handover, f"{sheet.round.key}/{sheet.org}/{topic}")


def _meanwhile(dossier: Dossier, sheet: Sheet, said: Said, topic: str) -> Turn | None:
    """A colleague handed the same on since the card: to whom, and the own choice."""
    there = _handed(dossier, sheet, topic)
    if there is None or not moved(said, seal(there)):
        return None
    names = {"by": dossier.person_name(there.by), "to": dossier.person_name(there.to)}
    if said.inputs.get("to") == there.to:
        return Turn(instead=View(title=SAME.fill(**names)))
    return Turn(instead=told(whom_view(dossier, sheet, topic, said.inputs), OTHER.fill(**names)))


SAME = Text(
    nl="{by} gaf dit al door aan {to}. U hoeft hiervoor niets meer te doen.",
    en="{by} handed this to {to} already. There is nothing more for you to do.",
)
OTHER = Text(
    nl="{by} gaf dit intussen door aan {to}. Er is nog niets gewijzigd. Geeft u het toch door aan "
    "iemand anders? Dan geldt uw keuze.",
    en="{by} handed this to {to} in the meantime. Nothing was changed yet. Do you still hand it "
    "to somebody else? Then your choice counts.",
)


def _to_coordinator(dossier: Dossier, sheet: Sheet, said: Said, topic: str) -> Turn:
    named = said.inputs.get("name", "").strip()
    coordinator = dossier.coordinator
    if not named or coordinator is None:
        view = whom_view(dossier, sheet, topic)
        words = Text(
            nl="Vul een naam en een zakelijk e-mailadres in.",
            en="Give a name and a work email address.",
        )
        problem = Words(text=words, tone="attention")
        return Turn(
            instead=View(
                title=view.title,
                elements=(problem, *view.elements),
                buttons=view.buttons,
                dialog=view.dialog,
                about=view.about,
            )
        )
    key = f"contact/{sheet.round.key}/{sheet.org}/{topic}"
    message = Message(
        key=f"{key}/{said.at.isoformat()}",
        to=coordinator.key,
        org=sheet.org,
        kind="new_contact",
        text=named[:200],
        due=next_decent(said.at),
        made_at=said.at,
    )
    kept: tuple[Record, ...] = (
        message,
        registered(said, "handed_over", key, after=named[:200], on_behalf_of=sheet.org),
    )
    words = Text(
        nl="Opgeslagen. De coördinator voegt deze persoon toe en stuurt de vragen door.",
        en="Saved. The coordinator will add this person and pass the questions on.",
    )
    return Turn(keep=kept, instead=View(title=words))
