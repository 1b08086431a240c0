"""What a body changed in a measure, as a partner reads it: it was, it becomes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from plan.amending import first_change
from plan.changes import as_it_was
from plan.dossier import Dossier
from plan.labels import VERDICTS
from plan.notation import euros, number, period
from plan.records import Measure
from plan.text import Language, Text

NAMES = {
    "title": Text(nl="Maatregel", en="Measure"),
    "description": Text(nl="Omschrijving", en="Description"),
    "result": Text(nl="Resultaat", en="Result"),
    "verdict": Text(nl="Besluit", en="Verdict"),
    "lead": Text(nl="Trekker", en="Lead"),
    "partners": Text(nl="Partners", en="Partners"),
    "period": Text(nl="Periode", en="Period"),
    "hours": Text(nl="Uw uren", en="Your hours"),
    "budget": Text(nl="Kosten", en="Costs"),
    "funding": Text(nl="Dekking", en="Cover"),
}


def differences(dossier: Dossier, subject: str, org: str) -> tuple[tuple[Text, Text], ...]:
    """One row per thing that differs from before the body spoke; hours only the own."""
    now, at = dossier.get(Measure, subject), first_change(dossier, subject)
    if now is None or at is None:
        return ()
    was = as_it_was(dossier, Measure, subject, at - timedelta(microseconds=1))
    new, old = _read(dossier, now, org), _read(dossier, was, org) if was else {}
    both = Text(nl="was: {was}; wordt: {now}", en="was: {was}; becomes: {now}")
    nothing = Text.verbatim("–")
    return tuple(
        (name, both.fill(was=old.get(id_) or nothing, now=new.get(id_) or nothing))
        for id_, name in NAMES.items()
        if old.get(id_) != new.get(id_)
    )


def _read(dossier: Dossier, measure: Measure, org: str) -> dict[str, Text | None]:
    own = next((claim.hours for claim in measure.capacity if claim.org == org), None)
    lead = measure.lead.org if measure.lead else None
    names = ", ".join(dossier.organisation_name(p.org) for p in measure.partners)
    leads = lead == org
    return {
        "title": Text.verbatim(measure.title),
        "description": _plain(measure.description),
        "result": _plain(measure.result),
        "verdict": VERDICTS.get(measure.decision or ""),
        "lead": _plain(dossier.organisation_name(lead)),
        "partners": _plain(names),
        "period": _both(
            lambda language: period(measure.planning.start, measure.planning.end, language)
        ),
        "hours": _both(lambda language: number(own, language)) if own is not None else None,
        "budget": _both(lambda language: euros(measure.budget_eur or 0, language))
        if leads and measure.budget_eur
        else None,
        "funding": _plain(measure.funding) if leads else None,
    }


def _plain(words: str | None) -> Text | None:
    return Text.verbatim(words) if words else None


def _both(written: Callable[[Language], str]) -> Text | None:
    made = Text(nl=written("nl"), en=written("en"))
    return made if made.nl else None
