"""Opening a closed step again, with the reason."""

from __future__ import annotations

from dialogs.clashing import told
from dialogs.reason import reason_input, reason_of, wrong_with
from dialogs.registering import registered
from dialogs.status import STEP, status_view
from dialogs.turn import Reply, Said, Turn
from dialogs.view import Button, Listing, Pick, View
from plan.content.tracks import TRACKS
from plan.dossier import Dossier
from plan.records import Closed, altered
from plan.reopening import decided_anew, reopened_version
from plan.standing import closing
from plan.text import Text


def reopen_view(dossier: Dossier, said: Said, wrong: Text | None = None) -> View | None:
    """Which closed step to open again, and why; None when none is closed."""
    track = TRACKS[dossier.plan.track]
    closed = [step for step in track.steps if closing(dossier, step.id)]
    if not closed:
        return None
    return View(
        title=Text(nl="Een stap heropenen", en="Reopen a step"),
        elements=(
            Pick(
                id="step",
                label=Text(nl="Welke stap?", en="Which step?"),
                choices=tuple((step.id, step.title) for step in closed),
                value=said.inputs.get("step", closed[-1].id),
            ),
            reason_input(Text(nl="Waarom?", en="Why?"), said, wrong, required=True),
        ),
        buttons=(Button(verb="reopen", label=Text(nl="Heropenen", en="Reopen"), primary=True),),
        dialog=STEP,
        about={"step": ""},
    )


def reopen(dossier: Dossier, said: Said) -> Turn:
    """The step is open again, and the draft is a version further (domain 2.1)."""
    wanted, why = said.inputs.get("step", ""), reason_of(said)
    closed = closing(dossier, wanted)
    if closed is None:
        return Turn(instead=_open_already(dossier, said, wanted))
    wrong = wrong_with(why)
    if wrong:
        return Turn(instead=reopen_view(dossier, said, wrong))
    again = altered(closed, reopened_at=said.at, reopened_by=said.who.key, reopened_why=why)
    plan = altered(dossier.plan, version=reopened_version(dossier))
    bodies = decided_anew(dossier, again)
    after = dossier.plus((again, plan, *bodies))
    title = Text(
        nl="Opgeslagen. De stap is weer open; het concept is nu versie {version}.",
        en="Saved. The step is open again; the draft is now version {version}.",
    )
    return Turn(
        keep=(again, plan, *bodies, registered(said, "reopened", wanted, after=why)),
        instead=View(title=title.fill(version=plan.version)),
        replies=(Reply(view=status_view(after, said)),),
    )


def _open_already(dossier: Dossier, said: Said, step: str) -> View:
    """Somebody else reopened it: with which reason; the own one is shown, not kept."""
    before = [c for c in dossier.all(Closed) if c.step == step and c.reopened_at]
    last = max(before, key=lambda c: c.reopened_at or c.at, default=None)
    if last is None:
        return status_view(dossier, said)
    lines = [THEIRS.fill(who=dossier.person_name(last.reopened_by), why=last.reopened_why)]
    lines += [OWN.fill(why=reason_of(said))] if reason_of(said) else []
    return told(status_view(dossier, said), OPEN, Listing(lines=tuple(lines)))


OPEN = Text(
    nl="Deze stap is intussen al heropend; er is niets gewijzigd.",
    en="This step was reopened in the meantime; nothing was changed.",
)
THEIRS = Text(nl="Reden van {who}: {why}", en="Reason of {who}: {why}")
OWN = Text(nl="Jouw reden, niet bewaard: {why}", en="Your reason, not kept: {why}")
