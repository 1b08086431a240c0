"""What a test reader gets: the form on one theme, and one question about it."""

from __future__ import annotations

from dataclasses import replace

from dialogs.clashing import SEAL, clash, seal
from dialogs.forming.described import YES_NO
from dialogs.forming.readers import KIND
from dialogs.reason import wrong_with
from dialogs.registering import registered
from dialogs.turn import Paper, Reply, Said, Turn
from dialogs.view import Button, Pick, Problem, View, Words, Write
from plan.answering import clean
from plan.dossier import Dossier
from plan.records import Consent, Message, altered
from plan.rights import speaks_for
from plan.text import Text

DIALOG = "trying"
REMARK = 300
LOOK = Button(verb="look", label=Text(nl="Voorbeeld in Word", en="Preview in Word"), checks=False)
QUESTION = Text(
    nl="Vindt u in één minuut wat er van u wordt verwacht?",
    en="Can you find within a minute what is expected of you?",
)
BETTER = Text(nl="Wat kan beter? (niet verplicht)", en="What could be better? (optional)")


def trying_view(
    dossier: Dossier, asked: Consent, said: Said | None = None, wrong: Text | None = None
) -> View:
    """The question to a test reader."""
    given = said.inputs if said else {}
    lead = Text(
        nl="We kiezen de vorm van het uitvoeringsplan {year} van {municipality}. Dit is een "
        "voorbeeld van één thema. Er is nog niets afgesproken.",
        en="We are choosing the form of the {year} plan of {municipality}. This is a preview of "
        "one theme. Nothing has been agreed yet.",
    ).fill(year=dossier.plan.year, municipality=dossier.plan.municipality.name)
    return View(
        title=Text(nl="Wilt u een voorbeeld bekijken?", en="Would you look at a preview?"),
        elements=(
            Problem(text=wrong) if wrong else Words(text=lead),
            Pick(
                id="found",
                label=QUESTION,
                choices=YES_NO,
                value=given.get("found", ""),
                wide=True,
                required=True,
            ),
            Write(
                id="remark",
                label=BETTER,
                value=given.get("remark", ""),
                limit=REMARK,
            ),
        ),
        buttons=(
            LOOK,
            Button(verb="answer", label=Text(nl="Versturen", en="Send"), primary=True),
        ),
        dialog=DIALOG,
        about={"consent": asked.key, SEAL: seal(asked.answer, asked.remark)},
    )


def hear(dossier: Dossier, said: Said) -> Turn:
    """A test reader looks, or answers; what a colleague answered meanwhile stands beside it."""
    asked = dossier.get(Consent, said.card.about.get("consent") if said.card else None)
    if asked is None or not speaks_for(dossier, said.who, asked.org):
        return Turn(replies=(Reply(text=OVER),))
    if said.verb == "look":
        return Turn(replies=(Reply(paper=Paper(part=f"theme:{asked.subject}")),))
    there = {"found": asked.answer or "", "remark": asked.remark or ""}
    now = trying_view(dossier, asked, replace(said, inputs=there))
    met = clash(said, now, trying_view(dossier, asked, said))
    if met:
        return met
    remark, found = clean(said.inputs.get("remark", "")), said.inputs.get("found", "")
    wrong = wrong_with(remark) if remark else None
    if found not in dict(YES_NO):
        wrong = Text(nl="Kies ja of nee.", en="Choose yes or no.")
    if wrong:
        return Turn(instead=trying_view(dossier, asked, said, wrong))
    told = altered(asked, answer=found, remark=remark or None, by=said.who.key, at=said.at)
    event = registered(said, "tried_format", asked.org, after=found, on_behalf_of=asked.org)
    title = Text(nl="Opgeslagen. Dank voor uw antwoord.", en="Saved. Thank you for your answer.")
    return Turn(keep=(told, event), instead=View(title=title))


OVER = Text(nl="Deze vraag is niet meer open.", en="This question is no longer open.")


def consent_of(dossier: Dossier, message: Message) -> Consent | None:
    """What a test reader was asked in a message."""
    return dossier.get(Consent, f"{KIND}/{message.text}/{message.org}")
