"""A seller hears of its money on the way, once, in the language of each owner."""

import pytest
from django.utils import timezone

from orders.events import PayoutMoved, PayoutsStopped
from orders.letters.payout_news import announce_hold, announce_payout
from orders.lifecycle.by import SYSTEM
from orders.payouts.payout.payout import Payout
from orders.payouts.payout.plan_payouts import plan_payouts
from orders.payouts.payout.settle_payout import confirm_payout, mark_payout_sent, reject_payout
from orders.payouts.schedule.hold import PayoutHold, hold_payouts, release_payouts
from tests.factories.accounts import make_user
from tests.factories.sellers import make_member
from tests.orders.payouts.selling import MONDAY, earn, make_bank_account
from tests.posted import posted

pytestmark = pytest.mark.django_db


@pytest.fixture
def payout() -> Payout:
    part = earn()
    for language in ("vi", "nl"):
        owner = make_member(part.seller)
        owner.language = language
        owner.save(update_fields=["language"])
    make_bank_account(part.seller)
    [planned] = plan_payouts(now=MONDAY)
    return planned


def tell(payout: Payout, status: str) -> list[str]:
    known = len(posted())
    for _twice in range(2):
        announce_payout(PayoutMoved(payout_id=str(payout.pk), status=status))
    return [str(letter.body) for letter in posted()[known:]]


def test_sent_paid_and_sent_back(payout: Payout) -> None:
    owners = 2
    assert tell(payout, "PLANNED") == [], "nothing to know yet"
    mark_payout_sent(payout_id=payout.pk, reference="BANK-7", by=SYSTEM, now=MONDAY)
    sent = tell(payout, "SENT")
    assert len(sent) >= owners and all(payout.number in body and "••••8888" in body for body in sent)
    assert not any("113366668888" in body for body in sent)
    confirm_payout(payout_id=payout.pk, by=SYSTEM, now=MONDAY)
    assert len(tell(payout, "CONFIRMED")) == len(sent)
    assert tell(payout, "SENT") == [], "what is over is no news"
    reject_payout(payout_id=payout.pk, by=SYSTEM, now=MONDAY, code="AC04", reason="AC04 closed account")
    back = tell(payout, "REJECTED")
    assert len(back) == len(sent) and all("closed account" in body for body in back)


def test_held_with_its_reason_unless_it_was_let_go(payout: Payout) -> None:
    staff = make_user()
    hold = hold_payouts(seller_id=payout.seller_id, reason="Name and account differ.", by=staff, now=timezone.now())
    for _twice in range(2):
        announce_hold(PayoutsStopped(hold_id=hold.pk))
    bodies = [str(letter.body) for letter in posted()]
    assert bodies and all("Name and account differ." in body for body in bodies)
    release_payouts(seller_id=payout.seller_id, by=staff, now=timezone.now())
    again = hold_payouts(seller_id=payout.seller_id, reason="Again.", by=staff, now=timezone.now())
    PayoutHold.objects.filter(pk=again.pk).update(released_at=timezone.now())
    announce_hold(PayoutsStopped(hold_id=again.pk))
    assert len(posted()) == len(bodies)
