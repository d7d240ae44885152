"""Who may open the operator's desk, and that each page is sound for who may."""

import re

import pytest
from django.test import Client
from django.urls import resolve

from frontend.operator_desk.urls import pages
from tests.factories.accounts import make_expo_officer
from tests.frontend.conftest import post
from tests.frontend.desk_visitors import read, sign_in
from tests.frontend.operator_desk.world import DESK, at, make_waiting

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", ["en", "vi", "ja"])
def test_every_page_opens_for_an_operator(browser: Client, language: str) -> None:
    waiting = make_waiting()
    sign_in(browser, waiting.operator)
    for path in waiting.pages(language):
        read(browser, path)
    for path in waiting.files(language):
        answer = browser.get(path)
        assert answer.status_code == 200
        assert answer.headers["Content-Disposition"].startswith("attachment; ")
    for path in waiting.frames(language):
        answer = browser.get(path)
        assert answer.status_code == 200
        policy = answer.headers["Content-Security-Policy"]
        assert "sandbox;" in policy
        assert "script-src" not in policy
        assert "default-src 'none'" in policy


def test_the_navigation_leads_to_every_list(browser: Client) -> None:
    """And to nothing that its visitor may not open."""
    sign_in(browser, make_waiting().operator)
    navigation = read(browser, f"{DESK}/").split('<nav class="desk-nav', 1)[1].split("</nav>", 1)[0]
    offered = re.findall(r'href="([^"]+)"', navigation)
    for path in offered:
        assert browser.get(path).status_code == 200, path
    lists = {pattern.name for pattern in pages if "/" not in str(pattern.pattern)}
    assert lists <= {resolve(path).url_name for path in offered}


def test_nobody_else_gets_in(browser: Client) -> None:
    waiting = make_waiting()
    paths = [*waiting.pages(), *waiting.files(), *waiting.frames()]
    tried = {resolve(path.split("?")[0]).url_name for path in paths}
    assert tried == {pattern.name for pattern in pages}, "every page is tried"
    for path in paths:
        answer = browser.get(path)
        assert answer.status_code == 302
        assert answer.headers["Location"].startswith("/en/")
        assert "sign-in?next=" in answer.headers["Location"]
    for user in (waiting.buyer, waiting.maker, make_expo_officer()):
        visitor = sign_in(Client(enforce_csrf_checks=True), user)
        for path in paths:
            assert visitor.get(path).status_code == 403, (path, user.email)


def test_a_form_of_somebody_else_changes_nothing(browser: Client) -> None:
    waiting = make_waiting()
    path = at("Seller", waiting.applicant)
    assert post(browser, path, "approve").status_code == 302
    sign_in(browser, waiting.maker)
    assert post(browser, path, "approve").status_code == 403
    assert post(browser, at("Order", waiting.unpaid), "mark_as_paid", reference="FT1").status_code == 403
    waiting.applicant.refresh_from_db()
    waiting.unpaid.refresh_from_db()
    assert (waiting.applicant.status, waiting.unpaid.status) == ("APPLIED", "UNPAID")


@pytest.mark.parametrize("path", ["sellers/none", "products/none", "orders/none", "sellers/U2VsbGVyOjk5OTk5"])
def test_what_is_not_there_is_not_found(browser: Client, path: str) -> None:
    sign_in(browser, make_waiting().operator)
    read(browser, f"{DESK}/{path}", status=404)


@pytest.mark.parametrize(
    "path",
    [
        "sellers?status=x&after=none",
        "products?approval=x&seller=none",
        "products?seller=%00&q=%3Cscript%3E",
        "orders?status=x&q=%ff&before=none",
        "orders?status=UNPAID&after=none",
    ],
)
def test_nonsense_in_an_address_is_never_the_servers_trouble(browser: Client, path: str) -> None:
    sign_in(browser, make_waiting().operator)
    assert browser.get(f"{DESK}/{path}").status_code in {200, 400, 404}
