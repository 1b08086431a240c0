"""Our sender in the place of the SDK's connector client, and messages in the SDK's form."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from functools import cache
from typing import Any, Self

from botbuilder.core import InvokeResponse, TurnContext
from botbuilder.core.cloud_adapter_base import CloudAdapterBase
from botbuilder.schema import (
    Activity,
    ActivityTypes,
    Attachment,
    ChannelAccount,
    ConversationAccount,
    ConversationReference,
    DeliveryModes,
    ResourceResponse,
)
from botframework.connector.auth import ConnectorFactory
from msrest.serialization import Model

from bot.connector import Connector
from bot.exchange import CARD
from bot.heard import OfferedFile, Outgoing
from bot.sender import Sender
from bot.shape import LONGEST_ADDRESS, Json, optional, within

CONSENT = "application/vnd.microsoft.teams.card.file.consent"
FILE = "application/vnd.microsoft.teams.card.file.info"

EXPECTED = "expected"
"""Under this name a turn notes whether its replies go in the response."""


class Own(Activity):
    """One that nobody else holds: the SDK need not copy it before it addresses it."""

    def __deepcopy__(self, _: object) -> Self:
        return self


def deserialised(body: Json) -> Activity:
    """The SDK's view of `body`: what it needs for replying, and no more. MalformedError."""
    conversation = within(body, "conversation")
    return Activity(
        type=optional(body, "type"),
        id=optional(body, "id") or None,
        channel_id=optional(body, "channelId"),
        service_url=optional(body, "serviceUrl", longest=LONGEST_ADDRESS),
        from_property=_account(body, "from"),
        recipient=_account(body, "recipient"),
        conversation=ConversationAccount(
            id=optional(conversation, "id"),
            conversation_type=optional(conversation, "conversationType") or None,
            tenant_id=optional(conversation, "tenantId") or None,
        ),
        delivery_mode=optional(body, "deliveryMode") or None,
        locale=optional(body, "locale") or None,
    )


def _account(body: Json, key: str) -> ChannelAccount:
    return ChannelAccount(id=optional(within(body, key), "id") or None)


def serialised(value: Any) -> Any:
    """A model of the SDK as JSON, without what is not set; anything else is JSON already.

    The SDK's own serialiser looks up, checks and copies every field, also of a whole card.
    """
    if isinstance(value, Model):
        known = vars(value)
        named = ((wire, known.get(name)) for name, wire in _names(value.__class__))
        return {wire: serialised(found) for wire, found in named if found is not None}
    if isinstance(value, list):
        return [serialised(one) for one in value]
    return value.value if isinstance(value, Enum) else value


@cache
def _names(kind: type[Model]) -> tuple[tuple[str, str], ...]:
    """Of every field its name, and what it is called on the wire."""
    return tuple((name, how["key"]) for name, how in kind._attribute_map.items())  # noqa: SLF001


class Conversations:
    """What CloudAdapterBase asks of a connector client, for one turn. All raise SendError."""

    def __init__(self, connector: Connector, sender: Sender, service: str) -> None:
        self._connector = connector
        self._sender = sender
        self._replies = sender.turn()
        self._service = service

    async def send_to_conversation(
        self, conversation: str, activity: Activity
    ) -> ResourceResponse:
        return await self.reply_to_activity(conversation, "", activity)

    async def reply_to_activity(
        self, conversation: str, about: str, activity: Activity
    ) -> ResourceResponse:
        payload = serialised(activity)

        async def post() -> str | None:
            return await self._connector.post(self._service, conversation, payload, about)

        if activity.type == ActivityTypes.typing:  # Of no use later.
            return ResourceResponse(id=await self._sender.once(conversation, post, 0.1))
        return ResourceResponse(id=await self._replies.send(conversation, post))

    async def update_activity(self, conversation: str, message: str, activity: Activity) -> None:
        payload = serialised(activity)
        await self._replies.send(
            conversation,
            lambda: self._connector.put(self._service, conversation, message, payload),
        )

    async def delete_activity(self, conversation: str, message: str) -> None:
        await self._replies.send(
            conversation, lambda: self._connector.delete(self._service, conversation, message)
        )


class Adapter(CloudAdapterBase):
    """The SDK's adapter; `bot.channel_auth.Gate` and `Clients` are what makes it ours."""

    def _process_turn_results(self, context: TurnContext) -> InvokeResponse | None:
        if not context.turn_state.get(EXPECTED):
            return super()._process_turn_results(context)
        replies = [serialised(a) for a in context.buffered_reply_activities]
        return InvokeResponse(status=200, body={"activities": replies})


class Client:
    """What the SDK takes for its connector client."""

    def __init__(self, conversations: Conversations) -> None:
        self.conversations = conversations


class Clients(ConnectorFactory):
    def __init__(self, connector: Connector, sender: Sender) -> None:
        self._connector = connector
        self._sender = sender

    async def create(self, service_url: str, audience: str) -> Client:
        return Client(Conversations(self._connector, self._sender, service_url))


class ContextWire:
    """The way back from one turn (`bot.exchange.Wire`)."""

    def __init__(self, context: TurnContext) -> None:
        self._context = context
        asked = context.activity.delivery_mode == DeliveryModes.expect_replies
        # The response to an invoke carries its own answer, never replies.
        context.turn_state[EXPECTED] = asked and context.activity.type != ActivityTypes.invoke
        if not context.turn_state[EXPECTED]:
            self.detach()

    async def send(self, outgoing: Outgoing) -> None:
        await self._context.send_activities(activities(outgoing))

    async def replace(self, message: str, outgoing: Outgoing) -> None:
        activity = activities(outgoing)[-1]
        activity.id = message
        await self._context.update_activity(activity)

    async def remove(self, message: str) -> None:
        await self._context.delete_activity(message)

    async def typing(self) -> None:
        if self._context.activity.delivery_mode is None:
            await self._context.send_activities([Own(type=ActivityTypes.typing)])

    def detach(self) -> None:
        self._context.activity.delivery_mode = None

    async def hand_over(self, upload: Mapping[str, str]) -> None:
        """The card of a file that now stands at its place."""
        _, _, kind = upload["name"].rpartition(".")
        card = Attachment(
            content_type=FILE,
            content_url=upload["content_url"],
            name=upload["name"],
            content={"uniqueId": upload["unique_id"], "fileType": kind.lower()},
        )
        await self._context.send_activities([_message(attachments=[card])])


def activities(outgoing: Outgoing) -> list[Activity]:
    """Words and a card go apart: Teams splits them itself, and then tells no message id."""
    made = []
    if outgoing.text:
        made.append(_message(text=outgoing.text, text_format="plain"))
    if outgoing.card is not None:
        card = Attachment(content_type=CARD, content=outgoing.card)
        made.append(_message(attachments=[card]))
    if outgoing.file is not None:
        made.append(_message(attachments=[_offer(outgoing.file)]))
    if made and outgoing.summary:
        made[-1].summary = outgoing.summary
    if made and outgoing.notify:
        made[-1].channel_data = {"notification": {"alert": True}}
    return made


def addressed(activity: Activity, address: Mapping[str, str], conversation: str) -> Activity:
    """`activity` on its way to a person who said nothing just now."""
    return TurnContext.apply_conversation_reference(
        activity,
        ConversationReference(
            bot=ChannelAccount(id=address["bot"]),
            user=ChannelAccount(id=address["user"]),
            conversation=ConversationAccount(id=conversation),
            channel_id=address["channel"],
            service_url=address["service_url"],
        ),
    )


def _message(**parts: Any) -> Activity:
    return Own(type=ActivityTypes.message, **parts)


def _offer(file: OfferedFile) -> Attachment:
    context = {"v": 1, "f": file.id}
    return Attachment(
        content_type=CONSENT,
        name=file.name,
        content={
            "description": file.description,
            "sizeInBytes": file.size,
            "acceptContext": context,
            "declineContext": context,
        },
    )
