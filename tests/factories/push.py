"""Devices that show notices, for tests; their push service is the example's."""

from datetime import timedelta
from itertools import count
from typing import Any

from django.utils import timezone

from marketplace.accounts.models import Session, User
from marketplace.accounts.sessions.device import device_of
from marketplace.accounts.sessions.open import open_session
from marketplace.push.kinds import PushKind
from marketplace.push.subscribe import subscribe
from marketplace.push.subscription import PushSubscription
from tests.factories.accounts import make_user
from tests.peers.push_service.browser import Browser

PHONE = "Mozilla/5.0 (Linux; Android 15; Pixel 8) AppleWebKit/537.36 Chrome/141.0.0.0 Mobile Safari/537.36"
_number = count(1)


def make_session(user: User, **overrides: Any) -> Session:
    now = timezone.now()
    fields = {"device": device_of(PHONE), "now": now, "expires_at": now + timedelta(days=30), **overrides}
    return open_session(user, **fields)


def make_device(user: User | None = None, browser: Browser | None = None, **overrides: Any) -> PushSubscription:
    """A browser in which the user is signed in, told of everything."""
    owner, keys = user or make_user(), (browser or Browser()).keys
    fields: dict[str, Any] = {
        "session": overrides.pop("session", None) or make_session(owner),
        "endpoint": f"https://push.example.com/send/{next(_number)}",
        "public_key": keys["p256dh"],
        "auth": keys["auth"],
        "kinds": list(PushKind),
        "now": timezone.now(),
        **overrides,
    }
    return subscribe(user=owner, **fields)
