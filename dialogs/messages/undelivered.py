"""The card about what did not arrive, and the words to somebody who may have missed an answer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from dialogs.messages.lost import MESSAGES, REASONS, by_reason, may_go_again, whom
from dialogs.post import Kind
from dialogs.registering import registered
from dialogs.turn import Reply, Said, Turn
from dialogs.view import Button, Element, Heading, Listing, View, Words
from plan.calendar import next_decent
from plan.delivery import useful_until
from plan.dossier import Dossier
from plan.records import Message, Person, altered
from plan.reminders.untold import told_in
from plan.text import Text, counted

DIALOG = "undelivered"

Summary = Callable[[Message], Text]


def view(dossier: Dossier, message: Message, now: datetime, summary: Summary) -> View | None:
    """Per reason: what, to whom, and what to do. None when all of it arrived after all."""
    lost = told_in(dossier, message)
    if not lost:
        return None
    elements: list[Element] = []
    for sort, messages in by_reason(lost).items():
        reason = REASONS[sort]
        lines = tuple(LINE.fill(who=whom(dossier, m), what=summary(m)) for m in messages)
        elements += [
            Heading(text=WHY.fill(why=reason.why), level=3),
            Listing(lines=lines),
            Words(text=reason.do, tone="subtle"),
        ]
    again = (AGAIN,) if _again(dossier, message, now) else ()
    return View(
        title=TITLE,
        elements=tuple(elements),
        buttons=again,
        dialog=DIALOG if again else "",
        about={"message": message.key} if again else {},
    )


def hear(dossier: Dossier, said: Said) -> Turn:
    """Everything of the card that may still arrive goes out once more."""
    key = said.card.about.get("message") if said.card else None
    message = dossier.get(Message, key)
    again = _again(dossier, message, said.at) if message else ()
    if not again:
        return Turn(instead=View(title=TITLE, elements=(Words(text=NOTHING_LEFT),)))
    due = next_decent(said.at)
    fresh = tuple(
        altered(
            m,
            failed=None,
            ended_at=None,
            tries=0,
            ambiguous=0,
            again_at=None,
            code=m.failed or "",
            due=due,
        )
        for m in again
    )
    event = registered(said, "sent_again", ",".join(m.key for m in again))
    words = GOING.fill(messages=counted(len(again), *MESSAGES))
    return Turn(keep=(*fresh, event), instead=View(title=TITLE, elements=(Words(text=words),)))


def _again(dossier: Dossier, message: Message, now: datetime) -> tuple[Message, ...]:
    lost = told_in(dossier, message)
    return tuple(m for m in lost if may_go_again(m, useful_until(dossier, m), now))


TITLE = Text(nl="Niet bezorgd, en waarom", en="Not delivered, and why")
WHY = Text(nl="Reden: {why}", en="Reason: {why}")
LINE = Text(nl="{who}: {what}", en="{who}: {what}")
AGAIN = Button(verb="again", label=Text(nl="Opnieuw proberen", en="Try again"), primary=True)
NOTHING_LEFT = Text(
    nl="Er is niets meer om opnieuw te proberen.", en="There is nothing left to try again."
)
GOING = Text(
    nl="Opgeslagen. Ik probeer het opnieuw met {messages}.",
    en="Saved. I am trying again with {messages}.",
)


def _missed(dossier: Dossier, message: Message, person: Person, now: datetime) -> Reply:
    return Reply(text=MISSED)


MISSED = Text(
    nl="Misschien is mijn laatste antwoord niet aangekomen. Wat ik als opgeslagen heb gemeld, is "
    'bewaard. Typ "openstaand" om te zien wat er nog te doen is.',
    en="My last answer may not have arrived. What I reported as saved has been kept. Type "
    '"waiting" to see what is still to be done.',
)


def messages(summary: Summary) -> dict[str, Kind]:
    """summary: what the activity feed shows of another message."""

    def undelivered(
        dossier: Dossier, message: Message, person: Person, now: datetime
    ) -> Reply | None:
        made = view(dossier, message, now, summary)
        return Reply(view=made) if made else None

    return {
        "undelivered": Kind(
            say=undelivered,
            summary=Text(nl="Een bericht is niet bezorgd", en="A message was not delivered"),
        ),
        "missed": Kind(
            say=_missed,
            summary=Text(
                nl="Een antwoord kwam misschien niet aan", en="An answer may not have arrived"
            ),
        ),
    }
