"""``boothPricesSet``."""

from datetime import date
from typing import Any

from marketplace.expo.graphql.access import STAFF, expo_of
from marketplace.expo.graphql.errors import REFUSED
from marketplace.expo.graphql.plan.types import BoothPrice
from marketplace.expo.graphql.types.hall import BoothKindEnum
from marketplace.expo.plan.set_prices import PriceEntry, set_booth_prices
from marketplace.graphql import ID, Date, Decimal, Field, InputObjectType, List, Mutation, NonNull, String

SURCHARGES = ("two_sides_percent", "three_sides_percent", "four_sides_percent")


class BoothPriceInput(InputObjectType):
    """Per square metre, before tax."""

    kind = BoothKindEnum(required=True)
    currency = String(required=True, description="ISO 4217.")
    per_square_metre = Decimal(required=True)
    two_sides_percent = Decimal(description="Surcharge with two open sides; 0 when left out.")
    three_sides_percent = Decimal()
    four_sides_percent = Decimal()


class BoothPricesSet(Mutation):
    """Set prices from a day on, all of them or none. Those before end the day before; later ones give way."""

    class Arguments:
        expo_id = ID(required=True)
        effective_from = Date(required=True)
        prices = List(NonNull(BoothPriceInput), required=True)

    class Meta:
        access = STAFF
        cost = 20
        known_errors = REFUSED

    prices = Field(List(NonNull(BoothPrice)))

    @classmethod
    def perform(cls, info: Any, *, expo_id: str, effective_from: date, prices: Any) -> dict[str, Any]:
        expo = expo_of(info, expo_id, "expo_id")
        entries = [_entry(given) for given in prices]
        return {"prices": set_booth_prices(expo=expo, effective_from=effective_from, entries=entries)}


def _entry(given: Any) -> PriceEntry:
    surcharges = {name: given[name] for name in SURCHARGES if given.get(name) is not None}
    return PriceEntry(str(given["kind"]), given["currency"].upper(), given["per_square_metre"], **surcharges)
