"""Certificates in the API."""

import enum
from typing import Any

from catalog.graphql.access import MEMBERS
from catalog.models import Certificate as CertificateRow
from catalog.models import Product as ProductRow
from catalog.products.certificates.expiry import STEPS
from catalog.products.certificates.scan import signed_scan_url
from catalog.products.certificates.scheme import CertificateScheme
from marketplace.accounts.permissions import Permission
from marketplace.graphql import (
    ANYONE,
    ID,
    Boolean,
    Date,
    Enum,
    Field,
    Int,
    List,
    NonNull,
    ObjectType,
    String,
    batch,
    related,
)
from marketplace.sellers.graphql.access import is_member
from marketplace.sellers.graphql.types.seller import Seller

CertificateSchemeEnum = Enum.from_enum(
    CertificateScheme, name="CertificateScheme", description="What attests it; OTHER is named by the seller."
)
CertificateState = Enum.from_enum(
    enum.StrEnum("CertificateState", {name: name for name in ("UPCOMING", "VALID", "EXPIRING", "EXPIRED")}),
    description=f"EXPIRING is valid, and its last day is at most {max(STEPS)} days away.",
)


def _product() -> Any:
    from catalog.graphql.types.product import Product  # the two types name each other

    return Product


class Certificate(ObjectType):
    """What somebody else attests, as the seller states it: the marketplace has not asked the issuer."""

    class Meta:
        access = ANYONE

    id = Field(ID, required=True)
    seller = Field(Seller, required=True)
    scheme = Field(CertificateSchemeEnum, required=True)
    title = Field(String, required=True, description="The scheme's name, or the seller's words for another one.")
    issuer = Field(String, required=True)
    number = Field(String, required=True)
    valid_from = Field(Date, required=True)
    valid_until = Field(Date, description="Its last day; null for what does not end.")
    state = Field(CertificateState, required=True, description="Today.")
    days_left = Field(Int, description="Until its last day, negative after it; null for what does not end.")
    covers_all_products = Field(Boolean, required=True)
    file_url = Field(
        String,
        description="The scan, where buyers may open it, and for the seller's members and staff. Works for an hour.",
    )
    file_is_public = Field(Boolean, access=MEMBERS)
    has_file = Field(Boolean, access=MEMBERS)
    products = Field(List(NonNull(_product)), access=MEMBERS, description="Empty when it covers all products.")

    resolve_seller = related("seller")

    @staticmethod
    @batch
    def resolve_state(rows: list[CertificateRow], info: Any) -> list[str]:
        return [state_of(row, info.context.now.date()) for row in rows]

    @staticmethod
    @batch
    def resolve_days_left(rows: list[CertificateRow], info: Any) -> list[int | None]:
        today = info.context.now.date()
        return [None if row.valid_until is None else (row.valid_until - today).days for row in rows]

    @staticmethod
    @batch
    def resolve_file_url(rows: list[CertificateRow], info: Any) -> list[str | None]:
        staff = info.context.actor.has_permission(Permission.PRODUCTS_APPROVE)
        return [
            signed_scan_url(row) if row.file_is_public or staff or is_member(info.context, row.seller_id) else None
            for row in rows
        ]

    @staticmethod
    @batch
    def resolve_has_file(rows: list[CertificateRow], info: Any) -> list[bool]:
        return [bool(row.file) for row in rows]

    @staticmethod
    @batch
    def resolve_products(rows: list[CertificateRow], info: Any) -> list[list[ProductRow]]:
        links = CertificateRow.products.through.objects.filter(certificate__in=rows, product__archived_at__isnull=True)
        pairs = list(links.order_by("pk").values_list("certificate_id", "product_id"))
        # One row for a product that several certificates name: what is read for it below is then read once.
        products = ProductRow.objects.in_bulk({product_id for _certificate, product_id in pairs})
        found: dict[int, list[ProductRow]] = {row.pk: [] for row in rows}
        for certificate_id, product_id in pairs:
            found[certificate_id].append(products[product_id])
        return [found[row.pk] for row in rows]


def state_of(row: CertificateRow, today: Any) -> str:
    if row.valid_from > today:
        return "UPCOMING"
    if row.valid_until is None:
        return "VALID"
    left = (row.valid_until - today).days
    return "EXPIRED" if left < 0 else "EXPIRING" if left <= max(STEPS) else "VALID"
