"""Reading products before buyers do."""

import pytest
from django.test import Client

from tests.frontend.desk_visitors import carried_out, read, refused, sign_in
from tests.frontend.operator_desk.world import DESK, Waiting, at, make_waiting

pytestmark = pytest.mark.django_db


@pytest.fixture
def waiting(browser: Client) -> Waiting:
    made = make_waiting()
    sign_in(browser, made.operator)
    return made


def state(waiting: Waiting) -> str:
    waiting.pending.refresh_from_db()
    return str(waiting.pending.approval)


def test_the_queue_has_what_was_handed_in(browser: Client, waiting: Waiting) -> None:
    assert at("Product", waiting.pending) in read(browser, f"{DESK}/products")
    assert at("Product", waiting.pending) not in read(browser, f"{DESK}/products?approval=APPROVED")
    assert at("Product", waiting.pending) in read(browser, f"{DESK}/products?q=B%C3%A0n")


def test_a_product_is_read_in_the_sellers_words_and_in_each_language(browser: Client, waiting: Waiting) -> None:
    html = read(browser, at("Product", waiting.pending))
    assert waiting.pending.name in html
    assert "Prices by market" in html
    assert "€" in html
    in_japanese = read(browser, f"{at('Product', waiting.pending)}?language=ja")
    assert "shown in Vietnamese" in in_japanese, "there is no translation: buyers would read the source"


def test_approve(browser: Client, waiting: Waiting) -> None:
    assert "The product is approved." in carried_out(browser, at("Product", waiting.pending), "approve", note="")
    assert state(waiting) == "APPROVED"


def test_sending_back_needs_its_reason(browser: Client, waiting: Waiting) -> None:
    html = refused(browser, at("Product", waiting.pending), "reject", reason="")
    assert "This field is needed." in html
    assert state(waiting) == "PENDING"
    carried_out(browser, at("Product", waiting.pending), "reject", reason="The picture shows another table")
    assert state(waiting) == "REJECTED"
    assert "The picture shows another table" in read(browser, at("Product", waiting.pending))


def test_approving_twice_is_told(browser: Client, waiting: Waiting) -> None:
    carried_out(browser, at("Product", waiting.pending), "approve")
    refused(browser, at("Product", waiting.pending), "approve")
    assert state(waiting) == "APPROVED"
