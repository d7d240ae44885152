"""Sending events: signed as Stripe does (``t=…,v1=…``, HMAC-SHA256), once, twice, late or never."""

import hashlib
import hmac
import json
import time
import urllib.error
import urllib.request
from collections.abc import Iterable
from dataclasses import dataclass, field

from tests.peers.stripe.world import Stored, World

SECRET = "whsec_of_the_peer"


def signature(body: bytes, secret: str, timestamp: int) -> str:
    signed = hmac.new(secret.encode(), f"{timestamp}.".encode() + body, hashlib.sha256).hexdigest()
    return f"t={timestamp},v1={signed}"


@dataclass
class Webhooks:
    """Events wait until ``deliver`` sends them, in the order and number it is told."""

    world: World
    url: str = ""
    secret: str = SECRET
    timestamp_is_off_by: float = 0
    """Seconds by which the signature's clock lies."""
    waiting: list[Stored] = field(default_factory=list)

    def remember(self, event: Stored) -> None:
        self.waiting.append(event)

    def signed(self, event: Stored) -> tuple[bytes, dict[str, str]]:
        body = json.dumps(event, indent=2).encode()
        header = signature(body, self.secret, int(time.time() + self.timestamp_is_off_by))
        return body, {"Stripe-Signature": header, "Content-Type": "application/json; charset=utf-8"}

    def take(self, *, backwards: bool = False, twice: bool = False, types: Iterable[str] = ()) -> list[Stored]:
        """The waiting events (of these types; others stay), which wait no longer."""
        wanted = set(types)
        taken = [event for event in self.waiting if not wanted or event["type"] in wanted]
        self.waiting = [event for event in self.waiting if event not in taken]
        ordered = taken[::-1] if backwards else taken
        return [event for event in ordered for _ in range(2 if twice else 1)]

    def deliver(self, *, backwards: bool = False, twice: bool = False, types: Iterable[str] = ()) -> list[int]:
        """POST them one after the other; the statuses that were answered."""
        return [self.send(event) for event in self.take(backwards=backwards, twice=twice, types=types)]

    def lose(self) -> int:
        """Nobody will ever hear of them, unless they ask for the list of events."""
        return len(self.take())

    def send(self, event: Stored) -> int:
        body, headers = self.signed(event)
        request = urllib.request.Request(self.url, data=body, headers=headers, method="POST")  # noqa: S310  # loopback
        try:
            with urllib.request.urlopen(request, timeout=20) as answer:  # noqa: S310
                return int(answer.status)
        except urllib.error.HTTPError as refused:
            return refused.code
