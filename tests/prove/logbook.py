"""Logbooks that somebody tampered with: every time it is seen, and the first bad line named.

On the embedded store a bit turns over in its files, or an insider writes lines with the right
checksums; in PostgreSQL the rows are changed.
"""

from __future__ import annotations

import asyncio
import random
import re
import shutil
from collections.abc import Callable
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import psycopg

from bot.plans import Plans
from bot.verifying import Verified, verified
from plan.logbook import Act
from plan.records import Fact, Organisation, Person
from storage import Store, open_store
from storage.codec import Body
from storage.frames import framed, stretches
from storage.journal import decoded_commit
from tests.conftest import command
from tests.prove.trial import LeftOutError, Trial
from tests.storage.server import serving

CASES = 2_000
"""Half of them with a bit turned over on disk; in PostgreSQL all of them by an insider."""
LINES = 40
KEY = "dorp-2027"
NOON = datetime(2027, 3, 1, 12, tzinfo=UTC)
NAMED = re.compile(rf"^{KEY}: logboek, regel (\d+): ", re.MULTILINE)
WHOLE = re.compile(r"\S+: \d+ documenten")
Bodies = dict[str, Body]
Tamper = Callable[[Bodies, random.Random], int]
"""Changes the lines, and says which one is bad first."""


# What an insider does to the lines


def altered(found: Bodies, chance: random.Random) -> int:
    """One bit of one field turns over."""
    key = chance.choice(list(found))
    field = chance.choice([f for f, value in found[key].items() if value])
    said = str(found[key][field])
    while True:
        at, bit = chance.randrange(len(said)), 1 << chance.randrange(7)
        other = chr(ord(said[at]) ^ bit)
        if other.isprintable():
            break
    found[key] = {**found[key], field: said[:at] + other + said[at + 1 :]}
    return int(key)


def dropped(found: Bodies, chance: random.Random) -> int:
    """Not the last: a tail that was cut off is seen by an anchor alone."""
    key = chance.choice(list(found)[:-1])
    del found[key]
    return int(key)


def swapped(found: Bodies, chance: random.Random) -> int:
    """Two lines say what the other said, each under its own number."""
    one, other = sorted(chance.sample(list(found), 2))
    found[one], found[other] = {**found[other], "key": one}, {**found[one], "key": other}
    return int(one)


def appended(found: Bodies, chance: random.Random) -> int:
    """As good as somebody can who does not work the hash out anew."""
    last = max(found)
    key = f"{int(last) + 1:09}"
    seal = chance.choice([found[last]["hash"], f"{chance.getrandbits(256):064x}"])
    found[key] = {**found[last], "key": key, "hash": seal}
    return int(key)


def put_between(found: Bodies, chance: random.Random) -> int:
    """A line more, and those after it moved on."""
    at = chance.randrange(1, len(found))
    before = list(found.values())
    found.clear()
    for n, body in enumerate([*before[:at], before[at - 1], *before[at:]], start=1):
        found[f"{n:09}"] = {**body, "key": f"{n:09}"}
    return at + 1


TAMPERS: tuple[Tamper, ...] = (altered, altered, altered, dropped, swapped, appended, put_between)


async def made(url: str) -> None:
    """A plan whose logbook has lines of several people."""
    store = open_store(url)
    plans = Plans(store)
    async with plans.alone(KEY) as held:
        people = [Person(key=f"p-{n}", name=f"Noor {n}", org="POL") for n in range(5)]
        await held.keep([Organisation(key="POL", name="Politie"), *people])
    for n in range(LINES - 1):
        async with plans.alone(KEY) as held:
            at, kept = NOON + timedelta(minutes=n), [Fact(key=f"f{n % 7}", text=f"tekst {n}")]
            await held.keep(
                kept, (), Act(at=at, action="words", actor=f"p-{n % 5}", origin="chat")
            )
    await store.close()


async def told(store: Store) -> str:
    """What `verify` says of it."""
    return "\n".join([line async for line in verified(store, Verified(), lambda *_: None)])


async def told_of(directory: Path) -> str:
    store = open_store(str(directory), reading=True)
    try:
        return await told(store)
    finally:
        await store.close()


def judged(trial: Trial, said: str, bad: int, case: dict[str, object]) -> None:
    named = [int(number) for number in NAMED.findall(said)]
    trial.count(str(case["tamper"]))
    if not named:
        trial.fail("nobody is told", {**case, "said": said})
    if named[0] != bad:
        trial.fail(f"line {named[0]} is named and line {bad} is bad", {**case, "said": said})


def prove(trial: Trial) -> None:
    """Half of the copies with a bit turned over on disk, half with an insider's hand in them."""
    template = trial.scratch / "made"
    asyncio.run(made(str(template)))
    whole = asyncio.run(told_of(template))
    assert "regel" not in whole, whole
    copy = trial.scratch / "copy"
    with trial.bar(trial.times(CASES)) as bar:
        for n in range(trial.times(CASES)):
            shutil.rmtree(copy, ignore_errors=True)
            shutil.copytree(template, copy)
            if n % 2:
                _by_insider(trial, copy)
            else:
                _by_chance(trial, copy)
            bar.update()


def _by_chance(trial: Trial, directory: Path) -> None:
    """A bit of a line in the journal, and no checksum mended: the file itself tells of it."""
    (path,) = directory.glob("plans/*/*.journal")
    content = bytearray(path.read_bytes())
    spots = [at for at in range(len(content)) if content[at : at + 7] == b'"Entry"']
    at = trial.chance.choice(spots) + trial.chance.randrange(300)
    content[min(at, len(content) - 1)] ^= 1 << trial.chance.randrange(8)
    path.write_bytes(content)
    said = asyncio.run(told_of(directory))
    trial.count("flipped on disk")
    trial.count("flipped on disk, and the line named", bool(NAMED.search(said)))
    if all(WHOLE.fullmatch(line) for line in said.splitlines()):
        trial.fail("a bit that turned over is not seen", {"at": at, "said": said})


def _by_insider(trial: Trial, directory: Path) -> None:
    """The journal written anew, every checksum right."""
    (path,) = directory.glob("plans/*/*.journal")
    payloads = [each.payload or b"" for each in stretches(path.read_bytes())]
    commits = [decoded_commit(payload) for payload in payloads[1:]]
    found = {key: body for c in commits for key, body in c.put.get("Entry", {}).items()}
    before, tamper = dict(found), trial.chance.choice(TAMPERS)
    bad = tamper(found, trial.chance)
    for commit in commits:
        entries = commit.put.pop("Entry", {})
        kept = {key: found.pop(key) for key in entries if key in found}
        if kept:
            commit.put["Entry"] = kept
    commits[-1].put.setdefault("Entry", {}).update(found)
    written = [payloads[0], *map(msgspec.json.encode, commits)]
    path.write_bytes(b"".join(map(framed, written)))
    case = {"tamper": tamper.__name__, "bad": bad, "lines": len(before)}
    judged(trial, asyncio.run(told_of(directory)), bad, case)


# In PostgreSQL


def prove_in_postgres(trial: Trial) -> None:
    """The rows of a logbook changed with SQL, and put back for the next time."""
    initdb = command("postgresql")
    if initdb is None:
        raise LeftOutError("postgresql")
    with ExitStack() as stack:
        server = stack.enter_context(serving(initdb.resolve().parent))
        connection = stack.enter_context(psycopg.connect(server.url(), autocommit=True))
        connection.execute("CREATE SCHEMA logbook")
        connection.execute("SET search_path = logbook")
        url = server.url("logbook")
        asyncio.run(made(url))
        bar = stack.enter_context(trial.bar(trial.times(CASES)))
        asyncio.run(_tampered(trial, url, connection, bar.update))


async def _tampered(
    trial: Trial, url: str, connection: psycopg.Connection, step: Callable[[], object]
) -> None:
    store = open_store(url, reading=True)
    try:
        assert "regel" not in await told(store)
        before = _rows(connection)
        for _ in range(trial.times(CASES)):
            found, tamper = dict(before), trial.chance.choice(TAMPERS)
            bad = tamper(found, trial.chance)
            _write(connection, found)
            judged(trial, await told(store), bad, {"tamper": tamper.__name__, "bad": bad})
            step()
        _write(connection, before)
        assert "regel" not in await told(store)
    finally:
        await store.close()


def _rows(connection: psycopg.Connection) -> Bodies:
    found = connection.execute(
        "SELECT key, body FROM documents WHERE kind = 'Entry' AND part = %s ORDER BY place",
        (f"plan/{KEY}",),
    )
    return {str(key): body for key, body in found.fetchall()}


def _write(connection: psycopg.Connection, found: Bodies) -> None:
    with connection.transaction():
        connection.execute("DELETE FROM documents WHERE kind = 'Entry'")
        for n, (key, body) in enumerate(found.items()):
            connection.execute(
                "INSERT INTO documents VALUES (%s, 'Entry', %s, 1, %s, %s)",
                (f"plan/{KEY}", key, n, msgspec.json.encode(body).decode()),
            )
