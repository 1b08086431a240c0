"""Hears every card of the first draft, keeps what was said, and puts the next card."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dialogs import phrases
from dialogs.drafting import (
    acting,
    adjusting,
    bringing,
    course,
    editing_item,
    editing_measure,
    editing_theme,
    gathering,
    items,
    judging,
    leading,
    led_twice,
    lines,
    menu,
    mixing,
    opening,
    principles,
    proposing,
    reconsidering,
    removing,
    suggesting,
    undoing,
)
from dialogs.drafting.parts import UNCHANGED, about, afresh, listed
from dialogs.filled import lines_of
from dialogs.mix import key_of
from dialogs.turn import Reply, Said, Turn
from dialogs.view import View
from plan.dossier import Dossier
from plan.drafting import waiting
from plan.records import Theme
from plan.rights import Of, can, is_coordinator
from plan.standing import adopted
from plan.text import Text

Hear = Callable[[Dossier, Said, str], Turn]
HEAR: dict[str, Hear] = {
    opening.OPENING: opening.hear,
    opening.ABSENT: opening.hear_absent,
    lines.LINES: lines.hear,
    principles.PRINCIPLES: principles.hear,
    judging.JUDGING: judging.hear,
    judging.REASONS: judging.hear_reasons,
    reconsidering.AGAIN: reconsidering.hear,
    reconsidering.TWICE: reconsidering.hear,
    adjusting.ADJUSTING: adjusting.hear,
    proposing.PROPOSALS: proposing.hear,
    items.ITEMS: items.hear,
    gathering.GATHERING: gathering.hear,
    leading.LEADING: leading.hear,
    led_twice.LED_TWICE: led_twice.hear,
    bringing.BRINGING: bringing.hear,
    suggesting.SUGGESTING: suggesting.hear,
    mixing.EXPLAINING: mixing.explain,
    editing_measure.MEASURE: editing_measure.hear,
    editing_item.ITEM: editing_item.hear,
    editing_theme.THEME: editing_theme.hear,
    removing.REMOVING: removing.hear,
}
BACK = "back"
"""On a card that was opened from the mix: the mix comes after it."""
ADOPTED = Text(
    nl="Dit plan is vastgesteld en verandert niet meer vanuit de eerste uitwerking.",
    en="This plan was adopted and is no longer changed from the first draft.",
)
ALL_READY = Text(
    nl='Al je thema\'s zijn klaar. Dank je wel. Wijzigen kan altijd: typ "thema".',
    en='All your themes are ready. Thank you. You can always change them: type "theme".',
)


def hear(dossier: Dossier, said: Said) -> Turn:
    """A press on a card of the draft, by whoever may draft its theme."""
    theme, stage = about(said, "theme"), about(said, "stage")
    if adopted(dossier):
        return Turn(instead=View(title=ADOPTED))
    if stage == undoing.UNDOING:
        return undoing.hear(dossier, said)
    if stage == menu.MENU:
        return menu.hear(dossier, said)
    if not can(dossier, said.who, "draft", Of(theme=theme)):
        return Turn(replies=(Reply(text=phrases.NOT_YOURS),))
    if stage == mixing.MIXING:
        return _mixed(dossier, said, theme)
    if said.verb == "remove":
        card = removing.ask_view(dossier, stage, theme, about(said, stage))
        return Turn(instead=_marked(card, said)) if card else _after(dossier, said, Turn())
    if said.verb == "later":
        return _after(dossier, said, Turn(instead=View(title=phrases.SKIPPED)))
    return _after(dossier, said, HEAR[stage](dossier, said, theme))


def _after(dossier: Dossier, said: Said, turn: Turn) -> Turn:
    """What was kept, with the card that comes next; a card that asks again stays."""
    if any(reply.view and reply.view.buttons for reply in turn.replies):
        return replace(turn, replies=tuple(_back(reply, said) for reply in turn.replies))
    if turn.instead and turn.instead.buttons:
        return replace(turn, instead=_marked(turn.instead, said))
    opens = about(said, "stage") == opening.OPENING  # It says itself what is still open.
    told = turn.instead is not None and bool(turn.instead.elements)  # It says itself why.
    if turn.instead and not (turn.keep or opens or told) and said.verb == "save":
        turn = replace(turn, instead=View(title=UNCHANGED))
    after = dossier.plus(turn.keep, turn.drop)
    coming = _coming(after, said, kept=bool(turn.keep))
    if coming is None:
        return _onwards(after, said, turn)
    if turn.instead is None:
        return replace(turn, instead=coming)
    return turn + Turn(replies=(Reply(view=coming),))


def _coming(dossier: Dossier, said: Said, *, kept: bool) -> View | None:
    """The next card: back to the mix it was opened from, or on with the loop."""
    theme, stage, fresh = about(said, "theme"), about(said, "stage"), afresh(said)
    pasted = _pasted(dossier, said, theme, stage)
    if pasted or (stage == principles.PRINCIPLES and not theme):
        return pasted
    if about(said, BACK) or stage == mixing.EXPLAINING:
        return mixing.view(dossier, fresh, theme) if dossier.get(Theme, theme) else None
    if stage in (*removing.KINDS, removing.REMOVING, reconsidering.AGAIN):
        return None
    past = listed(said, "past")
    if stage == bringing.BRINGING and bringing.left(dossier, theme, past):
        return bringing.view(dossier, fresh, theme, past=past)
    return course.following(dossier, fresh, theme, stage, kept=kept)


def _pasted(dossier: Dossier, said: Said, theme: str, stage: str) -> View | None:
    """What was pasted as a theme was opened: the principles first, then the main lines."""
    opened = stage == opening.OPENING and said.verb == "save"
    found = lines_of(said, "lines") if opened else ()
    if opened and (read := lines_of(said, principles.PRINCIPLES)):
        return principles.proposal_view(dossier, theme, read, "\n".join(found))
    if stage == principles.PRINCIPLES and about(said, "lines"):
        found = tuple(about(said, "lines").split("\n"))
    return lines.proposal_view(dossier, theme, found) if found else None


def _onwards(dossier: Dossier, said: Said, turn: Turn) -> Turn:
    """A card that stands by itself ends there; the loop goes on with the next theme."""
    loop = about(said, "stage") in (mixing.MIXING, opening.ABSENT, proposing.PROPOSALS)
    if not loop:
        return turn if turn.instead else Turn(instead=View(title=phrases.NOTHING_KEPT))
    return turn + next_turn(dossier, said)


def next_turn(dossier: Dossier, said: Said) -> Turn:
    """The next theme; after the last one the coordinator sees where the plan stands."""
    open_ = waiting(dossier, said.who)
    if open_:
        return Turn(replies=(Reply(view=course.begin(dossier, afresh(said), open_[0])),))
    if is_coordinator(dossier, said.who):
        return Turn(onward=True)
    return Turn(replies=(Reply(text=ALL_READY),))


def _mixed(dossier: Dossier, said: Said, theme: str) -> Turn:
    """Ready, explain, or the action of a finding."""
    if dossier.get(Theme, theme) is None:
        return _after(dossier, said, Turn())
    if said.verb == "ready":
        turn = mixing.ready(dossier, said, theme)
        return turn + next_turn(dossier.plus(turn.keep), said)
    fresh = afresh(said)
    if said.verb == "explain":
        card = mixing.explaining_view(dossier, fresh, theme)
    else:
        card = _opened(dossier, said, theme)
        card = replace(card, about={**card.about, BACK: "mix"}) if card else None
    return Turn(instead=card or mixing.view(dossier, fresh, theme))


def _opened(dossier: Dossier, said: Said, theme: str) -> View | None:
    """The card of the finding behind a button, if that still stands."""
    keys, number = listed(said, "findings"), (said.verb or "").removeprefix("act")
    wanted = keys[int(number)] if number.isdecimal() and int(number) < len(keys) else ""
    found = {key_of(one): one for one in mixing.found_in(dossier, theme)}
    finding = found.get(wanted)
    return acting.action_of(finding).opens(dossier, afresh(said), finding) if finding else None


def _back(reply: Reply, said: Said) -> Reply:
    return replace(reply, view=_marked(reply.view, said)) if reply.view else reply


def _marked(card: View, said: Said) -> View:
    """The next card goes back to the mix too, when this one would have."""
    back = about(said, BACK)
    return replace(card, about={**card.about, BACK: back}) if back else card
