"""Whose account somebody's goods travel with: the seller's own, else the marketplace's."""

from __future__ import annotations

from collections.abc import Iterable

import structlog
from django.db.models import Q

from logistics.carrier import Account
from logistics.carriers.accounts.carrier_account import CarrierAccount
from marketplace.sealed.seal import BrokenSeal
from marketplace.written_once import WrittenOnce

_log = structlog.get_logger(__name__)
_live: WrittenOnce[CarrierAccount] = WrittenOnce(
    lambda sellers: CarrierAccount.objects.live().filter(Q(seller=None) | Q(seller__in=sellers))
)


def find_account(*, carrier: str, seller_id: int) -> Account | None:
    return find_accounts(seller_ids=[seller_id]).get((seller_id, carrier))


def find_accounts(*, seller_ids: Iterable[int]) -> dict[tuple[int, str], Account]:
    """By seller and carrier, in one query: every carrier that works for a seller."""
    wanted = set(seller_ids)
    opened = [account for account in map(_open, _live(sellers=wanted)) if account is not None]
    own = {(account.seller_id, account.carrier): account for account in opened}
    shared = [account for account in opened if account.seller_id is None]
    found = {(seller_id, account.carrier): account for seller_id in wanted for account in shared}
    return found | {
        (seller_id, carrier): own[seller_id, carrier] for seller_id, carrier in own if seller_id is not None
    }


def account_of_key(*, carrier: str, key: str) -> Account | None:
    """A live one."""
    row = CarrierAccount.objects.live().filter(carrier=carrier, key=key).first()
    return _open(row) if row is not None else None


def _open(row: CarrierAccount) -> Account | None:
    """Sealed under a key that is gone, an account is as good as none, until its owner enters it again."""
    try:
        return row.account()
    except BrokenSeal:
        _log.warning("carrier_account_cannot_be_opened", account=row.pk, carrier=row.carrier)
        return None
