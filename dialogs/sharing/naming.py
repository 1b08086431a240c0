"""Which municipality a card is about, where a partner answers for several."""

from __future__ import annotations

from dataclasses import replace

from dialogs.questionnaire.parts import CARD
from dialogs.turn import Turn
from dialogs.view import View, Words
from plan.dossier import Dossier
from plan.sharing import sharings
from plan.text import Text

ABOUT = Text(nl="Dit gaat over {here}.", en="This is about {here}.")
LEFT = Text(
    nl="Nu nog wat alleen over {here} gaat. Wat voor de gemeenten samen geldt, hebben we al.",
    en="Now what is about {here} alone. What holds for the municipalities together we have.",
)
BOTH = Text(
    nl="Dit is één verzoek van {here} en {others}. Wat voor hen samen geldt, beantwoordt u één "
    "keer; het antwoord komt in elk plan. Vragen over {others} alleen volgen daarna.",
    en="This is one request of {here} and {others}. What holds for them together you answer once; "
    "the answer goes into each plan. Questions about {others} alone follow after that.",
)


def named(dossier: Dossier, view: View, words: Text = ABOUT) -> View:
    """The card with the municipality on it, when its partner answers for several."""
    about = view.about
    shared = sharings(dossier, about.get("round", ""), about.get("org", ""))
    if view.dialog != CARD or not about.get("asks") or not shared:
        return view
    filled = words.fill(
        here=dossier.plan.municipality.name, others=", ".join(s.municipality for s in shared)
    )
    return replace(view, elements=(Words(text=filled, strong=True), *view.elements))


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
