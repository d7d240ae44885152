"""Write an entry."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from marketplace.accounts.models import User
from marketplace.audit.entry import AuditEntry, AuditObject, AuditOutcome
from marketplace.audit.retention import keep_until

MOST_OBJECTS, MOST_FIELDS, MOST_CODES = 50, 200, 20


@dataclass(slots=True)
class Asked:
    """What somebody asked for: everything of an entry but what came of it."""

    operation: str
    request_id: str
    actor: User | None
    acting_for: User | None = None
    fields: Sequence[str] = ()
    objects: list[tuple[str, str]] = field(default_factory=list)


def record(asked: Asked, outcome: AuditOutcome, *, now: datetime, codes: Sequence[str] = ()) -> AuditEntry:
    """In the transaction of the caller, where there is one."""
    until = keep_until(now)
    with transaction.atomic():
        entry: AuditEntry = AuditEntry.objects.create(
            at=now,
            actor=asked.actor,
            acting_for=asked.acting_for,
            operation=asked.operation[:80],
            outcome=outcome,
            codes=list(codes)[:MOST_CODES],
            fields=[name[:120] for name in asked.fields[:MOST_FIELDS]],
            request_id=asked.request_id[:32],
            keep_until=until,
        )
        named = [(kind, key) for kind, key in dict.fromkeys(asked.objects) if len(kind) <= 60 and len(key) <= 120]
        AuditObject.objects.bulk_create(
            AuditObject(entry=entry, kind=kind, key=key, keep_until=until) for kind, key in named[:MOST_OBJECTS]
        )
    return entry
