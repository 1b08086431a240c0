"""What the cards of the first draft share: their buttons, their texts and their checks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from dialogs import phrases
from dialogs.filled import TITLE_LIMIT, Wrong, faults, lines_of, written
from dialogs.measures.wording import NO_TITLE
from dialogs.turn import Said, Turn
from dialogs.view import Button, Element, Fold, Listing, View, Words, Write
from plan.answering import TOO_LONG
from plan.changes import changes_since
from plan.dates import at_time
from plan.difference import differences
from plan.dossier import Dossier
from plan.records import Record
from plan.text import Text

DIALOG = "drafting"
Texts = Mapping[str, tuple[Text, int]]
"""The texts of a part of the plan: what each is called, and how long it may be."""
UNCHANGED = Text(nl="Niets gewijzigd.", en="Nothing changed.")
SAVE = Button(verb="save", label=phrases.SAVE, primary=True)
LATER = Button(verb="later", label=phrases.LATER, checks=False)


def stage_view(
    stage: str,
    theme: str,
    title: Text,
    elements: tuple[Element | Fold, ...],
    buttons: tuple[Button, ...] = (SAVE, LATER),
    **about: str,
) -> View:
    """A card of the loop; it remembers which theme and stage it is about."""
    return View(
        title=title,
        elements=elements,
        buttons=buttons,
        dialog=DIALOG,
        about={"theme": theme, "stage": stage, **about},
    )


def about(said: Said, name: str) -> str:
    return said.card.about.get(name, "") if said.card else ""


def listed(said: Said, name: str) -> tuple[str, ...]:
    """What a card remembers as a list."""
    return tuple(one for one in about(said, name).split(",") if one)


def text_inputs(
    said: Said,
    known: Mapping[str, str | None],
    texts: Texts,
    wrong: Wrong,
) -> tuple[Write, ...]:
    """The texts of a part of the plan: what was typed, else what is known."""
    return tuple(
        Write(
            id=name,
            label=texts[name][0],
            value=said.inputs.get(name, value or ""),
            limit=texts[name][1],
            lines=name != "title",
            error=wrong.get(name),
        )
        for name, value in known.items()
    )


def text_faults(said: Said, texts: Texts) -> dict[str, Text]:
    """What is wrong with them; without a title nothing can be kept."""
    wrong = faults(said, {name: limit for name, (_, limit) in texts.items()})
    if not written(said, "title"):
        wrong["title"] = NO_TITLE
    return wrong


def line_faults(said: Said, *ids: str) -> dict[str, Text]:
    """The same for what was pasted one per line, each line a title."""
    found = faults(said, dict.fromkeys(ids, 4000))
    for id_ in ids:
        longest = max((len(line) for line in lines_of(said, id_)), default=0)
        if longest > TITLE_LIMIT and id_ not in found:
            found[id_] = TOO_LONG.fill(length=longest, limit=TITLE_LIMIT)
    return found


def receipt(said: Said, what: Text) -> View:
    """What was kept, in place of the card."""
    title = Text(nl="Opgeslagen, {time}: {what}", en="Saved, {time}: {what}")
    return View(title=title.fill(time=at_time(said.at), what=what))


def unchanged(why: Text) -> View:
    """Nothing was kept, and why."""
    return View(title=UNCHANGED, elements=(Words(text=why),))


def nothing() -> Turn:
    return Turn(instead=View(title=phrases.NOTHING_KEPT))


def afresh(said: Said) -> Said:
    """The same speaker, with nothing filled in: for the next card."""
    return replace(said, inputs={}, card=None, verb=None)


def named(record: Record) -> Text:
    """`M11 Cameratoezicht`: the code with the title."""
    return Text.verbatim(f"{record.key} {getattr(record, 'title', '')}".strip())


def changed_since(dossier: Dossier, said: Said, key: str) -> tuple[Text, ...]:
    """What was changed of a subject since the card was made, as people read it."""
    if said.card is None:
        return ()
    since = (c for c in changes_since(dossier, said.card.issued_at) if c.subject == key)
    return tuple(
        CHANGED.fill(who=dossier.person_name(made.by), label=one.label, words=one.words)
        for made in since
        for one in differences(dossier, made)
    )


CHANGED = Text(nl="{who}: {label}, {words}", en="{who}: {label}, {words}")


def gone(said: Said, key: str, labels: Mapping[str, Text]) -> Turn:
    """What the card was about was taken out meanwhile; the own texts are shown, not kept."""
    typed = {id_: written(said, id_) for id_ in labels}
    lines = tuple(
        OWN.fill(label=labels[id_], words=words) for id_, words in typed.items() if words
    )
    more = (Listing(lines=lines),) if lines else ()
    return Turn(instead=View(title=UNCHANGED, elements=(Words(text=GONE.fill(what=key)), *more)))


GONE = Text(
    nl="Niet meer in het plan: {what}. Wat je invulde, is niet bewaard.",
    en="No longer in the plan: {what}. What you filled in was not kept.",
)
OWN = Text(nl="{label}: {words}", en="{label}: {words}")
