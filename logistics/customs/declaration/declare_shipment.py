"""``declare_shipment``: fix what is declared of a shipment, as a new version when it differs from the last one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from logistics.customs.declaration.facts import Facts
from logistics.customs.declaration.facts_json import facts_to_json
from logistics.customs.declaration.stored import CustomsDeclaration
from logistics.shipments.locks import lock_shipment

if TYPE_CHECKING:
    from logistics.shipments.shipment import Shipment
    from marketplace.accounts.models import User


def declare_shipment(*, shipment: Shipment, facts: Facts, by: User | None = None) -> CustomsDeclaration:
    """The version in force. Declaring the same twice gives the same version; papers made before keep theirs.

    The shipment's row is held meanwhile, so that versions follow each other without a gap.
    """
    with transaction.atomic():
        consignment = lock_shipment(shipment.pk).consignment_data
        said = facts_to_json(facts)
        last = latest_declaration(shipment)
        if last is not None and (last.consignment_data, last.facts_data) == (consignment, said):
            return last
        return CustomsDeclaration.objects.create(
            shipment=shipment,
            version=last.version + 1 if last else 1,
            consignment_data=consignment,
            facts_data=said,
            created_by=by,
        )


def latest_declaration(shipment: Shipment) -> CustomsDeclaration | None:
    return CustomsDeclaration.objects.filter(shipment_id=shipment.pk).order_by("-version").first()
