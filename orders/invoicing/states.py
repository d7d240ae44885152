"""The states of a tax invoice and the one table of moves between them."""

from collections.abc import Mapping
from types import MappingProxyType

from django.db import models


class InvoiceStatus(models.TextChoices):
    DRAFT = "DRAFT"
    """Not written yet: it has no number, and follows the order until it is issued."""
    ISSUED = "ISSUED"
    """It has its number and never changes again. Nobody has been given it."""
    SENT = "SENT"
    """Handed over. Whether the tax authority takes it is not known."""
    ACCEPTED = "ACCEPTED"
    """The tax authority gave its code, or took it."""
    REJECTED = "REJECTED"
    """Not taken: it is handed over again when the reason is gone, or replaced."""
    REPLACED = "REPLACED"
    """Another one stands in its place."""
    ADJUSTED = "ADJUSTED"
    """Others correct its amounts; it is read together with them."""


S = InvoiceStatus
INVOICE_MOVES: Mapping[InvoiceStatus, frozenset[InvoiceStatus]] = MappingProxyType(
    {
        S.DRAFT: frozenset({S.ISSUED}),
        S.ISSUED: frozenset({S.SENT, S.REPLACED}),
        S.SENT: frozenset({S.ACCEPTED, S.REJECTED}),
        S.REJECTED: frozenset({S.SENT, S.REPLACED}),
        S.ACCEPTED: frozenset({S.REPLACED, S.ADJUSTED}),
        S.REPLACED: frozenset(),
        S.ADJUSTED: frozenset({S.ADJUSTED}),
    }
)
"""While an invoice is on its way nothing corrects it: first comes the answer. What the tax authority did not take has
no amounts to adjust and is replaced; what was adjusted is adjusted again, and not replaced."""


class IllegalInvoiceMove(Exception):
    """A tax invoice cannot go from one state to the other."""

    def __init__(self, number: str, before: str, after: str) -> None:
        super().__init__(f"{number} cannot go from {before} to {after}")
        self.number = number
        self.before = before
        self.after = after


def require_invoice_move(number: str, before: str, after: InvoiceStatus) -> None:
    """Raises ``IllegalInvoiceMove`` when the table does not know the move."""
    if after not in INVOICE_MOVES[InvoiceStatus(before)]:
        raise IllegalInvoiceMove(number, before, after)
