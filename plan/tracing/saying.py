"""What was said and settled about a part of the plan, in which round."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plan import labels
from plan.calendar import local
from plan.dossier import Dossier
from plan.question import Choice, Question, label_of
from plan.records import Answer, Comment, Concluded, Measure, Proposal, Round
from plan.text import Text, joined
from plan.tracing.fact import Fact, named


def history(dossier: Dossier, subject: str) -> Iterator[Fact]:
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
    "evaluation": named("evaluatieve ronde", "evaluative round"),
    "check": named("bilaterale check", "bilateral check"),
    "check_1": named("eerste bilaterale check", "first bilateral check"),
    "check_2": named("tweede bilaterale check", "second bilateral check"),
    "progress": named("voortgangsronde", "progress round"),
}


def answers(dossier: Dossier, subject: str, questions: dict[str, Question]) -> Iterator[Fact]:
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


def concluded(dossier: Dossier, subject: str) -> Iterator[Fact]:
    found = dossier.get(Concluded, subject)
    if found:
        parts = [labels.PROGRESS.get(found.progress or ""), labels.EFFECTS.get(found.effect or "")]
        source = named("vastgesteld na de evaluatieve ronde", "settled after the evaluative round")
        words = joined([part for part in parts if part], ", ")
        yield Fact(text=words, source=source, day=local(found.at).date())


def remarks(dossier: Dossier, subject: str) -> Iterator[Fact]:
    for remark in dossier.all(Comment):
        if remark.subject == subject:
            round_ = dossier.get(Round, remark.round)
            step = round_.step if round_ else remark.round.rpartition("-")[0]
            words = Text.verbatim(f"{dossier.organisation_name(remark.org)}: “{remark.text}”")
            yield Fact(
                text=_with_outcome(words, remark.disposition, remark.reply),
                source=ROUNDS.get(step, named("opmerking", "remark")),
                day=_said_on(remark, round_),
                org=remark.org,
            )


def _said_on(remark: Comment, round_: Round | None) -> date | None:
    at = remark.at or (round_.opened_at if round_ else None)
    return local(at).date() if at else None


def proposals(dossier: Dossier, subject: str) -> Iterator[Fact]:
    for proposal in dossier.all(Proposal):
        if subject not in (proposal.becomes, proposal.item):
            continue
        names = ", ".join(dossier.organisation_name(org) for org in proposal.by)
        said = proposal.text or proposal.title
        words = Text.verbatim(f"{names}: “{said}”" if names else f"“{said}”")
        answer = dossier.get(Answer, proposal.answer)
        yield Fact(
            text=_with_outcome(words, proposal.status, proposal.reason),
            source=named("voorstel", "proposal"),
            day=local(answer.at).date() if answer else None,
            org=proposal.by[0] if proposal.by else "",
        )


def _with_outcome(words: Text, disposition: str, why: str | None) -> Text:
    done = labels.DISPOSITIONS.get(disposition)
    parts = [words, *((done,) if done else ()), *((Text.verbatim(why),) if why else ())]
    return joined(parts, " → " if done else " ")
