"""Registering, confirming, and choosing a new password, with nothing to learn about other people's accounts."""

from datetime import timedelta
from unittest import mock

import pytest
from django.conf import settings
from django.core import signing
from django.db import transaction

from marketplace.accounts.mail.link_token import ExpiredLink, InvalidLink, Purpose, make_link_token
from marketplace.accounts.mail.links import ForeignRedirect
from marketplace.accounts.models import User
from marketplace.accounts.passwords.change import WrongPassword, change_password, set_password
from marketplace.accounts.passwords.request_reset import request_password_reset
from marketplace.accounts.passwords.rules import WeakPassword
from marketplace.accounts.registration.confirm import confirm_email
from marketplace.accounts.registration.register import InvalidEmail, Registration, register_account
from marketplace.accounts.tokens.access import actor_of
from marketplace.accounts.tokens.issue import issue_tokens
from tests.factories.accounts import PASSWORD, make_user
from tests.marketplace.accounts.mailbox import letters, link_in, token_in

pytestmark = pytest.mark.django_db

SANNE = Registration("Sanne@Example.org", PASSWORD, "Sanne", "Voorbeeld", "nl")


def test_registers_and_confirms_once() -> None:
    register_account(SANNE)
    user = User.objects.get(email="sanne@example.org")
    assert (user.is_confirmed, user.language, user.check_password(PASSWORD)) == (False, "nl", True)
    (letter,) = letters()
    assert letter.to == ["sanne@example.org"]
    assert letter.extra_headers["Content-Language"] == "nl"
    assert link_in(letter).startswith(f"{settings.PUBLIC_URL}/nl/")

    assert confirm_email(token_in(letter)) == user
    user.refresh_from_db()
    assert user.is_confirmed
    with pytest.raises(InvalidLink):
        confirm_email(token_in(letter))


def test_a_rolled_back_registration_sends_nothing() -> None:
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        register_account(SANNE)
        raise ZeroDivisionError
    assert letters() == []


def test_a_confirmed_account_is_told_and_left_alone() -> None:
    make_user(email="sanne@example.org", first_name="Real")
    register_account(Registration("sanne@example.org", "another-long-passphrase", "Fake"))
    user = User.objects.get(email="sanne@example.org")
    assert (user.first_name, user.check_password(PASSWORD)) == ("Real", True)
    (letter,) = letters()
    assert "token=" not in letter.body
    assert "already" in letter.subject


def test_the_last_registration_counts_until_confirmed() -> None:
    register_account(Registration("sanne@example.org", "password-of-the-squatter"))
    (first,) = letters()
    register_account(SANNE)
    _first, second = letters()
    with pytest.raises(InvalidLink):
        confirm_email(token_in(first))
    confirm_email(token_in(second))
    assert User.objects.get().check_password(PASSWORD)


@pytest.mark.parametrize("email", ["", "x", "a@b", "a@b.c\nBcc: d@e.fg", "x" * 250 + "@example.org"])
def test_impossible_addresses_are_refused(email: str) -> None:
    with pytest.raises(InvalidEmail):
        register_account(Registration(email, PASSWORD))
    assert not User.objects.exists()


@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("short", "PASSWORD_TOO_SHORT"),
        ("1234567890", "PASSWORD_ENTIRELY_NUMERIC"),
        ("sannevoorbeeld", "PASSWORD_TOO_SIMILAR"),
        ("sturdy-kiln-77", None),
        ("qwertyuiop", "PASSWORD_TOO_COMMON"),
        ("x" * 129, "PASSWORD_TOO_LONG"),
    ],
)
def test_password_rules_have_codes(password: str, code: str | None) -> None:
    registration = Registration("sannevoorbeeld@example.org", password)
    if code is None:
        register_account(registration)
        return
    with pytest.raises(WeakPassword) as caught:
        register_account(registration)
    assert code in {problem.code for problem in caught.value.problems}


@pytest.mark.parametrize(
    "url",
    ["https://evil.example/", "//evil.example/", "javascript:alert(1)", f"{settings.PUBLIC_URL}.evil.example/",
     f"{settings.PUBLIC_URL}@evil.example/", "http://[", "/relative", f"{settings.PUBLIC_URL}/x\nhttps://evil.example/",
     f"{settings.PUBLIC_URL}/x https://evil.example/", f"\t{settings.PUBLIC_URL}/", f"{settings.PUBLIC_URL}/\u202egro"],
)  # fmt: skip
def test_links_lead_nowhere_else(url: str) -> None:
    with pytest.raises(ForeignRedirect):
        register_account(Registration("a@example.org", PASSWORD, redirect_url=url))
    with pytest.raises(ForeignRedirect):
        request_password_reset("a@example.org", redirect_url=url)


def test_own_pages_may_be_named() -> None:
    register_account(Registration("a@example.org", PASSWORD, redirect_url=f"{settings.PUBLIC_URL}/nl/eu/in?x=1"))
    assert link_in(letters()[0]).startswith(f"{settings.PUBLIC_URL}/nl/eu/in?x=1&token=")


def test_reset_works_once_and_signs_out_everywhere() -> None:
    user = make_user(email="a@example.org", is_confirmed=False)
    access = issue_tokens(user).access
    request_password_reset(" A@example.org ")
    token = token_in(letters()[0])
    set_password(token=token, password="an-entirely-new-passphrase")
    user.refresh_from_db()
    assert user.check_password("an-entirely-new-passphrase")
    assert user.is_confirmed
    assert actor_of(access) is None
    with pytest.raises(InvalidLink):
        set_password(token=token, password="yet-another-passphrase")
    assert "changed" in letters()[-1].subject


def test_reset_for_nobody_sends_nothing_and_says_nothing() -> None:
    request_password_reset("nobody@example.org")
    assert letters() == []


def test_a_weak_new_password_leaves_the_link_usable() -> None:
    user = make_user()
    token = make_link_token(user, Purpose.RESET)
    with pytest.raises(WeakPassword):
        set_password(token=token, password="short")
    set_password(token=token, password="an-entirely-new-passphrase")


def test_links_expire_and_serve_one_purpose() -> None:
    user = make_user(is_confirmed=False)
    confirm, reset = make_link_token(user, Purpose.CONFIRM), make_link_token(user, Purpose.RESET)
    for wrong in (reset, confirm[:-2] + "xx", "", "a:b:c", "x" * 100_000):
        with pytest.raises(InvalidLink):
            confirm_email(wrong)
    later = signing.time.time() + timedelta(days=4).total_seconds()
    with mock.patch.object(signing.time, "time", return_value=later), pytest.raises(ExpiredLink):
        confirm_email(confirm)
    confirm_email(confirm)


def test_changing_a_password_needs_the_old_one() -> None:
    user = make_user()
    with pytest.raises(WrongPassword):
        change_password(user=user, old_password="wrong", new_password="an-entirely-new-passphrase")
    change_password(user=user, old_password=PASSWORD, new_password="an-entirely-new-passphrase")
    user.refresh_from_db()
    assert user.check_password("an-entirely-new-passphrase")
