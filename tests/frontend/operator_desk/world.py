"""What waits at the operator's desk in these tests."""

from dataclasses import dataclass
from typing import Any

from catalog.models import Product, ProductVariant, Takedown
from catalog.products.review import submit_product
from logistics.customs.screening.screen import Subject, screen
from logistics.customs.screening.screening import Screening
from marketplace.accounts.models import User
from marketplace.graphql import to_global_id
from marketplace.sellers.models import Seller
from marketplace.sellers.seller import SellerStatus
from marketplace.webhooks.webhook import Webhook
from orders.bank_statements.entry import BankEntry
from orders.bank_statements.import_statement import import_statement
from orders.disputes.dispute import Dispute
from orders.lifecycle.order import Order
from orders.payouts.payout.payout import Payout
from orders.vouchers.voucher import Voucher
from tests.factories.accounts import make_operator, make_user
from tests.factories.aftermath import make_delivered_order, make_dispute
from tests.factories.catalog import make_category, make_media, make_product, make_sellable_variant
from tests.factories.channels import make_channel
from tests.factories.money_out import make_payout
from tests.factories.orders import make_chair, make_order, make_paid_order
from tests.factories.screening import make_denied_list
from tests.factories.sellers import make_member, make_seller
from tests.factories.shoppers import make_fake_report
from tests.factories.takedowns import make_takedown
from tests.factories.traceability import make_lot
from tests.factories.vouchers import make_voucher
from tests.factories.webhooks import make_delivery
from tests.frontend.operator_desk.structure import Structure, make_structure
from tests.frontend.operator_desk.texts import Texts, make_texts
from tests.orders.bank_statements.samples import camt, transfer

DESK = "/en/operator"
MONEY = (
    "commission",
    "refunds",
    "refunds?state=DUE",
    "credit",
    "buyer-terms",
    "message-reports",
    "payouts/calendars",
    "returns?state=ALL",
    "figures",
)


def at(kind: str, row: Any, language: str = "en") -> str:
    folder = {"Seller": "sellers", "Product": "products", "Order": "orders", "Payout": "payouts"}[kind]
    return f"/{language}/operator/{folder}/{to_global_id(kind, row.pk)}"


@dataclass(frozen=True)
class Waiting:
    operator: User
    buyer: User
    maker: User
    applicant: Seller
    seller: Seller
    pending: Product
    unpaid: Order
    paid: Order
    chair: ProductVariant
    takedown: Takedown
    structure: Structure
    texts: Texts
    held: Screening
    """A name that may be on a list."""
    dispute: Dispute
    voucher: Voucher
    entry: BankEntry
    """A line of a statement that pays the unpaid order."""
    payout: Payout
    webhook: Webhook
    """One whose last call was not taken."""

    def pages(self, language: str = "en") -> list[str]:
        desk = f"/{language}/operator"
        lists = [f"{desk}/", f"{desk}/sellers", f"{desk}/products", f"{desk}/orders", f"{desk}/orders?status=UNPAID"]
        details = [("Seller", self.applicant), ("Seller", self.seller), ("Product", self.pending)]
        details += [("Order", self.unpaid), ("Order", self.paid), ("Payout", self.payout)]
        lists += [f"{desk}/reviews{state}" for state in ("", "?state=REPORTED", "?state=APPROVED")]
        lists += [f"{desk}/payouts", f"{desk}/payouts?status=PLANNED", f"{desk}/books", f"{desk}/books?state=EXPLAINED"]
        lists += [f"{desk}/takedowns", f"{desk}/takedowns?status=LIFTED", f"{desk}/takedowns/new"]
        lists += [f"{desk}/takedowns/{to_global_id('Takedown', self.takedown.pk)}"]
        lists += [f"{desk}/fakes", f"{desk}/fakes?state=LOOKED_INTO"]
        lists += [f"{at('Product', self.pending, language)}/history"]
        lists += [
            f"{desk}/bank",
            f"{desk}/bank?status=MATCHED&q=x",
            f"{desk}/bank/{to_global_id('BankEntry', self.entry.pk)}",
        ]
        lists += [f"{desk}/disputes{state}" for state in ("", "?state=OPEN", "?state=OVER")]
        lists += [f"{desk}/disputes/{to_global_id('Dispute', self.dispute.pk)}", f"{desk}/vouchers"]
        lists += [f"{desk}/vouchers/new", f"{desk}/vouchers/{to_global_id('Voucher', self.voucher.pk)}"]
        lists += [f"{desk}/{rest}" for rest in self.people_and_markets()]
        lists += [f"{desk}/carriers", f"{desk}/carriers/ghn", f"{desk}/company-prefixes"]
        lists += [f"{desk}/company-prefixes?verified=1"]
        lists += [f"{desk}/{page}" for page in MONEY]
        lists += [f"{desk}/tax", f"{desk}/screening", f"{desk}/screening?state=ALL&order=X"]
        lists += [f"{desk}/screening/{to_global_id('Screening', self.held.pk)}"]
        lists += [f"{desk}/webhooks", f"{desk}/webhooks/{to_global_id('Webhook', self.webhook.pk)}"]
        lists += [f"{desk}/letters", f"{desk}/letters?in=ja&status=SENT", f"{desk}/letters/SHIPPED?in=vi"]
        lists += [f"{desk}/{rest}" for rest in (*self.structure.pages(), *self.texts.pages())]
        return lists + [at(kind, row, language) for kind, row in details]

    def people_and_markets(self) -> list[str]:
        maker = to_global_id("User", self.maker.public_id)
        colleague = to_global_id("User", self.operator.public_id)
        return [
            *(
                f"people{rest}"
                for rest in ("", "?show=STAFF&q=operator", "?show=BLOCKED", f"/{maker}", f"/{colleague}")
            ),
            *("markets", "markets/eu", "rates", "links", "links?q=x", "recalls", "recalls?state=CLOSED"),
            *(f"audit{rest}" for rest in ("", f"?person={maker}&outcome=REFUSED", f"?object={maker}&from=2026-01-01")),
        ]

    def frames(self, language: str = "en") -> list[str]:
        """What our own pages show in a frame."""
        return [f"/{language}/operator/letters/SHIPPED/html?in=ko"]

    def files(self, language: str = "en") -> list[str]:
        """What is no page to look at but a file to keep."""
        return [f"/{language}/operator/{rest}" for rest in (*self.texts.files(), "audit/file")]


def make_entry(order: Order) -> BankEntry:
    """A transfer of all that the order costs, with its number."""
    content = camt(transfer(f"{order.total.gross.amount:.2f}", text=order.number, name="Sanne Voorbeeld"))
    brought = import_statement(content=content, file_name="statement.xml", by=make_operator())
    return BankEntry.objects.get(statement=brought.statements[0])


def make_held() -> Screening:
    make_denied_list()
    return screen(reference="BDM-2026-1", subjects=[Subject("CONSIGNEE", "Ivan Petrovskiy", "NL")])[0]


def make_waiting() -> Waiting:
    """An application, a product handed in, an unpaid and a paid order."""
    channel = make_channel("eu")
    seller = make_seller(slug="moc-vi-du")
    maker = make_member(seller)
    applicant = make_seller(slug="gom-cho-duyet", name="Gốm Chờ Duyệt", status=SellerStatus.APPLIED, approved_at=None)
    make_member(applicant)
    pending = make_product(
        seller=seller, name="Bàn chờ duyệt", slug="ban-cho-duyet", category=make_category(), approval="DRAFT"
    )
    make_media(pending)
    make_sellable_variant(channel, product=pending)
    submit_product(product=pending, by=maker)
    chair = make_chair(channel, product=make_product(seller=seller, slug="ghe-vi-du"))
    buyer = make_user()
    unpaid = make_order((chair, 2), user=buyer)
    make_fake_report(make_lot(chair))
    return Waiting(
        operator=make_operator(),
        buyer=buyer,
        maker=maker,
        applicant=applicant,
        seller=seller,
        pending=pending,
        unpaid=unpaid,
        paid=make_paid_order((chair, 1), user=buyer),
        chair=chair,
        takedown=make_takedown(make_product(seller=seller, slug="an-vi-du")),
        structure=make_structure(channel, pending),
        texts=make_texts(),
        dispute=make_dispute(make_delivered_order((chair, 1), user=buyer).seller_orders.get()),
        voucher=make_voucher("CHAO-2027"),
        entry=make_entry(unpaid),
        payout=make_payout(),
        webhook=make_delivery().webhook,
        held=make_held(),
    )
