"""Which command is meant by what was typed; small typing errors forgiven."""

from __future__ import annotations

from difflib import SequenceMatcher

from dialogs import phrases
from dialogs.command import Command, says
from dialogs.commands import COMMANDS, theirs
from dialogs.turn import Said, Turn
from plan.answering import plain
from plan.dossier import Dossier
from plan.text import joined

CLOSE = 0.85
"""From this likeness on, a word is taken for a command with a typing error."""
SHORTEST = 3
"""Shorter words are too like one another to guess at."""


def find(words: str) -> tuple[Command, str] | None:
    """The command said literally, with what follows it."""
    said = plain(words) or words.strip()
    for command in COMMANDS:
        for word in command.words:
            if said == word:
                return command, ""
            if command.takes and said.startswith(f"{word} "):
                return command, said[len(word) + 1 :]
    return None


def belongs(found: tuple[Command, str], dossier: Dossier, said: Said) -> bool:
    """Whether what follows the command makes sense to it."""
    command, rest = found
    return not rest or (command.takes is not None and command.takes(dossier, said, rest))


def nearly(dossier: Dossier, said: Said) -> tuple[Command, str] | None:
    """The command meant by a word or two with a small typing error, and what follows it."""
    if len(plain(said.text)) < SHORTEST:
        return None
    words = plain(said.text)[:100]
    close = [
        (max(_likeness(words, word) for word in command.words), command)
        for command in theirs(dossier, said)
        if any(_is_close(words, word) for word in command.words)
    ]
    if close:
        return max(close, key=lambda one: one[0])[1], ""
    return _with_rest(dossier, said)


def _with_rest(dossier: Dossier, said: Said) -> tuple[Command, str] | None:
    """The same for a command that takes something, such as `nmens ggd`."""
    first, _, rest = plain(said.text).partition(" ")
    if not rest or len(first) < SHORTEST:
        return None
    for command in theirs(dossier, said):
        close = any(_is_close(first, word) for word in command.words)
        if close and belongs((command, rest), dossier, said):
            return command, rest
    return None


def unknown(dossier: Dossier, said: Said) -> Turn:
    """An unknown word gets the three likeliest commands."""
    names = [command.name for _, command in _likeliest(dossier, said)[:3]]
    return says(phrases.UNKNOWN_WORD.fill(likely=joined(names, ", ")))


def _likeness(words: str, word: str) -> float:
    """From 0 to 1; letters that only changed places count as one small error."""
    swapped = sorted(words) == sorted(word) and words[:1] == word[:1]
    return CLOSE if swapped else SequenceMatcher(None, words, word).ratio()


def _is_close(words: str, word: str) -> bool:
    """Whether the likeness is enough; most words are told apart by their length and letters."""
    matcher = SequenceMatcher(None, words, word)
    if matcher.real_quick_ratio() < CLOSE or matcher.quick_ratio() < CLOSE:
        return False
    return _likeness(words, word) >= CLOSE


def _likeliest(dossier: Dossier, said: Said) -> list[tuple[float, Command]]:
    """The speaker's commands with their likeness from 0 to 1, most like what was typed first."""
    words = plain(said.text)[:100]
    scored = [
        (max(_likeness(words, word) for word in command.words), command)
        for command in theirs(dossier, said)
    ]
    return sorted(scored, key=lambda one: -one[0])
