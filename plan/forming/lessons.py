"""What partners said of the form (topic 7), and the changes that calls for: no others."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from statistics import median

from plan.content.formats import CODE, COLUMNS, COMPACT, MEASURE, PER_FIELD
from plan.content.formats import SHEET_PER_THEME as SHEET
from plan.dossier import Dossier
from plan.forming.advice import MEANS_COLUMNS, SHORT, columns_of, usual_columns
from plan.records import PlanFormat, altered
from plan.text import Text

SELDOM = ("nooit", "zelden")
HARD_TO_FIND = 3
"""The median of F2 up to which agreements are hard to find."""
AGREED = 2
"""Partners that must mark a column before it is proposed to drop it."""
SHORTER = {SHEET.id: COMPACT, PER_FIELD.id: SHEET}
KEPT = (CODE.id, MEASURE.id)
"""Without these a table says nothing."""


@dataclass(frozen=True, kw_only=True)
class Lesson:
    """A change that is proposed, with what partners answered."""

    id: str
    change: Text
    why: Text


def lessons(dossier: Dossier) -> tuple[Lesson, ...]:
    """The changes that the answers call for, the largest first."""
    return (*_shorter(dossier), *_pages(dossier), *_columns(dossier))


def _shorter(dossier: Dossier) -> tuple[Lesson, ...]:
    """Most seldom took it up: shorter. Municipalities that share a plan keep its two parts."""
    said = [a.value for a in dossier.answers_to("F1", None) if a.value]
    seldom = sum(value in SELDOM for value in said)
    form = dossier.plan.format
    if 2 * seldom <= len(said):
        return ()
    why = Text(
        nl="Het plan is dit jaar nooit of zelden gebruikt door {n} van de {total} partners.",
        en="The plan was never or seldom used this year by {n} of {total} partners.",
    ).fill(n=seldom, total=len(said))
    shorter = SHORTER.get(form.preset)
    if shorter:
        words = Text(nl="Korter: {title}", en="Shorter: {title}")
        return (
            Lesson(id=f"preset/{shorter.id}", change=words.fill(title=shorter.title), why=why),
        )
    if form.narrative_words > SHORT:
        words = Text(
            nl="Kortere teksten bij de thema's: {n} woorden",
            en="Shorter texts for the themes: {n} words",
        )
        return (Lesson(id="short", change=words.fill(n=SHORT), why=why),)
    return ()


def _pages(dossier: Dossier) -> tuple[Lesson, ...]:
    given = dossier.answers_to("F2", None)
    points = [a.value for a in given if isinstance(a.value, int)]
    if not points or dossier.plan.format.partner_pages or median(points) > HARD_TO_FIND:
        return ()
    low = sum(point <= HARD_TO_FIND for point in points)
    return (
        Lesson(
            id="pages",
            change=Text(
                nl="Achterin een bladzijde per partner", en="A page per partner at the back"
            ),
            why=Text(
                nl="Eigen afspraken lastig terug te vinden: {n} van de {total} partners (3 of "
                "lager op een schaal van 5).",
                en="Own agreements hard to find: {n} of {total} partners (3 or lower on a scale "
                "of 5).",
            ).fill(n=low, total=len(points)),
        ),
    )


def _columns(dossier: Dossier) -> tuple[Lesson, ...]:
    marked: Counter[str] = Counter()
    for answer in dossier.answers_to("F3", None):
        named = answer.more.get("columns", ())
        marked.update(set(named.split(",") if isinstance(named, str) else named))
    titles = {column.id: column.title for column in COLUMNS}
    words = Text(nl="De kolom {title} weglaten", en="Drop the column {title}")
    why = Text(
        nl="{n} partners vinden dat die kolom weg mag.", en="{n} partners say that column may go."
    )
    return tuple(
        Lesson(
            id=f"drop/{column}",
            change=words.fill(title=titles.get(column, column)),
            why=why.fill(n=marked[column]),
        )
        for column in columns_of(dossier.plan)
        if marked[column] >= AGREED and column not in KEPT
    )


def with_lessons(dossier: Dossier, taken: tuple[str, ...]) -> PlanFormat:
    """The format with the changes that were taken; the columns it has stay where they can."""
    form = altered(dossier.plan.format, columns=columns_of(dossier.plan))
    for lesson in lessons(dossier):
        if lesson.id in taken:
            form = _changed(form, lesson.id)
    return form


def _changed(form: PlanFormat, lesson: str) -> PlanFormat:
    what, _, about = lesson.partition("/")
    if what == "preset":
        shorter = next(f for f in SHORTER.values() if f.id == about)
        means = tuple(c for c in form.columns if c in MEANS_COLUMNS)
        return altered(form, preset=about, columns=(*usual_columns(shorter), *means))
    if what == "drop":
        return altered(form, columns=tuple(c for c in form.columns if c != about))
    if what == "short":
        return altered(form, narrative_words=SHORT)
    return altered(form, partner_pages=True)


def missed(dossier: Dossier) -> tuple[tuple[str, str], ...]:
    """What partners miss or would have shorter, in their own words, with who says so."""
    found = []
    for answer in dossier.answers_to("F3", None):
        said = (answer.text, answer.more.get("missing"))
        found += [(answer.org, words) for words in said if isinstance(words, str) and words]
    return tuple(found)
