"""The work of the step: choose a format, or keep last year's."""

from __future__ import annotations

from dialogs.forming.choosing import KEEP_LABEL, format_view
from dialogs.forming.described import title_of
from dialogs.forming.hearing import keep
from dialogs.forming.written import first_year, is_seen
from dialogs.turn import Reply, Said, Turn
from dialogs.view import Button, Element, Words
from dialogs.work import Work
from plan.content import counts
from plan.dossier import Dossier
from plan.forming.lessons import lessons
from plan.text import Text, counted
from plan.track import Step


def _buttons(dossier: Dossier, said: Said, step: Step) -> tuple[Button, ...]:
    """Last year's format in one tap, unless partners' answers ask for a look."""
    plan = dossier.plan
    if plan.format.locked_at:
        view = Text(nl="Format bekijken", en="View the format")
        return (Button(verb="format", label=view, primary=True),)
    if first_year(dossier):
        label = GO_ON if plan.functions else CHOOSE
        return (Button(verb="format", label=label, primary=True),)
    found = lessons(dossier)
    look = Text(nl="Bekijken of wijzigen", en="View or change")
    if found:
        changes = Text(nl="Format: {n}", en="Format: {n}")
        named = changes.fill(n=counted(len(found), *counts.CHANGES))
        return (Button(verb="format", label=named, primary=True),)
    return (
        Button(verb="keep", label=KEEP_LABEL, primary=True),
        Button(verb="format", label=look),
    )


CHOOSE = Text(nl="Format kiezen", en="Choose a format")
GO_ON = Text(nl="Verder met het format", en="Go on with the format")


def _hear(dossier: Dossier, said: Said, step: Step) -> Turn:
    if said.verb == "keep" and not first_year(dossier):
        return keep(dossier, said)
    return Turn(replies=(Reply(view=format_view(dossier, said)),))


def _lines(dossier: Dossier, said: Said, step: Step) -> tuple[Element, ...]:
    """Which format there is so far."""
    plan = dossier.plan
    if plan.format.locked_at or (first_year(dossier) and not plan.functions):
        return ()
    proposed = Text(nl="Voorstel: {title}.", en="Proposed: {title}.")
    last = Text(nl="Format van vorig jaar: {title}.", en="Last year's format: {title}.")
    words = proposed if first_year(dossier) else last
    seen = Text(nl=" Het voorbeeld is bekeken.", en=" The preview was seen.")
    line = words.fill(title=title_of(plan))
    return (Words(text=line + seen if is_seen(dossier) else line),)


WORK = Work(buttons=_buttons, hear=_hear, lines=_lines)
