from datetime import timedelta

import pytest
from django.test import override_settings
from django.utils import timezone

from marketplace.webhooks.secret import OVERLAP, rotate_secret, secret_of, signing_secrets
from marketplace.webhooks.signature import is_signed, signature
from marketplace.webhooks.webhook import Webhook
from tests.factories.webhooks import make_webhook

BODY = '{"event":"PING","tên":"ghế"}'.encode()


def test_a_signature_holds_for_its_body_secret_and_time() -> None:
    now = timezone.now()
    header = signature(BODY, ["whsec_a"], at=now)
    assert is_signed(BODY, header, "whsec_a", now=now)
    assert not is_signed(BODY + b" ", header, "whsec_a", now=now)
    assert not is_signed(BODY, header, "whsec_b", now=now)
    assert not is_signed(BODY, header, "whsec_a", now=now + timedelta(minutes=6))
    assert not is_signed(BODY, header.replace("t=", "t=1"), "whsec_a", now=now)


@pytest.mark.parametrize("header", ["", "t=,v1=", "v1=00", "t=1,t=2,v1=00", "t=99999999999999999999,v1=0", "x"])
def test_a_header_that_is_none(header: str) -> None:
    assert not is_signed(BODY, header, "whsec_a", now=timezone.now())


@pytest.mark.django_db
def test_after_a_rotation_both_secrets_sign_for_a_day() -> None:
    webhook, now = make_webhook(), timezone.now()
    old = secret_of(webhook)
    webhook = rotate_secret(webhook=webhook, now=now)
    new = secret_of(webhook)
    assert new != old
    header = signature(BODY, signing_secrets(webhook, now=now), at=now)
    assert is_signed(BODY, header, old, now=now)
    assert is_signed(BODY, header, new, now=now)
    later = now + OVERLAP
    header = signature(BODY, signing_secrets(webhook, now=later), at=later)
    assert not is_signed(BODY, header, old, now=later)
    assert is_signed(BODY, header, new, now=later)


@pytest.mark.django_db
def test_the_secret_is_not_stored_and_outlives_a_new_secret_key() -> None:
    webhook, now = make_webhook(), timezone.now()
    with override_settings(SECRET_KEY="first"):
        secret = secret_of(webhook)
    assert secret not in str(Webhook.objects.values())
    with override_settings(SECRET_KEY="second", SECRET_KEY_FALLBACKS=["first"]):
        header = signature(BODY, signing_secrets(webhook, now=now), at=now)
    assert is_signed(BODY, header, secret, now=now)
