"""``checkoutTaxIdsUpdate`` and ``checkoutGiftUpdate``."""

from typing import Any

from i18n.graphql.bounded import bounded
from i18n.messages import gettext_noop as _
from marketplace.graphql import ANYONE, ID, Boolean, Field, InputError, InputObjectType, List, Mutation, NonNull, String
from orders.checkout.papers import set_gift, set_tax_ids
from orders.checkout.tax_id import InvalidTaxId, TaxIdKind
from orders.graphql.access import checkout_key
from orders.graphql.open_checkout import opened
from orders.graphql.refusals import CHECKOUT
from orders.graphql.types.checkout import Checkout
from orders.graphql.types.tax_id import TaxIdKindEnum

MOST = 4


class TaxIdInput(InputObjectType):
    """A number as the buyer writes it; blanks and points do not matter."""

    kind = TaxIdKindEnum(required=True)
    number = String(required=True)


def _invalid(refusal: InvalidTaxId) -> InputError:
    return InputError(_("This is not a number of this kind."), field="tax_ids", code="INVALID", index=refusal.index)


class CheckoutTaxIdsUpdate(Mutation):
    """The buyer's tax and customs numbers, all at once; they are printed on the papers. Checked by their form."""

    class Arguments:
        id = ID(required=True)
        tax_ids = List(NonNull(TaxIdInput), required=True)

    class Meta:
        access = ANYONE
        error_codes = ("TOO_MANY",)
        known_errors = {**CHECKOUT, InvalidTaxId: _invalid}
        cost = 10

    checkout = Field(Checkout)

    @classmethod
    def perform(cls, info: Any, *, id: str, tax_ids: list[Any]) -> dict[str, Any]:
        if len(tax_ids) > MOST:
            raise InputError(_("At most %(limit)s."), field="tax_ids", code="TOO_MANY", params={"limit": MOST})
        given = [(TaxIdKind(getattr(each["kind"], "value", each["kind"])), each["number"]) for each in tax_ids]
        checkout = set_tax_ids(checkout_id=checkout_key(info, id), given=given, now=info.context.now)
        return {"checkout": opened(info, checkout)}


class CheckoutGiftUpdate(Mutation):
    """The goods are a gift, with a message for whoever receives them."""

    class Arguments:
        id = ID(required=True)
        is_gift = Boolean(required=True)
        message = String()

    class Meta:
        access = ANYONE
        known_errors = CHECKOUT
        cost = 10

    checkout = Field(Checkout)

    @classmethod
    def perform(cls, info: Any, *, id: str, is_gift: bool, message: str | None = None) -> dict[str, Any]:
        text = bounded(message or "", "message", 500)
        checkout = set_gift(checkout_id=checkout_key(info, id), is_gift=is_gift, message=text, now=info.context.now)
        return {"checkout": opened(info, checkout)}
