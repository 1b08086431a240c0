"""A talk instead of the chat, asked for by a partner."""

from __future__ import annotations

from dialogs import phrases
from dialogs.post import message
from dialogs.questionnaire.parts import CARD
from dialogs.questionnaire.sheet import Sheet
from dialogs.registering import registered
from dialogs.turn import Reply, Said, Turn
from dialogs.view import Button, Element, Pick, Problem, View, Words, Write
from plan.answering import clean
from plan.dossier import Dossier
from plan.personal import suspects
from plan.text import Text

FORMS = (
    ("telefoon", Text(nl="Bellen (half uur)", en="A call (half an hour)")),
    ("bezoek", Text(nl="Bezoek (drie kwartier)", en="A visit (three quarters of an hour)")),
)
LIMIT = 200


def ask_talk(dossier: Dossier, sheet: Sheet, said: Said) -> Turn:
    return Turn(replies=(Reply(view=talk_view(sheet, said)),))


def talk_view(sheet: Sheet, said: Said, wrong: Text | None = None) -> View:
    """How and when; the coordinator fills in the answers during the talk."""
    moments = sheet.round.moments
    proposed = Text(nl="Voorgesteld is: {when}.", en="Proposed: {when}.")
    elements: list[Element] = [Problem(text=wrong)] if wrong else []
    if moments:
        elements.append(Words(text=proposed.fill(when=moments)))
    elements += [
        form_pick(said, FORMS),
        Write(
            id="when",
            label=Text(
                nl="Welke dag of welk dagdeel komt u uit?", en="What day or time of day suits you?"
            ),
            value=said.inputs.get("when", ""),
            limit=LIMIT,
            lines=False,
            required=True,
        ),
    ]
    words = Text(nl="Gesprek aanvragen", en="Ask for a conversation")
    return View(
        title=Text(nl="Liever een gesprek", en="I would rather talk"),
        elements=tuple(elements),
        buttons=(Button(verb="want_talk", label=words, primary=True),),
        dialog=CARD,
        about={**sheet.about, "kind": "talk"},
    )


def form_pick(said: Said, forms: tuple[tuple[str, Text], ...]) -> Pick:
    """How to talk: the first unless another was chosen."""
    return Pick(
        id="form",
        label=Text(nl="Hoe", en="How"),
        choices=forms,
        value=said.inputs.get("form", forms[0][0]),
        wide=True,
    )


def want_talk(dossier: Dossier, sheet: Sheet, said: Said) -> Turn:
    """The coordinator hears it at once; the questions stay open until the talk."""
    when, form = clean(said.inputs.get("when", "")), said.inputs.get("form", "")
    wrong = _wrong(when)
    coordinator = dossier.coordinator
    if wrong or coordinator is None:
        return Turn(instead=talk_view(sheet, said, wrong))
    key = f"{sheet.round.key}/{sheet.org}"
    label = next((text for id_, text in FORMS if id_ == form), FORMS[0][1])
    words = f"{label.within(dossier.plan.language)}: {when}"
    about = f"{key}/{said.at.isoformat()}"
    told = message(said, "talk", coordinator.key, about, org=sheet.org, text=words)
    event = registered(said, "asked_talk", key, after=f"{form}: {when}")
    title = Text(
        nl="Opgeslagen. {name} neemt contact met u op.", en="Saved. {name} will contact you."
    )
    return Turn(
        keep=(told, event),
        instead=View(title=title.fill(name=coordinator.name)),
    )


def _wrong(when: str) -> Text | None:
    if not when:
        return Text(nl="Noem een dag of een dagdeel.", en="Name a day or a time of day.")
    if len(when) > LIMIT:
        return Text(nl="Dat is te lang. Maak het korter.", en="That is too long. Make it shorter.")
    return phrases.NO_RESIDENTS if suspects(when) else None
