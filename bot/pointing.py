"""The way from a channel or a group chat to the personal chat: a card with one button."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from bot.heard import Answered, Heard, Outgoing
from dialogs import channel, phrases
from plan.text import Language, Text

OPEN: Final = Text(nl="Persoonlijk gesprek openen", en="Open the personal chat")
POINTING: Final = (phrases.PERSONAL_ONLY, channel.HELP, channel.ADDED)
"""What is said with the button below it."""
_OURS = re.compile(r"28:[0-9a-fA-F-]{36}")
"""A bot's own id in Teams: nothing else may go into the address."""


def link(heard: Heard) -> str | None:
    """Opens a chat with this bot; None where the id is none of Teams'."""
    bot = heard.address.get("bot", "")
    return f"https://teams.microsoft.com/l/chat/0/0?users={bot}" if _OURS.fullmatch(bot) else None


def pointed(answered: Answered, heard: Heard, language: Language) -> Answered:
    """The same, with the button where words send somebody to the personal chat."""
    place = link(heard)
    words = {text.within(language) for text in POINTING}
    if place is None or not any(one.text in words for one in answered.then):
        return answered
    then = (_card(o.text, place, language) if o.text in words else o for o in answered.then)
    return replace(answered, then=tuple(then))


def _card(words: str, place: str, language: Language) -> Outgoing:
    opens = {"type": "Action.OpenUrl", "title": OPEN.within(language), "url": place}
    card = {
        "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
        "type": "AdaptiveCard",
        "version": "1.5",
        "lang": language,
        "fallbackText": f"{words} {place}",
        "body": [{"type": "TextBlock", "text": words, "wrap": True}],
        "actions": [opens],
    }
    return Outgoing(card=card, summary=words[:100])
