"""``readable_master_data``: what was said of places, parties and kinds of goods, as far as the viewer may know it."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q, QuerySet

from catalog.traceability.epcis.event import Audience
from catalog.traceability.epcis.master_data.master_datum import MasterDatum
from catalog.traceability.epcis.rights.chain_partner import ChainPartner
from catalog.traceability.epcis.rights.viewer import Viewer


def readable_master_data(viewer: Viewer) -> QuerySet[MasterDatum]:
    """What holds now. Of a seller's for its CHAIN, whoever shares goods with that seller reads all."""
    allowed = Q(audience=Audience.PUBLIC)
    if viewer.seller_ids:
        shared = ChainPartner.objects.filter(seller=OuterRef("seller"), partner__in=viewer.seller_ids)
        allowed |= Q(seller_id__in=viewer.seller_ids) | Q(Exists(shared), audience=Audience.CHAIN)
    if viewer.is_authority:
        allowed |= ~Q(audience=Audience.OWNER)
    return MasterDatum.objects.filter(allowed, is_current=True)
