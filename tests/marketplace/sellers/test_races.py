"""Two people acting on one seller at the same moment."""

from functools import partial

import pytest

from marketplace.sellers.approve import approve_seller
from marketplace.sellers.members import LastOwner, remove_member
from marketplace.sellers.models import SellerMember
from marketplace.sellers.reject import reject_seller
from marketplace.sellers.seller import SellerStatus
from marketplace.sellers.transitions import NotPossibleNow
from tests.factories.accounts import make_operator
from tests.factories.sellers import make_member, make_seller
from tests.marketplace.accounts.side_by_side import side_by_side

pytestmark = pytest.mark.django_db(transaction=True)


def test_two_owners_removing_each_other_leave_one() -> None:
    seller = make_seller()
    make_member(seller)
    make_member(seller)
    answers = side_by_side([partial(remove_member, member=member) for member in seller.members.all()])
    assert sorted(type(answer).__name__ for answer in answers) == [LastOwner.__name__, "NoneType"]
    assert SellerMember.objects.count() == 1


def test_of_two_decisions_the_first_counts() -> None:
    seller, operator = make_seller(status=SellerStatus.APPLIED), make_operator()
    answers = side_by_side(
        [
            partial(approve_seller, seller=seller, by=operator),
            partial(reject_seller, seller=seller, by=operator, reason="no"),
        ]
    )
    assert [isinstance(answer, NotPossibleNow) for answer in answers].count(True) == 1
    assert seller.status_changes.count() == 1
