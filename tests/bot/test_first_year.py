"""A whole first year over HTTP, from the first "hallo" to plan 1.0; after every step what is kept.

Every gate is seen to hold and to give way to a reason, and the process stops in every step.
"""

from __future__ import annotations

from pathlib import Path

from plan.records import Closed, Confirmed, Edition, Measure
from tests.bot.connector import Connector
from tests.bot.telling import Reader, Story, a_story

LENA, NOOR, WIM, CORA = "p-lena", "p-noor-kuipers", "p-wim-de-groot", "p-cora-bos"
POLICE, WELFARE, HOUSING = "POLITIE", "BUURTKRACHT", "WOONGOED"
CONTACTS = (("Noor Kuipers", "Politie"), ("Wim de Groot", "Buurtkracht"), ("Cora Bos", "Woongoed"))
WATCH, TALK = "Samen toezien op vrijdagavond", "Elke maand een wijkgesprek"
CONSENT = "application/vnd.microsoft.teams.card.file.consent"


async def test_from_the_first_hello_to_the_adopted_plan(
    tmp_path: Path, connector: Connector
) -> None:
    async with a_story(tmp_path / "store", connector) as story:
        await a_plan_is_begun(story)
        await the_format_is_chosen_seen_and_fixed(story)
        await one_theme_is_drafted_by_hand(story)
        await the_other_theme_is_filled_from_examples(story)


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
    await holds_and_gives_way(story, lena, "format", "Het format is nog niet vastgelegd.")
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
    await holds_and_gives_way(
        story, lena, "draft", "Prioriteiten zonder actiepunt: Veilig uitgaan."
    )
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


async def holds_and_gives_way(story: Story, lena: Reader, step: str, *missing: str) -> None:
    """The gate names what is missing and asks why; with a reason it opens, and is reopened."""
    why = f"Het MT wil verder, ook zonder {step}"
    before = await closings(story, step)
    told = await lena.say("sluiten")
    for part in missing:
        assert part in told, told
    assert "Geef een reden." in await lena.press("Toch sluiten", why="")
    assert await closings(story, step) == before
    assert "Opgeslagen. Gesloten" in await lena.press("Toch sluiten", why=why)
    await story.restart()
    assert (await closings(story, step))[-1].why == why
    assert (await story.events("overrode"))[-1].after == why
    await lena.say("heropenen")
    assert "weer open" in await lena.press("Heropenen", why="Toch eerst afmaken")
    assert (await closings(story, step))[-1].reopened_why == "Toch eerst afmaken"


async def closes(story: Story, lena: Reader, step: str) -> None:
    """Nothing is missing any more: the step closes without a reason, also after a restart."""
    await story.restart()
    assert "Opgeslagen. Gesloten" in await lena.press("Stap sluiten")
    last = (await closings(story, step))[-1]
    assert (last.why, last.reopened_at) == (None, None)


async def closings(story: Story, step: str) -> list[Closed]:
    """Every time this step was closed, in order."""
    return [closed for closed in (await story.plan()).all(Closed) if closed.step == step]
