"""One theme in the form of the plan, to look at before the form is fixed (domain 2.3, J1)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from plan.blocks import Block, Document, Heading, PageBreak, Paragraph
from plan.document.compiling import UnknownPartError, document_of, draft_of
from plan.document.draft import Draft
from plan.document.partner import page
from plan.document.themes import theme_block
from plan.dossier import Dossier, involved
from plan.format import Format
from plan.records import ActionItem, IvpTheme, Measure, Theme
from plan.text import Language


def compile_theme(
    dossier: Dossier, theme: str, form: Format, language: Language, now: datetime, pages: Format
) -> Document:
    """A theme as the plan would print it. Raises UnknownPartError for a theme it does not have.

    Where there is hardly anything yet, an empty action item and measure show the form.
    """
    found = dossier.get(Theme, theme) or _of_the_ivp(dossier, theme)
    if found is None:
        known = ", ".join(each.key for each in dossier.themes)
        raise UnknownPartError(f"Het thema {theme!r} is er niet; wel: {known}.")
    draft = draft_of(_filled(dossier, found, language), form, language, now)
    title = draft.say("Voorbeeld van het format: ", "Preview of the format: ") + found.title
    blocks = tuple(_blocks(draft, draft.dossier.get(Theme, theme) or found, pages))
    return document_of(draft, title, blocks, landscape=form.landscape)


def preview_theme(dossier: Dossier) -> str | None:
    """The theme to show: the one with most measures, then the first; None when there is none."""
    if dossier.themes:
        return max(dossier.themes, key=lambda theme: len(dossier.measures_of(theme.key))).key
    return next((theme.key for theme in dossier.all(IvpTheme)), None)


def _of_the_ivp(dossier: Dossier, theme: str) -> Theme | None:
    found = dossier.get(IvpTheme, theme)
    return Theme(key=theme, title=found.title) if found else None


def _filled(dossier: Dossier, theme: Theme, language: Language) -> Dossier:
    """The theme with at least one action item that has at least one measure."""
    known = dossier.plus([theme])
    items = known.items_of(theme.key)
    if any(known.measures_under(item.key) for item in items):
        return known
    empty = "Nog geen" if language == "nl" else "No"
    noun = ("actiepunt", "maatregel") if language == "nl" else ("action item yet", "measure yet")
    item = items[0] if items else None
    item = item or ActionItem(key=f"{theme.key}.1", theme=theme.key, title=f"{empty} {noun[0]}")
    measure = Measure(key="–", item=item.key, title=f"{empty} {noun[1]}")
    return known.plus([item, measure])


def _blocks(draft: Draft, theme: Theme, pages: Format) -> Iterator[Block]:
    form, say = draft.form, draft.say
    title = form.title.within(draft.language)
    yield Heading(text=theme.title)
    yield Paragraph(
        text=say(
            f"Zo ziet een thema eruit in het format “{title}”. De andere thema's krijgen dezelfde "
            "opbouw. Wat nog ontbreekt, is gemarkeerd.",
            f"This is what a theme looks like in the format “{title}”. The other themes are built "
            "the same way. What is still missing is marked.",
        )
    )
    yield from theme_block(draft, theme, 2)
    partner = _partner(draft.dossier, theme) if "partner_pages" in form.also else None
    if partner:
        yield PageBreak()
        yield from page(_paged(draft, pages), partner, said=False)


def _partner(dossier: Dossier, theme: Theme) -> str | None:
    """The first partner in the theme: its page stands for those of all."""
    found = (org for m in dossier.measures_of(theme.key) for org in involved(m))
    return next(found, None)


def _paged(draft: Draft, pages: Format) -> Draft:
    return Draft(
        dossier=draft.dossier, form=pages, language=draft.language, now=draft.now, number=""
    )
