"""The operator's desk: what the owner of an address agreed to."""

from typing import Any

import pytest
from django.test import Client

from marketplace.audit.entry import AuditEntry
from tests.factories.accounts import make_expo_officer, make_operator
from tests.factories.channels import make_channel
from tests.factories.shoppers import make_warranty
from tests.factories.visitors import make_visitor
from tests.frontend.conftest import post
from tests.frontend.desk_visitors import read, refused, sign_in
from tests.frontend.operator_desk.world import DESK
from tests.frontend.soundness import problems

pytestmark = pytest.mark.django_db
PAGE = f"{DESK}/consents"


@pytest.fixture
def operator(browser: Client) -> Client:
    make_channel("eu")
    return sign_in(browser, make_operator())


def looked_up(operator: Client, email: str) -> str:
    answer: Any = post(operator, PAGE, "look_up", email=email)
    html: str = answer.content.decode()
    assert answer.status_code == 200 and not problems(html, language="en")
    return html


def test_the_answer_shows_what_was_agreed_to_and_the_address_line_does_not(operator: Client) -> None:
    visitor = make_visitor(consents=["NEWS"], email="anna@example.org", read_in="nl")
    warranty = make_warranty("anna@example.org")
    make_visitor(consents=["PHOTOS"], email="other@example.org")
    html = looked_up(operator, "Anna@example.org")
    assert "2 consents" in html and visitor.expo.name in html and warranty.seller.name in html
    assert "Letters about the fair" in html and "When registering the warranty" in html
    assert '<p class="inside" lang="nl">De organisator' in html
    assert "Being recognised" not in html, "that is another's"
    assert AuditEntry.objects.get().operation == "consentsLookUp"
    assert "Letters about the fair" not in read(operator, PAGE), "it is shown once"


def test_an_address_without_consents_and_one_that_is_none_are_told_apart(operator: Client) -> None:
    assert "No consent is on record" in looked_up(operator, "nobody@example.org")
    refused(operator, PAGE, "look_up", email="nobody")
    refused(operator, PAGE, "look_up", email="")


def test_it_needs_the_right_for_it(browser: Client) -> None:
    make_channel("eu")
    officer = sign_in(browser, make_expo_officer())
    assert officer.get(PAGE).status_code == 403
    assert post(officer, PAGE, "look_up", email="anna@example.org").status_code == 403
