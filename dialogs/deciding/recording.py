"""Recording what a body decided, by the coordinator or by a member of that body."""

from __future__ import annotations

from dataclasses import replace

from dialogs import phrases
from dialogs.clashing import both_texts
from dialogs.deciding.body import body_view, recorded, stamp
from dialogs.deciding.words import CHANGED, HELD, LONG, SHORT, choices_of, decision_said, state_of
from dialogs.filled import fault
from dialogs.post import message
from dialogs.reason import reason_of, wrong_with
from dialogs.registering import registered
from dialogs.turn import Reply, Said, Turn
from dialogs.view import Facts, View, Words
from plan import amending
from plan.answering import clean
from plan.bodies import opening, the
from plan.calendar import local
from plan.dates import day_said
from plan.dossier import Dossier
from plan.records import Confirmed, DecisionStep, Message, Record, altered
from plan.rights import Of, can, is_coordinator
from plan.route import before, route, with_body
from plan.standing import closing, only_heard
from plan.text import Text


def body_of(dossier: Dossier, said: Said) -> DecisionStep | None:
    """The body of the card, when the speaker may speak for it."""
    key = said.card.about.get("body") if said.card else None
    body = next((one for one in route(dossier) if one.key == key and not one.skipped), None)
    mine = body is not None and can(dossier, said.who, "decide", Of(body=body.key))
    return body if mine else None


def record(dossier: Dossier, said: Said) -> Turn:
    """Keep the decision; what follows from it comes with the next card."""
    body = body_of(dossier, said)
    if body is None:
        return Turn(replies=(Reply(text=phrases.NOT_YOURS),))
    if closing(dossier, "decision") and not only_heard(body):
        return Turn(instead=View(title=CLOSED))
    if said.card and said.card.about.get("stamp") != stamp(body):
        now = body_view(dossier, replace(said, inputs=recorded(body)), body)
        return Turn(instead=both_texts(now, body_view(dossier, said, body)))
    wrong = _wrong(dossier, said, body)
    if wrong:
        return Turn(instead=body_view(dossier, said, body, wrong))
    return _kept(dossier, said, body)


CLOSED = Text(
    nl="De stap is gesloten; er is niets veranderd. Moet dit besluit anders? Heropen dan de stap.",
    en="The step is closed; nothing was changed. Must it change? Reopen the step first.",
)


def _wrong(dossier: Dossier, said: Said, body: DecisionStep) -> dict[str, Text]:
    """What is wrong, by the input it is about."""
    given = said.inputs
    decision, text = given.get("decision", ""), clean(given.get("text", ""))
    day, today = day_said(given.get("decided_on", "")), local(said.at).date()
    found: dict[str, Text | None] = {
        "reference": fault(clean(given.get("reference", "")), SHORT // 2),
        "text": fault(text, LONG),
    }
    if decision not in dict(choices_of(body)):
        found["decision"] = Text(nl="Kies wat er is besloten.", en="Choose what was decided.")
    if day is None or day > today:
        found["decided_on"] = Text(
            nl="Kies vandaag of een eerdere dag.", en="Choose today or an earlier day."
        )
    if decision == CHANGED and not text:
        found["text"] = Text(nl="Schrijf op wat er anders moet.", en="Write what must change.")
    later = day_said(given.get("next_day", ""))
    if decision == HELD and (later is None or later <= today):
        found["next_day"] = Text(nl="Kies een dag na vandaag.", en="Choose a day after today.")
    if before(dossier, body):
        found["why"] = _wrong_reason(dossier, said)
    return {name: words for name, words in found.items() if words}


def _wrong_reason(dossier: Dossier, said: Said) -> Text | None:
    if not is_coordinator(dossier, said.who):
        return Text(
            nl="Een ander orgaan gaat eerst. Alleen de coördinator kan hiervan afwijken.",
            en="Another body goes first. Only the coordinator can depart from that.",
        )
    return wrong_with(reason_of(said))


def _kept(dossier: Dossier, said: Said, body: DecisionStep) -> Turn:
    decided = _decided(said, body)
    keep: list[Record] = [*with_body(dossier, decided), *_events(dossier, said, decided)]
    keep += _told(dossier, said, decided)
    settled = dossier.get(Confirmed, amending.done_key(body))
    title = Text(nl="Opgeslagen: besluit van {body}", en="Saved: decision of {body}").fill(
        body=the(body)
    )
    rows = ((opening(the(body)), state_of(decided)),)
    words = (Words(text=Text.verbatim(decided.text)),) if decided.text else ()
    return Turn(
        keep=tuple(keep),
        drop=(settled,) if settled else (),
        instead=View(title=title, elements=(Facts(rows=rows), *words)),
        onward=True,
    )


def _decided(said: Said, body: DecisionStep) -> DecisionStep:
    given, decision = said.inputs, said.inputs["decision"]
    return altered(
        body,
        decision=decision,
        decided_on=day_said(given["decided_on"]),
        day=day_said(given.get("next_day", "")) if decision == HELD else body.day,
        deadline=None if decision == HELD else body.deadline,
        reference=clean(given.get("reference", "")) or None,
        text=clean(given.get("text", "")) or None,
        amended=body.amended if decision == CHANGED == body.decision else (),
        by=said.who.key,
        at=said.at,
    )


def _events(dossier: Dossier, said: Said, body: DecisionStep) -> tuple[Record, ...]:
    """What was decided, word for word, and the reason when it came before its turn."""
    after = " · ".join(part for part in (body.decision, body.reference, body.text) if part)
    decided = registered(said, "decided", body.key, after=after)
    if not before(dossier, body):
        return (decided,)
    return (decided, registered(said, "overruled_order", body.key, after=reason_of(said)))


def _told(dossier: Dossier, said: Said, body: DecisionStep) -> tuple[Message, ...]:
    """The coordinator hears of a decision that somebody else recorded."""
    coordinator = dossier.coordinator
    if coordinator is None or coordinator.key == said.who.key:
        return ()
    about = f"{body.key}/{said.at.isoformat()}"
    return (message(said, "decided", coordinator.key, about, text=body.key),)


def told(body: DecisionStep) -> Text:
    """What the coordinator hears of a decision that somebody else recorded."""
    words = Text(
        nl='{body} heeft besloten: {decision}. Typ "besluit" voor wat er nu te doen is.',
        en='{body} has decided: {decision}. Type "decision" for what to do now.',
    )
    return words.fill(body=opening(the(body)), decision=decision_said(body.decision))
