"""Who answers for products within the European Union, of many products at once."""

from collections.abc import Sequence

from django.db.models import prefetch_related_objects

from catalog.products.product import Product
from marketplace.sellers.models import ResponsiblePerson
from marketplace.written_once import WrittenOnce

_USUAL = WrittenOnce(
    lambda sellers: ResponsiblePerson.objects.filter(
        seller__in=sellers, is_default=True, removed_at__isnull=True
    ).select_related("address")
)


def responsible_people(products: Sequence[Product]) -> list[ResponsiblePerson | None]:
    """The product's own responsible person, else the seller's usual one, in the products' order; three queries."""
    named = [product for product in products if product.responsible_person_id is not None]
    prefetch_related_objects(named, "responsible_person__address")
    usual = {person.seller_id: person for person in _USUAL(sellers={product.seller_id for product in products})}
    return [_own(product) or usual.get(product.seller_id) for product in products]


def _own(product: Product) -> ResponsiblePerson | None:
    person = product.responsible_person if product.responsible_person_id is not None else None
    return person if person is not None and person.removed_at is None else None
