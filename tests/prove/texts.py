"""Nothing that anybody wrote does anything, wherever it comes out.

Plans at fourteen moments of both tracks, in which every text that somebody can write is Markdown,
HTML, a formula, a function of a card, a line of a calendar, a sign nobody sees or one endless
word. Everybody says every word and presses every button they come by; what goes out by itself in
a year is read; and every document and file is made.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Final

from bot.exporting import exported
from bot.planfile import read_file
from bot.printing import printed
from dialogs.commands import COMMANDS
from dialogs.messages import KINDS
from plan.document import PARTS, UnknownPartError
from plan.dossier import Dossier
from plan.editions import edition
from plan.files import FILES
from plan.printers import PRINTERS
from plan.reading import starting_at
from plan.records import (
    Comment,
    Consent,
    DecisionStep,
    Edition,
    Message,
    Outcome,
    Person,
    Record,
    Round,
    Team,
    Wish,
)
from plan.text import Language
from tests.bot.hostile import heard, hostile, payload
from tests.bot.lifeless import live
from tests.bot.walking import LANGUAGES, Walk
from tests.dialogs import adopted, checks, drafted
from tests.dialogs.talk import Talk
from tests.prove.canaries import STATES
from tests.prove.singing import a_plan
from tests.prove.trial import Trial

SAMPLE = Path(__file__).parents[2] / "sample" / "veldermeer.yaml"
NOW = datetime(2026, 9, 21, 8, tzinfo=UTC)
ABOUT = ("M01", "T1", "POL", "MT", "P07", "T1.1")
MADE: Final = ("agenda", "session")
"""The parts that are files of a calendar."""

Begun = tuple[Dossier, datetime]


def _singing(track: str, moment: str) -> Begun:
    return Dossier(a_plan(track, moment)), NOW


def _sample() -> Begun:
    return Dossier(starting_at(read_file(SAMPLE).records, "evaluation", "follow_up")), NOW


def _checking(track: str) -> Begun:
    talk = checks.at_checks(track)
    checks.send(talk)
    checks.remark(talk)
    return talk.dossier, talk.at


def _of(make: Callable[[], Talk]) -> Begun:
    talk = make()
    return talk.dossier, talk.at


MOMENTS: Mapping[str, Callable[[], Begun]] = {
    **{f"{track}, {moment}": partial(_singing, track, moment) for track, moment in STATES},
    "the sample": _sample,
    "first_year, checking": partial(_checking, "first_year"),
    "follow_up, checking": partial(_checking, "follow_up"),
    "first_year, drafting": partial(_of, drafted.first_year),
    "follow_up, drafting": partial(_of, drafted.follow_up),
    "running": partial(_of, adopted.running),
}


def begun(moment: str, chance: random.Random) -> Begun:
    """The plan at that moment, full of them; the edition of an adopted one too."""
    known, now = MOMENTS[moment]()
    spoilt = hostile(known, chance)
    kept = [one for one in spoilt.records() if not isinstance(one, Edition)]
    if spoilt.all(Edition):
        why = heard(payload(chance)) or "x"
        kept.append(edition(Dossier(kept), by=known.plan.coordinator or "", at=now, why=why))
    return Dossier(kept), now


def words(chance: random.Random) -> list[str]:
    """Every command in both languages, questions about everything, and what is no word at all."""
    bare = [text for one in COMMANDS for text in (one.name.nl, one.name.en)]
    asks = ("waarom", "wie trekt", "wat doet", "vragenlijst", "namens", "besluit", "thema")
    foul = [heard(payload(chance)) or "x" for _ in range(5)]
    return [
        *bare,
        *(f"{ask} {about}" for ask in asks for about in (*ABOUT, foul[0])),
        *foul,
        "hallo",
        "verder",
    ]


def walked(moment: str, chance: random.Random, *, people: int, share: float, days: int) -> Walk:
    """So many people say a share of the words; what goes out is looked at every so many days."""
    known, now = begun(moment, chance)
    walk, every = Walk(known, now, chance), list(known.all(Person))
    first = [one for one in every if one.key == known.plan.coordinator]
    others = [one for one in every if one not in first]
    chance.shuffle(others)
    for person in [*first, *others][:people]:
        said = words(chance)
        for word in chance.sample(said, max(1, round(len(said) * share))):
            walk.says(person, word)
    walk.hears(now + timedelta(days=day) for day in range(0, 400, days))
    walk.start = known.plus(_beside(known, now))
    walk.at = now
    walk.gets(_every_message(walk.start, now, chance))
    return walk


def _beside(known: Dossier, now: datetime) -> Iterator[Record]:
    """What is only there when something went wrong, or was answered."""
    org = known.consulted[-1].key
    who, measure = known.people_of(org)[0].key, _measure(known)
    rounds = known.all(Round)
    yield Wish(key=who, left_at=now)
    yield Team(key="19:weg", reference={}, by=who, at=now, name="[x](y)", gone="channelDeleted")
    yield Team(key="19:er", reference={}, by=who, at=now, name="<at>all</at>")
    yield Comment(
        key="objection",
        round=rounds[0].key if rounds else "",
        org=org,
        subject=measure,
        text="{{DATE(x)}}",
        disposition="open",
        reply="**nee**",
        by=who,
        at=now,
    )
    yield Outcome(key="O9", point="P1", decision="[x](y)", owner=who, processed_at=now)
    yield Outcome(key="O8", point="P1", decision="<b>y</b>", owner=who)
    yield Consent(
        key=f"amended/{measure}/{org}",
        kind="amended",
        subject=measure,
        org=org,
        asked_at=now,
    )
    yield DecisionStep(
        key="mt9", body="=cmd()", order=9, decision="akkoord", decided_on=now.date()
    )
    yield DecisionStep(key="mt8", body="[x](y)", order=8, day=now.date() + timedelta(days=30))
    yield Message(key="lost", to=who, kind="role", due=now, made_at=now, failed="403 x")


def _measure(known: Dossier) -> str:
    return next((one.key for one in known.measures), "M01")


def _every_message(known: Dossier, now: datetime, chance: random.Random) -> Iterator[Message]:
    """Of every kind, about everything that it might be about, to whom it might be."""
    rounds = [round_.key for round_ in known.all(Round)] or ["x"]
    org = known.consulted[-1].key
    people = [known.plan.coordinator or "", known.people_of(org)[0].key, "19:er"]
    abouts = ["session", "P1", "O9", "O8", "mt9", "objection", _measure(known)]
    abouts += [rounds[-1], "19:weg", people[1], f"lost\t{now.isoformat()}", "[x](y) {{z}}"]
    abouts += [known.consulted[0].key, known.people_of(known.consulted[0].key)[0].key]
    for kind in KINDS:
        for about in abouts:
            for number, to in enumerate(people, start=1):
                yield Message(
                    key=f"{kind}/{rounds[-1]}/2026-11-26/{about}/{number}",
                    to=to,
                    kind=kind,
                    due=now,
                    made_at=now,
                    request=rounds[-1],
                    org=org,
                    text=about,
                )
    yield from _of_a_decision(people, org, now)


def _of_a_decision(people: list[str], org: str, now: datetime) -> Iterator[Message]:
    for kind, about in (("objection_done", "objection"), ("amended", "x"), ("submission", "mt8")):
        yield Message(
            key=f"{kind}/{about}/x",
            to=people[0] if kind == "submission" else people[1],
            kind=kind,
            due=now,
            made_at=now,
            request=f"amended/{now.isoformat()}",
            org=org,
            text=about,
        )


def files_of(moment: str, chance: random.Random, share: float) -> Iterator[tuple[str, list[str]]]:
    """Documents and files by what they are, with what would do something in them."""
    known, now = begun(moment, chance)
    for part, kind in papers(known):
        language = chance.choice(LANGUAGES)
        if chance.random() >= share:
            continue
        try:
            yield f"{part}.{kind}", wrong_in(known, now, part, kind, language)
        except UnknownPartError:
            continue  # Not every part is there at every moment.


def wrong_in(
    known: Dossier, now: datetime, part: str, kind: str, language: Language = "nl"
) -> list[str]:
    if kind == "json":
        return live("x.json", exported(known, kind, part, language, now))
    return live(*printed(known, part, kind, language, now))


def papers(known: Dossier) -> Iterator[tuple[str, str]]:
    about = {"THEME": known.themes[0].key, "ORG": known.consulted[0].key}
    for part in PARTS.values():
        name = f"{part.id}:{about[part.about]}" if part.about else part.id
        yield from ((name, kind) for kind in (*PRINTERS, "json"))
    yield from ((part, "ics") for part in MADE)
    yield from ((kind, ending) for kind, ending in (("archive", "zip"),) if ending in FILES)


def prove(trial: Trial) -> None:
    bar = trial.bar(len(MOMENTS))
    for moment in MOMENTS:
        chance = random.Random(trial.chance.random())  # noqa: S311 - no secret
        walk = walked(
            moment,
            chance,
            people=trial.times(40),
            share=min(1.0, trial.scale * 4),
            days=max(1, round(1 / trial.scale / 3)),
        )
        trial.count("cards", sum(walk.cards.values()))
        trial.count("texts", walk.texts)
        trial.count("messages", sum(walk.messages.values()))
        if walk.wrong:
            trial.fail(
                "a text does something on a card", {"moment": moment, "what": walk.wrong[:5]}
            )
        for name, wrong in files_of(moment, chance, min(1.0, trial.scale * 4)):
            trial.count("files")
            if wrong:
                trial.fail("a text does something in a file", {"file": name, "what": wrong[:5]})
        bar.update()
