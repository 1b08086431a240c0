"""An answer to a remark: kept with its reason, and taking it over changes the draft at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from dialogs import phrases
from dialogs.changing import changing
from dialogs.clashing import moved, seal, told
from dialogs.papers import paper_turn
from dialogs.processing.beside import answered_view, as_now, both_of, twice
from dialogs.processing.done import done_view, editing_view
from dialogs.processing.queue import queue_view, remark_view, waiting
from dialogs.processing.reading import Read, read_measure, read_new
from dialogs.processing.register import register_view
from dialogs.processing.session import aside, both, contradicts
from dialogs.processing.telling import telling
from dialogs.processing.undoing import CHANGED_SINCE, taken_back_aside, taken_back_remark
from dialogs.processing.words import VERBS, disposition, may_process, named
from dialogs.reason import reason_of, wrong_with
from dialogs.registering import registered
from dialogs.turn import Reply, Said, Turn
from dialogs.view import Facts, View, Words
from plan.differences import altered_lines
from plan.dossier import Dossier
from plan.records import Comment, Measure, altered
from plan.rights import is_coordinator
from plan.text import Text

SETTLED = Text(
    nl="Hierover is intussen al besloten; er is niets veranderd.",
    en="This was decided on in the meantime; nothing was changed.",
)
SINCE = Text(
    nl="Deze opmerking heeft intussen een ander antwoord en is nog niet heropend. Zo staat het er "
    "nu.",
    en="This remark has another answer by now and was not reopened yet. This is how it is now.",
)
NEEDED = Text(
    nl="Er verandert zo niets aan het concept. Pas iets aan, of schrijf op waarom dat niet nodig "
    "is.",
    en="Nothing changes in the draft this way. Change something, or write down why that is not "
    "needed.",
)


def hear(dossier: Dossier, said: Said) -> Turn:
    """A button of the register, of a remark, or of a contradiction."""
    about = said.card.about if said.card else {}
    comment = dossier.get(Comment, about.get("comment"))
    if comment and not may_process(dossier, said.who, comment):
        return Turn(replies=(Reply(text=phrases.ONLY_COORDINATOR),))
    match said.verb:
        case "both" | "aside" if about.get("measure") or comment:
            return _together(dossier, said, comment, about)
        case "undo" | "reopen":
            return _undo(dossier, said, about)
        case "look":
            return _look(dossier, said)
        case "paper":
            return paper_turn(dossier, said, "register")
        case verb if verb in VERBS and comment:
            return _answer(dossier, said, comment)
        case _:
            return Turn(instead=queue_view(dossier, _afresh(said)))


def _afresh(said: Said) -> Said:
    """The next card begins empty."""
    return replace(said, inputs={})


def _answer(dossier: Dossier, said: Said, comment: Comment) -> Turn:
    if comment.disposition != "open":
        return Turn(instead=answered_view(dossier, said, comment))
    if said.verb in ("accept", "partly"):
        chosen = said.inputs.get("subject", "")
        picked = {"subject": chosen} if dossier.get(Measure, chosen) else {}
        about = {**_last(said), "as": said.verb, **picked}
        return Turn(instead=editing_view(dossier, said, comment, about, {}))
    if said.verb in ("accept_now", "partly_now"):
        return _into_draft(dossier, said, comment)
    wrong = wrong_with(reason_of(said))
    if wrong:
        last = _last(said).get("last", "")
        return Turn(instead=remark_view(dossier, said, comment, last=last, wrong=wrong))
    return answered(dossier, said, _placed(dossier, said, comment), reason_of(said), Turn())


def _placed(dossier: Dossier, said: Said, comment: Comment) -> Comment:
    """A remark about the plan as a whole, under the measure that was chosen for it."""
    chosen = dossier.get(Measure, said.inputs.get("subject"))
    return altered(comment, subject=chosen.key) if chosen and not comment.subject else comment


def _last(said: Said) -> dict[str, str]:
    last = said.card.about.get("last", "") if said.card else ""
    return {"last": last} if last else {}


def _into_draft(dossier: Dossier, said: Said, comment: Comment) -> Turn:
    """The measure as it was filled in, and the answer to the remark, in the same act."""
    about = dict(said.card.about) if said.card else {}
    subject = dossier.get(Measure, about.get("subject") or comment.subject)
    read = (
        read_measure(dossier, said, comment, subject)
        if subject
        else read_new(dossier, said, comment)
    )
    changes = bool(read.wrong) or read.before != read.after
    wrong = {**read.wrong, **_reason_wrong(said, about["as"], changes=changes)}
    clash = subject is not None and twice(dossier, said, subject)
    if wrong or clash:
        about["typed"] = "yes"
        mine = as_now(dossier, said, subject) if subject else said
        view = editing_view(dossier, mine, comment, about, wrong)
        both = both_of(dossier, said, subject, view) if subject and clash else view
        return Turn(instead=both)
    changed = changing(said, read.before, read.after, because=f"comment/{comment.key}")
    why = reason_of(said) or _what(dossier, comment, read)
    if subject and not comment.subject:
        comment = altered(comment, subject=subject.key)
    return answered(dossier, said, comment, why, changed)


def _reason_wrong(said: Said, as_: str, *, changes: bool) -> Mapping[str, Text]:
    why = reason_of(said)
    if why or as_ == "partly":
        wrong = wrong_with(why)
        return {"why": wrong} if wrong else {}
    return {} if changes else {"": NEEDED}


def _what(dossier: Dossier, comment: Comment, read: Read) -> str:
    """What changed, for the partner, in the language of the plan."""
    if read.after is None:
        return ""
    if read.before is None:
        added = Text(nl="Toegevoegd als {key}.", en="Added as {key}.")
        return added.fill(key=read.after.key).within(dossier.plan.language)
    found = altered_lines(dossier, read.before, read.after, comment.org)
    labels = ", ".join(one.label.within(dossier.plan.language).lower() for one in found)
    words = Text(nl="Aangepast in {key}: {what}.", en="Changed in {key}: {what}.")
    said = words.fill(key=read.after.key, what=labels or "–")
    return said.within(dossier.plan.language)


def answered(dossier: Dossier, said: Said, comment: Comment, why: str, changed: Turn) -> Turn:
    """The remark with its answer, whoever can be told now, the receipt and the next card."""
    done = altered(
        comment,
        disposition=VERBS[said.verb or ""],
        reply=why,
        processed_by=said.who.key,
        processed_at=said.at,
    )
    event = registered(said, "processed", comment.key, after=f"{done.disposition}: {why}")
    kept = (*changed.keep, done, event)
    after = dossier.plus(kept, changed.drop)
    told = telling(after, said, comment.round, comment.org)
    receipt = _receipt(dossier, done, told=bool(told))
    turn = Turn(keep=(*kept, *told), drop=changed.drop, instead=receipt)
    return turn + _next(after.plus(told), said, comment.key)


def _next(dossier: Dossier, said: Said, last: str) -> Turn:
    """The next remark; for the coordinator the step again when there is none."""
    view = queue_view(dossier, _afresh(said), last)
    if is_coordinator(dossier, said.who) and not waiting(dossier, said.who) and _is_register(view):
        return Turn(onward=True)
    return Turn(replies=(Reply(view=view),))


def _is_register(view: View) -> bool:
    return "comment" not in view.about and "measure" not in view.about


def _receipt(dossier: Dossier, comment: Comment, *, told: bool) -> View:
    title = Text(nl="Opgeslagen: {key} · {what}", en="Saved: {key} · {what}")
    reply = Text(nl="Aan de partner", en="To the partner")
    rows = [(reply, Text.verbatim(comment.reply))] if comment.reply else []
    words = Text(nl="{org} hoort dit nu.", en="{org} is told now.") if told else BACK_WORD
    name = dossier.organisation_name(comment.org)
    line = words.fill(org=name) if told else words
    return View(
        title=title.fill(key=named(dossier, comment), what=disposition(comment)),
        elements=(Facts(rows=tuple(rows)), Words(text=line, tone="subtle")),
    )


BACK_WORD = Text(
    nl="De partner hoort dit als al zijn opmerkingen een antwoord hebben. Terugdraaien? Typ "
    '"opmerkingen".',
    en='The partner is told when all its remarks have an answer. Undo it? Type "remarks".',
)


def _together(
    dossier: Dossier, said: Said, comment: Comment | None, about: Mapping[str, str]
) -> Turn:
    measure = about.get("measure") or (comment.subject if comment else "") or ""
    if not contradicts(dossier, measure, remarks=said.verb == "both"):
        return Turn(instead=told(queue_view(dossier, _afresh(said)), SETTLED))
    turn = both(dossier, said, measure) if said.verb == "both" else aside(said, measure)
    last = next((r.key for r in turn.keep if isinstance(r, Comment)), measure)
    return turn + _next(dossier.plus(turn.keep, turn.drop), said, last)


def _undo(dossier: Dossier, said: Said, about: Mapping[str, str]) -> Turn:
    key = about.get("last", "") if said.verb == "undo" else about.get("comment", "")
    comment = dossier.get(Comment, key)
    if comment is None or comment.disposition == "open":
        turn = taken_back_aside(dossier, said, f"contradiction/{key}")
        after = dossier.plus(turn.keep, turn.drop)
        return replace(turn, instead=queue_view(after, _afresh(said)))
    if said.verb == "reopen" and moved(said, seal(comment)):
        return Turn(instead=done_view(dossier, comment, SINCE))
    back = taken_back_remark(dossier, said, comment)
    if back is None:
        return Turn(instead=done_view(dossier, comment, CHANGED_SINCE))
    after = dossier.plus(back.keep, back.drop)
    again = after.get(Comment, key)
    view = remark_view(after, _afresh(said), again) if again else queue_view(after, _afresh(said))
    title = Text(nl="Opgeslagen: {key} is weer open", en="Saved: {key} is open again")
    receipt = View(title=title.fill(key=named(dossier, comment)))
    return replace(back, instead=receipt, replies=(Reply(view=view),))


def _look(dossier: Dossier, said: Said) -> Turn:
    comment = dossier.get(Comment, said.inputs.get("remark"))
    if comment is None or not may_process(dossier, said.who, comment):
        return Turn(instead=register_view(dossier, _afresh(said)))
    view = (
        remark_view(dossier, _afresh(said), comment)
        if comment.disposition == "open"
        else done_view(dossier, comment)
    )
    return Turn(instead=view)
