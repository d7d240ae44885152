"""Which carriers are asked about a consignment, and on whose account."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from logistics.carrier import Account, Capability, Carrier
from logistics.carriers.accounts.find import find_accounts
from logistics.carriers.registry import carriers
from logistics.consignment import Consignment
from logistics.rates.ask.question import Question


@dataclass(frozen=True, slots=True)
class Asking:
    """What is to be sent, and whose goods they are: their seller's accounts are asked first."""

    consignment: Consignment
    seller_id: int | None = None


def questions_for(askings: Iterable[Asking], *, on: date, connected: bool) -> list[tuple[int, Question]]:
    """Each with the position of its asking. ``connected`` False: only carriers that need not be called."""
    given = list(askings)
    asked = [
        carrier
        for carrier in carriers().values()
        if Capability.QUOTE in carrier.capabilities and (connected or not carrier.account_fields)
    ]
    owners = [asking.seller_id for asking in given if asking.seller_id is not None]
    accounts = find_accounts(seller_ids=owners) if owners and any(each.account_fields for each in asked) else {}
    return [
        (position, Question(carrier, account, asking.consignment, on))
        for position, asking in enumerate(given)
        for carrier in asked
        if (account := _account(carrier, asking.seller_id, accounts)) is not None
    ]


def _account(carrier: Carrier, seller_id: int | None, accounts: Mapping[tuple[int, str], Account]) -> Account | None:
    """The seller's own, else the marketplace's, else nothing is asked; one is not needed everywhere."""
    if not carrier.account_fields:
        return Account(carrier=carrier.code, key="", seller_id=seller_id)
    return None if seller_id is None else accounts.get((seller_id, carrier.code))
