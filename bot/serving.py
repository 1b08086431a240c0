"""The whole assistant as one web application; to try it, with the page."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from datetime import datetime

from aiohttp import web

from bot.app import CHANNEL, create_app
from bot.channel import Channel
from bot.clock import Clock, MovedClock, SystemClock
from bot.clock_routes import ClockRoutes
from bot.credentials import Credentials
from bot.outbox import Outbox
from bot.papers import Papers, printed
from bot.plans import Plans
from bot.showing import Showing
from bot.trial import TrialPerson, add_trial
from bot.turns import Turns
from dialogs.questionnaire.sheet import is_coordinator
from plan.calendar import moment, on_or_after
from plan.content.tracks import TRACKS
from plan.dossier import Dossier
from plan.records import Answer, Card, Closed, Event, Message, Person
from plan.standing import current_step, planned
from storage import Store

OUTBOX = web.AppKey("outbox", Outbox)


def new_id() -> str:
    """128 bits that nobody guesses."""
    return secrets.token_hex(16)


def assistant(
    store: Store,
    *,
    credentials: Credentials | None,
    clock: Clock,
    coordinators: frozenset[str] = frozenset(),
    ids: Callable[[], str] = new_id,
) -> web.Application:
    """The app. Without credentials it is for trying only: the clock moves and the page is there.

    coordinators: `tenant/object id` of who may start a plan without having one.
    """
    plans = Plans(store)
    papers = Papers(ids)
    showing = Showing(ids, papers)
    outbox = Outbox(plans, showing, clock, lambda address, out: app[CHANNEL].send(address, out))
    turns = Turns(
        plans,
        showing,
        clock,
        may_start=lambda who: who in coordinators or credentials is None,
        changed=outbox.wake,
    )
    routes = ClockRoutes(clock, outbox) if isinstance(clock, MovedClock) else None
    app = create_app(
        channel=lambda session: Channel(credentials, session, turns.hear, papers.fetch),
        clock=routes,
    )
    app[OUTBOX] = outbox
    app.cleanup_ctx.append(_sending(plans, outbox))
    if credentials is None and routes:
        _trial(app, plans, clock, outbox, routes)
    return app


def _sending(plans: Plans, outbox: Outbox) -> Callable[[web.Application], AsyncIterator[None]]:
    async def sending(app: web.Application) -> AsyncIterator[None]:
        await plans.finish()
        task = asyncio.create_task(outbox.forever())
        yield
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task

    return sending


def _trial(
    app: web.Application, plans: Plans, clock: Clock, outbox: Outbox, routes: ClockRoutes
) -> None:
    async def newest() -> Dossier:
        """The plan on show: the one most recently begun."""
        keys = await plans.keys()
        found = [await plans.dossier(key) for key in keys]
        return max(found, key=lambda d: d.plan.year, default=Dossier())

    async def people() -> list[TrialPerson]:
        dossier = await newest()
        shown = sorted(dossier.all(Person), key=lambda p: not is_coordinator(dossier, p))
        return [_shown(dossier, person) for person in shown]

    async def draft(kind: str) -> tuple[str, bytes]:
        dossier = await newest()
        if not dossier:
            return "leeg.html", b"<!doctype html><title>-</title><p>Nog geen plan.</p>"
        language = dossier.plan.language
        return await asyncio.to_thread(printed, dossier, "plan", kind, language, clock.now())

    async def draft_html() -> str:
        return (await draft("html"))[1].decode()

    async def draft_docx() -> tuple[str, bytes]:
        return await draft("docx")

    add_trial(
        app,
        people=people,
        clock=clock,
        draft_html=draft_html,
        draft_docx=draft_docx,
        next_moment=outbox.next,
        advance=routes.advance,
    )


def _shown(dossier: Dossier, person: Person) -> TrialPerson:
    org = next((o for o in dossier.consulted if o.key == person.org), None)
    external = org is not None
    return TrialPerson(
        id=person.object_id or person.key,
        name=person.name,
        role=person.role or "",
        organisation=dossier.organisation_name(person.org),
        group="partners" if external else "gemeente",
    )


async def opening_clock(store: Store) -> Clock:
    """A clock to move, from the first working day of the step in hand, at nine.

    Never before anything that is in the store already, so that time does not go back.
    """
    plans = Plans(store)
    starts = [_start(await plans.dossier(key)) for key in await plans.keys()]
    return MovedClock(max(starts, default=SystemClock().now()))


def _start(dossier: Dossier) -> datetime:
    step = current_step(dossier, TRACKS[dossier.plan.track])
    days = planned(dossier, step.id) if step else None
    day = days.start if days else dossier.plan.reference_date
    begins = moment(on_or_after(day)) if day else SystemClock().now()
    known = [e.at for e in dossier.all(Event)] + [a.at for a in dossier.all(Answer)]
    known += [m.sent_at for m in dossier.all(Message) if m.sent_at]
    known += [c.issued_at for c in dossier.all(Card)] + [c.at for c in dossier.all(Closed)]
    loaded = dossier.plan.loaded_at
    return max([begins, *known, *([loaded] if loaded else [])])
