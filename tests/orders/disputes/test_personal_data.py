from datetime import timedelta

import pytest
from django.utils import timezone

from marketplace.accounts.privacy.registry import ErasureRefused
from orders.attachments.store import cleaned
from orders.disputes.settle import withdraw_dispute
from orders.models import DisputeMessage, EvidenceFile, Order, ReturnRequest
from orders.personal_data import erase_orders, export_orders, forget_expired_orders
from orders.returns.send_back import withdraw_return
from tests.factories.accounts import make_user
from tests.factories.aftermath import make_delivered_order, make_dispute, make_return
from tests.factories.catalog import make_image
from tests.factories.orders import BUYER

pytestmark = pytest.mark.django_db


def test_words_are_given_to_the_buyer_and_go_with_the_address() -> None:
    user = make_user()
    part = make_delivered_order(user=user).seller_orders.get()
    request = make_return(part, files=[cleaned("leg.png", make_image())])
    dispute = make_dispute(part)

    (order,) = export_orders(user)["orders"]
    assert order["returns"][0]["explanation"] == "A leg is loose."
    assert order["disputeMessages"][0]["text"] == "It is green, not blue."
    with pytest.raises(ErasureRefused):
        erase_orders(user)

    withdraw_return(return_id=request.pk, by=BUYER, now=timezone.now())
    withdraw_dispute(dispute_id=dispute.pk, by=BUYER, now=timezone.now())
    erase_orders(user)
    assert ReturnRequest.objects.get().explanation != ""
    Order.objects.update(created_at=timezone.now() - timedelta(days=365 * 4))
    forget_expired_orders(timezone.now())

    assert ReturnRequest.objects.get().explanation == ""
    assert DisputeMessage.objects.get().text == ""
    assert not EvidenceFile.objects.exists()
