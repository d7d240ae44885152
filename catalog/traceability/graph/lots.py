"""``lots_by_uri``: which of a seller's lots the URIs in events name."""

from __future__ import annotations

from collections.abc import Collection
from urllib.parse import unquote
from uuid import UUID

from django.db.models import Q, QuerySet

from catalog.traceability.epcis.identifiers import CANONICAL
from catalog.traceability.graph.occurrence import portions
from catalog.traceability.identity.lot_name import LotName
from catalog.traceability.identity.uris import lot_uri
from catalog.traceability.lot import Lot

_RECORD = "urn:uuid:"
_LOT = f"{CANONICAL}/01/"


def lots_by_uri(uris: Collection[str], *, seller_id: int | None = None) -> dict[str, Lot]:
    """With their variants and products, by the names that they have or had. Of one seller, or of all."""
    rows = Lot.objects.select_related("variant__product")
    if seller_id is not None:
        rows = rows.filter(seller_id=seller_id)
    found: dict[str, Lot] = {}
    for portion in portions(uris):
        found |= {lot.uri: lot for lot in rows.filter(uri__in=portion)}
        names = LotName.objects.filter(uri__in=portion, lot__in=rows).select_related("lot__variant__product")
        found |= {name.uri: name.lot for name in names if name.uri not in found}
    return found | _of_unnamed(rows.filter(uri=""), uris)


def _of_unnamed(rows: QuerySet[Lot], uris: Collection[str]) -> dict[str, Lot]:
    """Rows from before names were kept."""
    keys = {_key(uri) for uri in uris if uri.startswith(_RECORD)} - {None}
    numbers = {unquote(uri.rpartition("/10/")[2]) for uri in uris if uri.startswith(_LOT) and "/10/" in uri}
    found: dict[str, Lot] = {}
    for portion in portions([*keys, *numbers]):
        named = Q(pk__in=[one for one in portion if isinstance(one, UUID)]) | Q(
            number__in=[one for one in portion if isinstance(one, str)]
        )
        found |= {uri: lot for lot in rows.filter(named) if (uri := lot_uri(lot)) in uris}
    return found


def _key(uri: str) -> UUID | None:
    try:
        return UUID(uri.removeprefix(_RECORD))
    except ValueError:
        return None
