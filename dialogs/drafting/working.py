"""The first draft on the status card: how far it is, and what to do now."""

from __future__ import annotations

from dialogs.drafting.course import next_theme, next_view
from dialogs.drafting.difference import differences_view
from dialogs.drafting.menu import menu_view
from dialogs.drafting.proposing import NOWHERE, is_due
from dialogs.mix import findings_view
from dialogs.turn import Reply, Said, Turn
from dialogs.view import Bar, Button, Element, View, Words
from dialogs.work import Work
from plan.dossier import Dossier
from plan.drafting import progress, waiting
from plan.text import Text
from plan.track import Step
from plan.verdicts import follows

GO_ON, CHOOSE, CHANGED = "themes", "choose", "differences"


def _lines(dossier: Dossier, said: Said, step: Step) -> tuple[Element, ...]:
    """`3 van de 5 thema's klaar`, and whose themes wait."""
    done, total = progress(dossier)
    label = Text(nl="Thema's klaar", en="Themes ready")
    words = Text(nl="{n} van de {total} thema's klaar.", en="{n} of {total} themes ready.")
    open_ = [theme for theme in dossier.themes if theme.key in waiting(dossier, said.who)]
    busy = [t.owner for t in open_ if t.owner not in (None, said.who.key)]
    owners = dict.fromkeys(map(dossier.person_name, busy))
    others = Text(nl="Nog bezig: {names}.", en="Still at work: {names}.")
    told: tuple[Element, ...] = ()
    if owners:
        told = (Words(text=others.fill(names=", ".join(owners)), tone="subtle"),)
    counted = Words(text=words.fill(n=done, total=total))
    return (Bar(label=label, done=done, total=total), counted, *told)


def _buttons(dossier: Dossier, said: Said, step: Step) -> tuple[Button, ...]:
    """On with the next theme first; in a follow-up year also what is different."""
    choose = Button(verb=CHOOSE, label=Text(nl="Thema kiezen", en="Choose a theme"))
    changed = Text(nl="Anders dan vorig jaar", en="Different from last year")
    more = (Button(verb=CHANGED, label=changed),) if follows(dossier) else ()
    return (Button(verb=GO_ON, label=_what_now(dossier), primary=True), choose, *more)


def _what_now(dossier: Dossier) -> Text:
    coordinator = dossier.coordinator
    theme = next_theme(dossier, coordinator) if coordinator else None
    if is_due(dossier, NOWHERE):
        return Text(nl="Voorstellen zonder actiepunt", en="Proposals without an action item")
    if theme is None:
        return Text(nl="Mixcheck", en="Mix check")
    return Text(nl="Verder met {theme}", en="On with {theme}").fill(theme=dossier.title(theme))


def _hear(dossier: Dossier, said: Said, step: Step) -> Turn:
    return Turn(replies=(Reply(view=_shown(dossier, said)),))


def _shown(dossier: Dossier, said: Said) -> View:
    if said.verb == CHOOSE:
        return menu_view(dossier, said)
    if said.verb == CHANGED:
        return differences_view(dossier)
    return next_view(dossier, said) or findings_view(dossier, said)


WORK = Work(buttons=_buttons, hear=_hear, lines=_lines)
