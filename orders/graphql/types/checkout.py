"""Baskets in the API. The parents are `OpenCheckout`."""

from typing import Any

from i18n.graphql.types.language import LanguageCodeEnum
from i18n.graphql.types.money import TaxedMoney
from i18n.today import day_here
from logistics.graphql.customs.trade_rule import GoodsTradeRules
from logistics.graphql.types.landed_cost import LandedCostEstimate
from logistics.landed_cost import LandedCost, combine_landed_costs
from marketplace.accounts.addresses.data import AddressData
from marketplace.accounts.graphql.types.address import Address
from marketplace.accounts.graphql.types.metadata import ObjectWithMetadata
from marketplace.channels.graphql.types.channel import Channel
from marketplace.graphql import (
    ANYONE,
    ID,
    UUID,
    Boolean,
    DateTime,
    Field,
    Int,
    List,
    NonNull,
    ObjectType,
    String,
    attribute,
)
from orders.address_snapshot import address_of
from orders.checkout.blocked import rules_of_lines
from orders.checkout.landed_cost import checkout_landed_costs
from orders.checkout.priced import PricedGroup
from orders.checkout.problems import Problem
from orders.checkout.product_names import names_in
from orders.checkout.tax_id import TaxId as TaxIdValue
from orders.checkout.tax_id import TaxIdKind, kinds_for, tax_ids_of
from orders.graphql.open_checkout import OpenCheckout
from orders.graphql.types.checkout_group import CheckoutGroup
from orders.graphql.types.checkout_line import CheckoutLine
from orders.graphql.types.checkout_problem import CheckoutProblem
from orders.graphql.types.payment_gateway import PaymentGateway
from orders.graphql.types.storefront_checkout import StorefrontCheckout
from orders.graphql.types.tax_id import TaxId, TaxIdChoice
from orders.payments.discovery import available_gateways
from orders.payments.gateway import Gateway


class Checkout(StorefrontCheckout, ObjectType):
    """A basket. Whoever has its id may read and change it, until it belongs to an account."""

    class Meta:
        access = ANYONE
        interfaces = (ObjectWithMetadata,)

    id = Field(ID, required=True)
    token = Field(UUID, required=True)
    channel = Field(Channel, required=True)
    email = Field(String)
    is_attached = Field(Boolean, required=True, description="It belongs to an account.")
    language_code = Field(LanguageCodeEnum, required=True, description="The language of its letters and documents.")
    shipping_address = Field(Address)
    billing_address = Field(Address, description="Null: the same as the shipping address.")
    lines = Field(List(NonNull(CheckoutLine)), required=True, size=20)
    groups = Field(List(NonNull(CheckoutGroup)), required=True, size=5, description="A group for every seller.")
    quantity = Field(Int, required=True, description="Pieces in all.")
    subtotal_price = Field(TaxedMoney, required=True)
    shipping_price = Field(TaxedMoney, required=True)
    total_price = Field(TaxedMoney, required=True, description="What checkoutComplete wants as acceptedTotal (gross).")
    landed_cost = Field(
        LandedCostEstimate, description="With duties and taxes on arrival, estimated; null without an address.", cost=10
    )
    trade_rules = Field(
        List(NonNull(GoodsTradeRules)),
        required=True,
        size=3,
        description="What the country of the delivery asks of the goods; empty without an address.",
    )
    available_payment_gateways = Field(List(NonNull(PaymentGateway)), required=True)
    expires_at = Field(DateTime, required=True, description="Until then the stock is held.")
    problems = Field(List(NonNull(CheckoutProblem)), required=True, size=5)
    purchase_order_number = Field(String, required=True)
    note = Field(String, required=True)
    tax_ids = Field(List(NonNull(TaxId)), required=True, size=2)
    tax_id_choices = Field(
        List(NonNull(TaxIdChoice)), required=True, size=2, description="Kinds that a buyer at the billing address has."
    )
    is_gift = Field(Boolean, required=True)
    gift_message = Field(String, required=True)

    resolve_token = attribute("pk")
    resolve_channel = attribute("row.channel")
    resolve_language_code = attribute("row.language")
    resolve_expires_at = attribute("row.expires_at")
    resolve_purchase_order_number = attribute("row.purchase_order_number")
    resolve_note = attribute("row.note")
    resolve_is_gift = attribute("row.is_gift")
    resolve_gift_message = attribute("row.gift_message")
    resolve_lines = attribute("priced.lines")
    resolve_subtotal_price = attribute("priced.subtotal")
    resolve_shipping_price = attribute("priced.shipping")
    resolve_total_price = attribute("priced.total")

    @staticmethod
    def resolve_email(basket: OpenCheckout, info: Any) -> str | None:
        return basket.row.email or None

    @staticmethod
    def resolve_is_attached(basket: OpenCheckout, info: Any) -> bool:
        return basket.row.user_id is not None

    @staticmethod
    def resolve_shipping_address(basket: OpenCheckout, info: Any) -> AddressData | None:
        return address_of(basket.row.shipping_address)

    @staticmethod
    def resolve_billing_address(basket: OpenCheckout, info: Any) -> AddressData | None:
        return address_of(basket.row.billing_address)

    @staticmethod
    def resolve_tax_ids(basket: OpenCheckout, info: Any) -> list[TaxIdValue]:
        return tax_ids_of(basket.row.tax_ids)

    @staticmethod
    def resolve_tax_id_choices(basket: OpenCheckout, info: Any) -> list[TaxIdKind]:
        address = address_of(basket.row.billing_address or basket.row.shipping_address)
        return kinds_for(address.country if address else basket.row.channel.default_country)

    @staticmethod
    def resolve_groups(basket: OpenCheckout, info: Any) -> list[PricedGroup]:
        return list(basket.priced.groups)

    @staticmethod
    def resolve_problems(basket: OpenCheckout, info: Any) -> list[Problem]:
        return list(basket.priced.problems)

    @staticmethod
    def resolve_quantity(basket: OpenCheckout, info: Any) -> int:
        return basket.quantity

    @staticmethod
    def resolve_landed_cost(basket: OpenCheckout, info: Any) -> LandedCost | None:
        costs = checkout_landed_costs(basket.priced, on=day_here(basket.now), language=basket.language)
        return combine_landed_costs(costs) if costs else None

    @staticmethod
    def resolve_trade_rules(basket: OpenCheckout, info: Any) -> list[dict[str, Any]]:
        address = address_of(basket.row.shipping_address)
        if address is None:
            return []
        lines = basket.priced.lines
        names = names_in(basket.language, [line.variant.product for line in lines])
        found = rules_of_lines(lines, country=address.country, on=day_here(basket.now))
        return [{"goods": names[line.variant.product_id], "rules": rules} for line, rules in found]

    @staticmethod
    def resolve_available_payment_gateways(basket: OpenCheckout, info: Any) -> list[Gateway]:
        return available_gateways(basket.row.channel.currency_code, basket.row.channel)
