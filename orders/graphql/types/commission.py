"""What the marketplace keeps, in the API."""

from typing import Any

from catalog.graphql.types.category import Category
from i18n.graphql.types.money import Money
from marketplace.channels.graphql.types.channel import Channel
from marketplace.graphql import (
    ANYONE,
    ID,
    Boolean,
    Date,
    Decimal,
    Field,
    List,
    NonNull,
    ObjectType,
    String,
    attribute,
    batch,
    permission,
    related,
)
from marketplace.sellers.graphql.types.seller import Seller
from orders.graphql.access import PAYOUTS_MANAGE
from orders.payouts.commission.commission_line import CommissionLine as LineRow
from orders.payouts.commission.rule import CommissionRule as RuleRow
from orders.payouts.commission.used import used_rules
from orders.payouts.earning import Earning as EarningRow
from orders.stored_money import stored


class CommissionRule(ObjectType):
    """Which commission counts for what, from when. The rule that names most counts: seller, category, channel."""

    class Meta:
        access = permission(PAYOUTS_MANAGE)

    id = Field(ID, required=True)
    seller = Field(Seller, description="Null: of everybody.")
    category = Field(Category, description="With everything below it. Null: on everything.")
    channel = Field(Channel, description="Null: in every market.")
    percent = Field(Decimal, required=True, description="Of the goods, without freight.")
    tax_percent = Field(Decimal, required=True, description="Tax on the commission, taken with it.")
    currency = Field(String, description="The only one it counts in; null where it has neither minimum nor cap.")
    minimum = Field(Money, description="Per line.")
    cap = Field(Money, description="Per line.")
    effective_from = Field(Date, required=True)
    effective_to = Field(Date, description="The first day on which it doesn't count any more.")
    note = Field(String, required=True)
    is_used = Field(Boolean, required=True, description="Lines were charged by it: only its end and note can change.")

    resolve_seller = related("seller")
    resolve_category = related("category")
    resolve_channel = related("channel")

    @staticmethod
    def resolve_currency(rule: RuleRow, info: Any) -> str | None:
        return rule.currency or None

    @staticmethod
    def resolve_minimum(rule: RuleRow, info: Any) -> Any:
        return None if rule.minimum_amount is None else stored(rule.minimum_amount, rule.currency)

    @staticmethod
    def resolve_cap(rule: RuleRow, info: Any) -> Any:
        return None if rule.cap_amount is None else stored(rule.cap_amount, rule.currency)

    @staticmethod
    @batch
    def resolve_is_used(rules: list[RuleRow], info: Any) -> list[bool]:
        used = used_rules([rule.pk for rule in rules])
        return [rule.pk in used for rule in rules]


class CommissionLine(ObjectType):
    """The commission on one line."""

    class Meta:
        access = ANYONE

    sku = Field(String, required=True)
    base = Field(Money, required=True, description="The line as it was sold.")
    percent = Field(Decimal, required=True)
    amount = Field(Money, required=True, description="What is taken as things stand.")
    tax_percent = Field(Decimal, required=True)
    tax = Field(Money, required=True)

    @staticmethod
    def resolve_sku(line: LineRow, info: Any) -> str:
        return line.order_line.sku

    @staticmethod
    def resolve_base(line: LineRow, info: Any) -> Any:
        return stored(line.base_amount, line.currency)

    @staticmethod
    def resolve_amount(line: LineRow, info: Any) -> Any:
        return line.money


class SellerOrderCommission(ObjectType):
    """What a seller has earned of a part of an order so far, after refunds, and what the marketplace keeps of it."""

    class Meta:
        access = ANYONE

    amount = Field(Money, required=True, description="The commission.")
    tax = Field(Money, required=True, description="On the commission.")
    earned = Field(Money, required=True, description="Of the buyer's money.")
    voucher = Field(Money, required=True, description="Added by the marketplace for vouchers of its own.")
    payable = Field(Money, required=True, description="The seller's: earned and voucher less commission and tax.")
    lines = Field(List(NonNull(CommissionLine)), required=True, size=10)

    resolve_amount = attribute("commission")
    resolve_tax = attribute("commission_tax")

    @staticmethod
    @batch
    def resolve_lines(earnings: list[EarningRow], info: Any) -> list[list[LineRow]]:
        found: dict[Any, list[LineRow]] = {earning.seller_order_id: [] for earning in earnings}
        rows = LineRow.objects.filter(order_line__seller_order__in=found).select_related("order_line")
        for row in rows.order_by("order_line_id"):
            found[row.order_line.seller_order_id].append(row)
        return [found[earning.seller_order_id] for earning in earnings]
