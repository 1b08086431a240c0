"""Writing a format down: only over the one a card showed, and traced."""

from __future__ import annotations

from dialogs.changing import changing
from dialogs.registering import registered
from dialogs.turn import Said, Turn
from plan.content.tracks import TRACKS
from plan.dossier import Dossier
from plan.records import Confirmed, PlanFormat, altered
from plan.standing import current_step

DIALOG = "forming"
PREVIEW = "format_preview"
STEP = "format"


def about(dossier: Dossier) -> dict[str, str]:
    """What a card must remember: the format that it shows."""
    return {"was": written(dossier)}


def written(dossier: Dossier) -> str:
    plan = dossier.plan
    return repr((plan.format, plan.functions))


def is_stale(dossier: Dossier, said: Said) -> bool:
    """Whether the format changed since the card was made."""
    shown = said.card.about.get("was") if said.card else None
    return shown not in (None, written(dossier))


def reached(dossier: Dossier) -> bool:
    """Whether the step of the format is there, or over."""
    track = TRACKS[dossier.plan.track]
    step = current_step(dossier, track)
    return step is None or track.number(step) >= track.number(track.step(STEP))


def first_year(dossier: Dossier) -> bool:
    return dossier.plan.track == "first_year"


def is_seen(dossier: Dossier) -> bool:
    return dossier.get(Confirmed, PREVIEW) is not None


def must_look(dossier: Dossier) -> bool:
    """Whether the form of a first year still has to be looked at on one theme."""
    plan = dossier.plan
    chosen = plan.functions or plan.format.locked_at
    return first_year(dossier) and bool(chosen) and not is_seen(dossier) and reached(dossier)


def rewritten(
    dossier: Dossier, said: Said, form: PlanFormat, functions: tuple[str, ...] | None = None
) -> Turn:
    """The plan in another format; a first preview of the old one does not count for it."""
    plan = altered(
        dossier.plan,
        format=form,
        functions=dossier.plan.functions if functions is None else functions,
    )
    turn = changing(said, dossier.plan, plan, because="format")
    seen = dossier.get(Confirmed, PREVIEW)
    other = _shape(form) != _shape(dossier.plan.format)
    if seen and other and dossier.plan.format.locked_at is None and not form.locked_at:
        return turn + Turn(drop=(seen,))
    return turn


def _shape(form: PlanFormat) -> PlanFormat:
    """What of a format can be seen."""
    return altered(form, locked_at=None, reason=None)


def fixed(dossier: Dossier, said: Said, form: PlanFormat) -> Turn:
    """The format is frozen, with a line of its own in the register."""
    frozen = altered(form, locked_at=said.at)
    event = registered(said, "fixed_format", dossier.plan.key, after=form.reason or form.preset)
    return rewritten(dossier, said, frozen) + Turn(keep=(event,))
