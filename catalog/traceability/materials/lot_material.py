"""LotMaterial: what a whole lot was made of, and where that grew: what importers' laws ask of a consignment."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from catalog.traceability.identity.party import TraceParty
from catalog.traceability.identity.place import TracePlace
from catalog.traceability.lot import Lot
from i18n.fields import amount_field, currency_field


class LotMaterial(models.Model):
    """One material or component of a lot, in the quantity that all its pieces hold together."""

    lot = models.ForeignKey(Lot, on_delete=models.PROTECT, related_name="materials")
    position = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=120)
    """As the workshop calls it: seat, table top, latex."""
    scientific_name = models.CharField(max_length=120, blank=True)
    """Genus and species of a plant or animal: ``Hevea brasiliensis``; empty for what never lived."""
    common_name = models.CharField(max_length=120, blank=True)
    hs_code = models.CharField(max_length=12, blank=True)
    country = models.CharField(max_length=2, blank=True)
    """ISO 3166-1 alpha-2: where it was harvested or made, not where the lot was."""
    net_weight_kg = models.DecimalField(max_digits=14, decimal_places=3, null=True)
    volume_m3 = models.DecimalField(max_digits=14, decimal_places=6, null=True)
    value_amount = amount_field(null=True)
    """Of all of it in the lot."""
    value_currency = currency_field(blank=True)
    recycled_percent = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    substances = models.CharField(max_length=500, blank=True)
    """Substances of concern in it, with their CAS numbers."""
    has_no_substances = models.BooleanField(default=False)
    """The maker declares that it knows of none: an empty text alone does not say so."""
    harvested_from = models.DateField(null=True)
    harvested_until = models.DateField(null=True)
    supplier = models.ForeignKey(TraceParty, on_delete=models.PROTECT, null=True, related_name="+")
    supplier_lot = models.CharField(max_length=80, blank=True)
    plots = models.ManyToManyField(TracePlace, related_name="+")
    """Every plot of land it was harvested on."""

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["lot", "position"], name="lot_material_position_once"),
            models.CheckConstraint(
                condition=Q(recycled_percent__isnull=True) | Q(recycled_percent__range=(0, 100)),
                name="lot_material_recycled_share",
            ),
        ]

    def __str__(self) -> str:
        return self.name
