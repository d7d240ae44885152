"""Which certificates speak for which products on a day. An expired one never does."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from catalog.products.certificates.certificate import Certificate
from catalog.products.product import Product
from marketplace.written_once import WrittenOnce

_NAMED = WrittenOnce(
    lambda products, on: (
        Certificate.products.through.objects.filter(
            product_id__in=products, certificate__in=Certificate.objects.valid_on(on)
        )
        .select_related("certificate")
        .order_by("certificate__scheme", "certificate_id")
    )
)
_MAKERS: WrittenOnce[tuple[int, int]] = WrittenOnce(
    lambda products: Product.objects.filter(pk__in=products).order_by().values_list("pk", "seller_id")
)
_OF_MAKERS = WrittenOnce(
    lambda sellers, on: (
        Certificate.objects.valid_on(on)
        .filter(seller_id__in=sellers, covers_all_products=True)
        .order_by("scheme", "pk")
    )
)


def valid_certificates_of(product_ids: Collection[int], on: date) -> dict[int, list[Certificate]]:
    """The valid certificates by product: those that name it, then those of its seller's whole work. Three queries."""
    found: dict[int, list[Certificate]] = {product_id: [] for product_id in product_ids}
    for link in _NAMED(products=set(found), on=on):
        if not link.certificate.covers_all_products:
            found[link.product_id].append(link.certificate)
    makers = dict(_MAKERS(products=set(found)))
    of_seller: dict[int, list[Certificate]] = defaultdict(list)
    for row in _OF_MAKERS(sellers=set(makers.values()), on=on):
        of_seller[row.seller_id].append(row)
    for product_id, seller_id in makers.items():
        found[product_id].extend(of_seller[seller_id])
    return found
