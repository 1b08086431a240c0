"""Which addresses the bot speaks to: those of Teams, and on one computer its own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, TypeGuard

LONGEST: Final = 4_096

# Every character that could make two readers see two hosts is left out of these.
_SERVICE = re.compile(r"https://([a-z0-9.-]+)(?::443)?(?:/[A-Za-z0-9._~-]+)*/?", re.ASCII)
_FILE = re.compile(
    r"https://([A-Za-z0-9-]+\.sharepoint\.com)(?::443)?/[!-\[\]-~]*", re.ASCII | re.IGNORECASE
)
_HERE = re.compile(
    r"http://(?:localhost|127\.0\.0\.1|\[::1\])(?::[0-9]{1,5})?(?:/[!-\[\]-~]*)?", re.ASCII
)
_STEPS = re.compile(r"/\.{1,2}(?=[/?#]|\Z)")


@dataclass(frozen=True, kw_only=True)
class Hosts:
    """service: the hosts of the Bot Connector. files: those that an accepted file may go to,
    each below sharepoint.com; none named is all of those. loopback: this computer instead.
    """

    service: frozenset[str] = frozenset()
    files: frozenset[str] = frozenset()
    loopback: bool = False

    def admits(self, url: object) -> bool:
        """Whether replies and messages may go to this service URL, token and all."""
        if not _plain(url):
            return False
        if self.loopback and _here(url):
            return True
        found = _SERVICE.fullmatch(url)
        return found is not None and found[1] in self.service

    def admits_file(self, url: object) -> bool:
        """Whether a document may be put at this address, which came from a person's client."""
        if not _plain(url):
            return False
        if self.loopback and _here(url):
            return True
        found = _FILE.fullmatch(url)
        return found is not None and (not self.files or found[1].lower() in self.files)


TEAMS: Final = Hosts(service=frozenset({"smba.trafficmanager.net"}))
"""One name: anybody may have another below trafficmanager.net, and those of the clouds of the
American government take tokens of another issuer."""

LOOPBACK: Final = Hosts(loopback=True)
"""For `--dev`: nothing leaves the computer but what a person's own client names as a file."""


def _plain(url: object) -> TypeGuard[str]:
    return isinstance(url, str) and len(url) <= LONGEST and not _STEPS.search(url)


def _here(url: str) -> bool:
    return bool(_HERE.fullmatch(url))
