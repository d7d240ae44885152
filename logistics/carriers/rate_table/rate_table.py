"""RateTable: a tariff that a seller or the operator has agreed with somebody, kept beside the tariffs in files."""

from django.conf import settings
from django.db import models

from i18n.fields import amount_field, currency_field
from marketplace.sellers.models import Seller


class TransportMode(models.TextChoices):
    """What carries the goods most of the way."""

    ROAD = "ROAD"
    COURIER = "COURIER"
    POST = "POST"
    AIR = "AIR"
    RAIL = "RAIL"
    BARGE = "BARGE"
    SEA = "SEA"


class Unit(models.TextChoices):
    """What is charged for."""

    KG = "kg"
    M3 = "m3"
    """Cubic metres or tonnes, whichever is more."""
    CONTAINER = "container"


class RateTable(models.Model):
    """One service from a day to a day. It stands before a tariff in a file that has the same code.

    Rows are never changed: a new edition is imported and this one ends the day before.
    """

    seller = models.ForeignKey(Seller, models.CASCADE, null=True, related_name="+")
    """Whose agreement it is; none: the operator's, for every seller."""
    service = models.CharField(max_length=40)
    name = models.CharField(max_length=100)
    mode = models.CharField(max_length=8, choices=TransportMode.choices)
    currency = currency_field()
    unit = models.CharField(max_length=9, choices=Unit.choices)
    step = models.DecimalField(max_digits=9, decimal_places=3)
    least = models.DecimalField(max_digits=9, decimal_places=3)
    """The smallest quantity that is charged for."""
    minimum_amount = amount_field(null=True)
    """The smallest price, before the fuel surcharge."""
    volumetric_divisor = models.PositiveIntegerField(null=True)
    """Cubic centimetres that count as one kilogram."""
    max_package_g = models.PositiveIntegerField(null=True)
    fuel_percent = models.DecimalField(max_digits=5, decimal_places=2, default=0)
    effective_from = models.DateField()
    effective_to = models.DateField(null=True)
    """The last day it holds."""
    file_name = models.CharField(max_length=200, blank=True)
    imported_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    imported_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["service", "-effective_from", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["seller", "service", "effective_from"], name="rate_table_once_per_seller_and_day"
            ),
            models.UniqueConstraint(
                fields=["service", "effective_from"],
                condition=models.Q(seller=None),
                name="rate_table_of_all_once_per_day",
            ),
            models.CheckConstraint(
                condition=models.Q(effective_to__isnull=True) | models.Q(effective_to__gte=models.F("effective_from")),
                name="rate_table_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.service} from {self.effective_from}"


class RateTableRow(models.Model):
    """A price: for a zone up to a quantity, or for a container on a lane."""

    table = models.ForeignKey(RateTable, models.CASCADE, related_name="rows")
    position = models.PositiveIntegerField()
    zone = models.CharField(max_length=100)
    countries = models.JSONField(default=list)
    regions = models.JSONField(default=list)
    """Parts of region names, lower case; empty means the whole country."""
    origin = models.CharField(max_length=5, blank=True)
    """UN/LOCODE of the port or station of loading."""
    destination = models.CharField(max_length=5, blank=True)
    container = models.CharField(max_length=4, blank=True)
    """``20GP``, ``40GP`` or ``40HC``."""
    up_to = models.DecimalField(max_digits=12, decimal_places=3, null=True)
    price_amount = amount_field()
    per_step_amount = amount_field(null=True)
    """For each step beyond the last ``up_to`` of the zone."""
    min_days = models.PositiveSmallIntegerField()
    max_days = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["table", "position"], name="rate_table_row_position")]

    def __str__(self) -> str:
        return f"{self.zone} up to {self.up_to}"
