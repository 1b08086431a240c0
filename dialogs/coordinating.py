"""The words of the coordinator."""

from __future__ import annotations

from dialogs.anybody import nothing_open, sheet_in_hand
from dialogs.calm import calm_view
from dialogs.command import says, shows
from dialogs.conclude import conclude_view
from dialogs.contact_card import contact_view
from dialogs.forming.choosing import format_view
from dialogs.mix import findings_view
from dialogs.partners import partners_view
from dialogs.questionnaire.course import next_view
from dialogs.questionnaire.menu import menu_view
from dialogs.questionnaire.sheet import open_sheet
from dialogs.reopening import reopen_view
from dialogs.request import request_view
from dialogs.results import results_view
from dialogs.step import close_turn
from dialogs.turn import Reply, Said, Turn
from plan.answering import plain
from plan.content.tracks import TRACKS
from plan.dossier import Dossier
from plan.records import Organisation, Round, Table, altered
from plan.rights import is_coordinator
from plan.standing import asked, current_step, is_open
from plan.text import Text


def partners(dossier: Dossier, said: Said, rest: str) -> Turn:
    return shows(partners_view(dossier, said))


def calm(dossier: Dossier, said: Said, rest: str) -> Turn:
    return shows(calm_view(dossier, said))


def contact(dossier: Dossier, said: Said, rest: str) -> Turn:
    return shows(contact_view(dossier, said))


def questionnaire(dossier: Dossier, said: Said, rest: str) -> Turn:
    """For a partner the own questions; for the coordinator sending them, or a partner's."""
    if is_coordinator(dossier, said.who):
        if rest:
            return on_behalf(dossier, said, rest)
        step = current_step(dossier, TRACKS[dossier.plan.track])
        round_ = dossier.round(step.id) if step else None
        asks = step is not None and step.sort in ("consult", "check")
        if step and asks and not (round_ and is_open(dossier, round_)):
            return shows(request_view(dossier, said, step))
    sheet = sheet_in_hand(dossier, said)
    return shows(menu_view(dossier, sheet)) if sheet else nothing_open(dossier, said)


def on_behalf(dossier: Dossier, said: Said, rest: str) -> Turn:
    """Interview mode: the coordinator fills in for a partner, and the register says so."""
    org = _named(dossier, rest)
    sheet = open_sheet(dossier, said.who, org.key) if org else None
    if sheet is None and not _open_rounds(dossier):
        return says(NO_ROUND)
    if sheet is None:
        words = Text(
            nl='Voor wie? Typ "namens" en een partner uit de ronde: {names}.',
            en='For whom? Type "for" and a partner in the round: {names}.',
        )
        names = ", ".join(o.name for r in _open_rounds(dossier) for o in asked(dossier, r))
        return says(words.fill(names=names))
    table = altered(
        dossier.get(Table, said.who.key) or Table(key=said.who.key),
        org=sheet.org,
        round=sheet.round.key,
    )
    view = next_view(dossier, sheet) or menu_view(dossier, sheet)
    return Turn(keep=(table,), replies=(Reply(view=view),))


NO_ROUND = Text(
    nl='Er loopt nu geen ronde langs partners. Typ "status" voor de huidige stap.',
    en='No round of partners is open now. Type "status" for the current step.',
)


def _open_rounds(dossier: Dossier) -> list[Round]:
    return [round_ for round_ in dossier.all(Round) if is_open(dossier, round_)]


def names_partner(dossier: Dossier, said: Said, rest: str) -> bool:
    return is_coordinator(dossier, said.who) and _named(dossier, rest) is not None


def _named(dossier: Dossier, words: str) -> Organisation | None:
    """The organisation of that key, or the one whose name has these words in it."""
    said = plain(words).removeprefix("de ").removeprefix("het ").removeprefix("the ")
    orgs = dossier.all(Organisation)
    exact = [org for org in orgs if said and said in (plain(org.key), plain(org.name))]
    within = [org for org in orgs if said and said in plain(org.name)]
    return next(iter(exact or within), None)


def mix_check(dossier: Dossier, said: Said, rest: str) -> Turn:
    return shows(findings_view(dossier, said))


def results(dossier: Dossier, said: Said, rest: str) -> Turn:
    return shows(results_view(dossier, said))


def conclude(dossier: Dossier, said: Said, rest: str) -> Turn:
    return shows(conclude_view(dossier))


def form(dossier: Dossier, said: Said, rest: str) -> Turn:
    return shows(format_view(dossier, said))


def close(dossier: Dossier, said: Said, rest: str) -> Turn:
    return close_turn(dossier, said)


def reopen(dossier: Dossier, said: Said, rest: str) -> Turn:
    view = reopen_view(dossier, said)
    none = Text(nl="Er is nog geen stap gesloten.", en="No step is closed yet.")
    return shows(view) if view else says(none)
