"""One's own account over the real API: the forms change what they say, and only one's own."""

import json
import re
from typing import Any

import pyotp
import pytest
from django.test import Client

from marketplace.accounts.models import User
from tests.factories.accounts import PASSWORD, make_user
from tests.factories.channels import make_channel
from tests.frontend.conftest import post

pytestmark = pytest.mark.django_db
ACCOUNT = "/en/eu/account"
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
    answer: Any = post(browser, ACCOUNT, "save_profile", firstName="Lan", lastName="Trần", languageCode="zh-Hans")
    assert answer.status_code == 302
    buyer.refresh_from_db()
    assert (buyer.first_name, buyer.last_name, buyer.language) == ("Lan", "Trần", "zh-Hans")


def test_a_new_password_ends_the_sign_in_and_is_needed_from_then_on(browser: Client, buyer: User) -> None:
    wrong: Any = post(browser, ACCOUNT, "change_password", oldPassword="not-it", password="another-long-phrase")
    assert wrong.status_code == 422
    assert "This is not your password." in text(wrong)
    weak: Any = post(browser, ACCOUNT, "change_password", oldPassword=PASSWORD, password="short")
    assert 'id="f-change_password-password-error"' in text(weak)
    done: Any = post(browser, ACCOUNT, "change_password", oldPassword=PASSWORD, password="another-long-phrase")
    assert done.headers["Location"] == SIGN_IN
    assert browser.get(ACCOUNT).status_code == 302
    assert post(browser, SIGN_IN, "enter", email=buyer.email, password=PASSWORD).status_code == 422  # type: ignore[attr-defined]


def test_a_second_factor_is_set_up_and_asked_for(browser: Client, buyer: User) -> None:
    shown: Any = post(browser, ACCOUNT, "start_totp")
    secret = re.search(r"<code>([A-Z2-7]{16,})</code>", text(shown))
    assert secret is not None
    assert 'src="data:image/svg+xml' in text(shown)
    app = pyotp.TOTP(secret[1])
    done: Any = post(browser, ACCOUNT, "confirm_totp", code=app.now())
    assert done.status_code == 200
    assert "Keep these codes" in text(done)
    recovery = re.findall(r"<code>([^<]{8,})</code>", text(done))
    assert "Keep these codes" not in browser.get(ACCOUNT).content.decode()
    post(browser, "/en/eu/sign-out", "leave")
    asked: Any = post(browser, SIGN_IN, "enter", email=buyer.email, password=PASSWORD)
    assert asked.status_code == 422
    assert "Six digits from your authenticator app" in text(asked)
    entered: Any = post(browser, SIGN_IN, "enter", email=buyer.email, password=PASSWORD, totp=recovery[0])
    assert entered.status_code == 302


def test_ones_data_come_as_a_file(browser: Client, buyer: User) -> None:
    answer: Any = post(browser, ACCOUNT, "export")
    assert "attachment" in answer.headers["Content-Disposition"]
    assert json.loads(text(answer))["accounts"]["email"] == buyer.email


def test_erasing_needs_the_password_and_leaves_nobody_signed_in(browser: Client, buyer: User) -> None:
    refused: Any = post(browser, ACCOUNT, "erase", password="not-it")
    assert refused.status_code == 422
    buyer.refresh_from_db()
    assert buyer.erased_at is None
    done: Any = post(browser, ACCOUNT, "erase", password=PASSWORD)
    assert done.headers["Location"] == "/en/eu/"
    buyer.refresh_from_db()
    assert buyer.erased_at is not None
    assert browser.get(ACCOUNT).status_code == 302


def test_signing_out_everywhere_ends_this_sign_in_too(browser: Client, buyer: User) -> None:
    kept = browser.cookies["access"].value
    post(browser, ACCOUNT, "sign_out_everywhere")
    browser.cookies["access"] = kept
    assert browser.get(ACCOUNT).headers["Location"].startswith(SIGN_IN)


@pytest.mark.parametrize(
    "action", ["save_profile", "change_password", "erase", "export", "start_totp", "remove_address"]
)
def test_a_stranger_changes_nothing(browser: Client, buyer: User, action: str) -> None:
    post(browser, "/en/eu/sign-out", "leave")
    fields = {"firstName": "Eve", "languageCode": "en", "oldPassword": PASSWORD, "password": PASSWORD, "id": "x"}
    answer: Any = post(browser, ACCOUNT, action, **fields)
    assert answer.headers["Location"].startswith(SIGN_IN)
    before = (buyer.first_name, buyer.password, buyer.erased_at)
    buyer.refresh_from_db()
    assert (buyer.first_name, buyer.password, buyer.erased_at) == before
