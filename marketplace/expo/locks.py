"""The locks of this package, in this order: an exhibition (its exhibitors), then a hall (its booths)."""

from marketplace.expo.exhibition import Expo
from marketplace.expo.hall import Hall


def lock_expo(expo_id: int) -> Expo:
    return Expo.objects.select_for_update().get(pk=expo_id)


def lock_hall(hall_id: int) -> Hall:
    return Hall.objects.select_for_update().get(pk=hall_id)
