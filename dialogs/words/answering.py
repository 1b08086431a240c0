"""Words for who answers."""

from __future__ import annotations

from dialogs.command import Command
from dialogs.coordinating import names_partner, questionnaire
from dialogs.partnering import (
    all_questions,
    be_silent,
    by_card,
    hand_on,
    names_topic,
    one_by_one,
    ready,
    speak_again,
    wishes,
)
from plan.rights import answers
from plan.text import Text

COMMANDS: tuple[Command, ...] = (
    Command(
        name=Text(nl="vragenlijst", en="questionnaire"),
        also=("vragen", "questions"),
        does=Text(nl="alle vragen per onderwerp", en="all questions by topic"),
        hear=questionnaire,
        listed=answers,
        takes=names_partner,
    ),
    Command(
        name=Text(nl="vraag voor vraag", en="one by one"),
        also=("typen", "type"),
        does=Text(nl="één vraag tegelijk, door te typen", en="one question at a time"),
        hear=one_by_one,
        listed=answers,
    ),
    Command(
        name=Text(nl="alle vragen", en="all questions"),
        also=("meer vragen", "more questions"),
        does=Text(
            nl="ook de extra vragen, één tegelijk", en="the extra questions too, one at a time"
        ),
        hear=all_questions,
        listed=answers,
    ),
    Command(
        name=Text(nl="kaart", en="card"),
        also=("kaarten", "cards"),
        does=Text(nl="weer met kaarten", en="by card again"),
        hear=by_card,
        listed=answers,
    ),
    Command(
        name=Text(nl="klaar", en="ready"),
        also=("done",),
        does=Text(nl="mijn antwoorden zijn compleet", en="my answers are complete"),
        hear=ready,
        listed=answers,
    ),
    Command(
        name=Text(nl="mijn collega", en="my colleague"),
        also=("doorgeven", "hand over", "niet voor mij"),
        does=Text(
            nl='vragen doorgeven, ook één onderwerp: "mijn collega doet onderwerp 5"',
            en='hand over questions, also one topic: "my colleague does topic 5"',
        ),
        hear=hand_on,
        listed=answers,
        takes=names_topic,
    ),
    Command(
        name=Text(nl="berichten", en="messages"),
        also=("minder berichten", "fewer messages", "snooze", "herinneringen"),
        does=Text(nl="minder berichten, of even geen", en="fewer messages, or none for a while"),
        hear=wishes,
    ),
    Command(
        name=Text(nl="geen berichten", en="no messages"),
        does=Text(nl="geen berichten meer", en="no more messages"),
        hear=be_silent,
        listed=answers,
    ),
    Command(
        name=Text(nl="wel berichten", en="messages on"),
        does=Text(nl="weer berichten krijgen", en="messages on again"),
        hear=speak_again,
        listed=answers,
    ),
)
