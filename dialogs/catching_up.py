"""Taking over what was settled in last year's plan after this one was begun."""

from __future__ import annotations

from dialogs.changing import changing
from dialogs.registering import registered
from dialogs.running.common import preceding
from dialogs.turn import Said, Turn
from dialogs.view import Button, Element, View, Words
from plan.catching_up import kept_since, news
from plan.content import counts
from plan.dossier import Dossier
from plan.text import Text, counted, joined

VERB = "catch_up"


def catch_up_button(dossier: Dossier, said: Said) -> tuple[Button, ...]:
    last = preceding(dossier, said)
    if last is None or _what(dossier, last) is None:
        return ()
    words = Text(nl="Bijwerken uit plan {year}", en="Update from the {year} plan")
    return (Button(verb=VERB, label=words.fill(year=last.plan.year)),)


def catch_up_line(dossier: Dossier, said: Said) -> tuple[Element, ...]:
    last = preceding(dossier, said)
    what = _what(dossier, last) if last else None
    if last is None or what is None:
        return ()
    words = Text(
        nl="Er is nieuwe voortgang in het plan van {year}: {what}.",
        en="There is new progress in the {year} plan: {what}.",
    )
    return (Words(text=words.fill(year=last.plan.year, what=what), tone="warning"),)


def _what(dossier: Dossier, last: Dossier) -> Text | None:
    """`12 maatregelen en 1 nagekomen afspraak`; None when there is nothing."""
    measures, agreements = news(dossier, last), kept_since(dossier, last)
    found = [counted(len(measures), *counts.MEASURES)] if measures else []
    if agreements:
        one = Text(nl="1 nagekomen afspraak", en="1 kept agreement")
        more = Text(nl="{n} nagekomen afspraken", en="{n} kept agreements")
        found.append(counted(len(agreements), one, more))
    return joined(found, ", ") if found else None


def catch_up(dossier: Dossier, said: Said) -> Turn:
    """All of it; what was concluded here already stays."""
    last = preceding(dossier, said)
    what = _what(dossier, last) if last else None
    if last is None or what is None:
        return Turn(onward=True)
    turn = sum((changing(said, *pair, because="progress") for pair in news(dossier, last)), Turn())
    event = registered(said, "caught_up", last.plan.key, after=what.within(dossier.plan.language))
    title = Text(
        nl="Opgeslagen. Overgenomen uit het plan van {year}: {what}.",
        en="Saved. Taken over from the {year} plan: {what}.",
    )
    kept = Turn(keep=(*kept_since(dossier, last), event))
    view = View(title=title.fill(year=last.plan.year, what=what))
    return turn + kept + Turn(instead=view, onward=True)
