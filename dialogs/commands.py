"""Words that always work, in any state, with their English twins; typing errors forgiven."""

from __future__ import annotations

from difflib import SequenceMatcher

from dialogs import phrases
from dialogs.anybody import draft, go_on, hello, language, privacy, start, state, switch, waiting
from dialogs.command import Command, says, shows
from dialogs.coordinating import (
    close,
    conclude,
    on_behalf,
    partners,
    questionnaire,
    reopen,
    results,
)
from dialogs.partnering import (
    all_questions,
    back,
    be_silent,
    by_card,
    hand_on,
    one_by_one,
    ready,
    speak_again,
    stop,
)
from dialogs.turn import Said, Turn
from dialogs.view import Facts, View, Words
from plan.answering import plain
from plan.dossier import Dossier
from plan.text import Text


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
    return says(phrases.UNKNOWN_WORD.fill(likely=", ".join(names)))


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
    return shows(
        View(
            title=Text(nl="Wat ik kan", en="What I can do"),
            elements=(Words(text=lead), Facts(rows=rows)),
        )
    )


def _english(command: Command) -> str:
    return command.words[1] if len(command.words) > 1 else command.words[0]


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
        hear=hello,
        needs_plan=False,
    ),
    Command(
        words=("status", "state", "stand"),
        does=Text(nl="waar het plan staat", en="where the plan stands"),
        hear=state,
    ),
    Command(
        words=("openstaand", "open", "to do", "todo", "waiting"),
        does=Text(nl="wat er op u wacht", en="what is waiting for you"),
        hear=waiting,
        needs_plan=False,
    ),
    Command(
        words=("verder", "next", "continue", "ga verder", "doorgaan met de vragen", "start"),
        does=Text(nl="doorgaan waar u was", en="go on where you were"),
        hear=go_on,
    ),
    Command(
        words=("terug", "back", "vorige"),
        does=Text(nl="de vraag hiervoor", en="the question before"),
        hear=back,
    ),
    Command(
        words=("stop", "pause", "pauze"),
        does=Text(nl="pauze; alles blijft bewaard", en="pause; all is kept"),
        hear=stop,
    ),
    Command(
        words=("partners", "who"),
        does=Text(nl="wie meedoen en hoe ver ze zijn", en="who takes part, and how far"),
        hear=partners,
    ),
    Command(
        words=("vragenlijst", "questionnaire", "vragen", "questions"),
        does=Text(nl="alle vragen per onderwerp", en="all questions by topic"),
        hear=questionnaire,
        takes=True,
    ),
    Command(
        words=("vraag voor vraag", "one by one", "typen", "type"),
        does=Text(nl="één vraag tegelijk, door te typen", en="one question at a time"),
        hear=one_by_one,
    ),
    Command(
        words=("alle vragen", "all questions", "meer vragen", "more questions"),
        does=Text(nl="ook de extra vragen, één tegelijk", en="the extra questions too"),
        hear=all_questions,
    ),
    Command(
        words=("kaart", "card", "kaarten", "cards"),
        does=Text(nl="weer met kaarten", en="by card again"),
        hear=by_card,
    ),
    Command(
        words=("klaar", "ready", "done"),
        does=Text(nl="mijn antwoorden zijn af", en="my answers are complete"),
        hear=ready,
    ),
    Command(
        words=("namens", "on behalf of", "for", "interview"),
        does=Text(nl="invullen voor een partner (coördinator)", en="fill in for a partner"),
        hear=on_behalf,
        takes=True,
    ),
    Command(
        words=("mijn collega", "my colleague", "doorgeven", "hand over", "niet voor mij"),
        does=Text(
            nl="doorgeven, ook één onderwerp: mijn collega doet onderwerp 5",
            en="hand over, also one topic: my colleague does topic 5",
        ),
        hear=hand_on,
        takes=True,
    ),
    Command(
        words=("resultaten", "results"),
        does=Text(nl="de antwoorden naast elkaar (coördinator)", en="the answers side by side"),
        hear=results,
    ),
    Command(
        words=("maatregelen", "measures", "vaststellen"),
        does=Text(
            nl="voortgang en effect vaststellen (coördinator)", en="conclude progress and effect"
        ),
        hear=conclude,
    ),
    Command(
        words=("concept", "draft"),
        does=Text(nl="het plan in Word, zoals het nu is", en="the plan in Word as it is now"),
        hear=draft,
    ),
    Command(
        words=("sluiten", "close", "sluit"),
        does=Text(nl="de stap sluiten (coördinator)", en="close the step"),
        hear=close,
    ),
    Command(
        words=("heropenen", "reopen", "heropen"),
        does=Text(nl="een gesloten stap heropenen (coördinator)", en="open a step again"),
        hear=reopen,
    ),
    Command(
        words=("nieuw plan", "new plan"),
        does=Text(nl="een plan beginnen (coördinator)", en="begin a plan"),
        hear=start,
        needs_plan=False,
    ),
    Command(
        words=("plan", "plannen", "plans"),
        does=Text(nl="naar een ander plan", en="to another plan"),
        hear=switch,
        takes=True,
    ),
    Command(
        words=("geen berichten", "no messages"),
        does=Text(nl="geen herinneringen meer", en="no more reminders"),
        hear=be_silent,
    ),
    Command(
        words=("wel berichten", "messages on"),
        does=Text(nl="weer herinneringen krijgen", en="reminders on again"),
        hear=speak_again,
    ),
    Command(
        words=("taal", "language", "english", "nederlands"),
        does=Text(nl="Nederlands of Engels", en="Dutch or English"),
        hear=language,
        takes=True,
        needs_plan=False,
    ),
    Command(
        words=("privacy",),
        does=Text(nl="wat ik bewaar, en waarvoor", en="what I keep, and what for"),
        hear=privacy,
        needs_plan=False,
    ),
)
