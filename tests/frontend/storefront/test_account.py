"""One's own account over the real API: the forms change what they say, and only one's own."""

import json
import re
from typing import Any

import pyotp
import pytest
from django.test import Client
from django.utils import timezone

from catalog.traceability.shopper.warranty.registration import WarrantyRegistration
from marketplace.accounts.consents.record import ConsentRecord
from marketplace.accounts.models import User
from marketplace.accounts.sessions.device import Device, DeviceForm
from marketplace.accounts.tokens import actor_of, issue_tokens
from marketplace.graphql import to_global_id
from marketplace.push.subscribe import unsubscribe
from tests.factories.accounts import PASSWORD, make_user
from tests.factories.channels import make_channel
from tests.factories.push import make_device
from tests.factories.shoppers import make_warranty
from tests.factories.visitors import make_visitor
from tests.frontend.conftest import post

pytestmark = pytest.mark.django_db
ACCOUNT = "/en/eu/account"
DETAILS, SECURITY, DATA, ADDRESSES = (f"{ACCOUNT}/{name}" for name in ("details", "security", "data", "addresses"))
SIGN_IN = "/en/eu/sign-in"


@pytest.fixture
def buyer(browser: Client) -> User:
    make_channel("eu")
    user = make_user()
    answer: Any = post(browser, SIGN_IN, "enter", email=user.email, password=PASSWORD)
    assert answer.status_code == 302
    return user


def text(answer: Any) -> str:
    return str(answer.content.decode())


def test_ones_name_and_language_are_saved(browser: Client, buyer: User) -> None:
    answer: Any = post(browser, DETAILS, "save_profile", firstName="Lan", lastName="Trần", languageCode="zh-Hans")
    assert answer.status_code == 302
    buyer.refresh_from_db()
    assert (buyer.first_name, buyer.last_name, buyer.language) == ("Lan", "Trần", "zh-Hans")


def test_a_new_password_ends_the_sign_in_and_is_needed_from_then_on(browser: Client, buyer: User) -> None:
    wrong: Any = post(browser, SECURITY, "change_password", oldPassword="not-it", password="another-long-phrase")
    assert wrong.status_code == 422
    assert "This is not your password." in text(wrong)
    weak: Any = post(browser, SECURITY, "change_password", oldPassword=PASSWORD, password="short")
    assert 'id="f-change_password-password-error"' in text(weak)
    done: Any = post(browser, SECURITY, "change_password", oldPassword=PASSWORD, password="another-long-phrase")
    assert done.headers["Location"] == SIGN_IN
    assert browser.get(ACCOUNT).status_code == 302
    assert post(browser, SIGN_IN, "enter", email=buyer.email, password=PASSWORD).status_code == 422


def test_a_second_factor_is_set_up_and_asked_for(browser: Client, buyer: User) -> None:
    shown: Any = post(browser, SECURITY, "start_totp")
    secret = re.search(r"<code>([A-Z2-7]{16,})</code>", text(shown))
    assert secret is not None
    assert 'src="data:image/svg+xml' in text(shown)
    app = pyotp.TOTP(secret[1])
    done: Any = post(browser, SECURITY, "confirm_totp", code=app.now())
    assert done.status_code == 200
    assert "Keep these codes" in text(done)
    recovery = re.findall(r"<code>([^<]{8,})</code>", text(done))
    assert "Keep these codes" not in browser.get(SECURITY).content.decode()
    post(browser, "/en/eu/sign-out", "leave")
    asked: Any = post(browser, SIGN_IN, "enter", email=buyer.email, password=PASSWORD)
    assert asked.status_code == 422
    assert "Six digits from your authenticator app" in text(asked)
    entered: Any = post(browser, SIGN_IN, "enter", email=buyer.email, password=PASSWORD, totp=recovery[0])
    assert entered.status_code == 302


def test_ones_data_come_as_a_file(browser: Client, buyer: User) -> None:
    answer: Any = post(browser, DATA, "export")
    assert "attachment" in answer.headers["Content-Disposition"]
    assert json.loads(text(answer))["accounts"]["email"] == buyer.email


def test_erasing_needs_the_password_and_leaves_nobody_signed_in(browser: Client, buyer: User) -> None:
    refused: Any = post(browser, DATA, "erase", password="not-it")
    assert refused.status_code == 422
    buyer.refresh_from_db()
    assert buyer.erased_at is None
    done: Any = post(browser, DATA, "erase", password=PASSWORD)
    assert done.headers["Location"] == "/en/eu/"
    buyer.refresh_from_db()
    assert buyer.erased_at is not None
    assert browser.get(ACCOUNT).status_code == 302


def test_signing_out_everywhere_ends_this_sign_in_too(browser: Client, buyer: User) -> None:
    kept = browser.cookies["access"].value
    post(browser, SECURITY, "sign_out_everywhere")
    browser.cookies["access"] = kept
    assert browser.get(ACCOUNT).headers["Location"].startswith(SIGN_IN)


def test_devices_are_listed_and_one_of_them_is_signed_out(browser: Client, buyer: User) -> None:
    lost = issue_tokens(buyer, device=Device("Chrome", "Android", DeviceForm.PHONE))
    html = browser.get(SECURITY).content.decode()
    assert "Chrome and Android" in html and "This device" in html
    named = re.search(r'name="session" value="([^"]+)"', html)
    assert named is not None
    done: Any = post(browser, SECURITY, "end_session", session=named[1])
    assert done.status_code == 302
    assert actor_of(lost.access) is None
    assert "Chrome and Android" not in browser.get(SECURITY).content.decode()
    again: Any = post(browser, SECURITY, "end_session", session=named[1])
    assert again.status_code == 422


def test_a_firm_is_kept_and_suggested(browser: Client, buyer: User) -> None:
    post(browser, DETAILS, "save_firm", companyName="Winkel Voorbeeld", vat="NL000099998B57", eori="NL000099998")
    html = browser.get(DETAILS).content.decode()
    assert 'value="Winkel Voorbeeld"' in html and 'value="NL000099998"' in html


def test_addresses_are_added_changed_preferred_and_removed(browser: Client, buyer: User) -> None:
    typed = {"firstName": "Sanne", "streetAddress1": "Kade 1", "postalCode": "3511 AB", "city": "Utrecht"}
    wrong: Any = post(browser, ADDRESSES, "save", country="NL", **{**typed, "postalCode": "ABC"})
    assert wrong.status_code == 422 and 'value="Kade 1"' in text(wrong)
    assert post(browser, ADDRESSES, "save", country="NL", **typed).status_code == 302
    key = to_global_id("Address", buyer.saved_addresses.get().address_id)
    assert 'value="Kade 1"' in browser.get(ADDRESSES, {"edit": key}).content.decode()
    post(browser, ADDRESSES, "save", country="NL", id=key, **{**typed, "streetAddress1": "Kade 2"})
    post(browser, ADDRESSES, "invoice_address", id=key)
    buyer.refresh_from_db()
    assert buyer.default_billing_address is not None
    assert buyer.default_billing_address.street_address_1 == "Kade 2"
    italy: Any = post(browser, ADDRESSES, "choose_country", country="IT", streetAddress1="Via 1")
    assert italy.status_code == 200 and 'value="Via 1"' in text(italy)
    post(browser, ADDRESSES, "remove_address", id=key)
    assert not buyer.saved_addresses.exists()


@pytest.mark.parametrize(
    ("page", "action"),
    [
        (DETAILS, "save_profile"),
        (DETAILS, "save_firm"),
        (SECURITY, "change_password"),
        (SECURITY, "start_totp"),
        (SECURITY, "end_others"),
        (DATA, "erase"),
        (DATA, "export"),
        (DATA, "withdraw"),
        (ADDRESSES, "remove_address"),
    ],
)
def test_a_stranger_changes_nothing(browser: Client, buyer: User, page: str, action: str) -> None:
    post(browser, "/en/eu/sign-out", "leave")
    fields = {"firstName": "Eve", "languageCode": "en", "oldPassword": PASSWORD, "password": PASSWORD, "id": "x"}
    answer: Any = post(browser, page, action, **fields)
    assert answer.headers["Location"].startswith(SIGN_IN)
    before = (buyer.first_name, buyer.password, buyer.erased_at)
    buyer.refresh_from_db()
    assert (buyer.first_name, buyer.password, buyer.erased_at) == before


def test_ones_consents_stand_with_what_was_read_and_where_to_take_them_back(browser: Client, buyer: User) -> None:
    assert "Nothing yet." in text(browser.get(DATA))
    fair = make_visitor(consents=["NEWS"], email=buyer.email, read_in="nl")
    device = make_device(buyer)
    unsubscribe(subscription=device, now=timezone.now())
    page = text(browser.get(DATA))
    assert "What you agreed to" in page and "Letters about the fair" in page and fair.expo.name in page
    assert '<p class="inside" lang="nl">De organisator' in page
    assert "Take it back on the page of your visit" in page and ", taken back " in page
    assert "Switch it off" not in page, "it is off"
    assert "Waarmee je hebt ingestemd" in text(browser.get(DATA.replace("/en/", "/nl/")))


def test_a_consent_to_a_warranty_is_withdrawn_by_itself(browser: Client, buyer: User) -> None:
    make_warranty(buyer.email)
    page = text(browser.get(DATA))
    assert "What the law gives you needs no registration." in page
    key = to_global_id("Consent", ConsentRecord.objects.get().pk)
    answer: Any = post(browser, DATA, "withdraw", consent=key)
    assert answer.status_code == 302 and not WarrantyRegistration.objects.exists()
    page = text(browser.get(DATA))
    assert "what was kept because of it is erased" in page and "Withdraw this consent" not in page
