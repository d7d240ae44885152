"""Everything the peer knows: objects by id, what happened to them, and what time it believes it is."""

import copy
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.peers.stripe.refused import Refused, missing

Stored = dict[str, Any]
API_VERSION = "2026-10-28.endive"


@dataclass
class World:
    """One account at Stripe in test mode."""

    secret_key: str = "sk_test_of_the_peer"
    publishable_key: str = "pk_test_of_the_peer"
    url: str = ""
    objects: dict[str, Stored] = field(default_factory=dict)
    events: list[Stored] = field(default_factory=list)
    clock_is_off_by: float = 0
    """Seconds by which its clock lies."""
    lock: threading.RLock = field(default_factory=threading.RLock)
    on_event: Callable[[Stored], None] = field(default=lambda event: None)
    _name: str = field(default_factory=lambda: secrets.token_hex(4))

    def now(self) -> int:
        return int(time.time() + self.clock_is_off_by)

    def new(self, prefix: str, object: str, **fields: Any) -> Stored:
        id = f"{prefix}_{self._name}{len(self.objects):06d}"
        made = {"id": id, "object": object, "created": self.now(), "livemode": False, **fields}
        self.objects[id] = made
        return made

    def find(self, object: str, id: str) -> Stored:
        found = self.objects.get(id)
        if found is None or found["object"] != object:
            raise missing(object, id)
        return found

    def all(self, object: str, **equal: Any) -> list[Stored]:
        """Newest first."""
        kept = [
            made
            for made in self.objects.values()
            if made["object"] == object and all(made.get(name) == value for name, value in equal.items())
        ]
        return kept[::-1]

    def happened(self, type: str, made: Stored) -> Stored:
        """An event carries a copy of the object as it is now."""
        event = self.new("evt", "event", type=type, api_version=API_VERSION, pending_webhooks=1)
        event |= {"data": {"object": copy.deepcopy(made)}, "request": {"id": None, "idempotency_key": None}}
        self.events.append(event)
        self.on_event(event)
        return event

    def listed(self, rows: list[Stored], given: dict[str, Any], path: str) -> Stored:
        """A page of a list, newest first, with Stripe's cursors."""
        limit = int(given.get("limit", 10))
        if not 1 <= limit <= 100:
            raise Refused("Invalid limit", param="limit")
        ids = [row["id"] for row in rows]
        if after := given.get("starting_after"):
            rows = rows[_place(ids, after) + 1 :]
            page, more = rows[:limit], len(rows) > limit
        elif before := given.get("ending_before"):
            rows = rows[: _place(ids, before)]
            page, more = rows[-limit:], len(rows) > limit
        else:
            page, more = rows[:limit], len(rows) > limit
        return {"object": "list", "url": path, "has_more": more, "data": page}


def _place(ids: list[str], id: str) -> int:
    if id not in ids:
        raise missing("object", id)
    return ids.index(id)
