"""Progress that two people settled: what is there now, and the own words, to choose from."""

from __future__ import annotations

from dataclasses import replace

from dialogs.clashing import SEALS, again, differing, seals
from dialogs.phrases import SAVE
from dialogs.running.settle_card import DIALOG, parts
from dialogs.turn import Said
from dialogs.view import Button, View
from plan.calendar import local
from plan.dossier import Dossier
from plan.progress import year_of
from plan.records import Measure, Round, YearOfHistory
from plan.text import Text

ALREADY = Text(
    nl="Dit was intussen al zo vastgesteld.", en="This was settled like that in the meantime."
)


def twice_view(
    dossier: Dossier,
    said: Said,
    round_: Round,
    measures: list[Measure],
    wrong: dict[str, Text],
) -> View | None:
    """Those of which the speaker says something else than is settled; None without any."""
    fresh = replace(said, inputs={})
    every = _view(dossier, fresh, round_, measures, {}), _view(dossier, said, round_, measures, {})
    left = [m for m in measures if m in differing(*every, measures) or m.key in wrong]
    if not left:
        return None
    now = _view(dossier, fresh, round_, left, {})
    return again(now, _view(dossier, said, round_, left, wrong), left)


def _view(
    dossier: Dossier, said: Said, round_: Round, shown: list[Measure], wrong: dict[str, Text]
) -> View:
    elements = [
        part
        for measure in shown
        for part in parts(
            dossier,
            round_,
            measure,
            _settled(dossier, round_, measure),
            said.inputs,
            wrong.get(measure.key),
        )
    ]
    return View(
        title=Text(nl="Voortgang die al is vastgesteld", en="Progress that was settled already"),
        elements=tuple(elements),
        buttons=(Button(verb="save", label=SAVE, primary=True),),
        dialog=DIALOG,
        about={
            "round": round_.key,
            "measures": ",".join(measure.key for measure in shown),
            SEALS: seals(shown),
        },
    )


def _settled(dossier: Dossier, round_: Round, measure: Measure) -> YearOfHistory:
    year = year_of(dossier, local(round_.opened_at).date())
    return next((h for h in measure.history if h.year == year), YearOfHistory(year=year))
