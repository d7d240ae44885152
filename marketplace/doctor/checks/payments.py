"""Ways to pay: Stripe's key is good, its webhooks can be believed, and there is at least one way."""

import tomllib
from collections.abc import Generator, Iterator

import stripe
from django.conf import settings

from marketplace.doctor.finding import Finding, good, noted, wrong
from orders.payments.bank.accounts import accounts

PATIENCE = 5


def check() -> Iterator[Finding]:
    if settings.TEST_PAYMENTS:
        yield noted(
            "the test card is offered: orders can be made without paying", "Off with MARKETPLACE_MODE=production."
        )
    banks = yield from _banks()
    if settings.STRIPE_SECRET_KEY is None:
        yield noted("Stripe is not offered", "Set STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET to take cards.")
        if not banks and not settings.TEST_PAYMENTS:
            yield wrong("there is no way to pay", "Configure Stripe, or list accounts in DATA_DIR/bank_accounts.toml.")
        return
    yield _key()
    if not settings.STRIPE_WEBHOOK_SECRETS:
        yield wrong(
            "without STRIPE_WEBHOOK_SECRET nothing that Stripe says is believed: orders stay unpaid",
            "Add an endpoint /payments/stripe/webhook in Stripe's dashboard, and set its whsec_….",
        )
    elif any(not secret.startswith("whsec_") for secret in settings.STRIPE_WEBHOOK_SECRETS):
        yield wrong("STRIPE_WEBHOOK_SECRET is no signing secret", "It begins with whsec_; see Stripe's dashboard.")
    if not settings.STRIPE_PUBLISHABLE_KEY:
        yield noted("programs of buyers cannot confirm cards themselves", "Set STRIPE_PUBLISHABLE_KEY.")


def _banks() -> Generator[Finding, None, int]:
    try:
        found = len(accounts())
    except (KeyError, ValueError, tomllib.TOMLDecodeError) as error:
        yield wrong(f"bank_accounts.toml cannot be read: {error}", "See the example in orders/payments/bank.")
        return 0
    yield good(f"bank transfers in {found} currencies") if found else noted("no bank transfers")
    return found


def _key() -> Finding:
    client = stripe.StripeClient(
        settings.STRIPE_SECRET_KEY or "",
        base_addresses={"api": settings.STRIPE_API_BASE},
        max_network_retries=0,
        http_client=stripe.RequestsClient(timeout=PATIENCE),
    )
    try:
        client.v1.balance.retrieve()
    except stripe.AuthenticationError:
        return wrong("Stripe does not know the key", "Copy STRIPE_SECRET_KEY anew from Stripe's dashboard.")
    except stripe.PermissionError:
        return good("Stripe knows the key, which is restricted")
    except stripe.StripeError as error:
        return wrong(
            f"Stripe cannot be asked: {type(error).__name__}", "Check that this machine may call out by HTTPS."
        )
    return good("Stripe knows the key")
