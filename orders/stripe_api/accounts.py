"""Sellers' own accounts at Stripe (Connect): made, opened for their owners, and asked how they stand.

A seller can have one where Stripe lets a platform connect accounts by itself (``COUNTRIES``). Vietnam is not among
them: sellers there are paid over another rail, and a request for an account is refused as ``CountryNotServed`` before
anything is made at Stripe.
"""

from dataclasses import dataclass
from typing import Any

from orders.stripe_api.client import ask
from orders.stripe_api.metadata import noted

_EUROPE = ("AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS", "IT", "LI")
_MORE_EUROPE = ("LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK")
COUNTRIES = frozenset({*_EUROPE, *_MORE_EUROPE, "CA", "CH", "GB", "US"})
"""Source: docs.stripe.com/connect/cross-border-payouts, read 2026-11-21. Others by agreement with Stripe alone."""


class CountryNotServed(Exception):
    """Stripe doesn't let a platform connect accounts of firms in this country by itself."""

    def __init__(self, country: str) -> None:
        super().__init__(f"Stripe connects no accounts in {country}")
        self.country = country


@dataclass(frozen=True, slots=True)
class AccountStanding:
    can_receive: bool
    """Money can be transferred to it."""
    can_pay_out: bool
    """Stripe sends on what is there to the owner's bank."""
    missing: tuple[str, ...]
    """What Stripe still wants to know, in its own words (``individual.verification.document``)."""


def require_country(country: str) -> None:
    """Raises ``CountryNotServed``."""
    if country not in COUNTRIES:
        raise CountryNotServed(country)


def make_account(*, country: str, email: str, seller_id: int) -> str:
    """An account that only receives transfers; its owner, not we, answers Stripe's questions. Gives its name.

    One per seller, whoever asks how often. Raises ``CountryNotServed``, ``StripeRefused``, ``StripeUnavailable``.
    """
    require_country(country)
    wanted: Any = {
        "type": "express",
        "country": country,
        "email": email,
        "capabilities": {"transfers": {"requested": True}},
        "metadata": {"seller": str(seller_id)},
    }
    key = f"account:{seller_id}:{country}"
    return ask(lambda client: client.v1.accounts.create(wanted, {"idempotency_key": key})).id


def onboarding_address(account: str, *, return_to: str) -> str:
    """Stripe's page where the owner says who they are; good for once and a few minutes, for that person's eyes only."""
    wanted: Any = {
        "account": account,
        "type": "account_onboarding",
        "return_url": return_to,
        "refresh_url": return_to,
    }
    return ask(lambda client: client.v1.account_links.create(wanted)).url


def standing_of_account(account: str) -> AccountStanding:
    found = ask(lambda client: client.v1.accounts.retrieve(account))
    needs = found.requirements.currently_due if "requirements" in found and found.requirements else None
    return AccountStanding(
        can_receive=noted(found, "capabilities", "transfers") == "active",
        can_pay_out=noted(found, "payouts_enabled") == "True",
        missing=tuple(needs or ())[:50],
    )
