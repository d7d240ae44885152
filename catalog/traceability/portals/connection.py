"""PortalConnection: how a seller reaches a portal: address, key and names of fields."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone

from catalog.traceability.portals.discovery import portal_of
from catalog.traceability.portals.portal import Connection
from catalog.traceability.portals.rest.mapped import check_mapping
from catalog.traceability.portals.submission import PortalSubmission
from marketplace.sealed.field import SealedTextField
from marketplace.webhooks.address import parse_target

if TYPE_CHECKING:
    from marketplace.accounts.models import User
    from marketplace.sellers.models import Seller


class PortalConnection(models.Model):
    """One for each portal that is called. ``token`` is opened only to call."""

    seller = models.ForeignKey("sellers.Seller", on_delete=models.PROTECT, related_name="+")
    portal = models.CharField(max_length=30)
    url = models.CharField(max_length=500)
    token = SealedTextField(blank=True)
    mapping = models.JSONField(default=dict)
    changed_at = models.DateTimeField(auto_now=True)
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["seller", "portal"], name="portal_connection_once")]

    def __str__(self) -> str:
        return f"{self.seller_id} to {self.portal}"


class NothingToConnect(ValueError):
    """The portal is not called: its files are handed in by a person."""


def set_connection(
    *, seller: Seller, portal: str, url: str, token: str | None, mapping: Mapping[str, str], by: User | None
) -> PortalConnection:
    """``token`` ``None`` keeps the present one, but only for the present address: it is given to no other.

    Raises `UnknownPortal`, `NothingToConnect`, `BadMapping`, and ``BadTarget`` or ``AddressRefused`` for an address
    that is not of the public internet over TLS. What waits because of the present connection is tried again at once.
    """
    if portal_of(portal).by_hand:
        raise NothingToConnect(portal)
    parse_target(url)
    check_mapping(mapping)
    found = PortalConnection.objects.filter(seller=seller, portal=portal).first()
    row = found or PortalConnection(seller=seller, portal=portal, url=url, token="")
    if token is not None or row.url != url:
        row.token = token or ""
    row.url, row.mapping, row.changed_by = url, dict(mapping), by
    with transaction.atomic():
        row.save()
        waiting = PortalSubmission.objects.filter(lot__seller=seller, portal=portal, next_try_at__isnull=False)
        waiting.exclude(trouble="").update(next_try_at=timezone.now())
    return row


def remove_connection(*, seller: Seller, portal: str) -> None:
    """Forget address and key. Records on their way wait until there is another connection."""
    PortalConnection.objects.filter(seller=seller, portal=portal).delete()


def connection_of(seller_id: int, portal: str) -> Connection:
    """Empty where the seller has none."""
    row = PortalConnection.objects.filter(seller=seller_id, portal=portal).first()
    return Connection() if row is None else Connection(row.url, row.token.open(), row.mapping)
