"""The themes with how far each is: to open one, to change what it says, or to add one."""

from __future__ import annotations

from dialogs import phrases
from dialogs.changing import changing
from dialogs.drafting import course, editing_theme
from dialogs.drafting.parts import afresh, receipt, stage_view
from dialogs.filled import NONE_WRONG, TITLE_LIMIT, Wrong, faults, written
from dialogs.measures.wording import NO_TITLE
from dialogs.turn import Reply, Said, Turn
from dialogs.view import Bar, Button, Element, Facts, Fold, Pick, View, Words, Write
from plan.codes import next_theme
from plan.content import counts
from plan.dates import on_day
from plan.dossier import Dossier
from plan.drafting import absent, is_done, progress, waiting
from plan.records import Theme
from plan.rights import Of, can, is_coordinator
from plan.standing import planned
from plan.text import Text, counted

MENU = "menu"
OPEN = Button(verb="open", label=Text(nl="Openen", en="Open"), primary=True)
EDIT = Button(verb="edit", label=Text(nl="Gegevens wijzigen", en="Change its details"))
ADD = Button(verb="add", label=Text(nl="Thema toevoegen", en="Add the theme"), checks=False)


def menu_view(dossier: Dossier, said: Said, wrong: Wrong = NONE_WRONG) -> View:
    """Those that the speaker may draft, the first that waits chosen."""
    mine = [
        theme for theme in dossier.themes if can(dossier, said.who, "draft", Of(theme=theme.key))
    ]
    lacking = absent(dossier) if is_coordinator(dossier, said.who) else ()
    named = [(theme.key, Text.verbatim(f"{theme.key} {theme.title}")) for theme in mine]
    named += [(theme.key, Text.verbatim(f"{theme.key} {theme.title}")) for theme in lacking]
    rows = tuple((name, _state(dossier, key)) for key, name in named)
    open_ = waiting(dossier, said.who)
    first = next((key for key in open_ if key in dict(named)), named[0][0] if named else "")
    pick = Pick(
        id="theme",
        label=Text(nl="Welk thema?", en="Which theme?"),
        choices=tuple(named),
        value=said.inputs.get("theme", first),
    )
    return stage_view(
        MENU,
        "",
        Text(nl="Thema's uitwerken", en="Drafting the themes"),
        (*_how_far(dossier, said), Facts(rows=rows), pick, *_new(dossier, said, wrong)),
        (OPEN, EDIT, *((ADD,) if is_coordinator(dossier, said.who) else ())),
    )


def _how_far(dossier: Dossier, said: Said) -> tuple[Element, ...]:
    done, total = progress(dossier)
    days = planned(dossier, "draft")
    until = Text(nl="Klaar uiterlijk {day}.", en="To be ready by {day}.")
    bar = Bar(label=Text(nl="Thema's klaar", en="Themes ready"), done=done, total=total)
    when = (Words(text=until.fill(day=on_day(days.end)), tone="subtle"),) if days else ()
    return (bar, *when)


def _state(dossier: Dossier, theme: str) -> Text:
    """`klaar · 3 actiepunten, 8 maatregelen · Joris Haan`."""
    found = dossier.get(Theme, theme)
    if found is None:
        return Text(nl="staat nog niet in het plan", en="not in the plan yet")
    ready = Text(nl="klaar", en="ready") if is_done(dossier, theme) else None
    state = ready or Text(nl="nog niet klaar", en="not ready yet")
    words = Text(nl="{state} · {measures}{owner}", en="{state} · {measures}{owner}")
    owner = f" · {dossier.person_name(found.owner)}" if found.owner else ""
    measures = counted(len(dossier.measures_of(theme)), *counts.MEASURES)
    return words.fill(state=state, measures=measures, owner=owner)


def _new(dossier: Dossier, said: Said, wrong: Wrong) -> tuple[Fold, ...]:
    if not is_coordinator(dossier, said.who):
        return ()
    title = Text(nl="Een thema dat niet in het IVP staat", en="A theme that is not in the IVP")
    new = Write(
        id="new",
        label=Text(nl="Nieuw thema", en="New theme"),
        value=written(said, "new"),
        limit=TITLE_LIMIT,
        lines=False,
        error=wrong.get("new"),
    )
    return (Fold(title=title, elements=(new,)),)


def hear(dossier: Dossier, said: Said) -> Turn:
    if said.verb == "add":
        return _add(dossier, said)
    key = said.inputs.get("theme", "")
    if not can(dossier, said.who, "draft", Of(theme=key)):
        return Turn(replies=(Reply(text=phrases.NOT_YOURS),))
    theme, fresh = dossier.get(Theme, key), afresh(said)
    if said.verb == "edit" and theme:
        return Turn(instead=editing_theme.view(dossier, fresh, theme))
    if theme is None and key not in {one.key for one in absent(dossier)}:
        return Turn(instead=menu_view(dossier, fresh))
    return Turn(instead=course.begin(dossier, fresh, key))


def _add(dossier: Dossier, said: Said) -> Turn:
    wrong = faults(said, {"new": TITLE_LIMIT})
    title = written(said, "new")
    if wrong or not title:
        return Turn(instead=menu_view(dossier, said, wrong or {"new": NO_TITLE}))
    order = max((theme.order for theme in dossier.themes), default=-1) + 1
    made = Theme(key=next_theme(dossier), title=title, order=order, category="other")
    turn = changing(said, None, made, because="draft")
    after = dossier.plus(turn.keep)
    done = receipt(said, Text.verbatim(f"{made.key} {made.title}"))
    following = course.begin(after, afresh(said), made.key)
    return turn + Turn(instead=done, replies=(Reply(view=following),))
