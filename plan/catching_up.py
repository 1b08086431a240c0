"""What came to pass in last year's plan after this one was begun out of it."""

from __future__ import annotations

from msgspec.structs import replace

from plan import carrying
from plan.dossier import Dossier
from plan.records import Concluded, Measure, Outcome, YearOfHistory, altered


def news(dossier: Dossier, last: Dossier) -> tuple[tuple[Measure, Measure], ...]:
    """The measures with progress that was settled there since, as they are and as they become.

    What the coordinator concluded here already stays as it was concluded.
    """
    pairs = ((m, _with_progress(last, m)) for m in dossier.measures if _is_open(dossier, m))
    return tuple((before, after) for before, after in pairs if before != after)


def _is_open(dossier: Dossier, measure: Measure) -> bool:
    done = dossier.get(Concluded, measure.key)
    return done is None or not (done.progress or done.effect)


def _with_progress(last: Dossier, measure: Measure) -> Measure:
    there = last.get(Measure, measure.key)
    if there is None:
        return measure
    years = {past.year: past for past in measure.history}
    for past in carrying.history(last, there):
        years[past.year] = _filled_up(years.get(past.year), past)
    return altered(measure, history=tuple(years[year] for year in sorted(years)))


def _filled_up(here: YearOfHistory | None, there: YearOfHistory) -> YearOfHistory:
    """As it is known there; what only this plan knows stays."""
    if here is None:
        return there
    return replace(
        there,
        **{
            field: getattr(here, field)
            for field in YearOfHistory.__struct_fields__
            if getattr(there, field) in (None, "", ())
        },
    )


def kept_since(dossier: Dossier, last: Dossier) -> tuple[Outcome, ...]:
    """The agreements that were kept there since, as they become."""
    done = {carrying.agreement_key(last, one): one.done_at for one in last.all(Outcome)}
    return tuple(
        altered(outcome, done_at=done[outcome.key])
        for outcome in dossier.all(Outcome)
        if outcome.done_at is None and done.get(outcome.key)
    )
