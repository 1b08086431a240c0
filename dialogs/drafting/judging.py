"""A verdict for every measure of last year, filled in beforehand; nothing goes on unseen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dialogs.changing import changing
from dialogs.clashing import kept_and_left
from dialogs.drafting.parts import (
    LATER,
    SAVE,
    afresh,
    listed,
    named,
    receipt,
    stage_view,
    unchanged,
)
from dialogs.drafting.reconsidering import GIVE, REASON, twice
from dialogs.filled import NONE_WRONG, Wrong, faults, written
from dialogs.measures.values import VERDICTS, verdict_said
from dialogs.turn import Reply, Said, Turn
from dialogs.view import Element, Heading, Pick, View, Words, Write
from plan.content import counts
from plan.dossier import Dossier
from plan.drafting import unjudged
from plan.labels import VERDICTS as CALLED
from plan.records import Measure, altered
from plan.records.content import Verdict
from plan.text import Text, counted
from plan.verdicts import GOES_ON, needs_reason, suggested

JUDGING, REASONS = "judging", "reasons"
AT_ONCE = 10
INTRO = Text(
    nl="Het besluit is alvast ingevuld op basis van de evaluatie. Jij beslist. Waar een reden "
    "bij hoort, vraag ik die hierna.",
    en="The verdict was filled in from the evaluation. You decide. Where a reason is needed, I "
    "ask for it next.",
)
NO_EVALUATION = Text(
    nl="Het besluit is vast ingevuld met wat er van het vorige plan bekend is. Jij beslist. Waar "
    "een reden bij hoort, vraag ik die hierna.",
    en="The verdict was filled in from what is known of the last plan. You decide. Where a "
    "reason belongs to it, I ask for it next.",
)
FIRST_A_REASON = Text(nl="Hier hoort eerst een reden bij.", en="This needs a reason first.")
ALREADY = Text(
    nl="Iemand anders besloot intussen hetzelfde.",
    en="Somebody else decided the same in the meantime.",
)


def is_due(dossier: Dossier, theme: str) -> bool:
    return bool(unjudged(dossier, theme))


def view(dossier: Dossier, said: Said, theme: str, wrong: Wrong = NONE_WRONG) -> View:
    """The next ten measures without a verdict, each with what the suggestion rests on."""
    shown = unjudged(dossier, theme)[:AT_ONCE]
    parts: list[Element] = []
    for measure in shown:
        verdict, why = suggested(dossier, measure)
        parts.append(Heading(text=named(measure), level=3))
        parts.append(Words(text=why, tone="subtle"))
        parts.append(
            Pick(
                id=f"verdict/{measure.key}",
                label=Text(nl="Besluit", en="Verdict"),
                choices=VERDICTS,
                value=said.inputs.get(f"verdict/{measure.key}", verdict),
            )
        )
    title = Text(
        nl="Besluit per maatregel van {theme}, nog {n}",
        en="A verdict per measure of {theme}, {n} left",
    )
    return stage_view(
        JUDGING,
        theme,
        title.fill(theme=dossier.title(theme), n=len(unjudged(dossier, theme))),
        (Words(text=INTRO if dossier.plan.track == "follow_up" else NO_EVALUATION), *parts),
        measures=",".join(measure.key for measure in shown),
    )


def hear(dossier: Dossier, said: Said, theme: str) -> Turn:
    """Keep what needs no reason; ask the reasons of the rest on one card."""
    keys = listed(said, "measures")
    shown = [m for m in unjudged(dossier, theme) if m.key in keys]
    wanted = {m.key: chosen_verdict(dossier, said, m) for m in shown}
    asks = [m for m in shown if needs_reason(dossier, m, wanted[m.key])]
    turn = Turn()
    for measure in shown:
        if measure not in asks:
            after = altered(measure, decision=wanted[measure.key])
            turn += changing(said, measure, after, because="verdict")
    if asks:
        verdicts = {measure.key: wanted[measure.key] for measure in asks}
        card = reasons_view(dossier, afresh(said), theme, verdicts)
        turn += Turn(replies=(Reply(view=card),))
    settled = counted(len(shown) - len(asks), *counts.MEASURES)
    done = receipt(said, settled) if turn.keep else View(title=FIRST_A_REASON)
    left = twice(dossier, said, _judged(dossier, keys))
    if asks:
        return turn + Turn(instead=done, replies=_reply(left))
    return kept_and_left(turn, done if shown else unchanged(ALREADY), left)


def _reply(card: View | None) -> tuple[Reply, ...]:
    return (Reply(view=card),) if card else ()


def _judged(dossier: Dossier, keys: Iterable[str]) -> list[Measure]:
    """Those of a card that got a verdict since it was made."""
    found = (dossier.get(Measure, key) for key in keys)
    return [measure for measure in found if measure and measure.decision is not None]


def chosen_verdict(dossier: Dossier, said: Said, measure: Measure) -> Verdict:
    value = verdict_said(said.inputs.get(f"verdict/{measure.key}", ""))
    return value or suggested(dossier, measure)[0]


def reasons_view(
    dossier: Dossier,
    said: Said,
    theme: str,
    verdicts: dict[str, Verdict],
    wrong: Wrong = NONE_WRONG,
) -> View:
    """Only the measures whose verdict needs a reason; the suggestion's grounds stand ready."""
    parts: list[Element] = []
    for key, verdict in verdicts.items():
        measure = dossier.get(Measure, key)
        if measure is None:
            continue
        _, why = suggested(dossier, measure)
        grounds = why.within(dossier.plan.language)
        ready = "" if verdict in GOES_ON else f"{grounds[:1].upper()}{grounds[1:]}."
        parts.append(Heading(text=named(measure), level=3))
        parts += [Words(text=why, tone="subtle")] if verdict in GOES_ON else []
        label = Text(nl="{verdict}, omdat:", en="{verdict}, because:")
        parts.append(
            Write(
                id=f"reason/{key}",
                label=label.fill(verdict=CALLED[verdict]),
                value=said.inputs.get(f"reason/{key}", ready),
                limit=REASON,
                required=True,
                error=wrong.get(f"reason/{key}"),
            )
        )
    title = Text(nl="Nog een reden bij deze besluiten", en="Still a reason for these verdicts")
    told = ",".join(f"{key}={verdict}" for key, verdict in verdicts.items())
    return stage_view(REASONS, theme, title, tuple(parts), (SAVE, LATER), verdicts=told)


def hear_reasons(dossier: Dossier, said: Said, theme: str) -> Turn:
    """The verdict with its reason, of measures that nobody judged in the meantime."""
    pairs = (one.partition("=") for one in listed(said, "verdicts"))
    verdicts: dict[str, Verdict] = {key: value for key, _, value in pairs}  # type: ignore[misc]
    wrong = faults(said, {f"reason/{key}": REASON for key in verdicts})
    for key in verdicts:
        if not written(said, f"reason/{key}"):
            wrong[f"reason/{key}"] = GIVE
    if wrong:
        return Turn(instead=reasons_view(dossier, said, theme, verdicts, wrong))
    turn = Turn()
    kept = [measure for measure in unjudged(dossier, theme) if measure.key in verdicts]
    for measure in kept:
        why = written(said, f"reason/{measure.key}")
        after = altered(measure, decision=verdicts[measure.key], decision_reason=why)
        turn += changing(said, measure, after, because="verdict")
    given = {f"verdict/{key}": verdict for key, verdict in verdicts.items()}
    mine = replace(said, inputs={**said.inputs, **given})
    left = twice(dossier, mine, _judged(dossier, verdicts))
    done = receipt(said, counted(len(kept), *counts.MEASURES)) if kept else unchanged(ALREADY)
    return kept_and_left(turn, done, left)
