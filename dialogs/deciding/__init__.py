"""Decision making: one body after another, its changes worked in, and the plan adopted."""

from __future__ import annotations

from collections.abc import Callable

from dialogs import phrases
from dialogs.deciding.adopting import adopt, adopted_view, concerned
from dialogs.deciding.altering import alter
from dialogs.deciding.answers import answer_for, answers_view
from dialogs.deciding.asking import ask
from dialogs.deciding.body import DIALOG, body_view
from dialogs.deciding.course import buttons, lines, next_view
from dialogs.deciding.naming import name, name_none
from dialogs.deciding.objecting import settle
from dialogs.deciding.overview import overview
from dialogs.deciding.papers import VERB, choose_annex, hand_over, papers_view
from dialogs.deciding.planning import keep_route, route_view
from dialogs.deciding.recording import body_of, record
from dialogs.turn import Reply, Said, Turn
from dialogs.view import View
from dialogs.work import Work
from plan import amending
from plan.answering import plain
from plan.dossier import Dossier
from plan.records import DecisionStep
from plan.rights import is_coordinator
from plan.route import on_route, own_bodies, waiting

__all__ = ["DIALOG", "WORK", "decision_turn", "hear", "names_body", "papers_turn"]


def _shown(dossier: Dossier, said: Said) -> Turn:
    """One of the cards that both the step and the word `besluit` lead to."""
    match said.verb:
        case "papers":
            return _view(papers_view(dossier, said))
        case "route":
            return _view(route_view(dossier, said))
        case "answers":
            return _view(answers_view(dossier, said))
        case _:
            return _view(
                next_view(dossier, said) or overview(dossier, said, buttons(dossier, said))
            )


def _view(view: View) -> Turn:
    return Turn(replies=(Reply(view=view),))


WORK = Work(
    buttons=lambda dossier, said, step: buttons(dossier, said),
    hear=lambda dossier, said, step: _shown(dossier, said),
    lines=lambda dossier, said, step: lines(dossier),
    closed=adopt,
)


def hear(dossier: Dossier, said: Said) -> Turn:
    """A card of the decision: the coordinator's, or that of somebody who decides."""
    verb = said.verb or ""
    if verb.startswith(VERB):
        return hand_over(dossier, said, verb.removeprefix(VERB))
    if verb == "record":
        return _with_next(dossier, said, record(dossier, said))
    if verb in _PLAIN:
        return _with_next(dossier, said, _PLAIN[verb](dossier, said))
    if verb not in _OF_A_BODY:
        return _shown(dossier, said)
    body = body_of(dossier, said)
    if body is None:
        return Turn(replies=(Reply(text=phrases.NOT_YOURS),))
    return _with_next(dossier, said, _OF_A_BODY[verb](dossier, said, body))


_PLAIN: dict[str, Callable[[Dossier, Said], Turn]] = {
    "plan_route": keep_route,
    "annex": choose_annex,
    "ask": ask,
    "answer_for": answer_for,
    "settle": settle,
}
_OF_A_BODY: dict[str, Callable[[Dossier, Said, DecisionStep], Turn]] = {
    "name": name,
    "name_none": name_none,
    "alter": alter,
    "unaltered": alter,
}


def _with_next(dossier: Dossier, said: Said, turn: Turn) -> Turn:
    """While a change is being worked in the next card follows at once."""
    if not turn.keep or not is_coordinator(dossier, said.who):
        return turn
    after = dossier.plus(turn.keep, turn.drop)
    busy = (
        amending.to_name(after)
        or amending.to_work_in(after)
        or amending.to_ask(after)
        or amending.objections(after)
    )
    fresh = Said(who=said.who, at=said.at, language=said.language)
    view = next_view(after, fresh) if busy else None
    if view is None:
        return turn if turn.replies else _onward(turn)
    return Turn(
        keep=turn.keep,
        drop=turn.drop,
        instead=turn.instead,
        replies=(*turn.replies, Reply(view=view)),
    )


def _onward(turn: Turn) -> Turn:
    return Turn(keep=turn.keep, drop=turn.drop, instead=turn.instead, onward=True)


def decision_turn(dossier: Dossier, said: Said, rest: str = "") -> Turn:
    """The word `besluit`: where it stands; for who decides the card of the own body.

    With the name of a body its card, to record out of turn or to mend what was recorded.
    """
    named = body_named(dossier, said, rest)
    if named:
        return _view(body_view(dossier, said, named))
    own = [] if is_coordinator(dossier, said.who) else own_bodies(dossier, said.who)
    open_ = [body for body in waiting(dossier) if body in own]
    if open_:
        return _view(body_view(dossier, said, open_[0]))
    mine = buttons(dossier, said) if is_coordinator(dossier, said.who) else ()
    return _view(overview(dossier, said, mine))


def body_named(dossier: Dossier, said: Said, words: str) -> DecisionStep | None:
    """The body of that name; only for who may record its decision."""
    wanted = plain(words).removeprefix("het ").removeprefix("de ").removeprefix("the ")
    mine = on_route(dossier)
    if not is_coordinator(dossier, said.who):
        mine = own_bodies(dossier, said.who)
    return next((b for b in mine if wanted and plain(b.body) == wanted), None)


def names_body(dossier: Dossier, said: Said, rest: str) -> bool:
    return body_named(dossier, said, rest) is not None


def papers_turn(dossier: Dossier, said: Said, rest: str = "") -> Turn:
    """The word `stukken`: all papers, those of the own body, or the plan as it was adopted."""
    if is_coordinator(dossier, said.who) or own_bodies(dossier, said.who):
        return _view(papers_view(dossier, said))
    adopted = adopted_view(dossier, said.who) if said.who in concerned(dossier) else None
    if adopted:
        return _view(adopted)
    return Turn(replies=(Reply(text=phrases.ONLY_COORDINATOR),))
