"""``taxReturnPrepare``, ``taxReturnFile`` and ``taxReturnPay``: staff declare and pay what was withheld."""

from typing import Any
from uuid import UUID

from i18n.graphql.bounded import needed
from i18n.messages import gettext_noop as _
from marketplace.accounts.graphql.access import signed_in_user
from marketplace.graphql import ID, Field, InputError, Int, Mutation, String
from orders.graphql.access import key_of
from orders.graphql.invoicing_refusals import RETURN, RETURN_CODES
from orders.graphql.payout_access import STAFF
from orders.graphql.types.tax_return import TaxReturn
from orders.payouts.tax_returns.prepare import prepare_tax_return
from orders.payouts.tax_returns.settle import file_tax_return, pay_tax_return
from orders.payouts.tax_returns.tax_return import TaxReturn as ReturnRow


def _key(global_id: str) -> UUID:
    key = key_of(global_id, "TaxReturn")
    if not ReturnRow.objects.filter(pk=key).exists():
        raise InputError(_("There is no such tax return."), field="id", code="NOT_FOUND")
    return key


class TaxReturnPrepare(Mutation):
    """Put together the return of a month that is over. Its figures stand from then on; nothing is moved."""

    class Arguments:
        year = Int(required=True)
        month = Int(required=True)

    class Meta:
        access = STAFF
        creates = True
        cost = 100
        error_codes = RETURN_CODES
        known_errors = RETURN

    tax_return = Field(TaxReturn)

    @classmethod
    def perform(cls, info: Any, *, year: int, month: int) -> dict[str, Any]:
        if not (2025 <= year <= 2999 and 1 <= month <= 12):
            raise InputError(_("This is no month."), field="month")
        by = signed_in_user(info)
        return {"tax_return": prepare_tax_return(year=year, month=month, by=by, now=info.context.now)}


class TaxReturnFile(Mutation):
    """Say that the return was handed in, and what the tax authority called it. Twice is once."""

    class Arguments:
        id = ID(required=True)
        reference = String(required=True)

    class Meta:
        access = STAFF
        error_codes = RETURN_CODES
        known_errors = RETURN

    tax_return = Field(TaxReturn)

    @classmethod
    def perform(cls, info: Any, *, id: str, reference: str) -> dict[str, Any]:
        text, key = needed(reference, "reference", 100), _key(id)
        by = signed_in_user(info)
        return {"tax_return": file_tax_return(return_id=key, reference=text, by=by, now=info.context.now)}


class TaxReturnPay(Mutation):
    """Say that the bank was told to pay all that is due: it leaves the ledger for the state. Twice is once."""

    class Arguments:
        id = ID(required=True)
        reference = String(required=True, description="What the bank calls the payment.")

    class Meta:
        access = STAFF
        cost = 50
        error_codes = RETURN_CODES
        known_errors = RETURN

    tax_return = Field(TaxReturn)

    @classmethod
    def perform(cls, info: Any, *, id: str, reference: str) -> dict[str, Any]:
        text, key = needed(reference, "reference", 100), _key(id)
        by = signed_in_user(info)
        return {"tax_return": pay_tax_return(return_id=key, reference=text, by=by, now=info.context.now)}
