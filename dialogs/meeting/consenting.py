"""Was an agreement put down well? Its owner says so, of several on one card."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dialogs.clashing import SEALS, remembered, seal
from dialogs.filled import NONE_WRONG, Wrong
from dialogs.meeting.parts import LONGEST
from dialogs.turn import Said
from dialogs.view import Button, Element, Facts, Pick, Problem, View, Write
from plan.agreements import consent_of
from plan.dates import on_day
from plan.dossier import Dossier
from plan.records import DiscussionPoint, Outcome
from plan.text import Text

DIALOG = "agreements"
YES, NO = "ja", "nee"


def consent_view(
    dossier: Dossier, outcome: Outcome, wrong: Text | None = None, remark: str = ""
) -> View:
    """Is your agreement put down well? Yes in one tap, no with what should be different."""
    return View(
        title=Text(nl="Is uw afspraak goed verwerkt?", en="Is your agreement recorded correctly?"),
        elements=(
            *((Problem(text=wrong),) if wrong else ()),
            facts_of(dossier, outcome),
            Write(id="remark", label=OTHERWISE, value=remark, limit=LONGEST),
        ),
        buttons=(
            Button(verb="yes", label=YES_IT_IS, primary=True),
            Button(verb="no", label=NO_CHANGE),
        ),
        dialog=DIALOG,
        about={"outcome": outcome.key, SEALS: sealed(dossier, (outcome,))},
    )


def consents_view(
    dossier: Dossier,
    outcomes: tuple[Outcome, ...],
    inputs: Mapping[str, str] | None = None,
    wrong: Wrong = NONE_WRONG,
) -> View:
    """The same of several agreements at once, with a choice for each."""
    if len(outcomes) == 1 and not inputs:
        return consent_view(dossier, outcomes[0])
    given_, parts = inputs or {}, list[Element]()
    for outcome in outcomes:
        answer, remark = f"answer/{outcome.key}", f"remark/{outcome.key}"
        parts += [
            facts_of(dossier, outcome),
            Pick(
                id=answer,
                label=Text(nl="Klopt dit?", en="Is this right?"),
                choices=((YES, YES_IT_IS), (NO, NO_CHANGE)),
                value=given_.get(answer, ""),
                wide=True,
                required=True,
                error=wrong.get(answer),
            ),
            Write(
                id=remark,
                label=OTHERWISE,
                value=given_.get(remark, ""),
                limit=LONGEST,
                error=wrong.get(remark),
            ),
        ]
    return View(
        title=Text(
            nl="Zijn uw afspraken goed verwerkt?", en="Are your agreements recorded correctly?"
        ),
        elements=tuple(parts),
        buttons=(Button(verb="answer", label=Text(nl="Versturen", en="Send"), primary=True),),
        dialog=DIALOG,
        about={
            "outcomes": ",".join(outcome.key for outcome in outcomes),
            SEALS: sealed(dossier, outcomes),
        },
    )


def sealed(dossier: Dossier, outcomes: Iterable[Outcome]) -> str:
    """What was answered about each when the card was made."""
    found = ((one.key, consent_of(dossier, one)) for one in outcomes)
    return ",".join(f"{key}={seal(c and (c.answer, c.remark))}" for key, c in found)


def answered_since(dossier: Dossier, said: Said, outcome: Outcome) -> Text | None:
    """What somebody else answered about it meanwhile; None when the card shows it."""
    consent = consent_of(dossier, outcome)
    if consent is None or not consent.answer or sealed(dossier, (outcome,)) in remembered(said):
        return None
    label = YES_IT_IS if consent.answer == YES else NO_CHANGE
    words = label + Text.verbatim(f": {consent.remark}" if consent.remark else "")
    return SINCE.fill(name=dossier.person_name(consent.by), answer=words, what=outcome.decision)


SINCE = Text(
    nl="{name} antwoordde intussen bij “{what}”: {answer}. Uw antwoord is nog niet bewaard. "
    "Versturen vervangt het antwoord van {name}.",
    en="{name} answered about “{what}” in the meantime: {answer}. Your answer was not kept yet. "
    "Sending replaces the answer of {name}.",
)


def facts_of(dossier: Dossier, outcome: Outcome) -> Facts:
    point = dossier.get(DiscussionPoint, outcome.point)
    rows = [(Text(nl="Afspraak", en="Agreement"), Text.verbatim(outcome.decision))]
    if point:
        rows.insert(0, (Text(nl="Punt", en="Point"), Text.verbatim(point.question)))
    if outcome.due:
        rows.append((Text(nl="Uiterlijk", en="By"), on_day(outcome.due)))
    return Facts(rows=tuple(rows))


YES_IT_IS = Text(nl="Ja, dit klopt", en="Yes, it is")
NO_CHANGE = Text(nl="Nee, aanpassen", en="No, change it")
OTHERWISE = Text(nl="Zo niet: wat moet er anders?", en="If not: what should change?")
