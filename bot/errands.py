"""Carries out what a turn on one plan means for another (decision 22)."""

from __future__ import annotations

from functools import partial

from bot import logs
from bot.again import again
from bot.plans import Plans
from dialogs import Turn, arrived
from plan.dossier import Dossier
from plan.people import desk_of, identity
from plan.records import Errand, Person
from plan.rights import is_coordinator
from plan.sight import as_neighbour
from storage import DamagedError

log = logs.logger(__name__)


async def run(plans: Plans, key: str) -> bool:
    """Every errand of a plan: both plans take over what was shared, then it is forgotten.

    False when one is left, to be run again. One lock at a time, so that two plans never wait for
    each other. What arrives is worked out from what the other plan says by then: doing it again,
    after a stop or in another process, changes nothing.
    """
    done = True
    try:
        found = await plans.errands(key)
    except DamagedError:  # The store tells of it; there is nothing to pass on until it is mended.
        return True
    except Exception:
        log.exception("errands", plan=key)
        return False
    for errand in found:
        try:
            while not await again(partial(_settled, plans, key, errand)):
                continue
        except Exception:  # The turn itself was kept; the outbox comes by again.
            log.exception("errand", plan=key)
            done = False
    return done


async def _settled(plans: Plans, key: str, errand: Errand) -> bool:
    """False when something was said in this plan meanwhile, which the other has yet to hear."""
    seen = await plans.dossier(key)
    async with plans.alone(errand.key) as other:
        turn = _arrived(other.dossier, seen)
        await other.keep(turn.keep, turn.drop)
    async with plans.alone(key) as here:
        heard = here.dossier is seen
        turn = _arrived(here.dossier, await plans.dossier(errand.key))
        await here.keep(turn.keep, (*turn.drop, *((errand,) if heard else ())))
        return heard


def _arrived(here: Dossier, there: Dossier) -> Turn:
    """Nothing where one of the plans is gone."""
    return arrived(here, there) if here and there else Turn()


async def near(plans: Plans, key: str, who: Person) -> tuple[Dossier, ...]:
    """The other plans that people of this one sit in, for whoever coordinates it."""
    dossier = await plans.dossier(key) if key else Dossier()
    if not is_coordinator(dossier, who):
        return ()
    shared = await plans.shared()
    desks = (desk_of(shared, identity(person)) for person in dossier.all(Person))
    keys = {other for desk in desks if desk for other in desk.plans} - {key}
    found = [await plans.dossier(other) for other in sorted(keys)]
    return tuple(as_neighbour(other) for other in found if other)
