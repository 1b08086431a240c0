"""Who leads each measure, with whom, and when: one choice for all, another where it differs."""

from __future__ import annotations

from dialogs.changing import changing
from dialogs.clashing import kept_and_left, unmoved
from dialogs.drafting.led_twice import Pair, card_of, clashes
from dialogs.drafting.parts import listed, named, receipt, stage_view
from dialogs.drafting.together import remembered
from dialogs.filled import NONE_WRONG, Wrong
from dialogs.measures import people
from dialogs.measures.inputs import Sheet
from dialogs.measures.reading import Reading, shown_on
from dialogs.turn import Reply, Said, Turn
from dialogs.view import Element, Heading, Pick, View, Words
from plan.content import counts
from plan.dossier import Dossier
from plan.drafting import unplanned
from plan.gates import has_lead_and_period
from plan.records import Measure, Theme, altered
from plan.rights import is_coordinator
from plan.text import Text, counted

LEADING = "leading"
AT_ONCE = 8
MISSING = Text(
    nl="Kies een trekker en een periode, of kies Later.",
    en="Choose a lead and a period, or choose Later.",
)
UNKNOWN_PERSON = Text(
    nl='Staat iemand er niet bij? Typ "contact" om die persoon toe te voegen.',
    en='Is somebody not in the list? Type "contact" to add that person.',
)
ASK_FOR_PERSON = Text(
    nl="Staat iemand er niet bij? Vraag {coordinator} om die persoon toe te voegen.",
    en="Is somebody not listed? Ask {coordinator} to add that person.",
)
"""Only the coordinator adds people."""


def is_due(dossier: Dossier, theme: str) -> bool:
    return bool(unplanned(dossier, theme))


def view(dossier: Dossier, said: Said, theme: str, wrong: Wrong = NONE_WRONG) -> View:
    shown = unplanned(dossier, theme)[: people.at_once(dossier, AT_ONCE)]
    sheet = Sheet(dossier=dossier, said=said, wrong=wrong)
    parts: list[Element] = []
    for measure in shown:
        parts.append(Heading(text=named(measure), level=3))
        parts += _without_person(dossier, measure)
        parts += sheet.inputs(
            measure, *_asked(measure), "partners", lead=people.likely_lead(dossier, measure)
        )
    title = Text(nl="Wie trekt dit, en wanneer? {theme}", en="Who leads this, and when? {theme}")
    common = _for_all(dossier, said, theme, shown)
    return stage_view(
        LEADING,
        theme,
        title.fill(theme=dossier.title(theme)),
        (
            *common,
            *parts,
            Words(text=_unlisted(dossier, said), tone="subtle"),
        ),
        **remembered(shown),
    )


def _unlisted(dossier: Dossier, said: Said) -> Text:
    if is_coordinator(dossier, said.who):
        return UNKNOWN_PERSON
    name = dossier.person_name(dossier.plan.coordinator)
    return ASK_FOR_PERSON.fill(coordinator=name or Text(nl="de coördinator", en="the coordinator"))


def _without_person(dossier: Dossier, measure: Measure) -> tuple[Element, ...]:
    """Which organisation leads already, where its person is not known yet."""
    lead = measure.lead
    if not (lead and lead.org) or lead.person:
        return ()
    words = Text(nl="{org} is trekker; wie daar?", en="{org} is the lead; who is it there?")
    return (Words(text=words.fill(org=dossier.organisation_name(lead.org))),)


def _asked(measure: Measure) -> tuple[str, ...]:
    """Only what is missing."""
    lead, planning = measure.lead, measure.planning
    who = () if lead and lead.org and lead.person else ("lead",)
    when = () if planning.start or planning.cadence else ("period",)
    return (*who, *when)


def _for_all(
    dossier: Dossier, said: Said, theme: str, shown: tuple[Measure, ...]
) -> tuple[Element, ...]:
    """What counts for every measure that says nothing else below."""
    asked = {name for measure in shown for name in _asked(measure)}
    owner = dossier.get(Theme, theme)
    default = (owner.owner if owner else None) or dossier.plan.coordinator or ""
    head = Text(
        nl="Voor alles wat hieronder leeg blijft:", en="For everything that stays empty below:"
    )
    who = Pick(
        id="lead",
        label=Text(nl="Trekker", en="Lead"),
        choices=people.people_choices(dossier),
        value=said.inputs.get("lead", default),
    )
    when = Pick(
        id="period",
        label=Text(nl="Wanneer", en="When"),
        choices=people.period_choices(dossier.plan),
        value=said.inputs.get("period", "year"),
    )
    picks = [*([who] if "lead" in asked else []), *([when] if "period" in asked else [])]
    return (Words(text=head), *picks) if picks else ()


def hear(dossier: Dossier, said: Said, theme: str) -> Turn:
    """Fill in what is missing; what somebody else filled in otherwise is put beside it."""
    wanted = listed(said, "measures")
    shown = [measure for measure in dossier.measures_of(theme) if measure.key in wanted]
    turn, wrong = Turn(), dict[str, Text]()
    changed: list[Measure] = []
    twice: list[Pair] = []
    for measure in shown:
        was = measure if unmoved(said, measure) else shown_on(dossier, said, measure)
        mine = _with_common(dossier, said, Reading(dossier, said, was).becomes())
        if not unmoved(said, measure) and clashes(dossier, was, mine):
            twice.append((was, mine))
            continue
        reading = Reading(dossier, said, measure, was)
        after = _with_common(dossier, said, reading.becomes())
        wrong |= reading.wrong
        if not has_lead_and_period(after) and not _person_follows(after):
            wrong |= {f"{name}/{measure.key}": MISSING for name in _asked(after)}
        changed += [after] if after != measure else []
        turn += changing(said, measure, after, because="draft")
    left = card_of(dossier, said, theme, twice) if twice else None
    if wrong:
        card = view(dossier, said, theme, wrong)
        return Turn(instead=card, replies=(Reply(view=left),) if left else ())
    return kept_and_left(turn, receipt(said, counted(len(changed), *counts.MEASURES)), left)


def _person_follows(measure: Measure) -> bool:
    """An organisation is known, its person is not; that can wait, the check goes on asking."""
    lead, planning = measure.lead, measure.planning
    return bool(lead and lead.org and (planning.start or planning.cadence))


def _with_common(dossier: Dossier, said: Said, measure: Measure) -> Measure:
    """With the lead and the period that count for all, where nothing else was chosen."""
    if not (measure.lead and measure.lead.org):
        common = people.lead_of(dossier, said.inputs.get("lead", ""))
        measure = people.led(measure, common) if common else measure
    planning = measure.planning
    if not (planning.start or planning.cadence):
        planning = people.planning_of(dossier.plan, said.inputs.get("period", "")) or planning
    return altered(measure, planning=planning)
