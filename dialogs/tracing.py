"""Questions about the plan: why, since when, who; with sources and dates, over all its years."""

from __future__ import annotations

from dataclasses import replace

from dialogs.answers import Sort, headline
from dialogs.meant import find, may_see, years
from dialogs.turn import Reply, Said, Turn
from dialogs.view import Button, Element, Facts, Heading, Pick, View, Words
from plan.content.check import CHECK
from plan.content.progress import PROGRESS
from plan.content.topics import EVALUATION
from plan.dossier import Dossier
from plan.finding import Found, words_in
from plan.notation import short_day
from plan.personal import suspects
from plan.records import Person
from plan.text import Text, joined
from plan.tracing import Fact, facts, makes, visible

DIALOG = "tracing"
TOPICS = (*EVALUATION, *CHECK, *PROGRESS)
MOST = 30
"""Lines of one plan on a card."""
OFFERED = 8


def answer(dossier: Dossier, said: Said, rest: str, sort: Sort) -> Turn:
    """The answer, or which of several is meant."""
    if not rest:
        return Turn(replies=(Reply(text=HOW),))
    found = find(dossier, said, rest)
    if not found:
        return Turn(replies=(Reply(text=NOTHING.fill(words=rest)),))
    if len(found) > 1:
        return Turn(replies=(Reply(view=_choose_view(found[:OFFERED], sort)),))
    return Turn(replies=(Reply(view=answer_view(dossier, said, found[0], sort)),))


HOW = Text(
    nl='Waar gaat de vraag over? Noem een code of een woord uit de titel: "waarom M11", "wie '
    'trekt M11", "wanneer is M11 klaar" of "waarom stopten we met de camera?".',
    en='What is the question about? Name a code or a word of the title: "why M11", "who leads '
    'M11", "when is M11 ready" or "why did we stop the camera?".',
)
NOTHING = Text(
    nl="Bij “{words}” vind ik niets in de plannen die hier in te zien zijn. Noem een code, zoals "
    "M11, of een woord uit de titel.",
    en="I find nothing for “{words}” in the plans that can be seen here. Name a code, such as "
    "M11, or a word of the title.",
)


def _choose_view(found: list[Found], sort: Sort) -> View:
    choices = tuple((_reference(one), _name(one)) for one in found)
    return View(
        title=Text(nl="Welke wordt bedoeld?", en="Which one is meant?"),
        elements=(
            Pick(
                id="subject",
                label=Text(nl="Maatregel of actiepunt", en="Measure or action item"),
                choices=choices,
                value=choices[0][0],
                wide=True,
            ),
        ),
        buttons=(Button(verb="show", label=Text(nl="Laat zien", en="Show"), primary=True),),
        dialog=DIALOG,
        about={"sort": sort},
    )


def _reference(one: Found) -> str:
    return f"{one.dossier.plan.key}|{one.subject}"


def _name(one: Found) -> Text:
    words = Text(nl="{code} {title} (plan {year})", en="{code} {title} ({year} plan)")
    title = one.dossier.title(one.subject)
    return words.fill(code=one.subject, title=title, year=one.dossier.plan.year)


def hear(dossier: Dossier, said: Said) -> Turn:
    """Which of the candidates was meant."""
    key, _, subject = said.inputs.get("subject", "").partition("|")
    sort: Sort = (said.card.about.get("sort") if said.card else None) or "why"  # type: ignore[assignment]
    for plan, person in years(dossier, said):
        if plan.plan.key == key and may_see(plan, person, subject):
            found = Found(dossier=plan, subject=subject, score=1.0)
            return Turn(instead=answer_view(dossier, said, found, sort))
    return Turn(replies=(Reply(text=NOTHING.fill(words=subject)),))


def answer_view(dossier: Dossier, said: Said, found: Found, sort: Sort) -> View:
    """The answer in a sentence, then every fact with its source and date, year by year."""
    code, title = found.subject, found.dossier.title(found.subject)
    lead = headline(found.dossier, found.subject, sort)
    elements: list[Element] = []
    if sort != "why" and lead:
        elements.append(Words(text=MORE.fill(code=code), tone="subtle"))
    for plan, person in years(dossier, said) if not elements else ():
        if plan is found.dossier or _same(plan, found):
            elements += _year(plan, person, found.subject)
    return View(
        title=Text.verbatim(f"{code} {title}"),
        elements=(*(Words(text=line, strong=n == 0) for n, line in enumerate(lead)), *elements),
    )


MORE = Text(
    nl='Typ "waarom {code}" voor waar het vandaan komt en wie erover besloot.',
    en='Type "why {code}" for where it comes from and who decided on it.',
)


def _same(plan: Dossier, found: Found) -> bool:
    """Whether another year's plan has it under the same code and much the same name."""
    title, other = found.dossier.title(found.subject), plan.title(found.subject)
    return other != found.subject and bool(set(words_in(title)) & set(words_in(other)))


def _year(dossier: Dossier, person: Person, subject: str) -> list[Element]:
    if not may_see(dossier, person, subject):
        return []
    seen = [f for f in facts(dossier, subject, TOPICS) if visible(dossier, f, person)]
    whole = makes(dossier, person)
    rows = tuple(_row(fact if whole else _withheld(fact)) for fact in seen[:MOST])
    heading = Text(nl="In het plan voor {year}", en="In the plan for {year}")
    rest = Text(nl="En nog {n} regels in het register.", en="And {n} more lines in the register.")
    more = len(seen) - MOST
    return [
        Heading(text=heading.fill(year=dossier.plan.year), level=3),
        Facts(rows=rows),
        *((Words(text=rest.fill(n=more), tone="subtle"),) if more > 0 else ()),
    ]


def _row(fact: Fact) -> tuple[Text, Text]:
    """`collectieve sessie, 26 nov 2026` beside what was said."""
    if fact.day is None or fact.timeless:
        return fact.source, fact.text
    day = Text(nl=short_day(fact.day, "nl"), en=short_day(fact.day, "en"))
    return joined([fact.source, day], ", "), fact.text


def _withheld(fact: Fact) -> Fact:
    """Nobody but who makes the plan sees a text that looks like personal data (decision 4)."""
    if not suspects(fact.text.nl):
        return fact
    held = Text(
        nl="Achtergehouden: hier lijken persoonsgegevens te staan",
        en="Held back: this looks like personal data",
    )
    return replace(fact, text=held)
