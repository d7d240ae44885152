"""What must happen once happens once, however many try at the same moment."""

from collections import Counter
from datetime import timedelta
from functools import partial

import pyotp
import pytest
from django.utils import timezone

from marketplace.accounts.models import RefreshToken
from marketplace.accounts.registration.register import Registration, register_account
from marketplace.accounts.tokens import RefreshTokenReused, TokenPair, issue_tokens, refresh
from marketplace.accounts.two_factor.check import code_is_right
from marketplace.accounts.two_factor.switch import confirm_totp, start_totp
from marketplace.accounts.user import User
from tests.factories.accounts import PASSWORD, make_user
from tests.marketplace.accounts.side_by_side import side_by_side

pytestmark = pytest.mark.django_db(transaction=True)


def test_one_code_opens_once() -> None:
    user, now = make_user(), timezone.now()
    totp = pyotp.TOTP(start_totp(user).secret)
    recovery = confirm_totp(user, totp.at(now - timedelta(seconds=30)), now=now)
    for code in (totp.at(now), recovery[0]):
        answers = side_by_side([partial(code_is_right, user, code, now=now)] * 4)
        assert Counter(answers) == {True: 1, False: 3}


def test_a_stolen_token_used_by_many_revokes_the_family_for_all() -> None:
    now = timezone.now()
    first = issue_tokens(make_user(), now=now)
    refresh(first.refresh, now=now)
    late = now + timedelta(minutes=1)
    answers = side_by_side([partial(refresh, first.refresh, now=late)] * 3)
    assert not any(isinstance(answer, TokenPair) for answer in answers)
    assert any(isinstance(answer, RefreshTokenReused) for answer in answers)
    assert not RefreshToken.objects.filter(revoked_at__isnull=True).exists()


def test_an_address_registered_twice_at_once_is_one_account() -> None:
    answers = side_by_side([partial(register_account, Registration("a@example.org", PASSWORD))] * 3)
    assert answers == [None] * 3
    assert User.objects.count() == 1
