"""The verdict on a measure of last year as the evaluation suggests it; people decide."""

from __future__ import annotations

from collections import Counter

from plan.aggregate import concluded_effect, concluded_progress
from plan.dossier import Dossier
from plan.labels import EFFECTS, PROGRESS, called
from plan.records import Concluded, Measure
from plan.records.content import Verdict
from plan.text import Text, joined

BY_ADVICE: dict[str, Verdict] = {
    "stoppen": "stop",
    "minder": "scale_down",
    "anders": "adjust",
    "versterken": "intensify",
    "doorgaan": "continue",
}
"""What a partner can advise, the most drastic first."""
AGAINST = ("stoppen", "minder", "anders")
GOES_ON: tuple[Verdict, ...] = ("continue", "intensify")
ADVISERS = 2
"""From this many partners who advise otherwise, going on needs a reason (C22)."""
_ADVICE = {
    "stoppen": Text(nl="stoppen", en="stop"),
    "minder": Text(nl="minder", en="less"),
    "anders": Text(nl="anders aanpakken", en="do it differently"),
    "versterken": Text(nl="versterken", en="strengthen"),
    "doorgaan": Text(nl="doorgaan", en="continue"),
}


def follows(dossier: Dossier) -> bool:
    """Whether there is a plan before this one, also when a new IVP begins with it."""
    return dossier.plan.track == "follow_up" or dossier.plan.previous is not None


def unjudged(dossier: Dossier) -> tuple[Measure, ...]:
    """What ran before and has no verdict yet: nothing is carried over unseen.

    What is made in this plan has a verdict from the start.
    """
    every = follows(dossier)
    return tuple(m for m in dossier.measures if m.decision is None and (every or m.history))


def suggested(dossier: Dossier, measure: Measure) -> tuple[Verdict, Text]:
    """The likeliest verdict, and what it rests on: `2 van de 3 partners adviseren: stoppen`.

    The words become the reason when nobody writes another, and the council reads them.
    """
    advice = advices(dossier, measure)
    progress, effect = known(dossier, measure)
    grounds = [_votes(advice)] if advice else []
    grounds += [_called(PROGRESS, progress)] if progress else []
    if absent_twice(dossier, measure):
        grounds.append(Text(nl="twee jaar zonder effect", en="no effect for two years"))
    elif effect and effect != "onbekend":
        grounds.append(_called(EFFECTS, effect))
    nothing = Text(nl="er is niets over bekend", en="nothing is known about it")
    verdict = _by_partners(advice, absent_twice(dossier, measure))
    return verdict or _by_facts(dossier, measure), joined(grounds, "; ") if grounds else nothing


def advices(dossier: Dossier, measure: Measure) -> Counter[str]:
    """How many partners advise what for next year."""
    given = (str(answer.value) for answer in dossier.answers_to("M1", measure.key))
    return Counter(value for value in given if value in BY_ADVICE)


def known(dossier: Dossier, measure: Measure) -> tuple[str | None, str | None]:
    """Progress and effect of last year: as concluded, else as answered, else as on record."""
    concluded = dossier.get(Concluded, measure.key)
    if concluded:
        return concluded.progress, concluded.effect
    last = next((h for h in measure.history if h.year == dossier.plan.year - 1), None)
    progress = concluded_progress(dossier, measure.key) or (last.progress if last else None)
    return progress, concluded_effect(dossier, measure.key) or (last.effect if last else None)


def absent_twice(dossier: Dossier, measure: Measure) -> bool:
    """Whether no effect was seen in the last two years, what was concluded now included."""
    year = dossier.plan.year
    past = {one.year: one.effect for one in measure.history}
    before = past.get(year - 2) == "uitgebleven"
    return before and "uitgebleven" in (known(dossier, measure)[1], past.get(year - 1))


def advised_against(dossier: Dossier, measure: Measure) -> bool:
    """Whether two partners or more advise stopping, less or otherwise (C22)."""
    return sum(n for value, n in advices(dossier, measure).items() if value in AGAINST) >= ADVISERS


def needs_reason(dossier: Dossier, measure: Measure, verdict: str) -> bool:
    """Whether a verdict cannot be kept without a reason (domain 4.1, C07, C22)."""
    if verdict in ("stop", "scale_down"):
        return True
    doubted = absent_twice(dossier, measure) or advised_against(dossier, measure)
    return verdict in GOES_ON and doubted


def _by_partners(advice: Counter[str], in_vain: bool) -> Verdict | None:
    """What most of the partners want; nothing when they say too little or disagree."""
    if not advice:
        return None
    most = max(advice.values())
    first = [value for value in BY_ADVICE if advice[value] == most]
    clear = most * 2 > advice.total()
    if first[0] in AGAINST:
        return BY_ADVICE[first[0]] if clear and (most >= ADVISERS or in_vain) else "adjust"
    doubted = in_vain or sum(advice[value] for value in AGAINST) >= ADVISERS
    return "adjust" if doubted or not clear else BY_ADVICE[first[0]]


def _by_facts(dossier: Dossier, measure: Measure) -> Verdict:
    """Without advice: what progress and effect say."""
    progress, effect = known(dossier, measure)
    over = progress == "afgerond" and not measure.planning.cadence
    if over or progress == "gestopt" or absent_twice(dossier, measure):
        return "stop"
    return "adjust" if progress == "niet_gestart" or effect == "uitgebleven" else "continue"


def _votes(advice: Counter[str]) -> Text:
    """`2 van de 3 partners adviseren: stoppen, 1: doorgaan`, the most named first."""
    order = sorted(BY_ADVICE, key=lambda value: -advice[value])
    named = [(advice[value], _ADVICE[value]) for value in order if advice[value]]
    head = Text(
        nl="{n} van de {total} partners adviseren: {what}",
        en="{n} of {total} partners advise: {what}",
    )
    one = Text(nl="1 partner adviseert: {what}", en="1 partner advises: {what}")
    rest = Text(nl="{n}: {what}", en="{n}: {what}")
    first = head if advice.total() > 1 else one
    parts = [first.fill(n=named[0][0], total=advice.total(), what=named[0][1])]
    return joined([*parts, *(rest.fill(n=n, what=what) for n, what in named[1:])], ", ")


def _called(words: dict[str, Text], value: str) -> Text:
    return Text(nl=called(words, value, "nl"), en=called(words, value, "en"))
