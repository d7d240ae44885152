"""Changes to many products in the API: for managers of the seller."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from catalog.graphql.access import MANAGERS
from catalog.graphql.types.product import Product
from catalog.models import BulkChange
from catalog.products.bulk_change.change import MOST_PRODUCTS, ChangeKind, Line, Row
from catalog.products.bulk_change.make import Look
from i18n.graphql.types.money import Money
from i18n.messages import gettext
from i18n.money import Money as MoneyValue
from marketplace.graphql import (
    ID,
    Boolean,
    DateTime,
    Enum,
    Field,
    Int,
    List,
    NonNull,
    ObjectType,
    Rule,
    String,
)

THROUGH_PREVIEW = Rule("reaching it through a preview one may see", lambda _context, _parents: True)
ProductBulkChangeKind = Enum.from_enum(
    ChangeKind,
    name="ProductBulkChangeKind",
    description="PRICE_PERCENT changes given prices and their quantity prices; those that follow a base price refuse.",
)


class ProductBulkChangeLine(ObjectType):
    """One value before and after. Prices are in beforePrice and afterPrice, everything else in before and after."""

    class Meta:
        access = THROUGH_PREVIEW

    sku = Field(String, description="Of the article; null for what is of the whole product.")
    channel = Field(String, description="The market's slug.")
    minimum_quantity = Field(Int, required=True, description="Of a quantity price; 1 for the price of one piece.")
    before = Field(String, description="A category's slug, days, or true and false.")
    after = Field(String)
    before_price = Field(Money)
    after_price = Field(Money)

    @staticmethod
    def resolve_sku(line: Line, info: Any) -> str | None:
        return line.sku or None

    @staticmethod
    def resolve_channel(line: Line, info: Any) -> str | None:
        return line.channel or None

    @staticmethod
    def resolve_before(line: Line, info: Any) -> str | None:
        return line.before if isinstance(line.before, str) else None

    @staticmethod
    def resolve_after(line: Line, info: Any) -> str | None:
        return line.after if isinstance(line.after, str) else None

    @staticmethod
    def resolve_before_price(line: Line, info: Any) -> MoneyValue | None:
        return line.before if isinstance(line.before, MoneyValue) else None

    @staticmethod
    def resolve_after_price(line: Line, info: Any) -> MoneyValue | None:
        return line.after if isinstance(line.after, MoneyValue) else None


class ProductBulkChangeRefusal(ObjectType):
    """Why a product is left as it is."""

    class Meta:
        access = THROUGH_PREVIEW

    field = Field(String)
    code = Field(String, required=True)
    message = Field(String, required=True, description="In the language of the request.")


class ProductBulkChangeRow(ObjectType):
    """What the change does to one product."""

    class Meta:
        access = THROUGH_PREVIEW

    product = Field(Product, required=True)
    changes = Field(Boolean, required=True, description="False where it is so already, and where it is refused.")
    lines = Field(NonNull(List(NonNull(ProductBulkChangeLine))), size=20)
    refusals = Field(NonNull(List(NonNull(ProductBulkChangeRefusal))), size=5)

    @staticmethod
    def resolve_refusals(row: Row, info: Any) -> list[dict[str, Any]]:
        language = info.context.language
        return [
            {
                "field": problem.field,
                "code": problem.code,
                "message": gettext(language, problem.message, **dict(problem.params)),
            }
            for problem in row.problems
        ]


class ProductBulkChangePreview(ObjectType):
    """What a change would do. Nothing has changed yet."""

    class Meta:
        access = THROUGH_PREVIEW

    fingerprint = Field(String, required=True, description="Give it to productBulkChangeMake, which does just this.")
    rows = Field(NonNull(List(NonNull(ProductBulkChangeRow))), size=MOST_PRODUCTS)
    changed = Field(Int, required=True, description="Products that would change.")
    refused = Field(Int, required=True, description="Products that cannot.")

    @staticmethod
    def resolve_rows(look: Look, info: Any) -> Sequence[Row]:
        return look.rows

    @staticmethod
    def resolve_changed(look: Look, info: Any) -> int:
        return sum(row.changes for row in look.rows)

    @staticmethod
    def resolve_refused(look: Look, info: Any) -> int:
        return sum(bool(row.problems) for row in look.rows)


class ProductBulkChange(ObjectType):
    """A change to many products that was made."""

    class Meta:
        access = MANAGERS

    id = Field(ID, required=True)
    kind = Field(ProductBulkChangeKind, required=True)
    products = Field(Int, required=True, description="How many it changed.")
    made_at = Field(DateTime, required=True)
    undo_until = Field(DateTime, required=True)
    undone_at = Field(DateTime)

    @staticmethod
    def resolve_products(row: BulkChange, info: Any) -> int:
        return len(row.before)

    @staticmethod
    def resolve_undo_until(row: BulkChange, info: Any) -> datetime:
        return row.undo_until
