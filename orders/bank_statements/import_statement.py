"""``import_statement``: a bank's file becomes rows, each entry once however many files have it.

1. Tell the format by the content; read the whole file or refuse it.
2. Every statement in it must be of one of this installation's collection accounts.
3. Write the entries that are not known yet; the same file again changes nothing.
4. Remember how the columns of a CSV file were read, for the next one of that account.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db import transaction

from marketplace.accounts.models import User
from orders.bank_statements.camt053 import read_camt053
from orders.bank_statements.csv_mapping import CsvMapping, RememberedMapping, mapping_from_json
from orders.bank_statements.entry import BankEntry, BankEntryEvent, EntryEventType
from orders.bank_statements.parsed import BadStatement, ParsedEntry, ParsedStatement, keys_of
from orders.bank_statements.read_csv import read_csv
from orders.bank_statements.statement import BankStatement, StatementFormat, plain_account
from orders.payments.bank.accounts import BankAccount, accounts

MOST_BYTES = 8 * 1024 * 1024
BATCH = 200
T = TypeVar("T")


class UnknownAccount(Exception):
    """The statement is of an account that buyers of this marketplace do not pay into."""

    def __init__(self, account_number: str, currency: str) -> None:
        super().__init__(f"no collection account {account_number} {currency}")
        self.account_number = account_number
        self.currency = currency


@dataclass(frozen=True, slots=True)
class Imported:
    statements: list[BankStatement]
    new_entries: int
    known_entries: int


def import_statement(
    *, content: bytes, file_name: str, by: User, currency: str = "", mapping: CsvMapping | None = None
) -> Imported:
    """CAMT.053 or CSV. A CSV file does not say of which account it is: ``currency`` does.

    Raises ``BadStatement``, ``UnknownAccount``, ``MappingNeeded``; nothing of the file is kept then.
    """
    if not content or len(content) > MOST_BYTES:
        raise BadStatement("the file is empty" if not content else "the file is too large")
    if _is_xml(content):
        return _write(read_camt053(content), StatementFormat.CAMT053, content, file_name, by)
    account = _account_of(currency)
    parsed, used = read_csv(
        content,
        account_number=account.account_number,
        currency=account.currency,
        mapping=mapping or _remembered(account),
    )
    with transaction.atomic():
        _remember(account, used)
        return _write([parsed], StatementFormat.CSV, content, file_name, by)


def _is_xml(content: bytes) -> bool:
    return content.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\x00").startswith(b"<")


def _account_of(currency: str) -> BankAccount:
    account = accounts().get(currency)
    if account is None:
        raise UnknownAccount("", currency)
    return account


def _remembered(account: BankAccount) -> CsvMapping | None:
    row = RememberedMapping.objects.filter(
        account_number=plain_account(account.account_number), currency=account.currency
    ).first()
    return mapping_from_json(row.mapping) if row else None


def _remember(account: BankAccount, mapping: CsvMapping) -> None:
    RememberedMapping.objects.update_or_create(
        account_number=plain_account(account.account_number),
        currency=account.currency,
        defaults={"mapping": mapping.as_json()},
    )


def _write(parsed: list[ParsedStatement], format: StatementFormat, content: bytes, name: str, by: User) -> Imported:
    for statement in parsed:
        _require_ours(statement)
    sha256 = hashlib.sha256(content).hexdigest()
    statements, new, known = [], 0, 0
    with transaction.atomic():
        for statement in parsed:
            row, added = _write_one(statement, format, sha256, name, by)
            statements.append(row)
            new += added
            known += len(statement.entries) - added
    return Imported(statements, new, known)


def _require_ours(statement: ParsedStatement) -> None:
    account = accounts().get(statement.currency)
    if account is None or plain_account(account.account_number) != plain_account(statement.account_number):
        raise UnknownAccount(statement.account_number, statement.currency)


def _write_one(
    parsed: ParsedStatement, format: StatementFormat, sha256: str, name: str, by: User
) -> tuple[BankStatement, int]:
    facts: dict[str, Any] = {
        "format": format,
        "file_name": name[:200],
        "opening_amount": parsed.opening.amount if parsed.opening else None,
        "closing_amount": parsed.closing.amount if parsed.closing else None,
        "entry_count": len(parsed.entries),
        "imported_by": by,
    }
    row, _created = BankStatement.objects.get_or_create(
        account_number=plain_account(parsed.account_number),
        currency=parsed.currency,
        sha256=sha256,
        reference=parsed.reference,
        defaults=facts,
    )
    return row, _write_entries(row, parsed.entries, by)


def _write_entries(statement: BankStatement, entries: tuple[ParsedEntry, ...], by: User) -> int:
    """Only what is new. Two people who bring the same file at the same moment: the later rows give way."""
    keys = keys_of(entries)
    of_account = BankEntry.objects.filter(account_number=statement.account_number)
    known = {key for some in batched(keys) for key in of_account.filter(key__in=some).values_list("key", flat=True)}
    fresh = [_entry(statement, key, entry) for key, entry in zip(keys, entries, strict=True) if key not in known]
    BankEntry.objects.bulk_create(fresh, ignore_conflicts=True, batch_size=BATCH)
    ids = [entry.pk for entry in fresh]
    written = {pk for some in batched(ids) for pk in of_account.filter(pk__in=some).values_list("pk", flat=True)}
    BankEntryEvent.objects.bulk_create(
        [BankEntryEvent(entry_id=pk, type=EntryEventType.IMPORTED, user=by) for pk in ids if pk in written],
        batch_size=BATCH,
    )
    return len(written)


def batched(values: Sequence[T]) -> Iterator[Sequence[T]]:
    """As many as a statement may have parameters for on every database."""
    return (values[start : start + BATCH] for start in range(0, len(values), BATCH))


def _entry(statement: BankStatement, key: str, entry: ParsedEntry) -> BankEntry:
    return BankEntry(
        statement=statement,
        account_number=statement.account_number,
        key=key,
        direction=entry.direction,
        currency=entry.amount.currency,
        amount=entry.amount.amount,
        booked_on=entry.booked_on,
        valued_on=entry.valued_on,
        bank_reference=entry.bank_reference,
        structured_reference=entry.structured_reference,
        text=entry.text,
        other_name=entry.other_name,
        other_account=entry.other_account,
        is_reversal=entry.is_reversal,
    )
