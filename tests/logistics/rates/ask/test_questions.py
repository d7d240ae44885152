"""Whose account a carrier is asked on, in one look-up."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from logistics.carrier import Account
from logistics.rates.ask.questions import Asking, questions_for
from tests.factories.carriers import make_carrier_account
from tests.factories.logistics import make_consignment
from tests.factories.sellers import make_seller

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)


def accounts(*askings: Asking, connected: bool = True) -> dict[tuple[int, str], Account]:
    found = questions_for(askings, on=TODAY, connected=connected)
    return {(position, asked.carrier.code): asked.account for position, asked in found}


def test_the_sellers_own_account_comes_before_the_marketplaces() -> None:
    rich, poor = make_seller(), make_seller()
    own = make_carrier_account("ghn", seller=rich, settings={"token": "own-token-of-rich", "shop_id": "1"})
    ours = make_carrier_account("ghn", settings={"token": "our-token-for-all", "shop_id": "2"})
    goods = make_consignment()
    with CaptureQueriesContext(
        connection,
    ) as queries:
        found = accounts(Asking(goods, rich.pk), Asking(goods, poor.pk), Asking(goods))
    assert len(queries) == 1
    assert (found[0, "ghn"].key, found[1, "ghn"].key) == (own.key, ours.key)
    assert found[0, "ghn"].settings["token"] == "own-token-of-rich"
    assert (2, "ghn") not in found, "goods of nobody are sent on nobody's account"
    assert found[0, "rate_table"].seller_id == rich.pk
    assert (0, "manual") not in found, "it knows no prices"


def test_without_an_account_a_carrier_is_not_asked() -> None:
    assert {code for _position, code in accounts(Asking(make_consignment(), make_seller().pk))} == {"rate_table"}


def test_an_estimate_for_a_stranger_calls_nobody(django_assert_num_queries: Any) -> None:
    seller = make_seller()
    make_carrier_account("ghn", seller=seller, settings={"token": "own-token", "shop_id": "1"})
    with django_assert_num_queries(0):
        assert set(accounts(Asking(make_consignment(), seller.pk), connected=False)) == {(0, "rate_table")}
