"""The part of the public API that orders have."""

from typing import Any

from django.db.models import QuerySet

from marketplace.accounts.graphql.types.user import User
from marketplace.accounts.permissions import Permission
from marketplace.graphql import (
    ANYONE,
    ID,
    SIGNED_IN,
    ConnectionField,
    Date,
    Field,
    InputObjectType,
    List,
    NonNull,
    ObjectType,
    String,
    connection_type,
    extend,
    integer_key,
    permission,
)
from marketplace.sellers.graphql.types.seller import Seller
from orders.graphql import access
from orders.graphql.aftermath_schema import AftermathMutations, AftermathQueries
from orders.graphql.bank_schema import BankMutations, BankQueries
from orders.graphql.figures_schema import FiguresQueries
from orders.graphql.first_steps_schema import FirstStepsMutations, FirstStepsQueries
from orders.graphql.invoicing_schema import InvoicingMutations, InvoicingQueries
from orders.graphql.lists import orders_of_caller, orders_of_seller
from orders.graphql.messages_schema import MessagesMutations, MessagesQueries
from orders.graphql.mutations.checkout_billing_address_update import CheckoutBillingAddressUpdate
from orders.graphql.mutations.checkout_complete import CheckoutComplete
from orders.graphql.mutations.checkout_create import CheckoutCreate
from orders.graphql.mutations.checkout_customer_attach import CheckoutCustomerAttach
from orders.graphql.mutations.checkout_customer_detach import CheckoutCustomerDetach
from orders.graphql.mutations.checkout_delivery_method_update import CheckoutDeliveryMethodUpdate
from orders.graphql.mutations.checkout_email_update import CheckoutEmailUpdate
from orders.graphql.mutations.checkout_line_delete import CheckoutLineDelete
from orders.graphql.mutations.checkout_lines_add import CheckoutLinesAdd
from orders.graphql.mutations.checkout_lines_delete import CheckoutLinesDelete
from orders.graphql.mutations.checkout_lines_update import CheckoutLinesUpdate
from orders.graphql.mutations.checkout_note_update import CheckoutNoteUpdate
from orders.graphql.mutations.checkout_shipping_address_update import CheckoutShippingAddressUpdate
from orders.graphql.mutations.commission_rules import CommissionRuleCreate, CommissionRuleEnd, CommissionRuleUpdate
from orders.graphql.mutations.delivery_options_calculate import DeliveryOptionsCalculate
from orders.graphql.mutations.order_cancel import OrderCancel
from orders.graphql.mutations.order_mark_as_paid import OrderMarkAsPaid
from orders.graphql.mutations.order_pay import OrderPay
from orders.graphql.mutations.payment_gateway_initialize import PaymentGatewayInitialize
from orders.graphql.mutations.refunds import OrderCreditRefund, OrderCreditUse, RefundRetry
from orders.graphql.mutations.seller_order_cancel import SellerOrderCancel
from orders.graphql.mutations.seller_order_mark_refund_sent import SellerOrderMarkRefundSent
from orders.graphql.mutations.seller_order_pack import SellerOrderPack
from orders.graphql.mutations.seller_order_ship import SellerOrderShip
from orders.graphql.mutations.seller_payout_account_link import SellerPayoutAccountLink
from orders.graphql.mutations.stock_receive import StockReceive
from orders.graphql.mutations.transaction_initialize import TransactionInitialize
from orders.graphql.mutations.transaction_process import TransactionProcess
from orders.graphql.mutations.update_metadata import (
    DeleteMetadata,
    DeletePrivateMetadata,
    UpdateMetadata,
    UpdatePrivateMetadata,
)
from orders.graphql.open_checkout import OpenCheckout, opened
from orders.graphql.owed_schema import OwedQueries
from orders.graphql.packing_schema import PackingOfOrdersQueries
from orders.graphql.packing_sheets_schema import PackingSheetsQueries
from orders.graphql.payouts_schema import PayoutsMutations, PayoutsQueries
from orders.graphql.quotes_schema import QuotesMutations, QuotesQueries
from orders.graphql.rates_schema import RatesQueries
from orders.graphql.types.checkout import Checkout
from orders.graphql.types.commission import CommissionRule
from orders.graphql.types.order import Order, OrderStatus
from orders.graphql.types.orders_of_user import OrderCountableConnection, OrdersOfUser
from orders.graphql.types.payout_account import PayoutAccountOfSeller
from orders.graphql.types.seller_order import SellerOrder, SellerOrderStatus
from orders.graphql.vouchers_schema import VouchersMutations, VouchersQueries
from orders.lifecycle.order import Order as OrderRow
from orders.lifecycle.seller_order import SellerOrder as SellerOrderRow
from orders.payouts.commission.rule import CommissionRule as RuleRow

extend(User, OrdersOfUser)
extend(Seller, PayoutAccountOfSeller)
SellerOrderCountableConnection = connection_type(SellerOrder)
CommissionRuleCountableConnection = connection_type(CommissionRule)


class OrderFilterInput(InputObjectType):
    """Which orders to list."""

    status = List(NonNull(OrderStatus))
    search = String(description="Part of the number; for staff also of the buyer's e-mail address.")


class SellerOrderFilterInput(InputObjectType):
    """Which parts of orders to list."""

    status = List(NonNull(SellerOrderStatus))
    search = String(description="Part of the number.")


class OrdersQueries(
    PayoutsQueries,
    BankQueries,
    QuotesQueries,
    MessagesQueries,
    VouchersQueries,
    AftermathQueries,
    FiguresQueries,
    InvoicingQueries,
    OwedQueries,
    RatesQueries,
    PackingOfOrdersQueries,
    PackingSheetsQueries,
    FirstStepsQueries,
    ObjectType,
):
    """Baskets and orders."""

    checkout = Field(
        Checkout,
        id=ID(required=True),
        access=ANYONE,
        cost=10,
        description="A basket, for whoever has its id, unless it belongs to another account.",
    )
    order = Field(
        Order,
        id=ID(required=True),
        token=String(description="Given when the order was placed and in the letters about it."),
        access=ANYONE,
        description="An order, for the account that placed it, whoever has its token, and staff; null for others.",
    )
    orders = ConnectionField(
        OrderCountableConnection,
        filter=OrderFilterInput(),
        access=SIGNED_IN,
        description=f"The caller's own orders, newest first; everybody's with permission {Permission.ORDERS_MANAGE}.",
    )
    my_orders = ConnectionField(
        OrderCountableConnection,
        filter=OrderFilterInput(),
        access=SIGNED_IN,
        description="The caller's own orders, newest first, whatever permissions the caller has.",
    )
    seller_orders = ConnectionField(
        SellerOrderCountableConnection,
        seller=ID(required=True),
        filter=SellerOrderFilterInput(),
        access=SIGNED_IN,
        description="The parts of orders that a seller has to send, newest first, for its members and staff.",
    )
    seller_order = Field(
        SellerOrder,
        id=ID(required=True),
        access=SIGNED_IN,
        description="A seller's part of an order, for its members and staff; null for others.",
    )
    commission_rules = ConnectionField(
        CommissionRuleCountableConnection,
        on=Date(description="Only those that count for orders of this day."),
        access=permission(Permission.PAYOUTS_MANAGE),
        description="What the marketplace keeps of sales, by whom, what and where; the latest first.",
    )

    @staticmethod
    def resolve_commission_rules(root: Any, info: Any, on: Any = None) -> QuerySet[RuleRow]:
        rules = RuleRow.objects.order_by("-effective_from", "-id")
        return rules.counting_on(on) if on else rules

    @staticmethod
    def resolve_checkout(root: Any, info: Any, id: str) -> OpenCheckout | None:
        checkout = access.find_checkout(info, id)
        return opened(info, checkout) if checkout else None

    @staticmethod
    def resolve_order(root: Any, info: Any, id: str, token: str | None = None) -> OrderRow | None:
        return access.find_order(info, id, token)

    @staticmethod
    def resolve_orders(root: Any, info: Any, filter: Any = None) -> QuerySet[OrderRow]:
        everybodys = info.context.actor.has_permission(Permission.ORDERS_MANAGE)
        return orders_of_caller(info, filter or {}, everybodys=everybodys)

    @staticmethod
    def resolve_my_orders(root: Any, info: Any, filter: Any = None) -> QuerySet[OrderRow]:
        return orders_of_caller(info, filter or {}, everybodys=False)

    @staticmethod
    def resolve_seller_orders(root: Any, info: Any, seller: str, filter: Any = None) -> QuerySet[SellerOrderRow]:
        return orders_of_seller(info, integer_key(seller, "Seller", field="seller"), filter or {})

    @staticmethod
    def resolve_seller_order(root: Any, info: Any, id: str) -> SellerOrderRow | None:
        return access.find_seller_order(info, id)


class OrdersMutations(
    PayoutsMutations,
    InvoicingMutations,
    BankMutations,
    QuotesMutations,
    MessagesMutations,
    VouchersMutations,
    AftermathMutations,
    FirstStepsMutations,
    ObjectType,
):
    """Filling baskets, buying, paying, packing and shipping."""

    checkout_create = CheckoutCreate.Field()
    checkout_lines_add = CheckoutLinesAdd.Field()
    checkout_lines_update = CheckoutLinesUpdate.Field()
    checkout_line_delete = CheckoutLineDelete.Field()
    checkout_lines_delete = CheckoutLinesDelete.Field()
    checkout_email_update = CheckoutEmailUpdate.Field()
    checkout_shipping_address_update = CheckoutShippingAddressUpdate.Field()
    checkout_billing_address_update = CheckoutBillingAddressUpdate.Field()
    checkout_delivery_method_update = CheckoutDeliveryMethodUpdate.Field()
    checkout_customer_attach = CheckoutCustomerAttach.Field()
    checkout_customer_detach = CheckoutCustomerDetach.Field()
    delivery_options_calculate = DeliveryOptionsCalculate.Field()
    payment_gateway_initialize = PaymentGatewayInitialize.Field()
    transaction_initialize = TransactionInitialize.Field()
    transaction_process = TransactionProcess.Field()
    update_metadata = UpdateMetadata.Field()
    delete_metadata = DeleteMetadata.Field()
    update_private_metadata = UpdatePrivateMetadata.Field()
    delete_private_metadata = DeletePrivateMetadata.Field()
    checkout_note_update = CheckoutNoteUpdate.Field()
    checkout_complete = CheckoutComplete.Field()
    order_cancel = OrderCancel.Field()
    order_pay = OrderPay.Field()
    order_mark_as_paid = OrderMarkAsPaid.Field()
    seller_order_pack = SellerOrderPack.Field()
    seller_order_ship = SellerOrderShip.Field()
    stock_receive = StockReceive.Field()
    seller_order_cancel = SellerOrderCancel.Field()
    seller_order_mark_refund_sent = SellerOrderMarkRefundSent.Field()
    refund_retry = RefundRetry.Field()
    seller_payout_account_link = SellerPayoutAccountLink.Field()
    order_credit_refund = OrderCreditRefund.Field()
    order_credit_use = OrderCreditUse.Field()
    commission_rule_create = CommissionRuleCreate.Field()
    commission_rule_update = CommissionRuleUpdate.Field()
    commission_rule_end = CommissionRuleEnd.Field()
