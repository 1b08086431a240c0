"""Cards for what could not simply be kept: suspected personal data, and two people at once."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from dialogs import phrases
from dialogs.questionnaire.parts import CARD
from dialogs.questionnaire.saving import Clash
from dialogs.questionnaire.sheet import Sheet
from dialogs.view import Button, Element, Heading, Marked, Pick, View, Words, Write
from plan.answering import Field, current
from plan.dossier import Dossier
from plan.personal import KINDS, suspects
from plan.text import Text, joined


def held_view(
    sheet: Sheet,
    held: Iterable[tuple[Field, str]],
    *,
    typed: bool = False,
    seen: datetime | None = None,
) -> View:
    """The passages marked and the text to rewrite; until then nothing of it is kept.

    `typed`: one question at a time goes on after it. `seen`: until when the speaker has seen the
    answers of colleagues.
    """
    elements: list[Element] = [
        Words(
            text=Text(
                nl="Dit lijkt herleidbaar tot een persoon en is daarom nog niet opgeslagen. "
                "Herschrijf de tekst zonder naam, adres of nummer.",
                en="This looks traceable to a person and has therefore not been saved yet. "
                "Rewrite it without a name, address or number.",
            ),
            tone="attention",
        )
    ]
    asks = []
    for field, words in held:
        found = suspects(words)
        kinds = joined([KINDS[kind] for kind in dict.fromkeys(s.kind for s in found)], ", ")
        elements.append(Heading(text=field.text, level=3))
        elements.append(Marked(text=words, passages=tuple((s.start, s.end) for s in found)))
        why = Text(nl="Gemarkeerd: {kinds}.", en="Marked: {kinds}.")
        elements.append(Words(text=why.fill(kinds=kinds), tone="subtle"))
        label = Text(nl="Uw tekst", en="Your text")
        elements.append(Write(id=field.id, label=label, value=words, limit=field.limit))
        asks.append(field.ask.key)
    return View(
        title=Text(
            nl="Kijk dit nog even na voordat we het bewaren",
            en="Please check this before we keep it",
        ),
        elements=tuple(elements),
        buttons=(
            Button(
                verb="save",
                primary=True,
                label=Text(nl="Herschreven tekst opslaan", en="Save the rewritten text"),
            ),
            Button(
                verb="not_personal",
                label=Text(nl="Dit gaat niet over een persoon", en="This is not about a person"),
            ),
            Button(verb="skip", label=Text(nl="Niet opslaan", en="Do not save"), checks=False),
        ),
        dialog=CARD,
        about={
            **sheet.about,
            "kind": "held",
            "asks": ",".join(dict.fromkeys(asks)),
            **({"typed": "yes"} if typed else {}),
            **({"seen": seen.isoformat()} if seen else {}),
        },
    )


def clash_view(
    dossier: Dossier, sheet: Sheet, clashes: Iterable[Clash], *, typed: bool = False
) -> View:
    """Both texts side by side; the second to answer chooses."""
    elements: list[Element] = [
        Words(
            text=Text(
                nl="Hier is intussen een ander antwoord gegeven. Welk antwoord geldt?",
                en="Another answer has been given in the meantime. Which one counts?",
            ),
            tone="warning",
        )
    ]
    asks = []
    for clash in clashes:
        by = clash.theirs.asked_by or clash.theirs.by
        theirs = current(clash.field, clash.theirs)
        mine, other = (NOW, BEFORE) if by == sheet.by.key else (MINE, OTHER)
        choices = tuple(
            (value, words.fill(name=dossier.person_name(by), words=_label(clash.field, value)))
            for value, words in ((clash.mine, mine), (theirs, other))
        )
        elements.append(
            Pick(
                id=clash.field.id,
                label=clash.field.text,
                choices=choices,
                value=theirs,
                wide=True,
            )
        )
        asks.append(clash.field.ask.key)
    return View(
        title=Text(nl="Twee antwoorden op dezelfde vraag", en="Two answers to the same question"),
        elements=tuple(elements),
        buttons=(Button(verb="save", label=phrases.SAVE, primary=True),),
        dialog=CARD,
        about={
            **sheet.about,
            "kind": "clash",
            "asks": ",".join(dict.fromkeys(asks)),
            **({"typed": "yes"} if typed else {}),
        },
    )


MINE = Text(nl="Uw antwoord: {words}", en="Your answer: {words}")
OTHER = Text(nl="{name}: {words}", en="{name}: {words}")
NOW = Text(nl="Nu ingevuld: {words}", en="Filled in now: {words}")
BEFORE = Text(nl="Al opgeslagen: {words}", en="Saved already: {words}")
"""The last two where both are of the same person, on two cards."""


def _label(field: Field, raw: str) -> Text:
    labels = {option.id: option.text for option in field.options}
    return labels.get(raw, Text.verbatim(raw or "–"))
