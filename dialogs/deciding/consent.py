"""A partner says whether it can live with what a body changed: "Kunt u hiermee leven?"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from dialogs import phrases
from dialogs.clashing import told
from dialogs.deciding.answering import LONGEST, keep_answer
from dialogs.deciding.difference import differences
from dialogs.deciding.passed import aside, may_answer, name_of, passed_by
from dialogs.deciding.words import CHOICE, NO, YES
from dialogs.turn import Reply, Said, Turn
from dialogs.view import Button, Element, Facts, Heading, Pick, View, Words, Write
from plan.amending import answer_by, body_that_changed, unanswered
from plan.bodies import the
from plan.dates import on_day
from plan.dossier import Dossier
from plan.records import Consent
from plan.text import Text, joined

DIALOG = "consent"
MOST = 10
"""Measures on one card; the rest comes with the next."""


def consent_view(
    dossier: Dossier,
    org: str,
    given: Mapping[str, str] | None = None,
    wrong: Mapping[str, Text] | None = None,
) -> View | None:
    """Everything this partner is still asked about, on one card; None when that is nothing."""
    open_ = unanswered(dossier, org)[:MOST]
    if not open_:
        return None
    elements: list[Element] = [Words(text=_lead(dossier, open_))]
    for consent in open_:
        elements += _one(dossier, consent, given or {}, wrong or {})
    elements.append(Words(text=phrases.NO_RESIDENTS, tone="subtle"))
    return View(
        title=Text(nl="Kunt u hiermee leven?", en="Can you live with this?"),
        elements=tuple(elements),
        buttons=(Button(verb="answer", label=Text(nl="Versturen", en="Send"), primary=True),),
        dialog=DIALOG,
        about={"org": org, "asked": ",".join(map(name_of, open_))},
    )


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


def hear(dossier: Dossier, said: Said) -> Turn:
    """Keep what was answered to what is still asked; the rest stays on the card."""
    about = said.card.about if said.card else {}
    org, put = about.get("org", ""), set(about.get("asked", "").split(","))
    open_ = [consent for consent in unanswered(dossier, org) if name_of(consent) in put]
    open_ = [consent for consent in open_ if may_answer(dossier, said.who, consent)]
    passed = passed_by(dossier, said, put, {name_of(consent) for consent in open_})
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
        view = consent_view(dossier, org, said.inputs, wrong)
        return Turn(instead=told(view, MOVED_ON, *passed) if view and passed else view)
    return _done(dossier, said, org, open_, turn, passed)


def _done(
    dossier: Dossier,
    said: Said,
    org: str,
    open_: list[Consent],
    turn: Turn,
    passed: tuple[Element, ...],
) -> Turn:
    """A receipt of what was kept, what was not, and what is asked anew with what was typed."""
    rest = consent_view(dossier.plus(turn.keep), org, _remarks(said) if passed else None)
    if not open_:
        nothing = View(title=NOTHING, elements=passed)
        return Turn(instead=told(rest, MOVED_ON, *passed) if rest else nothing)
    receipt = _receipt(said, open_)
    receipt = replace(receipt, elements=(*receipt.elements, *passed))
    return turn + Turn(instead=receipt, replies=(Reply(view=rest),) if rest else ())


def _remarks(said: Said) -> dict[str, str]:
    """The texts that were typed; what was answered to another question is not an answer now."""
    return {id_: words for id_, words in said.inputs.items() if id_.startswith("remark/")}


MOVED_ON = Text(
    nl="Intussen is hier iets veranderd. Wat hieronder staat, wordt nu gevraagd.",
    en="Something changed here in the meantime. What stands below is what is asked now.",
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
            + aside(said.inputs.get(f"remark/{consent.subject}", "")),
        )
        for consent in open_
    )
    return View(
        title=Text(nl="Opgeslagen: uw antwoord", en="Saved: your answer"),
        elements=(Facts(rows=rows), Words(text=THANKS)),
    )
