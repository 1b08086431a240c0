"""A button of a questionnaire card was pressed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import replace

from dialogs import phrases
from dialogs.questionnaire import handing, views
from dialogs.questionnaire.course import finished, handed_in, next_view
from dialogs.questionnaire.elements import shown, subject_title
from dialogs.questionnaire.held import clash_view, held_view
from dialogs.questionnaire.saving import Saved, Submission, confirm_known, save
from dialogs.questionnaire.sheet import Sheet, sheet_of
from dialogs.questionnaire.typing import begin_typing
from dialogs.turn import Reply, Said, Turn
from dialogs.view import Element, Fold, Pick, View, Words, Write
from plan.asking import answered, asks
from plan.dates import at_time
from plan.dossier import Dossier
from plan.question import Ask
from plan.records import Measure, Round
from plan.standing import is_open
from plan.text import Text, joined

SHOWN = 12
"""How many answers a receipt repeats."""


def hear(dossier: Dossier, said: Said) -> Turn:
    """Whatever was pressed on a card of the questionnaire."""
    assert said.card is not None  # noqa: S101 - a press always has its card
    round_ = dossier.get(Round, said.card.about.get("round"))
    if round_ is None or not is_open(dossier, round_):
        return Turn(instead=View(title=phrases.ROUND_CLOSED))
    sheet = sheet_of(dossier, round_, said.who, said.card.about.get("org"))
    if sheet is None:
        return Turn(instead=View(title=phrases.NOT_YOURS))
    verb = said.verb or "save"
    if verb in LEAVING and said.inputs:
        return _saved_first(dossier, sheet, said, LEAVING[verb])
    return VERBS.get(verb, _save)(dossier, sheet, said)


def _saved_first(dossier: Dossier, sheet: Sheet, said: Said, leave: Verb) -> Turn:
    """Whoever leaves a card half-way loses nothing of what was filled in."""
    saved = _saved(dossier, sheet, said)
    if saved.wrong or saved.held or saved.clashes:
        return _save(dossier, sheet, said)
    left = leave(dossier.plus(saved.keep, saved.drop), sheet, said)
    return Turn(keep=saved.keep, drop=saved.drop) + left


def _save(dossier: Dossier, sheet: Sheet, said: Said) -> Turn:
    saved = _saved(dossier, sheet, said)
    if saved.wrong:
        return Turn(keep=saved.keep, drop=saved.drop, instead=_again(dossier, said, saved))
    keep = saved.keep
    if said.verb == "save_known":
        known = dossier.plus(saved.keep, saved.drop)
        keep = (*keep, *confirm_known(known, sheet, _measures(dossier, said, sheet), said.at))
    return _after(dossier, sheet, said, replace(saved, keep=keep))


def _saved(dossier: Dossier, sheet: Sheet, said: Said) -> Saved:
    card = said.card
    submission = Submission(
        inputs=_own_inputs(said),
        at=said.at,
        seen=card.issued_at if card else None,
        not_personal=said.verb == "not_personal",
    )
    return save(dossier, sheet, _asks(dossier, sheet, said), submission)


def _own_inputs(said: Said) -> Mapping[str, str]:
    """What was filled in; "alles klopt" leaves the known progress to be marked as confirmed."""
    if said.card is None or said.verb != "save_known" or said.card.about.get("kind") != "measures":
        return said.inputs
    prior = dict(
        pair.split("=", 1) for pair in said.card.about.get("prior", "").split(",") if "=" in pair
    )
    return {key: value for key, value in said.inputs.items() if prior.get(key) != value}


def _asks(dossier: Dossier, sheet: Sheet, said: Said) -> list[Ask]:
    """The questions that were on the card, in its order, follow-ups that vanished included."""
    known = {ask.key: ask for ask in asks(dossier, sheet.org, sheet.topics)}
    keys = said.card.about.get("asks", "").split(",") if said.card else []
    found = []
    for key in keys:
        base, _, number = key.partition("#")
        if base in known:
            found.append(replace(known[base], number=int(number or 1)))
    return found


def _measures(dossier: Dossier, said: Said, sheet: Sheet) -> list[Measure]:
    keys = said.card.about.get("measures") if said.card else None
    if keys is None:
        return views.to_confirm(dossier, sheet)
    found = (dossier.get(Measure, key) for key in keys.split(","))
    return [measure for measure in found if measure]


def _after(dossier: Dossier, sheet: Sheet, said: Said, saved: Saved) -> Turn:
    """The receipt, then what is held back or clashes, then the next card or the thanks."""
    known = dossier.plus(saved.keep, saved.drop)
    done = finished(known, sheet, said.at)
    replies: list[Reply] = []
    if saved.held:
        replies.append(Reply(view=held_view(sheet, saved.held)))
    if saved.clashes:
        replies.append(Reply(view=clash_view(known, sheet, saved.clashes)))
    if not replies:
        following = _following(known, sheet, said, saved)
        replies.append(Reply(view=following or views.complete_view(known, sheet)))
    return Turn(
        keep=(*saved.keep, *done),
        drop=saved.drop,
        instead=_receipt(known, sheet, said, saved),
        replies=tuple(replies),
    )


def _following(known: Dossier, sheet: Sheet, said: Said, saved: Saved) -> View | None:
    kind = said.card.about.get("kind") if said.card else ""
    if said.verb == "another":
        return _another(known, sheet)
    following = next_view(known, sheet, saved.just)
    if following is None and kind in ("topic", "measures", "others") and said.verb != "skip":
        return views.menu_view(known, sheet)
    return following


def _another(known: Dossier, sheet: Sheet) -> View:
    """A next proposal: the same question, one number on."""
    numbers = [
        a.number for a in known.answers_in(sheet.round.key, sheet.org) if a.question == "M2"
    ]
    ask = next(ask for ask in sheet.asks(known) if ask.question.id == "M2")
    return views.follow_up_view(known, sheet, [replace(ask, number=max(numbers, default=0) + 1)])


def _receipt(known: Dossier, sheet: Sheet, said: Said, saved: Saved) -> View:
    answers = answered(known, sheet.round.key, sheet.org)
    rows = []
    for ask in _asks(known, sheet, said):
        if ask.key in saved.just and ask.key in answers:
            rows.append((_name(known, ask), shown(ask, answers[ask.key])))
    view = views.receipt(at_time(said.at), number(said), rows[:SHOWN])
    confirmed = sum(getattr(record, "source", "") == "confirmed" for record in saved.keep)
    if not confirmed:
        return view
    words = Text(
        nl="Stand van {count} maatregelen bevestigd.", en="State of {count} measures confirmed."
    )
    return replace(view, elements=(*view.elements, Words(text=words.fill(count=confirmed))))


def _name(known: Dossier, ask: Ask) -> Text:
    """`Situatie, Jeugd en veiligheid`."""
    if ask.subject is None:
        return ask.question.short
    return joined([ask.question.short, subject_title(known, ask.subject)], ", ")


def number(said: Said) -> str:
    """A short number to find a receipt by: four hex digits of who, when and what."""
    what = f"{said.who.key}{said.at.isoformat()}{said.card.key if said.card else said.text}"
    return hashlib.sha256(what.encode()).hexdigest()[:4]


def _again(dossier: Dossier, said: Said, saved: Saved) -> View:
    """The same card with what is wrong at each input and the typed text kept."""
    sheet = _sheet(dossier, said)
    view = _view_of(dossier, sheet, said)
    elements: list[Element | Fold] = []
    for element in view.elements:
        if isinstance(element, Pick | Write):
            wrong = saved.wrong.get(element.id)
            typed = said.inputs.get(element.id, element.value)
            element = replace(element, value=typed, error=wrong)
            if wrong:
                elements.append(Words(text=wrong, tone="attention"))
        elements.append(element)
    return replace(view, elements=tuple(elements))


def _sheet(dossier: Dossier, said: Said) -> Sheet:
    assert said.card is not None  # noqa: S101 - a press always has its card
    round_ = dossier.get(Round, said.card.about["round"])
    assert round_ is not None  # noqa: S101 - checked in hear
    sheet = sheet_of(dossier, round_, said.who, said.card.about["org"])
    assert sheet is not None  # noqa: S101 - checked in hear
    return sheet


def _view_of(dossier: Dossier, sheet: Sheet, said: Said) -> View:
    assert said.card is not None  # noqa: S101 - a press always has its card
    kind = said.card.about.get("kind")
    if kind == "topic":
        return views.topic_view(dossier, sheet, said.card.about["topic"])
    if kind == "measures":
        return views.measures_view(dossier, sheet, said.card.about["theme"])
    if kind == "core":
        return views.core_view(dossier, sheet)
    if kind == "others":
        return views.others_view(dossier, sheet)
    asks = _asks(dossier, sheet, said)
    make = views.follow_up_view if kind == "follow_up" else views.rest_view
    return make(dossier, sheet, asks)


def _skip(dossier: Dossier, sheet: Sheet, said: Said) -> Turn:
    return _after(dossier, sheet, replace(said, inputs={}), Saved())


def _done(dossier: Dossier, sheet: Sheet, said: Said) -> Turn:
    saved = _saved(dossier, sheet, said)
    if saved.wrong or saved.held or saved.clashes:
        return _save(dossier, sheet, said)
    known = dossier.plus(saved.keep, saved.drop)
    return Turn(
        keep=(*saved.keep, *handed_in(sheet, said.at)),
        drop=saved.drop,
        instead=_receipt(known, sheet, said, saved),
        replies=(Reply(view=views.complete_view(known, sheet)),),
    )


def _menu(dossier: Dossier, sheet: Sheet, said: Said) -> Turn:
    return Turn(replies=(Reply(view=views.menu_view(dossier, sheet)),))


def _core(dossier: Dossier, sheet: Sheet, said: Said) -> Turn:
    view = next_view(dossier, sheet) or views.core_view(dossier, sheet)
    return Turn(replies=(Reply(view=view),))


def _others(dossier: Dossier, sheet: Sheet, said: Said) -> Turn:
    return Turn(replies=(Reply(view=views.others_view(dossier, sheet)),))


def _open(dossier: Dossier, sheet: Sheet, said: Said) -> Turn:
    kind, _, what = said.inputs.get("open", "").partition(":")
    own = {theme.key for theme in dossier.themes_with(sheet.org)}
    if kind == "topic" and sheet.topic(what):
        view = views.topic_view(dossier, sheet, what)
    elif kind == "measures" and what in own:
        view = views.measures_view(dossier, sheet, what)
    else:
        view = views.menu_view(dossier, sheet)
    return Turn(replies=(Reply(view=view),))


Verb = Callable[[Dossier, Sheet, Said], Turn]

LEAVING: dict[str, Verb] = {
    "menu": _menu,
    "core": _core,
    "typing": begin_typing,
    "later": handing.later,
    "not_me": handing.ask_whom,
}
VERBS: dict[str, Verb] = {
    **LEAVING,
    "save": _save,
    "save_known": _save,
    "another": _save,
    "not_personal": _save,
    "skip": _skip,
    "done": _done,
    "others": _others,
    "open": _open,
    "hand_over": handing.hand_over,
}
