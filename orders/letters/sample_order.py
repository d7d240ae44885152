"""An order that never was, between people who do not exist: what previews of letters speak of. Nothing is stored."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from uuid import UUID

from i18n.money import Money
from logistics.shipments.alerts.alert import AlertKind, ShipmentAlert
from logistics.shipments.shipment import Shipment
from marketplace.accounts.models import User
from marketplace.channels.models import Channel
from marketplace.sellers.models import Seller
from orders.lifecycle.order import Order
from orders.lifecycle.order_line import OrderLine
from orders.lifecycle.seller_order import SellerOrder
from orders.payments.gateway import BankTransferInstructions
from orders.payments.instalment import Instalment, InstalmentKind, NeededFor
from orders.payments.refund import Refund, RefundReason

KEY = UUID("00000000-0000-4000-8000-000000000001")
NOON = datetime(2026, 11, 20, 5, tzinfo=UTC)
NUMBER = "BDM-2026-000000"
TOTAL = Decimal("703.40")
DEPOSIT = Decimal("211.02")


def reader(language: str) -> User:
    return User(pk=1, email="an.vi-du@example.org", first_name="An", last_name="Ví Dụ", language=language)


def seller() -> Seller:
    return Seller(pk=1, name="Xưởng Mộc Ví Dụ", legal_name="Công ty TNHH Mộc Ví Dụ", slug="moc-vi-du")


def channel() -> Channel:
    return Channel(pk=1, slug="eu", name="EU", currency_code="EUR")


def order(language: str) -> Order:
    return Order(
        pk=KEY,
        number=NUMBER,
        token="sample",  # noqa: S106  # opens no order
        language=language,
        channel=channel(),
        email="an.vi-du@example.org",
        currency="EUR",
        subtotal_amount=Decimal("577.40"),
        shipping_amount=Decimal("126.00"),
        total_amount=TOTAL,
        created_at=NOON,
        shipping_address={},
        billing_address={},
    )


def part(language: str) -> SellerOrder:
    return SellerOrder(
        pk=KEY, order=order(language), seller=seller(), number=f"{NUMBER}-1", currency="EUR", created_at=NOON
    )


def lines() -> list[OrderLine]:
    goods = [("Ghế ăn gỗ tần bì", "VD-GHE-01", 4, "338.00"), ("Tô sơn mài đỏ son", "VD-TO-12", 12, "239.40")]
    return [
        OrderLine(
            product_name=name,
            product_name_source=name,
            sku=sku,
            quantity=quantity,
            currency="EUR",
            total_amount=Decimal(total),
        )
        for name, sku, quantity, total in goods
    ]


def instructions() -> BankTransferInstructions:
    return BankTransferInstructions(
        bank_name="Ngân hàng Minh họa (hư cấu)",
        account_holder="Dịch vụ thu hộ hư cấu",
        account_number="NL93 DEMO 0123 4567 89",
        bic="DEMONL2A",
        reference="RF24BDM2026000000",
        amount=Money(TOTAL, "EUR"),
        due_on=date(2026, 11, 27),
        is_demonstration=True,
    )


def instalments() -> list[Instalment]:
    """A deposit that is paid and a balance that is not."""
    paid = {"kind": InstalmentKind.DEPOSIT, "needed_for": NeededFor.CONFIRM, "charged_amount": DEPOSIT}
    open_ = {"kind": InstalmentKind.BALANCE, "needed_for": NeededFor.SHIP, "charged_amount": Decimal(0)}
    return [
        Instalment(position=1, currency="EUR", amount=DEPOSIT, **paid),
        Instalment(position=2, currency="EUR", amount=TOTAL - DEPOSIT, **open_),
    ]


def balance(language: str, due: timedelta | None = None) -> Instalment:
    row = instalments()[1]
    row.order, row.due_at = order(language), NOON + due if due else None
    return row


def refund(language: str, reason: RefundReason) -> Refund:
    return Refund(
        pk=KEY, order=order(language), currency="EUR", amount=Decimal("84.50"), reason=reason, reference="VD-7"
    )


def shipment() -> Shipment:
    return Shipment(carrier="manual", carrier_name="Sample Express", tracking_number="SX 0000 0000 VN")


def alert() -> ShipmentAlert:
    late = shipment()
    late.estimated_delivery = NOON.date() + timedelta(days=9)
    return ShipmentAlert(shipment=late, kind=AlertKind.DELAYED)
