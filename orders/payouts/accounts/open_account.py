"""Open an account at Stripe for a seller, and the door to it for the person who fills it in."""

from django.db import transaction
from django.utils import timezone

from marketplace.sellers.models import Seller
from orders.payouts.accounts.payout_account import PayoutAccount
from orders.stripe_api.accounts import AccountStanding, make_account, onboarding_address, standing_of_account

STRIPE = "stripe"


def account_link(*, seller: Seller, country: str, return_to: str) -> str:
    """Where a member of the seller goes on at Stripe; makes the account the first time, one per seller.

    ``country`` is where the firm is registered; it cannot be changed once there is an account. Stripe is asked outside
    any transaction. Raises ``CountryNotServed``, ``StripeNotConfigured``, ``StripeRefused``, ``StripeUnavailable``.
    """
    account = PayoutAccount.objects.filter(seller=seller, provider=STRIPE).first()
    if account is None:
        reference = make_account(country=country, email=seller.email, seller_id=seller.pk)
        account, _created = PayoutAccount.objects.get_or_create(
            seller=seller, provider=STRIPE, defaults={"reference": reference, "country": country}
        )
    return onboarding_address(account.reference, return_to=return_to)


def refresh_account(account: PayoutAccount) -> PayoutAccount:
    """Ask the provider how it stands: its message may be late, or lost. Raises ``StripeUnavailable``."""
    return note_standing(account.pk, standing_of_account(account.reference))


def note_standing(account_id: int, standing: AccountStanding) -> PayoutAccount:
    with transaction.atomic():
        account = PayoutAccount.objects.select_for_update(of=("self",)).get(pk=account_id)
        account.can_receive, account.can_pay_out = standing.can_receive, standing.can_pay_out
        account.missing, account.checked_at = list(standing.missing), timezone.now()
        account.save(update_fields=["can_receive", "can_pay_out", "missing", "checked_at"])
    return account
