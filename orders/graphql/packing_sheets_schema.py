"""Packing slips and labels of many orders, in the public API."""

from datetime import datetime
from typing import Any

from i18n.messages import gettext_noop as _
from marketplace.graphql import ID, SIGNED_IN, Enum, Field, InputError, List, NonNull, ObjectType, String
from orders.documents.packing_sheets.open import sheets_url
from orders.documents.packing_sheets.sheets import MOST_ORDERS, Sheet, shipments_of
from orders.graphql import access
from orders.lifecycle.seller_order import SellerOrder

PackingSheetKind = Enum.from_enum(
    Sheet, name="PackingSheetKind", description="Slips on A4, one order a page; labels on A6, one parcel a page."
)


class PackingSheetsQueries(ObjectType):
    """What is printed to pack from."""

    packing_sheets_url = Field(
        String,
        ids=NonNull(List(NonNull(ID))),
        kind=PackingSheetKind(required=True),
        access=SIGNED_IN,
        cost=50,
        description=(
            "One PDF for up to fifty parts of orders, in the language of the request; the address works for an hour. "
            "Null when it would be empty. For the members of their seller and staff."
        ),
    )

    @staticmethod
    def resolve_packing_sheets_url(root: Any, info: Any, ids: list[str], kind: Any) -> str | None:
        sheet = Sheet(str(getattr(kind, "value", kind)))
        parts = _parts(info, ids)
        if sheet is Sheet.LABELS and not shipments_of(parts):
            return None
        now: datetime = info.context.now
        return sheets_url(parts, sheet, language=info.context.language, now=now)


def _parts(info: Any, ids: list[str]) -> list[SellerOrder]:
    if not 0 < len(ids) <= MOST_ORDERS:
        message = _("Choose at least one and at most %(most)s orders.")
        raise InputError(message, field="ids", params={"most": MOST_ORDERS})
    keys = list(dict.fromkeys(access.key_of(each, "SellerOrder", field="ids") for each in ids))
    found = SellerOrder.objects.select_related("order", "seller").in_bulk(keys)
    parts = [found[key] for key in keys if key in found and access.may_read_seller(info, found[key].seller_id)]
    if len(parts) < len(keys):
        raise InputError(_("There is no such order."), field="ids", code="NOT_FOUND")
    return parts
