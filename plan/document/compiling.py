"""Compiling: chapters after one another, numbered, with the orientation the format asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from functools import lru_cache

from plan.blocks import Block, Document, Heading, PageBreak
from plan.document.abbreviations import abbreviations
from plan.document.chapters import ABBREVIATIONS, CHAPTERS, COSTS, EXTRA, PARTNER_PAGES
from plan.document.draft import Chapter, Draft
from plan.document.note import note
from plan.document.opening import adopted_title, opening
from plan.document.partner import page
from plan.document.reading import gaps
from plan.document.register import register
from plan.document.session import report
from plan.document.withheld import shown, without_personal_data
from plan.dossier import Dossier
from plan.format import Format
from plan.personal import suspects
from plan.records import Organisation
from plan.text import Language, Text

_suspects = lru_cache(maxsize=2**13)(suspects)
"""The texts of a plan are read for every document, and rarely differ from the last time."""


class UnknownPartError(ValueError):
    """A part of the plan that does not exist, or a partner that is not in it."""


def compile_draft(
    dossier: Dossier,
    form: Format,
    language: Language,
    now: datetime,
    pages: Format | None = None,
) -> Document:
    """The whole plan as it stands, holes and all; `pages` is the form of a page per partner.

    Nobody's free answers are in it with a name: partners see drafts (domain 2.7).
    """
    draft = draft_of(dossier, form, language, now)
    body, tail = tuple(_chapters(draft)), tuple(_tail(draft, pages))
    front = tuple(opening(draft, gaps(body))) if _prints(form, "colophon") else ()
    said = (*front, *body)
    blocks = (*said, *_abbreviations(draft, said, tail), *tail)
    return document_of(draft, adopted_title(draft), blocks, landscape=_sideways(form))


def compile_partner(
    dossier: Dossier, org: str, form: Format, language: Language, now: datetime
) -> Document:
    """The page of one organisation. Raises UnknownPartError when the plan does not know it."""
    known_partner(dossier, org)
    draft = draft_of(dossier, form, language, now)
    title = f"{draft.dossier.plan.title}: {dossier.organisation_name(org)}"
    return document_of(draft, title, page(draft, org), landscape=form.landscape)


def known_partner(dossier: Dossier, org: str) -> Organisation:
    """The organisation of that key. Raises UnknownPartError when the plan does not know it."""
    found = dossier.get(Organisation, org)
    if found is None:
        known = ", ".join(each.key for each in dossier.all(Organisation))
        raise UnknownPartError(f"De partner {org!r} is er niet; wel: {known}.")
    return found


def compile_evaluation(
    dossier: Dossier, form: Format, language: Language, now: datetime
) -> Document:
    """The evaluation note of a follow-up year."""
    draft = draft_of(dossier, form, language, now)
    title = draft.say("Evaluatie bij het ", "Evaluation with the ") + draft.dossier.plan.title
    return document_of(draft, title, note(draft))


def compile_progress(
    dossier: Dossier, form: Format, language: Language, now: datetime
) -> Document:
    """The adopted measures with light, status and adjustment, in the format of progress."""
    found = compile_draft(dossier, form, language, now)
    words = {"nl": "Voortgang bij het ", "en": "Progress of the "}
    return replace(found, title=words[language] + found.title)


def compile_register(
    dossier: Dossier, form: Format, language: Language, now: datetime
) -> Document:
    """Annex C on its own."""
    draft = draft_of(dossier, form, language, now)
    heading = draft.say("Verwerking van reacties", "What was done with comments")
    blocks = (Heading(text=heading), *register(draft))
    return document_of(draft, f"{draft.dossier.plan.title}: {heading.lower()}", blocks)


def compile_session(
    dossier: Dossier, session: str, form: Format, language: Language, now: datetime
) -> Document:
    """The report of the collective session, or of the joint one of the evaluative round."""
    draft = draft_of(dossier, form, language, now)
    title = draft.say("Verslag van de sessie bij het ", "Report of the session on the ")
    return document_of(draft, title + draft.dossier.plan.title, report(draft, session))


def compile_paper(
    dossier: Dossier,
    form: Format,
    language: Language,
    now: datetime,
    *,
    name: Text,
    write: Callable[[Draft], Iterable[Block]],
    public: bool = False,
) -> Document:
    """A short paper about the plan; a public one without the measures that are internal."""
    draft = draft_of(_without_internal(dossier) if public else dossier, form, language, now)
    title = f"{draft.dossier.plan.title}: {name.within(language).lower()}"
    return document_of(draft, title, write(draft))


def _without_internal(dossier: Dossier) -> Dossier:
    internal = [m for m in dossier.measures if m.visibility == "internal"]
    return dossier.plus((), internal) if internal else dossier


def draft_of(dossier: Dossier, form: Format, language: Language, now: datetime) -> Draft:
    safe = without_personal_data(dossier, language, _suspects)
    return Draft(dossier=safe, form=form, language=language, now=now)


def document_of(
    draft: Draft, title: str, blocks: Iterable[Block], *, landscape: bool = False
) -> Document:
    return Document(
        title=title,
        language=draft.language,
        author=draft.dossier.plan.municipality.name,
        made_at=draft.now,
        blocks=tuple(shown(blocks, draft.language)),
        landscape=landscape,
    )


def _prints(form: Format, chapter: str) -> bool:
    return not form.chapters or chapter in (*form.chapters, *form.also)


def _sideways(form: Format) -> bool:
    """Whether the first page lies on its side: only where no cover stands before the tables."""
    return form.landscape and not _prints(form, "colophon")


def _wanted(form: Format) -> tuple[Chapter, ...]:
    if not form.chapters:
        return CHAPTERS
    wanted = (*form.chapters, *(c for c in form.also if c != PARTNER_PAGES.id))
    return tuple(chapter for chapter in (*CHAPTERS, *EXTRA) if chapter.id in wanted)


def _tail(draft: Draft, pages: Format | None) -> Iterator[Block]:
    """What the plan asks for behind all the rest: the costs per measure, the partners' pages."""
    letters = iter((COSTS.annex, PARTNER_PAGES.annex))
    for chapter, form in ((COSTS, draft.form), (PARTNER_PAGES, pages)):
        if form is None or chapter.id not in draft.form.also:
            continue
        written = replace(draft, form=form)
        blocks = tuple(chapter.write(written))
        if blocks:
            lettered = replace(chapter, annex=next(letters))
            yield from (PageBreak(), *_heading(lettered, written), *blocks)


def _chapters(draft: Draft) -> Iterator[Block]:
    number, sideways = 0, _sideways(draft.form)
    for chapter in _wanted(draft.form):
        numbered = replace(draft, number="" if chapter.annex else str(number + 1))
        blocks = tuple(chapter.write(numbered))
        if not blocks:
            continue
        number += not chapter.annex
        lies = draft.form.landscape and chapter.tables
        flows_on = draft.form.brief and number > 1
        if lies != sideways or (chapter.opens_page and not flows_on):
            yield PageBreak(landscape=lies)
        sideways = lies
        yield from (*_heading(chapter, numbered), *blocks)


def _heading(chapter: Chapter, draft: Draft) -> tuple[Heading, ...]:
    if chapter.title is None:
        return ()
    title = chapter.title.within(draft.language)
    if chapter.annex:
        return (Heading(text=draft.say("Bijlage ", "Annex ") + f"{chapter.annex} {title}"),)
    return (Heading(text=f"{draft.number} {title}"),)


def _abbreviations(
    draft: Draft, said: tuple[Block, ...], tail: tuple[Block, ...]
) -> Iterator[Block]:
    """Annex D, from what all the rest says."""
    if not _prints(draft.form, "abbreviations"):
        return
    found = tuple(abbreviations(draft, (*said, *tail)))
    sideways = next((b.landscape for b in reversed(said) if isinstance(b, PageBreak)), False)
    if found and sideways and not draft.form.brief:
        yield PageBreak()
    if found:
        yield from (*_heading(ABBREVIATIONS, draft), *found)
