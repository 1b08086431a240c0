"""Words that always work, in any state, with their English twins; typing errors forgiven."""

from __future__ import annotations

from dialogs.anybody import (
    draft,
    go_on,
    greets_on,
    hello,
    language,
    names_language,
    names_plan,
    privacy,
    start,
    state,
    switch,
    waiting,
)
from dialogs.command import Command, shows
from dialogs.coordinating import (
    close,
    conclude,
    contact,
    mix_check,
    names_partner,
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
    names_topic,
    one_by_one,
    ready,
    speak_again,
    stop,
)
from dialogs.questionnaire.sheet import is_coordinator
from dialogs.turn import Said, Turn
from dialogs.view import Facts, View, Words
from plan.dossier import Dossier
from plan.text import Text


def theirs(dossier: Dossier, said: Said) -> tuple[Command, ...]:
    """The commands that this speaker has something at."""
    return tuple(
        command
        for command in COMMANDS
        if (dossier or not command.needs_plan) and may(command, dossier, said)
    )


def may(command: Command, dossier: Dossier, said: Said) -> bool:
    """Whether it is the speaker's to say; beginning a plan is for who coordinates any."""
    if not command.coordinates or is_coordinator(dossier, said.who):
        return True
    others = any(is_coordinator(plan, person) for plan, person in said.elsewhere)
    return not command.needs_plan and (others or not dossier)


def _help(dossier: Dossier, said: Said, rest: str) -> Turn:
    rows = tuple((command.name, command.does) for command in theirs(dossier, said))
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


COMMANDS: tuple[Command, ...] = (
    Command(
        name=Text(nl="help", en="help"),
        also=("hulp", "?", "menu"),
        does=Text(nl="alles wat ik kan", en="everything I can do"),
        hear=_help,
        needs_plan=False,
    ),
    Command(
        name=Text(nl="hallo", en="hello"),
        also=(
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
        does=Text(
            nl="een groet, en verder waar we waren gebleven",
            en="a greeting, and on from where we were",
        ),
        hear=hello,
        takes=greets_on,
        needs_plan=False,
    ),
    Command(
        name=Text(nl="status", en="status"),
        also=("state", "stand"),
        does=Text(nl="hoe het met het plan staat", en="how the plan stands"),
        hear=state,
    ),
    Command(
        name=Text(nl="openstaand", en="waiting"),
        also=("open", "to do", "todo"),
        does=Text(nl="wat er nog te doen is", en="what is still to be done"),
        hear=waiting,
        needs_plan=False,
    ),
    Command(
        name=Text(nl="verder", en="next"),
        also=("continue", "ga verder", "doorgaan met de vragen", "start"),
        does=Text(nl="doorgaan waar we waren gebleven", en="go on from where we were"),
        hear=go_on,
    ),
    Command(
        name=Text(nl="terug", en="back"),
        also=("vorige",),
        does=Text(nl="de vraag hiervoor", en="the question before"),
        hear=back,
    ),
    Command(
        name=Text(nl="stop", en="stop"),
        also=("pause", "pauze"),
        does=Text(nl="pauze; alles blijft bewaard", en="pause; everything is kept"),
        hear=stop,
    ),
    Command(
        name=Text(nl="partners", en="partners"),
        also=("who",),
        does=Text(
            nl="wie er meedoen en hoe ver zij zijn", en="who takes part, and how far they are"
        ),
        hear=partners,
        coordinates=True,
    ),
    Command(
        name=Text(nl="contact", en="contact"),
        also=("contact toevoegen", "add contact", "partner toevoegen", "add partner"),
        does=Text(
            nl="een contactpersoon of een partner toevoegen",
            en="add a contact or a partner",
        ),
        hear=contact,
        coordinates=True,
    ),
    Command(
        name=Text(nl="vragenlijst", en="questionnaire"),
        also=("vragen", "questions"),
        does=Text(nl="alle vragen per onderwerp", en="all questions by topic"),
        hear=questionnaire,
        takes=names_partner,
    ),
    Command(
        name=Text(nl="vraag voor vraag", en="one by one"),
        also=("typen", "type"),
        does=Text(nl="één vraag tegelijk, door te typen", en="one question at a time"),
        hear=one_by_one,
    ),
    Command(
        name=Text(nl="alle vragen", en="all questions"),
        also=("meer vragen", "more questions"),
        does=Text(nl="ook de extra vragen, één tegelijk", en="the extra questions too"),
        hear=all_questions,
    ),
    Command(
        name=Text(nl="kaart", en="card"),
        also=("kaarten", "cards"),
        does=Text(nl="weer met kaarten", en="by card again"),
        hear=by_card,
    ),
    Command(
        name=Text(nl="klaar", en="ready"),
        also=("done",),
        does=Text(nl="mijn antwoorden zijn compleet", en="my answers are complete"),
        hear=ready,
    ),
    Command(
        name=Text(nl="namens", en="for"),
        also=("on behalf of", "interview"),
        does=Text(nl="invullen voor een partner", en="fill in for a partner"),
        hear=on_behalf,
        coordinates=True,
        takes=names_partner,
    ),
    Command(
        name=Text(nl="mijn collega", en="my colleague"),
        also=("doorgeven", "hand over", "niet voor mij"),
        does=Text(
            nl='vragen doorgeven, ook één onderwerp: "mijn collega doet onderwerp 5"',
            en='hand over questions, also one topic: "my colleague does topic 5"',
        ),
        hear=hand_on,
        takes=names_topic,
    ),
    Command(
        name=Text(nl="resultaten", en="results"),
        does=Text(nl="de antwoorden naast elkaar", en="the answers side by side"),
        hear=results,
        coordinates=True,
    ),
    Command(
        name=Text(nl="mixcheck", en="mix check"),
        also=("bevindingen", "findings", "aandachtspunten", "uitleggen"),
        does=Text(
            nl="wat opvalt aan de maatregelen, en uitleggen waarom het zo blijft",
            en="what stands out in the measures, and why it stays that way",
        ),
        hear=mix_check,
        coordinates=True,
    ),
    Command(
        name=Text(nl="maatregelen", en="measures"),
        also=("vaststellen",),
        does=Text(nl="voortgang en effect vaststellen", en="settle progress and effect"),
        hear=conclude,
        coordinates=True,
    ),
    Command(
        name=Text(nl="concept", en="draft"),
        does=Text(nl="het plan in Word, zoals het nu is", en="the plan in Word as it is now"),
        hear=draft,
    ),
    Command(
        name=Text(nl="sluiten", en="close"),
        also=("sluit",),
        does=Text(nl="de stap sluiten", en="close the step"),
        hear=close,
        coordinates=True,
    ),
    Command(
        name=Text(nl="heropenen", en="reopen"),
        also=("heropen",),
        does=Text(nl="een gesloten stap heropenen", en="reopen a closed step"),
        hear=reopen,
        coordinates=True,
    ),
    Command(
        name=Text(nl="nieuw plan", en="new plan"),
        does=Text(nl="een plan beginnen", en="begin a plan"),
        hear=start,
        coordinates=True,
        needs_plan=False,
    ),
    Command(
        name=Text(nl="plan", en="plan"),
        also=("plannen", "plans"),
        does=Text(nl="naar een ander plan", en="to another plan"),
        hear=switch,
        takes=names_plan,
    ),
    Command(
        name=Text(nl="geen berichten", en="no messages"),
        does=Text(nl="geen herinneringen meer", en="no more reminders"),
        hear=be_silent,
    ),
    Command(
        name=Text(nl="wel berichten", en="messages on"),
        does=Text(nl="weer herinneringen krijgen", en="reminders on again"),
        hear=speak_again,
    ),
    Command(
        name=Text(nl="taal", en="language"),
        also=("english", "nederlands"),
        does=Text(nl="Nederlands of Engels", en="Dutch or English"),
        hear=language,
        takes=names_language,
        needs_plan=False,
    ),
    Command(
        name=Text(nl="privacy", en="privacy"),
        does=Text(nl="wat ik bewaar en wie het ziet", en="what I keep and who sees it"),
        hear=privacy,
        needs_plan=False,
    ),
)
