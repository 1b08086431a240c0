"""The cards of the questionnaire: the core, the measures, a topic, follow-ups, the menu."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from dialogs import phrases
from dialogs.questionnaire.elements import question_elements
from dialogs.questionnaire.sheet import Sheet
from dialogs.view import Bar, Button, Element, Facts, Fold, Heading, Listing, Pick, View, Words
from plan.answering import deeper_fields
from plan.asking import (
    MEASURES_FIRST,
    THEMES_FIRST,
    answered,
    core,
    known_progress,
    measures_by_weight,
    open_core,
    opened,
    themes_by_weight,
)
from plan.content import counts
from plan.content.answers import EFFECT, PROGRESS
from plan.dates import on_day
from plan.dossier import Dossier
from plan.question import Ask, Choice
from plan.records import Measure, Outcome, Person
from plan.standing import submission
from plan.text import Text, counted

CARD = "questionnaire.card"
SAVE = Button(verb="save", label=phrases.SAVE, primary=True)
TYPING = Button(verb="typing", label=Text(nl="Liever vraag voor vraag", en="Rather one by one"))
NOT_ME = Button(verb="not_me", label=Text(nl="Dit is niet voor mij", en="This is not for me"))
LATER = Button(verb="later", label=phrases.LATER)
MENU = Button(verb="menu", label=Text(nl="Alle onderwerpen", en="All topics"))
DONE = Button(verb="done", label=Text(nl="Zo is het goed, klaar", en="Fine like this, done"))


def core_view(dossier: Dossier, sheet: Sheet, intro: Iterable[Element] = ()) -> View:
    """The core questions on one card, and the known state of the measures to confirm."""
    asks = _core_asks(dossier, sheet)
    measures = to_confirm(dossier, sheet)
    state = Fold(
        title=Text(
            nl="Stand van uw {count}, zoals wij die kennen",
            en="The state of your {count} as we know it",
        ).fill(count=counted(len(measures), *counts.MEASURES)),
        elements=(Facts(rows=tuple((_named(m), _state(dossier, m)) for m in measures)),),
    )
    known = Button(
        verb="save_known",
        primary=True,
        label=Text(
            nl="Opslaan, de stand van de maatregelen klopt",
            en="Save, the state of the measures is right",
        ),
    )
    walk = Button(
        verb="save", label=Text(nl="Opslaan en maatregelen nalopen", en="Save and go through them")
    )
    return View(
        title=Text(nl="De kern: {count}", en="The core: {count}").fill(
            count=counted(len(asks), *counts.QUESTIONS)
        ),
        elements=(
            *intro,
            *who(dossier, sheet),
            *question_elements(dossier, sheet, asks),
            *((state,) if measures else ()),
        ),
        buttons=(*((known, walk) if measures else (SAVE,)), TYPING, LATER, NOT_ME),
        dialog=CARD,
        about=_about(sheet, "core", asks),
    )


def _core_asks(dossier: Dossier, sheet: Sheet) -> list[Ask]:
    """Choices before texts; of the measures only what is asked although nothing differs."""
    asks = core(dossier, sheet.round.key, sheet.org, sheet.topics)
    shown = [ask for ask in asks if ask.question.id != "A1"]
    return sorted(shown, key=lambda ask: not isinstance(ask.question.kind, Choice))


def others_view(dossier: Dossier, sheet: Sheet) -> View:
    """The core questions about the themes that did not come first."""
    later = other_themes(dossier, sheet)
    asks = [a for a in sheet.asks(dossier) if a.question.core and a.subject in later]
    return View(
        title=Text(nl="Uw andere thema's", en="Your other themes"),
        elements=(*who(dossier, sheet), *question_elements(dossier, sheet, asks, folded=True)),
        buttons=(SAVE, MENU, TYPING),
        dialog=CARD,
        about=_about(sheet, "others", asks),
    )


def other_themes(dossier: Dossier, sheet: Sheet) -> tuple[str, ...]:
    """The own themes beyond the first two that nothing was said about yet."""
    said = {answer.subject for answer in dossier.answers_in(sheet.round.key, sheet.org)}
    later = themes_by_weight(dossier, sheet.org)[THEMES_FIRST:]
    return tuple(theme for theme in later if theme not in said)


def rest_view(dossier: Dossier, sheet: Sheet, asks: Iterable[Ask]) -> View:
    """The core questions that are still open."""
    asks = list(asks)
    return View(
        title=Text(nl="Nog {count} open", en="{count} still open").fill(
            count=counted(len(asks), *counts.QUESTIONS)
        ),
        elements=question_elements(dossier, sheet, asks),
        buttons=(SAVE, DONE, TYPING),
        dialog=CARD,
        about=_about(sheet, "rest", asks),
    )


def follow_up_view(dossier: Dossier, sheet: Sheet, asks: Iterable[Ask]) -> View:
    """One card with only what the answers just given call for (decision 16)."""
    asks = list(asks)
    known = answered(dossier, sheet.round.key, sheet.org)
    blank = {
        field.id: ""
        for ask in asks
        if (answer := known.get(ask.key))
        for field in deeper_fields(ask, dossier, sheet.org, answer.value)
    }
    more = Button(
        verb="another", label=Text(nl="Opslaan en nog een voorstel", en="Save and one more")
    )
    proposes = any(ask.question.id == "M2" for ask in asks)
    return View(
        title=Text(nl="Eén ding erbij", en="One more thing"),
        elements=question_elements(dossier, sheet, asks, typed=blank),
        buttons=(
            SAVE,
            *((more,) if proposes else ()),
            Button(verb="skip", label=Text(nl="Overslaan", en="Skip"), checks=False),
        ),
        dialog=CARD,
        about=_about(sheet, "follow_up", asks),
    )


def measures_view(dossier: Dossier, sheet: Sheet, theme: str) -> View:
    """One compact card per theme: the known state filled in; change what differs."""
    measures = [m for m in measures_by_weight(dossier, sheet.org) if dossier.theme_of(m) == theme]
    first = set(measures_by_weight(dossier, sheet.org)[:MEASURES_FIRST])
    shown = [m for m in measures if m in first] or measures[:MEASURES_FIRST]
    return _measures_card(dossier, sheet, theme, shown)


def _measures_card(dossier: Dossier, sheet: Sheet, theme: str, measures: list[Measure]) -> View:
    deeper = set(opened(dossier, sheet.round.key, sheet.org))
    by_key = {ask.key: ask for ask in sheet.asks(dossier)}
    elements: list[Element | Fold] = []
    asks: list[Ask] = []
    for measure in measures:
        progress = by_key[f"A1/{measure.key}"]
        more = [by_key[f"{id_}/{measure.key}"] for id_ in ("A2", "M1")]
        prior = {progress.key: _prior(dossier, sheet, measure)}
        elements.append(Heading(text=_named(measure), level=3))
        elements.append(Words(text=_state(dossier, measure), tone="subtle"))
        elements.extend(
            _bare(question_elements(dossier, sheet, [progress], typed=prior, folded=True))
        )
        inputs = _bare(question_elements(dossier, sheet, more, folded=True))
        if measure.key in deeper:
            elements.extend(inputs)
        else:
            title = Text(nl="Meer zeggen over {key}", en="Say more about {key}")
            elements.append(Fold(title=title.fill(key=measure.key), elements=inputs))
        asks += [progress, *more]
    return View(
        title=Text(nl="Uw maatregelen: {theme}", en="Your measures: {theme}").fill(
            theme=dossier.title(theme)
        ),
        elements=(*who(dossier, sheet), *elements),
        buttons=(
            SAVE,
            Button(verb="save_known", label=Text(nl="Alles klopt", en="All correct")),
            TYPING,
        ),
        dialog=CARD,
        about={
            **_about(sheet, "measures", asks),
            "theme": theme,
            "measures": ",".join(m.key for m in measures),
            "prior": ",".join(f"A1/{m.key}={_prior(dossier, sheet, m)}" for m in measures),
        },
    )


def topic_view(dossier: Dossier, sheet: Sheet, topic: str) -> View:
    """Every question of one topic, with the answers so far."""
    found = sheet.topic(topic)
    asks = [
        ask
        for ask in sheet.asks(dossier)
        if found and ask.question in found.questions and _not_measure(ask)
    ]
    extra = agreements(dossier, sheet) if topic == "cooperation" else ()
    title = Text(nl="{number}. {topic}", en="{number}. {topic}")
    return View(
        title=title.fill(number=found.number, topic=found.title)
        if found
        else Text.verbatim(topic),
        elements=(*who(dossier, sheet), *extra, *question_elements(dossier, sheet, asks)),
        buttons=(SAVE, MENU, TYPING),
        dialog=CARD,
        about={**_about(sheet, "topic", asks), "topic": topic},
    )


def menu_view(dossier: Dossier, sheet: Sheet) -> View:
    """Where the answers stand per topic, and what to open."""
    known = answered(dossier, sheet.round.key, sheet.org)
    asks = sheet.asks(dossier)
    rows, choices = [], []
    for topic in sheet.topics:
        own = [ask for ask in asks if ask.question in topic.questions]
        done = sum(ask.key in known for ask in own)
        rows.append((Text.verbatim(f"{topic.number}. ") + topic.title, _of(done, len(own))))
        if any(_not_measure(ask) for ask in own):
            choices.append((f"topic:{topic.id}", Text.verbatim(f"{topic.number}. ") + topic.title))
    for theme in themes_by_weight(dossier, sheet.org):
        words = Text(nl="Maatregelen: {theme}", en="Measures: {theme}")
        choices.append((f"measures:{theme}", words.fill(theme=dossier.title(theme))))
    total = core(dossier, sheet.round.key, sheet.org, sheet.topics)
    left = open_core(dossier, sheet.round.key, sheet.org, sheet.topics)
    needed = [ask for ask in total if isinstance(ask.question.kind, Choice)]
    label = Text(nl="Kernvragen beantwoord", en="Core questions answered")
    return View(
        title=Text(nl="Vragenlijst", en="Questionnaire"),
        elements=(
            *who(dossier, sheet),
            Bar(label=label, done=len(needed) - len(left), total=len(needed)),
            Facts(rows=tuple(rows)),
            Pick(
                id="open",
                label=Text(nl="Wat wilt u openen?", en="What would you like to open?"),
                choices=tuple(choices),
                value=choices[0][0] if choices else "",
            ),
        ),
        buttons=(
            Button(verb="open", label=Text(nl="Openen", en="Open"), primary=True),
            *((Button(verb="core", label=Text(nl="De kern", en="The core")),) if left else ()),
            TYPING,
            *(() if submission(dossier, sheet.round.key, sheet.org) else (DONE,)),
            NOT_ME,
        ),
        dialog=CARD,
        about=_about(sheet, "menu", ()),
    )


def complete_view(dossier: Dossier, sheet: Sheet) -> View:
    """Thanks, until when it can be changed, and the offer of two more minutes."""
    return View(
        title=Text(nl="Bedankt, uw antwoorden zijn binnen", en="Thank you, your answers are in"),
        elements=(
            Words(
                text=Text(
                    nl="U kunt alles nog wijzigen tot en met {day}; typ dan vragenlijst. Wat er "
                    "met uw antwoorden gebeurt, hoort u van ons.",
                    en="You can change everything until {day}; type questionnaire. We will let "
                    "you know what is done with your answers.",
                ).fill(day=on_day(sheet.round.closes_on))
            ),
            Words(
                text=Text(
                    nl="Heeft u nog twee minuten? Per onderwerp staan er nog enkele vragen.",
                    en="Do you have two more minutes? There are a few more questions per topic.",
                )
            ),
        ),
        buttons=(*_others(dossier, sheet), MENU),
        dialog=CARD,
        about=_about(sheet, "complete", ()),
    )


def _others(dossier: Dossier, sheet: Sheet) -> tuple[Button, ...]:
    later = other_themes(dossier, sheet)
    words = Text(nl="Ook over {themes}", en="About {themes} too")
    count = counted(len(later), Text(nl="ander thema", en="other theme"), OTHERS)
    return (Button(verb="others", label=words.fill(themes=count)),) if later else ()


OTHERS = Text(nl="andere thema's", en="other themes")


def receipt(time: Text, number: str, rows: Iterable[tuple[Text, Text]]) -> View:
    """What was kept; it takes the place of the card that was sent in."""
    rows = tuple(rows)
    return View(
        title=phrases.SAVED.fill(time=time, number=number),
        elements=(Facts(rows=rows),) if rows else (),
    )


def who(dossier: Dossier, sheet: Sheet) -> tuple[Element, ...]:
    """For whom the answers count, and that no residents are named."""
    name = dossier.organisation_name(sheet.org)
    words = phrases.ON_BEHALF if sheet.on_behalf else phrases.FOR_ORGANISATION
    return (
        Words(text=words.fill(org=name), tone="subtle"),
        Words(text=phrases.NO_RESIDENTS, tone="subtle"),
    )


def agreements(dossier: Dossier, sheet: Sheet) -> tuple[Element, ...]:
    """The partner's own open agreements: session outcomes and milestones (topic 5)."""
    own = {person.key for person in dossier.people_of(sheet.org)}
    lines = [
        Text.verbatim(outcome.decision) for outcome in dossier.all(Outcome) if outcome.owner in own
    ]
    lines += [
        Text.verbatim(f"{measure.key}: {milestone.text}")
        for measure in dossier.measures_with(sheet.org)
        if measure.lead and measure.lead.org == sheet.org
        for milestone in measure.milestones
    ]
    if not lines:
        return ()
    title = Text(nl="Uw eigen afspraken in het plan", en="Your own agreements in the plan")
    return (Heading(text=title, level=3), Listing(lines=tuple(lines)))


def to_confirm(dossier: Dossier, sheet: Sheet) -> list[Measure]:
    """The first ten measures whose known progress nobody of the partner has answered yet."""
    known = answered(dossier, sheet.round.key, sheet.org)
    return [
        measure
        for measure in measures_by_weight(dossier, sheet.org)[:MEASURES_FIRST]
        if known_progress(dossier, measure) and f"A1/{measure.key}" not in known
    ]


def minutes(asks: int) -> int:
    """How long that many questions take: about twenty seconds each, never under a minute."""
    return max(1, round(asks / 3))


def invitation(dossier: Dossier, sheet: Sheet, person: Person, at: datetime) -> View:
    """The opening to a partner, with the core questions in it: nothing to start first."""
    count = len(_core_asks(dossier, sheet))
    opening = Text(
        nl="Beste {name}, {municipality} maakt het uitvoeringsplan voor {year} en wil weten hoe "
        "dit jaar volgens u ging. Het gaat alleen over de onderdelen waar u bij betrokken bent: "
        "{count} {minutes} minuten werk. U kunt tussendoor stoppen. Graag uiterlijk {day}.",
        en="Dear {name}, {municipality} is making the plan for {year} and would like to know how "
        "this year went in your view. It is only about the parts that involve you: {count} "
        "{minutes} minutes of work. You can stop in between. Please answer by {day}.",
    ).fill(
        name=person.name,
        municipality=dossier.plan.municipality.name,
        year=dossier.plan.year,
        count=Text(nl="{questions}, ongeveer", en="{questions}, about").fill(
            questions=counted(count, *counts.QUESTIONS)
        ),
        minutes=minutes(count),
        day=on_day(sheet.round.closes_on),
    )
    silence = (
        (Words(text=Text.verbatim(sheet.round.silence), tone="subtle"),)
        if sheet.round.silence
        else ()
    )
    return core_view(dossier, sheet, intro=(Words(text=opening), *silence))


def _about(sheet: Sheet, kind: str, asks: Iterable[Ask]) -> dict[str, str]:
    return {**sheet.about, "kind": kind, "asks": ",".join(ask.key for ask in asks)}


def _not_measure(ask: Ask) -> bool:
    return ask.question.per != "measure"


def _bare(elements: tuple[Element, ...]) -> tuple[Element, ...]:
    """Without the headings: the measure is named already."""
    return tuple(e for e in elements if not isinstance(e, Heading))


def _prior(dossier: Dossier, sheet: Sheet, measure: Measure) -> str:
    known = answered(dossier, sheet.round.key, sheet.org).get(f"A1/{measure.key}")
    return str(known.value) if known else known_progress(dossier, measure) or ""


def _named(measure: Measure) -> Text:
    return Text.verbatim(f"{measure.key} {measure.title}")


def _state(dossier: Dossier, measure: Measure) -> Text:
    past = [h for h in measure.history if h.year < dossier.plan.year]
    if not past:
        return Text(nl="Nog geen stand bekend", en="No state known yet")
    last = max(past, key=lambda h: h.year)
    words = Text(
        nl="{year}: {progress}, effect {effect}", en="{year}: {progress}, effect {effect}"
    )
    return words.fill(
        year=last.year,
        progress=_option(PROGRESS, last.progress),
        effect=_option(EFFECT, last.effect),
    )


def _option(options: Iterable[object], value: str | None) -> Text:
    labels: Mapping[str, Text] = {o.id: o.text for o in options}  # type: ignore[attr-defined]
    found = labels.get(value or "", Text(nl="onbekend", en="unknown"))
    return Text(nl=found.nl.lower(), en=found.en.lower())


def _of(done: int, total: int) -> Text:
    return Text(nl="{done} van {total}", en="{done} of {total}").fill(done=done, total=total)
