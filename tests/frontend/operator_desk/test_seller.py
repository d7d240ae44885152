"""Deciding about sellers."""

import pytest
from django.test import Client

from marketplace.sellers.approve import approve_seller
from tests.frontend.desk_visitors import carried_out, read, refused, sign_in
from tests.frontend.operator_desk.world import DESK, Waiting, at, make_waiting

pytestmark = pytest.mark.django_db


@pytest.fixture
def waiting(browser: Client) -> Waiting:
    made = make_waiting()
    sign_in(browser, made.operator)
    return made


def state(waiting: Waiting) -> str:
    waiting.applicant.refresh_from_db()
    return str(waiting.applicant.status)


def test_the_detail_shows_what_only_staff_may_read(browser: Client, waiting: Waiting) -> None:
    html = read(browser, at("Seller", waiting.applicant))
    for fact in (waiting.applicant.tax_code, waiting.applicant.email, waiting.applicant.legal_name):
        assert fact in html


def test_the_queue_has_the_open_applications_only(browser: Client, waiting: Waiting) -> None:
    html = read(browser, f"{DESK}/sellers")
    assert waiting.applicant.name in html
    assert at("Seller", waiting.seller) not in html
    assert at("Seller", waiting.seller) in read(browser, f"{DESK}/sellers?status=APPROVED")


def test_approve_with_a_note(browser: Client, waiting: Waiting) -> None:
    html = carried_out(browser, at("Seller", waiting.applicant), "approve", note="Register checked")
    assert "The seller is approved" in html
    assert state(waiting) == "APPROVED"
    assert "Register checked" in read(browser, at("Seller", waiting.applicant))


def test_a_refusal_needs_its_reason(browser: Client, waiting: Waiting) -> None:
    html = refused(browser, at("Seller", waiting.applicant), "reject", reason="  ")
    assert "This field is needed." in html
    assert state(waiting) == "APPLIED"
    carried_out(browser, at("Seller", waiting.applicant), "reject", reason="The tax code belongs to another firm")
    assert state(waiting) == "REJECTED"


def test_suspend_and_reinstate(browser: Client, waiting: Waiting) -> None:
    approve_seller(seller=waiting.applicant, by=waiting.operator)
    path = at("Seller", waiting.applicant)
    refused(browser, path, "suspend")
    carried_out(browser, path, "suspend", reason="Goods did not arrive")
    assert state(waiting) == "SUSPENDED"
    assert "Goods did not arrive" in read(browser, path)
    carried_out(browser, path, "reinstate", reason="Cleared up")
    assert state(waiting) == "APPROVED"


def test_a_decision_that_comes_too_late_is_told(browser: Client, waiting: Waiting) -> None:
    approve_seller(seller=waiting.applicant, by=waiting.operator)
    refused(browser, at("Seller", waiting.applicant), "reject", reason="Too late")
    assert state(waiting) == "APPROVED"
