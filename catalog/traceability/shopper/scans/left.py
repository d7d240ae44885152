"""Whether goods have left their maker, by what was recorded of them."""

from __future__ import annotations

from collections.abc import Collection

from catalog.traceability.epcis.event_rows import EventThing
from catalog.traceability.epcis.vocabulary import CBV
from catalog.traceability.identity.lot_name import names_of_lots
from catalog.traceability.identity.uris import internal_piece_uri, piece_uri
from catalog.traceability.lot import TraceCode
from catalog.traceability.step import TraceStep
from catalog.traceability.step_kind import StepKind

STEPS = (StepKind.SHIPPING, StepKind.DEPARTING, StepKind.RETAIL_SELLING)
WORDS = tuple(f"{CBV}BizStep-{word}" for word in ("shipping", "departing", "retail_selling"))


def codes_that_left(codes: Collection[str]) -> set[str]:
    """Those of which the piece or anything of the lot was dispatched, exported or sold. Four queries."""
    rows = list(TraceCode.objects.filter(code__in=codes).select_related("lot__variant"))
    lots = {row.lot_id for row in rows}
    steps = TraceStep.objects.standing().filter(lot_id__in=lots, kind__in=STEPS)
    gone_lots = set(steps.order_by().values_list("lot_id", flat=True))
    names = names_of_lots({row.lot for row in rows})
    uris = {row.code: {*names[row.lot_id], piece_uri(row), internal_piece_uri(row)} for row in rows}
    things = EventThing.objects.filter(uri__in=set().union(*uris.values()), event__biz_step__in=WORDS)
    gone = set(things.filter(event__is_error_declaration=False).values_list("uri", flat=True))
    return {row.code for row in rows if row.lot_id in gone_lots or uris[row.code] & gone}
