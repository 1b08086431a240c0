"""What a message that is due says, worked out when it goes out: never yesterday's figures."""

from dialogs.messages.bundling import Bundle, bundle, carried_along, opened, opens
from dialogs.messages.saying import KINDS, say, summary

__all__ = ["KINDS", "Bundle", "bundle", "carried_along", "opened", "opens", "say", "summary"]
