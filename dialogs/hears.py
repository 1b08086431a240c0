"""Who hears the cards: each dialog by its name."""

from __future__ import annotations

from collections.abc import Callable

from dialogs import (
    calm,
    conclude,
    contact_card,
    contacts,
    dates,
    deciding,
    mine,
    mix,
    proposing,
    request,
    results,
    standing_in,
    start,
    status,
    step,
    tracing,
    wishing,
)
from dialogs.checking import conditions, held_talk, silent
from dialogs.deciding import adopting, consent
from dialogs.drafting import hearing as drafting
from dialogs.drafting.parts import DIALOG as DRAFTING
from dialogs.forming import hearing as forming
from dialogs.forming import trying
from dialogs.forming.written import DIALOG as FORMING
from dialogs.meeting import agreeing, answering, consenting
from dialogs.meeting import hearing as meeting
from dialogs.meeting.parts import ATTENDING, MEETING
from dialogs.messages import undelivered
from dialogs.processing import deciding as processing
from dialogs.processing.words import DIALOG as PROCESSING
from dialogs.questionnaire import changing_words, pressing
from dialogs.roles import hearing as roles
from dialogs.roles.listed import DIALOG as ROLES
from dialogs.running import amending, asking, card, closing, settling
from dialogs.running.common import RUNNING
from dialogs.running.settle_card import DIALOG as SETTLING
from dialogs.turn import Said, Turn
from plan.dossier import Dossier

Hears = Callable[[Dossier, Said], Turn]

HEARS: dict[str, Hears] = {
    "questionnaire.card": pressing.hear,
    changing_words.DELETED: changing_words.pressed,
    "status": status.status_turn,
    proposing.DIALOG: start.hear,
    trying.DIALOG: trying.hear,
    wishing.DIALOG: wishing.hear,
    mine.DIALOG: mine.hear,
    standing_in.DIALOG: standing_in.hear,
    DRAFTING: drafting.hear,
    PROCESSING: processing.hear,
    ATTENDING: answering.hear,
    consenting.DIALOG: agreeing.hear,
    deciding.DIALOG: deciding.hear,
    consent.DIALOG: consent.hear,
    adopting.DIALOG: adopting.hear,
    tracing.DIALOG: tracing.hear,
    request.DIALOG: request.hear,
    results.DIALOG: results.hear,
    conclude.DIALOG: conclude.hear,
    step.DIALOG: step.hear,
    contact_card.DIALOG: contacts.hear,
    mix.DIALOG: mix.hear,
    calm.DIALOG: calm.hear,
    FORMING: forming.hear,
    ROLES: roles.hear,
    silent.DIALOG: silent.hear,
    held_talk.DIALOG: held_talk.hear,
    conditions.DIALOG: conditions.hear,
    MEETING: meeting.hear,
    dates.DIALOG: dates.hear,
    RUNNING: card.hear,
    asking.DIALOG: asking.hear,
    SETTLING: settling.hear,
    amending.CHOOSING: amending.chosen,
    amending.DIALOG: amending.hear,
    closing.DIALOG: closing.hear,
    undelivered.DIALOG: undelivered.hear,
}
"""Who may press what: dialogs/verbs.py."""
