"""Change what an entry is taken for, along its table of states, with a line in its history."""

from uuid import UUID

from marketplace.accounts.models import User
from orders.bank_statements.entry import (
    ENTRY_MOVES,
    BankEntry,
    BankEntryEvent,
    EntryEventType,
    EntryStatus,
    IllegalEntryMove,
)


def lock_entry(entry_id: UUID) -> BankEntry:
    """The entry as it is now, held until the transaction ends. Taken after the order's lock, never before it."""
    return BankEntry.objects.select_for_update(of=("self",)).get(pk=entry_id)


def require_entry_move(entry: BankEntry, to: EntryStatus) -> None:
    """Raises ``IllegalEntryMove`` when the table does not know the move."""
    if to not in ENTRY_MOVES[EntryStatus(entry.status)]:
        raise IllegalEntryMove(entry.status, to)


def move_entry(entry: BankEntry, to: EntryStatus, type: EntryEventType, *, by: User, note: str = "") -> None:
    """The caller holds the entry's lock. Raises ``IllegalEntryMove``."""
    require_entry_move(entry, to)
    entry.status = to
    entry.save(update_fields=["status"])
    BankEntryEvent.objects.create(entry=entry, type=type, user=by, note=note[:500])
