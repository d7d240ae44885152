"""How much of the material comes out as goods: general assumptions, and what a seller says of its own product."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import models

CONSERVED = "CONSERVED"


@dataclass(frozen=True, slots=True)
class Yield:
    """``most`` is goods divided by material. ``basis`` says where the figure is from."""

    kind: str
    most: Decimal
    basis: str


class YieldKind(models.TextChoices):
    CONSERVED = "CONSERVED"
    SAWING = "SAWING"
    DRYING = "DRYING"
    JOINERY = "JOINERY"
    FIRING = "FIRING"
    RUBBER = "RUBBER"
    CUTTING = "CUTTING"
    SORTING = "SORTING"


class YieldSetting(models.Model):
    """What a seller says of how one of its products is made. It is the seller's word, and shown as that."""

    variant = models.OneToOneField("catalog.ProductVariant", on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=12, choices=YieldKind.choices, default=YieldKind.CONSERVED)
    most: models.DecimalField[Any, Decimal | None] = models.DecimalField(max_digits=7, decimal_places=4, null=True)
    """Instead of the kind's."""
    material_per_piece: models.DecimalField[Any, Decimal | None] = models.DecimalField(
        max_digits=18, decimal_places=9, null=True
    )
    """How much of the material is in one finished piece, in ``material_uom``: so pieces can be set against boards."""
    material_uom = models.CharField(max_length=3, blank=True)
    basis = models.CharField(max_length=300, blank=True)
    """Why the seller says so: measured on which day, by whose table."""
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(most__isnull=True) | models.Q(most__gt=0, most__lte=100), name="yield_possible"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} of variant {self.variant_id}"

    @property
    def seller_id(self) -> int:
        """Whose word it is. Needs ``variant``."""
        return self.variant.seller_id


@cache
def general_yields() -> dict[str, Yield]:
    data = tomllib.loads(Path(__file__).with_name("yields.toml").read_text(encoding="utf-8"))
    return {row["kind"]: Yield(row["kind"], Decimal(row["most"]), row["basis"]) for row in data["yields"]}


def yield_of(setting: YieldSetting | None) -> Yield:
    """The seller's figure where there is one, else the general one of its kind."""
    general = general_yields()[setting.kind if setting is not None else CONSERVED]
    if setting is None or setting.most is None:
        return general
    return Yield(setting.kind, setting.most, setting.basis)
