"""Orders and imports: what somebody was told is there, once; what nobody was told is whole or not at all."""

from collections import Counter

from catalog.models import ProductVariant
from marketplace.graphql import from_global_id
from orders.lifecycle.seller_order import SellerOrder
from orders.models import Order
from tests.load.book import Book


def orders_are_there_once(book: Book) -> list[str]:
    """An order for every word that was given, of the right total; never two of one basket."""
    wrong = []
    stored = {str(order.pk): order for order in Order.objects.all()}
    for bought in book.bought:
        order = stored.get(str(from_global_id(bought.order)))
        if order is None:
            wrong.append(f"the order of basket {bought.checkout} was acknowledged and is lost")
        elif order.total_amount != order.total_amount.__class__(bought.total):
            wrong.append(f"order {order.number} costs {order.total_amount}, its buyer was told {bought.total}")
    baskets = Counter(str(order.checkout_id) for order in stored.values())
    wrong += [f"basket {basket} became {number} orders" for basket, number in baskets.items() if number > 1]
    known = {str(from_global_id(basket)) for basket in book.baskets}
    return wrong + [f"an order of a basket that nobody filled: {basket}" for basket in baskets if basket not in known]


def cancellations_hold(book: Book) -> list[str]:
    ids = [from_global_id(order) for order in book.cancelled]
    alive = Order.objects.filter(pk__in=ids).exclude(status="CANCELED")
    return [f"order {order.number} was called off and is {order.status}" for order in alive]


def parcels_left_once(book: Book) -> list[str]:
    """A part that somebody was told is shipped has left in one parcel."""
    wrong = []
    ids = [from_global_id(part) for part in book.shipped]
    for part in SellerOrder.objects.filter(pk__in=ids):
        parcels = part.fulfillments.count()
        if parcels != 1 or part.status not in ("SHIPPED", "DELIVERED"):
            wrong.append(f"{part.number} is {part.status} in {parcels} parcels")
    return wrong


def imports_are_whole(book: Book) -> list[str]:
    wrong = []
    for made in book.imports:
        found = ProductVariant.objects.filter(sku__startswith=f"{made.prefix}-").count()
        if found not in (0, made.rows) or (made.was_told and found != made.rows):
            wrong.append(f"import {made.prefix}: {found} of {made.rows} rows, told {made.was_told}")
    return wrong


def everybody_was_served(book: Book) -> list[str]:
    """Nobody had to give up, and nobody was given an error without a word that helps."""
    return [*(f"gave up: {each}" for each in book.gave_up[:10]), *(f"bare error: {each}" for each in book.bare[:10])]
