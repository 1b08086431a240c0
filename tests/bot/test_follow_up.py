"""A follow-up year over HTTP, from the first hello to the adopted plan and into the next year.

After every part the process is started anew, so that each step is interrupted at least once.
"""

from __future__ import annotations

import io
import json
import zipfile
from datetime import date
from pathlib import Path

from bot.printing import printed
from plan.dossier import Dossier
from plan.records import (
    Answer,
    BilateralCheck,
    Closed,
    Comment,
    Concluded,
    Confirmed,
    Consent,
    Edition,
    Message,
    Outcome,
    Proposal,
    Round,
    Submission,
    Vote,
)
from tests.bot.acting import Actor
from tests.bot.connector import Connector
from tests.bot.following import (
    MINA,
    RIK,
    WIERDAM,
    Part,
    answers,
    closes,
    first_button,
    ilse,
    in_place,
    measure,
    yields_to_a_reason,
)
from tests.bot.reading import inputs, words
from tests.bot.town import Town, a_town

PLAN, NEXT = "wierdam-2027-demo", "wierdam-2028"
RUNNING = {"M01", "M03", "M04", "M05", "M06"}
AGREES = "Alles klopt, wij doen mee"
GREEN = "Alles groen, op schema"


async def test_a_follow_up_year_with_a_restart_in_every_step(
    tmp_path: Path, connector: Connector
) -> None:
    file = tmp_path / "wierdam.yaml"
    file.write_text(WIERDAM, "utf-8")
    for part in PARTS:
        async with a_town(tmp_path / "store", connector, file=file) as town:
            town.key = PLAN
            await part(town)


async def the_questionnaire_goes_out(town: Town) -> None:
    assert "Dag Ilse." in await ilse(town).say("hallo")
    assert first_button(ilse(town)) == "Vragenlijst versturen"
    await yields_to_a_reason(town, "evaluation", "De vragenlijst is nog niet verstuurd")
    await ilse(town).say("verder")
    await ilse(town).press("Vragenlijst versturen")
    await ilse(town).press("Versturen", deadline="2026-10-05")
    await town.post()
    (round_,) = (await town.dossier()).all(Round)
    assert set(round_.partners) == {"POL", "WEL", "WON"}


async def two_answer_and_one_by_phone(town: Town) -> None:
    stop = {"M1/M02": "stoppen", "M1.text/M02": "De overlast verschoof alleen."}
    await answers(Actor(town, RIK), "Bedankt", **stop)
    await answers(Actor(town, MINA), "Bedankt", M2="Werkcoach voor jongeren")
    await ilse(town).say("namens woningstichting")
    await answers(ilse(town), "zijn binnen", **stop)
    await ilse(town).say("stop")
    dossier = await town.dossier()
    assert {one.org for one in dossier.all(Submission)} == {"POL", "WEL", "WON"}
    by_phone = dossier.answers_in("evaluation-1", "WON")
    assert {(one.by, one.asked_by) for one in by_phone} == {(None, "p-ilse")}
    assert [one.title for one in dossier.all(Proposal)] == ["Werkcoach voor jongeren"]


async def the_evaluation_is_concluded(town: Town) -> None:
    assert "Partners klaar: 3 van 3" in await ilse(town).say("resultaten")
    assert "nog niet vastgesteld: 5 van de 5" in await ilse(town).say("sluiten")
    assert "M03" in await ilse(town).say("maatregelen")
    await ilse(town).press("Alles zo overnemen (5)")
    await ilse(town).press("Bevestigen")
    dossier = await town.dossier()
    known = {one.key: (one.progress, one.effect) for one in dossier.all(Concluded)}
    assert known["M02"] == ("op_schema", "uitgebleven")
    assert len(known) == 5
    assert dossier.get(Confirmed, "evaluation_note")
    await closes(town, "evaluation")


async def the_format_needs_to_be_settled(town: Town) -> None:
    await yields_to_a_reason(town, "format", "Het format is nog niet vastgelegd")


async def the_format_is_kept_in_one_tap(town: Town) -> None:
    before = (await town.dossier()).plan.format
    await ilse(town).say("verder")
    assert "Het format van vorig jaar blijft." in await ilse(town).press("Format houden")
    after = (await town.dossier()).plan.format
    assert after.locked_at
    assert (after.preset, after.columns) == (before.preset, before.columns)
    await closes(town, "format")


async def the_draft_needs_verdicts(town: Town) -> None:
    await yields_to_a_reason(town, "draft", "Nog zonder besluit: 5 van de 5", "Werkcoach")
    coordinator = ilse(town)
    await coordinator.say("verder")
    await coordinator.press("Voorstellen zonder actiepunt")
    (idea,) = (await town.dossier()).all(Proposal)
    taken = {f"status/{idea.key}": "adopted", f"item/{idea.key}": "T1.1", f"reason/{idea.key}": ""}
    await coordinator.press("Opslaan", **taken)
    dossier = await town.dossier()
    made = measure(dossier, "M06")
    assert (made.title, made.decision, made.item) == (idea.title, "new", "T1.1")
    (idea,) = dossier.all(Proposal)
    assert (idea.status, idea.becomes) == ("adopted", "M06")


async def verdicts_are_filled_in_and_stopping_needs_a_reason(town: Town) -> None:
    coordinator = ilse(town)
    await coordinator.say("verder")
    while "verdict/M02" not in inputs(coordinator.card):
        await coordinator.press(first_button(coordinator))
    filled = {id_: one["value"] for id_, one in inputs(coordinator.card).items()}
    assert filled == {
        "verdict/M01": "continue",
        "verdict/M02": "stop",
        "verdict/M03": "continue",
    }
    await coordinator.press("Opslaan")
    again = await in_place(coordinator, coordinator.card, "Opslaan", **{"reason/M02": " "})
    assert measure(await town.dossier(), "M02").decision is None
    await in_place(coordinator, again, "Opslaan", **{"reason/M02": "De overlast verschoof."})
    stopped = measure(await town.dossier(), "M02")
    assert (stopped.decision, stopped.decision_reason) == ("stop", "De overlast verschoof.")


async def every_theme_gets_ready(town: Town) -> None:
    coordinator = ilse(town)
    said = await coordinator.say("verder")
    for _ in range(20):
        if first_button(coordinator) == "Stap sluiten":
            break
        new = {"evidence_note/M06": "Werkt in de buurgemeente"}
        given = {id_: text for id_, text in new.items() if id_ in inputs(coordinator.card)}
        said += await coordinator.press(first_button(coordinator), **given)
    assert "De mix van Jeugd" in said
    assert "De mix van Woonoverlast" in said
    dossier = await town.dossier()
    verdicts = {one.key: one.decision for one in dossier.measures}
    assert verdicts == {"M02": "stop", "M06": "new"} | dict.fromkeys(
        ("M01", "M03", "M04", "M05"), "continue"
    )
    lead = measure(dossier, "M06").lead
    assert lead
    assert (lead.org, lead.person) == ("WEL", MINA)
    assert dossier.get(Confirmed, "draft/T1")
    assert dossier.get(Confirmed, "draft/T2")
    await closes(town, "draft")


async def the_checks_go_out(town: Town) -> None:
    await town.move("2026-11-02T09:00:00+01:00")
    await yields_to_a_reason(town, "check", "De bilaterale checks zijn nog niet verstuurd")
    await ilse(town).say("verder")
    await ilse(town).press("Checks versturen")
    await ilse(town).press("Versturen")
    await town.post()
    extract = words(town.last_card(RIK))
    assert "uw advies was stoppen, ons besluit is stoppen. De overlast verschoof." in extract
    assert "“Werkcoach voor jongeren (M06)”: Overgenomen." in words(town.last_card(MINA))


async def one_partner_changes_something(town: Town) -> None:
    assert "Bedankt" in await Actor(town, MINA).press(AGREES)
    hugo, rik = Actor(town, "p-won"), Actor(town, RIK)
    await hugo.press(AGREES, K5="De overlegtafel valt samen met ons spreekuur.")
    await rik.press("Opslaan met wijzigingen", **{"K1/M03": "aanpassen"})
    said = await rik.press("Opslaan", **{"K1.text/M03": "Binnen twee weken is haalbaar."})
    assert "Bedankt" in said
    dossier = await town.dossier()
    assert {one.org for one in dossier.all(BilateralCheck)} == {"POL", "WEL", "WON"}
    open_ = {(one.org, one.subject) for one in dossier.all(Comment) if one.disposition == "open"}
    assert open_ == {("POL", "M03"), ("WON", None)}
    assert "Opmerkingen zonder antwoord (2)" in await ilse(town).say("sluiten")


async def remarks_change_the_draft(town: Town) -> None:
    coordinator = ilse(town)
    await coordinator.say("verder")
    await coordinator.press("Opmerkingen verwerken (2)")
    await coordinator.press("Naar de sessie", subject="M05", why="Dit raakt drie partners.")
    await takes_over(coordinator)
    dossier = await town.dossier()
    assert measure(dossier, "M03").description == "Binnen twee weken."
    assert {(one.disposition, one.subject) for one in dossier.all(Comment)} == {
        ("accepted", "M03"),
        ("to_session", "M05"),
    }


async def takes_over(coordinator: Actor) -> None:
    """Accepts the remark on the card: the draft comes in its place, to be changed."""
    shown = await in_place(coordinator, coordinator.card, "Overnemen")
    text = {"description/M03": "Binnen twee weken."}
    await in_place(coordinator, shown, "Overnemen in het concept", **text)


async def a_remark_is_undone_and_taken_over_again(town: Town) -> None:
    coordinator = ilse(town)
    await coordinator.say("opmerkingen")
    shown = await in_place(coordinator, coordinator.card, "Bekijken", remark="B-02")
    await in_place(coordinator, shown, "Terugdraaien en opnieuw")
    dossier = await town.dossier()
    assert measure(dossier, "M03").description is None
    assert [one.disposition for one in dossier.all(Comment) if one.key == "B-02"] == ["open"]
    await takes_over(coordinator)
    assert measure(await town.dossier(), "M03").description == "Binnen twee weken."
    await town.post()
    assert "“Binnen twee weken is haalbaar.” Overgenomen." in words(town.last_card(RIK))
    await closes(town, "check")


async def the_session_is_planned(town: Town) -> None:
    await town.move("2026-11-26T09:00:00+01:00")
    await yields_to_a_reason(town, "session", "De collectieve sessie is nog niet gepland")
    coordinator = ilse(town)
    await coordinator.say("verder")
    await coordinator.press("Sessie plannen")
    await coordinator.press("Opslaan en uitnodigen", day="2026-12-03", place="Raadzaal")
    said = await coordinator.press("Agenda vaststellen")
    assert "Overlegtafel" in said + str(coordinator.card)
    await coordinator.press("Agenda vaststellen")
    await town.post()


async def the_session_is_prepared(town: Town) -> None:
    await town.move("2026-12-02T08:30:00+00:00")
    await town.post()
    assert "Uw voorbereiding" in words(town.last_card(RIK))
    await Actor(town, RIK).press("Keuze opslaan", heaviest="D1,D2")


async def the_session_is_led(town: Town) -> None:
    await town.move("2026-12-03T12:10:00+00:00")
    coordinator = ilse(town)
    said = await coordinator.say("sessie")
    assert "Aantal partners dat dit punt als zwaarste koos: 1." in said
    await coordinator.press("Peiling")
    await town.post()
    await Actor(town, RIK).press("Voor")
    assert [(v.org, v.choice) for v in (await town.dossier()).all(Vote)] == [("POL", "voor")]
    await coordinator.say("sessie")
    agreed = {"decision": "Het overleg gaat naar dinsdag.", "owner": "p-won", "due": "2027-02-01"}
    said = await coordinator.press("Uitkomst vastleggen", **agreed)
    while "Punt " in said:
        said = await coordinator.press("Uitkomst vastleggen", decision="Zo doen we het.")
    first = min((await town.dossier()).all(Outcome), key=lambda one: one.key)
    assert (first.decision, first.owner) == ("Het overleg gaat naar dinsdag.", "p-won")


async def the_outcomes_are_worked_in(town: Town) -> None:
    coordinator = ilse(town)
    await coordinator.say("status")
    await coordinator.press("Sessie afsluiten")
    await coordinator.press("Afsluiten")
    assert "Uitkomsten die nog niet" in await coordinator.say("sluiten")
    await coordinator.say("status")
    await coordinator.press("Uitkomsten verwerken")
    await coordinator.press("Verwerken", **{"result/M05": "elke dinsdag een overleg"})
    while "Uitkomst verwerken" in words(coordinator.card):
        await coordinator.press("Verwerken")
    dossier = await town.dossier()
    assert measure(dossier, "M05").result == "elke dinsdag een overleg"
    assert all(one.processed_at for one in dossier.all(Outcome))
    assert {one.disposition for one in dossier.all(Comment)} == {"accepted"}


async def the_report_goes_out_and_an_agreement_is_confirmed(town: Town) -> None:
    coordinator, hugo = ilse(town), Actor(town, "p-won")
    await coordinator.say("verder")
    await coordinator.press("Verslag versturen")
    await coordinator.press("Verslag versturen")
    await town.post()
    assert "Verslag: Collectieve sessie" in words(hugo.card)
    assert (await town.dossier()).get(Confirmed, "session_report")
    await town.move("2026-12-18T09:05:00+00:00")
    assert "Is uw afspraak goed verwerkt?" in words(hugo.card)
    await hugo.press("Ja, dit klopt")
    given = [(one.org, one.answer) for one in (await town.dossier()).all(Consent)]
    assert ("WON", "ja") in given
    await closes(town, "session")


async def the_mt_agrees_and_no_reason_makes_up_for_a_decision(town: Town) -> None:
    coordinator = ilse(town)
    assert "Nog geen besluit van: MT, college" in await coordinator.say("sluiten")
    said = await coordinator.press("Toch sluiten", why="Haast")
    assert "pas vastgesteld als het besluit is vastgelegd" in said
    assert not decision_closed(await town.dossier())
    await coordinator.say("verder")
    await coordinator.press("Besluit van het MT")
    await coordinator.press("Besluit vastleggen", decision="akkoord")
    assert (await town.dossier()).plan.version != "1.0"


async def the_college_changes_a_measure(town: Town) -> None:
    await town.move("2026-12-22T14:00:00+01:00")
    coordinator = ilse(town)
    await coordinator.say("verder")
    await coordinator.press("Besluit van het college")
    decided = {"decision": "akkoord met wijziging", "text": "Korter.", "reference": "Z-1"}
    await coordinator.press("Besluit vastleggen", **decided)
    await coordinator.press("Vastleggen", **{"parts/T1": "M01"})
    assert "Wijzigingen nog te verwerken: M01" in await coordinator.say("sluiten")
    await coordinator.say("verder")
    await coordinator.press(first_button(coordinator))
    said = await coordinator.press("Wijziging opslaan", **{"end/M01": "2027-10-31"})
    assert "Reactie vragen op de wijziging" in said
    await coordinator.press("Versturen")
    await town.post()
    assert measure(await town.dossier(), "M01").planning.end == date(2027, 10, 31)
    assert "Opgeslagen" in await Actor(town, MINA).press("Versturen", **{"answer/M01": "ja"})


async def the_plan_is_adopted_with_a_reason_for_what_is_left(town: Town) -> None:
    coordinator = ilse(town)
    await coordinator.say("sluiten")
    assert "Nog geen antwoord over de wijziging van: Politie Wierdam" in words(coordinator.card)
    said = await coordinator.press("Toch sluiten", why="De politie zegt het mondeling toe.")
    assert "het plan is vastgesteld, versie 1.0" in said
    await town.post()
    dossier = await town.dossier()
    assert [one.why for one in decision_closed(dossier)] == ["De politie zegt het mondeling toe."]
    assert [one.key for one in dossier.all(Edition)] == ["1.0"]
    told = {m.to for m in dossier.all(Message) if m.kind == "adopted" and m.sent_at}
    assert {RIK, MINA, "p-won"} <= told
    content = printed(dossier, "archive", "zip", "nl", town.clock.now())[1]
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        about = json.loads(package.read("metadata.json"))
    assert (about["status"], about["zaaknummer"]) == ("vastgesteld", "Z-1")


def decision_closed(dossier: Dossier) -> list[Closed]:
    return [one for one in dossier.all(Closed) if one.step == "decision"]


async def the_leads_report(town: Town) -> None:
    await town.move("2027-04-06T09:00:00+02:00")
    await ilse(town).say("verder")
    await ilse(town).press("Voortgangsronde")
    await ilse(town).press("Versturen")
    await town.post()
    rik = Actor(town, RIK)
    await rik.press("Opslaan", **{"G1/M03": "achter", "G2/M03": "rood"})
    why = {"G4/M03": "Ziekte", "G5/M03": "Minder gesprekken", "G6/M03": "Inhuur"}
    assert "Bedankt" in await rik.press("Opslaan", **why)
    for person in (MINA, "p-won"):
        assert "Bedankt" in await Actor(town, person).press(GREEN)
    assert asked_about(await town.dossier(), "progress-1") == RUNNING


def asked_about(dossier: Dossier, round_: str) -> set[str | None]:
    """The measures that partners answered about in a round."""
    given = [one.subject for one in dossier.all(Answer) if one.round == round_]
    return {one for one in given if one and one.startswith("M")}


async def the_progress_is_settled_and_a_measure_amended(town: Town) -> None:
    coordinator = ilse(town)
    await coordinator.say("voortgang")
    await coordinator.press("Alles zo overnemen (5)")
    (year,) = (h for h in measure(await town.dossier(), "M03").history if h.year == 2027)
    assert (year.light, year.progress) == ("rood", "achter")
    await coordinator.say("wijziging M04")
    changed = {"end/M04": "2027-06-30", "why": "De subsidie liep af."}
    said = await coordinator.press("Wijzigen", **changed)
    assert "Het plan is nu versie 1.1" in said
    dossier = await town.dossier()
    assert [one.key for one in dossier.all(Edition)] == ["1.0", "1.1"]
    assert measure(dossier, "M04").planning.end == date(2027, 6, 30)


async def what_was_stopped_is_still_known(town: Town) -> None:
    said = await ilse(town).say("waarom stopten we met de mobiele camera?")
    for part in (
        "Besluit in het plan voor 2027: stoppen.",
        "De overlast verschoof.",
        "Vastgesteld door college op 22 dec 2026 (Z-1).",
        "advies: Stoppen – De overlast verschoof alleen.",
    ):
        assert part in said, said


async def next_year_begins(town: Town) -> None:
    await town.move("2027-09-08T09:00:00+02:00")
    coordinator = ilse(town)
    await coordinator.say("nieuw plan")
    proposal = await in_place(coordinator, coordinator.card, "Reken terug")
    assert "2 thema's en 5 maatregelen" in words(proposal)
    kept = (await coordinator.chat.press(proposal, 0))["value"]
    assert "Opgeslagen" in words(kept)
    here = await town.dossier(NEXT)
    assert (here.plan.previous, here.plan.track) == (PLAN, "follow_up")
    assert {one.key for one in here.measures} == RUNNING


async def its_evaluation_asks_about_exactly_these_measures(town: Town) -> None:
    coordinator = ilse(town)
    await coordinator.say("verder")
    await coordinator.press("Vragenlijst versturen")
    await coordinator.press("Versturen")
    await town.post()
    card = words(town.last_card(RIK))
    assert "M03 Gesprekken met ouders na een tweede melding\n2027: achter" in card
    assert "M02" not in card
    for person in (RIK, MINA):
        await answers(Actor(town, person), "Bedankt")
    here = await town.dossier(NEXT)
    assert {one.org for one in here.all(Submission)} == {"POL", "WEL"}
    assert asked_about(here, "evaluation-1") == RUNNING


async def the_agreements_of_last_year_come_up(town: Town) -> None:
    hugo = Actor(town, "p-won")
    await answers(hugo, "Bedankt")
    assert "Er staat nu niets open" not in await hugo.say("vragenlijst")
    await hugo.press("Alle onderwerpen")
    said = await hugo.press("Openen", open="topic:cooperation")
    assert "Het overleg gaat naar dinsdag." in said
    await what_was_stopped_is_still_known(town)


PARTS: tuple[Part, ...] = (
    the_questionnaire_goes_out,
    two_answer_and_one_by_phone,
    the_evaluation_is_concluded,
    the_format_needs_to_be_settled,
    the_format_is_kept_in_one_tap,
    the_draft_needs_verdicts,
    verdicts_are_filled_in_and_stopping_needs_a_reason,
    every_theme_gets_ready,
    the_checks_go_out,
    one_partner_changes_something,
    remarks_change_the_draft,
    a_remark_is_undone_and_taken_over_again,
    the_session_is_planned,
    the_session_is_prepared,
    the_session_is_led,
    the_outcomes_are_worked_in,
    the_report_goes_out_and_an_agreement_is_confirmed,
    the_mt_agrees_and_no_reason_makes_up_for_a_decision,
    the_college_changes_a_measure,
    the_plan_is_adopted_with_a_reason_for_what_is_left,
    the_leads_report,
    the_progress_is_settled_and_a_measure_amended,
    what_was_stopped_is_still_known,
    next_year_begins,
    its_evaluation_asks_about_exactly_these_measures,
    the_agreements_of_last_year_come_up,
)
