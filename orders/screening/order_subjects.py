"""Who takes part in an order, for screening: the buyer, who receives the goods and who is billed."""

from collections.abc import Iterator, Mapping

from logistics.customs.screening.screen import Subject
from orders.address_snapshot import address_of
from orders.lifecycle.order import Order


def order_subjects(order: Order) -> list[Subject]:
    """People and companies by name; one who appears under several roles is named under each."""
    subjects = [*_named("CONSIGNEE", order.shipping_address), *_named("BILLED", order.billing_address)]
    if order.user is not None:
        subjects.append(Subject("BUYER", order.user.full_name, order.billing_address.get("country", "")))
    return subjects


def _named(role: str, snapshot: Mapping[str, str]) -> Iterator[Subject]:
    address = address_of(snapshot)
    if address is not None:
        yield Subject(role, address.full_name, address.country)
        yield Subject(role, address.company_name, address.country)
