"""The sender is told: one message per partner, when all its remarks of a round have an answer."""

from __future__ import annotations

from datetime import datetime

from dialogs.checking.done_with import line
from dialogs.post import Kind, message
from dialogs.turn import Reply, Said
from dialogs.view import Listing, View, Words
from plan.dossier import Dossier
from plan.records import Comment, Message, Person, Record, Round, altered
from plan.remarks import is_untold, to_tell, told_at
from plan.reminders import contact
from plan.text import Text

LINES = 20
"""Remarks in one message; the register has them all."""


def telling(dossier: Dossier, said: Said, round_: str, org: str) -> tuple[Record, ...]:
    """The message and that it was told; nothing while a remark of the partner is open."""
    return _told(dossier, said, round_, org, to_tell(dossier, round_, org))


def telling_all(dossier: Dossier, said: Said, step: str) -> tuple[Record, ...]:
    """At the close of a step: whoever has an answer hears it, other remarks open or not."""
    rounds = {r.key for r in dossier.all(Round) if r.step == step}
    untold = [c for c in dossier.all(Comment) if c.round in rounds and is_untold(c)]
    kept: list[Record] = []
    for round_, org in dict.fromkeys((c.round, c.org) for c in untold):
        own = tuple(c for c in untold if (c.round, c.org) == (round_, org))
        kept += _told(dossier, said, round_, org, own)
    return tuple(kept)


def _told(
    dossier: Dossier, said: Said, round_: str, org: str, remarks: tuple[Comment, ...]
) -> tuple[Record, ...]:
    found = dossier.get(Round, round_)
    person = contact(dossier, found, org) if found else None
    if not remarks or person is None:
        return ()
    about = f"{round_}/{org}/{said.at.isoformat()}"
    told = message(said, "processed", person.key, about, org=org, text=round_)
    return (told, *(altered(c, replied_at=said.at) for c in remarks))


def _processed(dossier: Dossier, post: Message, person: Person, now: datetime) -> Reply | None:
    """What was done with each remark, with the reason; nothing when that was taken back."""
    remarks = told_at(dossier, post.text, post.org or "", post.made_at)
    if not remarks:
        return None
    words = Text(
        nl="Dit hebben we gedaan met uw opmerkingen bij het uitvoeringsplan {year} van "
        "{municipality}:",
        en="This is what we did with your remarks on the {year} plan of {municipality}:",
    ).fill(year=dossier.plan.year, municipality=dossier.plan.municipality.name)
    more = len(remarks) - LINES
    rest = Text(nl="En nog {n}, zie het plan.", en="And {n} more, see the plan.")
    return Reply(
        view=View(
            title=Text(
                nl="Wat we met uw opmerkingen hebben gedaan", en="What we did with your remarks"
            ),
            elements=(
                Words(text=words),
                Listing(lines=tuple(line(c) for c in remarks[:LINES])),
                *((Words(text=rest.fill(n=more)),) if more > 0 else ()),
                Words(text=QUESTIONS, tone="subtle"),
            ),
        )
    )


QUESTIONS = Text(
    nl="Dank voor het meekijken. Vragen hierover? Laat het de coördinator weten.",
    en="Thank you for your check. Questions about this? Let the coordinator know.",
)
MESSAGES = {
    "processed": Kind(
        say=_processed,
        summary=Text(
            nl="Wat er met uw opmerkingen is gedaan", en="What was done with your remarks"
        ),
    ),
}
