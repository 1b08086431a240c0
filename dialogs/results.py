"""The answers of all partners side by side, for the coordinator."""

from __future__ import annotations

from dialogs.meeting.hearing import next_turn
from dialogs.papers import paper_turn
from dialogs.picturing import picture_words
from dialogs.questionnaire.elements import shown, subject_title
from dialogs.sharing.naming import shared_source
from dialogs.turn import Said, Turn
from dialogs.view import Bar, Button, Element, Facts, Heading, Listing, Pick, View, Words
from plan.aggregate import Picture, pictures
from plan.calendar import local
from plan.content import counts
from plan.content.tracks import TRACKS
from plan.dossier import Dossier
from plan.joint import Advice, advice
from plan.question import Ask, Choice, Topic
from plan.records import Answer, Round
from plan.sessions import EVALUATION, session_of
from plan.standing import asked, response
from plan.text import Text, counted, joined

DIALOG = "results"
MOST = 25
"""Lines on one card; the rest stands in the evaluation note."""


def latest_round(dossier: Dossier) -> Round | None:
    """The round whose answers are shown: the last one of a step that consults."""
    steps = [s.id for s in TRACKS[dossier.plan.track].steps if s.sort == "consult"]
    found = [r for r in (dossier.round(step) for step in steps) if r]
    return found[-1] if found else None


def results_view(dossier: Dossier, said: Said) -> View:
    """Per topic how many answers there are and where views diverge; choose one to read."""
    round_ = latest_round(dossier)
    if round_ is None:
        words = Text(nl="Er is nog niets gevraagd.", en="Nothing has been asked yet.")
        return View(title=Text(nl="Resultaten", en="Results"), elements=(Words(text=words),))
    topics = TRACKS[dossier.plan.track].step(round_.step).topics
    partners = asked(dossier, round_)
    ready = sum(response(dossier, round_.key, org.key) == "complete" for org in partners)
    advised = advice(dossier, round_, topics, local(said.at).date())
    lines = tuple(joined([topic.title, _summary(dossier, topic)], ": ") for topic in topics)
    return View(
        title=Text(nl="Resultaten", en="Results"),
        elements=(
            Bar(
                label=Text(nl="Partners klaar", en="Partners ready"),
                done=ready,
                total=len(partners),
            ),
            Listing(lines=lines),
            *_joint(dossier, advised),
            Pick(
                id="topic",
                label=Text(
                    nl="Welk onderwerp wil je lezen?", en="Which topic do you want to read?"
                ),
                choices=tuple((t.id, Text.verbatim(f"{t.number}. ") + t.title) for t in topics),
                value=topics[0].id,
            ),
        ),
        buttons=(
            Button(verb="topic", label=Text(nl="Lezen", en="Read"), primary=True),
            Button(
                verb="note",
                label=Text(nl="Evaluatienotitie in Word", en="Evaluation note in Word"),
            ),
            *((JOINT,) if advised or session_of(dossier, EVALUATION) else ()),
        ),
        dialog=DIALOG,
        about={"round": round_.key},
    )


JOINT = Button(verb="joint", label=Text(nl="Gezamenlijke sessie", en="Joint session"))


def _joint(dossier: Dossier, advised: Advice | None) -> tuple[Words, ...]:
    """Whether to evaluate together, over which themes and why."""
    if advised is None or session_of(dossier, EVALUATION):
        return ()
    themes = ", ".join(dossier.title(key) for key in advised.themes)
    over = Text(nl="Wil je een gezamenlijke sessie? Mijn advies: ja", en="A joint session? Yes")
    about = Text(nl=", over {themes}", en=", on {themes}").fill(themes=themes)
    lead = over + about if themes else over
    return (Words(text=lead + Text.verbatim(", ") + advised.why, tone="warning"),)


def _summary(dossier: Dossier, topic: Topic) -> Text:
    found = pictures(dossier.latest_answers, (topic,))
    count = sum(len(picture.answers) for picture in found)
    apart = sum(picture.diverges for picture in found)
    words = counted(count, *counts.ANSWERS)
    if not apart:
        return words
    more = Text(nl=", bij {n} lopen de beelden uiteen", en=", views diverge on {n}")
    return words + more.fill(n=apart)


def topic_view(dossier: Dossier, round_: Round, topic: Topic) -> View:
    """Every question of a topic: median and spread or counts, texts in the partner's words."""
    elements: list[Element] = []
    every = pictures(dossier.latest_answers, (topic,))
    for question in topic.questions:
        found = [picture for picture in every if picture.question is question]
        if not found:
            continue
        elements.append(Heading(text=question.text, level=3))
        if isinstance(question.kind, Choice):
            rows = tuple((_named(dossier, p), picture_words(p)) for p in found[:MOST])
            elements.append(Facts(rows=rows))
        lines = [line for p in found for line in _texts(dossier, p)]
        if lines:
            elements.append(Listing(lines=tuple(lines[:MOST])))
    if not elements:
        elements.append(Words(text=Text(nl="Nog geen antwoorden.", en="No answers yet.")))
    few = Text(
        nl="Bij minder dan drie antwoorden is het beeld alleen voor jou.",
        en="With fewer than three answers the picture is for you alone.",
    )
    return View(
        title=Text.verbatim(f"{topic.number}. ") + topic.title,
        elements=(*elements, Words(text=few, tone="subtle")),
        buttons=(Button(verb="back", label=Text(nl="Alle onderwerpen", en="All topics")),),
        dialog=DIALOG,
        about={"round": round_.key},
    )


def _named(dossier: Dossier, picture: Picture) -> Text:
    if picture.subject is None:
        return Text(nl="Alle partners", en="All partners")
    return subject_title(dossier, picture.subject)


def _texts(dossier: Dossier, picture: Picture) -> list[Text]:
    """Free text in the partner's own words, with the organisation's name."""
    return [_line(dossier, picture, answer) for answer in picture.answers if answer.text]


def _line(dossier: Dossier, picture: Picture, answer: Answer) -> Text:
    who = dossier.organisation_name(answer.org)
    about = f" · {picture.subject}" if picture.subject else ""
    ask = Ask(question=picture.question, subject=picture.subject)
    line = Text.verbatim(f"{who}{about}: ") + shown(ask, answer)
    source = shared_source(dossier, answer)
    return joined([line, source]) if source else line


def hear(dossier: Dossier, said: Said) -> Turn:
    """Read one topic, go back, or get the note."""
    assert said.card is not None  # noqa: S101 - a press always has its card
    round_ = dossier.get(Round, said.card.about.get("round"))
    if said.verb == "note":
        return paper_turn(dossier, said, "evaluation")
    if said.verb == "joint":
        return next_turn(dossier, said, EVALUATION)
    topics = TRACKS[dossier.plan.track].step(round_.step).topics if round_ else ()
    topic = next((t for t in topics if t.id == said.inputs.get("topic")), None)
    if said.verb == "topic" and round_ and topic:
        return Turn(instead=topic_view(dossier, round_, topic))
    return Turn(instead=results_view(dossier, said))
