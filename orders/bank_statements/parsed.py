"""What any kind of statement file says, before it is anybody's row."""

import hashlib
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from django.db import models

from i18n.money import Money


class Direction(models.TextChoices):
    """Seen from our account."""

    CREDIT = "CREDIT"
    """Money came in."""
    DEBIT = "DEBIT"
    """Money went out."""


class BadStatement(ValueError):
    """The file is no statement that can be believed as a whole; nothing of it was taken.

    ``place`` says where: a line of a CSV file, an element of an XML file.
    """

    def __init__(self, reason: str, place: str = "") -> None:
        super().__init__(f"{reason} {place}".strip())
        self.reason = reason
        self.place = place


LARGEST = Decimal(10) ** 15
"""Above what one line of a collection account can be; keeps a slip of the columns from becoming an amount."""
LONGEST_TEXT = 1000
LONGEST_NAME = 200
LONGEST_REFERENCE = 140


@dataclass(frozen=True, slots=True)
class ParsedEntry:
    """One line. Texts are the bank's and the payer's, cut to what is stored."""

    direction: Direction
    amount: Money
    booked_on: date
    valued_on: date | None = None
    bank_reference: str = ""
    """What the bank calls the entry; the same in every file that has it. Empty where the bank gives none."""
    structured_reference: str = ""
    """The payer's ISO 11649 reference, where the file has a place for it."""
    text: str = ""
    other_name: str = ""
    other_account: str = ""
    is_reversal: bool = False
    """The bank takes an earlier entry back."""


@dataclass(frozen=True, slots=True)
class ParsedStatement:
    account_number: str
    """Empty where the file does not say."""
    currency: str
    reference: str = ""
    opening: Money | None = None
    closing: Money | None = None
    entries: tuple[ParsedEntry, ...] = field(default_factory=tuple)


def clean(text: str, longest: int) -> str:
    """On one line, without control characters, cut."""
    printable = "".join(sign if sign.isprintable() else " " for sign in text)
    return " ".join(printable.split())[:longest]


def tidied(entry: ParsedEntry) -> ParsedEntry:
    """With its texts cut to what is stored. Raises ``BadStatement`` for an amount that cannot be."""
    if not 0 < entry.amount.amount < LARGEST:
        raise BadStatement("an amount is not between zero and what fits", f"{entry.amount.amount}"[:40])
    return replace(
        entry,
        bank_reference=clean(entry.bank_reference, LONGEST_REFERENCE),
        structured_reference=clean(entry.structured_reference, LONGEST_REFERENCE),
        text=clean(entry.text, LONGEST_TEXT),
        other_name=clean(entry.other_name, LONGEST_NAME),
        other_account=clean(entry.other_account, 60),
    )


def keys_of(entries: tuple[ParsedEntry, ...]) -> list[str]:
    """A key per entry that is the same in every file with that entry.

    The bank's reference, and where it gives none (or gives one to several lines) a hash of everything the line says
    together with its count among lines that say the same: two equal transfers of one day are two transfers.
    """
    seen: dict[str, int] = {}
    keys = []
    for entry in entries:
        facts = f"{entry.booked_on}|{entry.direction}|{entry.amount.amount.normalize()}|{entry.amount.currency}"
        if entry.bank_reference:
            base = f"ref:{entry.bank_reference}|{facts}"
        else:
            base = f"line:{facts}|{entry.text}|{entry.structured_reference}|{entry.other_account}|{entry.other_name}"
        seen[base] = seen.get(base, 0) + 1
        keys.append(hashlib.sha256(f"{base}|{seen[base]}".encode()).hexdigest())
    return keys
