"""The proof of participation, worked out from the records: who was asked and who answered."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from plan import labels
from plan.amending import KIND
from plan.blocks import Block, Bullets, Cell, Gap, Group, Heading, Paragraph, Row, Table
from plan.calendar import local
from plan.content.counts import PARTNERS
from plan.document.draft import Draft
from plan.document.steps import STEPS
from plan.records import (
    BilateralCheck,
    CollectiveSession,
    Comment,
    Consent,
    Message,
    Organisation,
    Proposal,
    Round,
)
from plan.standing import response, submission
from plan.text import counted


def participation(draft: Draft) -> Iterator[Block]:
    say = draft.say
    yield Heading(text=say("Wie deed er mee", "Who took part"))
    yield Paragraph(text=in_a_sentence(draft))
    rounds = _rounds(draft)
    if rounds:
        yield _table(draft, rounds)
    else:
        yield draft.gap("Er is nog geen partner gevraagd.", "No partner has been asked yet.")
    yield from _session(draft)
    yield from _amended(draft)
    yield from _what_came_of_it(draft)


def _rounds(draft: Draft) -> list[Round]:
    found = [r for r in draft.dossier.all(Round) if r.step != "previous" and r.partners]
    return sorted(found, key=lambda r: (r.opened_at, r.key))


def in_a_sentence(draft: Draft) -> str:
    """How many partners were asked and how many answered at least once."""
    rounds = _rounds(draft)
    asked = {org for round_ in rounds for org in round_.partners}
    if not asked:
        return draft.say(
            "Er is nog geen partner om een reactie gevraagd.",
            "No partner has been asked for a response yet.",
        )
    there = {org for org in asked if any(_answered(draft, r, org) for r in rounds)}
    silent = [draft.short(org) for org in _ordered(draft, asked - there)]
    words = _counted(draft, len(asked), len(there))
    if silent:
        names = draft.listed(silent)
        words += draft.say(f" Geen reactie kwam van: {names}.", f" No response from: {names}.")
    return words


def _counted(draft: Draft, asked: int, there: int) -> str:
    partners = counted(asked, *PARTNERS)
    reacted = "reageerde" if there == 1 else "reageerden"
    were = "was" if asked == 1 else "were"
    return draft.say(
        f"Aan {partners.nl} is gevraagd mee te denken; {there} {reacted}.",
        f"{partners.en} {were} asked for their views; {there} responded.",
    )


def _ordered(draft: Draft, orgs: set[str]) -> list[str]:
    known = [org.key for org in draft.dossier.all(Organisation)]
    return [*(org for org in known if org in orgs), *sorted(orgs - set(known))]


def _answered(draft: Draft, round_: Round, org: str) -> bool:
    check = draft.dossier.get(BilateralCheck, f"{round_.key}/{org}")
    said = check is not None and check.commitment != "geen_reactie"
    return said or response(draft.dossier, round_.key, org) != "none"


def _table(draft: Draft, rounds: list[Round]) -> Table:
    say = draft.say
    rows: list[Row] = []
    for round_ in rounds:
        rows.append(Group(text=_called(draft, round_)))
        rows += [_row(draft, round_, org) for org in _ordered(draft, set(round_.partners))]
    return Table(
        caption=say("Gevraagd, herinnerd en geantwoord", "Asked, reminded and answered"),
        head=(
            say("Partner", "Partner"),
            say("Gevraagd", "Asked"),
            say("Herinnerd", "Reminded"),
            say("Geantwoord", "Answered"),
        ),
        rows=tuple(rows),
        widths=(34, 16, 24, 26),
    )


def _called(draft: Draft, round_: Round) -> str:
    name = draft.called(STEPS, round_.step)
    name = name[:1].upper() + name[1:]
    number = f" ({round_.number})" if round_.number > 1 else ""
    until = draft.say("antwoorden tot en met", "answers until")
    return f"{name}{number}, {until} {draft.short_day(round_.closes_on)}"


def _row(draft: Draft, round_: Round, org: str) -> Row:
    sent = [m for m in draft.dossier.messages_about(round_.key) if m.org == org and m.sent_at]
    reminded = sorted(m.sent_at for m in sent if m.kind == "reminder" and m.sent_at)
    return (
        draft.dossier.organisation_name(org),
        draft.short_day(_asked_on(round_, sent)),
        "\n".join(draft.short_day(_day(at)) for at in reminded) or "–",
        _answer(draft, round_, org),
    )


def _asked_on(round_: Round, sent: list[Message]) -> date:
    """When the invitation went out; a loaded round counts as sent when it opened."""
    first = [m.sent_at for m in sent if m.kind == "invitation" and m.sent_at]
    return _day(min(first)) if first else _day(round_.opened_at)


def _day(at: datetime) -> date:
    return local(at).date()


def _answer(draft: Draft, round_: Round, org: str) -> Cell:
    done = submission(draft.dossier, round_.key, org)
    check = draft.dossier.get(BilateralCheck, f"{round_.key}/{org}")
    said = []
    if done:
        said.append(draft.short_day(_day(done.at)))
    elif check and check.held_on:
        said.append(draft.short_day(check.held_on))
    if check and check.commitment != "geen_reactie":
        said.append(draft.called(labels.COMMITMENTS, check.commitment))
    if said:
        return ", ".join(said)
    if response(draft.dossier, round_.key, org) == "partial":
        return draft.say("deels", "partly")
    return Gap(text=draft.say("geen reactie", "no response"))


def _session(draft: Draft) -> Iterator[Block]:
    for session in draft.dossier.all(CollectiveSession):
        if session.day:
            yield Heading(
                text=draft.say("De collectieve sessie", "The collective session"), level=2
            )
            names = draft.listed(draft.short(org) for org in session.invited)
            invited = draft.say(f" Uitgenodigd: {names}.", f" Invited: {names}.") if names else ""
            day = draft.day(session.day)
            yield Paragraph(text=draft.say(f"Datum: {day}.", f"Date: {day}.") + invited)


def _amended(draft: Draft) -> Iterator[Block]:
    """Partners who were asked whether they can live with what a body changed."""
    asked = [c for c in draft.dossier.all(Consent) if c.kind == KIND]
    if not asked:
        return
    title = draft.say(
        "Reacties op een wijziging bij de besluitvorming", "Responses to a change by a body"
    )
    yield Heading(text=title, level=2)
    yield Table(
        caption=title,
        head=(
            draft.say("Partner", "Partner"),
            draft.say("Over", "About"),
            draft.say("Gevraagd", "Asked"),
            draft.say("Kan ermee leven", "Can live with it"),
        ),
        rows=tuple(_consent(draft, consent) for consent in asked),
        widths=(40, 16, 20, 24),
    )


def _consent(draft: Draft, consent: Consent) -> Row:
    names = {"ja": draft.say("ja", "yes"), "nee": draft.say("nee", "no")}
    none = Gap(text=draft.say("geen reactie", "no response"))
    return (
        draft.dossier.organisation_name(consent.org),
        consent.subject,
        draft.short_day(_day(consent.asked_at)),
        names.get(consent.answer or "", none),
    )


def _what_came_of_it(draft: Draft) -> Iterator[Block]:
    """How many remarks and proposals there were, and what was done with them."""
    said = [c.disposition for c in draft.dossier.all(Comment)]
    said += [p.status for p in draft.dossier.all(Proposal)]
    if not said:
        return
    yield Heading(
        text=draft.say("Wat er met de inbreng is gedaan", "What was done with the input"), level=2
    )
    lines: dict[str, int] = {}
    for one in said:
        name = (
            draft.say("Nog open", "Still open")
            if one == "open"
            else draft.called(labels.DISPOSITIONS, one)
        )
        lines[name] = lines.get(name, 0) + 1
    yield Bullets(lines=tuple(f"{name}: {count}" for name, count in lines.items()))
