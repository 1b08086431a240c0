"""What a card that was used says when it is pressed once more: what came of it, and no more."""

from __future__ import annotations

import json
from typing import Any, Final

from bot.card_text import Piece, paragraphs, problem
from bot.cards import LARGEST
from bot.heard import Answered, Heard, Outgoing
from bot.pressed import sealed
from plan.dossier import Dossier
from plan.records import Card
from plan.text import Language, Text

USED: Final = Text(
    nl='Deze kaart is al gebruikt. Typ "verder" om door te gaan.',
    en='This card was used already. Type "next" to go on.',
)
ALREADY: Final = Text(
    nl="Dat is zojuist al gedaan. Het antwoord staat in dit gesprek.",
    en="That was done just now. The answer is in this chat.",
)
UNKEPT: Final = Text(
    nl="Deze kaart was al gebruikt. Wat er nu mee kwam, is niet bewaard.",
    en="This card was used already. What came with it now was not kept.",
)


def replayed(dossier: Dossier, card: Card, heard: Heard, language: Language) -> Answered:
    """The card that stands in its place by now, or its receipt; what was said if it stays.

    A press that is not the one that counted is told so, with the texts that came with it: nobody
    takes a receipt for what was typed afterwards.
    """
    if card.state == "open":
        return Answered(notice=_said(card, heard) or ALREADY.within(language))
    outcome = _outcome(dossier, card)
    if outcome is None:
        return Answered(then=(Outgoing(text=USED.within(language)),))
    if card.pressed in ("", sealed(heard)):
        return Answered(instead=outcome)
    return Answered(instead=_with_note(outcome, card, heard, language))


def _said(card: Card, heard: Heard) -> str:
    """What this press was answered with, where that was said in words."""
    same = heard.activity == card.heard or card.pressed == sealed(heard)
    return str(json.loads(card.outcome)) if same and card.outcome else ""


def _outcome(dossier: Dossier, card: Card) -> dict[str, Any] | None:
    """That of the last card in this place; what went with a closed round is there no more."""
    while (after := dossier.get(Card, card.before)) and after.state == "used":
        card = after
    return json.loads(card.outcome) if card.outcome else None


def _with_note(
    outcome: dict[str, Any], card: Card, heard: Heard, language: Language
) -> dict[str, Any]:
    typed = [heard.inputs[id_] for id_ in card.inputs if heard.inputs.get(id_)]
    lines: list[Piece] = [piece for words in typed for piece in paragraphs(words)]
    head, *rest = outcome["body"]
    noted = {**outcome, "body": [head, problem(UNKEPT, language), *lines, *rest]}
    if len(json.dumps(noted, ensure_ascii=False)) < LARGEST:
        return noted
    return {**outcome, "body": [head, problem(UNKEPT, language), *rest]}
