"""A coordinator in an empty store begins a first plan, and the next out of it."""

from __future__ import annotations

from pathlib import Path

from tests.bot.acting import Actor
from tests.bot.connector import Connector
from tests.bot.town import a_town


async def test_an_empty_store_leads_to_a_first_plan_and_then_a_next_one(
    tmp_path: Path, connector: Connector
) -> None:
    store = tmp_path / "store"
    async with a_town(store, connector, file=None) as town:
        new = Actor(town, "p-new")
        assert 'Typ "nieuw plan" om te beginnen.' in await new.say("hallo")
        assert 'Er is nog geen plan. Typ "nieuw plan"' in await new.say("status")
        await new.say("nieuw plan")
        said = await new.press(
            "Reken terug",
            municipality="Gemeente Nieuwdorp",
            year="2027",
            ivp_start="2027",
            college="2027-03-16",
        )
        assert "Welke thema's staan in het IVP?" in said
        card = await replaced(new)
        proposal = await new.chat.press(card, 0, themes="1.4,2.3")
        assert "Zo wordt het plan voor 2027" in str(proposal)
        assert "nieuwdorp-2027" not in await town.store.plans()
        answer = await new.chat.press(proposal["value"], 0)
        assert "Opgeslagen: Uitvoeringsplan integrale veiligheid 2027" in str(answer)
        made = await town.dossier("nieuwdorp-2027")
        assert (made.plan.track, made.plan.coordinator) == ("first_year", "p-new")
        assert len(made.themes) == 2
        assert "Stap 1 van 6: Bepalen format" in await new.say("verder")
    async with a_town(store, connector, file=None) as town:
        new = Actor(town, "p-new")
        await new.say("nieuw plan")
        given = {"source": "nieuwdorp-2027", "ivp_start": "2027", "year": "2028"}
        proposal = await new.chat.press(new.card, 0, **given, college="2028-03-14")
        said = str(await new.chat.press(proposal["value"], 0))
        assert "Opgeslagen: Uitvoeringsplan integrale veiligheid 2028" in said
        (key,) = set(await town.store.plans()) - {"nieuwdorp-2027"}
        made = await town.dossier(key)
        assert (made.plan.track, made.plan.previous) == ("follow_up", "nieuwdorp-2027")
        assert "Stap 1 van 6: Evaluatieve ronde" in await new.say("status")
        assert "2027" in await new.say("plan 2027")
        assert "Stap 1 van 6: Bepalen format" in await new.say("status")


async def replaced(actor: Actor) -> dict[str, object]:
    """The card that came in place of the one just used; it has the same id."""
    body = await actor.chat.press(actor.card, 0)
    return dict(body["value"])
