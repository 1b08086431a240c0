"""What a plan looks like for who has a role in it: theme owner, decision maker, reader."""

from __future__ import annotations

from dialogs import phrases
from dialogs.papers import adopted_turn, draft_turn, register_turn
from dialogs.turn import Reply, Said, Turn
from dialogs.view import Button, Element, Heading, Listing, View, Words
from plan.checks import findings
from plan.content import counts
from plan.content.tracks import TRACKS
from plan.dossier import Dossier
from plan.drafting import unjudged
from plan.forming.demands import lacking
from plan.records import Person, Theme
from plan.rights import ALL, can, decides, own_themes, reads
from plan.standing import current_step
from plan.text import Text, counted

DIALOG = "mine"
DRAFT = Button(verb="draft", label=Text(nl="Concept in Word", en="Draft in Word"))
ADOPTED = Button(verb="adopted", label=Text(nl="Vastgesteld plan", en="Adopted plan"))
REGISTER = Button(
    verb="register", label=Text(nl="Verwerking van reacties", en="What was done with comments")
)

TO_READ = ((DRAFT, "read_draft"), (ADOPTED, "read_adopted"), (REGISTER, "read_register"))


def mine_view(dossier: Dossier, said: Said) -> View:
    """Where the plan stands, what the own role asks, and what may be read."""
    who = said.who
    buttons = tuple(button for button, may in TO_READ if can(dossier, who, may, ALL))
    return View(
        title=Text.verbatim(dossier.plan.title),
        elements=(
            Words(text=_where(dossier)),
            *_themes(dossier, who),
            *_decision(dossier, who),
            *_reading(dossier, who),
            *_nothing(dossier, who),
        ),
        buttons=buttons,
        dialog=DIALOG if buttons else "",
    )


def _where(dossier: Dossier) -> Text:
    step = current_step(dossier, TRACKS[dossier.plan.track])
    where = Text(nl="Stand van het plan: {step}.", en="Where the plan stands: {step}.")
    done = Text(nl="vastgesteld en in uitvoering", en="adopted and running")
    return where.fill(step=step.title if step else done)


def _themes(dossier: Dossier, who: Person) -> tuple[Element, ...]:
    """The own themes, each with what is missing in it."""
    own = own_themes(dossier, who)
    title = Text(nl="Eigen thema's", en="Own themes")
    found: list[Element] = [Heading(text=title, level=3)] if own else []
    for theme in own:
        found.append(Words(text=Text.verbatim(f"{theme.key} {theme.title}"), strong=True))
        found.append(_lacking(dossier, theme))
    return tuple(found)


def _lacking(dossier: Dossier, theme: Theme) -> Element:
    lacks = (*lacking(dossier, theme.key), *_unjudged(dossier, theme))
    if lacks:
        return Listing(lines=lacks)
    return Words(text=Text(nl="Hier ontbreekt niets.", en="Nothing is missing here."), tone="good")


def _unjudged(dossier: Dossier, theme: Theme) -> tuple[Text, ...]:
    """Every measure of last year needs a verdict."""
    open_ = unjudged(dossier, theme.key)
    words = Text(nl="nog zonder besluit: {n}", en="without a verdict: {n}")
    return (words.fill(n=counted(len(open_), *counts.MEASURES)),) if open_ else ()


def _decision(dossier: Dossier, who: Person) -> tuple[Element, ...]:
    """What somebody who decides may want to know first."""
    if not decides(dossier, who):
        return ()
    open_ = sum(not finding.dismissed for finding in findings(dossier))
    words = Text(
        nl="U beslist mee over dit plan. Het concept heeft nog {n}.",
        en="You decide on this plan. The draft still has {n}.",
    )
    return (Words(text=words.fill(n=counted(open_, *counts.FINDINGS))),)


def _reading(dossier: Dossier, who: Person) -> tuple[Element, ...]:
    if not reads(dossier, who):
        return ()
    return (Words(text=READ if can(dossier, who, "read_adopted", ALL) else LATER),)


READ = Text(
    nl="U kunt het vastgestelde plan lezen en zien wat er met de reacties is gedaan.",
    en="You can read the adopted plan and see what was done with the comments.",
)
LATER = Text(
    nl="Zodra het plan is vastgesteld, kunt u het hier lezen. U ziet dan ook wat er met de "
    "reacties is gedaan.",
    en="Once the plan is adopted you can read it here. You then also see what was done with the "
    "comments.",
)


def _nothing(dossier: Dossier, who: Person) -> tuple[Element, ...]:
    """For a partner: nothing to do now."""
    if can(dossier, who, "read_findings", ALL) or reads(dossier, who):
        return ()
    words = Text(
        nl="Er staat niets voor u open. Ik laat het weten zodra er iets te doen is.",
        en="Nothing is waiting for you. I will let you know when there is something to do.",
    )
    return (Words(text=words),)


def hear(dossier: Dossier, said: Said) -> Turn:
    """A document, if the role still allows it."""
    match said.verb:
        case "draft":
            return draft_turn(dossier, said)
        case "adopted":
            return adopted_turn(dossier, said)
        case "register":
            return register_turn(dossier, said)
        case _:
            return Turn(replies=(Reply(text=phrases.NOT_YOURS),))
