"""The halls of an edition and all that is drawn in them, for the next one."""

from datetime import date

from marketplace.expo.editions.copy_rows import copy_rows
from marketplace.expo.exhibition import Expo
from marketplace.expo.hall import Booth, Hall
from marketplace.expo.plan.booth_price import BoothPrice
from marketplace.expo.plan.feature import HallFeature


def copy_plan(last: Expo, expo: Expo, *, today: date) -> None:
    """Halls, aisles, doors, services and booths, all of them free; the plan's own history begins anew."""
    halls = copy_rows(Hall.objects.filter(expo=last).order_by("pk"), expo=expo, plan_number=0)
    copy_rows(HallFeature.objects.filter(hall__expo=last).order_by("pk"), hall=halls)
    copy_rows(
        Booth.objects.filter(hall__expo=last).order_by("pk"),
        hall=halls,
        exhibitor=None,
        is_held=False,
        held_until=None,
        is_reserved=False,
        reserved_for=None,
        version=1,
    )
    _copy_prices(last, expo, today)


def _copy_prices(last: Expo, expo: Expo, today: date) -> None:
    """Of each kind and currency the latest row, from today on without an end."""
    latest = {
        (row.kind, row.currency): row.pk for row in BoothPrice.objects.filter(expo=last).order_by("effective_from")
    }
    rows = BoothPrice.objects.filter(pk__in=latest.values()).order_by("pk")
    copy_rows(rows, expo=expo, effective_from=today, effective_to=None)
