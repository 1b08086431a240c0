"""A theme is opened: what is going on and what changes, who owns it, its goal and main lines."""

from __future__ import annotations

from dataclasses import replace

from dialogs.changing import changing
from dialogs.clashing import clash, seal
from dialogs.drafting import principles
from dialogs.drafting.parts import receipt, stage_view
from dialogs.filled import NONE_WRONG, Wrong, faults, written
from dialogs.measures.people import people_choices
from dialogs.reason import reason_input, reason_of, wrong_with
from dialogs.registering import registered
from dialogs.turn import Said, Turn
from dialogs.view import Button, Element, Fold, Heading, Listing, Pick, View, Words, Write
from plan.changes import changes_of
from plan.dossier import Dossier
from plan.records import Dismissal, Fact, IvpTheme, Theme, altered
from plan.rights import is_coordinator
from plan.text import Text
from plan.verdicts import follows

OPENING, ABSENT = "opening", "absent"
NARRATIVE, GOAL, LINES = 1200, 400, 4000
TAKE = Button(
    verb="take", label=Text(nl="Opnemen in het plan", en="Include in the plan"), primary=True
)
LEAVE = Button(verb="leave", label=Text(nl="Weglaten, met reden", en="Leave out, with a reason"))
NEXT = Button(verb="save", label=Text(nl="Opslaan en verder", en="Save and go on"), primary=True)
LATER = Button(verb="later", label=Text(nl="Later invullen", en="Fill in later"), checks=False)


def is_due(dossier: Dossier, theme: str) -> bool:
    """Until it has a story, an owner and a goal; in later years it is looked at anew once."""
    found = dossier.get(Theme, theme)
    if found is None:
        return False
    looked = any(c.kind == "Theme" for c in changes_of(dossier, theme))
    anew = follows(dossier) and not looked
    return anew or not (found.narrative and found.owner and dossier.goal(theme))


def view(dossier: Dossier, said: Said, theme: str, wrong: Wrong = NONE_WRONG) -> View:
    found = dossier.get(Theme, theme)
    if found is None:
        return _absent_view(dossier, said, theme)
    given = said.inputs
    story = Write(
        id="narrative",
        label=Text(
            nl="Wat speelt er, wat verandert er dit jaar en waarom? (60 tot 150 woorden)",
            en="What is going on, what changes this year, and why? (60 to 150 words)",
        ),
        value=given.get("narrative", found.narrative or ""),
        limit=NARRATIVE,
        error=wrong.get("narrative"),
    )
    default = found.owner or dossier.plan.coordinator or ""
    owner = Pick(
        id="owner",
        label=Text(nl="Wie is themahouder?", en="Who owns this theme?"),
        choices=people_choices(dossier, whole=False),
        value=given.get("owner", default),
    )
    title = Text(nl="Thema {theme}: waar gaat het om?", en="Theme {theme}: what is it about?")
    owners = (owner,) if is_coordinator(dossier, said.who) else ()
    asks = principles.is_asked(dossier, said) or _was_asked(said, principles.PRINCIPLES)
    shared = (principles.pasted(said, wrong),) if asks else ()
    return stage_view(
        OPENING,
        theme,
        title.fill(theme=found.title),
        (*context(dossier, theme), story, *_goal(dossier, said, theme, wrong), *shared, *owners),
        (NEXT, LATER),
        seal=seal(found),
    )


def context(dossier: Dossier, theme: str) -> tuple[Element, ...]:
    """The goal, and what the safety analysis says: to look at while drafting."""
    lines = tuple(Text.verbatim(_sourced(f)) for f in dossier.all(Fact) if f.theme == theme)
    goal = dossier.goal(theme)
    aim = Text(nl="Doel: {goal}", en="Goal: {goal}")
    facts = Text(nl="Uit de veiligheidsanalyse", en="From the safety analysis")
    return (
        *((Words(text=aim.fill(goal=goal), tone="subtle"),) if goal else ()),
        *((Heading(text=facts, level=3), Listing(lines=lines[:8])) if lines else ()),
    )


def _was_asked(said: Said, id_: str) -> bool:
    """A card that comes back asks what it asked, also where somebody else answered it since."""
    return said.card is not None and id_ in said.card.inputs


def _sourced(fact: Fact) -> str:
    return f"{fact.text} ({fact.source})" if fact.source else fact.text


def _goal(dossier: Dossier, said: Said, theme: str, wrong: Wrong) -> tuple[Element | Fold, ...]:
    """What the IVP should have said; asked only while it is not known."""
    found: list[Element | Fold] = []
    goal = dossier.goal(theme)
    if not goal or _was_asked(said, "goal"):
        label = Text(
            nl="Wat is het doel volgens het IVP? Noem het gevolg, liefst met een getal.",
            en="What is the goal according to the IVP? Name the result, preferably with a number.",
        )
        value = written(said, "goal") if "goal" in said.inputs else goal or ""
        found.append(
            Write(id="goal", label=label, value=value, limit=GOAL, error=wrong.get("goal"))
        )
    ivp = dossier.get(IvpTheme, theme)
    known = (ivp and ivp.main_lines) or dossier.items_of(theme)
    if not known or _was_asked(said, "lines"):
        label = Text(
            nl="Hoofdlijnen uit het IVP, één per regel. Plak ze hier, of laat leeg.",
            en="Main lines of the IVP, one per line. Paste them here, or leave this empty.",
        )
        lines = Write(
            id="lines",
            label=label,
            value=written(said, "lines"),
            limit=LINES,
            error=wrong.get("lines"),
        )
        found.append(lines)
    return tuple(found)


def hear(dossier: Dossier, said: Said, theme: str) -> Turn:
    found = dossier.get(Theme, theme)
    if found is None:
        return Turn()
    now = view(dossier, replace(said, inputs={}), theme)
    if both := clash(said, now, view(dossier, said, theme)):
        return both
    limits = {"narrative": NARRATIVE, "goal": GOAL, "lines": LINES}
    wrong = faults(said, {**limits, principles.PRINCIPLES: principles.LIMIT})
    if wrong:
        return Turn(instead=view(dossier, said, theme, wrong))
    people = {key for key, _ in people_choices(dossier, whole=False)}
    owner = said.inputs.get("owner")
    after = altered(
        found,
        narrative=written(said, "narrative") or None,
        goal=written(said, "goal") or found.goal,
        owner=owner if owner in people and is_coordinator(dossier, said.who) else found.owner,
    )
    what = Text(nl="thema {theme}", en="theme {theme}").fill(theme=found.title)
    turn = changing(said, found, after, because="draft")
    if turn.keep:
        return turn + Turn(instead=receipt(said, what))
    return Turn() if after.narrative else Turn(instead=View(title=OPEN.fill(theme=found.title)))


OPEN = Text(
    nl="Nog open: waar {theme} om gaat. Dat kan later ook nog.",
    en="Still open: what {theme} is about. That can also be done later.",
)


def _absent_view(dossier: Dossier, said: Said, theme: str, wrong: Text | None = None) -> View:
    title = Text(
        nl="{theme} staat in het IVP, maar niet in dit plan",
        en="{theme} is in the IVP, but not in this plan",
    )
    label = Text(
        nl="Alleen bij weglaten: waarom? Het MT krijgt de reden te zien.",
        en="Only when you leave it out: why? The MT will see the reason.",
    )
    elements = (*context(dossier, theme), reason_input(label, said, wrong))
    named = title.fill(theme=dossier.title(theme))
    remembers = seal(dossier.get(Dismissal, f"C15/{theme}"))
    return stage_view(ABSENT, theme, named, elements, (TAKE, LEAVE), seal=remembers)


def _left_out(dossier: Dossier, said: Said, theme: str) -> Turn | None:
    """Both reasons, where somebody else left it out since."""
    left = dossier.get(Dismissal, f"C15/{theme}")
    there = replace(said, inputs={"why": left.reason if left else ""})
    return clash(said, _absent_view(dossier, there, theme), _absent_view(dossier, said, theme))


def _taken(dossier: Dossier, said: Said, theme: str) -> View:
    """Somebody else took it in; the own reason to leave it out is shown, not kept."""
    own = Text(nl="Jouw reden, niet bewaard: {why}", en="Your reason, not kept: {why}")
    lines = (Words(text=own.fill(why=reason_of(said))),) if reason_of(said) else ()
    return View(title=TAKEN.fill(theme=dossier.title(theme)), elements=lines)


TAKEN = Text(
    nl="{theme} is intussen opgenomen in het plan; er is niets gewijzigd.",
    en="{theme} was included in the plan in the meantime; nothing was changed.",
)


def hear_absent(dossier: Dossier, said: Said, theme: str) -> Turn:
    """Take a theme of the IVP into the plan, or leave it out with the reason."""
    ivp = dossier.get(IvpTheme, theme)
    if ivp is None:
        return Turn()
    if dossier.get(Theme, theme):
        return Turn(instead=_taken(dossier, said, theme))
    if both := _left_out(dossier, said, theme):
        return both
    if said.verb == "take":
        order = max((t.order for t in dossier.themes), default=-1) + 1
        made = Theme(key=ivp.key, title=ivp.title, order=order)
        what = Text(nl="{theme} staat nu in het plan", en="{theme} is in the plan now")
        kept = changing(said, None, made, because="draft")
        return kept + Turn(instead=receipt(said, what.fill(theme=ivp.title)))
    wrong = wrong_with(reason_of(said))
    if wrong:
        return Turn(instead=_absent_view(dossier, said, theme, wrong))
    left = Dismissal(
        key=f"C15/{theme}",
        check="C15",
        subject=theme,
        reason=reason_of(said),
        by=said.who.key,
        at=said.at,
    )
    what = Text(nl="{theme} blijft dit jaar buiten het plan", en="{theme} stays out this year")
    event = registered(said, "explained", left.key, after=left.reason)
    return Turn(keep=(left, event), instead=receipt(said, what.fill(theme=ivp.title)))
