"""Which shipments an event of freight is about, and ``record_pushed``: what a line pushed is put on them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import structlog
from django.db.models import Q, QuerySet

from logistics.shipments.arrival.estimate import EstimateSource
from logistics.shipments.freight.freight_data import FreightData
from logistics.shipments.freight.read_dcsa import BadFreightEvent, read_dcsa
from logistics.shipments.freight.record_freight_event import record_freight_event
from logistics.shipments.freight.subscription import FreightSubscription
from logistics.shipments.shipment import Shipment

log = structlog.get_logger(__name__)


def shipments_about(data: FreightData, *, seller_id: int) -> QuerySet[Shipment]:
    """The seller's shipments with a leg of this booking, bill of lading or container."""
    names = Q(pk__in=[])
    for number in filter(None, (data.booking_reference, data.transport_document, data.document_id)):
        names |= Q(legs__reference=number) | Q(legs__transport_document=number) | Q(tracking_number=number)
    if data.equipment:
        names |= Q(legs__containers__number=data.equipment)
    return Shipment.objects.filter(names, seller_id=seller_id).distinct()


def record_pushed(*, key: str, told: Mapping[str, Any]) -> bool:
    """Whether there is a shipment for it; an event that cannot be read is about none, and asking again is no use."""
    subscription = FreightSubscription.objects.get(key=key)
    try:
        data = read_dcsa(told)
    except BadFreightEvent as error:
        log.info("freight event not read", field=error.field, subscription=subscription.pk)
        return True
    shipments = list(shipments_about(data, seller_id=subscription.seller_id))
    for shipment in shipments:
        record_freight_event(shipment=shipment, data=data, source=EstimateSource.CARRIER)
    return bool(shipments)
