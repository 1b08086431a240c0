"""Everything a measure says on one card: to change, to move, to merge or to take out."""

from __future__ import annotations

from dialogs.changing import changing
from dialogs.clashing import clash, seal
from dialogs.drafting.parts import LATER, SAVE, about, afresh, gone, named, receipt, stage_view
from dialogs.filled import NONE_WRONG, Wrong
from dialogs.measures.inputs import Sheet, texts_of
from dialogs.measures.people import likely_lead
from dialogs.measures.reading import Reading, own_words
from dialogs.measures.values import practices_known
from dialogs.turn import Said, Turn
from dialogs.view import Button, Element, Fold, View, Words
from plan.changes import changes_of
from plan.checks import findings
from plan.dates import on_day
from plan.dossier import Dossier, involved
from plan.labels import VERDICTS
from plan.records import ActionItem, Measure, Partnership, altered
from plan.rights import Of, can
from plan.text import Text
from plan.verdicts import follows, needs_reason

MEASURE = "measure"
REMOVE = Button(verb="remove", label=Text(nl="Verwijderen", en="Remove"), checks=False)
GIVE = Text(nl="Geef een reden bij dit besluit.", en="Give a reason for this verdict.")
FOLDS = (
    (
        Text(nl="Uren, kosten en dekking", en="Hours, costs and cover"),
        ("hours", "budget", "funding"),
    ),
    (
        Text(nl="Indeling", en="Classification"),
        ("chain_phase", "target", "reach", "instrument", "scope", "regional_lead"),
    ),
)


def view(
    dossier: Dossier,
    said: Said,
    measure: Measure,
    wrong: Wrong = NONE_WRONG,
) -> View:
    """What is asked most in sight, the rest in folds."""
    sheet = Sheet(dossier=dossier, said=said, wrong=wrong)
    old = measure.decision not in (None, "new")
    verdict = ("decision", "decision_reason") if old else ()
    main = ("title", *verdict, "lead", "partners", "start", "end", "cadence", "result")
    known = ("known",) if practices_known(dossier) else ()
    why = ("evidence", "evidence_note", *known, "practices")
    more = Text(nl="Omschrijving en plaats in het plan", en="Description and place in the plan")
    grounds = Text(nl="Onderbouwing en goede voorbeelden", en="Evidence and good practices")
    folds = ((more, ("description", "item")), (grounds, why), *FOLDS)
    twin = _twin(dossier, measure)
    merge = Text(nl="Samenvoegen met {m}", en="Merge with {m}")
    return stage_view(
        MEASURE,
        dossier.theme_of(measure),
        named(measure),
        (
            *_history(dossier, measure),
            *sheet.inputs(measure, *main, "indicator", lead=likely_lead(dossier, measure)),
            *(Fold(title=title, elements=sheet.inputs(measure, *names)) for title, names in folds),
        ),
        (
            SAVE,
            *((Button(verb="merge", label=merge.fill(m=twin.key), checks=False),) if twin else ()),
            REMOVE,
            LATER,
        ),
        measure=measure.key,
        seal=seal(measure),
        twin=twin.key if twin else "",
    )


def _history(dossier: Dossier, measure: Measure) -> tuple[Element, ...]:
    """Where it hangs, and when it was changed last."""
    item = dossier.get(ActionItem, measure.item)
    place = Text(nl="Onder {item}.", en="Under {item}.").fill(item=named(item)) if item else None
    made = changes_of(dossier, measure.key)
    last = Text(nl="Laatst gewijzigd: {day}, {who}.", en="Last changed: {day}, {who}.")
    found = [Words(text=place, tone="subtle")] if place else []
    if made:
        who = dossier.person_name(made[-1].by)
        told = last.fill(day=on_day(made[-1].at.date()), who=who)
        found.append(Words(text=told, tone="subtle"))
    return tuple(found)


def _twin(dossier: Dossier, measure: Measure) -> Measure | None:
    """The measure that this one is like, where nobody explained why both stay (C20)."""
    for finding in findings(dossier):
        pair = finding.subjects
        if finding.check == "C20" and not finding.dismissed and measure.key in pair:
            return dossier.get(Measure, pair[0] if pair[1] == measure.key else pair[1])
    return None


def hear(dossier: Dossier, said: Said, theme: str) -> Turn:
    measure = dossier.get(Measure, about(said, "measure"))
    if measure is None:
        return gone(said, about(said, "measure"), texts_of(about(said, "measure")))
    now = view(dossier, afresh(said), measure)
    if both := clash(said, now, view(dossier, own_words(dossier, said, [measure]), measure)):
        return both
    if said.verb == "merge":
        return _merged(dossier, said, measure)
    reading = Reading(dossier, said, measure)
    after = reading.becomes()
    wrong = reading.wrong
    bare = not after.decision_reason and needs_reason(dossier, after, after.decision or "")
    if bare and after.decision != measure.decision:
        wrong[f"decision_reason/{measure.key}"] = GIVE
    item = dossier.get(ActionItem, after.item)
    if item is None or not can(dossier, said.who, "draft", Of(theme=item.theme)):
        after = altered(after, item=measure.item)
    if wrong:
        return Turn(instead=view(dossier, said, measure, wrong))
    turn = changing(said, measure, after, because="draft")
    return turn + Turn(instead=receipt(said, _summed(after)))


def _summed(measure: Measure) -> Text:
    verdict = VERDICTS.get(measure.decision or "")
    return named(measure) + (Text.verbatim(" · ") + verdict if verdict else Text.verbatim(""))


def _stopped(dossier: Dossier, twin: Measure, into: Measure) -> Measure | None:
    """One of last year stays visible as stopped; one that was made just now goes."""
    if twin.decision == "new" or not follows(dossier):
        return None
    why = Text(nl="Samengevoegd met {m}.", en="Merged with {m}.").fill(m=into.key)
    reason = why.within(dossier.plan.language)
    return altered(twin, decision="stop", decision_reason=reason)


def _merged(dossier: Dossier, said: Said, measure: Measure) -> Turn:
    """This one stays, with everybody and everything of the other."""
    twin = dossier.get(Measure, about(said, "twin"))
    if twin is None:
        return Turn()
    there = {p.org for p in measure.partners} | {measure.lead.org if measure.lead else None}
    joining = [p for p in twin.partners if p.org not in there]
    joining += [
        Partnership(org=org)
        for org in involved(twin)
        if org not in there and org not in {p.org for p in joining}
    ]
    after = altered(
        measure,
        partners=(*measure.partners, *joining),
        capacity=measure.capacity or twin.capacity,
        description=measure.description or twin.title,
        good_practices=tuple(dict.fromkeys((*measure.good_practices, *twin.good_practices))),
    )
    turn = changing(said, measure, after, because="draft")
    turn += changing(said, twin, _stopped(dossier, twin, measure), because="draft")
    what = Text(nl="{a} en {b} zijn samengevoegd", en="{a} and {b} were merged")
    return turn + Turn(instead=receipt(said, what.fill(a=measure.key, b=twin.key)))
