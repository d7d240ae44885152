"""What a market offers beside selling: each of these can be switched off for one market, and on again.

A channel's row keeps only what differs from the defaults, so that whoever holds the row knows without asking the
database again, and nothing kept elsewhere can be out of date.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

from i18n.messages import gettext_noop as _

if TYPE_CHECKING:
    from marketplace.channels.channel import Channel


class Switch(StrEnum):
    """Something that verbs refuse, with `FeatureOff` or an error of their own, where it is off."""

    ORDERS = "ORDERS"
    GUEST_CHECKOUT = "GUEST_CHECKOUT"
    VOUCHERS = "VOUCHERS"
    CARD_PAYMENT = "CARD_PAYMENT"
    BANK_TRANSFER = "BANK_TRANSFER"
    QUOTE_REQUESTS = "QUOTE_REQUESTS"
    SAMPLES = "SAMPLES"
    PAYMENT_TERMS = "PAYMENT_TERMS"
    MESSAGES = "MESSAGES"
    REVIEWS = "REVIEWS"


DEFAULTS: Mapping[Switch, bool] = dict.fromkeys(Switch, True)

EFFECTS: Mapping[Switch, str] = {
    Switch.ORDERS: _("Baskets become orders. Off: people can look and fill baskets, but nothing can be ordered."),
    Switch.GUEST_CHECKOUT: _("People order without an account. Off: only who is signed in can order."),
    Switch.VOUCHERS: _("Voucher codes lower what a basket costs. Off: no code is taken, not even one entered before."),
    Switch.CARD_PAYMENT: _("Orders are paid by card. Off: no new payment by card can be started."),
    Switch.BANK_TRANSFER: _("Orders are paid by bank transfer. Off: no new payment by transfer can be started."),
    Switch.QUOTE_REQUESTS: _("Buyers ask makers for an offer. Off: no new requests; those under way go on."),
    Switch.SAMPLES: _("Buyers ask for a sample. Off: no new requests; those under way go on."),
    Switch.PAYMENT_TERMS: _(
        "Offers may ask for a deposit or let the buyer pay later. Off: new offers are paid whole and in advance."
    ),
    Switch.MESSAGES: _("Buyers write to makers. Off: no new conversations; those there are go on."),
    Switch.REVIEWS: _("Buyers review what they bought. Off: no new reviews, and nobody is asked for one."),
}
"""Message ids: what is there when it is on, and what changes when it is off."""


class FeatureOff(Exception):
    """The market does not offer this at present; nothing was done."""

    def __init__(self, channel: "Channel", switch: Switch) -> None:
        super().__init__(f"{switch} is switched off in {channel.slug}")
        self.channel = channel
        self.switch = switch


def is_on(channel: "Channel", switch: Switch) -> bool:
    """Whether the market offers it, as its row says."""
    return bool(channel.switches.get(switch.value, DEFAULTS[switch]))


def require_on(channel: "Channel", switch: Switch) -> None:
    """Raises `FeatureOff`."""
    if not is_on(channel, switch):
        raise FeatureOff(channel, switch)
