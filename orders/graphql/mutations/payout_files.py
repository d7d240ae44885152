"""``payoutFileCreate`` and ``payoutReportTake``: the file for the bank, and its answer."""

from typing import Any

from i18n.graphql.bounded import needed
from i18n.messages import gettext_noop as _
from marketplace.graphql import Field, InputError, Int, Mutation, String, Upload
from orders.graphql.mutations.payouts import by_staff
from orders.graphql.payout_access import STAFF
from orders.graphql.payout_refusals import FILE, FILE_CODES
from orders.graphql.types.payout import PayoutFile
from orders.payouts.payout.bank_file import make_payout_file, take_report
from orders.payouts.rails.bank_file.pain002 import Said

MOST_BYTES = 5_000_000


class PayoutFileCreate(Mutation):
    """Today's file in a currency; its payouts are sent with it. There is one a day: asking again gives the same."""

    class Arguments:
        currency = String(required=True)

    class Meta:
        access = STAFF
        creates = True
        error_codes = FILE_CODES
        known_errors = FILE
        cost = 50

    file = Field(PayoutFile)

    @classmethod
    def perform(cls, info: Any, *, currency: str) -> dict[str, Any]:
        code = needed(currency, "currency", 3)
        return {"file": make_payout_file(currency=code, by=by_staff(info), now=info.context.now)}


class PayoutReportTake(Mutation):
    """What the bank says of a file (ISO 20022 pain.002): paid, refused, or on its way. Twice changes nothing."""

    class Arguments:
        file = Upload(required=True)

    class Meta:
        access = STAFF
        error_codes = FILE_CODES
        known_errors = FILE
        cost = 50

    confirmed = Int()
    rejected = Int()
    on_their_way = Int()

    @classmethod
    def perform(cls, info: Any, *, file: Any) -> dict[str, Any]:
        content = file.read(MOST_BYTES + 1)
        if len(content) > MOST_BYTES:
            raise InputError(_("The file is too large."), field="file", code="BAD_REPORT")
        counts = take_report(content, by=by_staff(info), now=info.context.now)
        return {
            "confirmed": counts[Said.PAID],
            "rejected": counts[Said.REFUSED],
            "on_their_way": counts[Said.ON_ITS_WAY],
        }
