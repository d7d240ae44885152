"""``exhibitorLinkSeller``."""

from typing import Any

from i18n.messages import gettext_noop as _
from marketplace.expo.exhibitors import link_seller
from marketplace.expo.graphql.access import STAFF, exhibitor_of
from marketplace.expo.graphql.types.exhibitor import Exhibitor
from marketplace.graphql import ID, Field, InputError, Mutation, integer_key
from marketplace.sellers.models import Seller


class ExhibitorLinkSeller(Mutation):
    """Say that an exhibitor is an approved seller of the marketplace, or with null that it is none."""

    class Arguments:
        id = ID(required=True)
        seller_id = ID()

    class Meta:
        access = STAFF

    exhibitor = Field(Exhibitor)

    @classmethod
    def perform(cls, info: Any, *, id: str, seller_id: str | None = None) -> dict[str, Any]:
        exhibitor = exhibitor_of(info, id)
        return {"exhibitor": link_seller(exhibitor=exhibitor, seller=_approved(seller_id) if seller_id else None)}


def _approved(global_id: str) -> Seller:
    key = integer_key(global_id, "Seller", field="seller_id")
    seller = Seller.objects.approved().filter(pk=key).first()
    if seller is None:
        raise InputError(_("There is no such seller."), field="seller_id", code="NOT_FOUND")
    return seller
