"""What goes between the assistant and people: cards, messages, addresses and wishes."""

from __future__ import annotations

from datetime import date, datetime

from plan.records.base import Record
from plan.records.frame import PlanFormat
from plan.text import Language


class Card(Record, frozen=True, kw_only=True):
    """A card as it was sent; the card itself carries only `key` and the number of a button.

    Kept with the plan it is about; `about` says what the dialog needs to take it up again.
    """

    dialog: str
    """Which dialog hears it, e.g. `questionnaire.topic`."""
    to: str
    """The person it was made for; nobody else's submission counts."""
    conversation: str
    verbs: tuple[str, ...]
    """What each button asks for, in the order of the buttons."""
    about: dict[str, str] = {}
    inputs: tuple[str, ...] = ()
    """The ids of its inputs; of a used card those of its texts."""
    choices: dict[str, tuple[str, ...]] = {}
    """What may be chosen, by the id of the input."""
    several: tuple[str, ...] = ()
    """The ids of the inputs where more than one may be chosen."""
    dates: tuple[str, ...] = ()
    """The ids of the inputs that are dates."""
    issued_at: datetime
    state: str = "open"
    """open or used: one press counts, every other gets what came of that one."""
    pressed: str = ""
    """A seal of the press that used it, or of the last one that left it open."""
    outcome: str | None = None
    """What took its place, as JSON; of a row of cards in one place only the last has it.

    Of an open card the words that its last press was answered with."""
    heard: str = ""
    """The activity of that press."""
    after: str | None = None
    """The card whose place this one took."""
    before: str | None = None
    """The card that took its place."""


class Delivered(Record, frozen=True, kw_only=True):
    """An activity that was heard, kept with what it changed. Key: conversation/activity."""

    who: str
    """The person, as this plan knows them."""
    at: datetime
    sent: datetime | None = None
    """When the channel took it in."""
    changed: bool = False
    """Whether it did more than ask; what only asks can be asked once more."""
    answered: bool = False
    """Whether what is said back was handed over; without it the answer may have got lost."""


class Message(Record, frozen=True, kw_only=True):
    """Something the assistant owes a person, sent once. The key says what for.

    Where it is on its way is worked out from it (`plan.delivery.state`).
    """

    to: str
    """The key of a person, or of a team's channel."""
    kind: str
    """invitation, reminder, result, digest …"""
    due: datetime
    made_at: datetime
    request: str | None = None
    """The round it belongs to, where the limit of four counts."""
    org: str | None = None
    text: str = ""
    sent_at: datetime | None = None
    activity: str | None = None
    """The channel's id of it, once it was sent."""
    failed: str | None = None
    """Why it was given up: `unclear`, `expired`, or what the channel said of it."""
    ended_at: datetime | None = None
    """When it was given up."""
    went_to: str | None = None
    """The stand-in who got it instead."""
    needless: bool = False
    """It was overtaken by what happened before it could go out."""
    not_before: datetime | None = None
    """Over the budget of its receiver: it goes with the next message, or from then on."""
    deadline: datetime | None = None
    """After this it is of no use, where that does not follow from what it is about."""
    tries: int = 0
    """How often it was on its way."""
    tried_at: datetime | None = None
    """When it was last."""
    sending: bool = False
    """The last try was begun, and what came of it was not kept."""
    ambiguous: int = 0
    """Of how many tries nobody can say whether it arrived."""
    again_at: datetime | None = None
    """When it may be tried again."""
    code: str = ""
    """What the last try came to, e.g. `429 TooManyRequests`; `NoAddress` when there was none."""


class Wish(Record, frozen=True, kw_only=True):
    """How a person wants to be reached. Key: the person."""

    snoozed_until: date | None = None
    stand_in: str | None = None
    stand_in_until: date | None = None
    """The last day of the stand-in; without one until it is ended."""
    stopped: bool = False
    left_at: datetime | None = None
    """When the person took the app away in Teams: nothing arrives there until it is back."""


class Address(Record, frozen=True, kw_only=True):
    """Where a person can be reached, or a team or group chat that has the app.

    Key: tenant/object id, or tenant/conversation. Kept in the shared part.
    """

    reference: dict[str, str]
    """service_url, conversation, bot, user, tenant, channel."""
    at: datetime
    joined_at: datetime | None = None
    """When the app was last installed there; the channel tells that twice."""
    left_at: datetime | None = None
    """When the app was removed: from then on nothing is sent, whatever Teams would take."""
    blocked: str = ""
    """Why nothing is sent until something comes from there: a code of the channel."""


class OfferedPaper(Record, frozen=True, kw_only=True):
    """A document that somebody may still accept. Key: the id it was offered under.

    Kept in the shared part: who accepts it may reach another process than made it.
    """

    plan: str
    part: str
    kind: str
    language: Language
    form: PlanFormat | None = None
    """The form that was being tried out in it."""
    at: datetime
    to: str = ""
    """Who may have it: tenant/object id."""
    taken: bool = False


class Team(Record, frozen=True, kw_only=True):
    """A channel that hears of dates and agendas, never of answers. Key: its conversation."""

    reference: dict[str, str]
    name: str = ""
    by: str
    at: datetime
    blocked: str = ""
    """Why nothing is sent until the channel is named again: a code of the channel."""
    team: str = ""
    """Teams' id of the team it is a channel of."""
    team_name: str = ""
    gone: str = ""
    """Teams' word for why nothing can be said there, such as `channelDeleted`; "" when it can."""
    gone_at: datetime | None = None
