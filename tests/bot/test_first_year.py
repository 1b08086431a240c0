"""A whole first year over HTTP, from the first "hallo" to plan 1.0; after every step what is kept.

Every gate is seen to hold and to give way to a reason, and the process stops in every step.
"""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

from plan.dossier import Dossier
from plan.records import (
    BilateralCheck,
    Change,
    Closed,
    CollectiveSession,
    Comment,
    Confirmed,
    Consent,
    DecisionStep,
    DiscussionPoint,
    Edition,
    Event,
    Heaviest,
    Measure,
    Message,
    Outcome,
    Round,
)
from plan.standing import status
from tests.bot.connector import Connector
from tests.bot.reading import words
from tests.bot.telling import (
    CONSENT,
    Story,
    a_story,
    accepts_file,
    closes,
    overrides,
    reopens,
    told,
)

LENA, NOOR, WIM, CORA = "p-lena", "p-noor-kuipers", "p-wim-de-groot", "p-cora-bos"
POLICE, WELFARE, HOUSING = "POLITIE", "BUURTKRACHT", "WOONGOED"
CONTACTS = (("Noor Kuipers", "Politie"), ("Wim de Groot", "Buurtkracht"), ("Cora Bos", "Woongoed"))
WATCH, TALK = "Samen toezien op vrijdagavond", "Elke maand een wijkgesprek"
TALKS = "Elk kwartaal een wijkgesprek"
MISSING = "Een afspraak over het nieuwe plein"
QUARTERLY = "Elk kwartaal, niet elke maand."
CONDITION = "Als de gemeente de vergunning regelt."
AGREED = "We doen het samen, vanaf maart."


async def test_from_the_first_hello_to_the_adopted_plan(
    tmp_path: Path, connector: Connector
) -> None:
    async with a_story(tmp_path / "store", connector) as story:
        await a_plan_is_begun(story)
        await the_format_is_chosen_seen_and_fixed(story)
        await one_theme_is_drafted_by_hand(story)
        await the_other_theme_is_filled_from_examples(story)
        await the_partners_check_and_one_stays_silent(story)
        await the_remarks_are_processed_and_the_sender_told(story)
        await the_second_check_shows_only_what_changed(story)
        await the_condition_left_goes_to_the_session(story)
        await the_session_is_planned_and_prepared(story)
        await the_session_is_led_and_worked_in(story)
        await the_outcomes_are_worked_in_and_reported(story)
        await without_a_decision_nothing_is_adopted(story)
        await the_mt_agrees_with_a_change(story)
        await the_college_adopts_the_plan(story)
        await everybody_hears_and_the_archive_is_complete(story)


async def a_plan_is_begun(story: Story) -> None:
    lena = story.who(LENA)
    assert 'Typ "nieuw plan"' in await lena.say("hallo")
    await lena.say("nieuw plan")
    year = {"year": "2027", "ivp_start": "2027", "college": "2027-03-16"}
    await lena.press("Reken terug", municipality="Gemeente Nieuwdorp", **year)
    await story.restart()
    assert "Zo wordt het plan voor 2027" in await lena.press("Reken terug", themes="1.4,2.3")
    assert not await story.town.store.plans()
    await lena.press("Plan beginnen")
    story.town.key = "nieuwdorp-2027"
    for name, org in CONTACTS:
        await lena.say("contact")
        assert f"Opgeslagen: {name}, {org}" in await lena.press(
            "Opslaan", name=name, role="adviseur", org="new", org_name=org
        )
    dossier = await story.plan()
    assert (dossier.plan.track, dossier.plan.version) == ("first_year", "0.1 concept")
    assert [theme.key for theme in dossier.themes] == ["T1", "T2"]
    assert [org.key for org in dossier.consulted] == [POLICE, WELFARE, HOUSING]
    assert not dossier.measures


async def the_format_is_chosen_seen_and_fixed(story: Story) -> None:
    lena = story.who(LENA)
    await lena.say("verder")
    await overrides(story, lena, "format", "Het format is nog niet vastgelegd.")
    await reopens(story, lena, "format")
    await lena.press("Format kiezen")
    assert "Voorstel voor het format: Themablad" in await lena.press(
        "Format voorstellen", functions="versterken_samenwerking"
    )
    await story.restart()
    assert (await story.plan()).plan.format.locked_at is None
    await lena.press("Voorbeeld in Word")
    assert any(one.attached(CONSENT) for one in story.town.sent_to(LENA))
    assert (await story.plan()).get(Confirmed, "format_preview")
    await lena.press("Vastleggen")
    assert (await story.plan()).plan.format.locked_at
    await closes(story, lena, "format")


async def one_theme_is_drafted_by_hand(story: Story) -> None:
    lena = story.who(LENA)
    await lena.press("Verder met Subjectieve veiligheid")
    goal = "Tien procent minder inwoners voelt zich onveilig in 2030."
    story_ = {"narrative": "Het plein is 's avonds leeg.", "goal": goal, "lines": "Zichtbaar zijn"}
    await lena.press("Opslaan en verder", owner=LENA, **story_)
    await lena.press("Zo opslaan")
    await lena.press("Opslaan", **{"own/T1-H1": "Aanspreekbaar op het plein"})
    await story.restart()
    await lena.press("Opslaan", **{"runs/T1.1": WATCH, "own/T1.1": TALK})
    leads = {"lead/M01": NOOR, "partners/M01": WELFARE, "lead/M02": WIM, "period/M02": "monthly"}
    await lena.press("Opslaan", period="year", **leads)
    await lena.press("Opslaan", **{"result/M01": "Veertig avonden", "hours/M01": "Politie: 160"})
    dossier = await story.plan()
    assert (dossier.goal("T1"), dossier.themes[0].owner) == (goal, LENA)
    assert [(m.key, m.title, m.decision) for m in dossier.measures] == [
        ("M01", WATCH, "continue"),
        ("M02", TALK, "new"),
    ]
    assert [m.lead and m.lead.org for m in dossier.measures] == [POLICE, WELFARE]
    assert "is klaar, 1 van de 2" in await lena.press("Thema klaar")
    assert (await story.plan()).get(Confirmed, "draft/T1")


async def the_other_theme_is_filled_from_examples(story: Story) -> None:
    lena = story.who(LENA)
    await overrides(story, lena, "draft", "Prioriteiten zonder actiepunt: Veilig uitgaan.")
    await reopens(story, lena, "draft")
    await lena.say("verder")
    await lena.press("Verder met Veilig uitgaan")
    await lena.press("Opslaan en verder", goal="In 2030 twintig procent minder geweld.")
    await lena.press("Opslaan", **{"pick/theme": "2.3/0"})
    await lena.press("Opslaan", **{"pick/T2.1": "2.3/0/0"})
    await lena.press("Opslaan", lead=CORA)
    await lena.press("Later")
    assert "is klaar, 2 van de 2" in await lena.press("Thema klaar")
    third = (await story.plan()).get(Measure, "M03")
    assert third
    assert (third.item, third.lead and third.lead.org) == ("T2.1", HOUSING)
    await closes(story, lena, "draft")


async def the_partners_check_and_one_stays_silent(story: Story) -> None:
    lena, noor, wim = (story.who(person) for person in (LENA, NOOR, WIM))
    await story.on("2026-12-14T09:00:00+01:00")
    await lena.say("verder")
    await lena.press("Checks versturen")
    await lena.press("Versturen", moments="dinsdag om 10.00 uur")
    await story.town.post()
    assert "Bedankt" in await noor.press("Alles klopt, wij doen mee")
    await story.restart()
    await wim.press("Opslaan met wijzigingen", K4=MISSING, **{"K1/M02": "aanpassen"})
    await story.restart()
    assert "Bedankt" in await wim.press("Opslaan", **{"K1.text/M02": QUARTERLY})
    dossier = await story.plan()
    assert [one.key for one in dossier.all(Round)] == ["check_1-1"]
    assert await commitments(story, "check_1-1") == {POLICE: "ja", WELFARE: "ja"}
    assert {one.org for one in dossier.all(Comment)} == {WELFARE}
    assert await dispositions(story) == {MISSING: "open", QUARTERLY: "open"}
    await story.on("2027-01-29T10:00:00+01:00")
    reminded = [m.to for m in (await story.plan()).all(Message) if m.kind == "reminder"]
    assert set(reminded) == {CORA}
    assert len(reminded) <= 3
    said = await lena.say("sluiten")
    assert "Nog zonder reactie op de check: Woongoed." in said
    assert "Opmerkingen zonder antwoord (2)" in said


async def the_remarks_are_processed_and_the_sender_told(story: Story) -> None:
    lena, wim = story.who(LENA), story.who(WIM)
    await lena.say("verder")
    await lena.press("Opmerkingen verwerken (2)")
    assert f"“{QUARTERLY}”" in await lena.press("Naar de sessie", why="Dit raakt ook anderen.")
    await story.restart()
    assert "Pas aan wat moet veranderen" in await lena.press("Overnemen")
    said = await lena.press("Overnemen in het concept", **{"title/M02": TALKS})
    assert "Buurtkracht hoort dit nu" in said
    dossier = await story.plan()
    changed = dossier.get(Measure, "M02")
    assert changed
    assert changed.title == TALKS
    assert await dispositions(story) == {MISSING: "to_session", QUARTERLY: "accepted"}
    (change,) = [one for one in dossier.all(Change) if one.because.startswith("comment/")]
    assert (change.subject, change.by) == ("M02", LENA)
    await story.restart()
    await story.town.post()
    assert "Wat we met uw opmerkingen hebben gedaan" in words(wim.card)
    assert "Dit raakt ook anderen." in words(wim.card)
    await overrides(story, lena, "check_1", "Nog zonder reactie op de check: Woongoed.")
    assert HOUSING not in await commitments(story, "check_1-1")


async def the_second_check_shows_only_what_changed(story: Story) -> None:
    lena, noor, wim, cora = (story.who(person) for person in (LENA, NOOR, WIM, CORA))
    await lena.press("Checks versturen")
    assert "Opgeslagen" in await lena.press("Versturen")
    await story.restart()
    await story.town.post()
    assert "Voor Politie is er niets veranderd" in words(noor.card)
    assert "Bedankt" in await noor.press("Akkoord, geen nieuwe punten")
    assert f"was “{TALK}”, is nu “{TALKS}”" in words(wim.card)
    assert {id_ for id_ in wim.fields if "/" in id_} == {"K1/M02", "K2/M02"}
    assert "Bedankt" in await wim.press("Alles klopt, wij doen mee")
    assert "Gemeente Nieuwdorp heeft een concept" in words(cora.card)  # She gave nothing before.
    await cora.press("Opslaan met wijzigingen", **{"K2/M03": "ja_mits"})
    await story.restart()
    assert "Bedankt" in await cora.press("Opslaan", **{"K2.text/M03": CONDITION})
    promised = {POLICE: "ja", WELFARE: "ja", HOUSING: "ja_mits"}
    assert await commitments(story, "check_2-1") == promised
    asked = [m for m in (await story.plan()).all(Message) if m.request == "check_2-1"]
    assert {m.kind for m in asked} == {"invitation"}
    missing = ("Opmerkingen zonder antwoord (1)", "Nog een open voorwaarde bij: Woongoed.")
    await overrides(story, lena, "check_2", *missing)


async def the_condition_left_goes_to_the_session(story: Story) -> None:
    lena = story.who(LENA)
    await overrides(story, lena, "session", "De collectieve sessie is nog niet gepland.")
    await reopens(story, lena, "session")
    await lena.say("opmerkingen")
    await lena.press("Verwerken (1)")
    await story.restart()
    await lena.press("Naar de sessie", why="Samen met het vergunningenteam.")
    done = {MISSING: "to_session", QUARTERLY: "accepted", CONDITION: "to_session"}
    assert await dispositions(story) == done


async def the_session_is_planned_and_prepared(story: Story) -> None:
    lena, noor = story.who(LENA), story.who(NOOR)
    await lena.say("verder")
    await lena.press("Sessie plannen")
    await lena.press("Opslaan en uitnodigen", day="2027-02-23", place="Raadzaal")
    await lena.press("Agenda vaststellen")
    await story.restart()
    assert "Opgeslagen: de agenda" in await lena.press("Agenda vaststellen")
    dossier = await story.plan()
    session = dossier.get(CollectiveSession, "session")
    assert session
    assert (str(session.day), session.invited) == ("2027-02-23", (POLICE, WELFARE, HOUSING))
    points = {point.key: point.question for point in dossier.all(DiscussionPoint)}
    assert list(points) == ["D1", "D2", "D3"]
    assert MISSING in points["D1"]
    assert "Bespreekpunten zonder uitkomst" in await lena.say("sluiten")
    await story.on("2027-02-22T09:30:00+01:00")
    await noor.press("Keuze opslaan", heaviest="D1")
    assert [one.points for one in (await story.plan()).all(Heaviest)] == [("D1",)]


async def the_session_is_led_and_worked_in(story: Story) -> None:
    lena = story.who(LENA)
    await story.on("2027-02-23T13:05:00+01:00")
    assert "Aantal partners dat dit punt als zwaarste koos: 1." in await lena.say("sessie")
    await lena.press("Peiling")
    await story.restart()
    await story.town.post()
    await story.who(NOOR).press("Voor")
    await story.who(WIM).press("Tegen")
    said = await lena.say("sessie")
    assert "Peiling: 1 voor, 1 tegen, 0 onthouding." in said
    while "Punt " in said:
        said = await lena.press("Uitkomst vastleggen", decision=AGREED)
    await story.restart()
    await lena.say("status")
    await lena.press("Sessie afsluiten")
    await lena.press("Afsluiten")
    dossier = await story.plan()
    assert [one.decision for one in dossier.all(Outcome)] == [AGREED] * 3
    assert outcome(dossier, "D1").votes == {"voor": 1, "tegen": 1, "onthouding": 0}
    assert "Uitkomsten die nog niet in het concept zijn verwerkt" in await lena.say("sluiten")


async def the_outcomes_are_worked_in_and_reported(story: Story) -> None:
    lena = story.who(LENA)
    await lena.say("status")
    await lena.press("Uitkomsten verwerken")
    await lena.press("Verwerken")
    await story.restart()
    await lena.press("Verwerken", **{"result/M03": "Alle vergunningen aangepast"})
    await lena.press("Geen wijziging nodig")
    dossier = await story.plan()
    third = dossier.get(Measure, "M03")
    assert third
    assert third.result == "Alle vergunningen aangepast"
    assert [c.subject for c in dossier.all(Change) if c.because == "outcome/D2"] == ["M03"]
    assert set((await dispositions(story)).values()) == {"accepted"}
    await lena.press("Verslag versturen")
    await lena.press("Verslag versturen")
    await closes(story, lena, "session")
    await story.town.post()
    assert await told(story, "session_report") == {NOOR, WIM, CORA}
    assert await told(story, "outcome_reply") == {WIM, CORA}
    assert (await story.plan()).get(Confirmed, "session_report")


async def without_a_decision_nothing_is_adopted(story: Story) -> None:
    lena = story.who(LENA)
    await story.on("2027-03-04T14:00:00+01:00")
    assert "Nog geen besluit van: MT, college." in await lena.say("sluiten")
    before = await story.plan()
    assert "pas vastgesteld als het besluit is vastgelegd" in await lena.press(
        "Toch sluiten", why="De burgemeester vindt het goed"
    )
    after = await story.plan()
    assert after.all(Closed) == before.all(Closed)
    assert after.all(Event) == before.all(Event)
    assert not after.all(Edition)


async def the_mt_agrees_with_a_change(story: Story) -> None:
    lena, noor = story.who(LENA), story.who(NOOR)
    await lena.say("verder")
    await lena.press("Besluit van het MT")
    how = {"decision": "akkoord met wijziging", "text": "Minder uren van de politie."}
    assert "Wat wil het MT anders?" in await lena.press("Besluit vastleggen", **how)
    await story.restart()
    await lena.press("Vastleggen", **{"parts/T1": "M01"})
    said = await lena.press("Wijziging opslaan", **{"hours:POLITIE/M01": "120"})
    assert "Reactie vragen op de wijziging" in said
    await lena.press("Versturen")
    await story.restart()
    await story.town.post()
    assert "was: 160; wordt: 120" in words(noor.card)
    dossier = await story.plan()
    assert [c.subject for c in dossier.all(Change) if c.because == "decision/MT"] == ["M01"]
    (asked,) = [one for one in dossier.all(Consent) if one.kind == "amended"]
    assert (asked.org, asked.answer) == (POLICE, None)


async def the_college_adopts_the_plan(story: Story) -> None:
    lena = story.who(LENA)
    await story.on("2027-03-16T15:00:00+01:00")
    await lena.say("verder")
    await lena.press("Besluit van het college")
    await lena.press("Besluit vastleggen", decision="akkoord", reference="Z-27-114")
    before = await story.plan()
    made = [(body.key, body.decision) for body in before.all(DecisionStep) if body.decision]
    assert made == [("MT", "akkoord met wijziging"), ("college", "akkoord")]
    assert not before.all(Edition)
    await overrides(story, lena, "decision", "Nog geen antwoord over de wijziging van: Politie.")
    dossier = await story.plan()
    assert (dossier.plan.version, status(dossier)) == ("1.0", "vastgesteld")
    (edition,) = dossier.all(Edition)
    assert (edition.key, edition.by) == ("1.0", LENA)
    measures = json.loads(edition.content)["Measure"]
    assert [one["title"] for one in measures][:2] == [WATCH, TALKS]


async def everybody_hears_and_the_archive_is_complete(story: Story) -> None:
    lena, cora = story.who(LENA), story.who(CORA)
    await story.restart()
    await story.town.post()
    assert await told(story, "adopted") == {NOOR, WIM, CORA}
    for person in (NOOR, WIM, CORA):
        assert "Het plan is vastgesteld" in words(story.who(person).card)
    assert {"Mijn afspraken in Word", "Vastgesteld plan in Word"} <= set(cora.titles)
    # It was offered before the restart, and is made again.
    assert "Dit bestand is er niet meer." not in await accepts_file(story, lena)
    ((_, content),) = story.connector.uploads
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert {"plan.docx", "besluit.docx", "register.csv"} <= set(package.namelist())
        about = json.loads(package.read("metadata.json"))
    assert (about["status"], about["zaaknummer"]) == ("vastgesteld", "Z-27-114")


def outcome(dossier: Dossier, point: str) -> Outcome:
    return next(one for one in dossier.all(Outcome) if one.point == point)


async def dispositions(story: Story) -> dict[str, str]:
    """What was done with each remark."""
    return {one.text: one.disposition for one in (await story.plan()).all(Comment)}


async def commitments(story: Story, round_: str) -> dict[str, str]:
    """What each partner promised in a round of checks."""
    checks = (await story.plan()).all(BilateralCheck)
    return {check.org: check.commitment for check in checks if check.round == round_}
