"""The first draft of the sample's follow-up year over HTTP, with a restart half-way."""

from __future__ import annotations

from pathlib import Path

from plan.content.tracks import TRACKS
from plan.drafting import progress
from tests.bot.acting import Actor
from tests.bot.connector import Connector
from tests.bot.reading import choices
from tests.bot.town import Town, a_town


def first_button(actor: Actor) -> str:
    return str(next(a["title"] for a in actor.card["actions"] if "data" in a))


def filled(actor: Actor) -> dict[str, str]:
    """The first candidate of each item, and the rationale of what is new."""
    ticks = {
        id_: options[0]
        for id_, options in choices(actor.card).items()
        if id_.startswith("pick/") and options
    }
    inputs = str(actor.card)
    notes = [f"evidence_note/M{n}" for n in range(30, 60)]
    return {**ticks, **{id_: "Werkt elders" for id_ in notes if f"'{id_}'" in inputs}}


async def pressing(town: Town, most: int) -> None:
    """The coordinator presses what comes first, until the step can be closed."""
    sanne = Actor(town, "p-sanne")
    await sanne.say("verder")
    for _ in range(most):
        if first_button(sanne) == "Stap sluiten":
            return
        await sanne.press(first_button(sanne), **filled(sanne))


async def test_every_theme_gets_ready_through_a_restart(
    tmp_path: Path, connector: Connector
) -> None:
    async with a_town(tmp_path, connector, step="draft") as town:
        await pressing(town, 8)
        done, total = progress(await town.dossier())
        assert 0 < done < total
    async with a_town(tmp_path, connector, step="draft") as town:
        await pressing(town, 60)
        dossier = await town.dossier()
        done, total = progress(dossier)
        assert done == total
        assert TRACKS["follow_up"].step("draft").missing(dossier) == ()
        assert all(measure.decision for measure in dossier.measures)
