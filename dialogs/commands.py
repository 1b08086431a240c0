"""Words that always work, in any state, with their English twins; typing errors forgiven."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from difflib import SequenceMatcher

from dialogs import phrases
from dialogs.conclude import ONLY_COORDINATOR, conclude_view
from dialogs.papers import draft_turn
from dialogs.questionnaire import handing, typing, views
from dialogs.questionnaire.course import handed_in, next_view
from dialogs.questionnaire.sheet import Sheet, is_coordinator, open_sheet
from dialogs.request import request_view
from dialogs.results import results_view
from dialogs.start import start_view
from dialogs.status import partners_view, status_turn, waiting_view
from dialogs.step import close_turn, reopen_view
from dialogs.turn import Reply, Said, Turn
from dialogs.view import Facts, View, Words
from plan.answering import plain
from plan.content.tracks import TRACKS
from plan.dossier import Dossier
from plan.records import Organisation, Table, Wish, altered
from plan.standing import current_step, is_open
from plan.text import Language, Text

Hear = Callable[[Dossier, Said, str], Turn]


@dataclass(frozen=True, kw_only=True)
class Command:
    """One thing that can be asked for by a word. `takes` words may follow it."""

    words: tuple[str, ...]
    does: Text
    hear: Hear
    takes: bool = False
    needs_plan: bool = True


def find(words: str) -> tuple[Command, str] | None:
    """The command said literally, with what follows it."""
    said = plain(words)
    for command in COMMANDS:
        for word in command.words:
            if said == word:
                return command, ""
            if command.takes and said.startswith(f"{word} "):
                return command, said[len(word) + 1 :]
    return None


def nearly(words: str) -> Command | None:
    """The command meant by one word or two with a small typing error."""
    likely = likeliest(words, 1)
    if not likely or len(plain(words)) < 4:
        return None
    score, command = likely[0]
    return command if score >= CLOSE else None


CLOSE = 0.8
"""From this likeness on, a word is taken for a command with a typing error."""


def likeliest(words: str, count: int) -> list[tuple[float, Command]]:
    """The commands most like what was typed, with their likeness from 0 to 1."""
    said = plain(words)
    scored = [
        (max(SequenceMatcher(None, said, word).ratio() for word in command.words), n, command)
        for n, command in enumerate(COMMANDS)
    ]
    return [
        (score, command)
        for score, _, command in sorted(scored, key=lambda s: (-s[0], s[1]))[:count]
    ]


def unknown(said: Said) -> Turn:
    """An unknown word gets the three likeliest commands."""
    names = [command.words[0] for _, command in likeliest(said.text, 3)]
    return _words(phrases.UNKNOWN_WORD.fill(likely=", ".join(names)))


def _words(text: Text) -> Turn:
    return Turn(replies=(Reply(text=text),))


def _show(view: View) -> Turn:
    return Turn(replies=(Reply(view=view),))


def _help(dossier: Dossier, said: Said, rest: str) -> Turn:
    rows = tuple(
        (Text(nl=command.words[0], en=_english(command)), command.does)
        for command in COMMANDS
        if command.needs_plan is False or dossier
    )
    lead = Text(
        nl="Ik help bij het jaarlijkse uitvoeringsplan veiligheid. Deze woorden werken altijd:",
        en="I help with the yearly safety plan. These words always work:",
    )
    return _show(
        View(
            title=Text(nl="Wat ik kan", en="What I can do"),
            elements=(Words(text=lead), Facts(rows=rows)),
        )
    )


def _english(command: Command) -> str:
    return command.words[1] if len(command.words) > 1 else command.words[0]


def _hello(dossier: Dossier, said: Said, rest: str) -> Turn:
    """A greeting, and at once the way forward; never taken for an answer."""
    name = said.who.name.split()[0] if said.who.name else ""
    words = Text(nl="Dag {name}.", en="Hello {name}.").fill(name=name)
    if not dossier:
        more = Text(nl="Typ nieuw plan om te beginnen.", en="Type new plan to begin.")
        return _words(words + Text.verbatim(" ") + more)
    return _words(words) + _next(dossier, said, rest)


def _status(dossier: Dossier, said: Said, rest: str) -> Turn:
    return status_turn(dossier, said)


def _waiting(dossier: Dossier, said: Said, rest: str) -> Turn:
    return _show(waiting_view(dossier, said))


def _next(dossier: Dossier, said: Said, rest: str) -> Turn:
    """Go on where it stopped: the question on the table, the next card, or the step."""
    at_table = typing.waiting(dossier, said)
    if at_table:
        sheet, _, field = at_table
        return _words(typing.put(dossier, sheet, field))
    sheet_ = _sheet(dossier, said)
    if sheet_ and not (is_coordinator(dossier, said.who) and not sheet_.on_behalf):
        return _show(next_view(dossier, sheet_) or views.menu_view(dossier, sheet_))
    return status_turn(dossier, said)


def _sheet(dossier: Dossier, said: Said) -> Sheet | None:
    """The sheet in hand: on behalf of a partner when that was begun, else the own one."""
    table = dossier.get(Table, said.who.key)
    if table and table.org and is_coordinator(dossier, said.who):
        found = open_sheet(dossier, said.who, table.org)
        if found:
            return found
    return open_sheet(dossier, said.who) or _handed(dossier, said)


def _handed(dossier: Dossier, said: Said) -> Sheet | None:
    """A sheet of another organisation that was handed to this person."""
    for org in dossier.all(Organisation):
        found = open_sheet(dossier, said.who, org.key)
        if found and not found.on_behalf:
            return found
    return None


def _back(dossier: Dossier, said: Said, rest: str) -> Turn:
    return typing.back(dossier, said) or _next(dossier, said, rest)


def _stop(dossier: Dossier, said: Said, rest: str) -> Turn:
    """Pause: what was sent is kept; nothing waits for words any more."""
    table = dossier.get(Table, said.who.key)
    words = Text(
        nl="Gestopt. Alles wat u verstuurde is bewaard; typ verder om door te gaan. Wilt u geen "
        "berichten meer over deze ronde? Typ: geen berichten.",
        en="Stopped. All you sent is kept; type next to go on. No more messages about this "
        "round? Type: no messages.",
    )
    if table is None:
        return _words(words)
    idle = altered(table, asked=None, typing="", org=None)
    return Turn(keep=(idle,), replies=(Reply(text=words),))


def _silence(dossier: Dossier, said: Said, rest: str) -> Turn:
    return Turn(
        keep=(Wish(key=said.who.key, stopped=True),), replies=(Reply(text=phrases.STOPPED),)
    )


def _speak(dossier: Dossier, said: Said, rest: str) -> Turn:
    words = Text(nl="Opgeslagen. U krijgt weer berichten.", en="Saved. Messages are on again.")
    return Turn(keep=(Wish(key=said.who.key),), replies=(Reply(text=words),))


def _partners(dossier: Dossier, said: Said, rest: str) -> Turn:
    if not is_coordinator(dossier, said.who):
        return _words(ONLY_COORDINATOR)
    return _show(partners_view(dossier, said))


def _questionnaire(dossier: Dossier, said: Said, rest: str) -> Turn:
    """For a partner the own questions; for the coordinator sending them, or a partner's."""
    if is_coordinator(dossier, said.who):
        if rest:
            return _on_behalf(dossier, said, rest)
        step = current_step(dossier, TRACKS[dossier.plan.track])
        round_ = dossier.round(step.id) if step else None
        if step and step.sort == "consult" and not (round_ and is_open(dossier, round_)):
            return _show(request_view(dossier, said, step))
    sheet = _sheet(dossier, said)
    return _show(views.menu_view(dossier, sheet)) if sheet else _words(phrases.NOTHING_OPEN)


def _on_behalf(dossier: Dossier, said: Said, rest: str) -> Turn:
    """Interview mode: the coordinator fills in for a partner, and the register says so."""
    if not is_coordinator(dossier, said.who):
        return _words(ONLY_COORDINATOR)
    org = _named(dossier, rest)
    sheet = open_sheet(dossier, said.who, org.key) if org else None
    if sheet is None:
        words = Text(
            nl="Voor wie? Typ: namens, en dan een partner uit de ronde: {names}.",
            en="For whom? Type: for, and then a partner of the round: {names}.",
        )
        names = ", ".join(o.name for o in dossier.consulted)
        return _words(words.fill(names=names))
    table = altered(
        dossier.get(Table, said.who.key) or Table(key=said.who.key),
        org=sheet.org,
        round=sheet.round.key,
    )
    view = next_view(dossier, sheet) or views.menu_view(dossier, sheet)
    return Turn(keep=(table,), replies=(Reply(view=view),))


def _named(dossier: Dossier, words: str) -> Organisation | None:
    """The organisation of that key, or the one whose name has these words in it."""
    said = plain(words)
    orgs = dossier.all(Organisation)
    exact = [org for org in orgs if said in (plain(org.key), plain(org.name))]
    within = [org for org in orgs if said and said in plain(org.name)]
    return next(iter(exact or within), None)


def _one_by_one(dossier: Dossier, said: Said, rest: str) -> Turn:
    sheet = _sheet(dossier, said)
    return typing.begin_typing(dossier, sheet, said) if sheet else _words(phrases.NOTHING_OPEN)


def _all_questions(dossier: Dossier, said: Said, rest: str) -> Turn:
    sheet = _sheet(dossier, said)
    if sheet is None:
        return _words(phrases.NOTHING_OPEN)
    return typing.begin_typing(dossier, sheet, said, "all")


def _card(dossier: Dossier, said: Said, rest: str) -> Turn:
    """From typing back to cards; what was answered stays."""
    table = dossier.get(Table, said.who.key)
    idle = (altered(table, asked=None, typing=""),) if table else ()
    sheet = _sheet(dossier, said)
    if sheet is None:
        return _words(phrases.NOTHING_OPEN)
    view = next_view(dossier, sheet) or views.menu_view(dossier, sheet)
    return Turn(keep=idle, replies=(Reply(view=view),))


def _ready(dossier: Dossier, said: Said, rest: str) -> Turn:
    sheet = _sheet(dossier, said)
    if sheet is None:
        return _words(phrases.NOTHING_OPEN)
    kept = handed_in(sheet, said.at)
    return Turn(keep=kept, replies=(Reply(view=views.complete_view(dossier, sheet)),))


def _hand_on(dossier: Dossier, said: Said, rest: str) -> Turn:
    sheet = _sheet(dossier, said)
    if sheet is None:
        return _words(phrases.NOTHING_OPEN)
    return handing.ask_whom(dossier, sheet, said, handing.topic_of(sheet, said.text) or "all")


def _draft(dossier: Dossier, said: Said, rest: str) -> Turn:
    return draft_turn(dossier, said)


def _results(dossier: Dossier, said: Said, rest: str) -> Turn:
    if not is_coordinator(dossier, said.who):
        return _words(ONLY_COORDINATOR)
    return _show(results_view(dossier, said))


def _conclude(dossier: Dossier, said: Said, rest: str) -> Turn:
    if not is_coordinator(dossier, said.who):
        return _words(ONLY_COORDINATOR)
    return _show(conclude_view(dossier))


def _close(dossier: Dossier, said: Said, rest: str) -> Turn:
    if not is_coordinator(dossier, said.who):
        return _words(ONLY_COORDINATOR)
    return close_turn(dossier, said)


def _reopen(dossier: Dossier, said: Said, rest: str) -> Turn:
    if not is_coordinator(dossier, said.who):
        return _words(ONLY_COORDINATOR)
    view = reopen_view(dossier)
    none = Text(nl="Er is nog geen stap gesloten.", en="No step is closed yet.")
    return _show(view) if view else _words(none)


def _start(dossier: Dossier, said: Said, rest: str) -> Turn:
    plans = [(dossier, said.who), *said.elsewhere] if dossier else []
    if plans and not any(is_coordinator(plan, person) for plan, person in plans):
        return _words(ONLY_COORDINATOR)
    return _show(start_view(dossier, said))


def _switch(dossier: Dossier, said: Said, rest: str) -> Turn:
    """Go on with another plan: named by year, title or key."""
    plans = [d.plan for d, _ in ((dossier, said.who), *said.elsewhere) if d]
    wanted = plain(rest)
    found = next(
        (p for p in plans if wanted and wanted in (plain(p.key), str(p.year), plain(p.title))),
        None,
    )
    if found is None:
        rows = tuple(
            (Text.verbatim(str(p.year)), Text.verbatim(f"{p.title} ({p.key})")) for p in plans
        )
        how = Text(
            nl="Typ plan en dan het jaar om met een ander plan verder te gaan.",
            en="Type plan and then the year to go on with another plan.",
        )
        title = Text(nl="Uw plannen", en="Your plans")
        return _show(View(title=title, elements=(Facts(rows=rows), Words(text=how))))
    words = Text(nl="Vanaf nu gaat het over: {title}.", en="From now on this is about: {title}.")
    return Turn(current=found.key, replies=(Reply(text=words.fill(title=found.title)),))


def _language(dossier: Dossier, said: Said, rest: str) -> Turn:
    """To the named language, or else to the other one."""
    named = {"nederlands": "nl", "dutch": "nl", "nl": "nl"}
    named |= {"engels": "en", "english": "en", "en": "en"}
    wanted = named.get(rest) or ("en" if said.language == "nl" else "nl")
    words = Text.verbatim(
        "From now on in English." if wanted == "en" else "Voortaan in het Nederlands."
    )
    language: Language = "en" if wanted == "en" else "nl"
    return Turn(language=language, replies=(Reply(text=words),))


def _privacy(dossier: Dossier, said: Said, rest: str) -> Turn:
    return _words(PRIVACY)


PRIVACY = Text(
    nl="Ik bewaar uw naam, functie en organisatie, en wat u namens uw organisatie antwoordt, bij "
    "de gemeente zelf. Noem geen inwoners, verdachten of adressen: zulke tekst houd ik tegen voor "
    "hij wordt bewaard. De coördinator ziet uw antwoord met de naam van uw organisatie; in het "
    "concept staan alleen samengevatte beelden vanaf drie antwoorden. Uw antwoord kan bij een "
    "Woo-verzoek horen. Inzien of wissen? Vraag het de coördinator. Microsoft Teams bewaart zelf "
    "een kopie van dit gesprek.",
    en="I keep your name, position and organisation, and what you answer on its behalf, with the "
    "municipality itself. Do not name residents, suspects or addresses: I hold such text back "
    "before it is kept. The coordinator sees your answer with the name of your organisation; the "
    "draft only has combined pictures from three answers on. Your answer can be part of a Woo "
    "request. To see or erase it, ask the coordinator. Microsoft Teams keeps its own copy of this "
    "conversation.",
)

COMMANDS: tuple[Command, ...] = (
    Command(
        words=("help", "hulp", "?", "menu"),
        does=Text(nl="alles wat ik kan", en="all I can do"),
        hear=_help,
        needs_plan=False,
    ),
    Command(
        words=(
            "hallo",
            "hello",
            "hoi",
            "hi",
            "hey",
            "goedemorgen",
            "goedemiddag",
            "goedendag",
            "goedenavond",
            "dag",
            "good morning",
            "good afternoon",
        ),
        does=Text(nl="een groet, en verder waar u was", en="a greeting, and on where you were"),
        hear=_hello,
        needs_plan=False,
    ),
    Command(
        words=("status", "state", "stand"),
        does=Text(nl="waar het plan staat", en="where the plan stands"),
        hear=_status,
    ),
    Command(
        words=("openstaand", "open", "to do", "todo", "waiting"),
        does=Text(nl="wat er op u wacht", en="what is waiting for you"),
        hear=_waiting,
        needs_plan=False,
    ),
    Command(
        words=("verder", "next", "continue", "ga verder", "doorgaan met de vragen", "start"),
        does=Text(nl="doorgaan waar u was", en="go on where you were"),
        hear=_next,
    ),
    Command(
        words=("terug", "back", "vorige"),
        does=Text(nl="de vraag hiervoor", en="the question before"),
        hear=_back,
    ),
    Command(
        words=("stop", "pause", "pauze"),
        does=Text(nl="pauze; alles blijft bewaard", en="pause; all is kept"),
        hear=_stop,
    ),
    Command(
        words=("partners", "who"),
        does=Text(nl="wie meedoen en hoe ver ze zijn", en="who takes part, and how far"),
        hear=_partners,
    ),
    Command(
        words=("vragenlijst", "questionnaire", "vragen", "questions"),
        does=Text(nl="alle vragen per onderwerp", en="all questions by topic"),
        hear=_questionnaire,
        takes=True,
    ),
    Command(
        words=("vraag voor vraag", "one by one", "typen", "type"),
        does=Text(nl="één vraag tegelijk, door te typen", en="one question at a time"),
        hear=_one_by_one,
    ),
    Command(
        words=("alle vragen", "all questions", "meer vragen", "more questions"),
        does=Text(nl="ook de extra vragen, één tegelijk", en="the extra questions too"),
        hear=_all_questions,
    ),
    Command(
        words=("kaart", "card", "kaarten", "cards"),
        does=Text(nl="weer met kaarten", en="by card again"),
        hear=_card,
    ),
    Command(
        words=("klaar", "ready", "done"),
        does=Text(nl="mijn antwoorden zijn af", en="my answers are complete"),
        hear=_ready,
    ),
    Command(
        words=("namens", "on behalf of", "for", "interview"),
        does=Text(nl="invullen voor een partner (coördinator)", en="fill in for a partner"),
        hear=_on_behalf,
        takes=True,
    ),
    Command(
        words=("mijn collega", "my colleague", "doorgeven", "hand over", "niet voor mij"),
        does=Text(
            nl="doorgeven, ook één onderwerp: mijn collega doet onderwerp 5",
            en="hand over, also one topic: my colleague does topic 5",
        ),
        hear=_hand_on,
        takes=True,
    ),
    Command(
        words=("resultaten", "results"),
        does=Text(nl="de antwoorden naast elkaar (coördinator)", en="the answers side by side"),
        hear=_results,
    ),
    Command(
        words=("maatregelen", "measures", "vaststellen"),
        does=Text(
            nl="voortgang en effect vaststellen (coördinator)", en="conclude progress and effect"
        ),
        hear=_conclude,
    ),
    Command(
        words=("concept", "draft"),
        does=Text(nl="het plan in Word, zoals het nu is", en="the plan in Word as it is now"),
        hear=_draft,
    ),
    Command(
        words=("sluiten", "close", "sluit"),
        does=Text(nl="de stap sluiten (coördinator)", en="close the step"),
        hear=_close,
    ),
    Command(
        words=("heropenen", "reopen", "heropen"),
        does=Text(nl="een gesloten stap heropenen (coördinator)", en="open a step again"),
        hear=_reopen,
    ),
    Command(
        words=("nieuw plan", "new plan"),
        does=Text(nl="een plan beginnen (coördinator)", en="begin a plan"),
        hear=_start,
        needs_plan=False,
    ),
    Command(
        words=("plan", "plannen", "plans"),
        does=Text(nl="naar een ander plan", en="to another plan"),
        hear=_switch,
        takes=True,
    ),
    Command(
        words=("geen berichten", "no messages"),
        does=Text(nl="geen herinneringen meer", en="no more reminders"),
        hear=_silence,
    ),
    Command(
        words=("wel berichten", "messages on"),
        does=Text(nl="weer herinneringen krijgen", en="reminders on again"),
        hear=_speak,
    ),
    Command(
        words=("taal", "language", "english", "nederlands"),
        does=Text(nl="Nederlands of Engels", en="Dutch or English"),
        hear=_language,
        takes=True,
        needs_plan=False,
    ),
    Command(
        words=("privacy",),
        does=Text(nl="wat ik bewaar, en waarvoor", en="what I keep, and what for"),
        hear=_privacy,
        needs_plan=False,
    ),
)
