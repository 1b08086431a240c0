"""Keeping what an outcome changes: traced, answered, and never over what changed meanwhile."""

from __future__ import annotations

from collections.abc import Iterator

from dialogs.changing import changing
from dialogs.clashing import moved, seal, told
from dialogs.filled import TITLE_LIMIT, Wrong, faults, written
from dialogs.measures.people import lead_of
from dialogs.meeting.anew import anew, untouched_apart
from dialogs.meeting.fields import GAP
from dialogs.meeting.parts import LONGEST, given
from dialogs.meeting.point import outcome_said
from dialogs.meeting.processing import REMARKS, process_view
from dialogs.meeting.subjects import overtaken, readings
from dialogs.meeting.telling import ANSWERED, telling
from dialogs.meeting.worked_in import worked_in_view
from dialogs.registering import registered
from dialogs.turn import Reply, Said, Turn
from dialogs.view import Listing, View
from plan.codes import NEW, placed
from plan.dates import day_said
from plan.dossier import Dossier
from plan.labels import CATEGORIES
from plan.records import (
    ActionItem,
    Change,
    DiscussionPoint,
    Measure,
    Outcome,
    Planning,
    Record,
    Theme,
    altered,
)
from plan.sessions import SESSION, outcome_of, proposals_of, remarks_of, unprocessed
from plan.text import Text


def hear(dossier: Dossier, said: Said) -> Turn:
    """Work it in, say that nothing changes, or put another measure on the card."""
    assert said.card is not None  # noqa: S101 - a press always has its card
    point = dossier.get(DiscussionPoint, said.card.about.get("point"))
    outcome = outcome_of(dossier, point.key) if point else None
    if point is None or outcome is None:
        return Turn(onward=True)
    more = said.card.about.get("more", "")
    said = untouched_apart(dossier, said, point)
    if outcome.processed_at:
        view = worked_in_view(dossier, said, point, outcome, more)
        return Turn(instead=view, onward=True)
    if moved(said, seal(outcome_said(outcome))):
        return Turn(instead=told(anew(dossier, said, point, {}, more), CHANGED))
    if said.verb == "add":
        wider = ",".join(key for key in (more, said.inputs.get("add", "")) if key)
        return Turn(instead=anew(dossier, said, point, {}, wider))
    changing_it = said.verb == "process"
    wrong = _wrong(dossier, said, point, more) if changing_it else _wrong_replies(said)
    if wrong or (changing_it and overtaken(dossier, said, point, more)):
        return Turn(instead=anew(dossier, said, point, wrong, more))
    turn = _changes(dossier, said, point, outcome, more) if changing_it else Turn()
    turn += _answered(dossier, said, point, outcome)
    return _done(dossier, said, point, outcome, turn)


def _empty(said: Said) -> Said:
    return Said(who=said.who, at=said.at, language=said.language)


def _wrong(dossier: Dossier, said: Said, point: DiscussionPoint, more: str) -> Wrong:
    limits = {"new": TITLE_LIMIT, "gap": GAP}
    ids = {id_: limit for id_ in said.inputs if (limit := limits.get(id_.partition("/")[0]))}
    found = {**_wrong_replies(said), **faults(said, ids)}
    for reading in readings(dossier, said, point, more):
        reading.becomes()
        found |= reading.wrong
    return found


def _wrong_replies(said: Said) -> dict[str, Text]:
    ids = [id_ for id_ in said.inputs if id_.startswith("reply/")]
    empty = Text(nl="De afzender krijgt een antwoord: vul het in.", en="Write a reply, please.")
    none = {id_: empty for id_ in ids if not written(said, id_)}
    return faults(said, dict.fromkeys(ids, LONGEST)) | none


def _changes(
    dossier: Dossier, said: Said, point: DiscussionPoint, outcome: Outcome, more: str
) -> Turn:
    because, turn = f"outcome/{point.key}", Turn()
    for reading in readings(dossier, said, point, more):
        before, after = reading.measure, reading.becomes()
        if after.decision != before.decision:
            after = altered(after, decision_reason=outcome.decision)
        turn += changing(said, before, after, because=because)
    for key in point.subjects:
        item, theme = dossier.get(ActionItem, key), dossier.get(Theme, key)
        known = dossier.plus(turn.keep)
        made = (*_of_item(known, said, item, outcome), *_of_theme(dossier, said, theme))
        for was, became in made:
            turn += changing(said, was, became, because=because)
    return turn


def _of_item(
    dossier: Dossier, said: Said, item: ActionItem | None, outcome: Outcome
) -> Iterator[tuple[Record | None, Record]]:
    """A measure that was agreed on, or why there is none."""
    if item is None:
        return
    title = given(said, f"new/{item.key}")
    reason = given(said, f"gap/{item.key}")
    if title:
        made = Measure(
            key=NEW,
            item=item.key,
            title=title,
            decision="new",
            decision_reason=outcome.decision,
            evidence_note=outcome.decision,
            lead=lead_of(dossier, given(said, f"new_lead/{item.key}")),
            planning=Planning(start=day_said(given(said, f"new_start/{item.key}"))),
            source=f"outcome/{outcome.point}",
        )
        yield None, placed(dossier, made)
    elif reason and reason != item.gap_reason:
        yield item, altered(item, gap_reason=reason)


def _of_theme(
    dossier: Dossier, said: Said, theme: Theme | None
) -> Iterator[tuple[Record, Record]]:
    chosen = said.inputs.get(f"category/{theme.key}", "") if theme else ""
    if theme and chosen in CATEGORIES and chosen != dossier.category(theme.key):
        yield theme, altered(theme, category=chosen)


def _answered(dossier: Dossier, said: Said, point: DiscussionPoint, outcome: Outcome) -> Turn:
    """Each remark and proposal that waited gets its disposition and its reply."""
    turn = Turn()
    for remark in remarks_of(dossier, point)[:REMARKS]:
        way, reply = _way(said, remark.key, outcome)
        after = altered(
            remark,
            disposition=way or "accepted",
            reply=reply,
            replied_at=said.at,
            processed_by=said.who.key,
            processed_at=said.at,
        )
        turn += Turn(keep=(after, registered(said, ANSWERED, remark.key, after=way)))
    for proposal in proposals_of(dossier, point)[:REMARKS]:
        way, reply = _way(said, proposal.key, outcome)
        settled = altered(proposal, status=way or "adopted", reason=reply)
        turn += changing(said, proposal, settled, because=f"outcome/{point.key}")
        turn += Turn(keep=(registered(said, ANSWERED, proposal.key, after=way),))
    return turn


def _way(said: Said, key: str, outcome: Outcome) -> tuple[str, str]:
    """What was chosen; where nothing changes, nobody is told that it was taken over."""
    way = said.inputs.get(f"way/{key}", "")
    if said.verb == "no_change" and way in ("", "accepted", "adopted"):
        way = "rejected"
    return way, given(said, f"reply/{key}") or outcome.decision


def _done(
    dossier: Dossier, said: Said, point: DiscussionPoint, outcome: Outcome, turn: Turn
) -> Turn:
    after = altered(outcome, processed_at=said.at)
    made = [c.subject for c in turn.keep if isinstance(c, Change)]
    event = registered(said, "processed_outcome", point.key, after=", ".join(made))
    known = dossier.plus((*turn.keep, after), turn.drop)
    lines = tuple(Text.verbatim(f"{key} {known.title(key)}") for key in dict.fromkeys(made))
    changed = Text(
        nl="Opgeslagen en verwerkt in het concept", en="Saved and worked into the draft"
    )
    same = Text(nl="Opgeslagen: geen wijziging nodig", en="Saved: no change needed")
    receipt = View(
        title=changed if lines else same, elements=(Listing(lines=lines),) * bool(lines)
    )
    left = unprocessed(known, point.session)
    result = turn + Turn(keep=(after, event), instead=receipt)
    if left:
        return result + Turn(replies=(Reply(view=process_view(known, _empty(said), left[0])),))
    return result + Turn(keep=telling(known, said), onward=point.session == SESSION)


CHANGED = Text(
    nl="De uitkomst is intussen veranderd en er is nog niets bewaard. Hieronder staat hoe de "
    "uitkomst nu luidt, met wat je hebt ingevuld.",
    en="The outcome has changed in the meantime and nothing was kept yet. Below is how it reads "
    "now, with what you filled in.",
)
