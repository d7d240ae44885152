"""``lot_balance``: the books of one lot: what it was made of, what was made of it, what of it left."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Exists

from catalog.traceability.epcis.event import EventType
from catalog.traceability.epcis.event_rows import ThingRole
from catalog.traceability.graph.occurrence import standing_things
from catalog.traceability.identity.lot_name import names_of, renamings
from catalog.traceability.identity.uris import lot_uri
from catalog.traceability.lot import Lot
from catalog.traceability.mass_balance.process_balance import ProcessBalance
from catalog.traceability.mass_balance.processes import balances_of_processes
from catalog.traceability.mass_balance.sold import sold_of_lots
from catalog.traceability.mass_balance.thing_balance import ThingBalance, thing_balances
from catalog.traceability.mass_balance.yields import YieldSetting
from catalog.traceability.recall.receivers import receipts_of

MOST_PROCESSES = 200


@dataclass(frozen=True, slots=True)
class LotBalance:
    lot: Lot
    processes: tuple[ProcessBalance, ...]
    """That made it, oldest first."""
    thing: ThingBalance | None
    """Held and gone, by the seller's events; ``None`` where they say no quantities."""
    sold: Decimal
    setting: YieldSetting | None


def lot_balance(lot: Lot) -> LotBalance:
    """Needs ``lot.variant``."""
    uri = lot_uri(lot)
    rows = standing_things().filter(
        ~Exists(renamings()),
        uri__in=names_of(lot),
        role=ThingRole.OUTPUT,
        event__type=EventType.TRANSFORMATION,
        event__seller_id=lot.seller_id,
    )
    events = rows.order_by("event__event_time", "event_id").values_list("event_id", flat=True)[:MOST_PROCESSES]
    buyers = {receipt.party for receipt in receipts_of([lot.pk])}
    return LotBalance(
        lot=lot,
        processes=tuple(balances_of_processes(list(events), seller_id=lot.seller_id).values()),
        thing=thing_balances([uri], seller_id=lot.seller_id, buyers=buyers).get(uri),
        sold=sold_of_lots([lot.pk]).get(lot.pk, Decimal()),
        setting=YieldSetting.objects.select_related("variant").filter(variant_id=lot.variant_id).first(),
    )
