"""Submissions of a card as no honest client makes them."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tests.bot.chat import Chat, Json

UNSEEN = ("\u200b", "\u202e", "\ufeff", "\u2066", "\u00ad")
ALIKE = str.maketrans(
    "0123456789abcdef", "".join(map(chr, (*range(0xFF10, 0xFF1A), *range(0xFF41, 0xFF47))))
)
NUMBERS = (
    "99",
    "-1",
    "\u00b2",
    "1e1",
    "0x1",
    " 0",
    "0 ",
    "",
    "\u0663",
    "1" * 5_000,
    "None",
    "0.0",
)
NESTED: tuple[object, ...] = ({"a": 1}, ["x"], [[]], {"py/object": "os.system"}, {"R1": "4"})
STRANGE = (
    "py/object",
    "py/reduce",
    "__class__",
    "verb",
    "org",
    "to",
    "state",
    "O2/T9\u200b",
    "\uff321",
    "r1",
    "A1/../M01",
    "x" * 600,
    "",
    "constructor",
)


@dataclass(frozen=True)
class Case:
    """Who presses where, with what. `status` are the answers that are right."""

    kind: str
    chat: Chat
    data: Json
    status: tuple[int, ...] = (200,)


@dataclass(frozen=True)
class Scene:
    """An open card of somebody with what belongs in it, and what else there is to confuse it."""

    chance: random.Random
    mine: Chat
    data: Json
    inputs: tuple[str, ...]
    choices: tuple[str, ...]
    others: tuple[Chat, ...]
    foreign: tuple[str, ...]
    """Card ids of other people, in this plan and in another."""
    used: tuple[Json, ...]
    """Submissions of this person that counted already."""

    def case(self, kind: str, more: Mapping[str, object], *status: int) -> Case:
        return Case(kind, self.mine, {**self.data, **more}, status or (200,))

    @property
    def card(self) -> tuple[str, str]:
        key, _, number = str(self.data["c"]).rpartition(".")
        return key, number


def _no_such_card(scene: Scene) -> Case:
    key, number = scene.card
    at = scene.chance.randrange(len(key))
    made = (
        f"{scene.chance.getrandbits(128):032x}",
        key[:at] + scene.chance.choice(UNSEEN) + key[at:],
        key.translate(ALIKE),
        key.upper() + "x",
        f"../{key}",
        f"{key}/",
        key[:-1],
        "",
        "\x00",
        "x" * 600,
    )
    return scene.case("no such card", {"c": f"{scene.chance.choice(made)}.{number}"}, 200, 400)


def _no_such_button(scene: Scene) -> Case:
    key, _ = scene.card
    number = scene.chance.choice(NUMBERS)
    return scene.case("no such button", {"c": f"{key}.{number}"}, 200, 400)


def _somebody_elses_card(scene: Scene) -> Case:
    key = scene.chance.choice(scene.foreign)
    return scene.case("somebody else's card", {"c": f"{key}.{scene.card[1]}"})


def _somebody_else(scene: Scene) -> Case:
    return Case("somebody else", scene.chance.choice(scene.others), scene.data)


def _elsewhere(scene: Scene) -> Case:
    mine = scene.mine
    other = mine.of(mine.person, mine.name, conversation=f"a:other-{scene.chance.random()}")
    return Case("another conversation", other, scene.data)


def _used(scene: Scene) -> Case:
    former = scene.chance.choice(scene.used) if scene.used else {**scene.data, "c": "x.0"}
    changed = {id_: "4" for id_ in former if id_ not in "vc" and scene.chance.random() < 0.3}
    return Case("a used card", scene.mine, {**former, **changed})


def _no_version(scene: Scene) -> Case:
    version = scene.chance.choice([2, 0, -1, "1", True, None, 1.5, [1], {"v": 1}])
    return scene.case("another version", {"v": version})


def _more_keys(scene: Scene) -> Case:
    more = dict.fromkeys(scene.chance.sample(STRANGE, 3), "1")
    return scene.case("more keys", more)


def _too_many_keys(scene: Scene) -> Case:
    return scene.case("too many keys", {f"k{n}": "1" for n in range(200)}, 400)


def _no_plain_value(scene: Scene) -> Case:
    id_ = scene.chance.choice(scene.inputs or ("R1",))
    return scene.case("no plain value", {id_: scene.chance.choice(NESTED)})


def _no_such_choice(scene: Scene) -> Case:
    said = scene.chance.choice(("zz", "4\u200b,5", "ja;nee", "{{DATE(x)}}", "py/object", "-1"))
    return scene.case("no such choice", dict.fromkeys(scene.choices or ("R1/x",), said))


def _too_long(scene: Scene) -> Case:
    length = scene.chance.choice([4_001, 20_000, 200_000])
    id_ = scene.chance.choice(scene.inputs or ("R1",))
    return scene.case("too long", {id_: "x" * length})


def _megabyte(scene: Scene) -> Case:
    return scene.case("a megabyte", {(scene.inputs or ("R1",))[0]: "x" * 1_000_000}, 413)


def _card_no_text(scene: Scene) -> Case:
    wrong = scene.chance.choice([7, None, [], {}, True, [scene.data["c"]], {"c": scene.data["c"]}])
    return scene.case("a card that is no text", {"c": wrong})


KINDS: tuple[Callable[[Scene], Case], ...] = (
    _no_such_card,
    _no_such_button,
    _somebody_elses_card,
    _somebody_else,
    _elsewhere,
    _used,
    _no_version,
    _more_keys,
    _too_many_keys,
    _no_plain_value,
    _no_such_choice,
    _too_long,
    _card_no_text,
)
RARE: tuple[Callable[[Scene], Case], ...] = (_megabyte,)


def spoilt(scene: Scene) -> Case:
    """One way of the many; what is large comes seldom."""
    kinds = RARE if scene.chance.random() < 0.005 else KINDS
    return scene.chance.choice(kinds)(scene)
