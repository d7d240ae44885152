"""What the columns and lines of a statement are called."""

from collections.abc import Mapping

from i18n.messages import gettext_noop as _
from orders.payouts.ledger.transaction import TransactionKind as T

COLUMN: Mapping[str, str] = {
    "sales": _("Sales"),
    "vouchers": _("Vouchers of the marketplace"),
    "refunds": _("Refunds"),
    "commission": _("Commission"),
    "commission_tax": _("Tax on commission"),
    "tax_withheld": _("Tax withheld"),
}
OTHER: Mapping[str, str] = {
    T.PAYOUT_STARTED: _("Payout"),
    T.PAYOUT_REJECTED: _("Payout that did not arrive"),
    T.TRANSFER_REVERSED: _("Payout taken back"),
    T.TRANSFER: _("Payout"),
    T.EXCHANGE: _("Change into another currency"),
}
ANYTHING = _("Correction")


def other_name(kind: str) -> str:
    """A message id."""
    return OTHER.get(kind, ANYTHING)
