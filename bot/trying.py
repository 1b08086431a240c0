"""The page and the clock for trying the assistant out, on what is in the store."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from bot.clock import Clock, MovedClock, SystemClock
from bot.clock_routes import ClockRoutes
from bot.glimpses import Glimpse, Glimpses, latest
from bot.outbox import Outbox
from bot.papers import Make
from bot.plans import Plans
from bot.trial import CHANNELS, TrialPerson
from bot.trial_connector import SERVICE
from plan.calendar import moment, on_or_after
from plan.content.tracks import TRACKS
from plan.dossier import Dossier
from plan.records import Address, Desk, Person
from plan.rights import is_coordinator
from plan.sharing import sisters
from plan.standing import current_step, planned
from storage import DamagedError, Store


class PlanOnShow:
    """The plan that a coordinator goes on with, as the page shows it."""

    def __init__(
        self, plans: Plans, clock: Clock, outbox: Outbox, routes: ClockRoutes, make: Make
    ) -> None:
        self._plans = plans
        self._clock = clock
        self._make = make
        self._glimpses = Glimpses(plans)
        self.next_moment = outbox.next
        self.advance = routes.advance

    async def people(self) -> list[TrialPerson]:
        return await people_of(self._plans, await self._in_hand(), await self._glimpses.all())

    async def draft_html(self) -> str:
        return (await self._draft("html"))[1].decode()

    async def draft_docx(self) -> tuple[str, bytes]:
        return await self._draft("docx")

    async def _draft(self, kind: str) -> tuple[str, bytes]:
        dossier = await self._in_hand()
        if not dossier:
            return "leeg.html", b"<!doctype html><title>-</title><p>Nog geen plan.</p>"
        language = dossier.plan.language
        return await self._make(dossier, "plan", kind, language, self._clock.now())

    async def _in_hand(self) -> Dossier:
        """The plan on show: the one a coordinator goes on with, the busiest last."""
        desks = (await self._plans.shared()).all(Desk)
        every = await self._glimpses.all()
        keys = {desk.current for desk in desks if desk.current} & set(every) or set(every)
        found = [every[key] for key in sorted(keys)]
        leading = {desk.current for desk in desks if _leads(every, desk)}
        led = [one for one in found if one.plan.key in leading]
        shown = max(led or found, key=_busiest, default=None)
        return await self._plans.dossier(shown.plan.key) if shown else Dossier()


async def people_of(
    plans: Plans, dossier: Dossier, every: Mapping[str, Glimpse]
) -> list[TrialPerson]:
    """Everybody of the plan on show, then who else is in a plan that asks along with it."""
    along = [key for key, one in every.items() if dossier and sisters(dossier.plan, one.plan)]
    found: dict[str, TrialPerson] = {}
    for each in (dossier, *[await plans.dossier(key) for key in along]):
        for person in sorted(each.all(Person), key=lambda p: not is_coordinator(each, p)):
            shown = _shown(each, person, named=each is not dossier)
            found.setdefault(shown.id, shown)
    led = dossier and dossier.coordinator
    return [*found.values(), *((CHANNEL,) if led else ())]


CHANNEL = TrialPerson(
    id="teamkanaal", name="Teamkanaal", role="van het team", organisation="", group=CHANNELS
)


def _leads(every: Mapping[str, Glimpse], desk: Desk) -> bool:
    """Whether this is the plan in hand of its own coordinator."""
    here = every.get(desk.current or "")
    return here is not None and desk.plans.get(here.plan.key) == here.plan.coordinator


def _busiest(one: Glimpse) -> datetime:
    return one.latest or datetime.min.replace(tzinfo=UTC)


def _shown(dossier: Dossier, person: Person, *, named: bool) -> TrialPerson:
    """named: with the municipality, for whoever is of another than the one on show."""
    org = next((o for o in dossier.consulted if o.key == person.org), None)
    external = org is not None
    place = [dossier.organisation_name(person.org)]
    place += [dossier.plan.municipality.name] if named else []
    return TrialPerson(
        id=person.object_id or person.key,
        name=person.name,
        role=person.role or "",
        organisation=", ".join(place),
        group="partners" if external else "gemeente",
    )


async def opening_clock(store: Store) -> Clock:
    """A clock to move: where it was, so that time does not go back.

    Where nothing has happened yet, the first working day of the step in hand, at nine.
    """
    plans, happened, starts = Plans(store), list[datetime](), list[datetime]()
    for key in await plans.keys():
        try:
            dossier = await plans.dossier(key)
        except DamagedError:  # The store tells of it; the others can be tried.
            continue
        moment = latest(dossier)
        happened += [moment] if moment else []
        starts.append(_start(dossier))
    return MovedClock(max(happened) if happened else min(starts, default=SystemClock().now()))


def _start(dossier: Dossier) -> datetime:
    step = current_step(dossier, TRACKS[dossier.plan.track])
    days = planned(dossier, step.id) if step else None
    day = days.start if days else dossier.plan.reference_date
    return moment(on_or_after(day)) if day else SystemClock().now()


async def forget_elsewhere(store: Store, home: str) -> None:
    """Drops the addresses of a page that was served on another port before; no others."""
    known = await store.shared.find(Address)
    moved = [a for a in known if _on_a_page(a) and not _service(a).startswith(home)]
    await store.shared.put(drop=tuple(moved))


def _on_a_page(address: Address) -> bool:
    return _service(address).rstrip("/").endswith(SERVICE)


def _service(address: Address) -> str:
    return address.reference.get("service_url", "")
