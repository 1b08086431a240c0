"""What a session should talk about: worked out from disagreement, conflicts, leads and gaps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plan import agenda_words as words
from plan.aggregate import FEW, Picture, diverging
from plan.checks import Finding, findings, lacking
from plan.checks.active import active
from plan.dossier import Dossier
from plan.question import Topic
from plan.records import ActionItem, Comment, DiscussionPoint, Measure, Proposal, Theme
from plan.sessions import AGREED, SESSION, points_of
from plan.text import Text, slug

MOST = 6
"""Points on an agenda; what is agreed comes after them, together (domain 2.3, J5)."""
HEAVIER, LIGHTER = ("zwaarder",), ("lichter", "loslaten")
NAMED = 2
"""Up to so many measures are named in a question, so that it stays one that can be read out."""
QUOTED = 120
"""Characters of a remark in a question."""
FOR, AGAINST = ("doorgaan", "versterken"), ("minder", "stoppen", "anders")


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """A point that the plan itself calls for; what weighs most comes first."""

    kind: str
    subjects: tuple[str, ...]
    question: Text
    why: Text
    minutes: int
    rank: int
    weight: float = 0

    @property
    def id(self) -> str:
        return slug("-".join((self.kind, *self.subjects)))


def candidates(dossier: Dossier, topics: tuple[Topic, ...]) -> tuple[Candidate, ...]:
    """Everything that could be discussed, disagreement first, each subject once.

    `topics` are those of the round whose answers are looked at.
    """
    made = (
        *_remarks(dossier),
        *_advice(dossier),
        *_views(dossier, topics),
        *_priorities(dossier),
        *_found(dossier),
        *_parked(dossier),
    )
    ordered = sorted(made, key=lambda one: (one.rank, -one.weight))
    seen: set[tuple[str, ...]] = set()
    kept = []
    for one in ordered:
        if one.subjects not in seen:
            seen.add(one.subjects)
            kept.append(one)
    return tuple(kept)


def proposed(found: Iterable[Candidate], room: int = MOST) -> tuple[Candidate, ...]:
    """The points for an agenda: the first of each kind, then what weighs most.

    No kind crowds out the others; parked proposals come only when they are asked for.
    """
    every = [one for one in found if one.rank < words.ASKED_FOR]
    kinds = {one.kind: one for one in reversed(every)}
    first = [one for one in every if kinds[one.kind] is one]
    chosen = [*first, *(one for one in every if one not in first)][:room]
    return tuple(one for one in every if one in chosen)


def fresh(
    dossier: Dossier, topics: tuple[Topic, ...], session: str = SESSION
) -> tuple[Candidate, ...]:
    """The candidates about what no point on the agenda is about yet."""
    taken = {s for p in points_of(dossier, session) if p.kind != AGREED for s in p.subjects}
    return tuple(c for c in candidates(dossier, topics) if not taken & set(c.subjects))


def agreed_measures(dossier: Dossier, points: Iterable[DiscussionPoint]) -> tuple[Measure, ...]:
    """The measures about which there is nothing to discuss: no point, finding or remark."""
    discussed = {subject for point in points for subject in point.subjects}
    busy = {f.subject for f in findings(dossier) if not f.dismissed and f.severity != "I"}
    busy |= {c.subject or "" for c in dossier.all(Comment) if c.disposition in OPEN}
    free = (m for m in active(dossier.measures) if m.key not in busy)
    return tuple(m for m in free if not discussed & {m.key, m.item})


OPEN = ("open", "to_session", "parked")


def _remarks(dossier: Dossier) -> Iterator[Candidate]:
    """Remarks that were sent to the session, and open ones of two partners on one subject.

    A remark about the plan as a whole is a subject of its own.
    """
    by_subject: dict[str, list[Comment]] = {}
    for comment in dossier.all(Comment):
        if comment.disposition in OPEN[:2]:
            by_subject.setdefault(comment.subject or comment.key, []).append(comment)
    for subject, comments in by_subject.items():
        orgs = dict.fromkeys(comment.org for comment in comments)
        sent = any(comment.disposition == "to_session" for comment in comments)
        if sent or len(orgs) > 1:
            noticed = any(comment.kind == "contradiction" for comment in comments)
            why = words.CONTRADICTION if noticed else words.REMARKS.fill(n=len(orgs))
            weight = len(orgs) + sent
            called = None if comments[0].subject else _quoted(comments[0].text)
            yield _candidate(
                dossier, words.REMARKED, (subject,), why, weight=weight, called=called
            )


def _quoted(remark: str) -> str:
    """As much of a remark as can be read out in a question."""
    line = " ".join(remark.split()).rstrip(".")
    return f"“{line}”" if len(line) <= QUOTED else f"“{line[:QUOTED].rstrip()}…”"


def _advice(dossier: Dossier) -> Iterator[Candidate]:
    """Partners who advise opposite things about one measure."""
    for measure in active(dossier.measures):
        given = [answer.value for answer in dossier.answers_to("M1", measure.key)]
        yes, no = sum(v in FOR for v in given), sum(v in AGAINST for v in given)
        if yes and no:
            enough = yes + no >= FEW
            why = words.OPPOSED.fill(yes=yes, no=no) if enough else words.OPPOSED_FEW
            weight = min(yes, no) + 0.5
            yield _candidate(dossier, words.AGAINST, (measure.key,), why, weight=weight)


def _views(dossier: Dossier, topics: tuple[Topic, ...]) -> Iterator[Candidate]:
    """Themes and measures on which the views diverge; figures only from three answers on."""
    by_subject: dict[str, list[Picture]] = {}
    for picture in diverging(dossier, topics):
        if picture.subject:
            by_subject.setdefault(picture.subject, []).append(picture)
    for subject, apart in by_subject.items():
        asked = ", ".join(dict.fromkeys(p.question.short.nl for p in apart))
        english = ", ".join(dict.fromkeys(p.question.short.en for p in apart))
        why = words.APART.fill(what=Text(nl=asked, en=english))
        weight = max(picture.spread for picture in apart)
        yield _candidate(dossier, words.DIVERGING, (subject,), why, weight=weight)


def _priorities(dossier: Dossier) -> Iterator[Candidate]:
    """Themes that partners want to weigh more or less from now on."""
    for theme in dossier.themes:
        given = [answer.value for answer in dossier.answers_to("P1", theme.key)]
        up, down = sum(v in HEAVIER for v in given), sum(v in LIGHTER for v in given)
        if max(up, down) >= 2:
            why = words.SHIFT.fill(up=up, down=down) if up + down >= FEW else words.SHIFT_FEW
            yield _candidate(dossier, words.PRIORITY, (theme.key,), why, weight=max(up, down))


def _found(dossier: Dossier) -> Iterator[Candidate]:
    """What the mix check found and nobody explained."""
    open_ = [one for one in lacking(dossier) if not one.dismissed]
    for finding in open_:
        sort = words.BY_CHECK.get(finding.check)
        if sort:
            subjects = _subjects_of(dossier, finding)
            why = words.ADVISED_AGAINST if sort is words.AGAINST else finding.message
            yield _candidate(dossier, sort, subjects, why, named=finding.subject)
    without = tuple(one.subject for one in open_ if one.check == "C02")
    if without:
        why = words.WITHOUT_LEAD.fill(what=", ".join(without))
        these = words.THESE.fill(n=len(without)) if len(without) > NAMED else None
        yield _candidate(dossier, words.NO_LEAD, without, why, called=these)


def _subjects_of(dossier: Dossier, finding: Finding) -> tuple[str, ...]:
    """What would change: of an organisation that is asked too much its largest measures."""
    if finding.check != "C08":
        return (finding.subject,)

    def claimed(measure: Measure) -> float:
        return sum(claim.hours for claim in measure.capacity if claim.org == finding.subject)

    asking = sorted((m for m in active(dossier.measures) if claimed(m)), key=claimed, reverse=True)
    return tuple(measure.key for measure in asking[:4])


def _parked(dossier: Dossier) -> Iterator[Candidate]:
    for proposal in dossier.all(Proposal):
        if proposal.status == "parked":
            yield _candidate(
                dossier,
                words.PARKED,
                (proposal.key,),
                words.WAS_PARKED,
                called=proposal.title,
            )


def _candidate(
    dossier: Dossier,
    sort: words.SortOfPoint,
    subjects: tuple[str, ...],
    why: Text,
    *,
    weight: float = 0,
    named: str = "",
    called: Text | str | None = None,
) -> Candidate:
    what = called or ", ".join(_named(dossier, key) for key in ((named,) if named else subjects))
    return Candidate(
        kind=sort.kind,
        subjects=subjects,
        question=sort.question.fill(what=what, year=dossier.plan.year),
        why=why,
        minutes=sort.minutes,
        rank=sort.rank,
        weight=weight,
    )


def _named(dossier: Dossier, key: str) -> str:
    """Between quotation marks where it is the title of something in the plan."""
    title = dossier.title(key)
    titled = any(dossier.get(kind, key) for kind in (Measure, ActionItem, Theme))
    return f"“{title}”" if titled else title
