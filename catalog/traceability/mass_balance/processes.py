"""``balances_of_processes``: the balance of a seller's transformations, many at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from django.db.models import Exists

from catalog.traceability.epcis.event import EpcisEvent, EventType
from catalog.traceability.epcis.event_rows import ThingRole
from catalog.traceability.graph.link import PROCESS, process_of
from catalog.traceability.graph.lots import lots_by_uri
from catalog.traceability.graph.occurrence import COLUMNS, Occurrence, portions, standing_things
from catalog.traceability.identity.lot_name import renamings
from catalog.traceability.mass_balance.process_balance import Goods, ProcessBalance, process_balance
from catalog.traceability.mass_balance.yields import YieldSetting


def balances_of_processes(events: Collection[int], *, seller_id: int) -> dict[str, ProcessBalance]:
    """By the name of the process, of the events and of those that share its identifier: the seller's own alone.

    Another's event under the same identifier adds nothing here; so nobody can upset somebody else's balance. A process
    that no longer stands has an empty balance: nothing came out of it.
    """
    rows = _rows("event_id", events, seller_id)
    shared = {row.transformation_id for row in rows if row.transformation_id}
    given = set(events)
    rows += [row for row in _rows("event__transformation_id", shared, seller_id) if row.event not in given]
    sides: dict[str, tuple[list[Occurrence], list[Occurrence]]] = defaultdict(lambda: ([], []))
    for row in rows:
        sides[process_of(row)][0 if row.role == ThingRole.INPUT else 1].append(row)
    goods = _goods({row.uri for row in rows if row.role == ThingRole.OUTPUT}, seller_id)
    standing = {name: process_balance(name, *both, goods) for name, both in sides.items()}
    fallen = _names(events) - standing.keys()
    return standing | {name: process_balance(name, [], [], goods) for name in fallen}


def _names(events: Collection[int]) -> set[str]:
    found: set[str] = set()
    for portion in portions(events):
        rows = EpcisEvent.objects.filter(pk__in=portion).order_by().values_list("pk", "transformation_id")
        found |= {f"{PROCESS}{shared or key}" for key, shared in rows}
    return found


def _rows(column: str, values: Collection[object], seller_id: int) -> list[Occurrence]:
    found = []
    for portion in portions(values):
        rows = standing_things().filter(
            ~Exists(renamings()),
            event__type=EventType.TRANSFORMATION,
            event__seller_id=seller_id,
            **{f"{column}__in": portion},
        )
        found += [Occurrence(*row) for row in rows.order_by().values_list(*COLUMNS)]
    return found


def _goods(uris: Collection[str], seller_id: int) -> Goods:
    lots = lots_by_uri(uris, seller_id=seller_id)
    settings = YieldSetting.objects.filter(variant_id__in={lot.variant_id for lot in lots.values()})
    return Goods(lots, {setting.variant_id: setting for setting in settings})
