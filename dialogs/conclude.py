"""The coordinator concludes progress and effect of each measure, filled in from the answers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dialogs.clashing import SEALS, again, differing, seals, unmoved
from dialogs.papers import paper_turn
from dialogs.phrases import SAVE
from dialogs.registering import registered
from dialogs.turn import Reply, Said, Turn
from dialogs.view import Button, Element, Heading, Pick, View, Words
from plan.aggregate import concluded_effect, concluded_progress
from plan.content import counts
from plan.content.answers import EFFECT, PROGRESS
from plan.dates import at_time
from plan.dossier import Dossier
from plan.gates import unconcluded
from plan.question import Option
from plan.records import Concluded, Confirmed, Measure, Record
from plan.text import Text, counted

DIALOG = "conclude"
AT_ONCE = 10


def conclude_view(dossier: Dossier) -> View:
    """The next ten measures without a conclusion, filled in beforehand; else the note."""
    open_ = unconcluded(dossier)
    if not open_:
        return _note_view(dossier)
    shown = open_[:AT_ONCE]
    elements: list[Element] = []
    for measure in shown:
        progress, effect = suggestion(dossier, measure)
        elements.append(Heading(text=Text.verbatim(f"{measure.key} {measure.title}"), level=3))
        elements.append(_pick("progress", measure, PROGRESS[:-1], progress))
        elements.append(_pick("effect", measure, EFFECT, effect))
    words = Text(
        nl="Dit is ingevuld met de antwoorden van de partners, of anders met de laatst bekende "
        "voortgang. Pas aan wat niet klopt.",
        en="This was filled in from the partners' answers, or else from the last known progress. "
        "Change what is not right.",
    )
    left = Text(
        nl="Voortgang en effect vaststellen, nog {n}", en="Settle progress and effect, {n} left"
    )
    everything = Text(nl="Alles zo overnemen ({n})", en="Accept all as shown ({n})")
    return View(
        title=left.fill(n=len(open_)),
        elements=(Words(text=words), *elements),
        buttons=(
            Button(verb="save", label=Text(nl="Opslaan", en="Save"), primary=True),
            Button(verb="all", label=everything.fill(n=len(open_))),
        ),
        dialog=DIALOG,
        about={"measures": ",".join(measure.key for measure in shown)},
    )


def suggestion(dossier: Dossier, measure: Measure) -> tuple[str, str]:
    """Progress and effect from the partners' answers, else from the last year known."""
    past = [h for h in measure.history if h.year < dossier.plan.year]
    last = max(past, key=lambda h: h.year) if past else None
    progress = concluded_progress(dossier, measure.key) or (last and last.progress)
    effect = concluded_effect(dossier, measure.key) or (last and last.effect)
    return progress or "niet_gestart", effect or "onbekend"


def _pick(name: str, measure: Measure, options: Iterable[Option], value: str) -> Pick:
    labels = {
        "progress": Text(nl="Voortgang", en="Progress"),
        "effect": Text(nl="Effect", en="Effect"),
    }
    choices = tuple((option.id, option.text) for option in options)
    return Pick(id=f"{name}/{measure.key}", label=labels[name], choices=choices, value=value)


def _note_view(dossier: Dossier) -> View:
    if dossier.get(Confirmed, "evaluation_note"):
        words = Text(nl="Alles is vastgesteld.", en="Everything is settled.")
        return View(title=words)
    return View(
        title=Text(nl="De evaluatienotitie", en="The evaluation note"),
        elements=(
            Words(
                text=Text(
                    nl="Van elke maatregel zijn voortgang en effect vastgesteld. Lees de notitie "
                    "en bevestig die. De notitie wordt ook de terugblik in het plan.",
                    en="Progress and effect of every measure are settled. Read the note and "
                    "confirm it. It also becomes the look-back in the plan.",
                )
            ),
        ),
        buttons=(
            Button(verb="confirm", label=Text(nl="Bevestigen", en="Confirm"), primary=True),
            Button(verb="note", label=Text(nl="Notitie in Word", en="Note in Word")),
        ),
        dialog=DIALOG,
        about={},
    )


def hear(dossier: Dossier, said: Said) -> Turn:
    """Keep the conclusions, or confirm the note."""
    if said.verb == "note":
        return paper_turn(dossier, said, "evaluation")
    if said.verb == "confirm":
        return _confirm(dossier, said)
    before = _concluded(dossier, said)
    again_ = [m for m in before if _as_shown(dossier, said, m)]
    measures = (*again_, *_measures(dossier, said))
    keep: list[Record] = []
    for measure in measures:
        keep += _conclusion(dossier, said, measure)
    left = _twice(dossier, said, [m for m in before if m not in again_])
    after = dossier.plus(keep)
    title = Text(nl="Opgeslagen, {time}: {n}", en="Saved, {time}: {n}")
    count = counted(len(measures), *counts.MEASURES)
    done = title.fill(time=at_time(said.at), n=count) if measures else ALREADY
    following = (left,) if left else ()
    if unconcluded(after) or not left:
        following = (*following, conclude_view(after))
    if left and not measures:
        return Turn(instead=left)
    return Turn(
        keep=tuple(keep),
        instead=View(title=done),
        replies=tuple(Reply(view=view) for view in following),
    )


ALREADY = Text(
    nl="Dit was intussen al zo vastgesteld; er is niets veranderd.",
    en="This was settled like that in the meantime; nothing was changed.",
)


def _measures(dossier: Dossier, said: Said) -> tuple[Measure, ...]:
    """Those of the card, or all; never one that was concluded since the card was made."""
    if said.verb == "all":
        return unconcluded(dossier)
    keys = _on_card(said)
    return tuple(m for m in unconcluded(dossier) if m.key in keys)


def _on_card(said: Said) -> list[str]:
    return said.card.about.get("measures", "").split(",") if said.card else []


def _concluded(dossier: Dossier, said: Said) -> list[Measure]:
    """Those of the card that have a conclusion by now."""
    found = (dossier.get(Measure, key) for key in _on_card(said))
    return [measure for measure in found if measure and dossier.get(Concluded, measure.key)]


def _as_shown(dossier: Dossier, said: Said, measure: Measure) -> bool:
    """Whether the conclusion that stands is the one that the card showed."""
    done = dossier.get(Concluded, measure.key)
    return done is not None and unmoved(said, done)


def _twice(dossier: Dossier, said: Said, measures: list[Measure]) -> View | None:
    """Those that somebody else concluded otherwise: what stands, and what the speaker chose."""
    fresh = replace(said, inputs={})
    every = _twice_view(dossier, fresh, measures), _twice_view(dossier, said, measures)
    left = differing(*every, measures)
    if not left:
        return None
    return again(_twice_view(dossier, fresh, left), _twice_view(dossier, said, left), left)


def _twice_view(dossier: Dossier, said: Said, measures: list[Measure]) -> View:
    elements: list[Element] = []
    shown: list[Concluded] = []
    for measure in measures:
        done = dossier.get(Concluded, measure.key)
        if done is None:
            continue
        shown.append(done)
        progress, effect = done.progress or "", done.effect or ""
        given = said.inputs
        elements.append(Heading(text=Text.verbatim(f"{measure.key} {measure.title}"), level=3))
        progress = given.get(f"progress/{measure.key}", progress)
        effect = given.get(f"effect/{measure.key}", effect)
        elements.append(_pick("progress", measure, PROGRESS[:-1], progress))
        elements.append(_pick("effect", measure, EFFECT, effect))
    return View(
        title=Text(nl="Conclusies die er al zijn", en="Conclusions that are there already"),
        elements=tuple(elements),
        buttons=(Button(verb="save", label=SAVE, primary=True),),
        dialog=DIALOG,
        about={"measures": ",".join(m.key for m in measures), SEALS: seals(shown)},
    )


def _conclusion(dossier: Dossier, said: Said, measure: Measure) -> tuple[Record, ...]:
    progress, effect = suggestion(dossier, measure)
    progress = _known(said.inputs.get(f"progress/{measure.key}"), PROGRESS, progress)
    effect = _known(said.inputs.get(f"effect/{measure.key}"), EFFECT, effect)
    event = registered(said, "concluded", measure.key, after=f"{progress} · {effect}")
    done = Concluded(
        key=measure.key, progress=progress, effect=effect, by=said.who.key, at=said.at
    )
    return (done, event)


def _known(value: str | None, options: Iterable[Option], otherwise: str) -> str:
    ids = {option.id for option in options}
    return value if value is not None and value in ids else otherwise


def _confirm(dossier: Dossier, said: Said) -> Turn:
    confirmed = Confirmed(key="evaluation_note", by=said.who.key, at=said.at)
    event = registered(said, "confirmed", "evaluation_note")
    title = Text(
        nl="Opgeslagen. De evaluatienotitie is bevestigd.",
        en="Saved. The evaluation note is confirmed.",
    )
    return Turn(keep=(confirmed, event), instead=View(title=title), onward=True)
