"""What importers and inspectors ask of the demo's lots: materials, a statement, books that balance, sealed days."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone

from catalog.traceability.epcis.event import EpcisEvent
from catalog.traceability.lot import Lot
from catalog.traceability.mass_balance.acknowledge import YieldData, acknowledge_alarm, set_yield
from catalog.traceability.mass_balance.alarm import BalanceAlarm
from catalog.traceability.mass_balance.watch import watch_events
from catalog.traceability.materials.record_statement import record_statement
from catalog.traceability.materials.set_materials import set_materials
from catalog.traceability.materials.suggest import suggest_materials
from catalog.traceability.proof.close_days import AFTER_MIDNIGHT, close_days
from marketplace.accounts.models import User
from marketplace.demo.world import read
from marketplace.sellers.membership import owners_of

AMOUNTS = ("material_per_piece", "most", "net_weight_kg")


def answer_for_wood(lots: dict[str, Lot]) -> None:
    """What the lot was made of, as its chain tells it and its maker completes it, and the importer's statement."""
    data = read("traceability.toml")["materials"]
    lot = lots[data["product"]]
    suggested = suggest_materials(lot)
    set_materials(lot=lot, materials=[replace(one, **_exact(data["words"])) for one in suggested])
    record_statement(lot=lot, **data["statement"], by=_owner(lot))


def explain_books(lots: dict[str, Lot]) -> int:
    """One lot took less material than its pieces hold, and its maker says why; returns how many alarms there were."""
    data = read("traceability.toml")["alarm"]
    lot = lots[data["product"]]
    set_yield(variant=lot.variant, data=YieldData(**_exact(data["yield"])), by=_owner(lot))
    events = EpcisEvent.objects.filter(seller_id=lot.seller_id)
    watch_events(list(events.values_list("pk", flat=True)), seller_id=lot.seller_id)
    alarms = BalanceAlarm.objects.filter(lot=lot, settled_at__isnull=True)
    return len([acknowledge_alarm(alarm=alarm, reason=data["reason"], by=_owner(lot)) for alarm in alarms])


def seal_first_day() -> int:
    """The day of the demo's first start is closed before it ends, so that there are proofs at once.

    What comes later that day gets its place in the tree of the day after.
    """
    tomorrow = timezone.now().astimezone(UTC).date() + timedelta(days=1)
    return close_days(now=datetime.combine(tomorrow, time(), UTC) + AFTER_MIDNIGHT)


def _exact(data: dict[str, Any]) -> dict[str, Any]:
    return {name: Decimal(value) if name in AMOUNTS else value for name, value in data.items()}


def _owner(lot: Lot) -> User:
    return owners_of([lot.seller_id])[0]
