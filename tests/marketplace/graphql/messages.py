"""Rows for tests that need a table: outbox messages, which stand beside the kit at the bottom of the house."""

import datetime
from typing import Any

from marketplace.events.models import OutboxMessage

NOON = datetime.datetime(2026, 3, 1, 12, tzinfo=datetime.UTC)


def make_message(**overrides: Any) -> OutboxMessage:
    return OutboxMessage.objects.create(**{"name": "Fired", "payload": {}, "available_at": NOON, **overrides})
