"""A follow-up year over HTTP, from the first hello to the adopted plan and into the next year."""

from __future__ import annotations

from pathlib import Path

from plan.records import Concluded, Confirmed, Message, Round, Submission
from tests.bot.acting import KNOWN, Actor, answers_core, core_answers
from tests.bot.connector import Connector
from tests.bot.following import PLAN, WIERDAM, Part, closes, ilse, yields_to_a_reason
from tests.bot.reading import untouched, inputs, words, button, choices
from tests.bot.town import Town, a_town


async def test_a_year_with_a_restart_in_every_step(tmp_path: Path, connector: Connector) -> None:
    file = tmp_path / "wierdam.yaml"
    file.write_text(WIERDAM, "utf-8")
    for part in PARTS:
        async with a_town(tmp_path / "store", connector, file=file) as town:
            town.key = PLAN
            await part(town)

def show(actor, said=""):
    card = actor.card
    print("=====", actor.person)
    print(said or words(card))
    print({k: (v.get("value"), [c["value"] for c in v.get("choices", [])][:12]) for k, v in inputs(card).items()})
    print([a.get("title") for a in card.get("actions", [])])


async def the_round_is_sent(town: Town) -> None:
    await ilse(town).say("hallo")
    await yields_to_a_reason(town, "evaluation", "5 van de 5 maatregelen")
    await ilse(town).say("verder")
    await ilse(town).press("Vragenlijst versturen")
    await ilse(town).press("Versturen", deadline="2026-10-05")
    await town.post()
    dossier = await town.dossier()
    (round_,) = dossier.all(Round)
    assert set(round_.partners) == {"POL", "WEL", "WON"}


GIVEN = {"F2": "4", "M1/M02": "stoppen", "M1.text/M02": "De overlast verschoof alleen."}

async def answers(actor: Actor, until: str, **more: str) -> None:
    given = {**GIVEN, **more}
    def on():
        return {k: v for k, v in given.items() if k in inputs(actor.card)}
    said = await actor.press(KNOWN, **{**core_answers(actor.card), **on()})
    while until not in said:
        title = str(actor.card["actions"][-1]["title"])
        said = await actor.press(title, **on())

async def two_answer(town: Town) -> None:
    await answers(Actor(town, "p-pol"), "Bedankt")
    await answers(Actor(town, "p-wel"), "Bedankt", M2="Werkcoach voor jongeren")
    a = ilse(town)
    said = await a.say("namens woningstichting")
    await answers(a, "zijn binnen")
    await a.say("stop")
    await a.say("maatregelen")
    said = await a.press("Alles zo overnemen (5)")
    await a.press("Bevestigen")
    await closes(town, "evaluation")
    await yields_to_a_reason(town, "format", "Het format is nog niet vastgelegd")
    await a.say("verder")
    (a, await a.press("Format houden"))
    await a.press("Stap sluiten")
    await yields_to_a_reason(town, "draft", "")
    await a.say("verder")
    await a.press("Voorstellen zonder actiepunt")
    (a, await a.press("Opslaan", **{"status/WEL-M2-1-evaluation-1":"adopted","item/WEL-M2-1-evaluation-1":"T1.1","reason/WEL-M2-1-evaluation-1":""}))
    for n in range(25):
        t = a.card["actions"][0]["title"]
        if t == "Stap sluiten": break
        f = {"evidence_note/M06": "Werkt in de buurgemeente"} if "evidence_note/M06" in inputs(a.card) else {}
        await a.press(t, **f)
    await closes(town, "draft")
    await yields_to_a_reason(town, "check", "")
    await a.say("verder")
    await town.move("2026-11-02T09:00:00+01:00")
    await a.say("verder")
    await a.press("Checks versturen")
    await a.press("Versturen")
    await town.post()
    for p in ("p-pol", "p-wel", "p-won"):
        Actor(town, p)
    ALL="Alles klopt, wij doen mee"
    w = Actor(town, "p-wel")
    (w, await w.press(ALL))
    w = Actor(town, "p-won")
    (w, await w.press(ALL, K5="De overlegtafel valt samen met ons spreekuur."))
    p = Actor(town, "p-pol")
    (p, await p.press("Opslaan met wijzigingen", **{"K1/M03": "aanpassen"}))
    (p, await p.press("Opslaan", **{"K1.text/M03": "Binnen twee weken is haalbaar."}))
    (a, await a.say("verder"))
    (a, await a.press("Opmerkingen verwerken (2)"))
    (a, await a.press("Naar de sessie", subject="M05", why="Dit raakt drie partners."))
    shown = (await a.chat.press(a.card, button(a.card, "Overnemen")))["value"]
    shown = await a.chat.press(shown, button(shown, "Overnemen in het concept"), **{**untouched(shown), "description/M03":"Binnen twee weken."})
    (words(shown["value"]))
    (a, await a.say("opmerkingen"))
    ([x["title"] for x in a.card["actions"]])
    v = (await a.chat.press(a.card, button(a.card, "Bekijken"), remark="B-02"))["value"]
    (words(v), [x["title"] for x in v["actions"]])
    v = (await a.chat.press(v, button(v, "Terugdraaien en opnieuw"), remark="B-02"))["value"]
    (words(v))
    if "actions" in v: print([x["title"] for x in v["actions"]])
    shown = (await a.chat.press(a.card, button(a.card, "Overnemen")))["value"]
    shown = await a.chat.press(shown, button(shown, "Overnemen in het concept"), **{**untouched(shown), "description/M03":"Binnen twee weken."})
    await town.post()
    await closes(town, "check")
    await town.move("2026-11-26T09:00:00+01:00")
    await yields_to_a_reason(town, "session", "")
    (a, await a.say("verder"))
    (a, await a.press("Sessie plannen"))
    (a, await a.press("Opslaan en uitnodigen", day="2026-12-03", place="Raadzaal"))
    (a, await a.press("Agenda vaststellen"))
    (a, await a.press("Agenda vaststellen"))
    await town.post()
    await town.move("2026-12-02T08:30:00+00:00")
    await town.post()
    for p in ("p-pol", "p-wel", "p-won"):
        Actor(town, p)
    await Actor(town,"p-won").press("Keuze opslaan", heaviest="D1,D2")
    await town.move("2026-12-03T12:10:00+00:00")
    (a, await a.say("sessie"))
    await a.press("Peiling")
    await town.post()
    await Actor(town,"p-pol").press("Voor")
    said = await a.say("sessie")
    first = True
    while "Punt " in said:
        (a, said)
        said = await a.press("Uitkomst vastleggen", decision="Het overleg gaat naar dinsdag.", **({"owner":"p-won", "due":"2027-02-01"} if first else {}))
        first = False
    (a, said)
    await a.say("status")
    (a, await a.press("Sessie afsluiten"))
    (a, await a.press("Afsluiten"))
    (a, await a.press("Uitkomsten verwerken"))
    while "Uitkomst verwerken" in words(a.card):
        (a, await a.press("Verwerken"))
    (a, await a.press("Verslag versturen"))
    (a, await a.press("Verslag versturen"))
    await town.post()
    show(Actor(town,"p-won"))
    await town.move("2026-12-08T09:05:00+00:00")
    show(Actor(town,"p-won"))
    await town.move("2026-12-18T09:05:00+00:00")
    show(Actor(town,"p-won"))
    won = Actor(town,"p-won")
    await won.press("Ja, dit klopt")
    await closes(town, "session")
    a = ilse(town)
    show(a, await a.say("sluiten"))
    show(a, await a.press("Toch sluiten", why="haast"))

async def decided(town):
    a = ilse(town)
    (a, await a.say("verder"))
    (a, await a.press("Besluit van het MT"))
    (a, await a.press("Besluit vastleggen", decision="akkoord"))
    await town.move("2026-12-22T14:00:00+01:00")
    await a.say("verder")
    (a, await a.press("Besluit van het college"))
    (a, await a.press("Besluit vastleggen", decision="akkoord met wijziging", text="Minder uren.", reference="Z-1"))
    (a, await a.press("Vastleggen", **{"parts/T1": "M01"}))
    (a, await a.press("Wijziging opslaan", **{"end/M01": "2027-10-31"}))
    (a, await a.press("Versturen"))
    await town.post()
    (a, await Actor(town,"p-wel").press("Versturen", **{"answer/M01": "ja"}))
    await a.say("verder")
    (a, await a.press("Stap sluiten"))
    (a, await a.press("Toch sluiten", why="De politie zegt het mondeling toe."))
    await town.post()

async def runs(town):
    a = ilse(town)
    await town.move("2027-04-06T09:00:00+02:00")
    show(a, await a.say("verder"))
    show(a, await a.press("Voortgangsronde"))
    show(a, await a.press("Versturen"))
    await town.post()
    pol = Actor(town, "p-pol")
    show(pol)
    show(pol, await pol.press("Opslaan", **{"G1/M03": "achter", "G2/M03": "rood"}))
    why = {"G4/M03": "Ziekte", "G5/M03": "Minder gesprekken", "G6/M03": "Inhuur"}
    show(pol, await pol.press("Opslaan", **why))
    for p in ("p-wel", "p-won"):
        b = Actor(town, p)
        show(b)
        show(b, await b.press("Alles groen, op schema"))
    show(a, await a.say("voortgang"))
    show(a, await a.press("Alles zo overnemen (5)"))
    await town.post()
    show(a, await a.say("wijziging M04"))
    show(a, await a.press("Wijzigen", end="2027-06-30", why="De subsidie liep af."))
    show(a, await a.say("waarom stopten we met de mobiele camera?"))
    await town.move("2027-09-08T09:00:00+02:00")
    show(a, await a.say("nieuw plan"))
    start = a.card
    v = (await a.chat.press(start, 0, **untouched(start)))["value"]
    print(words(v))
    print(words((await a.chat.press(v, 0))["value"]))
    show(a)
    print(await town.store.plans())

async def next_year(town):
    a = ilse(town)
    show(a, await a.say("verder"))
    show(a, await a.press(a.card["actions"][0]["title"]))
    if "deadline" in inputs(a.card):
        show(a, await a.press("Versturen"))
    await town.post()
    for p in ("p-wel", "p-pol", "p-won"):
        show(Actor(town, p))
    won = Actor(town, "p-won")
    show(won, await won.say("vragenlijst"))
    show(won, await won.press("Openen", open="topic:cooperation"))
    show(a, await a.say("waarom stopten we met de mobiele camera?"))

PARTS: tuple[Part, ...] = (the_round_is_sent, two_answer, decided, runs, next_year)
