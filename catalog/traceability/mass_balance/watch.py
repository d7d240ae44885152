"""``watch_captured`` and ``watch_sold``: alarms are raised when figures cannot be true, and settled when they agree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from catalog.traceability.epcis.event import EpcisEvent, EventType
from catalog.traceability.epcis.event_rows import EventThing
from catalog.traceability.epcis.events import EpcisEventsCaptured
from catalog.traceability.graph.link import is_kind
from catalog.traceability.graph.lots import lots_by_uri
from catalog.traceability.graph.occurrence import portions
from catalog.traceability.lot import Lot
from catalog.traceability.mass_balance.alarm import AlarmKind, BalanceAlarm
from catalog.traceability.mass_balance.events import BalanceAlarmRaised
from catalog.traceability.mass_balance.processes import balances_of_processes
from catalog.traceability.mass_balance.sold import sold_of_lots
from catalog.traceability.mass_balance.thing_balance import thing_balances
from catalog.traceability.mass_balance.yields import Yield
from catalog.traceability.recall.receivers import receipts_of
from marketplace.events.publish import publish


@dataclass(frozen=True, slots=True)
class Excess:
    allowed: Decimal
    found: Decimal
    uom: str
    lot: Lot | None = None
    applied: Yield | None = None


def watch_captured(event: EpcisEventsCaptured) -> None:
    """Reaction: look again at every process and thing that the events, or the ones they correct, speak of."""
    if event.seller_id is not None:
        for portion in portions(event.event_ids):
            watch_events(portion, seller_id=event.seller_id)


def watch_events(keys: Collection[int], *, seller_id: int) -> None:
    """Each side in a handful of statements, whatever their number."""
    meant = EpcisEvent.objects.filter(pk__in=keys).order_by().values_list("event_id", flat=True)
    told = EpcisEvent.objects.filter(event_id__in=set(meant), seller_id=seller_id).order_by()
    processes = told.filter(type=EventType.TRANSFORMATION, is_error_declaration=False).values_list("pk", flat=True)
    things = EventThing.objects.filter(event__in=told.values("pk"), is_class=True).order_by()
    _watch_processes(list(processes), seller_id)
    _watch_things({uri for uri in things.values_list("uri", flat=True) if not is_kind(uri)}, seller_id)


def watch_sold(lots: Collection[Lot]) -> None:
    """More of a lot was sold than it has: codes on parcels, and what orders remember."""
    sold = sold_of_lots([lot.pk for lot in lots])
    by_seller: dict[int, dict[str, Excess | None]] = defaultdict(dict)
    for lot in lots:
        pieces, made = sold.get(lot.pk, Decimal()), Decimal(lot.quantity)
        by_seller[lot.seller_id][f"lot:{lot.pk}"] = Excess(made, pieces, "", lot) if pieces > made else None
    for seller_id, found in by_seller.items():
        _settle(seller_id, AlarmKind.SOLD_ABOVE_MADE, found)


def _watch_processes(events: Collection[int], seller_id: int) -> None:
    balances = balances_of_processes(events, seller_id=seller_id)
    found: dict[str, Excess | None] = {}
    for one in balances.values():
        found[one.process] = None
        if one.is_too_much and one.allowed is not None and one.found is not None:
            found[one.process] = Excess(one.allowed, one.found, one.uom, one.lot, one.applied)
    _settle(seller_id, AlarmKind.MADE_ABOVE_MATERIAL, found)


def _watch_things(uris: Collection[str], seller_id: int) -> None:
    lots = lots_by_uri(uris, seller_id=seller_id)
    lots |= {lot.uri: lot for lot in lots.values()}
    buyers = {receipt.party for receipt in receipts_of({lot.pk for lot in lots.values()})}
    balances = thing_balances(uris, seller_id=seller_id, buyers=buyers)
    found: dict[str, Excess | None] = dict.fromkeys(uris)
    for uri, one in balances.items():
        if one.held is not None and one.gone is not None and one.gone > one.held:
            found[uri] = Excess(one.held, one.gone, one.uom, lots.get(uri))
    _settle(seller_id, AlarmKind.USED_ABOVE_HELD, found)


def _settle(seller_id: int, kind: AlarmKind, found: Mapping[str, Excess | None]) -> None:
    """Raise what is new, note figures that changed, settle what agrees."""
    with transaction.atomic():
        rows = BalanceAlarm.objects.select_for_update().filter(seller_id=seller_id, kind=kind, settled_at__isnull=True)
        known = {alarm.subject: alarm for portion in portions(found) for alarm in rows.filter(subject__in=portion)}
        for subject, excess in found.items():
            if excess is None and subject in known:
                known[subject].settled_at = timezone.now()
                known[subject].save(update_fields=["settled_at"])
            elif excess is not None and subject in known:
                _renew(known[subject], excess)
            elif excess is not None:
                _raise(seller_id, kind, subject, excess)


def _renew(alarm: BalanceAlarm, excess: Excess) -> None:
    """A reason was given for the figures as they were; for others it is asked again."""
    if (alarm.allowed, alarm.found) == (excess.allowed, excess.found):
        return
    alarm.allowed, alarm.found, alarm.uom = excess.allowed, excess.found, excess.uom
    alarm.acknowledged_at, alarm.acknowledged_by, alarm.reason = None, None, ""
    alarm.save()


def _raise(seller_id: int, kind: AlarmKind, subject: str, excess: Excess) -> None:
    alarm, is_new = BalanceAlarm.objects.get_or_create(
        seller_id=seller_id,
        kind=kind,
        subject=subject,
        settled_at=None,
        defaults={
            "lot": excess.lot,
            "allowed": excess.allowed,
            "found": excess.found,
            "uom": excess.uom,
            "yield_most": excess.applied.most if excess.applied else None,
            "yield_basis": excess.applied.basis[:300] if excess.applied else "",
        },
    )
    if is_new:
        publish(BalanceAlarmRaised(alarm_id=str(alarm.pk)))
