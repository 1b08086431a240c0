"""What the buttons of the format do."""

from __future__ import annotations

from collections.abc import Callable

from dialogs.forming.adjusted import adjusted
from dialogs.forming.adjusting import adjust_view, needs_reason
from dialogs.forming.asking import questions_view, wishes_said
from dialogs.forming.choosing import format_view
from dialogs.forming.described import title_of
from dialogs.forming.overtaken import overtaken
from dialogs.forming.readers import ask, ask_view
from dialogs.forming.written import (
    PREVIEW,
    fixed,
    is_stale,
    must_look,
    reached,
    rewritten,
)
from dialogs.registering import registered
from dialogs.turn import Paper, Reply, Said, Turn
from dialogs.view import View, Words
from plan.document.preview import preview_theme
from plan.dossier import Dossier
from plan.forming.advice import advised
from plan.forming.lessons import lessons, with_lessons
from plan.records import Confirmed, PlanFormat, altered
from plan.text import Text, joined


def hear(dossier: Dossier, said: Said) -> Turn:
    """Nothing is written over a format that is not the one the card showed."""
    verb = VERBS.get(said.verb or "", _show)
    filled_in = said.card is not None and "preset" in said.card.inputs
    if is_stale(dossier, said) and (verb is not _preview or filled_in):
        return overtaken(dossier, said)
    return verb(dossier, said)


def _show(dossier: Dossier, said: Said) -> Turn:
    return Turn(instead=format_view(dossier, _empty(said)))


def _again(dossier: Dossier, said: Said) -> Turn:
    if dossier.plan.format.locked_at:
        return _show(dossier, said)
    return Turn(instead=questions_view(dossier, _empty(said)))


def _change(dossier: Dossier, said: Said) -> Turn:
    return Turn(instead=adjust_view(dossier, _empty(said)))


def _propose(dossier: Dossier, said: Said) -> Turn:
    """The answers become a proposal, kept as such until it is fixed."""
    if dossier.plan.format.locked_at:
        return _show(dossier, said)
    wishes = wishes_said(said)
    if isinstance(wishes, Text):
        return Turn(instead=questions_view(dossier, said, wishes))
    turn = rewritten(dossier, said, advised(wishes), wishes.functions)
    return _next(
        dossier, said, turn, Text(nl="Opgeslagen: je antwoorden", en="Saved: your answers")
    )


def _preview(dossier: Dossier, said: Said) -> Turn:
    """One theme in Word; in a first year that is what must be seen before the form is fixed."""
    theme = preview_theme(dossier)
    if theme is None:
        return _show(dossier, said)
    form = _wanted(dossier, said)
    if isinstance(form, Text):
        return Turn(instead=adjust_view(dossier, said, form))
    paper = Reply(paper=Paper(part=f"theme:{theme}", form=form))
    if not must_look(dossier):
        return Turn(replies=(paper,))
    seen = Confirmed(key=PREVIEW, by=said.who.key, at=said.at)
    after = dossier.plus((seen,))
    return Turn(
        keep=(seen, registered(said, "confirmed", PREVIEW)),
        instead=format_view(after, _empty(said)),
        replies=(paper,),
        onward=bool(dossier.plan.format.locked_at),
    )


def _wanted(dossier: Dossier, said: Said) -> PlanFormat | Text | None:
    """The form as it is filled in on the card, where it can be: what is fixed is what was seen."""
    on_card = said.card.inputs if said.card else ()
    if "preset" in on_card:
        return adjusted(dossier, said)
    if "changes" in on_card:
        return with_lessons(dossier, _ticked(said))
    return None


def _ticked(said: Said) -> tuple[str, ...]:
    return tuple(said.inputs.get("changes", "").split(","))


def _fix(dossier: Dossier, said: Said) -> Turn:
    plan = dossier.plan
    if plan.format.locked_at or not reached(dossier):
        return _show(dossier, said)
    title = Text(
        nl="Opgeslagen. Het format ligt vast: {title}.", en="Saved. The format is set: {title}."
    )
    turn = fixed(dossier, said, plan.format)
    return turn + Turn(instead=View(title=title.fill(title=title_of(plan))), onward=True)


def keep(dossier: Dossier, said: Said) -> Turn:
    """Last year's format, with the changes that were ticked and the answers behind them."""
    if dossier.plan.format.locked_at or not reached(dossier):
        return _show(dossier, said)
    ticked = _ticked(said)
    taken = [lesson for lesson in lessons(dossier) if lesson.id in ticked]
    why = joined([lesson.why for lesson in taken]).within(dossier.plan.language)
    form = with_lessons(dossier, tuple(lesson.id for lesson in taken))
    turn = fixed(dossier, said, altered(form, reason=why or None))
    title = KEPT if not taken else CHANGED
    lines = tuple(Words(text=lesson.change) for lesson in taken)
    return turn + Turn(instead=View(title=title, elements=lines), onward=True)


KEPT = Text(
    nl="Opgeslagen. Het format van vorig jaar blijft.", en="Saved. Last year's format stays."
)
CHANGED = Text(nl="Opgeslagen. Het format is gewijzigd:", en="Saved. The format was changed:")


def _adjust(dossier: Dossier, said: Said) -> Turn:
    form = adjusted(dossier, said)
    if isinstance(form, Text):
        return Turn(instead=adjust_view(dossier, said, form))
    if altered(form, reason=dossier.plan.format.reason) == dossier.plan.format:
        return _show(dossier, said)
    if not needs_reason(dossier):
        turn = rewritten(dossier, said, form)
        return _next(
            dossier, said, turn, Text(nl="Opgeslagen: je aanpassingen", en="Saved: your changes")
        )
    turn = fixed(dossier, said, form)
    title = Text(nl="Opgeslagen. Het format is gewijzigd.", en="Saved. The format was changed.")
    return turn + Turn(instead=View(title=title), onward=True)


def _next(dossier: Dossier, said: Said, turn: Turn, told: Text) -> Turn:
    """A receipt, and the next card."""
    after = dossier.plus(turn.keep, turn.drop)
    view = format_view(after, _empty(said))
    return turn + Turn(instead=View(title=told), replies=(Reply(view=view),))


def _empty(said: Said) -> Said:
    return Said(who=said.who, at=said.at, language=said.language)


def _send(dossier: Dossier, said: Said) -> Turn:
    """The form goes to who tries it; the proposal stays to be fixed."""
    turn = ask(dossier, said)
    if not turn.keep:
        return turn
    after = dossier.plus(turn.keep)
    return turn + Turn(replies=(Reply(view=format_view(after, _empty(said))),))


def _readers(dossier: Dossier, said: Said) -> Turn:
    return Turn(instead=ask_view(dossier, _empty(said)))


VERBS: dict[str, Callable[[Dossier, Said], Turn]] = {
    "propose": _propose,
    "preview": _preview,
    "fix": _fix,
    "keep": keep,
    "change": _change,
    "adjust": _adjust,
    "again": _again,
    "readers": _readers,
    "send": _send,
    "show": _show,
}
