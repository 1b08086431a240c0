"""A partner says whether it can live with what a body changed: "Kunt u hiermee leven?"."""

from __future__ import annotations

from collections.abc import Mapping

from dialogs import phrases
from dialogs.deciding.answering import LONGEST, keep_answer
from dialogs.deciding.difference import differences
from dialogs.deciding.words import CHOICE, NO, YES
from dialogs.turn import Reply, Said, Turn
from dialogs.view import Button, Element, Facts, Heading, Pick, Problem, View, Words, Write
from plan.amending import answer_by, body_that_changed, unanswered
from plan.answering import clean
from plan.bodies import the
from plan.calendar import local
from plan.dates import on_day
from plan.dossier import Dossier
from plan.records import Consent, Person
from plan.text import Text, joined
from plan.voices import speaks_for

DIALOG = "consent"
MOST = 10
"""Measures on one card; the rest comes with the next."""


def consent_view(
    dossier: Dossier,
    org: str,
    given: Mapping[str, str] | None = None,
    wrong: Mapping[str, Text] | None = None,
    told: Text | None = None,
) -> View | None:
    """Everything this partner is still asked about, on one card; None when that is nothing."""
    open_ = unanswered(dossier, org)[:MOST]
    if not open_:
        return None
    elements: list[Element] = [Problem(text=told)] if told else []
    elements.append(Words(text=_lead(dossier, open_)))
    for consent in open_:
        elements += _one(dossier, consent, given or {}, wrong or {})
    elements.append(Words(text=phrases.NO_RESIDENTS, tone="subtle"))
    return View(
        title=Text(nl="Kunt u hiermee leven?", en="Can you live with this?"),
        elements=tuple(elements),
        buttons=(Button(verb="answer", label=Text(nl="Versturen", en="Send"), primary=True),),
        dialog=DIALOG,
        about={"org": org, "asked": ",".join(map(_name, open_))},
    )


def _name(consent: Consent) -> str:
    """A question, and when it was put: asked anew it is another."""
    return f"{consent.subject}@{consent.asked_at.isoformat()}"


def _lead(dossier: Dossier, open_: tuple[Consent, ...]) -> Text:
    bodies = [body_that_changed(dossier, consent.subject) for consent in open_]
    names = [the(body) for body in dict.fromkeys(b for b in bodies if b)]
    words = Text(
        nl="Aangepast door {bodies}: {what}. Dat raakt de bijdrage van {org}. Kunt u hiermee "
        "leven? Antwoord graag uiterlijk {day}.",
        en="Changed by {bodies}: {what}. That touches the contribution of {org}. Can you live "
        "with it? Please answer by {day}.",
    )
    return words.fill(
        bodies=joined(names, ", ") if names else Text(nl="de gemeente", en="the municipality"),
        what=", ".join(consent.subject for consent in open_),
        org=dossier.organisation_name(open_[0].org),
        day=on_day(answer_by(open_[0].asked_at)),
    )


def _one(
    dossier: Dossier, consent: Consent, given: Mapping[str, str], wrong: Mapping[str, Text]
) -> tuple[Element, ...]:
    subject = consent.subject
    answer, remark = f"answer/{subject}", f"remark/{subject}"
    title = Text.verbatim(f"{subject} {dossier.title(subject)}")
    ask = Text(nl="Kunt u leven met {what}?", en="Can you live with {what}?")
    return (
        Heading(text=title, level=3),
        Facts(rows=differences(dossier, subject, consent.org)),
        Pick(
            id=answer,
            label=ask.fill(what=subject),
            choices=CHOICE,
            value=given.get(answer, ""),
            wide=True,
            required=True,
            error=wrong.get(answer),
        ),
        Write(
            id=remark,
            label=Text(
                nl="Opmerking bij {what} (niet verplicht)", en="Remark on {what} (optional)"
            ).fill(what=subject),
            value=given.get(remark, ""),
            limit=LONGEST,
            error=wrong.get(remark),
        ),
    )


def may_answer(dossier: Dossier, person: Person, consent: Consent) -> bool:
    """Somebody of the partner that was asked, or who stood in for one then."""
    return speaks_for(dossier, person, consent.org, local(consent.asked_at).date())


def hear(dossier: Dossier, said: Said) -> Turn:
    """Keep what was answered to what is still asked; the rest stays on the card."""
    about = said.card.about if said.card else {}
    org, put = about.get("org", ""), set(about.get("asked", "").split(","))
    open_ = [consent for consent in unanswered(dossier, org) if _name(consent) in put]
    open_ = [consent for consent in open_ if may_answer(dossier, said.who, consent)]
    if len(open_) < len(put):
        return Turn(instead=consent_view(dossier, org, told=MOVED_ON) or View(title=NOTHING))
    wrong: dict[str, Text] = {}
    turn = Turn()
    for consent in open_:
        subject = consent.subject
        answer = said.inputs.get(f"answer/{subject}", "")
        remark = said.inputs.get(f"remark/{subject}", "")
        kept, trouble = keep_answer(dossier.plus(turn.keep), said, consent, answer, remark)
        turn += kept
        if trouble:
            wrong[f"answer/{subject}" if answer not in (YES, NO) else f"remark/{subject}"] = (
                trouble
            )
    if wrong:
        return Turn(instead=consent_view(dossier, org, said.inputs, wrong))
    rest = consent_view(dossier.plus(turn.keep), org)
    return turn + Turn(instead=_receipt(said, open_), replies=(Reply(view=rest),) if rest else ())


MOVED_ON = Text(
    nl="Intussen is hier iets veranderd; er is niets opgeslagen. Dit wordt nu gevraagd.",
    en="Something changed here in the meantime; nothing was saved. This is what is asked now.",
)
NOTHING = Text(
    nl="Hier wordt niets meer gevraagd; er is niets veranderd.",
    en="Nothing is asked here any more; nothing was changed.",
)
THANKS = Text(
    nl="Dank u. De gemeente ziet uw antwoord. Bij een nee hoort u wat ermee is gedaan.",
    en="Thank you. The municipality sees your answer. After a no you will hear what was done "
    "with it.",
)


def _receipt(said: Said, open_: list[Consent]) -> View:
    labels = dict(CHOICE)
    rows = tuple(
        (
            Text.verbatim(consent.subject),
            labels[said.inputs[f"answer/{consent.subject}"]]
            + _aside(said.inputs.get(f"remark/{consent.subject}", "")),
        )
        for consent in open_
    )
    return View(
        title=Text(nl="Opgeslagen: uw antwoord", en="Saved: your answer"),
        elements=(Facts(rows=rows), Words(text=THANKS)),
    )


def _aside(remark: str) -> Text:
    return Text.verbatim(f": {clean(remark)}" if clean(remark) else "")
