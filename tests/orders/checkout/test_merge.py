from decimal import Decimal

import pytest
from django.utils import timezone

from catalog.models import Reservation
from orders.checkout.accept_changes import accept_changes
from orders.checkout.merge import checkouts_of, merge_into_account
from orders.checkout.price_changed import PriceChanged
from orders.checkout.totals import price_checkout
from orders.locks import CheckoutNotFound
from orders.models import Checkout, CheckoutDelivery
from tests.factories.accounts import make_user
from tests.factories.channels import make_channel
from tests.factories.orders import make_chair, make_checkout, make_ready_checkout

pytestmark = pytest.mark.django_db


def quantities(checkout: Checkout) -> dict[int, int]:
    return dict(checkout.lines.values_list("variant_id", "quantity"))


def test_signing_in_joins_what_was_gathered_before_and_since() -> None:
    user, chair, bowl = make_user(), make_chair(stock=10), make_chair(stock=10)
    earlier = make_checkout((chair, 5), (bowl, 2), user=user)
    guest = make_checkout((chair, 1))

    merged = merge_into_account(checkout_id=guest.pk, user=user, now=timezone.now())

    assert quantities(merged) == {chair.pk: 1, bowl.pk: 2}
    assert merged.user == user
    assert not Checkout.objects.filter(pk=earlier.pk).exists()
    assert set(Reservation.objects.values_list("holder", "quantity")) == {(guest.pk, 1), (guest.pk, 2)}
    assert checkouts_of([user.pk], channel=guest.channel.slug) == {user.pk: [merged.pk]}
    assert checkouts_of([user.pk], channel="vn") == {user.pk: []}


def test_what_is_sold_out_meanwhile_stays_behind() -> None:
    user, last = make_user(), make_chair(stock=1)
    make_checkout((last, 1), user=user)
    Reservation.objects.all().delete()
    make_checkout((last, 1), email="faster@example.org")
    merged = merge_into_account(checkout_id=make_checkout().pk, user=user, now=timezone.now())
    assert last.pk not in quantities(merged)


def test_baskets_of_other_markets_and_people_are_left_alone() -> None:
    user, other = make_user(), make_user()
    foreign = make_checkout(user=other)
    american = make_checkout((make_chair(make_channel("us")), 1), channel=make_channel("us"), user=user, address=None)
    merge_into_account(checkout_id=make_checkout().pk, user=user, now=timezone.now())
    assert Checkout.objects.filter(pk__in=[foreign.pk, american.pk]).count() == 2
    with pytest.raises(CheckoutNotFound):
        merge_into_account(checkout_id=foreign.pk, user=user, now=timezone.now())


def test_a_delivery_that_costs_more_now_is_told_and_accepted() -> None:
    checkout = make_ready_checkout()
    CheckoutDelivery.objects.update(seen_amount=Decimal("1.00"))
    priced = price_checkout(checkout, now=timezone.now())
    (problem,) = priced.problems
    assert problem.code == "DELIVERY_PRICE_CHANGED" and not problem.blocks
    assert problem.params["before"] == Decimal("1.00")

    with pytest.raises(PriceChanged):
        accept_changes(checkout_id=checkout.pk, accepted_total=Decimal(1), now=timezone.now())
    accept_changes(checkout_id=checkout.pk, accepted_total=priced.total.gross.amount, now=timezone.now())
    assert not price_checkout(checkout, now=timezone.now()).problems
