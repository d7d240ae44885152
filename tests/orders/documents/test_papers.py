"""The papers of an order: what they say, their numbers, and who can open them."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from django.db import transaction
from django.utils import timezone

from i18n.money import Money
from logistics.customs.documents.content import content_from_json
from logistics.customs.documents.document import Document, DocumentKind
from logistics.customs.documents.open import pdf_of
from logistics.customs.documents.series import next_document_number
from marketplace.graphql import to_global_id
from orders.documents.credit_note import credit_refund, issue_credit_note
from orders.documents.invoice import invoice_shipped, issue_invoice
from orders.documents.order_confirmation import confirm_on_paper
from orders.documents.papers import papers_of_orders, papers_of_parts
from orders.events import OrderPlaced, RefundOwed, SellerOrderShipped
from orders.fulfillment.ship import Dispatch, ship_seller_order
from orders.lifecycle.cancel import cancel_order
from orders.lifecycle.order import Order
from orders.lifecycle.seller_order import SellerOrder
from orders.models import Refund
from orders.personal_data import delete_papers
from tests.catalog.stock.conftest import Parallel, in_parallel
from tests.factories.accounts import make_user
from tests.factories.orders import BUYER, SELLER, make_chair, make_order, make_packed_order, make_paid_order
from tests.factories.sellers import make_member, make_seller
from tests.orders.graphql.conftest import execute

__all__ = ["in_parallel"]
pytestmark = pytest.mark.django_db
PAPERS = "query($id: ID!, $token: String) { order(id: $id, token: $token) { documents { kind name number url } } }"
OF_PART = "query($id: ID!) { sellerOrder(id: $id) { documents { kind number } } }"


def content_of(paper: Document) -> Any:
    return content_from_json(paper.content)


def ship(part: SellerOrder, quantities: dict[int, int] | None = None) -> None:
    left = ship_seller_order(
        seller_order_id=part.pk, dispatch=Dispatch("Sample Lines", "S1"), by=SELLER, quantities=quantities
    )
    event = SellerOrderShipped(seller_order_id=str(part.pk), fulfillment_id=left.pk)
    for _ in range(2):
        invoice_shipped(event)


def canceled_order() -> Order:
    order = make_paid_order((make_chair(price="120.00"), 1))
    cancel_order(order_id=order.pk, by=BUYER, reason="")
    for refund in Refund.objects.filter(order=order):
        for _ in range(2):
            credit_refund(RefundOwed(refund_id=str(refund.pk)))
    return order


def test_a_confirmation_repeats_what_was_agreed_once() -> None:
    order = make_order((make_chair(price="120.00"), 2), (make_chair(price="80.00"), 1))
    for _ in range(2):
        confirm_on_paper(OrderPlaced(order_id=str(order.pk)))
    (paper,) = Document.objects.filter(kind=DocumentKind.ORDER_CONFIRMATION)
    assert paper.number == f"OC-{order.number}"
    said = content_of(paper)
    assert len(said.consignments) == 2
    assert said.total == order.total.gross
    assert pdf_of(paper).startswith(b"%PDF")


def test_a_part_is_billed_once_when_everything_has_left() -> None:
    part = make_packed_order((make_chair(price="120.00"), 2)).seller_orders.get()
    line = part.lines.get()
    ship(part, {line.pk: 1})
    assert not Document.objects.filter(kind=DocumentKind.INVOICE).exists()
    ship(part, {line.pk: 1})
    (paper,) = Document.objects.filter(kind=DocumentKind.INVOICE)
    said = content_of(paper)
    part.refresh_from_db()
    assert said.total == part.total.gross == said.paid
    assert paper.number == f"INV-{part.seller_id}-{timezone.now().year}-00001"
    assert b"%PDF" in pdf_of(paper)[:8]


def test_a_bill_of_fewer_pieces_adds_up_to_what_they_cost() -> None:
    part = make_packed_order((make_chair(price="33.33"), 3)).seller_orders.get()
    line = part.lines.get()
    line.quantity_canceled, line.quantity_fulfilled, line.discount_borne_by = 1, 2, "SELLER"
    line.total_amount, line.discount_amount = Decimal("90.00"), Decimal("9.99")
    line.save()
    said = content_of(issue_invoice(seller_order_id=part.pk, now=timezone.now()))
    assert said.goods == Money(Decimal("66.66"), "EUR")
    assert said.total - part.shipping_price.gross == Money(Decimal("60.00"), "EUR")
    assert said.discount == Money(Decimal("6.66"), "EUR")


def test_a_refund_is_credited_once_and_says_of_which_paper() -> None:
    order = canceled_order()
    refund = Refund.objects.get()
    (paper,) = Document.objects.filter(kind=DocumentKind.CREDIT_NOTE)
    said = content_of(paper)
    assert said.total == refund.money == order.total.gross
    assert [credit.name for credit in said.credits] == ["Goods", "Freight"]
    assert said.refers_to == f"OC-{order.number}"
    assert issue_credit_note(refund_id=refund.pk, now=timezone.now()) == paper


def test_every_seller_counts_for_itself_and_a_rollback_leaves_no_gap() -> None:
    assert [next_document_number("INV-1", 2026) for _ in range(2)] == ["INV-1-2026-00001", "INV-1-2026-00002"]
    with pytest.raises(OSError, match="power"), transaction.atomic():
        next_document_number("INV-1", 2026)
        raise OSError("power cut")
    assert next_document_number("INV-1", 2026) == "INV-1-2026-00003"
    assert next_document_number("INV-2", 2026) == "INV-2-2026-00001"
    assert next_document_number("INV-1", 2027) == "INV-1-2027-00001"


def test_many_who_bill_at_the_same_time_get_numbers_without_gap_or_double(in_parallel: Parallel) -> None:
    numbers = in_parallel(lambda _: next_document_number("INV-9", 2026), 8)
    assert sorted(numbers) == [f"INV-9-2026-{place:05d}" for place in range(1, 9)]


def test_the_buyer_finds_all_papers_and_each_seller_only_its_own() -> None:
    order = canceled_order()
    confirm_on_paper(OrderPlaced(order_id=str(order.pk)))
    part = order.seller_orders.get()
    asked = {"id": to_global_id("Order", order.pk), "token": order.token}
    found = execute(PAPERS, asked).data["order"]["documents"]
    assert {paper["kind"] for paper in found} == {"PROFORMA", "ORDER_CONFIRMATION", "CREDIT_NOTE"}
    assert all("/documents/" in paper["url"] for paper in found)
    part_id = {"id": to_global_id("SellerOrder", part.pk)}
    mine = execute(OF_PART, part_id, actor=make_member(part.seller)).data["sellerOrder"]["documents"]
    assert [paper["kind"] for paper in mine] == ["CREDIT_NOTE"]
    for stranger in (None, make_user(), make_member(make_seller())):
        result = execute(OF_PART, part_id, actor=stranger)
        assert result.errors or result.data["sellerOrder"] is None
        assert execute(PAPERS, {"id": asked["id"]}, actor=stranger).data["order"] is None


def test_papers_of_many_orders_are_read_in_three_statements(django_assert_num_queries: Any) -> None:
    orders = [canceled_order() for _ in range(3)]
    with django_assert_num_queries(3):
        found: dict[UUID, list[Document]] = papers_of_orders(orders)
    assert [len(papers) for papers in found.values()] == [2, 2, 2]
    parts = list(SellerOrder.objects.filter(order__in=orders))
    assert {len(papers) for papers in papers_of_parts(parts).values()} == {1}


def test_papers_of_orders_that_need_not_be_kept_go_altogether(
    django_capture_on_commit_callbacks: Callable[..., Any],
) -> None:
    order, other = canceled_order(), canceled_order()
    with django_capture_on_commit_callbacks(execute=True):
        delete_papers(Order.objects.filter(pk=order.pk))
    assert papers_of_orders([order])[order.pk] == []
    assert len(papers_of_orders([other])[other.pk]) == 2
