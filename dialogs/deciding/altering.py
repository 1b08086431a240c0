"""Changing the parts a body named, one card at a time."""

from __future__ import annotations

from dataclasses import replace

from dialogs.changing import changing
from dialogs.deciding.fields import Subject, inputs_of, subject_of
from dialogs.deciding.filled import read
from dialogs.filled import NONE_WRONG, Wrong
from dialogs.measures.inputs import Sheet
from dialogs.reason import LONGEST, reason_of, wrong_with
from dialogs.registering import registered
from dialogs.turn import Said, Turn
from dialogs.unkept import side_by_side, unkept
from dialogs.untouched import both, noted
from dialogs.view import Button, Heading, View, Words, Write
from plan.amending import because, done_key
from plan.bodies import the
from plan.changes import changes_of
from plan.dossier import Dossier
from plan.records import Confirmed, DecisionStep
from plan.text import Text

DIALOG = "deciding"


def alter_view(
    dossier: Dossier,
    said: Said,
    body: DecisionStep,
    subject: str,
    wrong: Wrong | None = None,
) -> View | None:
    """The part as it is now, to change; None when it is there no more."""
    record = subject_of(dossier, subject)
    if record is None:
        return None
    return noted(lambda one: _drawn(dossier, one, body, record, wrong), said)


def _drawn(
    dossier: Dossier, said: Said, body: DecisionStep, record: Subject, wrong: Wrong | None
) -> View:
    subject = record.key
    again = said.verb in ("alter", "unaltered")
    typed = said if again else replace(said, inputs={})
    sheet = Sheet(dossier=dossier, said=typed, wrong=wrong or NONE_WRONG)
    title = Text(nl="Wijziging van {body}: {what}", en="Change by {body}: {what}")
    label = Text(
        nl="Hoeft dit onderdeel toch niet anders? Schrijf waarom.",
        en="Need this part not change after all? Write why.",
    )
    asked = Text.verbatim(body.text) if body.text else None
    why = Write(
        id="why",
        label=label,
        value=typed.inputs.get("why", ""),
        limit=LONGEST,
        error=sheet.wrong.get("why"),
    )
    return View(
        title=title.fill(body=the(body), what=subject),
        elements=(
            *((Heading(text=ASKED, level=3), Words(text=asked)) if asked else ()),
            *inputs_of(sheet, record),
            why,
        ),
        buttons=(
            Button(
                verb="alter",
                label=Text(nl="Wijziging opslaan", en="Save the change"),
                primary=True,
            ),
            Button(verb="unaltered", label=Text(nl="Niet wijzigen", en="Leave as it is")),
        ),
        dialog=DIALOG,
        about={"body": body.key, "subject": subject, "stamp": _stamp(dossier, subject)},
    )


ASKED = Text(nl="Wat er anders moet", en="What must change")


def _stamp(dossier: Dossier, subject: str) -> str:
    made = changes_of(dossier, subject)
    return made[-1].key if made else ""


def alter(dossier: Dossier, said: Said, body: DecisionStep) -> Turn:
    """The part as it was filled in; nothing is written over what changed in the meantime."""
    about = said.card.about if said.card else {}
    subject = about.get("subject", "")
    record = subject_of(dossier, subject)
    now = alter_view(dossier, replace(said, verb=None), body, subject)
    mine = alter_view(dossier, said, body, subject)
    if record is None or now is None or mine is None:
        return Turn(instead=View(title=DONE, elements=unkept(said.inputs.values())))
    if dossier.get(Confirmed, done_key(body, subject)):
        return Turn(instead=View(title=DONE, elements=side_by_side(now, mine)))
    if about.get("stamp") != _stamp(dossier, subject):
        return both(said, lambda one: _drawn(dossier, one, body, record, None))
    if said.verb == "unaltered":
        return _unaltered(dossier, said, body, subject)
    after, wrong = read(dossier, said, record)
    if wrong:
        return Turn(instead=alter_view(dossier, said, body, subject, wrong))
    if after == record and reason_of(said):
        return _unaltered(dossier, said, body, subject)
    if after == record:
        return Turn(instead=alter_view(dossier, said, body, subject, {"why": NO_CHANGE}))
    title = Text(nl="Opgeslagen: {what}", en="Saved: {what}").fill(what=subject)
    return changing(said, record, after, because=because(body)) + Turn(
        keep=(_settled(said, body, subject),),
        instead=View(title=title, elements=(Words(text=Text.verbatim(after.title)),)),
    )


NO_CHANGE = Text(
    nl="Er is niets veranderd. Pas iets aan, of schrijf waarom het zo blijft.",
    en="Nothing was changed. Change something, or write why it stays as it is.",
)
DONE = Text(
    nl="Dit onderdeel is intussen al verwerkt; er is niets veranderd.",
    en="This part was dealt with in the meantime; nothing was changed.",
)


def _unaltered(dossier: Dossier, said: Said, body: DecisionStep, subject: str) -> Turn:
    why = reason_of(said)
    wrong = wrong_with(why)
    if wrong:
        return Turn(instead=alter_view(dossier, said, body, subject, {"why": wrong}))
    title = Text(nl="Opgeslagen: {what} blijft zo", en="Saved: {what} stays as it is")
    return Turn(
        keep=(_settled(said, body, subject), registered(said, "left_as_is", subject, after=why)),
        instead=View(title=title.fill(what=subject), elements=(Words(text=Text.verbatim(why)),)),
    )


def _settled(said: Said, body: DecisionStep, subject: str) -> Confirmed:
    return Confirmed(key=done_key(body, subject), by=said.who.key, at=said.at)
