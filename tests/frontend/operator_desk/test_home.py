"""The queues on the desk's first page."""

import re

import pytest
from django.test import Client

from marketplace.sellers.seller import SellerStatus
from tests.factories.sellers import make_seller
from tests.frontend.desk_visitors import carried_out, read, sign_in
from tests.frontend.operator_desk.world import DESK, Waiting, at, make_waiting

pytestmark = pytest.mark.django_db


@pytest.fixture
def waiting(browser: Client) -> Waiting:
    made = make_waiting()
    sign_in(browser, made.operator)
    return made


def counts(html: str) -> dict[str, int]:
    found = re.findall(r'<h2 id="(\w+)">.*?</h2><p class="number">(\d+)</p>', html)
    return {name: int(number) for name, number in found}


def test_each_queue_says_how_many_wait(browser: Client, waiting: Waiting) -> None:
    html = read(browser, f"{DESK}/")
    assert counts(html) == {
        "takedowns": 1,
        "applications": 1,
        "approvals": 1,
        "reviews": 0,
        "reported": 0,
        "payments": 1,
        "refunds": 0,
        "shipping": 1,
        "screening": 1,
        "disputes": 0,
        "messages": 0,
        "fakes": 0,
    }
    for path in (at("Seller", waiting.applicant), at("Product", waiting.pending), at("Order", waiting.unpaid)):
        assert path in html


def test_an_answer_empties_the_queue(browser: Client, waiting: Waiting) -> None:
    carried_out(browser, at("Seller", waiting.applicant), "approve")
    carried_out(browser, at("Order", waiting.unpaid), "mark_as_paid", reference="FT1")
    left = counts(read(browser, f"{DESK}/"))
    assert (left["applications"], left["payments"], left["shipping"]) == (0, 0, 2)


def test_five_are_shown_and_the_rest_is_a_link_away(browser: Client, waiting: Waiting) -> None:
    for number in range(6):
        make_seller(slug=f"xuong-cho-{number}", status=SellerStatus.APPLIED)
    section = read(browser, f"{DESK}/").split('id="applications"')[1].split("</section>")[0]
    assert section.count("<li>") == 5
    assert "Open the whole queue" in section
    assert read(browser, f"{DESK}/sellers").count('<th scope="row">') == 7
