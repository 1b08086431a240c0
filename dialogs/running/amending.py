"""The coordinator changes a measure of an adopted plan, and the plan gets a version."""

from __future__ import annotations

from dataclasses import replace

from dialogs.changing import changing
from dialogs.clashing import clash
from dialogs.filled import Wrong
from dialogs.measures.reading import Reading, own_words
from dialogs.post import message
from dialogs.reason import reason_of, wrong_with
from dialogs.registering import registered
from dialogs.running.amend_card import ADDED, amend_view
from dialogs.running.common import NOT_RUNNING, runs
from dialogs.turn import Reply, Said, Turn
from dialogs.view import Button, Facts, Pick, View
from plan.amendments import bodies, concerned, next_version, stopped
from plan.answering import plain
from plan.codes import NEW, placed
from plan.dossier import Dossier
from plan.editions import edition
from plan.progress import active
from plan.records import Measure, Message, Person, altered
from plan.text import Text, joined

CHOOSING = "running.choosing"
DIALOG = "running.amending"


def choose_view(dossier: Dossier, said: Said) -> View:
    """Which measure, or a new one."""
    if not runs(dossier):
        return NOT_RUNNING
    new = (NEW, Text(nl="Een nieuwe maatregel", en="A new measure"))
    own = tuple((m.key, Text.verbatim(f"{m.key} {m.title}")) for m in active(dossier))
    return View(
        title=Text(nl="Wijziging van het plan", en="Amendment of the plan"),
        elements=(
            Pick(
                id="measure",
                label=Text(nl="Welke maatregel?", en="Which measure?"),
                choices=(*own, new),
                value=own[0][0] if own else NEW,
            ),
        ),
        buttons=(Button(verb="choose", label=Text(nl="Verder", en="Next"), primary=True),),
        dialog=CHOOSING,
    )


def chosen(dossier: Dossier, said: Said) -> Turn:
    if not runs(dossier):
        return Turn(instead=NOT_RUNNING)
    return Turn(instead=amend_view(dossier, said, said.inputs.get("measure", NEW)))


def amend_turn(dossier: Dossier, said: Said, rest: str) -> Turn:
    """`wijziging`, or at once `wijziging m11`."""
    if not runs(dossier):
        return Turn(replies=(Reply(view=NOT_RUNNING),))
    named = names_measure(dossier, rest)
    view = amend_view(dossier, said, named) if named else choose_view(dossier, said)
    return Turn(replies=(Reply(view=view),))


def names_measure(dossier: Dossier, words: str) -> str | None:
    """The code of a running measure, or of a new one."""
    if words in ("nieuw", "nieuwe maatregel", "new", "new measure"):
        return NEW
    return next((m.key for m in active(dossier) if plain(m.key) == words), None)


def hear(dossier: Dossier, said: Said) -> Turn:
    """Keep it under the next version, and tell the partners of the measure."""
    if not runs(dossier):
        return Turn(instead=NOT_RUNNING)
    key = said.card.about.get("measure", NEW) if said.card else NEW
    before = dossier.get(Measure, key)
    if key != NEW and before is None:
        return Turn(instead=View(title=GONE.fill(code=key)))
    if before and (both := _clash(dossier, said, before)):
        return both
    after, wrong = _amended(dossier, said, before)
    if not wrong and after == before:
        wrong = {"": NOTHING}
    if wrong:
        return Turn(instead=amend_view(dossier, said, key, wrong))
    return _kept(dossier, said, before, after)


def _clash(dossier: Dossier, said: Said, now: Measure) -> Turn | None:
    """The own changes, with what somebody else made of the measure since the card."""
    mine = own_words(dossier, said, [now])
    fresh = amend_view(dossier, _asked_of(said), now.key)
    return clash(said, fresh, amend_view(dossier, mine, now.key))


def _asked_of(said: Said) -> Said:
    """Without what was typed about the measure; the reason is of the speaker alone."""
    own = {id_: value for id_, value in said.inputs.items() if "/" not in id_}
    return replace(said, inputs=own)


GONE = Text(
    nl="{code} staat niet meer in het plan; er is niets opgeslagen.",
    en="{code} is no longer in the plan; nothing was saved.",
)
NOTHING = Text(nl="Er is niets veranderd.", en="Nothing was changed.")


def _amended(dossier: Dossier, said: Said, before: Measure | None) -> tuple[Measure, Wrong]:
    """The measure as it becomes, and what is wrong with what was filled in."""
    reading, why = Reading(dossier, said, before or ADDED), reason_of(said)
    after, wrong = reading.becomes(), reading.wrong
    no_reason = wrong_with(why)
    if no_reason:
        wrong["why"] = no_reason
    if before is None:
        after = placed(dossier, altered(after, decision_reason=why))
        if after.lead is None:
            wrong.setdefault(f"lead/{NEW}", WHO)
    return (stopped(after, why) if said.inputs.get("goes_on") == "stop" else after), wrong


WHO = Text(nl="Wie trekt de nieuwe maatregel?", en="Who leads the new measure?")


def _kept(dossier: Dossier, said: Said, before: Measure | None, after: Measure) -> Turn:
    why = reason_of(said)
    version = next_version(dossier)
    plan = altered(dossier.plan, version=version)
    turn = changing(said, before, after, because="amendment")
    turn += changing(said, dossier.plan, plan, because="amendment")
    route = _route(dossier, said)
    known = dossier.plus(turn.keep)
    noted = edition(known, by=said.who.key, at=said.at, why=f"{after.key}: {why}")
    event = registered(said, "amended", after.key, after=f"{version}: {why} ({route.nl})")
    told = _told(known, said, before, after)
    names = ", ".join(dossier.organisation_name(m.org) for m in told)
    rows = [
        (Text(nl="Maatregel", en="Measure"), Text.verbatim(f"{after.key} {after.title}")),
        (Text(nl="Reden", en="Reason"), Text.verbatim(why)),
        (Text(nl="Bestuur", en="Bodies"), route),
    ]
    if names:
        rows.append((Text(nl="Bericht aan", en="Told"), Text.verbatim(names)))
    title = Text(
        nl="Opgeslagen. Het plan is nu versie {version}.",
        en="Saved. The plan is now version {version}.",
    )
    return turn + Turn(
        keep=(noted, event, *told),
        instead=View(title=title.fill(version=version), elements=(Facts(rows=tuple(rows)),)),
        onward=True,
    )


def _route(dossier: Dossier, said: Said) -> Text:
    """Whether a body hears of it, as it goes into the register."""
    hears, decides = bodies(dossier)
    match said.inputs.get("route"):
        case "inform":
            return joined([Text.verbatim(hears), Text(nl="ter kennisname", en="for information")])
        case "decide":
            words = Text(nl="besluit van {body} nodig", en="decision of {body} needed")
            return words.fill(body=decides)
        case _:
            return Text(nl="geen besluit nodig", en="no decision needed")


def _told(
    dossier: Dossier, said: Said, before: Measure | None, after: Measure
) -> tuple[Message, ...]:
    """A partner of the measure hears what changes for it."""
    found = []
    for org in concerned(before, after):
        person = _contact(dossier, org, after)
        if person and person.key not in (said.who.key, dossier.plan.coordinator):
            about = f"{dossier.plan.version}/{after.key}"
            found.append(message(said, "amended_plan", person.key, about, org=org, text=after.key))
    return tuple(found)


def _contact(dossier: Dossier, org: str, measure: Measure) -> Person | None:
    """Who leads it, else the contact of the organisation."""
    lead = dossier.get(Person, measure.lead.person) if measure.lead else None
    if lead and lead.org == org:
        return lead
    return next(iter(dossier.people_of(org)), None)
