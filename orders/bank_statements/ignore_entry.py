"""``ignore_entry``: an entry is none of the orders' business, and a person said why."""

from uuid import UUID

from django.db import transaction

from marketplace.accounts.models import User
from orders.bank_statements.entry import BankEntry, EntryEventType, EntryStatus
from orders.bank_statements.move_entry import lock_entry, move_entry


def ignore_entry(*, entry_id: UUID, reason: str, by: User) -> BankEntry:
    """It leaves the list of what has to be decided, and may come back. Raises ``IllegalEntryMove``."""
    with transaction.atomic():
        entry = lock_entry(entry_id)
        move_entry(entry, EntryStatus.IGNORED, EntryEventType.IGNORED, by=by, note=reason)
    return entry
