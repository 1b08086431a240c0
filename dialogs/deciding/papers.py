"""The papers for the bodies and the archive package, as buttons."""

from __future__ import annotations

from dialogs import phrases
from dialogs.clashing import SEAL, moved, seal, told
from dialogs.registering import registered
from dialogs.turn import Paper, Reply, Said, Turn
from dialogs.view import Button, Pick, View, Words
from plan.dossier import Dossier
from plan.editions import latest
from plan.records import Confirmed, DecisionStep
from plan.rights import decides, is_coordinator
from plan.route import BodySort, next_body, own_bodies, sort_of
from plan.text import Text

DIALOG = "deciding"
VERB = "paper/"
WITHOUT_FINDINGS = "mt_note_without_findings"
"""Confirmed when the coordinator leaves the annex with findings out of the note for the MT."""
NAMES: dict[str, Text] = {
    "mt_note": Text(nl="Oplegnotitie MT", en="Note for the MT"),
    "college_proposal": Text(nl="Collegevoorstel", en="Proposal for the college"),
    "participation": Text(nl="Wie deed er mee", en="Who took part"),
    "triangle_note": Text(nl="Annotatie driehoek", en="Note for the triangle"),
    "council_letter": Text(nl="Raadsinformatiebrief", en="Letter to the council"),
    "public_summary": Text(nl="Samenvatting voor inwoners", en="Summary for residents"),
    "decisions": Text(nl="Overzicht van besluiten", en="Record of decisions"),
    "plan": Text(nl="Plan in Word", en="Plan in Word"),
    "adopted": Text(nl="Vastgesteld plan", en="Adopted plan"),
    "archive": Text(nl="Archiefpakket", en="Archive package"),
}
_OF: dict[BodySort, tuple[str, ...]] = {
    "mt": ("mt_note", "plan"),
    "college": ("college_proposal", "participation", "plan"),
    "triangle": ("triangle_note", "plan"),
    "council": ("council_letter", "public_summary"),
    "other": ("mt_note", "plan"),
}


def papers_of(body: DecisionStep) -> tuple[Button, ...]:
    return tuple(_button(part) for part in _OF[sort_of(body)])


def _button(part: str) -> Button:
    return Button(verb=VERB + part, label=NAMES[part], checks=False)


def papers_view(dossier: Dossier, said: Said) -> View:
    """Every paper there is for the bodies; for a decision maker those of the own body."""
    title = Text(nl="Stukken", en="Papers")
    if not is_coordinator(dossier, said.who):
        parts = dict.fromkeys(p for b in own_bodies(dossier, said.who) for p in _OF[sort_of(b)])
        return View(title=title, buttons=tuple(map(_button, parts)), dialog=DIALOG)
    adopted = latest(dossier) is not None
    next_ = next_body(dossier)
    first = _OF[sort_of(next_)] if next_ else ()
    parts_ = (p for p in dict.fromkeys((*first, *NAMES)) if p != "adopted" or adopted)
    words = Text(
        nl="Elk stuk is gemaakt met wat er nu in het plan staat. Wat ontbreekt, is gemarkeerd.",
        en="Each paper is made from what the plan says now. What is missing is marked.",
    )
    annex = Button(verb="annex", label=Text(nl="Keuze opslaan", en="Save this choice"))
    without = dossier.get(Confirmed, WITHOUT_FINDINGS) is not None
    choice = Pick(
        id="annex",
        label=Text(
            nl="Gaan de open aandachtspunten als bijlage naar het MT?",
            en="Do the open points of attention go to the MT as an annex?",
        ),
        choices=(("ja", Text(nl="Ja", en="Yes")), ("nee", Text(nl="Nee", en="No"))),
        value="nee" if without else "ja",
        wide=True,
    )
    return View(
        title=title,
        elements=(Words(text=words), choice),
        buttons=(*map(_button, parts_), annex),
        dialog=DIALOG,
        about={SEAL: seal(without)},
    )


def hand_over(dossier: Dossier, said: Said, part: str) -> Turn:
    """One paper; the archive package is a zip. Who decides gets what belongs to the own body."""
    if part not in NAMES or not _may(dossier, said, part):
        return Turn(replies=(Reply(text=phrases.NOT_YOURS),))
    if part == "archive":
        return archive_turn(dossier, said)
    return Turn(replies=(Reply(paper=Paper(part=part)),))


def _may(dossier: Dossier, said: Said, part: str) -> bool:
    if is_coordinator(dossier, said.who):
        return True
    own = {p for body in own_bodies(dossier, said.who) for p in _OF[sort_of(body)]}
    return decides(dossier, said.who) and part in own


def archive_turn(dossier: Dossier, said: Said) -> Turn:
    """The package, and that it was made."""
    made = Confirmed(key="archive", by=said.who.key, at=said.at)
    event = registered(said, "archived", dossier.plan.version)
    return Turn(keep=(made, event), replies=(Reply(paper=Paper(part="archive", kind="zip")),))


CHOSEN = Text(
    nl="Over de bijlage is intussen anders gekozen; er is niets veranderd. Zo staat het er nu.",
    en="Another choice about the annex was made meanwhile; nothing was changed. This is it now.",
)


def choose_annex(dossier: Dossier, said: Said) -> Turn:
    """Whether the findings go with the note for the MT."""
    known, chosen = dossier.get(Confirmed, WITHOUT_FINDINGS), said.inputs.get("annex", "ja")
    if moved(said, seal(known is not None)) and (chosen == "nee") != (known is not None):
        return Turn(instead=told(papers_view(dossier, said), CHOSEN))
    event = registered(said, "chose_annex", "mt_note", after=chosen)
    if chosen == "nee":
        kept = Confirmed(key=WITHOUT_FINDINGS, by=said.who.key, at=said.at)
        words = Text(nl="de notitie gaat zonder bijlage", en="the note goes without the annex")
        turn = Turn(keep=(kept, event))
    else:
        words = Text(nl="de bijlage gaat mee", en="the annex goes with it")
        turn = Turn(keep=(event,), drop=(known,) if known else ())
    title = Text(nl="Opgeslagen: {what}", en="Saved: {what}").fill(what=words)
    after = dossier.plus(turn.keep, turn.drop)
    return turn + Turn(instead=View(title=title), replies=(Reply(view=papers_view(after, said)),))
