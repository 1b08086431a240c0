"""The coordinator settles the progress of the year, filled in from what the leads said."""

from __future__ import annotations

from dialogs.changing import changing
from dialogs.clashing import told, unmoved
from dialogs.filled import fault
from dialogs.papers import paper_turn
from dialogs.post import message
from dialogs.registering import registered
from dialogs.running.common import RUNNING
from dialogs.running.settle_card import LONGEST, UNKNOWN, settle_view
from dialogs.running.settled_twice import ALREADY, twice_view
from dialogs.turn import Reply, Said, Turn
from dialogs.view import Button, View, Words
from plan.answering import clean
from plan.content import counts
from plan.content.answers import LIGHT, STATUS
from plan.dates import at_time
from plan.dossier import Dossier
from plan.progress import open_round, settled, suggestion, unsettled, with_year
from plan.question import Option
from plan.records import Closed, Confirmed, Measure, Message, Round, YearOfHistory, altered
from plan.reminders import contact
from plan.text import Text, counted


def hear(dossier: Dossier, said: Said) -> Turn:
    """Keep what was settled; after the last measure the round is over and the leads hear it."""
    if said.verb == "paper":
        return paper_turn(dossier, said, "progress")
    about = said.card.about if said.card else {}
    round_, open_ = dossier.get(Round, about.get("round")), open_round(dossier)
    if round_ is None or (open_ and open_ != round_):
        return Turn(instead=settle_view(dossier, said))
    on_card = about.get("measures", "").split(",")
    before = _settled(dossier, round_, on_card)
    chosen = [m for m in before if unmoved(said, m)]
    if open_:
        chosen += [m for m in unsettled(dossier, open_) if said.verb == "all" or m.key in on_card]
    years = {m.key: _year(dossier, said, round_, m, typed=m.key in on_card) for m in chosen}
    wrong = {key: why for key, year in years.items() if (why := _wrong(year))}
    kept = [m for m in chosen if m.key not in wrong]
    turn = sum((_kept(said, round_, m, years[m.key]) for m in kept), Turn())
    left = twice_view(dossier, said, round_, [m for m in before if m not in kept], wrong)
    twice = Turn(replies=(Reply(view=left),) if left else ())
    after = dossier.plus(turn.keep)
    if open_ and not unsettled(after, round_):
        return turn + _over(after, said, round_) + twice
    following = settle_view(after, said, wrong)
    if not kept and before and not wrong:
        return Turn(instead=left or told(following, ALREADY))
    if wrong or not kept:
        return turn + Turn(instead=following) + twice
    more = Turn(replies=(Reply(view=following),) if open_ else ())
    return turn + Turn(instead=_receipt(said, len(kept))) + twice + more


def _settled(dossier: Dossier, round_: Round, keys: list[str]) -> list[Measure]:
    """Those of a card that somebody settled already."""
    found = (dossier.get(Measure, key) for key in keys)
    return [m for m in found if m and dossier.get(Confirmed, settled(round_, m))]


def _receipt(said: Said, n: int) -> View:
    words = Text(nl="Opgeslagen, {time}: {n}", en="Saved, {time}: {n}")
    return View(title=words.fill(time=at_time(said.at), n=counted(n, *counts.MEASURES)))


def _year(
    dossier: Dossier, said: Said, round_: Round, measure: Measure, *, typed: bool
) -> YearOfHistory:
    """As filled in on the card; what was not on it as the answers make it."""
    year = suggestion(dossier, round_, measure)
    if not typed:
        return year
    inputs, key = said.inputs, measure.key
    return altered(
        year,
        light=_known(inputs.get(f"light/{key}"), LIGHT, year.light),
        progress=_known(inputs.get(f"progress/{key}"), STATUS, year.progress),
        note=clean(inputs.get(f"note/{key}", year.note or "")) or None,
    )


def _known(value: str | None, options: tuple[Option, ...], otherwise: str | None) -> str | None:
    if value == UNKNOWN.id:
        return None
    return value if value in {option.id for option in options} else otherwise


def _wrong(year: YearOfHistory) -> Text | None:
    if year.light in ("oranje", "rood") and not year.note:
        return Text(
            nl="Schrijf bij oranje of rood op wat de oorzaak is, wat het gevolg is en hoe er "
            "wordt bijgestuurd.",
            en="With orange or red, write down the cause, the consequence and the adjustment.",
        )
    return fault(year.note or "", LONGEST)


def _kept(said: Said, round_: Round, measure: Measure, year: YearOfHistory) -> Turn:
    done = Confirmed(key=settled(round_, measure), by=said.who.key, at=said.at)
    words = " · ".join(part for part in (year.progress, year.light) if part)
    event = registered(said, "settled_progress", done.key, after=words or None)
    known = any((year.progress, year.light, year.note))
    after = with_year(measure, year) if known else measure
    return changing(said, measure, after, because="progress") + Turn(keep=(done, event))


def _over(dossier: Dossier, said: Said, round_: Round) -> Turn:
    closed = Closed(key=f"{round_.key}/1", step=round_.key, at=said.at, by=said.who.key)
    messages = tuple(m for org in round_.partners for m in _told(dossier, said, round_, org))
    return Turn(
        keep=(closed, *messages, registered(said, "closed", round_.key)),
        instead=View(
            title=Text(
                nl="Opgeslagen. De voortgang is vastgesteld.",
                en="Saved. The progress is settled.",
            )
        ),
        replies=(Reply(view=_done_view()),),
    )


def _told(dossier: Dossier, said: Said, round_: Round, org: str) -> tuple[Message, ...]:
    """Whoever answered hears what was made of it."""
    person = contact(dossier, round_, org)
    if person is None or not dossier.answers_in(round_.key, org):
        return ()
    return (message(said, "progress_told", person.key, f"{round_.key}/{org}", org=org),)


def _done_view() -> View:
    words = Text(
        nl="De trekkers die antwoordden, horen wat er is vastgesteld. Het overzicht voor het "
        "veiligheidsoverleg staat klaar in Word.",
        en="The leads that answered hear what was settled. The overview for the safety meeting "
        "is ready in Word.",
    )
    paper = Button(
        verb="paper", label=Text(nl="Voortgang in Word", en="Progress in Word"), primary=True
    )
    return View(
        title=Text(nl="Voor het veiligheidsoverleg", en="For the safety meeting"),
        elements=(Words(text=words),),
        buttons=(paper, Button(verb="status", label=Text(nl="Status", en="Status"))),
        dialog=RUNNING,
    )
