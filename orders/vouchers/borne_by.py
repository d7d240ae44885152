"""Whose money a discount is."""

from django.db import models


class BorneBy(models.TextChoices):
    """The seller earns less, or the marketplace makes up for it. Written on every line that a voucher lowers."""

    SELLER = "SELLER"
    MARKETPLACE = "MARKETPLACE"
