"""What partners said to one plan arrives in another; done twice it changes nothing."""

from __future__ import annotations

from datetime import datetime

from dialogs.checking.following import followed
from dialogs.questionnaire.course import finished
from dialogs.questionnaire.sheet import sheet_of
from dialogs.sharing.exchange import Exchange
from dialogs.turn import Said, Turn
from plan.dossier import Dossier
from plan.records import Answer, Event, Record, Round, Sharing, altered
from plan.reminders import contact
from plan.sharing import sits_in, told_since
from plan.standing import is_open, response


def arrived(here: Dossier, there: Dossier) -> Turn:
    """What to keep and drop here so that it says what was shared there."""
    keep: list[Record] = []
    drop: list[Record] = []
    for theirs in there.all(Sharing):
        round_ = here.get(Round, theirs.with_round)
        if theirs.plan != here.plan.key or round_ is None:
            continue
        mine = _mirrored(here, there, theirs)
        if mine != here.get(Sharing, mine.key):
            keep += [mine, *_joined(here, there, mine)]
        if is_open(here, round_) and not mine.apart:
            known = here.plus(keep, drop)
            kept, dropped = Exchange(known, there, mine, theirs).answers()
            keep += [*kept, *_done(known.plus(kept, dropped), mine, kept)]
            drop += dropped
    turn = Turn(keep=tuple(keep), drop=tuple(drop))
    answers = [record for record in keep if isinstance(record, Answer)]
    if not answers or here.coordinator is None:
        return turn
    at = max(answer.at for answer in answers)
    return followed(here, Said(who=here.coordinator, at=at), turn)


def _mirrored(here: Dossier, there: Dossier, theirs: Sharing) -> Sharing:
    """The same sharing as this plan sees it, with how it stands there now."""
    round_ = there.get(Round, theirs.round)
    key = f"{theirs.with_round}/{theirs.with_org}/{there.plan.key}"
    new = Sharing(
        key=key,
        round=theirs.with_round,
        org=theirs.with_org,
        plan=there.plan.key,
        municipality=there.plan.municipality.name,
        with_round=theirs.round,
        with_org=theirs.org,
        leads=not theirs.leads,
        told_after=_sent(here, theirs.with_round, theirs.with_org),
    )
    known = here.get(Sharing, key) or new
    return altered(
        known,
        apart=known.apart or theirs.apart,
        open_there=round_ is not None
        and is_open(there, round_)
        and sits_in(here, theirs.with_org, contact(there, round_, theirs.org)),
        done_there=response(there, theirs.round, theirs.org) == "complete",
        sent_there=_sent(there, theirs.round, theirs.org),
        told_there=told_since(there, theirs),
    )


def _joined(here: Dossier, there: Dossier, mine: Sharing) -> tuple[Event, ...]:
    """A line of the register where another municipality asks along for the first time."""
    round_ = there.get(Round, mine.with_round)
    if round_ is None or here.get(Sharing, mine.key):
        return ()
    event = Event(
        key=f"{round_.opened_at.isoformat()}/asks_along/{mine.key}",
        who=there.plan.municipality.name,
        what="asks_along",
        subject=mine.key,
        at=round_.opened_at,
        after=here.organisation_name(mine.org),
    )
    return (event,)


def _sent(dossier: Dossier, round_: str, org: str) -> int:
    return sum(m.org == org and m.sent_at is not None for m in dossier.messages_about(round_))


def _done(known: Dossier, mine: Sharing, kept: list[Record]) -> tuple[Record, ...]:
    """The partner is ready here too, when what arrived was all that was asked."""
    moments: list[datetime] = [record.at for record in kept if isinstance(record, Answer)]
    round_, people = known.get(Round, mine.round), known.people_of(mine.org)
    sheet = sheet_of(known, round_, people[0], mine.org) if round_ and people else None
    return finished(known, sheet, max(moments)) if sheet and moments else ()
