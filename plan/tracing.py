"""Why something is in the plan: facts with their source, their date and who may see them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from plan import labels
from plan.calendar import local
from plan.changes import changes_of
from plan.difference import differences
from plan.dossier import Dossier
from plan.question import Choice, Question, Topic, label_of
from plan.records import (
    ActionItem,
    Answer,
    Change,
    CollectiveSession,
    Comment,
    Concluded,
    DecisionStep,
    DiscussionPoint,
    Edition,
    IvpTheme,
    Measure,
    Outcome,
    Person,
    Proposal,
    Round,
    Theme,
)
from plan.rights import decides, is_coordinator, own_themes, reads
from plan.standing import adopted, agreed, closing, deciding_bodies
from plan.text import Text, joined


@dataclass(frozen=True, kw_only=True)
class Fact:
    """One thing that is known, and where it comes from.

    `org` is whose words it is, "" when it stands in the plan for all to read. `frank` marks an
    answer that was given to the municipality alone.
    """

    text: Text
    source: Text
    day: date | None = None
    timeless: bool = False
    """The day only says where it comes in the order."""
    org: str = ""
    frank: bool = False
    inside: bool = False
    """Hours, money and what the plan keeps internal: for who makes the plan alone."""


def visible(dossier: Dossier, fact: Fact, person: Person) -> bool:
    """Whose words it is sees it; answers else only the coordinator and the theme owners.

    What was done with remarks and proposals is in the register, for whoever decides or audits.
    """
    if is_coordinator(dossier, person) or own_themes(dossier, person):
        return True
    if fact.inside:
        return False
    if not fact.org or fact.org == person.org:
        return True
    registered = decides(dossier, person) or reads(dossier, person)
    return registered and not fact.frank


def may_ask_about(dossier: Dossier, person: Person, measure: Measure) -> bool:
    """A partner asks about its own measures; about all from the collective session on."""
    if is_coordinator(dossier, person) or own_themes(dossier, person):
        return True
    if decides(dossier, person) or adopted(dossier):
        return True
    if reads(dossier, person):
        return False
    shared = any(closing(dossier, step) for step in ("check", "check_2"))
    return shared or (person.org is not None and measure in dossier.measures_with(person.org))


def facts(dossier: Dossier, subject: str, topics: Iterable[Topic]) -> tuple[Fact, ...]:
    """Everything known of a measure, an item or a theme: the plan first, then what happened."""
    questions = {q.id: q for topic in topics for q in topic.questions}
    happened = (
        *_history(dossier, subject),
        *_answers(dossier, subject, questions),
        *_concluded(dossier, subject),
        *_remarks(dossier, subject),
        *_proposals(dossier, subject),
        *_session(dossier, subject),
        *_changes(dossier, subject),
        *_decisions(dossier, subject),
    )
    dated = sorted(happened, key=lambda fact: fact.day or date.min)
    return (*hangs_from(dossier, subject), *dated)


# What the plan says


def hangs_from(dossier: Dossier, subject: str) -> Iterator[Fact]:
    """The item, the main line of the IVP and the principles it hangs from."""
    measure = dossier.get(Measure, subject)
    item = dossier.get(ActionItem, measure.item if measure else subject)
    if item and measure:
        yield Fact(text=_coded(item.key, item.title), source=_named("Actiepunt", "Action item"))
    theme = item.theme if item else subject
    title = dossier.title(theme)
    yield Fact(text=_coded(theme, title), source=_named("Thema", "Theme"))
    if item:
        yield from _ivp(dossier, item)
    goal = dossier.goal(theme)
    if goal:
        yield Fact(text=Text.verbatim(goal), source=_named("Doel", "Goal"))
    if measure and measure.decision:
        source = _named("Besluit in het plan", "Verdict in the plan")
        yield Fact(text=_verdict(measure), source=source, day=_adopted_on(dossier))


def _ivp(dossier: Dossier, item: ActionItem) -> Iterator[Fact]:
    plan, theme = dossier.plan, dossier.get(IvpTheme, item.theme)
    lines = {line.id: line.text for line in theme.main_lines} if theme else {}
    if item.ivp_line:
        words = lines.get(item.ivp_line, item.ivp_line)
        source = Text(nl="Hoofdlijn {ivp}", en="Main line of {ivp}").fill(ivp=plan.ivp.title)
        yield Fact(text=Text.verbatim(words), source=source, day=plan.ivp.adopted_on)
    principles = {one.id: one.text for one in plan.ivp.guiding_principles}
    for key in item.principles:
        yield Fact(
            text=Text.verbatim(principles.get(key, key)),
            source=_named("Uitgangspunt", "Guiding principle"),
        )
    if item.desired_effect:
        source = _named("Beoogd effect", "Intended effect")
        yield Fact(text=Text.verbatim(item.desired_effect), source=source)


def _verdict(measure: Measure) -> Text:
    verdict = labels.VERDICTS[str(measure.decision)]
    why = measure.decision_reason
    return joined([verdict, Text.verbatim(why)], ": ") if why else verdict


def _coded(key: str, title: str) -> Text:
    return Text.verbatim(title if title == key else f"{key} {title}")


def _named(nl: str, en: str) -> Text:
    return Text(nl=nl, en=en)


def _adopted_on(dossier: Dossier) -> date | None:
    bodies = deciding_bodies(dossier)
    return _decided_on(bodies[-1]) if bodies and agreed(bodies[-1]) else None


def _decided_on(body: DecisionStep) -> date | None:
    return body.decided_on or (local(body.at).date() if body.at else body.day)


# What happened


def _history(dossier: Dossier, subject: str) -> Iterator[Fact]:
    measure = dossier.get(Measure, subject)
    for past in measure.history if measure else ():
        parts = [
            labels.PROGRESS.get(past.progress or ""),
            labels.EFFECTS.get(past.effect or ""),
            labels.LIGHTS.get(past.light or ""),
            Text.verbatim(past.note) if past.note else None,
        ]
        words = joined([part for part in parts if part], ", ")
        source = Text(nl="Voortgang {year}", en="Progress {year}").fill(year=past.year)
        yield Fact(text=words, source=source, day=date(past.year, 12, 31), timeless=True)


ROUNDS = {
    "evaluation": _named("evaluatieve ronde", "evaluative round"),
    "check": _named("bilaterale check", "bilateral check"),
    "check_1": _named("eerste bilaterale check", "first bilateral check"),
    "check_2": _named("tweede bilaterale check", "second bilateral check"),
    "progress": _named("voortgangsronde", "progress round"),
}


def _answers(dossier: Dossier, subject: str, questions: dict[str, Question]) -> Iterator[Fact]:
    """What each organisation answered about it, round by round."""
    given: dict[tuple[str, str], list[Answer]] = {}
    for answer in dossier.all(Answer):
        if answer.subject == subject and answer.question in questions:
            given.setdefault((answer.round, answer.org), []).append(answer)
    for (key, org), answers in given.items():
        round_ = dossier.get(Round, key)
        if round_ and round_.step != "previous":
            said = joined([_said(questions[a.question], a) for a in answers], "; ")
            yield Fact(
                text=Text.verbatim(f"{dossier.organisation_name(org)}: ") + said,
                source=ROUNDS.get(round_.step, Text.verbatim(round_.step)),
                day=local(max(a.at for a in answers)).date(),
                org=org,
                frank=True,
            )


def _said(question: Question, answer: Answer) -> Text:
    """`advies: stoppen – omdat …`, with what the question is called."""
    kind, parts = question.kind, []
    if answer.value is not None and isinstance(kind, Choice):
        parts.append(label_of(kind.options, answer.value))
    if answer.text:
        parts.append(Text.verbatim(answer.text))
    short = Text(nl=question.short.nl.lower(), en=question.short.en.lower())
    return joined([short, joined(parts, " – ")], ": ")


def _concluded(dossier: Dossier, subject: str) -> Iterator[Fact]:
    found = dossier.get(Concluded, subject)
    if found:
        parts = [labels.PROGRESS.get(found.progress or ""), labels.EFFECTS.get(found.effect or "")]
        source = _named("vastgesteld na de evaluatieve ronde", "settled after the evaluation")
        words = joined([part for part in parts if part], ", ")
        yield Fact(text=words, source=source, day=local(found.at).date())


def _remarks(dossier: Dossier, subject: str) -> Iterator[Fact]:
    for remark in dossier.all(Comment):
        if remark.subject == subject:
            round_ = dossier.get(Round, remark.round)
            step = round_.step if round_ else remark.round.rpartition("-")[0]
            words = Text.verbatim(f"{dossier.organisation_name(remark.org)}: “{remark.text}”")
            yield Fact(
                text=_with_outcome(words, remark.disposition, remark.reply),
                source=ROUNDS.get(step, _named("opmerking", "remark")),
                day=_said_on(remark, round_),
                org=remark.org,
            )


def _said_on(remark: Comment, round_: Round | None) -> date | None:
    at = remark.at or (round_.opened_at if round_ else None)
    return local(at).date() if at else None


def _proposals(dossier: Dossier, subject: str) -> Iterator[Fact]:
    for proposal in dossier.all(Proposal):
        if subject not in (proposal.becomes, proposal.item):
            continue
        names = ", ".join(dossier.organisation_name(org) for org in proposal.by)
        said = proposal.text or proposal.title
        words = Text.verbatim(f"{names}: “{said}”" if names else f"“{said}”")
        answer = dossier.get(Answer, proposal.answer)
        yield Fact(
            text=_with_outcome(words, proposal.status, proposal.reason),
            source=_named("voorstel", "proposal"),
            day=local(answer.at).date() if answer else None,
            org=proposal.by[0] if proposal.by else "",
        )


def _with_outcome(words: Text, disposition: str, why: str | None) -> Text:
    done = labels.DISPOSITIONS.get(disposition)
    parts = [words, *((done,) if done else ()), *((Text.verbatim(why),) if why else ())]
    return joined(parts, " → " if done else " ")


def _session(dossier: Dossier, subject: str) -> Iterator[Fact]:
    """The points about it in the session, with what came of them."""
    held = next((s.day for s in dossier.all(CollectiveSession) if s.day), None)
    outcomes = {outcome.point: outcome for outcome in dossier.all(Outcome)}
    for point in dossier.all(DiscussionPoint):
        if subject in point.subjects:
            outcome = outcomes.get(point.key)
            words = Text.verbatim(f"“{point.question}”")
            said = joined([words, _outcome(dossier, outcome)], " → ") if outcome else words
            source = _named("collectieve sessie", "collective session")
            day = held or (local(outcome.at).date() if outcome and outcome.at else None)
            yield Fact(text=said, source=source, day=day)


def _outcome(dossier: Dossier, outcome: Outcome) -> Text:
    votes = ", ".join(f"{option} {n}" for option, n in outcome.votes.items())
    owner = dossier.person_name(outcome.owner)
    parts = [outcome.decision, f"({votes})" if votes else "", f"– {owner}" if owner else ""]
    return Text.verbatim(" ".join(part for part in parts if part))


def _changes(dossier: Dossier, subject: str) -> Iterator[Fact]:
    """What was changed, by whom and because of what."""
    for made in changes_of(dossier, subject):
        if made.kind in PARTS_OF_THE_PLAN:
            yield from _changed(dossier, made)


PARTS_OF_THE_PLAN = ("Measure", "ActionItem", "Theme", "IvpTheme")
MEANS = ("capacity", "budget_eur", "funding")


def _changed(dossier: Dossier, made: Change) -> Iterator[Fact]:
    """What everybody may know of a change, and apart from it hours and money."""
    measure = dossier.get(Measure, made.subject)
    internal = measure is not None and measure.visibility == "internal"
    hidden = (*MEANS, "planning") if internal else MEANS
    by = Text(nl="{why}, door {name}", en="{why}, by {name}")
    source = by.fill(why=because(dossier, made), name=dossier.person_name(made.by))
    found = differences(dossier, made)
    for inside in (False, True):
        own = [d for d in found if (d.field in hidden) is inside]
        words = joined([joined([one.label, one.words], ": ") for one in own], "; ")
        if own:
            day = local(made.at).date()
            yield Fact(text=words, source=source, day=day, inside=inside)


BECAUSE = {
    "draft": _named("eerste uitwerking", "first draft"),
    "verdict": _named("besluit over de maatregel", "verdict on the measure"),
    "proposal": _named("voorstel", "proposal"),
    "comment": _named("opmerking", "remark"),
    "outcome": _named("uitkomst van de sessie", "outcome of the session"),
    "decision": _named("wijziging door", "changed by"),
    "amendment": _named("wijziging van het plan", "amendment of the plan"),
    "progress": _named("voortgangsronde", "progress round"),
}


def because(dossier: Dossier, made: Change) -> Text:
    """What led to a change, with whose remark it was or which body wanted it."""
    kind, _, key = made.because.partition("/")
    words = BECAUSE.get(kind, Text.verbatim(kind))
    if kind == "decision":
        return joined([words, Text.verbatim(key)])
    if kind == "amendment":
        version = _version(dossier, made)
        return joined([words, version]) if version else words
    return words


def _version(dossier: Dossier, made: Change) -> Text | None:
    found = next((e for e in dossier.all(Edition) if e.at == made.at), None)
    return Text(nl="({v})", en="({v})").fill(v=found.key) if found else None


def _decisions(dossier: Dossier, subject: str) -> Iterator[Fact]:
    """Which bodies decided on the plan it stands in, and what they wanted changed."""
    if dossier.get(Measure, subject) is None and dossier.get(Theme, subject) is None:
        return
    for body in sorted(dossier.all(DecisionStep), key=lambda one: one.order):
        if body.decision:
            said = (body.decision, body.reference, body.text if subject in body.amended else None)
            words = Text.verbatim(", ".join(part for part in said if part))
            yield Fact(text=words, source=Text.verbatim(body.body), day=_decided_on(body))
