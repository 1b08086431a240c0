"""A remark that has an answer: what was done with it, and how to come back on that."""

from __future__ import annotations

from dataclasses import replace

from dialogs.clashing import SEAL, SEALS, seal, seals
from dialogs.measures.inputs import Sheet
from dialogs.processing.fields import fields
from dialogs.processing.queue import WHY_LIMIT, said_by
from dialogs.processing.words import BACK, DIALOG, disposition, named
from dialogs.turn import Said
from dialogs.view import Button, Facts, Problem, View, Words, Write
from plan.dossier import Dossier
from plan.records import Comment, Measure
from plan.text import Text

REOPEN = Button(
    verb="reopen", primary=True, label=Text(nl="Terugdraaien en opnieuw", en="Undo and redo")
)


def done_view(dossier: Dossier, comment: Comment, wrong: Text | None = None) -> View:
    rows = [(Text(nl="Antwoord", en="Answer"), disposition(comment))]
    if comment.reply:
        rows.append((Text(nl="Aan de partner", en="To the partner"), _own(comment.reply)))
    if comment.processed_by:
        name = dossier.person_name(comment.processed_by)
        rows.append((Text(nl="Door", en="By"), _own(name)))
    return View(
        title=Text(nl="Opmerking {key}", en="Remark {key}").fill(key=named(dossier, comment)),
        elements=(
            *((Problem(text=wrong),) if wrong else ()),
            *said_by(dossier, comment),
            Facts(rows=tuple(rows)),
            Words(text=AGAIN, tone="subtle"),
        ),
        buttons=(REOPEN, BACK),
        dialog=DIALOG,
        about={"comment": comment.key, SEAL: seal(comment)},
    )


def _own(words: str) -> Text:
    return Text.verbatim(words)


AGAIN = Text(
    nl="Draai je dit terug, dan krijgt het concept weer de oude tekst en hoort de partner het "
    "nieuwe antwoord.",
    en="If you undo this, the draft gets its old text back and the partner hears the new answer.",
)


def editing_view(
    dossier: Dossier,
    said: Said,
    comment: Comment,
    about: dict[str, str],
    wrong: dict[str, Text],
) -> View:
    """Taking over: the draft on the same card, with a text proposed where one can be."""
    partly = about["as"] == "partly"
    title = PARTLY if partly else WHOLLY
    why = WHY_PARTLY if partly else WHY
    problem = wrong.get("")
    subject = about.get("subject") or comment.subject
    measure = dossier.get(Measure, subject)
    typed = said if about.get("typed") else replace(said, inputs={})
    sheet = Sheet(dossier=dossier, said=typed, wrong=wrong)
    return View(
        title=title.fill(key=named(dossier, comment)),
        elements=(
            *((Problem(text=problem),) if problem else ()),
            Words(text=Text.verbatim(f"“{comment.text}”"), strong=True),
            Words(text=HOW, tone="subtle"),
            *fields(sheet, comment, subject),
            Write(
                id="why",
                label=why,
                value=said.inputs.get("why", ""),
                limit=WHY_LIMIT,
                required=partly or bool(problem) or _needs_word(dossier, comment, subject),
                error=wrong.get("why"),
            ),
        ),
        buttons=(
            Button(verb=f"{about['as']}_now", label=NOW, primary=True),
            BACK,
        ),
        dialog=DIALOG,
        about={**about, "comment": comment.key, SEALS: seals((measure,) if measure else ())},
    )


def _needs_word(dossier: Dossier, comment: Comment, subject: str | None) -> bool:
    """Nothing can be proposed: no measure it is about, and none it asks for."""
    return dossier.get(Measure, subject) is None and comment.kind != "missing"


WHOLLY = Text(nl="Overnemen: {key}", en="Accept: {key}")
PARTLY = Text(nl="Deels overnemen: {key}", en="Partly accept: {key}")
NOW = Text(nl="Overnemen in het concept", en="Put it into the draft")
HOW = Text(
    nl="Pas aan wat moet veranderen. De tekst die er al bij staat, is een voorstel.",
    en="Change what has to change. The text that was added is a suggestion.",
)
WHY = Text(
    nl="Toelichting voor de partner (nodig als er niets verandert)",
    en="Explanation for the partner (needed if nothing changes)",
)
WHY_PARTLY = Text(nl="Wat neem je niet over, en waarom?", en="What do you not accept, and why?")
