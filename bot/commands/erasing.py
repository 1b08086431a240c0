"""`python -m bot erase | retain`: they show what would go, and do it with `--yes`."""

from __future__ import annotations

import argparse
from collections import Counter

from bot.clock import SystemClock
from bot.commands.codes import UsageError
from bot.commands.opening import Address, opened, there
from bot.commands.saying import command, no_plan, out, progress, tell
from bot.erasing import Erased, Wanted, difference, found, shared_of, tidied, unseat
from bot.logbook import with_line
from bot.retention import load_terms
from plan.erasure import Bodies, Terms, UnknownKindError, past_term, unneeded, without
from plan.logbook import Act
from plan.notation import number
from storage import Store

NOT_YET = "Er is nog niets gewist. Klopt het? Geef het commando opnieuw met --yes."


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    erasing = command(
        commands, "erase", "iemand of een organisatie wissen; de assistent staat dan stil", _erase
    )
    erasing.add_argument("plan", nargs="?", metavar="PLAN")
    erasing.add_argument("--all-plans", action="store_true", help="uit alle plannen")
    who = erasing.add_mutually_exclusive_group(required=True)
    who.add_argument("--person", metavar="KEY|TENANT/OBJECT-ID")
    who.add_argument("--org", metavar="KEY", help="met de contactpersonen ervan")
    retaining = command(
        commands, "retain", "wissen waarvan de bewaartermijn voorbij is (docs/upkeep.md)", _retain
    )
    for parser in (erasing, retaining):
        parser.add_argument("--yes", action="store_true", help="echt wissen; het komt niet terug")


async def _erase(asked: argparse.Namespace) -> None:
    if bool(asked.plan) == asked.all_plans:
        raise UsageError("Noem één plan, of kies --all-plans.")
    if asked.all_plans and asked.person and "/" not in asked.person:
        raise UsageError(
            "Geef bij --all-plans tenant/object-id: een sleutel kan per plan een ander zijn."
        )
    there(asked.store)
    wanted = Wanted(plan=asked.plan, person=asked.person, org=asked.org)
    async with opened(asked.store, alone=True) as store:
        done = await _found(store, wanted)
        if asked.yes:
            await _carried_out(store, wanted, done)
    _told(asked, done)


async def _carried_out(store: Store, wanted: Wanted, done: list[Erased]) -> None:
    """The plans last: by what is in them, whoever does it again finds what is left to do."""
    act = Act(at=SystemClock().now(), action="erase", origin="command")
    identities = [wanted.person] if wanted.plan is None and wanted.person else []
    await unseat(store, {each.key: each.who for each in done}, frozenset(identities))
    with progress("wissen", len(done)) as step:
        for each in done:
            await store.rewrite(each.key, with_line(each.left, each.key, act))
            step(1, each.key)


async def _found(store: Store, wanted: Wanted) -> list[Erased]:
    """All of it before anything is written. Raises UsageError for what cannot be."""
    year, plans = SystemClock().now().year, await store.plans()
    if wanted.plan and wanted.plan not in plans:
        raise UsageError(no_plan(wanted.plan, plans))
    with progress("zoeken", len(plans) + 1) as step:
        try:
            seen = [each async for each in found(store, wanted, year, step)]
        except UnknownKindError as error:
            raise UsageError(
                f"Een nieuwere versie van dit programma heeft {error} bewaard. Wis met die "
                "versie; deze zou iets laten staan."
            ) from error
    if leading := [each.key for each in seen if each.leads]:
        raise UsageError(
            f"De coördinator van {', '.join(leading)} kan niet worden gewist zolang het plan "
            "loopt; draag het plan eerst over."
        )
    if not seen and wanted.plan:
        name = wanted.person or wanted.org
        raise UsageError(f"In plan '{wanted.plan}' is geen '{name}'; er is niets gewist.")
    return seen


def _told(asked: argparse.Namespace, done: list[Erased]) -> None:
    for each in done:
        out(_line(each.key, each.dropped, each.changed))
        # Another time it is another pseudonym.
        for key in (*each.who.people.values(), *each.who.orgs.values()) if asked.yes else ():
            out(f"{each.key}: in het register staat nu {key}")
        for record in each.look_at:
            out(f"{each.key}: kijk zelf nog naar {record}: daar staat een deel van de naam")
    if not done:
        tell(f"In geen enkel plan is '{asked.person or asked.org}'.")
    if not asked.yes:
        tell(NOT_YET)
        return
    if place := Address(asked.store).directory:
        for line in tidied(place):
            out(line)
    tell("Gewist. In eerdere back-ups staat het nog; ruim die op als hun termijn voorbij is.")


async def _retain(asked: argparse.Namespace) -> None:
    there(asked.store)
    terms, now = load_terms(), SystemClock().now()
    changed: dict[str, Bodies] = {}
    async with opened(asked.store, alone=True) as store:
        with progress("nagaan", len(await store.plans()) + 1) as step:
            async for key, bodies in store.everything():
                step(1, key or "")
                left = past_term(bodies, now, terms)
                if key is not None and left != bodies:
                    out(_line(key, *difference(bodies, left)))
                    changed[key] = left
        over = [key for key, left in changed.items() if not left]
        due = await _retain_shared(store, terms, over, yes=asked.yes) or bool(changed)
        with progress("wissen", len(changed)) as step:
            act = Act(at=now, action="retain", origin="command")
            for key, left in changed.items() if asked.yes else ():
                await store.rewrite(key, with_line(left, key, act) if left else left)
                step(1, key)
    if not due:
        tell("Er is niets waarvan de bewaartermijn voorbij is.")
    else:
        tell("Gewist." if asked.yes else NOT_YET)


async def _retain_shared(store: Store, terms: Terms, over: list[str], *, yes: bool) -> bool:
    """Whether addresses of who is in no plan go, counting the plans that go now as gone."""
    shared = await shared_of(store)
    seats = {
        (plan, person)
        for desk in shared.get("Desk", {}).values()
        for plan, person in desk.get("plans", {}).items()
        if plan in over
    }
    left = without(shared, seats, unneeded(shared, SystemClock().now(), terms))
    gone = difference(shared, left)
    if not (any(gone[0].values()) or gone[1]):
        return False
    out(_line("gedeeld", *gone))
    if yes:
        act = Act(at=SystemClock().now(), action="retain", origin="command")
        await store.rewrite(None, with_line(left, "", act))
    return True


def _line(key: str, dropped: Counter[str], changed: int) -> str:
    gone = ", ".join(f"{number(n, 'nl')} {name}" for name, n in sorted(dropped.items())) or "niets"
    return f"{key}: weg: {gone}; aangepast: {changed}"
