"""What is done with a partner that cannot live with a change."""

from __future__ import annotations

from collections.abc import Mapping

from dialogs.deciding.difference import differences
from dialogs.deciding.words import HELD
from dialogs.filled import fault
from dialogs.post import message
from dialogs.registering import registered
from dialogs.turn import Said, Turn
from dialogs.unkept import unkept
from dialogs.view import Button, Facts, Heading, Pick, View, Words, Write
from plan.amending import done_key, objections
from plan.answering import clean
from plan.bodies import the
from plan.dossier import Dossier
from plan.records import Comment, Confirmed, DecisionStep, Message, Record, altered
from plan.text import Text

DIALOG = "deciding"
LONGEST = 600
STAYS, AGAIN, BACK = "rejected", "accepted", "parked"


def objection_view(
    dossier: Dossier, said: Said, wrong: Mapping[str, Text] | None = None
) -> View | None:
    """The first objection without an answer; None when there is none."""
    comment = next(iter(objections(dossier)), None)
    if comment is None:
        return None
    body, faults = _body(dossier, comment), wrong or {}
    given = said.inputs if said.verb == "settle" else {}
    title = Text(nl="{org} kan niet leven met {what}", en="{org} cannot live with {what}")
    name, subject = dossier.organisation_name(comment.org), comment.subject or ""
    return View(
        title=title.fill(org=name, what=subject),
        elements=(
            Words(text=Text.verbatim(comment.text)),
            Heading(text=Text.verbatim(f"{subject} {dossier.title(subject)}"), level=3),
            Facts(rows=differences(dossier, subject, comment.org)),
            Pick(
                id="disposition",
                label=Text(nl="Wat doe je ermee?", en="What do you do with it?"),
                choices=_choices(body),
                value=given.get("disposition", ""),
                wide=True,
                required=True,
                error=faults.get("disposition"),
            ),
            Write(
                id="reply",
                label=Text(
                    nl="Antwoord aan {org}. Dit gaat meteen naar de partner.",
                    en="Answer to {org}. It goes to the partner at once.",
                ).fill(org=name),
                value=given.get("reply", ""),
                limit=LONGEST,
                required=True,
                error=faults.get("reply"),
            ),
        ),
        buttons=(
            Button(
                verb="settle",
                label=Text(nl="Antwoord versturen", en="Send the answer"),
                primary=True,
            ),
        ),
        dialog=DIALOG,
        about={"comment": comment.key},
    )


def _body(dossier: Dossier, comment: Comment) -> DecisionStep | None:
    return dossier.get(DecisionStep, comment.round.partition("/")[2])


def _choices(body: DecisionStep | None) -> tuple[tuple[str, Text], ...]:
    found = [
        (STAYS, Text(nl="De wijziging blijft", en="The change stays")),
        (AGAIN, Text(nl="De maatregel opnieuw aanpassen", en="Change the measure again")),
    ]
    if body:
        back = Text(nl="Terug naar {body}", en="Back to {body}").fill(body=the(body))
        found.append((BACK, back))
    return tuple(found)


def settle(dossier: Dossier, said: Said) -> Turn:
    """The partner hears it; the measure or the body is open again where that was chosen."""
    key = said.card.about.get("comment", "") if said.card else ""
    comment = dossier.get(Comment, key)
    if comment is None or comment.disposition != "open":
        return Turn(instead=_answered(dossier, said, comment))
    body, disposition = _body(dossier, comment), said.inputs.get("disposition", "")
    wrong = _wrong(said, dict(_choices(body)))
    if wrong:
        return Turn(instead=objection_view(dossier, said, wrong))
    reply = clean(said.inputs.get("reply", ""))
    answered = altered(
        comment,
        disposition=disposition,
        reply=reply,
        replied_at=said.at,
        processed_by=said.who.key,
        processed_at=said.at,
    )
    keep: list[Record] = [answered, registered(said, "processed", comment.key, after=disposition)]
    keep += _back(said, body) if disposition == BACK and body else []
    again = dossier.get(Confirmed, done_key(body, comment.subject or "")) if body else None
    return Turn(
        keep=(*keep, *_told(dossier, said, answered)),
        drop=(again,) if again and disposition == AGAIN else (),
        instead=View(
            title=Text(nl="Opgeslagen: {what}", en="Saved: {what}").fill(
                what=dict(_choices(body))[disposition]
            ),
            elements=(Words(text=Text.verbatim(reply)),),
        ),
    )


def _answered(dossier: Dossier, said: Said, comment: Comment | None) -> View:
    """What somebody else answered, and what was filled in here."""
    typed = unkept((said.inputs.get("reply", ""),))
    if comment is None:
        return View(title=ANSWERED, elements=typed)
    labels = dict(_choices(_body(dossier, comment)))
    rows = (
        (Text(nl="Besluit", en="Decision"), labels.get(comment.disposition, Text.verbatim("–"))),
        (Text(nl="Antwoord", en="Answer"), Text.verbatim(comment.reply or "–")),
        (Text(nl="Door", en="By"), Text.verbatim(dossier.person_name(comment.processed_by))),
    )
    return View(title=ANSWERED, elements=(Facts(rows=rows), *typed))


ANSWERED = Text(
    nl="Dit bezwaar is intussen al beantwoord; er is niets veranderd.",
    en="This objection was answered in the meantime; nothing was changed.",
)


def _wrong(said: Said, choices: Mapping[str, Text]) -> dict[str, Text]:
    reply = clean(said.inputs.get("reply", ""))
    found: dict[str, Text | None] = {"reply": fault(reply, LONGEST)}
    if not reply:
        found["reply"] = Text(
            nl="Schrijf wat de partner te horen krijgt.", en="Write what the partner will hear."
        )
    if said.inputs.get("disposition") not in choices:
        found["disposition"] = Text(nl="Kies wat je ermee doet.", en="Choose what you do with it.")
    return {name: words for name, words in found.items() if words}


def _back(said: Said, body: DecisionStep) -> list[Record]:
    """The body looks at it again: what it decided no longer counts as agreed."""
    again = altered(body, decision=HELD, day=None, deadline=None, by=said.who.key, at=said.at)
    return [again, registered(said, "decided", body.key, after=HELD)]


def _told(dossier: Dossier, said: Said, comment: Comment) -> tuple[Message, ...]:
    """Whoever said it hears; after a phone call the partner's contact does."""
    contact = next(iter(dossier.people_of(comment.org)), None)
    to = comment.by or (contact.key if contact else None)
    if to is None:
        return ()
    return (message(said, "objection_done", to, comment.key, org=comment.org),)
