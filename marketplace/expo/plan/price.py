"""What booths cost on a day."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from i18n.money import Money
from marketplace.expo.hall import Booth, Hall
from marketplace.expo.plan.booth_price import BoothPrice
from marketplace.expo.plan.neighbours import Surroundings, surroundings


def booth_price(booth: Booth, *, currency: str, on: date) -> Money | None:
    """See `booth_prices`."""
    return booth_prices([booth], currency=currency, on=on)[booth.pk]


def booth_prices(booths: Iterable[Booth], *, currency: str, on: date) -> dict[int, Money | None]:
    """By booth: its square metres at the price of its kind on that day, before tax; nothing where there is no price.

    A shell booth of 9 m² at 100 EUR with two open sides and 10 % for a corner costs 9 × 100 × 1.10 = 990.00 EUR.
    """
    booths = list(booths)
    around = surroundings_of(booths)
    expos = dict(Hall.objects.filter(pk__in={booth.hall_id for booth in booths}).values_list("pk", "expo_id"))
    rows = defaultdict(list)
    for row in BoothPrice.objects.filter(expo__in=set(expos.values()), currency=currency, effective_from__lte=on):
        if row.in_force(on):
            rows[row.expo_id, row.kind].append(row)
    return {
        booth.pk: _price(booth, rows.get((expos[booth.hall_id], booth.kind), []), around[booth.pk]) for booth in booths
    }


def surroundings_of(booths: Iterable[Booth]) -> dict[int, Surroundings]:
    """Neighbours and open sides of booths, each among all booths of its hall; two statements."""
    halls = {hall.pk: hall for hall in Hall.objects.filter(pk__in={booth.hall_id for booth in booths})}
    shapes: dict[int, dict[int, Booth]] = defaultdict(dict)
    for booth in Booth.objects.filter(hall__in=halls):
        shapes[booth.hall_id][booth.pk] = booth
    found: dict[int, Surroundings] = {}
    for hall_id, members in shapes.items():
        outlines = {pk: booth.outline for pk, booth in members.items()}
        found.update(surroundings(outlines, hall=halls[hall_id].outline))
    return found


def _price(booth: Booth, rows: list[BoothPrice], around: Surroundings) -> Money | None:
    if not rows:
        return None
    row = max(rows, key=lambda each: each.effective_from)
    percent = row.surcharge(len(around.open_sides))
    amount = booth.area_square_metres * row.per_square_metre * (1 + percent / Decimal(100))
    return Money(amount, row.currency).quantize()
