"""One tap: agreed, no new points; or with the point that was typed."""

from __future__ import annotations

from dataclasses import replace

from dialogs.checking.contribution import agreed_view
from dialogs.questionnaire.course import handed_in
from dialogs.questionnaire.sheet import Sheet
from dialogs.questionnaire.submitting import number, submit
from dialogs.questionnaire.used import saved_of
from dialogs.registering import registered
from dialogs.turn import Reply, Said, Turn
from dialogs.view import View, Words
from plan.checking import to_check
from plan.dates import at_time
from plan.dossier import Dossier
from plan.text import Text

SAVED = Text(
    nl="Opgeslagen, {time}, nr. {number}: akkoord", en="Saved, {time}, no. {number}: agreed"
)
NO_NEW = Text(nl="Geen nieuwe punten.", en="No new points.")


def agree(dossier: Dossier, sheet: Sheet, said: Said) -> Turn:
    """Handed in as it stands; when the draft moved on since, the card shows what is new first."""
    saved = saved_of(dossier, sheet, said)
    moved = to_check(dossier, sheet.round.step, sheet.org)
    if saved.wrong or saved.held or saved.clashes or moved:
        return submit(dossier, sheet, replace(said, verb="save"))
    known = dossier.plus(saved.keep, saved.drop)
    done = handed_in(known, sheet, said.at)
    event = registered(
        said, "agreed", f"{sheet.round.key}/{sheet.org}", on_behalf_of=_behalf(sheet)
    )
    title = SAVED.fill(time=at_time(said.at), number=number(said))
    words = _points(saved.just) if saved.just else NO_NEW
    return Turn(
        keep=(*saved.keep, *done, event),
        drop=saved.drop,
        instead=View(title=title, elements=(Words(text=words),)),
        replies=(Reply(view=agreed_view(known.plus(done), sheet)),),
    )


def _behalf(sheet: Sheet) -> str | None:
    return sheet.org if sheet.on_behalf else None


def _points(just: tuple[str, ...]) -> Text:
    words = Text(
        nl="Met {n} nieuwe punten; u hoort wat we ermee doen.",
        en="With {n} new points; we will let you know what we do with them.",
    )
    one = Text(
        nl="Met 1 nieuw punt; u hoort wat we ermee doen.",
        en="With 1 new point; we will let you know what we do with it.",
    )
    return one if len(just) == 1 else words.fill(n=len(just))
