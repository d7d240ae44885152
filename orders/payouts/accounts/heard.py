"""A provider told us of a seller's account."""

from orders.events import GatewayAccountUpdated
from orders.payouts.accounts.open_account import note_standing
from orders.payouts.accounts.payout_account import PayoutAccount
from orders.stripe_api.accounts import AccountStanding


def update_account(event: GatewayAccountUpdated) -> None:
    """Reaction: keep what the provider said; accounts that aren't ours are somebody else's."""
    account = PayoutAccount.objects.filter(provider=event.gateway, reference=event.account).first()
    if account is not None:
        note_standing(account.pk, AccountStanding(event.can_receive, event.can_pay_out, tuple(event.missing)))
