"""Which named queries somebody may use: those of the sellers they work for."""

from __future__ import annotations

from django.db.models import QuerySet

from catalog.traceability.epcis.named_queries.named_query import NamedQuery
from catalog.traceability.epcis.rights.viewer import Viewer


def queries_of(viewer: Viewer) -> QuerySet[NamedQuery]:
    return NamedQuery.objects.filter(seller_id__in=viewer.seller_ids).order_by("name", "id")
