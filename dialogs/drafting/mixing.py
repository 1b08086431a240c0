"""The mix of a theme as a picture, at most five findings with one action each, and being ready."""

from __future__ import annotations

from dataclasses import replace

from dialogs.clashing import SEAL
from dialogs.drafting.acting import action_of
from dialogs.drafting.parts import DIALOG, about, receipt, stage_view, unchanged
from dialogs.filled import NONE_WRONG, Wrong
from dialogs.mix import SOLVED, again, explained_twice, finding_of, key_of, named_finding
from dialogs.reason import reason_input, reason_of, wrong_with
from dialogs.registering import registered
from dialogs.turn import Said, Turn
from dialogs.view import Button, Element, Facts, Heading, Listing, Pick, View, Words
from plan import labels
from plan.checks import Finding, lacking, top
from plan.classifying import PHASES, TARGETS
from plan.dossier import Dossier
from plan.drafting import progress
from plan.mix import grid
from plan.records import Confirmed, Dismissal, Measure, Proposal
from plan.text import Text, joined

MIXING, EXPLAINING = "mixing", "explaining"
MOST = 5
BLOCKING = ("hard", "B")
DONE = Text(nl="Thema klaar", en="Theme ready")
KEEP = Button(verb="save", label=Text(nl="Uitleggen", en="Explain"), primary=True)
BACK = Button(verb="later", label=Text(nl="Terug", en="Back"), checks=False)
EXPLAIN = Button(verb="explain", label=Text(nl="Uitleggen", en="Explain"))


def found_in(dossier: Dossier, theme: str) -> tuple[Finding, ...]:
    """The five gravest of a theme that nobody explained; remarks on checks come later."""
    every = tuple(f for f in lacking(dossier) if f.check != "C21" or _is_proposal(dossier, f))
    return top(every, theme, MOST)


def _is_proposal(dossier: Dossier, finding: Finding) -> bool:
    return dossier.get(Proposal, finding.subject) is not None


def view(dossier: Dossier, said: Said, theme: str, wrong: Wrong = NONE_WRONG) -> View:
    found = found_in(dossier, theme)
    title = Text(nl="De mix van {theme}", en="The mix of {theme}")
    lines = tuple(
        Text(nl="{n}. {what}", en="{n}. {what}").fill(n=n, what=finding.message)
        for n, finding in enumerate(found, start=1)
    )
    none = Text(nl="De mixcheck heeft niets gevonden.", en="The mix check found nothing.")
    told: tuple[Element, ...] = (
        (Heading(text=Text(nl="Wat opvalt", en="What stands out"), level=3), Listing(lines=lines))
        if lines
        else (Words(text=none, tone="good"),)
    )
    return stage_view(
        MIXING,
        theme,
        title.fill(theme=dossier.title(theme)),
        (*picture(dossier, theme), *told),
        _buttons(dossier, found),
        findings=",".join(map(key_of, found)),
    )


def _buttons(dossier: Dossier, found: tuple[Finding, ...]) -> tuple[Button, ...]:
    """Ready is the first, unless something blocks the step: then that is what to do now."""
    blocked = bool(found) and _blocks(dossier, found[0])
    labels_: dict[str, list[int]] = {}
    for n, finding in enumerate(found, start=1):
        labels_.setdefault(_shared(finding), []).append(n)
    numbered = Text(nl="{n}. {what}", en="{n}. {what}")
    acts = [
        Button(
            verb=f"act{numbers[0] - 1}",
            label=numbered.fill(
                n=", ".join(map(str, numbers)), what=action_of(found[numbers[0] - 1]).label
            ),
            primary=blocked and numbers[0] == 1,
        )
        for numbers in labels_.values()
    ]
    ready = Button(verb="ready", label=DONE, primary=not blocked)
    explain = (EXPLAIN,) if found else ()
    return (acts[0], ready, *explain, *acts[1:]) if blocked else (ready, *explain, *acts)


def _blocks(dossier: Dossier, finding: Finding) -> bool:
    """Not where only the person at an organisation that leads is to follow: that can wait."""
    measure = dossier.get(Measure, finding.subject) if finding.check == "C02" else None
    follows = measure is not None and measure.lead is not None and measure.lead.org is not None
    return finding.severity in BLOCKING and not follows


def _shared(finding: Finding) -> str:
    """Findings that one card settles share a button."""
    together = {"C02": "plan", "C03": "plan"}
    return together.get(finding.check, key_of(finding))


def picture(dossier: Dossier, theme: str) -> tuple[Element, ...]:
    """The grid of chain and target with figures; never a total score."""
    mix = grid(dossier, theme)
    rows = []
    for phase in PHASES:
        filled = [
            Text(nl="{what}: {n}", en="{what}: {n}").fill(
                n=mix.count(phase, target), what=_small(labels.TARGETS[target])
            )
            for target in TARGETS
            if mix.count(phase, target)
        ]
        dash = Text.verbatim("–")
        rows.append((labels.CHAIN_PHASES[phase], joined(filled, ", ") if filled else dash))
    head = Text(
        nl="Maatregelen per schakel van de veiligheidsketen, en waar ze op gericht zijn",
        en="Measures per link of the safety chain, and what they aim at",
    )
    apart = Text(nl="Nog niet ingedeeld: {n}", en="Not classified yet: {n}").fill(n=mix.unplaced)
    unplaced = (Words(text=apart, tone="subtle"),) if mix.unplaced else ()
    return (Heading(text=head, level=3), Facts(rows=tuple(rows)), *unplaced)


def _small(text: Text) -> Text:
    return Text(nl=text.nl.lower(), en=text.en.lower())


def ready(dossier: Dossier, said: Said, theme: str) -> Turn:
    """The first draft of a theme is ready; that can be taken up again at any time."""
    done = Confirmed(key=f"draft/{theme}", by=said.who.key, at=said.at)
    event = registered(said, "confirmed", done.key)
    done_now, total = progress(dossier.plus((done,)))
    what = Text(nl="{theme} is klaar, {n} van de {total}", en="{theme} is ready, {n} of {total}")
    told = what.fill(theme=dossier.title(theme), n=done_now, total=total)
    return Turn(keep=(done, event), instead=receipt(said, told))


def explaining_view(
    dossier: Dossier, said: Said, theme: str, wrong: Text | None = None
) -> View | None:
    found = found_in(dossier, theme)
    if not found:
        return None
    which = Pick(
        id="finding",
        label=Text(nl="Welk punt wil je uitleggen?", en="Which point do you want to explain?"),
        choices=tuple((key_of(finding), named_finding(finding)) for finding in found),
        value=said.inputs.get("finding", key_of(found[0])),
    )
    why = Text(
        nl="Waarom blijft dit zo? Het MT krijgt de reden te zien.",
        en="Why does this stay as it is? The MT will see the reason.",
    )
    title = Text(nl="Uitleggen waarom het zo blijft", en="Explain why it stays as it is")
    inputs = (which, reason_input(why, said, wrong))
    return stage_view(EXPLAINING, theme, title, inputs, (KEEP, BACK))


def explain(dossier: Dossier, said: Said, theme: str) -> Turn:
    """Keep the reason with the finding, so that it is known why it stays."""
    finding = finding_of(dossier, said, found_in(dossier, theme))
    if both := explained_twice(dossier, said):
        return Turn(instead=_of_theme(both.instead, theme))
    if finding is None:
        return Turn(instead=unchanged(SOLVED))
    wrong = wrong_with(reason_of(said))
    if wrong and about(said, SEAL):
        return Turn(instead=_of_theme(again(dossier, said, finding, wrong), theme))
    if wrong:
        return Turn(instead=explaining_view(dossier, said, theme, wrong))
    explained = Dismissal(
        key=key_of(finding),
        check=finding.check,
        subject=finding.subject,
        reason=reason_of(said),
        by=said.who.key,
        at=said.at,
    )
    event = registered(said, "explained", explained.key, after=explained.reason)
    what = Text(nl="uitgelegd", en="explained")
    return Turn(keep=(explained, event), instead=receipt(said, what))


def _of_theme(card: View | None, theme: str) -> View | None:
    """The same card, heard here, with the mix after it."""
    if card is None:
        return None
    here = {**card.about, "theme": theme, "stage": EXPLAINING}
    return replace(card, dialog=DIALOG, buttons=(KEEP, BACK), about=here)
