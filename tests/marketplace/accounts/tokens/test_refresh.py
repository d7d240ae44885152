"""Access and refresh tokens: lifetimes, rotation, reuse, revocation."""

import base64
import json
from datetime import timedelta

import jwt
import pytest
from django.test import override_settings
from django.utils import timezone

from marketplace.accounts.models import RefreshToken
from marketplace.accounts.tokens.access import ACCESS_LIFETIME, actor_of, make_access_token
from marketplace.accounts.tokens.issue import REFRESH_LIFETIME, issue_tokens
from marketplace.accounts.tokens.refresh import GRACE, InvalidRefreshToken, RefreshTokenReused, refresh
from marketplace.accounts.tokens.revoke import revoke_all_tokens, revoke_token
from tests.factories.accounts import make_user

pytestmark = pytest.mark.django_db


def test_access_token_names_its_user_for_a_quarter_of_an_hour(django_assert_num_queries) -> None:  # type: ignore[no-untyped-def]  # pytest-django's own type is private
    user = make_user()
    with django_assert_num_queries(0):
        token = make_access_token(user)
    with django_assert_num_queries(1):
        assert actor_of(token) == user
    old = make_access_token(user, now=timezone.now() - ACCESS_LIFETIME - timedelta(seconds=1))
    assert actor_of(old) is None
    assert user.email not in base64.b64decode(token.split(".")[1] + "==").decode()


def test_nothing_but_our_own_token_is_believed() -> None:
    user = make_user()
    claims = jwt.decode(make_access_token(user), options={"verify_signature": False})
    unsigned = ".".join(
        base64.urlsafe_b64encode(json.dumps(part).encode()).decode().rstrip("=")
        for part in ({"alg": "none", "typ": "JWT"}, claims)
    )
    forged = jwt.encode(claims, "guess" * 10, algorithm="HS256")
    for token in ("", "x", "a.b.c", "é.é.é", "x" * 100_000, forged, f"{unsigned}.", issue_tokens(user).refresh):
        assert actor_of(token) is None


def test_former_secret_keys_still_open() -> None:
    user = make_user()
    token = make_access_token(user)
    with override_settings(SECRET_KEY="the-new-one" * 5):
        assert actor_of(token) is None
    from django.conf import settings

    with override_settings(SECRET_KEY="the-new-one" * 5, SECRET_KEY_FALLBACKS=[settings.SECRET_KEY]):
        assert actor_of(token) == user


def test_inactive_users_have_no_tokens() -> None:
    user = make_user()
    pair = issue_tokens(user)
    user.is_active = False
    user.save()
    assert actor_of(pair.access) is None
    with pytest.raises(InvalidRefreshToken):
        refresh(pair.refresh)


def test_rotation_gives_a_new_pair_and_stores_only_hashes() -> None:
    first = issue_tokens(make_user())
    second = refresh(first.refresh)
    assert second.refresh != first.refresh
    assert actor_of(second.access) == first.user
    stored = set(RefreshToken.objects.values_list("token_hash", flat=True))
    assert not {first.refresh, second.refresh} & stored
    assert RefreshToken.objects.values("family").distinct().count() == 1


def test_two_tabs_within_the_grace_both_go_on() -> None:
    now = timezone.now()
    first = issue_tokens(make_user(), now=now)
    one = refresh(first.refresh, now=now)
    other = refresh(first.refresh, now=now + GRACE)
    for pair in (one, other):
        refresh(pair.refresh, now=now + timedelta(minutes=5))


def test_reuse_after_the_grace_revokes_the_family_and_no_other() -> None:
    now = timezone.now()
    user = make_user()
    stolen, other_device = issue_tokens(user, now=now), issue_tokens(user, now=now)
    owner = refresh(stolen.refresh, now=now)
    late = now + GRACE + timedelta(seconds=1)
    with pytest.raises(RefreshTokenReused):
        refresh(stolen.refresh, now=late)
    with pytest.raises(InvalidRefreshToken):
        refresh(owner.refresh, now=late)
    refresh(other_device.refresh, now=late)


def test_refresh_tokens_expire_and_are_cleared_away() -> None:
    now = timezone.now()
    user = make_user()
    pair = issue_tokens(user, now=now)
    later = now + REFRESH_LIFETIME + timedelta(seconds=1)
    with pytest.raises(InvalidRefreshToken):
        refresh(pair.refresh, now=later)
    issue_tokens(user, now=later)
    assert RefreshToken.objects.count() == 1


def test_deactivating_ends_access_and_refresh_of_all_devices() -> None:
    user, somebody_else = make_user(), make_user()
    pairs, theirs = [issue_tokens(user), issue_tokens(user)], issue_tokens(somebody_else)
    revoke_all_tokens(user)
    for pair in pairs:
        assert actor_of(pair.access) is None
        with pytest.raises(InvalidRefreshToken):
            refresh(pair.refresh)
    assert actor_of(theirs.access) == somebody_else
    refresh(theirs.refresh)
    assert actor_of(issue_tokens(user).access) == user


@pytest.mark.parametrize("token", ["", "x", "é", "x" * 100_000])
def test_nonsense_is_no_refresh_token(token: str) -> None:
    with pytest.raises(InvalidRefreshToken):
        refresh(token)


def test_signing_out_ends_this_device_and_no_other() -> None:
    user = make_user()
    here, elsewhere = issue_tokens(user), issue_tokens(user)
    newer = refresh(here.refresh)
    revoke_token(here.refresh)
    for ended in (here.refresh, newer.refresh):
        with pytest.raises(InvalidRefreshToken):
            refresh(ended)
    assert refresh(elsewhere.refresh).user == user


def test_an_unknown_token_ends_nothing() -> None:
    pair = issue_tokens(make_user())
    revoke_token("made-up")
    assert RefreshToken.objects.filter(revoked_at__isnull=False).count() == 0
    assert refresh(pair.refresh).user == pair.user
