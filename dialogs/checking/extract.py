"""The extract: a partner's own measures with the questions on them, on one card."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dialogs.checking.before import left_open, with_earlier
from dialogs.checking.done_with import done_with
from dialogs.checking.parts import (
    AGREED,
    ALL_RIGHT,
    CORRECT,
    PROMISED,
    TALK,
    earlier,
    in_pages,
    measure_elements,
    since_words,
    unanswered,
)
from dialogs.questionnaire.elements import question_elements
from dialogs.questionnaire.parts import CARD, LATER, NOT_ME, SAVE, TYPING, about, who
from dialogs.questionnaire.sheet import Sheet
from dialogs.view import Button, Element, Fold, Heading, Listing, View, Words
from plan.asking import answered
from plan.checking import gone, stopping, to_check
from plan.dossier import Dossier
from plan.question import Ask
from plan.records import Measure
from plan.text import Text, joined

SAVE_CHANGES = Button(verb="save", label=Text(nl="Opslaan met wijzigingen", en="Save changes"))


def extract_view(
    dossier: Dossier,
    sheet: Sheet,
    measures: Sequence[Measure] | None = None,
    intro: Iterable[Element | Fold] = (),
) -> View:
    """The next ten measures to check, and with the last of them the questions on the whole."""
    asked = to_check(dossier, sheet.round.step, sheet.org) if _own(sheet) else ()
    open_ = unanswered(dossier, sheet, asked)
    pages = in_pages(dossier, sheet.org, open_ or asked)
    shown = tuple(measures if measures is not None else pages[0] if pages else ())
    left = [m for m in open_ if m not in shown]
    general = () if left else _general(dossier, sheet)
    elements: list[Element | Fold] = [*intro, *who(dossier, sheet)]
    if not answered(dossier, sheet.round.key, sheet.org):
        elements += [*done_with(dossier, sheet), *_passing(dossier, sheet)]
    elements += _how(dossier, sheet, shown, len(asked) if left else 0)
    asks: list[Ask] = []
    for measure in shown:
        own = [a for a in sheet.asks(dossier) if a.subject == measure.key]
        elements += [*measure_elements(dossier, sheet, measure), *_picks(dossier, sheet, own)]
        asks += own
    elements += _on_the_whole(dossier, sheet, general, folded=not shown)
    return View(
        title=_title(dossier, sheet, shown),
        elements=tuple(elements),
        buttons=_buttons(
            sheet,
            shown,
            open_=bool(unanswered(dossier, sheet, shown)),
            anew=_asks_anew(dossier, sheet, shown),
        ),
        dialog=CARD,
        about={
            **about(sheet, "extract", [*asks, *general]),
            "measures": ",".join(measure.key for measure in shown),
            "prior": ",".join(f"{ask.key}={_value(dossier, sheet, ask)}" for ask in asks),
            "contact": _contact(dossier, sheet),
        },
    )


def _own(sheet: Sheet) -> bool:
    """Whether the measures are this person's to check, and not a colleague's."""
    return sheet.topic("own_parts") is not None


def _title(dossier: Dossier, sheet: Sheet, shown: Sequence[Measure]) -> Text:
    name = dossier.organisation_name(sheet.org)
    if shown and earlier(dossier, sheet):
        return Text(nl="Wat er is veranderd voor {org}", en="What has changed for {org}").fill(
            org=name
        )
    if not shown and earlier(dossier, sheet) and not gone(dossier, sheet.round.step, sheet.org):
        return Text(
            nl="Voor {org} is er niets veranderd", en="Nothing has changed for {org}"
        ).fill(org=name)
    return Text(nl="Uw bijdrage: {org}", en="Your contribution: {org}").fill(org=name)


def _how(
    dossier: Dossier, sheet: Sheet, shown: Sequence[Measure], total: int
) -> list[Element | Fold]:
    """What is filled in, and where to press."""
    if not shown:
        words = NOTHING_NEW if earlier(dossier, sheet) else NOTHING_YET
        return [Words(text=words)]
    first = earlier(dossier, sheet)
    lead = [since_words(dossier, sheet, first)] if first else []
    if len(shown) < total:
        many = Text(
            nl="Dit zijn er {n} van de {total}; de rest komt hierna.",
            en="These are {n} of {total}; the rest comes next.",
        )
        lead.append(many.fill(n=len(shown), total=total))
    filled = FILLED_IN if unanswered(dossier, sheet, shown) else ANSWERED
    if _asks_anew(dossier, sheet, shown):
        filled = NO_YES_YET
    return [Words(text=joined([*lead, filled]))]


def _picks(dossier: Dossier, sheet: Sheet, asks: list[Ask]) -> tuple[Element, ...]:
    typed = {ask.key: _value(dossier, sheet, ask) for ask in asks}
    found = question_elements(dossier, sheet, asks, typed=typed, folded=True)
    bare = [one for one in found if not isinstance(one, Heading)]
    return tuple(with_earlier(dossier, sheet, asks, bare))


def _asks_anew(dossier: Dossier, sheet: Sheet, shown: Sequence[Measure]) -> bool:
    """Whether something stands on the card that was no yes, and is still to be answered."""
    known = answered(dossier, sheet.round.key, sheet.org)
    keys = {measure.key for measure in shown}
    return any(
        ask.subject in keys and ask.key not in known and left_open(dossier, sheet, ask)
        for ask in sheet.asks(dossier)
    )


def _value(dossier: Dossier, sheet: Sheet, ask: Ask) -> str:
    """The answer there is; else what is filled in beforehand.

    A promise is not filled in for what the partner finds not feasible, nor where it was no yes.
    """
    known = answered(dossier, sheet.round.key, sheet.org)
    if ask.key in known:
        return str(known[ask.key].value)
    if left_open(dossier, sheet, ask):
        return ""
    if ask.question.id == "K1":
        return CORRECT
    correct = known.get(f"K1/{ask.subject}")
    return "" if correct and correct.value == "niet_haalbaar" else PROMISED


def _general(dossier: Dossier, sheet: Sheet) -> tuple[Ask, ...]:
    return tuple(ask for ask in sheet.asks(dossier) if ask.subject is None)


def _on_the_whole(
    dossier: Dossier, sheet: Sheet, asks: Sequence[Ask], *, folded: bool
) -> tuple[Element | Fold, ...]:
    """Contact, what is missing, what troubles; unfolded where there is anything to check."""
    if not asks:
        return ()
    contact = {"K3": _contact(dossier, sheet)}
    known = answered(dossier, sheet.round.key, sheet.org)
    typed = {} if "K3" in known else contact
    typed |= {a.key: known[a.key].text or "" for a in asks if a.key in known}
    filled = {ask.key: typed.get(ask.key, "") for ask in asks}
    inputs = question_elements(dossier, sheet, asks, typed=filled)
    if folded and earlier(dossier, sheet):
        title = Text(nl="Toch nog een punt?", en="Another point after all?")
        return (Fold(title=title, elements=inputs),)
    title = Text(nl="Tot slot (niet verplicht)", en="Finally (optional)")
    return (Heading(text=title, level=3), *inputs)


def _contact(dossier: Dossier, sheet: Sheet) -> str:
    """The contact as it is known: only another name is an answer."""
    person = next(iter(dossier.people_of(sheet.org)), None)
    parts = (person.name, person.role) if person else ()
    return ", ".join(part for part in parts if part)


def _passing(dossier: Dossier, sheet: Sheet) -> Iterable[Element | Fold]:
    """What stops, and where the partner is in no longer: nothing to answer, good to know."""
    if earlier(dossier, sheet):
        lost = gone(dossier, sheet.round.step, sheet.org)
        title = Text(nl="Hier staat u niet meer bij", en="You are no longer in these")
    else:
        lost = stopping(dossier, sheet.org)
        title = Text(nl="Hier stoppen we mee", en="We stop doing this")
    if lost:
        yield Heading(text=title, level=3)
        yield Listing(lines=tuple(Text.verbatim(f"{m.key} {m.title}") for m in lost))


def _buttons(
    sheet: Sheet, shown: Sequence[Measure], *, open_: bool, anew: bool
) -> tuple[Button, ...]:
    mine = () if sheet.on_behalf else (LATER, TALK, NOT_ME)
    if not shown:
        return (AGREED, SAVE_POINT, *mine)
    if anew or not open_:
        return (SAVE, TYPING, *mine)
    return (ALL_RIGHT, SAVE_CHANGES, TYPING, *mine)


SAVE_POINT = Button(verb="agree", label=Text(nl="Opslaan met mijn punt", en="Save with my point"))
FILLED_IN = Text(
    nl='Overal staat alvast "Klopt" en "Ja". Klopt dat? Dan is één tik genoeg. Verander anders '
    "wat niet klopt.",
    en='"Correct" and "Yes" are filled in everywhere. Is that right? Then one tap will do. '
    "Otherwise change what is not right.",
)
NO_YES_YET = Text(
    nl="Waar u eerder nee zei of een voorwaarde noemde, kiest u opnieuw. Overal elders staat "
    'alvast "Klopt" en "Ja". Verander wat niet klopt.',
    en='Where you said no before or named a condition, please choose again. "Correct" and "Yes" '
    "are filled in everywhere else. Change what is not right.",
)
ANSWERED = Text(
    nl="Dit zijn uw antwoorden. Verander wat niet klopt.",
    en="These are your answers. Change what is not right.",
)
NOTHING_NEW = Text(
    nl="Uw toezeggingen blijven zoals u ze gaf. Bent u akkoord? Dan is één tik genoeg.",
    en="Your commitments stay as you gave them. Do you agree? Then one tap will do.",
)
NOTHING_YET = Text(
    nl="U staat nog bij geen enkele maatregel.", en="You are not in any measure yet."
)
