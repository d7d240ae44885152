"""What a proforma says is fixed from the rows that are being placed: the same as from the rows once they are stored."""

import pytest

from logistics.customs.documents.document import Document
from orders.lifecycle.order_line import OrderLine
from orders.lifecycle.proforma import issue_proforma, proformas_of
from orders.models import Order
from orders.payments.instalment import Instalment
from orders.payments.latest import payment_of
from tests.factories.orders import make_chair, make_exchange_rate, make_order

pytestmark = pytest.mark.django_db


def test_it_says_what_stored_rows_say() -> None:
    make_exchange_rate()
    placed = make_order((make_chair(), 2), (make_chair(price="7.50"), 1))
    said = proformas_of([str(placed.pk)])[str(placed.pk)].content
    Document.objects.all().delete()
    again = issue_proforma(
        Order.objects.select_related("channel").get(pk=placed.pk),
        lines=list(
            OrderLine.objects.filter(seller_order__order=placed).select_related(
                "seller_order__order", "seller_order__seller__address"
            )
        ),
        instalments=list(Instalment.objects.filter(order=placed)),
        payment=payment_of(placed.pk),
    )
    again.refresh_from_db()
    assert again.content == said
    assert said["consignments"][0]["items"]
