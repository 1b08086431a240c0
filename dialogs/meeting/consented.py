"""What the owner of an agreement answered: whether it was put down well."""

from __future__ import annotations

from dataclasses import replace

from dialogs.filled import fault
from dialogs.meeting.consenting import NO, YES, answered_since, consent_view, consents_view
from dialogs.meeting.parts import LONGEST, given
from dialogs.post import message
from dialogs.registering import registered
from dialogs.turn import Said, Turn
from dialogs.unkept import unkept
from dialogs.view import Listing, View
from plan.agreements import consent_key, consent_of
from plan.calendar import local
from plan.dossier import Dossier
from plan.records import Consent, Message, Outcome, Person, altered
from plan.text import Text
from plan.voices import acts_as

NO_ONE = View(
    title=Text(
        nl="Deze afspraak is er niet meer; er is niets veranderd",
        en="This agreement no longer exists; nothing was changed",
    )
)


def consented(dossier: Dossier, said: Said, outcome: Outcome) -> Turn:
    """A no with its remark opens the outcome again for the coordinator."""
    yes, remark = said.verb == "yes", given(said, "remark")
    if not is_asked(dossier, said, outcome):
        return Turn(instead=_over(NO_ONE.title, remark))
    if not _stands(said, outcome):
        return Turn(instead=_over(REWORKED, remark))
    wrong = answered_since(dossier, said, outcome) or _wrong(remark, yes=yes)
    if wrong:
        return Turn(instead=consent_view(dossier, outcome, wrong, remark))
    return _kept(dossier, said, outcome, remark, yes=yes) + Turn(
        instead=View(title=RIGHT if yes else AGAIN)
    )


def consented_several(dossier: Dossier, said: Said) -> Turn:
    """Each by itself; what was worked in anew since the card came is left alone and named."""
    assert said.card is not None  # noqa: S101 - a press always has its card
    found = (dossier.get(Outcome, key) for key in said.card.about["outcomes"].split(","))
    asked = tuple(one for one in found if one and is_asked(dossier, said, one))
    open_ = tuple(one for one in asked if _stands(said, one))
    if not open_:
        return Turn(instead=_over(REWORKED if asked else NO_ONE.title, *_typed(said)))
    since = [words for one in open_ if (words := answered_since(dossier, said, one))]
    wrong: dict[str, Text] = {}
    for one in open_:
        answer = said.inputs.get(f"answer/{one.key}")
        remark = _wrong(given(said, f"remark/{one.key}"), yes=answer == YES)
        if answer not in (YES, NO):
            wrong[f"answer/{one.key}"] = CHOOSE
        elif remark:
            wrong[f"remark/{one.key}"] = remark
    if wrong or since:
        view = consents_view(dossier, open_, said.inputs, wrong)
        above = (Listing(lines=tuple(since)),) if since else ()
        return Turn(instead=replace(view, elements=(*above, *view.elements)))
    turn, lines = Turn(), list[Text]()
    for one in asked:
        yes = said.inputs.get(f"answer/{one.key}") == YES
        if one in open_:
            turn += _kept(dossier, said, one, given(said, f"remark/{one.key}"), yes=yes)
        done = (LINE_YES if yes else LINE_NO) if one in open_ else LINE_PASSED
        lines.append(done.fill(what=one.decision))
    title = Text(nl="Opgeslagen: uw antwoorden", en="Saved: your answers")
    left = [one for one in asked if one not in open_]
    typed = unkept(given(said, f"remark/{one.key}") for one in left)
    return turn + Turn(instead=View(title=title, elements=(Listing(lines=tuple(lines)), *typed)))


def _over(title: Text, *typed: str) -> View:
    """Nothing is asked here any more; what was typed can still be read."""
    return View(title=title, elements=unkept(typed))


def _typed(said: Said) -> tuple[str, ...]:
    return tuple(words for id_, words in said.inputs.items() if id_.startswith("remark/"))


def _stands(said: Said, outcome: Outcome) -> bool:
    """Whether it still is worked in as the card showed it."""
    assert said.card is not None  # noqa: S101 - a press always has its card
    return outcome.processed_at is not None and outcome.processed_at <= said.card.issued_at


def _wrong(remark: str, *, yes: bool) -> Text | None:
    return fault(remark, LONGEST) if remark or yes else WHAT


def _kept(dossier: Dossier, said: Said, outcome: Outcome, remark: str, *, yes: bool) -> Turn:
    assert said.card is not None  # noqa: S101 - a press always has its card
    owner = dossier.get(Person, outcome.owner)
    before = consent_of(dossier, outcome)
    consent = Consent(
        key=consent_key(dossier, outcome),
        kind="outcome",
        subject=outcome.key,
        org=(owner and owner.org) or "",
        asked_at=before.asked_at if before else said.card.issued_at,
        answer=YES if yes else NO,
        remark=remark or None,
        by=said.who.key,
        at=said.at,
    )
    event = registered(said, "consented" if yes else "disputed", outcome.key, after=remark or None)
    if yes:
        return Turn(keep=(consent, event))
    again = altered(outcome, processed_at=None)
    return Turn(keep=(consent, event, again, *_told(dossier, said, outcome)))


def is_asked(dossier: Dossier, said: Said, outcome: Outcome) -> bool:
    """Whether it was the speaker's to answer when the card came."""
    assert said.card is not None  # noqa: S101 - a press always has its card
    return acts_as(dossier, said.who, outcome.owner, local(said.card.issued_at).date())


def _told(dossier: Dossier, said: Said, outcome: Outcome) -> tuple[Message, ...]:
    coordinator = dossier.plan.coordinator
    stamp = said.at.isoformat(timespec="seconds")
    if not coordinator:
        return ()
    return (
        message(said, "outcome_disputed", coordinator, f"{outcome.key}/{stamp}", text=outcome.key),
    )


CHOOSE = Text(nl="Kies ja of nee.", en="Choose yes or no.")
WHAT = Text(nl="Wat moet er anders? Schrijf het op.", en="What should change? Write it down.")
RIGHT = Text(nl="Opgeslagen: uw afspraak klopt", en="Saved: your agreement is right")
AGAIN = Text(
    nl="Opgeslagen. De coördinator kijkt er opnieuw naar en laat het u weten.",
    en="Saved. The coordinator will look at it again and let you know.",
)
LINE_YES = Text(nl="{what} Klopt.", en="{what} It is right.")
LINE_NO = Text(
    nl="{what} De coördinator kijkt er opnieuw naar en laat het u weten.",
    en="{what} The coordinator will look at it again and let you know.",
)
LINE_PASSED = Text(
    nl="{what} Deze wordt al opnieuw bekeken; hier is niets veranderd.",
    en="{what} This one is being looked at again already; nothing was changed here.",
)
REWORKED = Text(
    nl="Deze afspraak wordt al opnieuw bekeken; er is niets veranderd",
    en="This agreement is being looked at again already; nothing was changed",
)
