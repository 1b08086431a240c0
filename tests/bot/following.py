"""Wierdam: a small town in the second year of its IVP, and what its script does at every step."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from plan.dossier import Dossier
from plan.records import Closed, Event, Measure
from tests.bot.acting import KNOWN, Actor, core_answers
from tests.bot.connector import Json
from tests.bot.reading import button, inputs, untouched
from tests.bot.town import Town

RIK, MINA = "p-pol", "p-wel"
Part = Callable[[Town], Awaitable[None]]

WIERDAM = """
municipality:
  id: wierdam
  name: Gemeente Wierdam
  coordinator: {person: p-ilse}
  portfolio_holder: {person: p-bgm}
ivp:
  title: "Integraal Veiligheidsplan 2026-2029"
  period: {start: 2026, end: 2029}
  adopted_by: gemeenteraad
  adopted_on: 2025-11-20
  plan_cycle_years: 1
  themes:
    - id: T1
      title: Jeugd
      field: jeugd
      category: priority
      scope: local
      goal: "In 2029 een kwart minder meldingen van jeugdoverlast dan in 2025."
      main_lines: [{id: T1-H1, text: "Aanwezig zijn waar jongeren zijn."}]
    - id: T2
      title: Woonoverlast
      field: woonomgeving
      category: other
      scope: local
      goal: "In 2029 krijgt elke herhaalde melding binnen twee weken een aanspreekpunt."
      main_lines: [{id: T2-H1, text: "Van gesprek tot gedragsaanwijzing."}]
organisations:
  - {id: OOV, name: Team Veiligheid, kind: internal, consulted: false, capacity_hours: 1400}
  - {id: POL, name: Politie Wierdam, kind: external, consulted: true, capacity_hours: 600}
  - {id: WEL, name: Welzijn Wierdam, kind: external, consulted: true, capacity_hours: 800}
  - {id: WON, name: Woningstichting De Wierde, kind: external, consulted: true,
     capacity_hours: 400}
people:
  - {id: p-ilse, name: Ilse Bakker, role: "coördinator integrale veiligheid", org: OOV,
     email: i.bakker@wierdam.example}
  - {id: p-bgm, name: Anton Prins, role: burgemeester, org: OOV, email: bgm@wierdam.example}
  - {id: p-pol, name: Rik Postma, role: wijkagent, org: POL, email: r.postma@politie.example}
  - {id: p-wel, name: Mina Sari, role: teamleider, org: WEL, email: m.sari@welzijn.example}
  - {id: p-won, name: Hugo Vos, role: consulent, org: WON, email: h.vos@dewierde.example}
plan:
  id: wierdam-2027
  title: "Uitvoeringsplan integrale veiligheid 2027"
  year: 2027
  ivp_year_number: 2
  track: follow_up
  version: "0.1 concept"
  functions: [vertaling_ivp, versterken_samenwerking]
  format:
    preset: themablad
    columns: [code, maatregel, besluit, trekker, partners, planning, resultaat]
    narrative_per_theme_words: 120
    looks_back: true
    capacity_visible: true
    budget_visible: summary
  calendar:
    - {step: V1, name: "Evaluatieve ronde", start: 2026-09-14, end: 2026-10-09}
    - {step: V2, name: "Format bepalen", start: 2026-10-12, end: 2026-10-14}
    - {step: V3, name: "Eerste uitwerking", start: 2026-10-15, end: 2026-10-30}
    - {step: V4, name: "Bilaterale checks en verwerking", start: 2026-11-02, end: 2026-11-20}
    - {step: V5, name: "Collectieve sessie en verwerking", start: 2026-11-26, end: 2026-12-04}
    - {step: V6, name: "Besluitvorming MT en college", start: 2026-12-07, end: 2026-12-22}
  decision_route:
    - {body: MT, date: 2026-12-10, decision: null}
    - {body: college, date: 2026-12-22, decision: null}
themes:
  - id: T1
    title: Jeugd
    owner: p-ilse
    items:
      - id: T1.1
        title: Op straat aanwezig
        ivp_line: T1-H1
        measures:
          - id: M01
            title: Straatwerk op vrijdagavond
            decision: continue
            lead: {org: WEL, person: p-wel}
            partners: [POL]
            planning: {start: 2027-01-01, end: 2027-12-31, cadence: wekelijks}
            capacity: [{org: WEL, hours: 300}]
            chain_phase: preventie
            target: dader
            reach: risicogroep
            evidence: veelbelovend
            result: "elke vrijdag twee straatwerkers op het plein"
            history: [{year: 2026, progress: op_schema, effect: zichtbaar}]
          - id: M02
            title: Mobiele camera op het plein
            decision: stop
            lead: {org: POL, person: p-pol}
            partners: [WON]
            planning: {start: 2027-01-01, end: 2027-12-31}
            capacity: [{org: POL, hours: 80}]
            chain_phase: repressie
            target: situatie
            reach: algemeen
            evidence: onbekend
            result: "camera in de zomermaanden"
            history: [{year: 2026, progress: op_schema, effect: uitgebleven}]
          - id: M03
            title: Gesprekken met ouders na een tweede melding
            decision: continue
            lead: {org: POL, person: p-pol}
            partners: [WEL]
            planning: {start: 2027-01-01, end: 2027-12-31}
            capacity: [{org: POL, hours: 120}]
            chain_phase: nazorg
            target: dader
            reach: betrokkenen
            evidence: praktijk
            result: "na elke tweede melding een gesprek binnen een week"
            history: [{year: 2026, progress: achter, effect: beperkt}]
  - id: T2
    title: Woonoverlast
    owner: p-ilse
    items:
      - id: T2.1
        title: Stap voor stap
        ivp_line: T2-H1
        measures:
          - id: M04
            title: Buurtbemiddeling
            decision: continue
            lead: {org: WON, person: p-won}
            partners: [WEL]
            planning: {start: 2027-01-01, end: 2027-12-31}
            capacity: [{org: WON, hours: 200}]
            chain_phase: preventie
            target: situatie
            reach: betrokkenen
            evidence: bewezen
            result: "60 zaken, twee derde opgelost"
            history: [{year: 2026, progress: op_schema, effect: zichtbaar}]
          - id: M05
            title: Overlegtafel herhaalde meldingen
            decision: continue
            lead: {org: WON, person: p-won}
            partners: [POL, WEL]
            planning: {start: 2027-01-01, end: 2027-12-31, cadence: maandelijks}
            capacity: [{org: WON, hours: 60}]
            chain_phase: preparatie
            target: randvoorwaarde
            reach: betrokkenen
            evidence: praktijk
            result: "elke herhaalde melding heeft binnen twee weken een aanspreekpunt"
            history: [{year: 2026, progress: op_schema, effect: beperkt}]
"""


def ilse(town: Town) -> Actor:
    """The coordinator."""
    return Actor(town, "p-ilse")


def measure(dossier: Dossier, key: str) -> Measure:
    found = dossier.get(Measure, key)
    assert found
    return found


def first_button(actor: Actor) -> str:
    return str(next(a["title"] for a in actor.card["actions"] if "data" in a))


async def in_place(actor: Actor, card: Json, title: str, **filled: str) -> Json:
    """A button of this card; the card that takes its place."""
    sent = {**untouched(card), **filled}
    return dict((await actor.chat.press(card, button(card, title), **sent))["value"])


async def answers(actor: Actor, until: str, **given: str) -> None:
    """The whole questionnaire by card: what is given where it is asked, the format satisfies."""
    known = {"F2": "4", **given}

    def asked() -> dict[str, str]:
        return {id_: value for id_, value in known.items() if id_ in inputs(actor.card)}

    said = await actor.press(KNOWN, **{**core_answers(actor.card), **asked()})
    for _ in range(10):
        if until in said:
            return
        last = str(actor.card["actions"][-1]["title"])
        said = await actor.press(last, **asked())
    raise AssertionError(said)


def closed(dossier: Dossier, step: str) -> list[Closed]:
    return [one for one in dossier.all(Closed) if one.step == step]


async def yields_to_a_reason(town: Town, step: str, *missing: str) -> None:
    """The gate holds, gives way to a reason that the register keeps, and the step opens again."""
    coordinator, why = ilse(town), f"Haast bij {step}"
    said = await coordinator.say("sluiten")
    for words in missing:
        assert words in said, said
    assert not [one for one in closed(await town.dossier(), step) if not one.reopened_at]
    assert "Opgeslagen. Gesloten" in await coordinator.press("Toch sluiten", why=why)
    dossier = await town.dossier()
    assert closed(dossier, step)[-1].why == why
    register = [(e.what, e.after) for e in dossier.all(Event) if e.subject == step]
    assert ("overrode", why) in register
    await coordinator.say("heropenen")
    assert "weer open" in await coordinator.press("Heropenen", why="Toch eerst afmaken")
    assert closed(await town.dossier(), step)[-1].reopened_at


async def closes(town: Town, step: str) -> None:
    """Nothing is missing: the step closes without a reason."""
    assert "Opgeslagen. Gesloten" in await ilse(town).say("sluiten")
    assert closed(await town.dossier(), step)[-1].why is None
