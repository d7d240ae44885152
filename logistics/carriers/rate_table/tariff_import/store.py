"""``store_tariffs``: tariffs of a file become the ones that are quoted by."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from django.db import transaction
from django.db.models import Q

from catalog.refusal import Problem, Refused
from i18n.messages import gettext_noop as _
from logistics.carriers.rate_table.rate_table import RateTable, RateTableRow
from logistics.carriers.rate_table.tariff_import.read import ReadTariff, Values
from marketplace.accounts.models import User
from marketplace.sellers.models import Seller

MOST_TABLES = 500
ALL_YEAR_DAYS = 60
"""What is meant where the file says no longest time."""


def store_tariffs(
    *, seller: Seller | None, tariffs: Sequence[ReadTariff], file_name: str, by: User | None
) -> list[RateTable]:
    """Each a new table; the one that held until then ends the day before. Raises `Refused`.

    Of a service and an owner at most one table holds on any day.
    """
    with transaction.atomic():
        held = RateTable.objects.select_for_update().filter(seller=seller).order_by("pk")
        if len(held) + len(tariffs) > MOST_TABLES:
            raise Refused(Problem("file", "TOO_MANY", _("At most %(limit)s."), {"limit": MOST_TABLES}))
        return [_store(seller, tariff, file_name[-200:], by) for tariff in tariffs]


def delete_table(*, table: RateTable) -> None:
    """Nobody is quoted by it any more; the prices that were are with the orders."""
    table.delete()


def _store(seller: Seller | None, tariff: ReadTariff, file_name: str, by: User | None) -> RateTable:
    values = tariff.values
    starts, ends = values["valid_from"], values["valid_to"]
    others = RateTable.objects.filter(seller=seller, service=values["service"])
    others.filter(effective_from__lt=starts).filter(Q(effective_to__isnull=True) | Q(effective_to__gte=starts)).update(
        effective_to=starts - timedelta(days=1)
    )
    later = others.filter(effective_from__gte=starts)
    if ends is not None:
        later = later.filter(effective_from__lte=ends)
    if later.exists():
        message = _("For the service %(service)s there is a table already that begins on that day or later.")
        raise Refused(Problem("file", "UNIQUE", message, {"service": values["service"]}))
    table = RateTable.objects.create(
        seller=seller,
        service=values["service"],
        name=values["name"],
        mode=values["mode"],
        currency=values["currency"],
        unit=values["unit"],
        step=values["step"],
        least=values["least"],
        minimum_amount=values["minimum"],
        volumetric_divisor=values["volumetric_divisor"],
        max_package_g=values["max_package_kg"] * 1000 if values["max_package_kg"] else None,
        fuel_percent=values["fuel_percent"],
        effective_from=starts,
        effective_to=ends,
        file_name=file_name,
        imported_by=by,
    )
    RateTableRow.objects.bulk_create(_row(table, position, row) for position, row in enumerate(tariff.rows))
    return table


def _row(table: RateTable, position: int, row: Values) -> RateTableRow:
    fastest = row["min_days"] if row["min_days"] is not None else 0
    return RateTableRow(
        table=table,
        position=position,
        zone=row["zone"],
        countries=row["countries"],
        regions=row["regions"],
        origin=row["from"] or "",
        destination=row["to"] or "",
        container=row["container"] or "",
        up_to=row["up_to"],
        price_amount=row["price"],
        per_step_amount=row["per_step"],
        min_days=fastest,
        max_days=row["max_days"] if row["max_days"] is not None else max(ALL_YEAR_DAYS, fastest),
    )
