"""The words with which somebody opens a theme, an item or a measure, or takes a change back."""

from __future__ import annotations

from typing import TypeVar

from dialogs import phrases
from dialogs.command import says, shows
from dialogs.drafting import course, editing_item, editing_measure, principles, undoing
from dialogs.drafting.difference import differences_view
from dialogs.drafting.hearing import ADOPTED
from dialogs.drafting.menu import menu_view
from dialogs.turn import Said, Turn
from plan.answering import plain
from plan.dossier import Dossier
from plan.drafting import absent
from plan.records import ActionItem, IvpTheme, Measure, Record, Theme
from plan.rights import Of, can
from plan.standing import adopted
from plan.text import Text

R = TypeVar("R", bound=Record)
WHICH = Text(
    nl='Welke? Typ de code erbij, zoals "{word} {code}".',
    en='Which one? Add its code, such as "{word} {code}".',
)


def theme(dossier: Dossier, said: Said, rest: str) -> Turn:
    """All themes, or on with the one that was named."""
    if adopted(dossier):
        return says(ADOPTED)
    found = _named(dossier, Theme, rest) or _absent(dossier, rest)
    if found is None:
        return shows(menu_view(dossier, said))
    if not can(dossier, said.who, "draft", Of(theme=found.key)):
        return says(phrases.NOT_YOURS)
    return shows(course.begin(dossier, said, found.key))


def item(dossier: Dossier, said: Said, rest: str) -> Turn:
    found = _named(dossier, ActionItem, rest)
    if adopted(dossier) or found is None:
        first = next((one.key for one in dossier.items), "T1.1")
        return says(ADOPTED if adopted(dossier) else _which("actiepunt", "item", first))
    if not can(dossier, said.who, "draft", Of(theme=found.theme)):
        return says(phrases.NOT_YOURS)
    return shows(editing_item.view(dossier, said, found))


def measure(dossier: Dossier, said: Said, rest: str) -> Turn:
    found = _named(dossier, Measure, rest)
    if adopted(dossier) or found is None:
        first = next((one.key for one in dossier.measures), "M01")
        return says(ADOPTED if adopted(dossier) else _which("maatregel", "measure", first))
    if not can(dossier, said.who, "draft", Of(theme=dossier.theme_of(found))):
        return says(phrases.NOT_YOURS)
    return shows(editing_measure.view(dossier, said, found))


def undo(dossier: Dossier, said: Said, rest: str) -> Turn:
    if adopted(dossier):
        return says(ADOPTED)
    view = undoing.view(dossier, said)
    return shows(view) if view else says(undoing.NOTHING)


def guiding(dossier: Dossier, said: Said, rest: str) -> Turn:
    """The principles of the whole plan, which are the coordinator's to give."""
    if adopted(dossier):
        return says(ADOPTED)
    return shows(principles.asked_view(dossier, said))


def differences(dossier: Dossier, said: Said, rest: str) -> Turn:
    return shows(differences_view(dossier))


def names_theme(dossier: Dossier, said: Said, rest: str) -> bool:
    found = _named(dossier, Theme, rest) or _absent(dossier, rest)
    return found is not None and _drafts(dossier, said)


def names_item(dossier: Dossier, said: Said, rest: str) -> bool:
    return _named(dossier, ActionItem, rest) is not None and _drafts(dossier, said)


def names_measure(dossier: Dossier, said: Said, rest: str) -> bool:
    return _named(dossier, Measure, rest) is not None and _drafts(dossier, said)


def _drafts(dossier: Dossier, said: Said) -> bool:
    """To somebody else "maatregel M11" is an answer, not a command."""
    return can(dossier, said.who, "draft")


def _named(dossier: Dossier, kind: type[R], words: str) -> R | None:
    """The one of that code, or the only one with that title."""
    wanted = plain(words)
    every = dossier.all(kind)
    code = [one for one in every if wanted and plain(one.key) == wanted]
    title = [one for one in every if wanted and plain(getattr(one, "title", "")) == wanted]
    return code[0] if code else title[0] if len(title) == 1 else None


def _absent(dossier: Dossier, words: str) -> IvpTheme | None:
    found = _named(dossier, IvpTheme, words)
    return found if found in absent(dossier) else None


def _which(nl: str, en: str, code: str) -> Text:
    return Text(
        nl=WHICH.fill(word=nl, code=code).nl,
        en=WHICH.fill(word=en, code=code).en,
    )
