"""Why a voucher does not apply, as data and as words."""

from collections.abc import Mapping
from enum import StrEnum

from i18n.messages import gettext_noop as _


class VoucherProblem(StrEnum):
    UNKNOWN = "UNKNOWN"
    SWITCHED_OFF = "SWITCHED_OFF"
    NOT_YET = "NOT_YET"
    OVER = "OVER"
    USED_UP = "USED_UP"
    USED_BY_CUSTOMER = "USED_BY_CUSTOMER"
    WRONG_COUNTRY = "WRONG_COUNTRY"
    NOTHING_TO_LOWER = "NOTHING_TO_LOWER"
    TOO_LITTLE_SPENT = "TOO_LITTLE_SPENT"
    TOO_FEW_PIECES = "TOO_FEW_PIECES"


WORDS: Mapping[VoucherProblem, str] = {
    VoucherProblem.UNKNOWN: _("There is no such voucher in this market."),
    VoucherProblem.SWITCHED_OFF: _("This market takes no vouchers at present."),
    VoucherProblem.NOT_YET: _("The voucher %(code)s is not valid yet."),
    VoucherProblem.OVER: _("The voucher %(code)s is no longer valid."),
    VoucherProblem.USED_UP: _("The voucher %(code)s has been used as often as it may be."),
    VoucherProblem.USED_BY_CUSTOMER: _("You have used the voucher %(code)s as often as you may."),
    VoucherProblem.WRONG_COUNTRY: _("The voucher %(code)s is not for deliveries to this country."),
    VoucherProblem.NOTHING_TO_LOWER: _("The voucher %(code)s is for none of the goods in the basket."),
    VoucherProblem.TOO_LITTLE_SPENT: _("The voucher %(code)s is for goods worth at least %(least)s %(currency)s."),
    VoucherProblem.TOO_FEW_PIECES: _("The voucher %(code)s is for at least %(least)s pieces."),
}


class VoucherNotApplicable(Exception):
    """The voucher lowers nothing of this basket; ``params`` fill the words."""

    def __init__(self, problem: VoucherProblem, **params: object) -> None:
        super().__init__(f"{problem}: {params}")
        self.problem = problem
        self.params = params

    @property
    def message(self) -> str:
        """A message id."""
        return WORDS[self.problem]
