"""Which products an export is asked for."""

from typing import Any

from catalog.graphql.product_filter import request_of
from catalog.models import Product
from catalog.search.filters import filtered
from catalog.search.in_database import with_subcategories
from catalog.search.match_names import named
from i18n.messages import gettext_noop as _
from marketplace.graphql import InputError, integer_key
from marketplace.sellers.models import Seller

MOST_IDS = 10_000


def ids_in_scope(info: Any, seller: Seller, given: Any) -> list[int] | None:
    """The products' ids, or ``None`` for all of the seller's. Whatever is named, the export keeps to the seller's."""
    scope = str(given.get("scope") or "ALL")
    if scope == "IDS":
        ids = list(given.get("ids") or ())
        if not ids or len(ids) > MOST_IDS:
            raise InputError(_("Name the products to export."), field="ids", code="REQUIRED")
        return [integer_key(each, "Product", field="ids") for each in ids]
    if scope == "FILTER":
        return _filtered(info, seller, given.get("filter") or {})
    return None


def _filtered(info: Any, seller: Seller, wanted: Any) -> list[int]:
    """As the list of one's own products filters."""
    products = Product.objects.current().filter(seller=seller)
    if wanted.get("approval") is not None:
        products = products.filter(approval=str(wanted["approval"]))
    request = request_of(info, None, wanted, wanted.get("search") or "", None)
    products = filtered(products, with_subcategories(request))
    if request.text:
        products = named(products, request.text, or_sku=True)
    return list(products.order_by("pk").values_list("pk", flat=True).distinct())
