"""Make delivery zones, change them, delete them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Unpack

from django.db import transaction

from catalog.refusal import Problem, Refused, refuse_any
from i18n.messages import gettext_noop as _
from i18n.translate import remove_translations
from logistics.zones.locks import lock_zone
from logistics.zones.method import ShippingMethod
from logistics.zones.zone import ShippingZone
from logistics.zones.zone_fields import MOST_ZONES, ZoneFields, tidy_zone, zone_problems
from marketplace.channels.models import Channel
from marketplace.sellers.models import Seller


def create_zone(*, seller: Seller, channels: Sequence[Channel], **fields: Unpack[ZoneFields]) -> ShippingZone:
    """A zone without methods: it changes nothing for buyers until it has one. Raises `Refused`."""
    with transaction.atomic():
        # The seller's row is the lock that keeps two at once from passing the limit.
        Seller.objects.select_for_update().get(pk=seller.pk)
        if ShippingZone.objects.filter(seller=seller).count() >= MOST_ZONES:
            raise Refused(Problem("seller", "TOO_MANY", _("At most %(limit)s."), {"limit": MOST_ZONES}))
        zone = _write(ShippingZone(seller=seller), fields)
        zone.channels.set(channels)
    return zone


def update_zone(
    *,
    zone: ShippingZone,
    added: Sequence[Channel] = (),
    removed: Sequence[Channel] = (),
    **fields: Unpack[ZoneFields],
) -> ShippingZone:
    """Baskets are priced by it from now on; orders keep what they have. Raises `Refused`."""
    with transaction.atomic():
        _write(lock_zone(zone.pk), fields)
        zone.channels.remove(*removed)
        zone.channels.add(*added)
    zone.refresh_from_db()
    return zone


def delete_zone(*, zone: ShippingZone) -> None:
    """With its methods and their translations. Without zones the seller's goods travel as carriers quote."""
    with transaction.atomic():
        lock_zone(zone.pk)
        methods = [str(key) for key in zone.methods.values_list("pk", flat=True)]
        zone.delete()
        remove_translations(subject=ShippingMethod.SUBJECT, object_ids=methods)


def _write(zone: ShippingZone, fields: ZoneFields) -> ShippingZone:
    for name, value in tidy_zone(fields).items():
        setattr(zone, name, value)
    refuse_any(zone_problems(zone))
    zone.save()
    return zone
