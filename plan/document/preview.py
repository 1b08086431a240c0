"""One theme in the form of the plan, to look at before the form is fixed (domain 2.3, J1)."""

from __future__ import annotations

from collections.abc import Iterator

from plan.blocks import Block, Heading, PageBreak, Paragraph
from plan.document.draft import Draft
from plan.document.partner import page
from plan.document.themes import theme_block
from plan.dossier import Dossier, involved
from plan.format import Format
from plan.records import ActionItem, IvpTheme, Measure, Theme
from plan.text import Language


def preview_theme(dossier: Dossier) -> str | None:
    """The theme to show: the one with most measures, then the first; None when there is none."""
    if dossier.themes:
        return max(dossier.themes, key=lambda theme: len(dossier.measures_of(theme.key))).key
    return next((theme.key for theme in dossier.all(IvpTheme)), None)


def theme_named(dossier: Dossier, theme: str) -> Theme | None:
    """A theme of the plan, or one that only the IVP has."""
    ivp = dossier.get(IvpTheme, theme)
    made = Theme(key=theme, title=ivp.title) if ivp else None
    return dossier.get(Theme, theme) or made


def filled(dossier: Dossier, theme: Theme, language: Language) -> Dossier:
    """With at least one action item in the theme that has at least one measure.

    Where there is hardly anything yet, an empty one shows the form.
    """
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


def preview(draft: Draft, key: str, pages: Format) -> Iterator[Block]:
    """What it is, the theme, and with pages per partner one of those."""
    theme = theme_named(draft.dossier, key)
    if theme is None:
        return
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
