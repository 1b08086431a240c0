"""Which municipality a card is about, where a partner answers for several."""

from __future__ import annotations

from dataclasses import replace

from dialogs.questionnaire.parts import CARD
from dialogs.turn import Turn
from dialogs.view import View, Words
from plan.dossier import Dossier
from plan.records import Answer, Sharing
from plan.sharing import sharings
from plan.text import Text

ABOUT = Text(nl="Dit gaat over {here}.", en="This is about {here}.")
LEFT = Text(
    nl="Nu volgt wat voor {here} nog openstaat. Wat u al voor de gemeenten samen zei, vragen we "
    "niet opnieuw.",
    en="Now what is still open for {here}. What you said for the municipalities together is not "
    "asked again.",
)
BOTH = Text(
    nl="Dit is één verzoek van {here} en {others}. Wat voor hen samen geldt, beantwoordt u één "
    "keer; het antwoord komt in elk plan. Vragen over {others} alleen volgen daarna.",
    en="This is one request of {here} and {others}. What holds for them together you answer once; "
    "the answer goes into each plan. Questions about {others} alone follow after that.",
)


def named(dossier: Dossier, view: View, words: Text = ABOUT, place: int = 0) -> View:
    """The card with the municipality on it, when its partner answers for several.

    place: after how many of its elements.
    """
    about = view.about
    shared = sharings(dossier, about.get("round", ""), about.get("org", ""))
    if view.dialog != CARD or not about.get("asks") or not shared:
        return view
    filled = words.fill(
        here=dossier.plan.municipality.name, others=", ".join(s.municipality for s in shared)
    )
    before, after = view.elements[:place], view.elements[place:]
    return replace(view, elements=(*before, Words(text=filled, strong=True), *after))


def shared_source(dossier: Dossier, answer: Answer) -> Text | None:
    """For which municipality an answer was given, when that was another one."""
    if answer.source != "shared":
        return None
    known = (s.municipality for s in dossier.all(Sharing) if s.plan == answer.shared_from)
    words = Text(nl="(gegeven voor {other})", en="(given for {other})")
    return words.fill(other=next(known, answer.shared_from or "–"))


def along(dossier: Dossier, round_: str, org: str) -> Text | None:
    """With which municipalities a partner answers in one request."""
    others = ", ".join(s.municipality for s in sharings(dossier, round_, org))
    words = Text(nl="samen met {others}", en="together with {others}")
    return words.fill(others=others) if others else None


def with_names(dossier: Dossier, turn: Turn) -> Turn:
    """The same turn with the municipality on every card of a shared request."""
    return replace(
        turn,
        replies=tuple(
            replace(reply, view=named(dossier, reply.view)) if reply.view else reply
            for reply in turn.replies
        ),
        instead=named(dossier, turn.instead) if turn.instead else None,
    )
