"""Checks on what was done with what partners said."""

from __future__ import annotations

from collections.abc import Iterator

from plan.checks.active import on_measure, theme_above
from plan.checks.finding import Check, Hit, Thresholds
from plan.dossier import Dossier
from plan.records import Comment, Proposal
from plan.text import Text

_PROPOSAL = Text(
    nl='Het voorstel "{what}" van {who} heeft nog geen antwoord.',
    en='The proposal "{what}" from {who} has no answer yet.',
)


def _unprocessed(dossier: Dossier, _: Thresholds) -> Iterator[Hit]:
    """Proposals and remarks of every round: none is forgotten because a next one began."""
    for proposal in dossier.all(Proposal):
        if proposal.status == "open":
            who = ", ".join(dossier.organisation_name(org) for org in proposal.by) or "–"
            yield Hit(
                subjects=proposal.key,
                theme=theme_above(dossier, proposal.item),
                fields={"what": proposal.title, "who": who},
                message=_PROPOSAL,
            )
    for comment in dossier.all(Comment):
        if comment.disposition == "open":
            who = dossier.organisation_name(comment.org)
            yield Hit(
                subjects=comment.key,
                theme=theme_above(dossier, comment.subject),
                fields={"what": dossier.title(comment.subject) or comment.key, "who": who},
            )


UNPROCESSED = Check(
    id="C21",
    severity="B",
    title=Text(nl="Reactie zonder antwoord", en="Unprocessed input"),
    message=Text(
        nl='De opmerking van {who} bij "{what}" heeft nog geen antwoord.',
        en='The remark from {who} on "{what}" has no answer yet.',
    ),
    why=Text(
        nl="Partners vertrouwen het plan als ze zien wat er met hun inbreng is gedaan.",
        en="Partners trust the plan when they see what was done with their input.",
    ),
    action=Text(
        nl="Kies: overnemen, deels overnemen, niet overnemen of naar de sessie. Schrijf op "
        "waarom.",
        en="Choose: accept, partly accept, do not accept or to the session. Write down why.",
    ),
    find=_unprocessed,
)


def _advised_against(dossier: Dossier, settings: Thresholds) -> Iterator[Hit]:
    against: dict[str, set[str]] = {}
    for answer in dossier.latest_answers:
        if answer.question == "M1" and answer.value in ("stoppen", "minder", "anders"):
            against.setdefault(answer.subject or "", set()).add(answer.org)
    for measure in dossier.measures:
        orgs = sorted(against.get(measure.key, ()))
        continued = measure.decision == "continue" and not measure.decision_reason
        if continued and len(orgs) >= settings.advisers:
            yield on_measure(dossier, measure, who=_named(dossier, orgs))


def _named(dossier: Dossier, orgs: list[str]) -> Text:
    """Two or more names, the last one behind "en"."""
    names = [dossier.organisation_name(org) for org in orgs]
    most, last = ", ".join(names[:-1]), names[-1]
    return Text(nl=f"{most} en {last}", en=f"{most} and {last}")


ADVISED_AGAINST = Check(
    id="C22",
    severity="W",
    title=Text(nl="Afgeraden, toch door", en="Advice against, yet continued"),
    message=Text(nl='{who} raden "{m}" af.', en='{who} advise against "{m}".'),
    why=Text(
        nl="Doorgaan tegen het advies van partners kan, maar niet zonder uitleg.",
        en="You may go on against the advice of partners, but not without a reason.",
    ),
    action=Text(
        nl="Maak er een bespreekpunt van of schrijf op waarom je doorgaat.",
        en="Make it a point for the session, or write down why you go on.",
    ),
    find=_advised_against,
)
