"""Orders in the API."""

from typing import Any
from uuid import UUID

from catalog.graphql.review_access import open_invitations
from catalog.graphql.types.review import ReviewInvitation
from catalog.models import ReviewInvitation as InvitationRow
from i18n.graphql.types.language import LanguageCodeEnum
from i18n.graphql.types.money import Money, TaxedMoney
from i18n.messages import gettext
from logistics.customs.documents.document import Document
from logistics.customs.documents.open import signed_url
from marketplace.accounts.addresses.data import AddressData
from marketplace.accounts.graphql.types.address import Address
from marketplace.accounts.graphql.types.metadata import ObjectWithMetadata
from marketplace.channels.graphql.types.channel import Channel
from marketplace.graphql import (
    ANYONE,
    ID,
    Boolean,
    DateTime,
    Enum,
    Field,
    List,
    NonNull,
    ObjectType,
    String,
    attribute,
    batch,
    related,
    related_list,
)
from orders.address_snapshot import address_of
from orders.checkout.tax_id import TaxId as TaxIdValue
from orders.checkout.tax_id import tax_ids_of
from orders.documents.papers import papers_of_orders
from orders.fulfillment.invite_reviews import purchase_reference
from orders.graphql.access import ORDERS_MANAGE, WHOLE_ORDER, open_order
from orders.graphql.types.instalment import Instalment
from orders.graphql.types.order_document import OrderDocument
from orders.graphql.types.order_event import OrderEvent
from orders.graphql.types.payment import Payment
from orders.graphql.types.refund import Refund
from orders.graphql.types.seller_order import SellerOrder
from orders.graphql.types.storefront_order import StorefrontOrder
from orders.graphql.types.tax_id import TaxId
from orders.graphql.wording import ORDER_STATUS
from orders.lifecycle import states
from orders.lifecycle.order import Order as OrderRow
from orders.lifecycle.order_event import OrderEvent as OrderEventRow
from orders.lifecycle.proforma import proformas_of
from orders.lifecycle.seller_order import SellerOrder as SellerOrderRow
from orders.payments.credit import BuyerCredit
from orders.payments.instalment import Instalment as InstalmentRow
from orders.payments.paid import paid_in_full
from orders.payments.payment import Payment as PaymentRow
from orders.payments.refund import Refund as RefundRow
from orders.stored_money import stored

OrderStatus = Enum.from_enum(
    states.OrderStatus, name="OrderStatus", description="How far an order is: derived from its sellers' parts."
)
_CANCELABLE = {states.SellerOrderStatus.AWAITING_PAYMENT, states.SellerOrderStatus.CONFIRMED}
_OVER = {states.OrderStatus.CANCELED, states.OrderStatus.EXPIRED}
_WAITING_STATES = {states.OrderStatus.UNPAID, states.OrderStatus.UNFULFILLED}


class Order(StorefrontOrder, ObjectType):
    """What a buyer placed. Sellers reach it through their own part, and read only what has no rule of its own."""

    class Meta:
        access = ANYONE
        interfaces = (ObjectWithMetadata,)

    id = Field(ID, required=True)
    number = Field(String, required=True, description="For people: BDM-2026-000123. It opens nothing.")
    created = Field(DateTime, required=True)
    status = Field(OrderStatus, required=True)
    status_display = Field(String, required=True, description="The status in the language of the request.")
    channel = Field(Channel, required=True)
    language_code = Field(LanguageCodeEnum, required=True, description="The buyer's language.")
    purchase_order_number = Field(String, required=True)
    note = Field(String, required=True, description="The buyer's word to the sellers.")
    is_paid = Field(Boolean, required=True)
    tax_ids = Field(List(NonNull(TaxId)), required=True, description="The buyer's, as printed on the papers.")
    is_gift = Field(Boolean, required=True)
    gift_message = Field(String, required=True, description="For whoever receives the goods.")
    discount = Field(Money, access=WHOLE_ORDER, description="What the voucher took off; null without one.")
    user_email = Field(String, required=True, access=WHOLE_ORDER)
    shipping_address = Field(Address, access=WHOLE_ORDER)
    billing_address = Field(Address, access=WHOLE_ORDER)
    seller_orders = Field(List(NonNull(SellerOrder)), required=True, access=WHOLE_ORDER, size=3)
    subtotal = Field(TaxedMoney, required=True, access=WHOLE_ORDER)
    shipping_price = Field(TaxedMoney, required=True, access=WHOLE_ORDER)
    total = Field(TaxedMoney, required=True, access=WHOLE_ORDER)
    payment = Field(Payment, access=WHOLE_ORDER, description="The latest one.")
    payments = Field(
        List(NonNull(Payment)), required=True, access=WHOLE_ORDER, size=2, description="All, newest first."
    )
    instalments = Field(
        List(NonNull(Instalment)), required=True, access=WHOLE_ORDER, size=2, description="How it is paid, in order."
    )
    refunds = Field(List(NonNull(Refund)), required=True, access=WHOLE_ORDER, size=2)
    credit = Field(Money, access=WHOLE_ORDER, description="Paid too much and kept for the buyer; null for nothing.")
    events = Field(List(NonNull(OrderEvent)), required=True, access=WHOLE_ORDER, size=10)
    documents = Field(
        List(NonNull(OrderDocument)),
        required=True,
        access=WHOLE_ORDER,
        size=4,
        description="The papers of the order, of its parts and of its refunds, oldest first.",
    )
    proforma_url = Field(String, access=WHOLE_ORDER, description="A PDF; the address works for a short time.")
    available_actions = Field(
        List(NonNull(String)), required=True, access=WHOLE_ORDER, description="What the buyer may do: CANCEL, PAY."
    )

    review_invitations = Field(
        List(NonNull(ReviewInvitation)),
        required=True,
        access=WHOLE_ORDER,
        size=5,
        description="What has arrived and may be reviewed, or was. For the buyer; empty for everybody else.",
    )

    resolve_created = attribute("created_at")
    resolve_channel = related("channel")
    resolve_language_code = attribute("language")
    resolve_user_email = attribute("email")
    resolve_payments = related_list(
        lambda _info: PaymentRow.objects.select_related("order").order_by("-created_at", "-id"), by="order_id"
    )
    resolve_instalments = related_list(lambda _info: InstalmentRow.objects.order_by("position"), by="order_id")
    resolve_refunds = related_list(lambda _info: RefundRow.objects.order_by("created_at", "id"), by="order_id")
    resolve_events = related_list(
        lambda _info: OrderEventRow.objects.select_related("order", "seller_order").order_by("at", "id"),
        by="order_id",
    )

    @staticmethod
    @batch
    def resolve_seller_orders(rows: list[OrderRow], info: Any) -> list[list[SellerOrderRow]]:
        """Whoever may read an order may read its parts: the rule of this field was asked about these rows."""
        for row in rows:
            open_order(info, row)
        parts: dict[UUID, list[SellerOrderRow]] = {row.pk: [] for row in rows}
        for part in SellerOrderRow.objects.filter(order__in=parts).order_by("position"):
            parts[part.order_id].append(part)
        return [parts[row.pk] for row in rows]

    @staticmethod
    def resolve_tax_ids(row: OrderRow, info: Any) -> list[TaxIdValue]:
        return tax_ids_of(row.tax_ids)

    @staticmethod
    def resolve_discount(row: OrderRow, info: Any) -> Any:
        return stored(row.discount_amount, row.currency) or None

    @staticmethod
    def resolve_status_display(row: OrderRow, info: Any) -> str:
        return gettext(info.context.language, ORDER_STATUS[row.status])

    @staticmethod
    def resolve_shipping_address(row: OrderRow, info: Any) -> AddressData | None:
        return address_of(row.shipping_address)

    @staticmethod
    def resolve_billing_address(row: OrderRow, info: Any) -> AddressData | None:
        return address_of(row.billing_address)

    @staticmethod
    @batch
    def resolve_is_paid(rows: list[OrderRow], info: Any) -> list[bool]:
        paid = paid_in_full(rows)
        return [row.pk in paid for row in rows]

    @staticmethod
    @batch
    def resolve_payment(rows: list[OrderRow], info: Any) -> list[PaymentRow | None]:
        found = PaymentRow.objects.filter(order__in=rows).select_related("order").order_by("created_at", "id")
        latest = {each.order_id: each for each in found}
        return [latest.get(row.pk) for row in rows]

    @staticmethod
    @batch
    def resolve_credit(rows: list[OrderRow], info: Any) -> list[Any]:
        kept = {credit.order_id: credit.available for credit in BuyerCredit.objects.filter(order__in=rows)}
        return [kept.get(row.pk) or None for row in rows]

    @staticmethod
    @batch
    def resolve_documents(rows: list[OrderRow], info: Any) -> list[list[Document]]:
        papers = papers_of_orders(rows)
        return [papers[row.pk] for row in rows]

    @staticmethod
    @batch
    def resolve_proforma_url(rows: list[OrderRow], info: Any) -> list[str | None]:
        documents = proformas_of([str(row.pk) for row in rows])
        return [signed_url(documents[str(row.pk)]) if str(row.pk) in documents else None for row in rows]

    @staticmethod
    @batch
    def resolve_review_invitations(rows: list[OrderRow], info: Any) -> list[list[InvitationRow]]:
        """Staff who see an order do not get the buyer's right to speak of it."""
        actor = info.context.actor
        is_staff = actor.has_permission(ORDERS_MANAGE)
        theirs = [row for row in rows if row.user_id == actor.id or (row.user_id is None and not is_staff)]
        found: dict[str, list[InvitationRow]] = {purchase_reference(row): [] for row in theirs}
        for invitation in InvitationRow.objects.filter(purchase__in=found).order_by("pk"):
            found[invitation.purchase].append(invitation)
        open_invitations(info, [each for own in found.values() for each in own])
        return [found.get(purchase_reference(row), []) for row in rows]

    @staticmethod
    @batch
    def resolve_available_actions(rows: list[OrderRow], info: Any) -> list[list[str]]:
        parts = SellerOrderRow.objects.filter(order__in=rows).exclude(
            status__in=[*_CANCELABLE, states.SellerOrderStatus.CANCELED]
        )
        begun = set(parts.values_list("order_id", flat=True))
        paid = paid_in_full(rows)
        return [_actions(row, begun=row.pk in begun, is_paid=row.pk in paid) for row in rows]


def _actions(row: OrderRow, *, begun: bool, is_paid: bool) -> list[str]:
    can_cancel = ["CANCEL"] if row.status in _WAITING_STATES and not begun else []
    return can_cancel + (["PAY"] if row.status not in _OVER and not is_paid else [])
