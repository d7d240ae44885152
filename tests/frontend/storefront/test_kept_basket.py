"""A basket outlives the cookies of its browser, and no cookie that we did not write opens one."""

from typing import Any

import pytest
from django.test import Client

from frontend.visit import signed_basket
from marketplace.graphql import to_global_id
from tests.factories.accounts import PASSWORD, make_user
from tests.factories.orders import make_chair, make_checkout
from tests.frontend.conftest import post
from tests.frontend.desk_visitors import read

pytestmark = pytest.mark.django_db
SIGN_IN = "/en/eu/sign-in"
BASKET = "/en/eu/basket"


def test_whoever_signs_in_elsewhere_finds_the_basket_again() -> None:
    user = make_user()
    chair = make_chair()
    kept = make_checkout((chair, 2), user=user)
    for cookie in ("", signed_basket(to_global_id("Checkout", kept.pk)), signed_basket("Q2hlY2tvdXQ6MQ==")):
        elsewhere = Client()
        if cookie:
            elsewhere.cookies["basket_eu"] = cookie
        answer: Any = post(elsewhere, SIGN_IN, "enter", email=user.email, password=PASSWORD)
        assert answer.status_code == 302
        assert chair.product.name in read(elsewhere, BASKET), cookie
    stranger = Client()
    post(stranger, SIGN_IN, "enter", email=make_user().email, password=PASSWORD)
    assert chair.product.name not in read(stranger, BASKET)


def test_a_cookie_that_was_not_signed_here_is_no_basket() -> None:
    chair = make_chair()
    guest = make_checkout((chair, 1))
    key = to_global_id("Checkout", guest.pk)
    for cookie, opens in ((signed_basket(key), True), (key, False), (f"{key}:forged", False), ("", False)):
        browser = Client()
        browser.cookies["basket_eu"] = cookie
        assert (chair.product.name in read(browser, BASKET)) is opens, cookie
