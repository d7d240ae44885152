"""``connect_account``, ``change_account``, ``disconnect_account``: who may have whom carry goods, and at whose cost."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.utils import timezone

from logistics.carrier import Account, Carrier
from logistics.carriers.accounts.carrier_account import CarrierAccount
from logistics.carriers.accounts.check import is_accepted
from logistics.carriers.accounts.settings import checked, fill, new_webhook_secret
from logistics.carriers.registry import carrier_of

if TYPE_CHECKING:
    from marketplace.accounts.models import User
    from marketplace.sellers.models import Seller


class WantsNoAccount(ValueError):
    """The carrier works for everybody."""


class AlreadyConnected(ValueError):
    """There is a live account of this owner with the carrier: change it, or disconnect it first."""


class NotAccepted(ValueError):
    """The carrier refused the credentials; nothing was stored."""


def connect_account(
    *, carrier: str, seller: Seller | None, settings: Mapping[str, str], is_test: bool, by: User
) -> CarrierAccount:
    """Store the account of a seller (``None``: the marketplace's) after the carrier took its credentials.

    A carrier that is down does not stand in the way; ``is_working`` is empty then. Raises ``UnknownCarrier``,
    `WantsNoAccount`, ``BadSetting``, `AlreadyConnected` and `NotAccepted`.
    """
    adapter = carrier_of(carrier)
    if not adapter.account_fields:
        raise WantsNoAccount(carrier)
    row = CarrierAccount(carrier=carrier, seller=seller, is_test=is_test, connected_by=by)
    if CarrierAccount.objects.live().filter(carrier=carrier, seller=seller).exists():
        raise AlreadyConnected(carrier)
    _fill_accepted(row, adapter, checked(adapter, settings), new_webhook_secret(adapter))
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:  # somebody else was faster
        raise AlreadyConnected(carrier) from None
    return row


def change_account(*, row: CarrierAccount, settings: Mapping[str, str]) -> CarrierAccount:
    """Other credentials for the same account; what is left empty stays. Raises ``BadSetting`` and `NotAccepted`."""
    adapter, kept = carrier_of(row.carrier), row.settings()
    _fill_accepted(row, adapter, checked(adapter, settings, kept), kept.get("webhook_secret", ""))
    row.save(update_fields=["sealed_settings", "shown", "is_working", "checked_at"])
    return row


def renew_webhook_secret(*, row: CarrierAccount) -> str:
    """A new secret for the carrier's messages; those that know the old one are refused from now on."""
    adapter, kept = carrier_of(row.carrier), row.settings()
    secret = new_webhook_secret(adapter)
    fill(row, adapter, {field.name: kept.get(field.name, "") for field in adapter.account_fields}, secret)
    row.save(update_fields=["sealed_settings", "shown"])
    return secret


def disconnect_account(*, row: CarrierAccount) -> CarrierAccount:
    """Forget the credentials for ever. Shipments that were booked with it keep its name, and are followed no more."""
    row.sealed_settings, row.shown, row.is_working = "", {}, None
    row.disconnected_at = timezone.now()
    row.save(update_fields=["sealed_settings", "shown", "is_working", "disconnected_at"])
    return row


def _fill_accepted(row: CarrierAccount, carrier: Carrier, values: dict[str, str], webhook_secret: str) -> None:
    tried = {**values, **({"base_url": row.base_url} if row.base_url else {})}
    row.is_working = is_accepted(Account(row.carrier, row.key, row.seller_id, tried, row.is_test))
    if row.is_working is False:
        raise NotAccepted(row.carrier)
    row.checked_at = timezone.now() if row.is_working else None
    fill(row, carrier, values, webhook_secret)
