"""Questions that are not asked any more: what was answered there, and what was typed."""

from __future__ import annotations

from dialogs.deciding.words import CHOICE
from dialogs.turn import Said
from dialogs.view import Element, Listing
from plan.answering import clean
from plan.calendar import local
from plan.dossier import Dossier
from plan.records import Consent, Person
from plan.text import Text
from plan.voices import speaks_for


def name_of(consent: Consent) -> str:
    """A question, and when it was put: asked anew it is another."""
    return f"{consent.subject}@{consent.asked_at.isoformat()}"


def may_answer(dossier: Dossier, person: Person, consent: Consent) -> bool:
    """Somebody of the partner that was asked, or who stood in for one then."""
    return speaks_for(dossier, person, consent.org, local(consent.asked_at).date())


def passed_by(dossier: Dossier, said: Said, put: set[str], open_: set[str]) -> tuple[Element, ...]:
    """What is not asked like this any more: what was answered there, and what was filled in."""
    gone = put - open_
    heard = (one for one in dossier.all(Consent) if may_answer(dossier, said.who, one))
    found = {name_of(one): one for one in heard}
    lines = tuple(
        _line(dossier, said, name.partition("@")[0], found.get(name)) for name in sorted(gone)
    )
    return (Listing(lines=lines),) if lines else ()


def _line(dossier: Dossier, said: Said, subject: str, consent: Consent | None) -> Text:
    own = _as_said(said.inputs.get(f"answer/{subject}"), said.inputs.get(f"remark/{subject}"))
    if consent is None or consent.answer is None:
        return CHANGED.fill(what=subject, own=own)
    theirs = _as_said(consent.answer, consent.remark)
    name = dossier.person_name(consent.by)
    return ANSWERED.fill(what=subject, name=name, theirs=theirs, own=own)


def _as_said(answer: str | None, remark: str | None) -> Text:
    label = dict(CHOICE).get(answer or "", Text.verbatim("–"))
    return label + aside(remark or "")


CHANGED = Text(
    nl="{what}: hier is intussen iets veranderd. Niet bewaard, ingevuld was: {own}",
    en="{what}: something changed here in the meantime. Not kept, filled in was: {own}",
)
ANSWERED = Text(
    nl="{what}: {name} heeft dit intussen beantwoord: {theirs}. Niet bewaard, ingevuld was: "
    "{own}. Klopt het antwoord niet? Neem dan contact op met de gemeente.",
    en="{what}: {name} answered this in the meantime: {theirs}. Not kept, filled in was: {own}. "
    "Is the answer not right? Then contact the municipality.",
)


def aside(remark: str) -> Text:
    return Text.verbatim(f": {clean(remark)}" if clean(remark) else "")
