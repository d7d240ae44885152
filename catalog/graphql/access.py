"""Rules of access about products, and the caller's own rows for mutations."""

from typing import Any, TypeVar

from django.db.models import Exists, Model, OuterRef, Q, QuerySet

from catalog.models import (
    BulkChange,
    Certificate,
    LotImport,
    Product,
    ProductExport,
    ProductImport,
    ProductMedia,
    ProductVariant,
    StockImport,
    Warehouse,
)
from catalog.products.product import ProductQuerySet
from i18n.messages import gettext_noop as _
from marketplace.accounts.models import User
from marketplace.accounts.permissions import Permission
from marketplace.channels.models import Channel
from marketplace.graphql import InputError, PermissionDenied, integer_key, permission
from marketplace.sellers.graphql.access import is_member, member, member_or, roles_in
from marketplace.sellers.member import MemberRole

Row = TypeVar("Row", bound=Model)
MEMBERS = member_or(Permission.PRODUCTS_APPROVE)
"""Members of the seller whose product, variant or import the parent is, and staff who review products."""
MANAGERS = member(lambda parent: parent.seller_id, MemberRole.MANAGER)
"""Managers of the seller whose file the parent is."""
STAFF = permission(Permission.PRODUCTS_APPROVE)
_MESSAGES = {
    "Product": _("You have no such product."),
    "ProductVariant": _("You have no such variant."),
    "ProductMedia": _("You have no such picture."),
    "ProductBulkChange": _("You have no such change."),
    "ProductImport": _("You have no such import."),
    "ExportFile": _("You have no such export."),
    "Warehouse": _("You have no such warehouse."),
    "StockImport": _("You have no such import."),
    "Certificate": _("You have no such certificate."),
    "LotImport": _("You have no such import."),
}


def own_product(info: Any, global_id: str, *, field: str = "id") -> Product:
    """The product, for a caller who manages its seller. Raises `InputError` NOT_FOUND or `PermissionDenied`."""
    return _own(info, Product.objects.current().select_related("seller"), "Product", global_id, field, "seller_id")


def own_variant(info: Any, global_id: str, *, field: str = "id") -> ProductVariant:
    rows = ProductVariant.objects.current().select_related("product__seller")
    return _own(info, rows, "ProductVariant", global_id, field, "seller_id")


def own_media(info: Any, global_id: str, *, field: str = "id") -> ProductMedia:
    rows = ProductMedia.objects.filter(product__archived_at__isnull=True).select_related("product")
    return _own(info, rows, "ProductMedia", global_id, field, "product.seller_id")


def own_import(info: Any, global_id: str, *, field: str = "id") -> ProductImport:
    return _own(info, ProductImport.objects.select_related("seller"), "ProductImport", global_id, field, "seller_id")


def own_bulk_change(info: Any, global_id: str, *, field: str = "id") -> BulkChange:
    return _own(info, BulkChange.objects.all(), "ProductBulkChange", global_id, field, "seller_id")


def own_certificate(info: Any, global_id: str, *, field: str = "id") -> Certificate:
    return _own(info, Certificate.objects.current(), "Certificate", global_id, field, "seller_id")


def own_export(info: Any, global_id: str, *, field: str = "id") -> ProductExport:
    return _own(info, ProductExport.objects.all(), "ExportFile", global_id, field, "seller_id")


def own_stock_import(info: Any, global_id: str, *, field: str = "id") -> StockImport:
    return _own(info, StockImport.objects.select_related("seller"), "StockImport", global_id, field, "seller_id")


def own_lot_import(info: Any, global_id: str, *, field: str = "id") -> LotImport:
    return _own(info, LotImport.objects.select_related("seller"), "LotImport", global_id, field, "seller_id")


def own_warehouse(info: Any, global_id: str, *, field: str = "warehouse") -> Warehouse:
    return _own(info, Warehouse.objects.all(), "Warehouse", global_id, field, "seller_id")


def product_for_review(info: Any, global_id: str) -> Product:
    """The product, for staff who review products: the mutation's rule has let only them through."""
    product = Product.objects.current().filter(pk=integer_key(global_id, "Product")).first()
    if product is None:
        raise InputError(_("There is no such product."), field="id", code="NOT_FOUND")
    return product


def visible_products(info: Any) -> ProductQuerySet:
    """Everything the caller may see: what is public anywhere, all of the own sellers' products, for staff all."""
    current = Product.objects.current()
    if info.context.actor.has_permission(Permission.PRODUCTS_APPROVE):
        return current
    public = Product.objects.published_anywhere(at=info.context.now)
    own = list(roles_in(info.context))
    if not own:
        return public
    # Asked of each row that is wanted: a set of all that is public would be made anew for every statement.
    return current.filter(Exists(public.filter(pk=OuterRef("pk"))) | Q(seller_id__in=own))


def shown_in(info: Any, product: Product, channel: Channel | None) -> bool:
    """Whether the caller may see the product in the channel: published there, or one's own, or staff."""
    if reviewable_products(info).filter(pk=product.pk).exists():
        return True
    return (
        channel is not None
        and Product.objects.published_in(channel, at=info.context.now).filter(pk=product.pk).exists()
    )


def reviewable_products(info: Any) -> ProductQuerySet:
    """The products whose approval the caller may know: those of the own sellers, for staff all."""
    current = Product.objects.current()
    if info.context.actor.has_permission(Permission.PRODUCTS_APPROVE):
        return current
    return current.filter(seller_id__in=list(roles_in(info.context)))


def caller(info: Any) -> User | None:
    """Who signs for a change."""
    return info.context.actor if isinstance(info.context.actor, User) else None


def _own(info: Any, rows: QuerySet[Row], type_name: str, global_id: str, field: str, seller: str) -> Row:
    row = rows.filter(pk=integer_key(global_id, type_name, field=field)).first()
    seller_id: Any = row
    for part in seller.split("."):
        seller_id = getattr(seller_id, part, None)
    if row is None or not is_member(info.context, seller_id):
        raise InputError(_MESSAGES[type_name], field=field, code="NOT_FOUND")
    if not is_member(info.context, seller_id, MemberRole.MANAGER):
        raise PermissionDenied(_("Your role in this seller does not include its catalogue."))
    return row
