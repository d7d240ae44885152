"""What the verbs of quotes raise, as refusals that people understand."""

from catalog.graphql.errors import REFUSED
from i18n.messages import gettext_noop as _
from marketplace.channels.graphql.errors import FEATURE_OFF, SWITCHED_OFF
from marketplace.graphql import InputError
from orders.graphql.refusals import ADDRESS, ADDRESS_CODES, GATEWAY, Known
from orders.quotes.accept import NoLongerValid, NotLatestVersion
from orders.quotes.net_days import NotApproved, OverLimit
from orders.quotes.states import IllegalQuoteMove

REQUEST_CODES = (*ADDRESS_CODES, "TOO_MANY", FEATURE_OFF)
OFFER_CODES = (FEATURE_OFF, "ILLEGAL_MOVE", "NOT_APPROVED", "TOO_MANY")
ACCEPT_CODES = (
    *ADDRESS_CODES, "ILLEGAL_MOVE", "NOT_APPROVED", "OVER_LIMIT", "NOT_LATEST", "NO_LONGER_VALID", "NOT_AVAILABLE",
    "UNKNOWN_GATEWAY", "TOO_MANY", "GOODS_BLOCKED",
)  # fmt: skip


def _move(refusal: IllegalQuoteMove) -> InputError:
    return InputError(
        _("This is not possible any more, or not yet, with quote %(number)s."),
        field="id",
        code="ILLEGAL_MOVE",
        params={"number": refusal.number},
    )


def _latest(refusal: NotLatestVersion) -> InputError:
    return InputError(
        _("Another version has taken its place: %(latest)s is the latest one."),
        field="version",
        code="NOT_LATEST",
        params={"latest": refusal.latest},
    )


def _limit(refusal: OverLimit) -> InputError:
    return InputError(
        _("On net days %(limit)s %(currency)s may be owed at once; with this it would be %(owed)s."),
        field="version",
        code="OVER_LIMIT",
        params={"limit": refusal.limit.amount, "currency": refusal.limit.currency, "owed": refusal.would_owe.amount},
    )


MOVE: Known = {IllegalQuoteMove: _move}
REQUEST: Known = {**REFUSED, **ADDRESS, **SWITCHED_OFF}
OFFER: Known = {**REFUSED, **MOVE, **ADDRESS}
ACCEPT: Known = {
    **OFFER,
    **GATEWAY,
    NotLatestVersion: _latest,
    NoLongerValid: lambda _r: InputError(
        _("This offer was valid until a day that has passed."), field="version", code="NO_LONGER_VALID"
    ),
    NotApproved: lambda _r: InputError(
        _("The buyer is not approved for paying later any more."), field="version", code="NOT_APPROVED"
    ),
    OverLimit: _limit,
}
