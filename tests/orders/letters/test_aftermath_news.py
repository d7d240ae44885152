import pytest

from i18n.languages import LANGUAGES
from orders.disputes.states import DisputeStatus
from orders.events import DisputeMoved, DisputeSaid, OrderAddressChanged, ReturnMoved, SellerOrderPartlyCanceled
from orders.letters import dispute_news, return_news
from orders.letters.order_changed import announce_called_off, announce_new_address
from orders.lifecycle.cancel_pieces import cancel_pieces
from orders.models import OrderEvent, SentLetter
from orders.returns.states import ReturnStatus
from tests.factories.aftermath import make_delivered_order, make_dispute, make_return
from tests.factories.orders import BUYER, make_chair, make_paid_order
from tests.factories.sellers import make_member

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_every_step_is_told_in_every_language_without_a_hole(language: str) -> None:
    part = make_delivered_order(language=language).seller_orders.get()
    owner = make_member(part.seller)
    owner.language = language
    request, dispute = make_return(part), make_dispute(part)
    letters = [return_news.letter_to_buyer(request, status) for status in return_news.TO_BUYER]
    letters += [return_news.letter_to_seller(request, status, owner) for status in return_news.TO_SELLER]
    letters += [dispute_news.letter_to_buyer(dispute, status) for status in dispute_news.NEWS]
    letters += [dispute_news.letter_to_seller(dispute, status, owner) for status in dispute_news.NEWS]
    for letter in letters:
        assert "%(" not in letter.as_text()
        assert request.number in letter.subject or dispute.number in letter.subject


def test_both_sides_are_told_once_however_often_it_is_heard() -> None:
    part = make_delivered_order().seller_orders.get()
    make_member(part.seller)
    request, dispute = make_return(part), make_dispute(part)
    for _ in range(2):
        return_news.announce_return(ReturnMoved(return_id=str(request.pk), status=ReturnStatus.REQUESTED))
        dispute_news.announce_dispute(DisputeMoved(str(dispute.pk), DisputeStatus.OPEN, dispute.messages.get().pk))
        dispute_news.announce_words(DisputeSaid(message_id=dispute.messages.get().pk))
    assert sorted(SentLetter.objects.values_list("kind", flat=True)) == [
        "DISPUTE",
        "DISPUTE_SAID",
        "DISPUTE_SELLER",
        "RETURN",
        "RETURN",
    ]


def test_changes_before_packing_are_told() -> None:
    part = make_paid_order((make_chair(), 3)).seller_orders.get()
    make_member(part.seller)
    cancel_pieces(seller_order_id=part.pk, quantities={part.lines.get().pk: 1}, by=BUYER, reason="Too many")
    event = OrderEvent.objects.get(type="PARTLY_CANCELED")
    for _ in range(2):
        announce_called_off(SellerOrderPartlyCanceled(str(part.pk), event.pk))
        announce_new_address(OrderAddressChanged(str(part.order_id)))
    kinds = sorted(SentLetter.objects.values_list("kind", flat=True))
    assert kinds == ["ADDRESS_CHANGED", "PARTLY_CANCELED", "PARTLY_CANCELED"]
