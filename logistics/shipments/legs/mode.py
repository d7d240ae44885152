"""By what goods travel."""

from django.db import models


class LegMode(models.TextChoices):
    TRUCK = "TRUCK", "Truck"
    BARGE = "BARGE", "River barge"
    RAIL = "RAIL", "Train"
    VESSEL = "VESSEL", "Sea-going ship"
    AIR = "AIR", "Aeroplane"
    LAST_MILE = "LAST_MILE", "Delivery van"
    PARCEL = "PARCEL", "As the parcel carrier sees fit"


CHOSEN = tuple(mode for mode in LegMode if mode != LegMode.PARCEL)
"""What a person may say; `PARCEL` is the one leg of a shipment for which nobody planned any."""
