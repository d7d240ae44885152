"""What waits at the operator's desk in these tests."""

from dataclasses import dataclass
from typing import Any

from catalog.models import Product, ProductVariant, Takedown
from catalog.products.review import submit_product
from marketplace.accounts.models import User
from marketplace.graphql import to_global_id
from marketplace.sellers.models import Seller
from marketplace.sellers.seller import SellerStatus
from orders.lifecycle.order import Order
from tests.factories.accounts import make_operator, make_user
from tests.factories.catalog import make_category, make_media, make_product, make_sellable_variant
from tests.factories.channels import make_channel
from tests.factories.orders import make_chair, make_order, make_paid_order
from tests.factories.sellers import make_member, make_seller
from tests.factories.takedowns import make_takedown
from tests.frontend.operator_desk.structure import Structure, make_structure
from tests.frontend.operator_desk.texts import Texts, make_texts

DESK = "/en/operator"


def at(kind: str, row: Any, language: str = "en") -> str:
    folder = {"Seller": "sellers", "Product": "products", "Order": "orders"}[kind]
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

    def pages(self, language: str = "en") -> list[str]:
        desk = f"/{language}/operator"
        lists = [f"{desk}/", f"{desk}/sellers", f"{desk}/products", f"{desk}/orders", f"{desk}/orders?status=UNPAID"]
        details = [("Seller", self.applicant), ("Seller", self.seller), ("Product", self.pending)]
        details += [("Order", self.unpaid), ("Order", self.paid)]
        lists += [f"{desk}/reviews{state}" for state in ("", "?state=REPORTED", "?state=APPROVED")]
        lists += [f"{desk}/takedowns", f"{desk}/takedowns?status=LIFTED", f"{desk}/takedowns/new"]
        lists += [f"{desk}/takedowns/{to_global_id('Takedown', self.takedown.pk)}"]
        lists += [f"{at('Product', self.pending, language)}/history"]
        lists += [f"{desk}/{rest}" for rest in (*self.structure.pages(), *self.texts.pages())]
        return lists + [at(kind, row, language) for kind, row in details]

    def files(self, language: str = "en") -> list[str]:
        """What is no page to look at but a file to keep."""
        return [f"/{language}/operator/{rest}" for rest in self.texts.files()]


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
    return Waiting(
        operator=make_operator(),
        buyer=buyer,
        maker=maker,
        applicant=applicant,
        seller=seller,
        pending=pending,
        unpaid=make_order((chair, 2), user=buyer),
        paid=make_paid_order((chair, 1), user=buyer),
        chair=chair,
        takedown=make_takedown(make_product(seller=seller, slug="an-vi-du")),
        structure=make_structure(channel, pending),
        texts=make_texts(),
    )
