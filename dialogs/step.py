"""Closing a step, with an override and its reason where something is missing."""

from __future__ import annotations

from dialogs import phrases
from dialogs.papers import draft_turn
from dialogs.reason import reason_input, reason_of, wrong_with
from dialogs.registering import registered
from dialogs.reopening import reopen
from dialogs.status import STEP, status_view
from dialogs.turn import Reply, Said, Turn
from dialogs.view import Button, Listing, View
from dialogs.works import WORK
from plan.content.tracks import TRACKS
from plan.dossier import Dossier
from plan.records import Card, Closed, Round
from plan.standing import adopted, current_step
from plan.text import Text
from plan.track import Step

DIALOG = STEP


def hear(dossier: Dossier, said: Said) -> Turn:
    """A button of the status card, or of the cards about closing and reopening."""
    track = TRACKS[dossier.plan.track]
    step = current_step(dossier, track)
    if said.verb == "draft":
        return draft_turn(dossier, said)
    if said.verb == "reopen":
        return reopen(dossier, said)
    if step is None or (said.card and said.card.about.get("step") != step.id):
        return Turn(instead=status_view(dossier, said))
    if said.verb in ("close", "override"):
        return _close(dossier, said, step)
    work = WORK.get(step.sort)
    if work is None:
        return Turn(replies=(Reply(text=phrases.NOT_YOURS),))
    return work.hear(dossier, said, step)


def close_turn(dossier: Dossier, said: Said) -> Turn:
    """The command: close the step that is open now."""
    step = current_step(dossier, TRACKS[dossier.plan.track])
    if step is None:
        return Turn(replies=(Reply(view=status_view(dossier, said)),))
    turn = _close(dossier, said, step)
    return Turn(
        keep=turn.keep, replies=tuple(Reply(view=v) for v in (turn.instead,) if v) + turn.replies
    )


def _close(dossier: Dossier, said: Said, step: Step) -> Turn:
    missing = step.missing(dossier)
    why = reason_of(said)
    if missing and said.verb != "override":
        return Turn(replies=(Reply(view=_override_view(step, missing, said)),))
    wrong = wrong_with(why) if missing else None
    if wrong:
        return Turn(instead=_override_view(step, missing, said, wrong))
    if step.id == "decision" and not adopted(dossier):
        return Turn(replies=(Reply(text=NO_DECISION),))
    number = sum(c.step == step.id for c in dossier.all(Closed)) + 1
    closed = Closed(
        key=f"{step.id}/{number}",
        step=step.id,
        at=said.at,
        by=said.who.key,
        why=why if missing else None,
    )
    event = registered(said, "overrode" if missing else "closed", step.id, after=closed.why)
    work = WORK.get(step.sort)
    more = work.closed(dossier, said, closed) if work else Turn()
    keep = (closed, event, *more.keep)
    after = dossier.plus(keep, more.drop)
    title = Text(nl="Opgeslagen. Gesloten: {step}.", en="Saved. Closed: {step}.")
    return Turn(
        keep=keep,
        drop=(*_used_cards(dossier, step), *more.drop),
        instead=more.instead or View(title=title.fill(step=step.title)),
        replies=(*more.replies, Reply(view=status_view(after, said))),
    )


def _used_cards(dossier: Dossier, step: Step) -> tuple[Card, ...]:
    """The receipts of a round that is over; the answers themselves stay."""
    rounds = {round_.key for round_ in dossier.all(Round) if round_.step == step.id}
    return tuple(
        card
        for card in dossier.all(Card)
        if card.state == "used" and card.about.get("round") in rounds
    )


def _override_view(
    step: Step, missing: tuple[Text, ...], said: Said, wrong: Text | None = None
) -> View:
    label = Text(
        nl="Toch sluiten? Geef de reden. Die komt in het register.",
        en="Close anyway? Give the reason. It goes into the register.",
    )
    return View(
        title=Text(
            nl="Nog niet alles is klaar: {step}", en="Not everything is ready: {step}"
        ).fill(step=step.title),
        elements=(
            Listing(lines=missing),
            reason_input(label, said, wrong, required=True),
        ),
        buttons=(Button(verb="override", label=Text(nl="Toch sluiten", en="Close anyway")),),
        dialog=DIALOG,
        about={"step": step.id},
    )


NO_DECISION = Text(
    nl="Een plan is pas vastgesteld als het besluit is vastgelegd. Leg eerst het besluit vast.",
    en="A plan is only adopted once the decision is recorded. Record the decision first.",
)
