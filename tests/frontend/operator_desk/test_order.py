"""Money that came in, orders called off, money that goes back."""

import pytest
from django.test import Client

from marketplace.graphql import to_global_id
from orders.lifecycle.order import Order
from tests.factories.orders import make_order
from tests.frontend.desk_visitors import carried_out, read, refused, sign_in
from tests.frontend.operator_desk.world import DESK, Waiting, at, make_waiting

pytestmark = pytest.mark.django_db


@pytest.fixture
def waiting(browser: Client) -> Waiting:
    made = make_waiting()
    sign_in(browser, made.operator)
    return made


def state(order: Order) -> str:
    order.refresh_from_db()
    return str(order.status)


def test_orders_are_found_by_number_mail_and_state(browser: Client, waiting: Waiting) -> None:
    for asked in (f"q={waiting.unpaid.number}", "status=UNPAID", f"q={waiting.unpaid.email}&status=UNPAID"):
        html = read(browser, f"{DESK}/orders?{asked}")
        assert waiting.unpaid.number in html, asked
        assert waiting.paid.number not in html, asked


def test_a_queue_has_its_oldest_first(browser: Client, waiting: Waiting) -> None:
    later = make_order((waiting.chair, 1))
    html = read(browser, f"{DESK}/orders?status=UNPAID")
    assert html.index(waiting.unpaid.number) < html.index(later.number)


def test_a_transfer_is_written_down_with_its_reference(browser: Client, waiting: Waiting) -> None:
    html = refused(browser, at("Order", waiting.unpaid), "mark_as_paid", reference="")
    assert "This field is needed." in html
    assert state(waiting.unpaid) == "UNPAID"
    html = carried_out(browser, at("Order", waiting.unpaid), "mark_as_paid", reference="FT26325-77")
    assert state(waiting.unpaid) == "UNFULFILLED"
    assert "The transfer is written down" in html
    assert "Mark as paid" not in html


def test_an_order_is_cancelled_with_a_reason_only(browser: Client, waiting: Waiting) -> None:
    refused(browser, at("Order", waiting.unpaid), "cancel", reason="")
    assert state(waiting.unpaid) == "UNPAID"
    html = carried_out(browser, at("Order", waiting.unpaid), "cancel", reason="Buyer called")
    assert state(waiting.unpaid) == "CANCELED"
    assert "Buyer called" in html


def test_what_was_paid_for_a_cancelled_order_goes_back_once(browser: Client, waiting: Waiting) -> None:
    path = at("Order", waiting.paid)
    html = carried_out(browser, path, "cancel", reason="Kiln broke")
    assert "Send back" in html
    queue = read(browser, f"{DESK}/").split('id="refunds"')[1].split("</section>")[0]
    assert waiting.paid.number in queue
    part = waiting.paid.seller_orders.get()
    fields = {"sellerOrder": to_global_id("SellerOrder", part.pk)}
    html = refused(browser, path, "refund_sent", refundReference="", **fields)
    assert "This field is needed." in html
    html = carried_out(browser, path, "refund_sent", refundReference="OUT-1", **fields)
    assert "The refund is written down." in html
    assert "Record the refund" not in html
    assert waiting.paid.number not in read(browser, f"{DESK}/").split('id="refunds"')[1].split("</section>")[0]
