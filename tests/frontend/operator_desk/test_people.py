"""The operator's desk: people, looking with their eyes, markets, and what is written down of all that."""

from typing import Any

import pytest
from django.test import Client

from frontend.visit import ACCESS, OWN_REFRESH, REFRESH
from marketplace.accounts.models import User
from marketplace.channels.models import Channel
from marketplace.graphql import to_global_id
from tests.factories.accounts import make_expo_officer, make_operator, make_user
from tests.factories.channels import make_channel
from tests.frontend.conftest import post
from tests.frontend.desk_visitors import carried_out, read, refused, sign_in
from tests.frontend.operator_desk.world import DESK

pytestmark = pytest.mark.django_db
REASON = "Giỏ hàng của chị không mở được"


@pytest.fixture
def operator(browser: Client) -> Client:
    make_channel("eu")
    return sign_in(browser, make_operator(email="operator@example.org"))


def page_of(person: User) -> str:
    return f"{DESK}/people/{to_global_id('User', person.public_id)}"


def test_somebody_is_found_blocked_with_a_second_yes_and_let_in_again(operator: Client) -> None:
    person = make_user(email="an.vidu@example.org")
    assert "an.vidu@example.org" in read(operator, f"{DESK}/people?q=vidu")
    refused(operator, page_of(person), "block", reason=REASON)
    refused(operator, page_of(person), "block", reason="vì", sure="1")
    assert User.objects.get(pk=person.pk).is_active
    html = carried_out(operator, page_of(person), "block", reason=REASON, sure="1")
    assert REASON in html and "an.vidu@example.org" in read(operator, f"{DESK}/people?show=BLOCKED")
    carried_out(operator, page_of(person), "unblock")
    assert User.objects.get(pk=person.pk).is_active


def test_roles_are_given_and_taken_with_a_second_yes(operator: Client) -> None:
    person = make_expo_officer()
    refused(operator, page_of(person), "give_roles", role="OPERATOR")
    carried_out(operator, page_of(person), "give_roles", role="OPERATOR", sure="1")
    assert User.objects.get(pk=person.pk).staff_roles == ["operator"]
    carried_out(operator, page_of(person), "give_roles", sure="1")
    assert User.objects.get(pk=person.pk).staff_roles == []


def test_looking_shows_itself_on_every_page_and_leads_back(operator: Client) -> None:
    person = make_user(email="an.vidu@example.org")
    own = operator.cookies[REFRESH].value
    html = carried_out(operator, page_of(person), "look", reason=REASON)
    assert 'class="impersonation' in html and "an.vidu@example.org" in html
    for path in ("/en/eu/account", "/en/eu/looking"):
        assert 'class="impersonation' in read(operator, path)
    assert operator.get(f"{DESK}/people").status_code == 403, "with the person's rights and no others"
    assert operator.cookies[OWN_REFRESH].value == own and not operator.cookies[REFRESH].value
    answer: Any = post(operator, "/en/eu/looking", "end")
    assert answer.status_code == 302
    html = read(operator, answer.headers["Location"])
    assert 'class="impersonation' not in html and not operator.cookies[OWN_REFRESH].value
    assert "impersonationStart" in read(operator, f"{DESK}/audit?person=&operation=impersonation")


def test_a_look_that_ran_out_leads_back_by_itself(operator: Client) -> None:
    carried_out(operator, page_of(make_user()), "look", reason=REASON)
    operator.cookies[ACCESS] = ""
    assert 'class="impersonation' not in read(operator, f"{DESK}/people")


def test_what_is_the_persons_own_is_refused_with_a_reason(operator: Client) -> None:
    carried_out(operator, page_of(make_user()), "look", reason=REASON)
    answer: Any = post(operator, "/en/eu/account/security", "change_password", oldPassword="x", newPassword="y")
    assert answer.status_code in (422, 400, 404)


def test_a_market_switches_what_it_offers_and_closes(operator: Client) -> None:
    at = f"{DESK}/markets/eu"
    on = ["ORDERS", "GUEST_CHECKOUT", "CARD_PAYMENT", "BANK_TRANSFER", "MESSAGES"]
    carried_out(operator, at, "switch", feature=on)
    eu = Channel.objects.get(slug="eu")
    assert eu.switches["VOUCHERS"] is False and "ORDERS" not in eu.switches
    carried_out(operator, at, "close")
    assert not Channel.objects.get(slug="eu").is_active
    carried_out(operator, at, "open")
    Channel.objects.exclude(slug="eu").update(is_active=False)
    refused(operator, at, "close")
    html = read(operator, f"{DESK}/audit?object={to_global_id('Channel', eu.pk)}")
    assert html.count("channelUpdate") >= 3 and "LAST_OPEN_MARKET" in html


def test_the_log_is_a_file_too_and_nothing_in_it_is_a_formula(operator: Client) -> None:
    person = make_user()
    carried_out(operator, page_of(person), "block", reason="=cmd|x là lý do", sure="1")
    answer = operator.get(f"{DESK}/audit/file?operation=accountBlock")
    lines = answer.content.decode("utf-8-sig").splitlines()
    assert lines[0].startswith("at,actor,actingFor,operation") and len(lines) == 2
    assert "accountBlock" in lines[1] and "cmd" not in lines[1]
