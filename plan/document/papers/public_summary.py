"""The summary for residents: one page in plain words, without anything internal."""

from __future__ import annotations

from collections.abc import Iterator

from plan.blocks import Block, Bullets, Heading, Paragraph
from plan.bodies import place_name
from plan.document.draft import Draft
from plan.document.papers.common import is_first, main_measures, section
from plan.document.papers.course import decided
from plan.records import Measure
from plan.text import headed

MOST = 6
"""Priorities that fit on the page."""


def public_summary(draft: Draft) -> Iterator[Block]:
    plan, say = draft.dossier.plan, draft.say
    name = plan.municipality.name
    years = draft.listed(map(str, draft.years))
    partners = draft.listed(
        draft.short(org.key) for org in draft.dossier.consulted if org.kind != "internal"
    )
    yield Heading(
        text=say(f"Samen werken aan veiligheid in {years}", f"Safety together in {years}")
    )
    yield Paragraph(
        text=say(
            f"{name} werkt aan een veilige gemeente{_nl(partners)}. In het plan staat wat we in "
            f"{years} doen. Dit is de korte versie.",
            f"{name} works for a safe municipality{_en(partners)}. The plan says what we do in "
            f"{years}. This is the short version.",
        )
    )
    yield from _state(draft)
    yield section("Waar we extra aan werken", "What gets extra work", draft)
    yield from _priorities(draft)
    yield from _measures(draft)
    yield section("Meer weten", "Find out more", draft)
    yield Paragraph(
        text=say(
            f"Het hele plan kunt u opvragen bij {place_name(name)}. Bel 112 als elke seconde "
            f"telt. Geen spoed, wel politie? Bel 0900-8844.",
            f"You can ask {name} for the whole plan. Call 112 when every second counts. No "
            f"emergency, but you need the police? Call 0900-8844.",
        )
    )


def _nl(partners: str) -> str:
    return f", samen met {partners}" if partners else ""


def _en(partners: str) -> str:
    return f", together with {partners}" if partners else ""


def _state(draft: Draft) -> Iterator[Block]:
    body = decided(draft)
    if body is None:
        yield draft.gap(
            "Het plan is nog niet vastgesteld; deze samenvatting is nog niet openbaar.",
            "The plan has not been adopted yet; this summary is not public yet.",
        )


def _priorities(draft: Draft) -> Iterator[Block]:
    themes = draft.priorities[:MOST]
    if not themes:
        yield draft.gap("Nog geen prioriteiten.", "No priorities yet.")
        return
    yield Bullets(
        lines=tuple(
            headed(theme.title, goal) if (goal := draft.dossier.goal(theme.key)) else theme.title
            for theme in themes
        )
    )


def _measures(draft: Draft) -> Iterator[Block]:
    if is_first(draft):
        yield section("Wat we gaan doen", "What we are going to do", draft)
        yield from _titles(draft, main_measures(draft))
        return
    yield section("Wat nieuw of anders is", "What is new or different", draft)
    yield from _titles(draft, main_measures(draft))
    yield section("Wat stopt of minder wordt", "What stops or is reduced", draft)
    less = [m for m in draft.dossier.measures if m.decision in ("stop", "scale_down")]
    yield from _titles(draft, tuple(less))


def _titles(draft: Draft, measures: tuple[Measure, ...]) -> Iterator[Block]:
    if measures:
        yield Bullets(
            lines=tuple(
                f"{m.title} ({draft.dossier.title(draft.dossier.theme_of(m))})" for m in measures
            )
        )
    else:
        yield Paragraph(text=draft.say("Op dit moment niets.", "Nothing at the moment."))
