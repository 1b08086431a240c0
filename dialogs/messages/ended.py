"""A deadline has passed: what the coordinator hears, and whom to call first."""

from __future__ import annotations

from datetime import datetime

from dialogs.calling import call_line, call_title
from dialogs.turn import Reply
from dialogs.view import Button, Heading, Listing, View, Words
from plan.dossier import Dossier
from plan.progress import STEP
from plan.records import Message, Person, Round
from plan.standing import asked, is_open, response
from plan.text import Text


def ended(dossier: Dossier, message: Message, person: Person, now: datetime) -> Reply | None:
    """The deadline has passed: who stayed silent, and with whom to begin; nothing once closed."""
    round_ = dossier.get(Round, message.key.split("/")[1])
    if round_ is None or not is_open(dossier, round_):
        return None
    partners = asked(dossier, round_)
    silent = [o for o in partners if response(dossier, round_.key, o.key) != "complete"]
    words = Text(
        nl="De termijn is voorbij. Klaar: {ready} van de {total} partners.",
        en="The deadline has passed. Ready: {ready} of {total} partners.",
    ).fill(ready=len(partners) - len(silent), total=len(partners))
    lines = tuple(call_line(dossier, round_, org.key) for org in silent)
    call = call_title(dossier, round_, (org.key for org in silent))
    more = SETTLE if round_.step == STEP else CLOSE
    return Reply(
        view=View(
            title=words,
            elements=(
                *((Heading(text=call, level=3), Listing(lines=lines)) if lines else ()),
                *((Words(text=more),) if lines else ()),
            ),
            buttons=(Button(verb="status", label=Text(nl="Status", en="Status"), primary=True),),
            dialog="status",
        )
    )


CLOSE = Text(
    nl='Tijdens het gesprek invullen? Typ "namens" en de naam van de partner. Je kunt de stap '
    "ook zonder hen sluiten, met een reden.",
    en='Fill in during the call? Type "for" and the name of the partner. You can also close '
    "the step without them, with a reason.",
)
SETTLE = Text(
    nl='Tijdens het gesprek invullen? Typ "namens" en de naam van de partner. Je kunt de '
    "voortgang ook vaststellen met wat er is.",
    en='Fill in during the call? Type "for" and the name of the partner. You can also settle '
    "the progress with what is there.",
)
