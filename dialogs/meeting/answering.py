"""What somebody who is invited says: the heaviest points, a voice, a yes, an agreement kept."""

from __future__ import annotations

from collections.abc import Callable

from dialogs.clashing import SEAL, moved, seal, told
from dialogs.meeting.attending import (
    HEAVIEST,
    PAPERS,
    about,
    choosing,
    papers_view,
    speaks_for,
)
from dialogs.meeting.overview import ics_turn
from dialogs.meeting.parts import ATTENDING, NO_SESSION, session_in_hand
from dialogs.meeting.point import LABELS
from dialogs.meeting.reporting import part_of
from dialogs.papers import draft_turn
from dialogs.registering import registered
from dialogs.turn import Paper, Reply, Said, Turn
from dialogs.view import Button, Heading, View, Words
from plan import voices
from plan.calendar import local
from plan.dossier import Dossier
from plan.records import DiscussionPoint, Heaviest, Organisation, Vote
from plan.sessions import AGREED, CHOICES, outcome_of, points_of, polled
from plan.text import Text, joined


def hear(dossier: Dossier, said: Said) -> Turn:
    """A press on a card of somebody who is invited."""
    assert said.card is not None  # noqa: S101 - a press always has its card
    if said.verb == "draft":
        return draft_turn(dossier, said)
    session = session_in_hand(dossier, said)
    if said.verb in ("ics", "report"):
        if session is None:
            return Turn(instead=NO_SESSION)
        paper = Paper(part=part_of(session.key))
        return ics_turn(session) if said.verb == "ics" else Turn(replies=(Reply(paper=paper),))
    answer = ANSWERS.get(said.verb or "")
    return answer(dossier, said) if answer else Turn(instead=NO_SESSION)


def _org(dossier: Dossier, said: Said) -> str:
    """For whom the card was; nothing when who pressed does not speak for them."""
    assert said.card is not None  # noqa: S101 - a press always has its card
    org, shown_on = said.card.about.get("org", ""), local(said.card.issued_at).date()
    return org if voices.speaks_for(dossier, said.who, org, shown_on) else ""


def _choose(dossier: Dossier, said: Said) -> Turn:
    """One or two points, once for each organisation; they can be changed until it begins."""
    session, org = session_in_hand(dossier, said), _org(dossier, said)
    if session is None or session.began_at or not dossier.get(Organisation, org):
        return Turn(instead=View(title=TOO_LATE))
    raw = said.inputs.get("heaviest", "")
    known = [p for p in points_of(dossier, session.key) if p.kind != AGREED]
    chosen = [p for p in known if p.key in raw.split(",")]
    keys, before = tuple(point.key for point in chosen), dossier.get(Heaviest, org)
    view = papers_view(dossier, session, org, PAPERS, value=raw)
    if before and before.points != keys and moved(said, view.about[SEAL]):
        points = "; ".join(point.question for point in known if point.key in before.points)
        name = dossier.person_name(before.by)
        return Turn(instead=told(view, CHOSEN.fill(name=name, points=points)))
    if not 1 <= len(chosen) <= HEAVIEST:
        again = papers_view(dossier, session, org, PAPERS, value=raw, wrong=ONE_OR_TWO)
        return Turn(instead=again)
    heaviest = Heaviest(key=org, points=keys, by=said.who.key, at=said.at)
    rest = choosing(dossier.plus((heaviest,)), said.who, session)
    next_ = (Reply(view=papers_view(dossier, session, rest[0], PAPERS)),) if rest else ()
    return Turn(
        keep=(heaviest, registered(said, "chose_heaviest", org, after=", ".join(keys))),
        replies=next_,
        instead=View(
            title=Text(nl="Opgeslagen: uw zwaarste punten", en="Saved: your heaviest points"),
            elements=tuple(Words(text=Text.verbatim(point.question)) for point in chosen),
        ),
    )


def poll_view(dossier: Dossier, point: DiscussionPoint, org: str) -> View:
    """One tap: for, against or neither."""
    mine = dossier.get(Vote, f"{point.key}/{org}")
    cast = Text(nl="Uw organisatie stemde: {choice}.", en="Your organisation voted: {choice}.")
    shown = (cast.fill(choice=LABELS[mine.choice]),) if mine else ()
    return View(
        title=Text(nl="Peiling", en="Poll"),
        elements=(
            Heading(text=Text.verbatim(point.question)),
            *_motion(point),
            *(Words(text=words) for words in shown),
            Words(text=joined([speaks_for(dossier, org), ONE_VOICE]), tone="subtle"),
        ),
        buttons=tuple(Button(verb=choice, label=LABELS[choice]) for choice in CHOICES),
        dialog=ATTENDING,
        about={
            **about("poll", point.session, org),
            "point": point.key,
            SEAL: seal(mine and mine.choice),
        },
    )


def _motion(point: DiscussionPoint) -> tuple[Words, ...]:
    proposal = Text(nl="Voorstel: {motion}", en="Proposal: {motion}")
    return (Words(text=proposal.fill(motion=point.motion)),) if point.motion else ()


def _vote(dossier: Dossier, said: Said) -> Turn:
    """One voice for each organisation; the last one counts while the poll lasts."""
    assert said.card is not None  # noqa: S101 - a press always has its card
    point, org = dossier.get(DiscussionPoint, said.card.about.get("point")), _org(dossier, said)
    if point is None or not polled(dossier, point.key) or not dossier.get(Organisation, org):
        return Turn(instead=_over(dossier, point))
    choice, before = said.verb or "", dossier.get(Vote, f"{point.key}/{org}")
    view = poll_view(dossier, point, org)
    if before and before.choice != choice and moved(said, view.about[SEAL]):
        name = dossier.person_name(before.by)
        return Turn(instead=told(view, VOTED.fill(name=name, own=LABELS[choice])))
    vote = Vote(
        key=f"{point.key}/{org}",
        point=point.key,
        org=org,
        choice=choice,
        by=said.who.key,
        at=said.at,
    )
    title = Text(nl="Opgeslagen: {choice}", en="Saved: {choice}").fill(choice=LABELS[choice])
    question = Words(text=Text.verbatim(point.question))
    return Turn(
        keep=(vote, registered(said, "voted", vote.key)),
        instead=View(title=title, elements=(question,)),
    )


def _over(dossier: Dossier, point: DiscussionPoint | None) -> View:
    outcome = outcome_of(dossier, point.key) if point else None
    return View(
        title=Text(
            nl="Deze peiling is gesloten; uw stem telt niet mee",
            en="This poll is closed; your vote was not counted",
        ),
        elements=(Words(text=Text.verbatim(outcome.decision)),) if outcome else (),
    )


ANSWERS: dict[str, Callable[[Dossier, Said], Turn]] = {
    "choose": _choose,
    **dict.fromkeys(CHOICES, _vote),
}
CHOSEN = Text(
    nl="{name} koos intussen namens uw organisatie: {points}. Uw keuze staat hieronder en is nog "
    "niet bewaard. Opslaan vervangt de keuze van {name}.",
    en="{name} chose for your organisation in the meantime: {points}. Your choice is below and "
    "was not kept yet. Saving replaces the choice of {name}.",
)
VOTED = Text(
    nl="{name} stemde intussen namens uw organisatie. Uw stem ({own}) is nog niet bewaard. Kies "
    "hieronder wat de stem van uw organisatie is.",
    en="{name} voted for your organisation in the meantime. Your vote ({own}) was not kept yet. "
    "Choose below what your organisation votes.",
)
TOO_LATE = Text(
    nl="De sessie is al begonnen of gaat niet door; uw keuze is niet bewaard",
    en="The session has begun or is off; your choice was not kept",
)
ONE_OR_TWO = Text(nl="Kies een of twee punten.", en="Choose one or two points.")
ONE_VOICE = Text(nl="Elke organisatie heeft één stem.", en="Each organisation has one vote.")
