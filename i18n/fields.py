"""Model fields for money: an amount and the currency that belongs to it."""

from decimal import Decimal
from typing import Any

from django.db import models


def amount_field(**options: Any) -> "models.DecimalField[Decimal | int | str, Decimal]":
    """An amount of money: 16 digits before the point, 4 after (unit prices go below the cent)."""
    return models.DecimalField(**{"max_digits": 20, "decimal_places": 4, **options})


def currency_field(**options: Any) -> "models.CharField[str, str]":
    """An ISO 4217 code."""
    return models.CharField(**{"max_length": 3, **options})
