"""Ask after accounts that nothing was heard of: the provider's message may have been lost."""

from datetime import datetime, timedelta

import structlog

from orders.payments.gateway import GatewayUnavailable
from orders.payouts.accounts.open_account import STRIPE, refresh_account
from orders.payouts.accounts.payout_account import PayoutAccount
from orders.stripe_api.client import is_configured
from orders.stripe_api.errors import StripeRefused

log = structlog.get_logger(__name__)
UNREADY_EVERY = timedelta(hours=1)
READY_EVERY = timedelta(days=1)


def check_accounts(*, now: datetime, limit: int = 50) -> int:
    """Accounts that wait for something every hour, the others once a day; returns how many. Run periodically."""
    if not is_configured():
        return 0
    rows = PayoutAccount.objects.filter(provider=STRIPE)
    waiting = rows.filter(can_receive=False, checked_at__lt=now - UNREADY_EVERY)
    ready = rows.filter(can_receive=True, checked_at__lt=now - READY_EVERY)
    checked = 0
    for account in [*waiting.order_by("checked_at")[:limit], *ready.order_by("checked_at")[:limit]]:
        checked += _check(account)
    return checked


def _check(account: PayoutAccount) -> bool:
    try:
        refresh_account(account)
    except (GatewayUnavailable, StripeRefused) as trouble:
        log.warning("payout account could not be checked", account=account.pk, error=type(trouble).__name__)
        return False
    return True
