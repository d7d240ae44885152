"""``buyerTermsSet`` and ``buyerTermsEnd``: whom the operator lets pay later."""

import decimal
from typing import Any

from catalog.graphql.errors import REFUSED
from i18n.graphql.bounded import bounded
from i18n.messages import gettext_noop as _
from marketplace.accounts.models import User
from marketplace.accounts.user import normalise_email
from marketplace.graphql import ID, Decimal, Field, InputError, InputObjectType, Int, Mutation, String, integer_key
from orders.graphql.access import signed_in
from orders.graphql.types.buyer_terms import STAFF, BuyerTerms
from orders.quotes.buyer_terms import BuyerTerms as TermsRow
from orders.quotes.set_buyer_terms import end_buyer_terms, limit_of, set_buyer_terms


class BuyerTermsInput(InputObjectType):
    """For how long and up to how much."""

    user_email = String(required=True)
    limit = Decimal(required=True)
    currency = String(required=True, description="ISO 4217.")
    net_days = Int(required=True)
    reason = String()


class BuyerTermsSet(Mutation):
    """Let a buyer pay later, in place of earlier terms in the same currency."""

    class Arguments:
        input = BuyerTermsInput(required=True)

    class Meta:
        access = STAFF
        creates = True
        known_errors = REFUSED

    buyer_terms = Field(BuyerTerms)

    @classmethod
    def perform(cls, info: Any, *, input: Any) -> dict[str, Any]:
        email = normalise_email(bounded(input["user_email"], "user_email", 254))
        user = User.objects.filter(email=email, is_active=True).first()
        if user is None:
            raise InputError(_("There is no such account."), field="user_email", code="NOT_FOUND")
        amount: decimal.Decimal = input["limit"]
        terms = set_buyer_terms(
            user=user,
            limit=limit_of(amount, input["currency"][:10]),
            net_days=input["net_days"],
            reason=bounded(input.get("reason") or "", "reason", 1000),
            by=signed_in(info),
        )
        return {"buyer_terms": terms}


class BuyerTermsEnd(Mutation):
    """End a buyer's terms. What was ordered on them is paid as agreed."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = STAFF

    buyer_terms = Field(BuyerTerms)

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        terms = TermsRow.objects.filter(pk=integer_key(id, "BuyerTerms")).first()
        if terms is None:
            raise InputError(_("There are no such terms."), field="id", code="NOT_FOUND")
        by = signed_in(info)
        return {"buyer_terms": end_buyer_terms(terms=terms, by=by)}
