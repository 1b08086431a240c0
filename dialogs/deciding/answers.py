"""What partners said of a change, and an answer given by phone."""

from __future__ import annotations

from dataclasses import replace

from dialogs.clashing import told
from dialogs.deciding.answering import keep_answer
from dialogs.deciding.words import CHOICE
from dialogs.turn import Said, Turn
from dialogs.unkept import unkept
from dialogs.view import (
    Button,
    Element,
    Facts,
    Pick,
    Problem,
    View,
    Write,
)
from plan.amending import asked, unanswered
from plan.dossier import Dossier
from plan.records import Consent
from plan.text import Text

DIALOG = "deciding"


def answers_view(dossier: Dossier, said: Said, wrong: Text | None = None) -> View:
    """Who said what, and room to fill in an answer given by phone."""
    states = {"ja": Text(nl="ja", en="yes"), "nee": Text(nl="nee", en="no")}
    none = Text(nl="nog geen antwoord", en="no answer yet")
    rows = tuple(
        (
            Text.verbatim(f"{dossier.organisation_name(one.org)}, {one.subject}"),
            states.get(one.answer or "", none)
            + Text.verbatim(f": {one.remark}" if one.remark else ""),
        )
        for one in asked(dossier)
    )
    open_ = unanswered(dossier)
    return View(
        title=Text(nl="Reacties op de wijziging", en="Responses to the change"),
        elements=(
            *((Problem(text=wrong),) if wrong else ()),
            Facts(rows=rows),
            *(_by_phone(dossier, said, open_) if open_ else ()),
        ),
        buttons=(Button(verb="answer_for", label=ON_BEHALF, primary=True),) if open_ else (),
        dialog=DIALOG,
    )


ON_BEHALF = Text(nl="Antwoord vastleggen", en="Record the answer")


ANSWERED = Text(
    nl="Dit antwoord is er intussen al; er is niets bewaard. Hieronder staat wat er is gezegd.",
    en="This answer is there already; nothing was kept. Below is what was said.",
)


def _by_phone(dossier: Dossier, said: Said, open_: tuple[Consent, ...]) -> tuple[Element, ...]:
    name = dossier.organisation_name
    choices = tuple((c.key, Text.verbatim(f"{name(c.org)}, {c.subject}")) for c in open_)
    given = said.inputs if said.verb == "answer_for" else {}
    label = Text(
        nl="Gebeld? Namens wie vul je het antwoord in?",
        en="Phoned? On whose behalf do you fill in the answer?",
    )
    return (
        Pick(id="consent", label=label, choices=choices, value=given.get("consent", open_[0].key)),
        Pick(
            id="answer",
            label=Text(nl="Kan deze partner ermee leven?", en="Can this partner live with it?"),
            choices=CHOICE,
            value=given.get("answer", ""),
            wide=True,
            required=True,
        ),
        Write(
            id="remark",
            label=Text(nl="Opmerking (niet verplicht)", en="Remark (optional)"),
            value=given.get("remark", ""),
        ),
    )


def answer_for(dossier: Dossier, said: Said) -> Turn:
    """An answer by phone; the register says who filled it in."""
    open_ = {consent.key: consent for consent in unanswered(dossier)}
    consent = open_.get(said.inputs.get("consent", ""))
    if consent is None:
        view = answers_view(dossier, replace(said, inputs={}))
        typed = unkept((said.inputs.get("remark", ""),))
        return Turn(instead=told(view, ANSWERED, *typed))
    answer, remark = said.inputs.get("answer", ""), said.inputs.get("remark", "")
    turn, wrong = keep_answer(dossier, said, consent, answer, remark, on_behalf=True)
    if wrong:
        return Turn(instead=answers_view(dossier, said, wrong))
    title = Text(nl="Opgeslagen namens {org}", en="Saved on behalf of {org}")
    name = dossier.organisation_name(consent.org)
    return turn + Turn(instead=View(title=title.fill(org=name)), onward=True)
