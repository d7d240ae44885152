"""Tariffs that sellers and the operator have put into the database, as the same values as those of the files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from django.db.models import Q, prefetch_related_objects

from i18n.messages import gettext_noop as _
from logistics.carriers.rate_table.rate_table import RateTable, RateTableRow, Unit
from logistics.carriers.rate_table.tariff import Edition, Tariff, Zone
from marketplace.written_once import WrittenOnce

SELLERS_TARIFF = _("The seller's own tariff")
MARKETPLACES_TARIFF = _("The marketplace's tariff")

NOBODY = 0
"""No seller's key: a list that is empty would find nothing at all."""

_tables: WrittenOnce[RateTable] = WrittenOnce(
    lambda sellers, on: (
        RateTable.objects.filter(Q(seller_id__in=sellers) | Q(seller__isnull=True), effective_from__lte=on)
        .filter(Q(effective_to__isnull=True) | Q(effective_to__gte=on))
        .order_by("service", "effective_from")
    )
)
_names: WrittenOnce[tuple[str, str]] = WrittenOnce(
    lambda seller: (
        RateTable.objects.filter(Q(seller_id=seller) | Q(seller__isnull=True))
        .order_by("effective_from")
        .values_list("service", "name")
    )
)


def own_tables(sellers: Iterable[int | None], *, on: date) -> dict[int | None, list[RateTable]]:
    """By seller (``None`` is the operator) what holds on the day, one per service: its own before the operator's."""
    asked = set(sellers)
    rows = _tables(sellers=[seller for seller in asked if seller is not None] or [NOBODY], on=on)
    prefetch_related_objects(rows, "rows")
    return {seller: _one_per_service(row for row in rows if row.seller_id in (seller, None)) for seller in asked}


def _one_per_service(rows: Iterable[RateTable]) -> list[RateTable]:
    found: dict[str, RateTable] = {}
    for row in rows:
        known = found.get(row.service)
        if known is None or known.seller_id is None or row.seller_id is not None:
            found[row.service] = row
    return list(found.values())


def own_names(*, seller_id: int | None) -> dict[str, str]:
    """The name of every service that has or had a table, by its code."""
    return dict(_names(seller=seller_id))


def own_tariff(table: RateTable) -> Tariff:
    """A table charged by weight or volume."""
    return Tariff(
        service=table.service,
        name=table.name,
        currency=table.currency,
        unit=table.unit,
        step=table.step.normalize(),
        least=table.least.normalize(),
        volumetric_divisor=table.volumetric_divisor,
        max_package_g=table.max_package_g,
        editions=(Edition(table.effective_from, table.effective_to, _zones(list(table.rows.all()))),),
        minimum=table.minimum_amount,
        fuel_percent=table.fuel_percent,
        label=label_of(table),
    )


def label_of(table: RateTable) -> str:
    return MARKETPLACES_TARIFF if table.seller_id is None else SELLERS_TARIFF


def is_by_container(table: RateTable) -> bool:
    return table.unit == Unit.CONTAINER


def _zones(rows: Sequence[RateTableRow]) -> tuple[Zone, ...]:
    """Rows of one zone stand together; its days and places are those of its first row."""
    by_zone: dict[str, list[RateTableRow]] = {}
    for row in rows:
        by_zone.setdefault(row.zone, []).append(row)
    return tuple(_zone(code, held) for code, held in by_zone.items())


def _zone(code: str, rows: Sequence[RateTableRow]) -> Zone:
    first = rows[0]
    entries = sorted((row.up_to.normalize(), row.price_amount) for row in rows if row.up_to is not None)
    return Zone(
        code=code,
        countries=frozenset(first.countries),
        regions=tuple(first.regions),
        days=(first.min_days, first.max_days),
        up_to=tuple(entries),
        per_step_beyond=next((row.per_step_amount for row in rows if row.per_step_amount is not None), Decimal(0)),
        ends=not any(row.per_step_amount is not None for row in rows),
    )
