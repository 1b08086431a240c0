"""Partners without a reaction: whom to call, the text for a manager, and how it is put down."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dialogs.calling import call_line, call_title
from dialogs.clashing import SEAL, moved, seal, told
from dialogs.registering import registered
from dialogs.turn import Reply, Said, Turn
from dialogs.view import Button, Element, Fold, Heading, Listing, Pick, View, Words
from plan.calendar import local
from plan.content import counts
from plan.dates import on_day
from plan.dossier import Dossier
from plan.reactions import check_of, unheard
from plan.records import BilateralCheck, Record, Round, altered
from plan.standing import is_open, response
from plan.text import Text, counted

DIALOG = "check.silent"
VERBS = {"tacit": "tacit", "escalated": "escalated", "withdraw": "withdrawn"}


def silent_view(dossier: Dossier, said: Said, round_: Round, wrong: Text | None = None) -> View:
    """Before the deadline whom to call; after it also how silence is put down."""
    silent = unheard(dossier, round_)
    over = local(said.at).date() > round_.closes_on
    elements: list[Element | Fold] = [Words(text=wrong, tone="attention")] if wrong else []
    elements.append(Words(text=_when(round_, over=over)))
    if silent:
        elements += [
            Heading(text=call_title(dossier, round_, silent), level=3),
            Listing(lines=tuple(call_line(dossier, round_, org) for org in silent)),
            Words(text=DURING, tone="subtle"),
        ]
    elements += _settling(dossier, round_, silent) if over and silent else ()
    title = Text(nl="Nog zonder reactie: {n}", en="No response yet: {n}")
    return View(
        title=title.fill(n=counted(len(silent), *counts.PARTNERS)),
        elements=(*elements, *_settled_lines(dossier, round_)),
        buttons=_buttons(dossier, round_, open_=bool(over and silent)),
        dialog=DIALOG,
        about={"round": round_.key, SEAL: _seal(dossier, round_)},
    )


def _when(round_: Round, *, over: bool) -> Text:
    if over:
        words = Text(nl="De termijn was {day}.", en="The deadline was {day}.")
    else:
        words = Text(
            nl="Reageren kan nog tot en met {day}. Wie nog niet klaar is, krijgt een herinnering.",
            en="They can respond until {day}. Those who are not ready yet get a reminder.",
        )
    return words.fill(day=on_day(round_.closes_on))


def _settling(
    dossier: Dossier, round_: Round, silent: tuple[str, ...]
) -> tuple[Element | Fold, ...]:
    agreed = (Words(text=Text.verbatim(round_.silence), tone="subtle"),) if round_.silence else ()
    pick = Pick(
        id="orgs",
        label=Text(nl="Vastleggen voor", en="Record for"),
        choices=tuple((o, Text.verbatim(dossier.organisation_name(o))) for o in silent),
        value=",".join(silent),
        several=True,
        wide=True,
    )
    texts = tuple(Words(text=letter(dossier, round_, org)) for org in silent)
    return (
        Fold(title=LETTERS, elements=texts),
        *agreed,
        pick,
    )


def letter(dossier: Dossier, round_: Round, org: str) -> Text:
    """The text for the manager of a silent partner: ready to copy, never sent by itself."""
    coordinator = dossier.coordinator
    partly = response(dossier, round_.key, org) == "partial"
    return LETTER.fill(
        had=PARTLY if partly else NOTHING,
        org=dossier.organisation_name(org),
        municipality=dossier.plan.municipality.name,
        year=dossier.plan.year,
        n=counted(len(dossier.measures_with(org)), *counts.MEASURES),
        day=on_day(round_.closes_on),
        name=coordinator.name if coordinator else "–",
    )


def _settled_lines(dossier: Dossier, round_: Round) -> tuple[Element, ...]:
    lines = []
    for org in round_.partners:
        check = check_of(dossier, round_.key, org)
        if check and check.commitment == "geen_reactie":
            how = TACIT if check.silent else ESCALATED if check.escalated_at else None
            lines += [how.fill(org=dossier.organisation_name(org))] if how else []
    title = Heading(text=Text(nl="Vastgelegd", en="Recorded"), level=3)
    return (title, Listing(lines=tuple(lines))) if lines else ()


def _seal(dossier: Dossier, round_: Round) -> str:
    """Of what was put down, as the card says it."""
    return seal([(o, _put_down_as(dossier, round_, o)) for o in round_.partners])


def _put_down_as(dossier: Dossier, round_: Round, org: str) -> str:
    check = check_of(dossier, round_.key, org)
    if check is None or check.commitment != "geen_reactie":
        return "reacted" if check else ""
    return "tacit" if check.silent else "escalated" if check.escalated_at else ""


def _dealt_with(dossier: Dossier, round_: Round, orgs: Iterable[str]) -> tuple[Element, ...]:
    """What became meanwhile of the partners that were ticked."""
    known = {"tacit": TACIT, "escalated": ESCALATED, "reacted": REACTED}
    lines = tuple(
        known[how].fill(org=dossier.organisation_name(org))
        for org in orgs
        if (how := _put_down_as(dossier, round_, org)) in known
    )
    return (Words(text=MEANWHILE, tone="warning"), Listing(lines=lines)) if lines else ()


def _buttons(dossier: Dossier, round_: Round, *, open_: bool) -> tuple[Button, ...]:
    tacit = Text(nl="Stilzwijgend, zoals afgesproken", en="Tacit, as agreed")
    told = Text(nl="Leidinggevende is ingelicht", en="The manager has been told")
    found = []
    if open_:
        if round_.silence:
            found.append(Button(verb="tacit", label=tacit, primary=True))
        found.append(Button(verb="escalated", label=told, primary=not round_.silence))
    if _settled_lines(dossier, round_):
        undo = Text(nl="Vastlegging terugdraaien", en="Undo what was recorded")
        found.append(Button(verb="withdraw", label=undo, checks=False))
    return tuple(found)


def hear(dossier: Dossier, said: Said) -> Turn:
    """Put silence down as it was agreed or escalated, or take that back."""
    round_ = dossier.get(Round, said.card.about.get("round")) if said.card else None
    if round_ is None or not is_open(dossier, round_):
        return Turn(onward=True)
    over = local(said.at).date() > round_.closes_on
    known = set(said.inputs.get("orgs", "").split(","))
    orgs = [org for org in unheard(dossier, round_) if org in known and over]
    gone = _dealt_with(dossier, round_, sorted(known - {*orgs}))
    if said.verb == "withdraw":
        orgs, gone = [org for org in round_.partners if _is_put_down(dossier, round_, org)], ()
        if moved(said, _seal(dossier, round_)):
            return Turn(instead=told(silent_view(dossier, said, round_), NOT_YET))
    if not orgs:
        return Turn(instead=_above(silent_view(dossier, said, round_, NOBODY), gone))
    kept: list[Record] = [_put_down(dossier, said, round_, org) for org in orgs]
    event = registered(said, VERBS[said.verb or ""], round_.key, after=", ".join(orgs))
    names = ", ".join(dossier.organisation_name(org) for org in orgs)
    title = RECEIPTS[said.verb or ""].fill(names=names)
    after = dossier.plus(kept)
    turn = Turn(keep=(*kept, event), instead=View(title=title, elements=gone))
    if said.verb == "withdraw":
        return turn + Turn(replies=(Reply(view=silent_view(after, said, round_)),))
    return turn + Turn(onward=True)


def _above(view: View, gone: tuple[Element, ...]) -> View:
    return replace(view, elements=(*gone, *view.elements))


def _is_put_down(dossier: Dossier, round_: Round, org: str) -> bool:
    check = check_of(dossier, round_.key, org)
    return check is not None and (check.silent or check.escalated_at is not None)


def _put_down(dossier: Dossier, said: Said, round_: Round, org: str) -> BilateralCheck:
    """Never as agreement: the commitment stays `geen_reactie`."""
    blank = BilateralCheck(key=f"{round_.key}/{org}", round=round_.key, org=org)
    told = said.verb == "escalated"
    return altered(
        check_of(dossier, round_.key, org) or blank,
        silent=said.verb == "tacit",
        escalated_at=said.at if told else None,
        escalated_by=said.who.key if told else None,
    )


DURING = Text(
    nl='Tijdens het gesprek invullen? Typ "namens" en de naam van de partner.',
    en='Fill in during the call? Type "for" and the name of the partner.',
)
NOBODY = Text(nl="Er is niets vastgelegd.", en="Nothing was recorded.")
TACIT = Text(nl="{org}: stilzwijgend, geen akkoord", en="{org}: tacit, not an agreement")
REACTED = Text(nl="{org}: heeft gereageerd", en="{org}: has responded")
MEANWHILE = Text(
    nl="Intussen al vastgelegd of beantwoord:", en="Recorded or answered in the meantime:"
)
NOT_YET = Text(
    nl="Hier is intussen iets veranderd. Er is nog niets teruggedraaid; zo staat het er nu.",
    en="Something changed here in the meantime. Nothing was undone yet; this is how it is now.",
)
ESCALATED = Text(
    nl="{org}: niet klaar, leidinggevende ingelicht", en="{org}: not ready, manager told"
)
RECEIPTS = {
    "tacit": Text(nl="Opgeslagen. Stilzwijgend: {names}.", en="Saved. Tacit: {names}."),
    "escalated": Text(
        nl="Opgeslagen. Niet klaar, leidinggevende ingelicht: {names}.",
        en="Saved. Not ready, manager told: {names}.",
    ),
    "withdraw": Text(
        nl="Opgeslagen. Weer open: {names}.",
        en="Saved. Open again: {names}.",
    ),
}
LETTERS = Text(nl="Tekst voor de leidinggevende", en="Text for the manager")
NOTHING = Text(nl="geen reactie", en="no response")
PARTLY = Text(nl="nog geen volledige reactie", en="no complete response yet")
LETTER = Text(
    nl="Geachte leidinggevende van {org}, {municipality} maakt het uitvoeringsplan integrale "
    "veiligheid {year}. Uw organisatie staat daarin bij {n}. Wij vroegen of de afspraken kloppen "
    "en kregen tot {day} {had}. Wilt u ervoor zorgen dat wij binnen een week horen of uw "
    "organisatie deze bijdrage levert? Met vriendelijke groet, {name}, {municipality}",
    en="Dear manager of {org}, {municipality} is making the safety plan for {year}. Your "
    "organisation is in {n} of it. We asked whether the agreements are right and had {had} "
    "by {day}. Would you see to it that we hear within a week whether your organisation makes "
    "this contribution? Kind regards, {name}, {municipality}",
)
