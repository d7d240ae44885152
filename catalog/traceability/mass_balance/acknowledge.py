"""``acknowledge_alarm`` and ``set_yield``: what a seller answers to figures that cannot be true."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from catalog.traceability.mass_balance.alarm import BalanceAlarm
from catalog.traceability.mass_balance.units import in_base
from catalog.traceability.mass_balance.yields import CONSERVED, YieldKind, YieldSetting

if TYPE_CHECKING:
    from catalog.products.variant import ProductVariant
    from marketplace.accounts.models import User


_TOO_GREAT = Decimal(10) ** 9


class AlarmSettled(ValueError):
    """Its figures agree again; there is nothing to explain."""


class BadYield(ValueError):
    """The figures cannot be; ``field`` names which."""

    def __init__(self, field: str, fact: str) -> None:
        super().__init__(f"{field}: {fact}")
        self.field = field


@dataclass(frozen=True, slots=True)
class YieldData:
    """``most`` instead of the kind's own figure; how much material is in a piece, and why the seller says so."""

    kind: str = CONSERVED
    most: Decimal | None = None
    material_per_piece: Decimal | None = None
    material_uom: str = ""
    basis: str = ""


def acknowledge_alarm(*, alarm: BalanceAlarm, reason: str, by: User | None) -> BalanceAlarm:
    """Note why the figures are as they are. They stay visible; other figures raise the alarm again."""
    with transaction.atomic():
        locked = BalanceAlarm.objects.select_for_update().get(pk=alarm.pk)
        if locked.settled_at is not None:
            raise AlarmSettled(str(alarm.pk))
        locked.acknowledged_at, locked.acknowledged_by, locked.reason = timezone.now(), by, reason.strip()
        locked.save(update_fields=["acknowledged_at", "acknowledged_by", "reason"])
    return locked


def set_yield(*, variant: ProductVariant, data: YieldData, by: User | None) -> YieldSetting:
    """The seller's word for one product. It counts for what is captured from now on. Raises ``BadYield``."""
    data = _rounded(data)
    _check(data)
    setting, _created = YieldSetting.objects.update_or_create(
        variant=variant,
        defaults={
            "kind": data.kind,
            "most": data.most,
            "material_per_piece": data.material_per_piece,
            "material_uom": data.material_uom.upper(),
            "basis": data.basis.strip(),
            "set_by": by,
        },
    )
    return setting


def _rounded(data: YieldData) -> YieldData:
    """To the places of the columns; what is too great for one is refused as too great."""
    return replace(
        data,
        most=None if data.most is None else _to_places(data.most, "most", 4),
        material_per_piece=(
            None if data.material_per_piece is None else _to_places(data.material_per_piece, "material_per_piece", 9)
        ),
    )


def _to_places(figure: Decimal, field: str, places: int) -> Decimal:
    if not abs(figure) < _TOO_GREAT:
        raise BadYield(field, "more than anything here can be")
    return figure.quantize(Decimal(1).scaleb(-places))


def _check(data: YieldData) -> None:
    if data.kind not in YieldKind.values:
        raise BadYield("kind", "not one of the kinds")
    if data.most is not None and not 0 < data.most <= 100:
        raise BadYield("most", "goods divided by material are above 0")
    if data.material_per_piece is not None and data.material_per_piece <= 0:
        raise BadYield("material_per_piece", "there is something in a piece")
    if data.material_per_piece is not None and in_base(Decimal(1), data.material_uom) is None:
        raise BadYield("material_uom", "a unit that can be converted")
    if data.most is not None and not data.basis.strip():
        raise BadYield("basis", "a figure of one's own has a reason")
