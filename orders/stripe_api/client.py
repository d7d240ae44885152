"""The one way to Stripe: its own library, a time limit, few retries, and errors as this project knows them.

- Connections that fail, answers that don't come and errors of theirs are tried again by the library, with the same
  idempotency key; so are conflicts with a call of the same key that is still running.
- "Too many requests" is tried again here, after as long as Stripe says: the library doesn't.
- Whatever is left is ``StripeUnavailable`` (ask later, with the same key) or ``StripeRefused`` (don't).
"""

import time
from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

import stripe
import structlog
from django.conf import settings

from marketplace.observability.outgoing import Calling
from orders.stripe_api.errors import CardRefused, StripeNotConfigured, StripeRefused, StripeUnavailable

log = structlog.get_logger(__name__)
Result = TypeVar("Result")

SECONDS = 15.0
"""For one attempt: Stripe answers card charges within a few seconds, but the banks behind it may take ten."""
RETRIES = 2
LONGEST_WAIT = 5.0
"""Seconds; whoever is told to wait longer is told so by an error."""


def is_configured() -> bool:
    return bool(settings.STRIPE_SECRET_KEY)


def ask(call: Callable[[stripe.StripeClient], Result]) -> Result:
    """``call`` with the client. Raises ``StripeUnavailable``, ``CardRefused``, ``StripeRefused``."""
    with Calling("payments", "stripe"):
        return _asked(call)


def _asked(call: Callable[[stripe.StripeClient], Result]) -> Result:
    client = _client(settings.STRIPE_SECRET_KEY or "", settings.STRIPE_API_BASE, SECONDS, RETRIES)
    for attempt in range(RETRIES + 1):
        try:
            return call(client)
        except stripe.RateLimitError as limited:
            if attempt == RETRIES or _wanted_pause(limited, attempt) > LONGEST_WAIT:
                raise StripeUnavailable("rate limit") from limited
            time.sleep(_wanted_pause(limited, attempt))
        except stripe.StripeError as error:
            raise _ours(error) from error
    raise AssertionError("the last attempt returns or raises")


def account_name() -> str:
    """Which account and which world the key belongs to, without saying the key."""
    return (settings.STRIPE_SECRET_KEY or "").rpartition("_")[0]


@lru_cache(maxsize=4)
def _client(key: str, address: str, seconds: float, retries: int) -> stripe.StripeClient:
    if not key:
        raise StripeNotConfigured
    return stripe.StripeClient(
        key,
        base_addresses={"api": address},
        max_network_retries=retries,
        http_client=stripe.RequestsClient(timeout=seconds),
    )


def _wanted_pause(limited: stripe.RateLimitError, attempt: int) -> float:
    headers = limited.headers or {}
    text = headers.get("retry-after") or headers.get("Retry-After") or ""
    try:
        return max(float(text), 0.0)
    except ValueError:
        return 0.5 * 2**attempt


def _ours(error: stripe.StripeError) -> Exception:
    status, request = error.http_status, error.request_id or ""
    if isinstance(error, stripe.CardError):
        decline_code = str(getattr(error.error, "decline_code", None) or "")
        return CardRefused(error.code or "card_declined", decline_code, status=status, request=request)
    passing = isinstance(error, stripe.APIConnectionError) or status is None or status >= 500 or status == 409
    if passing or not (400 <= (status or 0) < 500):
        return StripeUnavailable(type(error).__name__)
    code = error.code or getattr(error.error, "type", None) or type(error).__name__
    log.error("stripe refused", code=code, status=status, request=request)
    return StripeRefused(str(code), status=status, request=request)
