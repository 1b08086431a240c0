"""The register of remarks: how many got which answer, and one to look at again."""

from __future__ import annotations

from collections.abc import Collection

from dialogs.processing.words import DIALOG, UNDO, disposition, may_process, named
from dialogs.turn import Said
from dialogs.view import Button, Element, Facts, Pick, Problem, View, Words
from plan.dossier import Dossier
from plan.records import Comment
from plan.text import Text, joined

MOST = 60
"""Remarks to choose from in one list."""


def register_view(dossier: Dossier, said: Said, last: str = "", wrong: Text | None = None) -> View:
    """How many remarks got which answer, and one to look at again."""
    own = [c for c in dossier.all(Comment) if may_process(dossier, said.who, c)]
    open_ = [c for c in own if c.disposition == "open"]
    counted = {c.disposition: disposition(c) for c in own}
    rows = tuple(
        (label, Text.verbatim(str(sum(c.disposition == name for c in own))))
        for name, label in counted.items()
    )
    words = DONE if own and not open_ else NONE if not own else OPEN
    shown = [*open_, *(c for c in own if c not in open_)][:MOST]
    return View(
        title=Text(nl="Register van opmerkingen", en="Register of remarks"),
        elements=(
            *((Problem(text=wrong),) if wrong else ()),
            Words(text=words, tone="good" if own and not open_ else "plain"),
            *((Facts(rows=rows),) if rows else ()),
            *_choose(dossier, shown),
        ),
        buttons=_buttons(open_, shown, last),
        dialog=DIALOG,
        about={"last": last},
    )


def _choose(dossier: Dossier, remarks: Collection[Comment]) -> tuple[Element, ...]:
    if not remarks:
        return ()
    pick = Pick(
        id="remark",
        label=Text(nl="Eén opmerking bekijken", en="View one remark"),
        choices=tuple((c.key, _line(dossier, c)) for c in remarks),
        value=next(c.key for c in remarks),
    )
    return (pick,)


def _line(dossier: Dossier, comment: Comment) -> Text:
    short = comment.text if len(comment.text) <= 60 else f"{comment.text[:57]}…"
    key = named(dossier, comment)
    where = f" · {comment.subject}" if comment.subject not in (None, key) else ""
    words = Text.verbatim(f"{key} {comment.org}{where}: {short}")
    return joined([words, disposition(comment)], " · ")


def _buttons(
    open_: Collection[Comment], shown: Collection[Comment], last: str
) -> tuple[Button, ...]:
    process = Text(nl="Verwerken ({n})", en="Process ({n})").fill(n=len(open_))
    return (
        *((Button(verb="next", label=process, primary=True),) if open_ else ()),
        *((Button(verb="look", label=Text(nl="Bekijken", en="View")),) if shown else ()),
        *((UNDO,) if last else ()),
        Button(verb="paper", label=Text(nl="Register in Word", en="Register in Word")),
    )


DONE = Text(nl="Alle opmerkingen hebben een antwoord.", en="Every remark has an answer.")
OPEN = Text(nl="Er wachten opmerkingen op een antwoord.", en="Remarks are waiting for an answer.")
NONE = Text(nl="Er zijn nog geen opmerkingen.", en="There are no remarks yet.")
