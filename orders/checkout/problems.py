"""What keeps a basket from becoming an order, or has changed since the buyer looked."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as value
from enum import StrEnum

from i18n.messages import gettext_noop as _


class ProblemCode(StrEnum):
    EMPTY = "EMPTY"
    NOT_AVAILABLE = "NOT_AVAILABLE"
    GOODS_BLOCKED = "GOODS_BLOCKED"
    INSUFFICIENT_STOCK = "INSUFFICIENT_STOCK"
    BELOW_MINIMUM = "BELOW_MINIMUM"
    NOT_A_MULTIPLE = "NOT_A_MULTIPLE"
    PRICE_CHANGED = "PRICE_CHANGED"
    EMAIL_MISSING = "EMAIL_MISSING"
    ADDRESS_MISSING = "ADDRESS_MISSING"
    COUNTRY_NOT_SERVED = "COUNTRY_NOT_SERVED"
    DELIVERY_MISSING = "DELIVERY_MISSING"
    DELIVERY_IMPOSSIBLE = "DELIVERY_IMPOSSIBLE"
    DELIVERY_PRICE_CHANGED = "DELIVERY_PRICE_CHANGED"
    VOUCHER_NOT_APPLICABLE = "VOUCHER_NOT_APPLICABLE"


CHANGES = frozenset({ProblemCode.PRICE_CHANGED, ProblemCode.DELIVERY_PRICE_CHANGED})
"""They are shown, and accepted by completing with the new total or by ``checkoutChangesAccept``."""


MESSAGES: Mapping[ProblemCode, str] = {
    ProblemCode.EMPTY: _("The basket is empty."),
    ProblemCode.NOT_AVAILABLE: _("%(product)s is no longer sold here."),
    ProblemCode.GOODS_BLOCKED: _("%(product)s may not be brought into %(country)s."),
    ProblemCode.INSUFFICIENT_STOCK: _("Only %(available)s of %(product)s are available."),
    ProblemCode.BELOW_MINIMUM: _("At least %(minimum)s of %(product)s have to be ordered."),
    ProblemCode.NOT_A_MULTIPLE: _("%(product)s is sold in multiples of %(multiple)s."),
    ProblemCode.PRICE_CHANGED: _("The price of %(product)s has changed from %(before)s to %(after)s %(currency)s."),
    ProblemCode.EMAIL_MISSING: _("An e-mail address is needed for the confirmation."),
    ProblemCode.ADDRESS_MISSING: _("A delivery address is needed."),
    ProblemCode.COUNTRY_NOT_SERVED: _("This market does not deliver to the country of the address."),
    ProblemCode.DELIVERY_MISSING: _("Choose a delivery method for the goods of %(seller)s."),
    ProblemCode.DELIVERY_IMPOSSIBLE: _("There is no delivery method for the goods of %(seller)s to this address."),
    ProblemCode.DELIVERY_PRICE_CHANGED: _(
        "The delivery of the goods of %(seller)s has changed from %(before)s to %(after)s %(currency)s."
    ),
    ProblemCode.VOUCHER_NOT_APPLICABLE: _("The voucher does not apply to this basket."),
}


@dataclass(frozen=True, slots=True)
class Problem:
    """``field`` is what the buyer can do something about: ``lines``, ``email``, ``delivery``."""

    code: ProblemCode
    field: str
    params: Mapping[str, object] = value(default_factory=dict)
    words: str = ""
    """A more exact message id than the code's own."""

    @property
    def message(self) -> str:
        """A message id; ``params`` fill it."""
        return self.words or MESSAGES[self.code]

    @property
    def blocks(self) -> bool:
        """A changed price is accepted by completing with the new total; everything else must be put right."""
        return self.code not in CHANGES
