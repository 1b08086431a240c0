"""A card of the questionnaire was sent in: what it came to, the receipt, and what comes next."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from dialogs import phrases
from dialogs.checking.confirming import confirm_parts
from dialogs.questionnaire.again import again
from dialogs.questionnaire.confirming import confirm_green, confirm_known
from dialogs.questionnaire.course import finished, handed_in, next_view
from dialogs.questionnaire.elements import IN_GENERAL, shown, subject_title
from dialogs.questionnaire.held import clash_view, held_view
from dialogs.questionnaire.menu import menu_view
from dialogs.questionnaire.more import complete_view, follow_up_view, handed_view
from dialogs.questionnaire.parts import receipt
from dialogs.questionnaire.saving import Saved
from dialogs.questionnaire.sheet import Sheet
from dialogs.questionnaire.used import asks_on, kind_of, measures_on, saved_of, seen_on
from dialogs.turn import Reply, Said, Turn
from dialogs.view import View, Words
from plan.asking import answered
from plan.content import counts
from plan.dates import at_time
from plan.dossier import Dossier
from plan.records import Answer
from plan.text import Text, counted

SHOWN = 12
"""How many answers a receipt repeats."""


def submit(dossier: Dossier, sheet: Sheet, said: Said) -> Turn:
    saved = saved_of(dossier, sheet, said)
    if saved.wrong:
        return Turn(keep=saved.keep, drop=saved.drop, instead=again(dossier, sheet, said, saved))
    keep = saved.keep
    if kind_of(said) == "extract":
        known = dossier.plus(saved.keep, saved.drop)
        keep = (*keep, *confirm_parts(known, sheet, measures_on(dossier, said, sheet), said.at))
    elif said.verb == "save_known" or kind_of(said) == "measures":
        known = dossier.plus(saved.keep, saved.drop)
        keep = (*keep, *confirm_known(known, sheet, measures_on(dossier, said, sheet), said.at))
    if said.verb == "all_green":
        known = dossier.plus(saved.keep, saved.drop)
        keep = (*keep, *confirm_green(known, sheet, measures_on(dossier, said, sheet), said.at))
    return _after(dossier, sheet, said, replace(saved, keep=keep))


def _after(dossier: Dossier, sheet: Sheet, said: Said, saved: Saved) -> Turn:
    """The receipt, then what is held back or clashes, then the next card or the thanks."""
    known = dossier.plus(saved.keep, saved.drop)
    done = finished(known, sheet, said.at)
    replies: list[Reply] = []
    typed = bool(said.card and said.card.about.get("typed"))
    if saved.held:
        seen = seen_on(said.card) if said.card else None
        replies.append(Reply(view=held_view(sheet, saved.held, typed=typed, seen=seen)))
    if saved.clashes:
        replies.append(Reply(view=clash_view(known, sheet, saved.clashes, typed=typed)))
    if not replies:
        following = _following(known, sheet, said, saved)
        replies.append(Reply(view=following or complete_view(known, sheet)))
    return Turn(
        keep=(*saved.keep, *done),
        drop=saved.drop,
        instead=receipt_of(known, sheet, said, saved),
        replies=tuple(replies),
    )


def _following(known: Dossier, sheet: Sheet, said: Said, saved: Saved) -> View | None:
    if said.verb == "another":
        return _another(known, sheet)
    topic = said.card.about.get("topic") if said.card else None
    following = next_view(known, sheet, saved.just, only=topic if topic in sheet.handed else None)
    if following is None and topic in sheet.handed:
        return handed_view(known, sheet)
    if (
        following is None
        and kind_of(said) in ("topic", "measures", "others")
        and said.verb != "skip"
    ):
        return menu_view(known, sheet)
    return following


def _another(known: Dossier, sheet: Sheet) -> View:
    """A next proposal: the same question, one number on."""
    numbers = [
        a.number for a in known.answers_in(sheet.round.key, sheet.org) if a.question == "M2"
    ]
    ask = next(ask for ask in sheet.asks(known) if ask.question.id == "M2")
    return follow_up_view(known, sheet, [replace(ask, number=max(numbers, default=0) + 1)])


def receipt_of(known: Dossier, sheet: Sheet, said: Said, saved: Saved) -> View:
    """What was kept, or that nothing was; and that an answer waits for a choice."""
    below = (Words(text=CLASH_BELOW),) if saved.clashes else ()
    if not saved.keep:
        return View(title=_unkept(said, saved), elements=below)
    answers = answered(known, sheet.round.key, sheet.org)
    kept = [a for a in asks_on(known, sheet, said) if a.key in saved.just and a.key in answers]
    groups: dict[str | None, list[tuple[Text, Text]]] = {}
    for ask in kept[:SHOWN]:
        groups.setdefault(ask.subject, []).append(
            (ask.question.short, shown(ask, answers[ask.key]))
        )
    general = IN_GENERAL if len(groups) > 1 else None
    named = [(subject_title(known, s) if s else general, rows) for s, rows in groups.items()]
    view = receipt(at_time(said.at), number(said), named)
    view = replace(view, elements=(*view.elements, *below))
    confirmed = _confirmed(sheet, saved)
    if not confirmed:
        return view
    words = Text(nl="Stand bevestigd: {count}.", en="State confirmed: {count}.")
    if sheet.sort == "check":
        words = Text(
            nl="Klopt, en wij doen mee: {count}.", en="Correct, and we take part: {count}."
        )
    count = counted(len(confirmed), *counts.MEASURES)
    return replace(view, elements=(*view.elements, Words(text=words.fill(count=count))))


CLASH_BELOW = Text(
    nl="Er is intussen een ander antwoord gegeven. Hieronder vraag ik welk antwoord geldt.",
    en="Another answer has been given in the meantime. Below I ask which one counts.",
)


def _confirmed(sheet: Sheet, saved: Saved) -> set[str | None]:
    """What was left as it stood; in a check all of it, a change is no agreement."""
    kept = [r for r in saved.keep if isinstance(r, Answer)]
    confirmed = {r.subject for r in kept if r.source == "confirmed"}
    if sheet.sort != "check":
        return confirmed
    promised = {r.subject for r in kept if r.source == "confirmed" and r.question == "K2"}
    return promised - {r.subject for r in kept if r.source != "confirmed"}


def _unkept(said: Said, saved: Saved) -> Text:
    if saved.held or saved.clashes:
        return phrases.NOT_SAVED_YET
    return phrases.SKIPPED if said.verb == "skip" else phrases.NOTHING_KEPT


def number(said: Said) -> str:
    """A short number to find a receipt by: four hex digits of who, when and what."""
    what = f"{said.who.key}{said.at.isoformat()}{said.card.key if said.card else said.text}"
    return hashlib.sha256(what.encode()).hexdigest()[:4]


def skip(dossier: Dossier, sheet: Sheet, said: Said) -> Turn:
    return _after(dossier, sheet, replace(said, inputs={}), Saved())


def done(dossier: Dossier, sheet: Sheet, said: Said) -> Turn:
    saved = saved_of(dossier, sheet, said)
    if saved.wrong or saved.held or saved.clashes:
        return submit(dossier, sheet, said)
    known = dossier.plus(saved.keep, saved.drop)
    if not known.answers_in(sheet.round.key, sheet.org):
        return submit(dossier, sheet, said)
    return Turn(
        keep=(*saved.keep, *handed_in(known, sheet, said.at)),
        drop=saved.drop,
        instead=receipt_of(known, sheet, said, saved) if saved.keep else _handed_in(said),
        replies=(Reply(view=complete_view(known, sheet)),),
    )


def _handed_in(said: Said) -> View:
    return View(title=phrases.SAVED.fill(time=at_time(said.at), number=number(said)))
