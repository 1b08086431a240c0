"""Taking back what was done with a remark: the draft as it was, and the remark open again."""

from __future__ import annotations

from dialogs.registering import registered
from dialogs.turn import Said, Turn
from plan.changes import standing, taken_back, undone
from plan.dossier import Dossier
from plan.records import Comment, Dismissal, Record, altered
from plan.text import Text

CHANGED_SINCE = Text(
    nl="Dit kan niet meer in één keer terug: dezelfde tekst is daarna nog veranderd. Pas het met "
    "de hand aan.",
    en="This cannot be undone in one go any more: the same text has been changed since. Change "
    "it by hand.",
)


def taken_back_remark(dossier: Dossier, said: Said, comment: Comment) -> Turn | None:
    """None when a text was changed again since: then nothing is undone."""
    keep: list[Record] = []
    drop: list[Record] = []
    known = dossier
    made = [c for c in standing(dossier) if c.because == f"comment/{comment.key}"]
    for one in reversed(made):
        try:
            now, back = taken_back(known, one)
        except ValueError:
            return None
        keep += [*((back,) if back else ()), undone(one, by=said.who.key, at=said.at)]
        gone = (now,) if now and not back else ()
        drop += gone
        known = known.plus((back,) if back else (), gone)
    if comment.kind == "contradiction":
        drop.append(comment)
    else:
        keep.append(
            altered(
                comment,
                disposition="open",
                reply=None,
                processed_by=None,
                processed_at=None,
            )
        )
    event = registered(said, "undone", comment.key, after=comment.disposition)
    return Turn(keep=(*keep, event), drop=tuple(drop))


def taken_back_aside(dossier: Dossier, said: Said, key: str) -> Turn:
    """A contradiction that was put aside is looked at again."""
    found = dossier.get(Dismissal, key)
    event = registered(said, "undone", key)
    return Turn(keep=(event,), drop=(found,)) if found else Turn()
