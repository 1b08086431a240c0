"""The words that everybody can say."""

from __future__ import annotations

from collections.abc import Iterable

from dialogs import phrases
from dialogs.command import says, shows
from dialogs.papers import draft_turn
from dialogs.questionnaire import typing
from dialogs.questionnaire.course import next_view
from dialogs.questionnaire.menu import menu_view
from dialogs.questionnaire.putting import put
from dialogs.questionnaire.sheet import Sheet, open_sheet
from dialogs.start_card import start_view
from dialogs.status import status_turn
from dialogs.turn import Reply, Said, Turn
from dialogs.view import Facts, View, Words
from dialogs.waiting import waiting_view
from plan.answering import plain
from plan.dossier import Dossier
from plan.records import Person, Plan, Table
from plan.rights import is_coordinator
from plan.standing import submission
from plan.text import Language, Text


def hello(dossier: Dossier, said: Said, rest: str) -> Turn:
    """A greeting, and at once the way forward; never taken for an answer."""
    name = said.who.name.split()[0] if said.who.name else ""
    words = Text(nl="Dag {name}.", en="Hello {name}.").fill(name=name)
    if not dossier:
        more = Text(nl='Typ "nieuw plan" om te beginnen.', en='Type "new plan" to begin.')
        return says(words + Text.verbatim(" ") + more)
    return says(words) + go_on(dossier, said, rest)


def greets_on(dossier: Dossier, said: Said, rest: str) -> bool:
    """`Hallo allemaal`, but not `Dag en nacht overlast`."""
    names = {name for person in dossier.all(Person) for name in plain(person.name).split()}
    return rest in GREETED or rest in names


GREETED = {
    *("allemaal", "iedereen", "daar", "bot", "assistent", "weer", "samen"),
    *("all", "everyone", "there", "again", "assistant"),
}


def state(dossier: Dossier, said: Said, rest: str) -> Turn:
    return status_turn(dossier, said)


def waiting(dossier: Dossier, said: Said, rest: str) -> Turn:
    return shows(waiting_view(dossier, said))


def go_on(dossier: Dossier, said: Said, rest: str) -> Turn:
    """Go on where it stopped: the question on the table, the next card, or the step."""
    at_table = typing.waiting(dossier, said)
    if at_table:
        sheet, _, field = at_table
        return says(put(dossier, sheet, field))
    sheet_ = sheet_in_hand(dossier, said)
    if sheet_ and not (is_coordinator(dossier, said.who) and not sheet_.on_behalf):
        if submission(dossier, sheet_.round.key, sheet_.org):
            return shows(menu_view(dossier, sheet_))
        typed = typing.resume(dossier, sheet_, said)
        return typed or shows(next_view(dossier, sheet_) or menu_view(dossier, sheet_))
    coordinates = is_coordinator(dossier, said.who)
    return (None if coordinates else asked_elsewhere(said)) or status_turn(dossier, said)


def asked_elsewhere(said: Said, *, finished: bool = False) -> Turn | None:
    """On to another plan, where this partner is asked something and has not finished.

    With `finished` also where it has: an answer can be changed until the round is closed.
    """
    for plan, person in said.elsewhere:
        sheet = None if is_coordinator(plan, person) else open_sheet(plan, person)
        if sheet and (finished or not submission(plan, sheet.round.key, sheet.org)):
            return Turn(goes_on=plan.plan.key)
    return None


def nothing_open(dossier: Dossier, said: Said) -> Turn:
    """No question in the plan in hand: on with another that has one, else it is said."""
    away = None
    if not is_coordinator(dossier, said.who):
        away = asked_elsewhere(said) or asked_elsewhere(said, finished=True)
    return away or says(phrases.NOTHING_OPEN)


def sheet_in_hand(dossier: Dossier, said: Said) -> Sheet | None:
    """The sheet in hand: on behalf of a partner when that was begun, else the own one."""
    table = dossier.get(Table, said.who.key)
    if table and table.org and is_coordinator(dossier, said.who):
        found = open_sheet(dossier, said.who, table.org)
        if found:
            return found
    return open_sheet(dossier, said.who)


def draft(dossier: Dossier, said: Said, rest: str) -> Turn:
    return draft_turn(dossier, said)


def start(dossier: Dossier, said: Said, rest: str) -> Turn:
    return shows(start_view(dossier, said))


def switch(dossier: Dossier, said: Said, rest: str) -> Turn:
    """Go on with another plan: named by year, title or key."""
    plans = _plans(dossier, said)
    found = _plan_named(plans, rest)
    if found is None:
        rows = tuple(
            (Text.verbatim(str(p.year)), Text.verbatim(f"{p.full_title} ({p.key})")) for p in plans
        )
        how = Text(
            nl='Typ "plan" en het jaar, of wat tussen haakjes staat, om met een ander plan verder '
            "te gaan.",
            en='Type "plan" and the year, or what is in brackets, to go on with another plan.',
        )
        title = Text(nl="Alle plannen", en="All plans")
        return shows(View(title=title, elements=(Facts(rows=rows), Words(text=how))))
    words = Text(nl="Vanaf nu gaat het over: {title}.", en="From now on this is about: {title}.")
    return Turn(current=found.key, replies=(Reply(text=words.fill(title=found.full_title)),))


def names_plan(dossier: Dossier, said: Said, rest: str) -> bool:
    return _plan_named(_plans(dossier, said), rest) is not None


def _plans(dossier: Dossier, said: Said) -> list[Plan]:
    return [d.plan for d, _ in ((dossier, said.who), *said.elsewhere) if d]


def _names(plan: Plan) -> set[str]:
    """What a plan answers to, in plain letters."""
    place = plain(plan.municipality.name)
    said = (plan.key, str(plan.year), plan.title, place, place.removeprefix("gemeente "))
    return {plain(one) for one in said}


def _plan_named(plans: Iterable[Plan], words: str) -> Plan | None:
    """The one plan of that key, year or title; None when it fits several."""
    wanted = plain(words)
    found = [p for p in plans if wanted in _names(p)]
    return found[0] if wanted and len(found) == 1 else None


LANGUAGES: dict[str, Language] = {
    **dict.fromkeys(("nederlands", "dutch", "nl"), "nl"),
    **dict.fromkeys(("engels", "english", "en"), "en"),
}


def names_language(dossier: Dossier, said: Said, rest: str) -> bool:
    return rest in LANGUAGES


def language(dossier: Dossier, said: Said, rest: str) -> Turn:
    """To the named language, or else to the other one."""
    if rest and rest not in LANGUAGES:
        return says(
            Text(
                nl='Typ "taal nederlands" of "taal engels".',
                en='Type "language dutch" or "language english".',
            )
        )
    other: Language = "en" if said.language == "nl" else "nl"
    wanted = LANGUAGES.get(rest) or LANGUAGES.get(plain(said.text)) or other
    words = Text.verbatim(
        "From now on in English." if wanted == "en" else "Voortaan in het Nederlands."
    )
    return Turn(language=wanted, replies=(Reply(text=words),))


def privacy(dossier: Dossier, said: Said, rest: str) -> Turn:
    return says(PRIVACY)


PRIVACY = Text(
    nl="Ik bewaar uw naam, functie en organisatie, en de antwoorden die u namens uw organisatie "
    "geeft. Alles staat bij de gemeente zelf. Noem geen inwoners, verdachten of adressen: zo'n "
    "tekst houd ik tegen voordat hij wordt bewaard. De coördinator ziet uw antwoord met de naam "
    "van uw organisatie. In het concept staan antwoorden alleen samengevat, en pas vanaf drie "
    "antwoorden. Uw antwoord kan bij een Woo-verzoek horen. Wilt u uw gegevens inzien of laten "
    "wissen? Vraag het de coördinator. Microsoft Teams bewaart zelf een kopie van dit gesprek.",
    en="I keep your name, position and organisation, and the answers you give on its behalf. All "
    "of it stays with the municipality itself. Do not name residents, suspects or addresses: I "
    "hold back such text before it is kept. The coordinator sees your answer with the name of "
    "your organisation. The draft shows answers only in summary, and only from three answers on. "
    "Your answer may fall under a Woo request. Would you like to see or erase your data? Ask the "
    "coordinator. Microsoft Teams keeps its own copy of this conversation.",
)
