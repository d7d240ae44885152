"""Pages against a fake API: what the machinery does with any answer."""

import base64
import json
import sys
import time
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest
from django.test import Client

from tests.frontend.fake_api import FakeApi


@pytest.fixture
def api(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeApi]:
    fake = FakeApi()
    module = ModuleType("marketplace.schema")
    vars(module)["execute"] = fake.execute
    monkeypatch.setitem(sys.modules, "marketplace.schema", module)
    yield fake


@pytest.fixture
def browser(settings: Any) -> Client:
    """A browser whose every request meets CSRF as in production."""
    settings.ROOT_URLCONF = "frontend.urls"
    settings.WHITENOISE_AUTOREFRESH = True
    settings.CSRF_FAILURE_VIEW = "frontend.errors.handlers.csrf_failure"
    return Client(enforce_csrf_checks=True)


def token(*, expires_in: float = 600, name: str = "access") -> str:
    """A token that looks like one: only its ``exp`` is read on this side of the API."""
    claims = json.dumps({"exp": time.time() + expires_in, "name": name}).encode()
    return f"h.{base64.urlsafe_b64encode(claims).decode().rstrip('=')}.s"


def post(browser: Client, path: str, action: str, **fields: str) -> Any:
    """Send a form as the page would have: with the token against forgery."""
    csrf = "a" * 32
    browser.cookies["csrftoken"] = csrf
    return browser.post(path, {"csrfmiddlewaretoken": csrf, "action": action, **fields})
