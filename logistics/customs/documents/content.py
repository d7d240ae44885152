"""What a trade document says. Everything on the page comes from here and nothing is looked up later."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from i18n.money import Money, sum_money
from logistics.consignment import Consignment
from logistics.consignment_json import (
    consignment_from_json,
    consignment_to_json,
    money_from_json,
    money_to_json,
)
from logistics.customs.declaration.declaration import Declaration
from logistics.customs.declaration.facts import Facts
from logistics.customs.declaration.facts_json import facts_from_json, facts_to_json
from logistics.customs.documents.document import DocumentKind

OF_SEVERAL = frozenset({DocumentKind.PROFORMA, DocumentKind.ORDER_CONFIRMATION})
"""What speaks of a whole order, with goods of any number of sellers."""


@dataclass(frozen=True, slots=True)
class BankDetails:
    """The account a proforma asks to pay into."""

    bank_name: str
    account_holder: str
    account_number: str
    bic: str = ""
    qr_text: str = ""
    """What a QR code for banking apps says, where there is one."""


@dataclass(frozen=True, slots=True)
class Share:
    """One of several sums by which a proforma is paid: a deposit, a balance."""

    name: str
    """English message id: what it is and when it is due."""
    amount: Money
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class DocumentContent:
    """One document. Most are of one consignment; a proforma and a confirmation of all that an order asks for."""

    kind: DocumentKind
    number: str
    issued_on: date
    language: str
    """The buyer's; the page carries English beside it."""
    consignments: tuple[Consignment, ...]
    order_reference: str = ""
    buyer_reference: str = ""
    """The buyer's own purchase order number."""
    carrier: str = ""
    tracking_number: str = ""
    payment_reference: str = ""
    payment_due_on: date | None = None
    bank: BankDetails | None = None
    tax_included: Money | None = None
    """The tax that the amounts already contain, in a market whose prices include it."""

    shares: tuple[Share, ...] = ()
    """How the total is to be paid, where it isn't all at once."""
    discount: Money | None = None
    """What a voucher takes off the sum of the goods."""
    paid: Money | None = None
    """What has been paid of an invoice."""
    refers_to: str = ""
    """The number of the paper that a credit note takes something back of."""
    credits: tuple[Share, ...] = ()
    """What a credit note gives back, by name."""
    reason: str = ""
    """Why, as a person said it."""
    facts: Facts = field(default_factory=Facts)
    """What the declaration says besides the goods."""
    version: int = 1
    """Of the declaration that it is made from."""

    def __post_init__(self) -> None:
        if not self.consignments or (self.kind not in OF_SEVERAL and len(self.consignments) != 1):
            raise ValueError(f"a {self.kind.label.lower()} cannot be of {len(self.consignments)} consignments")

    @property
    def declarations(self) -> tuple[Declaration, ...]:
        """What the pages show: goods and facts together, one declaration for each consignment."""
        return tuple(Declaration(consignment, self.facts) for consignment in self.consignments)

    @property
    def declaration(self) -> Declaration:
        return self.declarations[0]

    @property
    def currency(self) -> str:
        return self.consignments[0].currency

    @property
    def goods(self) -> Money:
        return sum_money((part.goods for part in self.declarations), self.currency)

    @property
    def freight(self) -> Money | None:
        return _sum_known([part.freight for part in self.consignments])

    @property
    def insurance(self) -> Money | None:
        return _sum_known([part.insurance for part in self.consignments])

    @property
    def total(self) -> Money:
        if self.credits:
            return sum_money((credit.amount for credit in self.credits), self.currency)
        extra = [amount for amount in (self.freight, self.insurance) if amount is not None]
        whole = sum_money([self.goods, *extra], self.currency).quantize()
        return whole - self.discount if self.discount is not None else whole


def _sum_known(amounts: list[Money | None]) -> Money | None:
    known = [amount for amount in amounts if amount is not None]
    return sum_money(known, known[0].currency) if known else None


def content_to_json(content: DocumentContent) -> dict[str, Any]:
    return {
        "kind": content.kind.value,
        "number": content.number,
        "issued_on": content.issued_on.isoformat(),
        "language": content.language,
        "consignments": [consignment_to_json(part) for part in content.consignments],
        "order_reference": content.order_reference,
        "buyer_reference": content.buyer_reference,
        "carrier": content.carrier,
        "tracking_number": content.tracking_number,
        "payment_reference": content.payment_reference,
        "payment_due_on": content.payment_due_on.isoformat() if content.payment_due_on else None,
        "bank": dataclasses.asdict(content.bank) if content.bank else None,
        "tax_included": money_to_json(content.tax_included),
        "shares": [_share_to_json(share) for share in content.shares],
        "discount": money_to_json(content.discount),
        "paid": money_to_json(content.paid),
        "refers_to": content.refers_to,
        "credits": [_share_to_json(credit) for credit in content.credits],
        "reason": content.reason,
        "facts": facts_to_json(content.facts),
        "version": content.version,
    }


def content_from_json(data: dict[str, Any]) -> DocumentContent:
    due = data["payment_due_on"]
    return DocumentContent(
        **{
            **data,
            "kind": DocumentKind(data["kind"]),
            "issued_on": date.fromisoformat(data["issued_on"]),
            "consignments": tuple(consignment_from_json(part) for part in data["consignments"]),
            "payment_due_on": date.fromisoformat(due) if due else None,
            "bank": BankDetails(**data["bank"]) if data["bank"] else None,
            "tax_included": money_from_json(data["tax_included"]),
            "shares": tuple(_share_from_json(share) for share in data.get("shares", ())),
            "discount": money_from_json(data.get("discount")),
            "paid": money_from_json(data.get("paid")),
            "credits": tuple(_share_from_json(credit) for credit in data.get("credits", ())),
            "facts": facts_from_json(data["facts"]) if "facts" in data else Facts(),
        }
    )


def _share_to_json(share: Share) -> dict[str, Any]:
    due = share.due_on.isoformat() if share.due_on else None
    return {"name": share.name, "amount": money_to_json(share.amount), "due_on": due}


def _share_from_json(data: dict[str, Any]) -> Share:
    amount = money_from_json(data["amount"])
    if amount is None:
        raise ValueError("a share has an amount")
    return Share(data["name"], amount, date.fromisoformat(data["due_on"]) if data["due_on"] else None)
