"""``exhibitCreate``."""

from typing import Any

from catalog.models import Product
from i18n.messages import gettext_noop as _
from marketplace.expo.exhibitors import show_product
from marketplace.expo.graphql import errors
from marketplace.expo.graphql.access import STAFF, exhibitor_of
from marketplace.expo.graphql.types.exhibitor import Exhibit, Exhibitor
from marketplace.graphql import ID, Field, InputError, Mutation, String, integer_key


class ExhibitCreate(Mutation):
    """Add something shown: a product of the exhibitor's seller, or a title."""

    class Arguments:
        exhibitor_id = ID(required=True)
        product_id = ID()
        title = String()

    class Meta:
        access = STAFF
        creates = True
        known_errors = errors.REFUSED

    exhibit = Field(Exhibit)
    exhibitor = Field(Exhibitor)

    @classmethod
    def perform(
        cls, info: Any, *, exhibitor_id: str, product_id: str | None = None, title: str | None = None
    ) -> dict[str, Any]:
        exhibitor = exhibitor_of(info, exhibitor_id, "exhibitor_id")
        product = _product(product_id) if product_id else None
        exhibit = show_product(exhibitor=exhibitor, product=product, title=title or "")
        return {"exhibit": exhibit, "exhibitor": exhibitor}


def _product(global_id: str) -> Product:
    key = integer_key(global_id, "Product", field="product_id")
    product = Product.objects.approved().filter(pk=key).first()
    if product is None:
        raise InputError(_("There is no such product."), field="product_id", code="NOT_FOUND")
    return product
