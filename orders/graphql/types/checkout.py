"""Baskets in the API. The parents are `OpenCheckout`, `PricedGroup` and `PricedLine`."""

from typing import Any

from catalog.graphql.in_channel import put_in_channel
from catalog.graphql.types.product_variant import ProductVariant
from catalog.models import ProductVariant as Variant
from i18n.graphql.types.language import LanguageCodeEnum
from i18n.graphql.types.money import Money, TaxedMoney
from i18n.messages import gettext
from logistics.graphql.types.landed_cost import LandedCostEstimate
from logistics.landed_cost import LandedCost, combine_landed_costs
from marketplace.accounts.addresses.data import AddressData
from marketplace.accounts.graphql.types.address import Address
from marketplace.channels.graphql.types.channel import Channel
from marketplace.graphql import (
    ANYONE,
    ID,
    UUID,
    Boolean,
    DateTime,
    Enum,
    Field,
    Int,
    List,
    NonNull,
    ObjectType,
    String,
    attribute,
    batch,
    to_global_id,
)
from marketplace.sellers.graphql.types.seller import Seller
from orders.address_snapshot import address_of
from orders.checkout.landed_cost import checkout_landed_costs
from orders.checkout.problems import Problem, ProblemCode
from orders.checkout.totals import PricedGroup, PricedLine
from orders.graphql.open_checkout import OpenCheckout
from orders.payments.discovery import available_gateways
from orders.payments.gateway import Gateway

CheckoutProblemCode = Enum.from_enum(
    ProblemCode,
    name="CheckoutProblemCode",
    description="What is wrong with a basket. PRICE_CHANGED is accepted by completing with the new total.",
)


class CheckoutProblem(ObjectType):
    """Something that keeps a basket from becoming an order, or has changed since the buyer looked."""

    class Meta:
        access = ANYONE

    code = Field(CheckoutProblemCode, required=True)
    field = Field(String, required=True, description="What to change: lines, email, shippingAddress, delivery.")
    message = Field(String, required=True, description="For people, in the language of the request.")

    @staticmethod
    def resolve_message(problem: Problem, info: Any) -> str:
        return gettext(info.context.language, problem.message, **problem.params)


class CheckoutLine(ObjectType):
    """So many of a variant."""

    class Meta:
        access = ANYONE

    id = Field(ID, required=True)
    variant = Field(ProductVariant, required=True)
    quantity = Field(Int, required=True)
    unit_price = Field(TaxedMoney, required=True, description="At this quantity; zero when it is no longer sold.")
    total_price = Field(TaxedMoney, required=True)
    problem = Field(CheckoutProblem)

    resolve_quantity = attribute("line.quantity")
    resolve_unit_price = attribute("unit")
    resolve_total_price = attribute("total")

    @staticmethod
    def resolve_id(line: PricedLine, info: Any) -> str:
        return to_global_id("CheckoutLine", line.line.pk)

    @staticmethod
    @batch
    def resolve_variant(lines: list[PricedLine], info: Any) -> list[Variant]:
        """In the basket's market, so that prices asked for below are those of it."""
        return [put_in_channel([line.variant], line.channel)[0] for line in lines]


class DeliveryMethod(ObjectType):
    """A way for one seller's goods to travel."""

    class Meta:
        access = ANYONE

    id = Field(ID, required=True, description="For checkoutDeliveryMethodUpdate.")
    name = Field(String, required=True)
    carrier = Field(String, required=True)
    price = Field(Money, required=True)
    minimum_delivery_days = Field(Int)
    maximum_delivery_days = Field(Int)
    basis = Field(String, required=True, description="How the price came about.")

    resolve_id = attribute("method_id")
    resolve_minimum_delivery_days = attribute("min_days")
    resolve_maximum_delivery_days = attribute("max_days")


class CheckoutGroup(ObjectType):
    """The goods of one seller, which travel together."""

    class Meta:
        access = ANYONE

    seller = Field(Seller, required=True)
    lines = Field(List(NonNull(CheckoutLine)), required=True)
    subtotal = Field(TaxedMoney, required=True)
    shipping_price = Field(TaxedMoney, required=True, description="Of the chosen method; zero before one is chosen.")
    total_price = Field(TaxedMoney, required=True)
    delivery_methods = Field(
        List(NonNull(DeliveryMethod)), required=True, description="Cheapest first; empty without an address."
    )
    delivery_method = Field(DeliveryMethod, description="The one that is chosen.")

    resolve_shipping_price = attribute("shipping")
    resolve_total_price = attribute("total")

    @staticmethod
    def resolve_delivery_methods(group: PricedGroup, info: Any) -> list[Any]:
        return list(group.methods)

    @staticmethod
    def resolve_delivery_method(group: PricedGroup, info: Any) -> Any:
        return group.method

    @staticmethod
    def resolve_lines(group: PricedGroup, info: Any) -> list[PricedLine]:
        return list(group.lines)


class PaymentGateway(ObjectType):
    """A way of paying."""

    class Meta:
        access = ANYONE

    id = Field(ID, required=True, description="For checkoutComplete and orderPay.")
    name = Field(String, required=True)
    description = Field(String, required=True)
    is_test = Field(Boolean, required=True, description="No money moves.")
    needs_card = Field(Boolean, required=True, description="It charges at once and wants a card number.")

    resolve_id = attribute("code")
    resolve_needs_card = attribute("captures_at_once")

    @staticmethod
    def resolve_name(gateway: Gateway, info: Any) -> str:
        return gettext(info.context.language, gateway.name)

    @staticmethod
    def resolve_description(gateway: Gateway, info: Any) -> str:
        return gettext(info.context.language, gateway.description)


class Checkout(ObjectType):
    """A basket. Whoever has its id may read and change it, until it belongs to an account."""

    class Meta:
        access = ANYONE

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
    available_payment_gateways = Field(List(NonNull(PaymentGateway)), required=True)
    expires_at = Field(DateTime, required=True, description="Until then the stock is held.")
    problems = Field(List(NonNull(CheckoutProblem)), required=True, size=5)
    purchase_order_number = Field(String, required=True)
    note = Field(String, required=True)

    resolve_token = attribute("pk")
    resolve_channel = attribute("row.channel")
    resolve_language_code = attribute("row.language")
    resolve_expires_at = attribute("row.expires_at")
    resolve_purchase_order_number = attribute("row.purchase_order_number")
    resolve_note = attribute("row.note")
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
    def resolve_groups(basket: OpenCheckout, info: Any) -> list[PricedGroup]:
        return list(basket.priced.groups)

    @staticmethod
    def resolve_problems(basket: OpenCheckout, info: Any) -> list[Problem]:
        return list(basket.priced.problems)

    @staticmethod
    def resolve_quantity(basket: OpenCheckout, info: Any) -> int:
        return sum(line.line.quantity for line in basket.priced.lines)

    @staticmethod
    def resolve_landed_cost(basket: OpenCheckout, info: Any) -> LandedCost | None:
        costs = checkout_landed_costs(basket.priced, on=basket.now.date(), language=basket.language)
        return combine_landed_costs(costs) if costs else None

    @staticmethod
    def resolve_available_payment_gateways(basket: OpenCheckout, info: Any) -> list[Gateway]:
        return available_gateways(basket.row.channel.currency_code)
