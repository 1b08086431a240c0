"""The format to decide on: the proposal of a first year, last year's, or the one that is fixed."""

from __future__ import annotations

from dataclasses import replace

from dialogs.forming.adjusting import SHOW
from dialogs.forming.asking import questions_view
from dialogs.forming.described import demanded, facts, title_of
from dialogs.forming.readers import tried
from dialogs.forming.written import DIALOG, about, first_year, is_seen, must_look, reached
from dialogs.turn import Said
from dialogs.view import Button, Element, Fold, Heading, Listing, Pick, View, Words
from plan.dates import on_day
from plan.document.preview import preview_theme
from plan.dossier import Dossier
from plan.forming.advice import reasons
from plan.forming.lessons import lessons, missed
from plan.text import Text

CHANGE = Button(verb="change", label=Text(nl="Aanpassen", en="Change"))
READERS = Button(verb="readers", label=Text(nl="Laten uitproberen", en="Let others try it"))
AGAIN = Button(verb="again", label=Text(nl="Andere antwoorden", en="Other answers"))


def format_view(dossier: Dossier, said: Said) -> View:
    """What there is to do about the format now; once it is fixed, how the plan keeps to it."""
    if dossier.plan.format.locked_at or not reached(dossier):
        return fixed_view(dossier)
    if not first_year(dossier):
        return keeping_view(dossier)
    return proposal_view(dossier) if dossier.plan.functions else questions_view(dossier, said)


def proposal_view(dossier: Dossier) -> View:
    """The proposal with its reasons; first look at it on one theme, then fix it."""
    plan = dossier.plan
    can_show = preview_theme(dossier) is not None
    look = can_show and not is_seen(dossier)
    fix = Button(verb="fix", label=Text(nl="Vastleggen", en="Set this format"), primary=not look)
    show = Button(verb=SHOW.verb, label=SHOW.label, primary=look)
    title = Text(nl="Voorstel voor het format: {title}", en="Proposed format: {title}")
    after = Text(
        nl="Ik vul het op één thema in, zodat je het kunt zien. Daarna leg je het vast.",
        en="I fill it in for one theme, so that you can see it. After that you set it.",
    )
    shown = (show, fix) if look else (fix, show)
    return View(
        title=title.fill(title=title_of(plan)),
        elements=(
            Listing(lines=reasons(plan)),
            facts(plan),
            *((Words(text=after, tone="subtle"),) if look else ()),
            *tried(dossier),
            Fold(title=DEMANDS, elements=demanded(dossier)),
        ),
        buttons=(
            *(shown if can_show else (fix,)),
            CHANGE,
            AGAIN,
            *((READERS,) if can_show else ()),
        ),
        dialog=DIALOG,
        about=about(dossier),
    )


DEMANDS = Text(nl="Eisen aan vorm en inhoud", en="Requirements for form and content")


def keeping_view(dossier: Dossier) -> View:
    """Last year's format: kept in one tap, or with the changes that partners' answers call for."""
    found = lessons(dossier)
    elements: list[Element] = []
    if found:
        elements.append(Heading(text=CALLED_FOR, level=3))
        elements.append(Listing(lines=tuple(lesson.why for lesson in found)))
        elements.append(
            Pick(
                id="changes",
                label=Text(
                    nl="Welke wijzigingen neem je over?", en="Which changes do you accept?"
                ),
                choices=tuple((lesson.id, lesson.change) for lesson in found),
                value=",".join(lesson.id for lesson in found),
                several=True,
                wide=True,
            )
        )
    else:
        elements.append(Words(text=NOTHING_CALLS))
    keep = Text(nl="Zo vastleggen", en="Set it like this") if found else KEEP_LABEL
    return View(
        title=Text(nl="Houden we het format?", en="Do we keep the format?"),
        elements=(*elements, *_said_by_partners(dossier), facts(dossier.plan)),
        buttons=(Button(verb="keep", label=keep, primary=True), CHANGE, *_show(dossier)),
        dialog=DIALOG,
        about=about(dossier),
    )


KEEP_LABEL = Text(nl="Format houden", en="Keep the format")
CALLED_FOR = Text(
    nl="Dit zeiden partners over het format", en="This is what partners said about the format"
)
NOTHING_CALLS = Text(
    nl="Een plan houdt liefst vier jaar dezelfde vorm. De antwoorden van partners geven geen "
    "aanleiding om het format te wijzigen.",
    en="A plan should keep the same form for four years. The partners' answers give no reason "
    "to change the format.",
)


def fixed_view(dossier: Dossier) -> View:
    """The format as it is, what it asks, and how to change it with a reason."""
    plan = dossier.plan
    at = plan.format.locked_at
    when = Text(nl="Vastgelegd op {day}.", en="Set on {day}.")
    why = Text(nl="Reden: {reason}", en="Reason: {reason}")
    lines: list[Element] = []
    lines.append(Words(text=when.fill(day=on_day(at.date())) if at else NOT_YET))
    if plan.format.reason:
        lines.append(Words(text=why.fill(reason=plan.format.reason)))
    shown = tuple(replace(b, primary=must_look(dossier)) for b in _show(dossier))
    buttons = (*shown, *((CHANGE,) if at else ()))
    return View(
        title=Text(nl="Het format: {title}", en="The format: {title}").fill(title=title_of(plan)),
        elements=(*lines, facts(plan), *tried(dossier), *demanded(dossier)),
        buttons=buttons,
        dialog=DIALOG if buttons else "",
        about=about(dossier) if buttons else {},
    )


NOT_YET = Text(
    nl="Het format is nog niet vastgelegd; dat gebeurt in de stap Bepalen format.",
    en="The format has not been set yet; that is done in the step Determine the format.",
)


def _show(dossier: Dossier) -> tuple[Button, ...]:
    return (SHOW,) if preview_theme(dossier) else ()


def _said_by_partners(dossier: Dossier) -> tuple[Element | Fold, ...]:
    """What partners miss, word for word; nothing is made of it by itself."""
    said = missed(dossier)
    if not said:
        return ()
    lines = tuple(
        Text.verbatim(f"{dossier.organisation_name(org)}: {words}") for org, words in said
    )
    title = Text(
        nl="Wat partners missen of korter willen", en="What partners miss or want shorter"
    )
    return (Heading(text=title, level=3), Listing(lines=lines))
