"""Teams, channels and group chats: what becomes of them, and the one thing said in each."""

from __future__ import annotations

from functools import partial

from bot.addresses import Addresses
from bot.again import again
from bot.clock import Clock
from bot.heard import Answered, Heard, Place
from bot.plans import Plans
from bot.speaking import language_of
from bot.taking import says
from dialogs import channel, phrases
from plan.channels import changed, is_of, moved
from plan.records import Team
from storage import DamagedError

KINDS = frozenset({"joined", "left", "met", "renamed", "gone", "back"})
"""What is about the place itself; nobody need be known for it."""
EVENTS = {"joined": "appAdded", "left": "appRemoved"}
"""A name of ours beside those of Teams."""


class Places:
    def __init__(self, plans: Plans, clock: Clock) -> None:
        self._plans = plans
        self._clock = clock
        self._addresses = Addresses(plans, clock)

    async def hear(self, heard: Heard) -> Answered:
        """Something of `KINDS`; when the app is added, who it is and what it does there, once."""
        found: Heard | None = heard
        if heard.kind in ("joined", "left", "met"):
            found = await self._addresses.heard(heard, f"{heard.tenant}/{_whole(heard)}")
        if heard.kind != "met":
            for plan in await self._plans.keys():
                await self._changed(plan, heard)
        if found is None or found.kind not in ("joined", "returned", "met"):
            return Answered()
        words = channel.ADDED if heard.scope == "channel" else phrases.PERSONAL_ONLY
        return says(words, language_of(heard.locale))

    async def moved(self, plan: str, heard: Heard) -> None:
        """A named channel may have got another address: what is said there tells it."""
        team = (await self._plans.dossier(plan)).get(Team, _whole(heard))
        if team and moved(team, heard.address) != team:
            await again(partial(self._move, plan, heard))

    async def _move(self, plan: str, heard: Heard) -> None:
        async with self._plans.alone(plan) as held:
            team = held.dossier.get(Team, _whole(heard))
            if team:
                await held.keep([moved(team, heard.address)])

    async def _changed(self, plan: str, heard: Heard) -> None:
        """Most plans have no channel there, and are not even brought into memory."""
        place = _place(heard)
        try:
            known = await self._plans.teams(plan)
        except DamagedError:  # The store tells of it.
            return
        if any(is_of(team, place.team, place.channel) for team in known):
            await again(partial(self._change, plan, heard, place))

    async def _change(self, plan: str, heard: Heard, place: Place) -> None:
        now, event = self._clock.now(), heard.event or EVENTS[heard.kind]
        async with self._plans.alone(plan) as held:
            teams = [
                team for team in held.dossier.all(Team) if is_of(team, place.team, place.channel)
            ]
            after = [
                changed(team, event, place.team_name, place.channel_name, now) for team in teams
            ]
            told = [
                message
                for before, team in zip(teams, after, strict=True)
                if before.gone and not team.gone
                for message in channel.at_once(held.dossier, team, now)
            ]
            await held.keep([*(t for t, b in zip(after, teams, strict=True) if t != b), *told])


def _whole(heard: Heard) -> str:
    """The conversation without the thread in it."""
    return heard.conversation.partition(";")[0]


def _place(heard: Heard) -> Place:
    """Teams names the team in all of these; else it is where it was said."""
    found = heard.place or Place(team=_whole(heard))
    whole = heard.event.startswith("team") or heard.kind in ("joined", "left")
    return Place(
        team=found.team if whole else "",
        team_name=found.team_name,
        channel="" if whole else found.channel,
        channel_name=found.channel_name,
    )
