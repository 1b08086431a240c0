"""The contribution as it was agreed, repeated at the end and whenever the partner looks."""

from __future__ import annotations

from collections.abc import Sequence

from dialogs.checking.parts import LOOK, TALK, in_pages
from dialogs.questionnaire.parts import CARD, DONE, NOT_ME, TYPING, about, who
from dialogs.questionnaire.sheet import Sheet, with_colleagues
from dialogs.view import Button, Element, Facts, Fold, Listing, Pick, View, Words
from plan.checking import own_hours, own_parts, to_check
from plan.content.check import CHECK
from plan.dates import on_day
from plan.dossier import Dossier
from plan.notation import number
from plan.promises import promises
from plan.question import Choice, label_of
from plan.records import Measure
from plan.standing import submission
from plan.text import Text, joined

SHOWN = 20
"""Measures that are repeated at the end; the partner's page has them all."""
OPEN = Text(nl="nog niet bevestigd", en="not confirmed yet")


def contribution(dossier: Dossier, sheet: Sheet) -> tuple[Element | Fold, ...]:
    """Per measure the promise and the own hours, and the remarks that were made."""
    said = promises(dossier, sheet.round, sheet.org)
    own = own_parts(dossier, sheet.org)
    rows = tuple(
        (Text.verbatim(f"{m.key} {m.title}"), _promise(m, sheet.org, said.get(m.key)))
        for m in own[:SHOWN]
    )
    found: list[Element | Fold] = [Facts(rows=rows)] if rows else []
    texts = [a.text for a in dossier.answers_in(sheet.round.key, sheet.org) if a.text]
    if texts:
        title = Text(nl="Uw opmerkingen ({n})", en="Your remarks ({n})").fill(n=len(texts))
        lines = tuple(Text.verbatim(text) for text in texts)
        found.append(Fold(title=title, elements=(Listing(lines=lines),)))
    return tuple(found)


def _promise(measure: Measure, org: str, said: str | None) -> Text:
    kind = next(q.kind for topic in CHECK for q in topic.questions if q.id == "K2")
    label = label_of(kind.options if isinstance(kind, Choice) else (), said) if said else OPEN
    given = own_hours(measure, org)
    if not given or said == "nee":
        return label
    hours = Text(nl=f"{number(given, 'nl')} uur", en=f"{number(given, 'en')} hours")
    return joined([label, hours], ", ")


def agreed_view(dossier: Dossier, sheet: Sheet) -> View:
    """Thanks, the agreed contribution, and until when it can be changed."""
    name = dossier.organisation_name(sheet.org)
    title = Text(nl="Bedankt, uw reactie is binnen", en="Thank you, your response is in")
    if sheet.on_behalf:
        title = Text(nl="De reactie van {org} is binnen", en="The response of {org} is in").fill(
            org=name
        )
    colleagues = with_colleagues(dossier, sheet)
    waiting = Text(nl="Nog niet klaar: {names}.", en="Not ready yet: {names}.")
    changing = Text(
        nl='Wijzigen kan tot en met {day}. Typ dan "vragenlijst". U hoort wat we met uw '
        "opmerkingen doen.",
        en='You can change it until {day}. To do so, type "questionnaire". We will let you know '
        "what we do with your remarks.",
    ).fill(day=on_day(sheet.round.closes_on))
    if sheet.on_behalf:
        changing = NEXT_PARTNER
    agreed = Text(
        nl="Uw bijdrage aan het plan, zoals u die opgaf", en="Your contribution as you gave it"
    )
    return View(
        title=title,
        elements=(
            *((Words(text=waiting.fill(names=", ".join(colleagues))),) if colleagues else ()),
            Words(text=agreed, strong=True),
            *contribution(dossier, sheet),
            Words(text=changing),
        ),
        buttons=() if sheet.on_behalf else (LOOK,),
        dialog=CARD,
        about=about(sheet, "complete", ()),
    )


NEXT_PARTNER = Text(
    nl='Toch nog iets wijzigen, of een volgende partner? Typ "namens" en de naam. Typ "verder" '
    "om door te gaan met de stap.",
    en='Something else to change, or another partner? Type "for" and the name. Type "next" to '
    "go on with the step.",
)


def overview_view(dossier: Dossier, sheet: Sheet) -> View:
    """Where the check of a partner stands, and what to open."""
    asked = to_check(dossier, sheet.round.step, sheet.org) or own_parts(dossier, sheet.org)
    pages = in_pages(dossier, sheet.org, asked)
    sent = submission(dossier, sheet.round.key, sheet.org)
    begun = dossier.answers_in(sheet.round.key, sheet.org)
    pick = Pick(
        id="open",
        label=Text(nl="Welk deel openen?", en="Which part do you want to open?"),
        choices=tuple((f"page:{n}", _page(page)) for n, page in enumerate(pages)),
        value="page:0",
    )
    return View(
        title=Text(nl="Uw bijdrage aan het plan", en="Your contribution to the plan"),
        elements=(
            *who(dossier, sheet),
            *contribution(dossier, sheet),
            *((pick,) if len(pages) > 1 else ()),
        ),
        buttons=(
            OPEN_PAGE if len(pages) > 1 else LOOK,
            TYPING,
            *((DONE,) if begun and not sent else ()),
            *(() if sheet.on_behalf else (TALK, NOT_ME)),
        ),
        dialog=CARD,
        about=about(sheet, "menu", ()),
    )


OPEN_PAGE = Button(verb="open", label=Text(nl="Openen", en="Open"), primary=True)


def _page(measures: Sequence[Measure]) -> Text:
    words = Text(nl="{first} tot en met {last}", en="{first} to {last}")
    return words.fill(first=measures[0].key, last=measures[-1].key)


def page_of(dossier: Dossier, sheet: Sheet, wanted: str) -> tuple[Measure, ...]:
    """The measures of a part that was chosen."""
    asked = to_check(dossier, sheet.round.step, sheet.org) or own_parts(dossier, sheet.org)
    pages = in_pages(dossier, sheet.org, asked) or [[]]
    number = int(wanted) if wanted.isdecimal() else 0
    return tuple(pages[number] if number < len(pages) else pages[0])
