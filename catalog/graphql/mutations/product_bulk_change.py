"""``productBulkChangeMake`` and ``productBulkChangeUndo``."""

from typing import Any

from catalog.graphql import errors
from catalog.graphql.access import own_bulk_change
from catalog.graphql.inputs import category_of, channel_named_by_slug, keys
from catalog.graphql.types.product_bulk_change import ProductBulkChange, ProductBulkChangeKind
from catalog.models import Product
from catalog.products.bulk_change.change import HIGHEST_PERCENT, LOWEST_PERCENT, MOST_PRODUCTS, Change, ChangeKind
from catalog.products.bulk_change.make import make_change
from catalog.products.bulk_change.undo import undo_change
from catalog.products.fields import BOUNDS
from i18n.messages import gettext_noop as _
from marketplace.graphql import (
    ID,
    SIGNED_IN,
    Decimal,
    Field,
    InputError,
    InputObjectType,
    Int,
    List,
    Mutation,
    NonNull,
    String,
)
from marketplace.sellers.graphql.access import seller_for
from marketplace.sellers.member import MemberRole
from marketplace.sellers.models import Seller


class ProductBulkChangeInput(InputObjectType):
    """One kind of change with what it needs."""

    products = NonNull(List(NonNull(ID)))
    kind = ProductBulkChangeKind(required=True)
    channel = String(description="The market's slug: for PUBLISH and UNPUBLISH; prices change in all markets without.")
    percent = Decimal(description="For PRICE_PERCENT: 5 makes prices higher, -5 lower.")
    category = ID(description="For CATEGORY; null for none.")
    days = Int(description="For LEAD_TIME; null for unknown.")


class ProductBulkChangeMake(Mutation):
    """Change up to a hundred products at once, just as productBulkChangePreview showed it.

    What was refused there stays as it is. The same call again changes nothing more. For managers of the seller.
    """

    class Arguments:
        seller = ID(required=True)
        input = ProductBulkChangeInput(required=True)
        fingerprint = String(required=True, description="Of the preview.")

    class Meta:
        access = SIGNED_IN
        error_codes = ("CHANGED_MEANWHILE", "NOTHING_TO_CHANGE")
        known_errors = errors.REFUSED

    change = Field(ProductBulkChange)

    @classmethod
    def perform(cls, info: Any, *, seller: str, input: Any, fingerprint: str) -> dict[str, Any]:
        owner = seller_for(info, seller, MemberRole.MANAGER, field="seller")
        made = make_change(
            seller=owner,
            product_ids=product_keys(owner, input),
            change=change_of(input),
            fingerprint=fingerprint[:64],
            now=info.context.now,
        )
        return {"change": made}


class ProductBulkChangeUndo(Mutation):
    """Take a change back, within its time and if nothing it touched was changed since. For managers of the seller."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = SIGNED_IN
        error_codes = ("CHANGED_MEANWHILE", "TOO_LATE", *errors.GATES)
        known_errors = errors.REFUSED

    change = Field(ProductBulkChange)

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        return {"change": undo_change(change=own_bulk_change(info, id), now=info.context.now)}


def product_keys(seller: Seller, given: Any) -> list[int]:
    """The keys of the products chosen, each once; raises `InputError` for one that the seller does not have."""
    chosen = given["products"]
    if not 0 < len(chosen) <= MOST_PRODUCTS:
        message = _("Choose at least one and at most %(most)s products.")
        raise InputError(message, field="products", params={"most": MOST_PRODUCTS})
    found = list(dict.fromkeys(keys(chosen, "Product", field="products") or []))
    if Product.objects.current().filter(seller=seller, pk__in=found).count() < len(found):
        raise InputError(_("You have no such product."), field="products", code="NOT_FOUND")
    return found


def change_of(given: Any) -> Change:
    """Raises `InputError` for what the kind needs and is not there."""
    kind = ChangeKind(str(getattr(given["kind"], "value", given["kind"])))
    channel = channel_named_by_slug(given.get("channel"), field="channel")
    if kind in (ChangeKind.PUBLISH, ChangeKind.UNPUBLISH):
        if channel is None:
            raise InputError(_("Choose a market."), field="channel", code="REQUIRED")
        return Change(kind, channel=channel)
    if kind == ChangeKind.PRICE_PERCENT:
        return Change(kind, channel=channel, percent=_percent(given.get("percent")))
    if kind == ChangeKind.CATEGORY:
        return Change(kind, category=category_of(given.get("category")))
    if kind == ChangeKind.LEAD_TIME:
        return Change(kind, days=_days(given.get("days")))
    return Change(kind)


def _percent(percent: Any) -> Any:
    if percent is None:
        raise InputError(_("Say by how many percent."), field="percent", code="REQUIRED")
    if not LOWEST_PERCENT <= percent <= HIGHEST_PERCENT or percent != round(percent, 2):
        message = _("Between %(least)s and %(most)s percent, with at most two decimals.")
        params = {"least": int(LOWEST_PERCENT), "most": int(HIGHEST_PERCENT)}
        raise InputError(message, field="percent", params=params)
    return percent


def _days(days: int | None) -> int | None:
    least, most = BOUNDS["lead_time_days"]
    if days is not None and not least <= days <= most:
        message = _("This must be between %(least)s and %(most)s.")
        raise InputError(message, field="days", params={"least": least, "most": most})
    return days
