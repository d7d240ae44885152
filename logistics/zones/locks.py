"""Locks of delivery zones: a zone's row stands for the zone and all of its methods."""

from logistics.zones.zone import ShippingZone


def lock_zone(zone_id: int) -> ShippingZone:
    """The zone, for this transaction alone; raises ``ShippingZone.DoesNotExist``."""
    return ShippingZone.objects.select_for_update().get(pk=zone_id)
