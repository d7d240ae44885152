"""Signing in: one generic refusal, limits that hold, and the second factor."""

from datetime import UTC, datetime, timedelta
from unittest import mock

import pyotp
import pytest
from django.test import override_settings

from marketplace.accounts.models import User
from marketplace.accounts.sign_in.attempts import PER_ACCOUNT, PER_CLIENT, TooManyAttempts, client_key
from marketplace.accounts.sign_in.sign_in import CodeRequired, InvalidCredentials, NotConfirmed, sign_in
from marketplace.accounts.two_factor.check import code_is_right
from marketplace.accounts.two_factor.switch import (
    TwoFactorAlreadyOn,
    TwoFactorNotStarted,
    WrongCode,
    confirm_totp,
    disable_totp,
    start_totp,
)
from tests.factories.accounts import PASSWORD, make_user
from tests.marketplace.accounts.mailbox import letters

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


def turn_on(user: User) -> tuple[pyotp.TOTP, list[str]]:
    totp = pyotp.TOTP(start_totp(user).secret)
    codes = confirm_totp(user, totp.at(NOON), now=NOON)
    return totp, codes


def test_signs_in_whatever_the_case_of_the_address() -> None:
    user = make_user(email="sanne@example.org")
    assert sign_in(email=" SANNE@example.org", password=PASSWORD) == user


def test_unknown_wrong_and_inactive_are_refused_alike_with_the_same_hashing() -> None:
    make_user(email="known@example.org")
    make_user(email="inactive@example.org", is_active=False)
    for email, password in (
        ("known@example.org", "wrong"),
        ("unknown@example.org", PASSWORD),
        ("inactive@example.org", PASSWORD),
        ("known@example.org", "x" * 10_000),
        ("x" * 10_000, PASSWORD),
    ):
        with pytest.raises(InvalidCredentials):
            sign_in(email=email, password=password)
    with mock.patch("marketplace.accounts.sign_in.sign_in.make_password") as hashing, pytest.raises(InvalidCredentials):
        sign_in(email="unknown@example.org", password=PASSWORD)
    hashing.assert_called_once()


def test_unconfirmed_is_told_only_with_the_right_password() -> None:
    make_user(email="new@example.org", is_confirmed=False)
    with pytest.raises(InvalidCredentials):
        sign_in(email="new@example.org", password="wrong")
    with pytest.raises(NotConfirmed):
        sign_in(email="new@example.org", password=PASSWORD)


@pytest.mark.parametrize("email", ["known@example.org", "unknown@example.org"])
def test_attempts_per_account_are_limited_whether_it_exists_or_not(email: str) -> None:
    make_user(email="known@example.org")
    for _ in range(PER_ACCOUNT.most):
        with pytest.raises(InvalidCredentials):
            sign_in(email=email, password="wrong", client_ip="192.0.2.1")
    with pytest.raises(TooManyAttempts) as caught:
        sign_in(email=email, password=PASSWORD, client_ip="192.0.2.2")
    assert 0 < caught.value.seconds <= 900


def test_success_clears_the_account_but_not_the_client() -> None:
    user = make_user()
    for _ in range(PER_CLIENT.most):
        sign_in(email=user.email, password=PASSWORD, client_ip="192.0.2.1")
    with pytest.raises(TooManyAttempts):
        sign_in(email=user.email, password=PASSWORD, client_ip="192.0.2.1")
    assert sign_in(email=user.email, password=PASSWORD, client_ip="192.0.2.2") == user


def test_one_ipv6_subscriber_is_one_client() -> None:
    assert client_key("2001:db8::1") == client_key("2001:db8::ffff:1") != client_key("2001:db8:0:1::1")
    assert client_key("not an address") == ""
    assert client_key("203.0.113.7") == client_key("::ffff:203.0.113.7") != client_key("::ffff:203.0.113.8")


def test_second_factor_is_asked_for_and_codes_work_once() -> None:
    user = make_user()
    totp, _codes = turn_on(user)
    with pytest.raises(CodeRequired):
        sign_in(email=user.email, password=PASSWORD)
    with pytest.raises(WrongCode):
        sign_in(email=user.email, password=PASSWORD, code="000000")
    code = totp.now()
    assert sign_in(email=user.email, password=PASSWORD, code=f"{code[:3]} {code[3:]}") == user
    with pytest.raises(WrongCode):
        sign_in(email=user.email, password=PASSWORD, code=code)
    assert [letter.subject for letter in letters()] == ["Two-step sign-in is on"]


def test_codes_a_step_early_or_late_are_accepted_but_never_backwards() -> None:
    user = make_user()
    totp, _codes = turn_on(user)
    moment = NOON + timedelta(hours=1)
    next_code, this_code = totp.at(moment + timedelta(seconds=30)), totp.at(moment)
    assert not code_is_right(user, totp.at(moment + timedelta(seconds=90)), now=moment)
    assert code_is_right(user, next_code, now=moment)
    assert not code_is_right(user, this_code, now=moment)


def test_recovery_codes_work_once() -> None:
    user = make_user()
    _totp, codes = turn_on(user)
    assert len(set(codes)) == 10
    assert sign_in(email=user.email, password=PASSWORD, code=codes[0].lower()) == user
    with pytest.raises(WrongCode):
        sign_in(email=user.email, password=PASSWORD, code=codes[0])
    assert not code_is_right(make_user(), codes[1])


def test_turning_it_on_and_off_has_an_order() -> None:
    user = make_user()
    with pytest.raises(TwoFactorNotStarted):
        confirm_totp(user, "123456")
    with pytest.raises(TwoFactorNotStarted):
        disable_totp(user, password=PASSWORD, code="123456")
    start_totp(user)
    with pytest.raises(WrongCode):
        confirm_totp(user, "000000")
    assert sign_in(email=user.email, password=PASSWORD) == user, "an unconfirmed secret asks for nothing"
    _totp, codes = turn_on(user)
    with pytest.raises(TwoFactorAlreadyOn):
        start_totp(user)
    disable_totp(user, password=PASSWORD, code=codes[3])
    assert sign_in(email=user.email, password=PASSWORD) == user
    assert not code_is_right(user, codes[4])


def test_the_database_alone_does_not_give_the_secret() -> None:
    user = make_user()
    secret = start_totp(user).secret
    stored = User.objects.values_list("totp_seed", flat=True).get(pk=user.pk)
    assert secret not in stored
    with override_settings(SECRET_KEY="somebody-else" * 4):
        from marketplace.accounts.two_factor.secret import totp_secrets

        assert secret not in totp_secrets(user)
