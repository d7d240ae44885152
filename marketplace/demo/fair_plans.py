"""What lies in the halls of the fair to come: aisles, doors, services, an L-shaped booth; and what booths cost."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

from i18n.today import today_here
from marketplace.demo.world import read
from marketplace.expo.booths import Draft, create_booth
from marketplace.expo.hall import Hall
from marketplace.expo.models import Expo
from marketplace.expo.plan.features import FeatureDraft, create_feature
from marketplace.expo.plan.rectangle import Rectangle
from marketplace.expo.plan.redraw import shape_of_points
from marketplace.expo.plan.set_prices import PriceEntry, set_booth_prices

CURRENCIES = ("VND", "USD", "EUR")


def draw_plans() -> int:
    """Returns how many halls have been furnished."""
    data = read("fair_plans.toml")
    expo = Expo.objects.get(slug=data["fair"])
    for given in data["halls"]:
        _furnish(expo.halls.get(name=given["name"]), given)
    entries = [_entry(kind, currency, row) for kind, row in data["prices"].items() for currency in CURRENCIES]
    set_booth_prices(expo=expo, effective_from=today_here() - timedelta(days=60), entries=entries)
    return len(data["halls"])


def _furnish(hall: Hall, given: dict[str, Any]) -> None:
    for feature in given["features"]:
        place = Rectangle(*map(_metres, feature["at"]))
        create_feature(hall=hall, draft=FeatureDraft(feature["kind"], place, feature.get("label", "")))
    for booth in given.get("booths", ()):
        draft = Draft(
            code=booth["code"],
            place=None,
            kind=booth["kind"],
            outline=shape_of_points([(_metres(x), _metres(y)) for x, y in booth["corners"]]),
            power_kw=_metres(booth["power_kw"]),
            needs_water=booth["needs_water"],
        )
        create_booth(hall=hall, draft=draft)


def _metres(value: float) -> Decimal:
    return Decimal(str(value))


def _entry(kind: str, currency: str, row: dict[str, Any]) -> PriceEntry:
    return PriceEntry(
        kind=kind,
        currency=currency,
        per_square_metre=_metres(row[currency]),
        two_sides_percent=_metres(row["two_sides"]),
        three_sides_percent=_metres(row["three_sides"]),
        four_sides_percent=_metres(row["four_sides"]),
    )
